"""Figures as a screen shows them: whole, with words, comparisons and definitions beside them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from medportal.features.analytics.schemas.asking import Period, Query
from medportal.features.analytics.schemas.dimensions import Dimension
from medportal.kernel.text import Text


class Metric(StrEnum):
    """The figures of a practice."""

    VISITS = "visits"
    PER_DAY = "per_day"
    LOAD = "load"
    FIRST_SHARE = "first_share"
    PREVENTIVE_SHARE = "preventive_share"
    NO_SHOWS = "no_shows"
    MEAN_MINUTES = "mean_minutes"
    HOME_SHARE = "home_share"
    DISPENSARY_SHARE = "dispensary_share"
    SERVICES = "services"
    RURAL_SHARE = "rural_share"


class Unit(StrEnum):
    """What a figure is counted in. Shares are 0..1 and are shown as per cent."""

    COUNT = "count"
    SHARE = "share"
    MINUTES = "minutes"
    PER_DAY = "per_day"


@dataclass(frozen=True, slots=True)
class Definition:
    """What stands behind a figure: how it is reckoned, from what, and what is left out."""

    metric: Metric
    title: Text
    unit: Unit
    formula: Text
    source: Text
    left_out: Text


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure of the period. `value` is None when there is nothing to reckon it from.

    `change` is value − before for shares (in points, 0.01 is one per cent point), value ÷ before − 1 for the rest.
    `trend` is the figure by month, up to twelve months ending with the period; None where a month has no data.
    `goal` is the doctor's own target for this period, `progress` how far he is, 1 being there.
    """

    metric: Metric
    title: Text
    unit: Unit
    value: float | None
    before: float | None
    change: float | None
    trend: tuple[float | None, ...]
    definition: Definition
    goal: float | None = None
    progress: float | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """One value of a breakdown. `key` goes into a filter; `code` is what an official list calls it, if one does.

    `is_known` is false for a code that is not of the official list's shape: it is kept, and marked.
    """

    key: str
    label: Text
    value: int
    before: int | None
    share: float
    code: str = ""
    is_known: bool = True
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Visits (or services) by one dimension. `rest` is what lies beyond the bars shown, in so many values.

    Filters of all other dimensions hold; its own does not, so that the neighbours of a chosen bar stay in sight.
    """

    dimension: Dimension
    title: Text
    unit: Text
    bars: tuple[Bar, ...]
    total: int
    before_total: int | None
    rest: int = 0
    rest_values: int = 0


@dataclass(frozen=True, slots=True)
class MonthPoint:
    """Visits of a month beside those of the same month a year before; `is_partial` when data begin or end within it."""

    month: date
    visits: int
    last_year: int
    first: int
    repeat: int
    is_partial: bool = False


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Visits by weekday (0 is Monday) and hour; rows of 24. `without_hour` had no time in their source."""

    cells: tuple[tuple[int, ...], ...]
    most: int
    without_hour: int


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Everything on the dashboard. `first_day` and `last_day` are those of all data there are, None when empty."""

    query: Query
    tiles: tuple[Tile, ...]
    months: tuple[MonthPoint, ...]
    breakdowns: tuple[Breakdown, ...]
    heat: HeatMap
    first_day: date | None
    last_day: date | None
    working_days: int

    @property
    def is_empty(self) -> bool:
        """Whether there are no data at all, in any period."""
        return self.first_day is None

    def breakdown(self, dimension: Dimension) -> Breakdown:
        """One of the charts.

        Raises:
            KeyError: the dashboard has no such chart.
        """
        for one in self.breakdowns:
            if one.dimension is dimension:
                return one
        raise KeyError(dimension)


class Column(StrEnum):
    """Columns of a table, in their order."""

    VISITS = "visits"
    BEFORE = "before"
    SHARE = "share"
    FIRST = "first"
    REPEAT = "repeat"
    DISEASE = "disease"
    PREVENTIVE = "preventive"
    DISPENSARY = "dispensary"
    HOME = "home"
    NO_SHOWS = "no_shows"
    SERVICES = "services"
    MINUTES = "minutes"
    MEAN_MINUTES = "mean_minutes"
    RURAL = "rural"
    CHILDREN = "children"
    ADULTS = "adults"
    PENSIONERS = "pensioners"
    SICK_OPENED = "sick_opened"
    SICK_CLOSED = "sick_closed"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; `cells` go with `Table.columns`, None where there is nothing to reckon from."""

    key: str
    label: Text
    cells: tuple[float | None, ...]
    code: str = ""
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of a period by one dimension; totals are reckoned from the facts, not from the rows.

    `has_data` is false when there is nothing at all, in any period.
    """

    query: Query
    dimension: Dimension
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    totals: tuple[float | None, ...]
    compared_with: Period | None = None
    has_data: bool = True
