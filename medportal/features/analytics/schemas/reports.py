"""Reports: what a template asks for, and what a made report holds."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from medportal.features.analytics.schemas.dimensions import Dimension
from medportal.features.analytics.schemas.figures import Column, Metric
from medportal.kernel.text import Text


class ReportSpan(StrEnum):
    """How long a period a report covers, ending with the day that is chosen."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    THREE_YEARS = "three_years"


class Start(StrEnum):
    """What a field begins with."""

    NOTHING = ""
    FULL_NAME = "full_name"
    POSITION = "position"
    SPECIALITY = "speciality"
    WORKPLACE = "workplace"


class RowOrder(StrEnum):
    """How the rows of a table stand."""

    TIME = "time"
    LARGEST = "largest"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class ReportField:
    """One of the few things that the data cannot know."""

    name: str
    label: Text
    hint: Text | None = None
    is_long: bool = False
    is_required: bool = False
    start: Start = Start.NOTHING


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table: rows by a dimension, some columns, at most so many rows; what lies beyond stands in the totals."""

    title: Text
    by: Dimension
    columns: tuple[Column, ...]
    order: RowOrder = RowOrder.TIME
    limit: int = 400


@dataclass(frozen=True, slots=True)
class FiguresPart:
    """Figures of the whole period, each with its definition."""

    title: Text
    metrics: tuple[Metric, ...]


@dataclass(frozen=True, slots=True)
class WordsPart:
    """What the doctor writes himself in a field."""

    title: Text
    field: str


ReportPart = TablePart | FiguresPart | WordsPart


@dataclass(frozen=True, slots=True)
class Template:
    """A report that can be made. `fingerprint` tells one edition of a template from another."""

    key: str
    title: Text
    source: Text
    lead: Text
    span: ReportSpan
    is_wide: bool
    is_own: bool
    fields: tuple[ReportField, ...]
    parts: tuple[ReportPart, ...]
    fingerprint: str


class TemplateError(ValueError):
    """A template cannot be read; the message names the place and holds nothing but it."""


@dataclass(frozen=True, slots=True)
class Content:
    """A made report: words and numbers, in one language, all that its files are made of.

    `parts` are plain values, ready for JSON: `{"kind", "title", "head", "kinds", "rows", "total"}` for tables and figures,
    `{"kind": "words", "title", "body"}` for words. Numbers stand unrounded; `kinds` tell how each column is shown.
    """

    title: str
    source: str
    period: str
    locale: str
    is_wide: bool
    fields: tuple[tuple[str, str], ...] = field(repr=False)
    parts: tuple[dict[str, Any], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report that is kept. `is_current` is false when the data have changed since."""

    id: UUID
    template: str
    title: Text
    first_day: date
    last_day: date
    made_at: datetime
    is_current: bool
