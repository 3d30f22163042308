"""The charts of the dashboard by name, and what can be saved of one."""

from dataclasses import dataclass
from enum import StrEnum

from medportal.features.analytics.schemas.dimensions import Dimension
from medportal.kernel.text import Text


class ChartName(StrEnum):
    """Every chart there is; those of a dimension bear its name."""

    MONTHS = "months"
    FIRST = "first"
    WEEK = "week"
    SERVICE = "service"
    DIAGNOSIS_CLASS = "class"
    DIAGNOSIS = "diagnosis"
    PAYMENT = "payment"
    PLACE = "place"
    AGE = "age"
    REASON = "reason"
    KIND = "kind"

    @property
    def dimension(self) -> Dimension | None:
        """The dimension that the chart breaks down by; None for charts of time."""
        return None if self in {ChartName.MONTHS, ChartName.FIRST, ChartName.WEEK} else Dimension(self.value)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A chart or a table as rows: what a file holds, and what stands in the twin beside the chart.

    A cell is a Text, a number, a share of one (`shares` names such columns by their places) or None.
    """

    title: Text
    period: Text
    head: tuple[Text, ...]
    rows: tuple[tuple[Text | int | float | None, ...], ...]
    shares: frozenset[int] = frozenset()
