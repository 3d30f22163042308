"""What a doctor asks of his figures: a period, a comparison, filters; written in an address and read back from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from medportal.features.analytics.schemas.dimensions import Dimension

FIRST_DAY = date(1970, 1, 1)
LAST_DAY = date(2148, 12, 31)


class Compare(StrEnum):
    """With what a period is compared."""

    NONE = "none"
    PREVIOUS = "previous"
    LAST_YEAR = "last_year"


class Span(StrEnum):
    """How long a period is; `own` has its own first and last day."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both included."""

    first: date
    last: date
    span: Span = Span.OWN

    @classmethod
    def around(cls, span: Span, day: date) -> "Period":
        """The month, quarter or year in which a day lies; `own` is that day alone."""
        if span is Span.OWN:
            return cls(day, day)
        months = {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}[span]
        start = (day.month - 1) // months * months + 1
        after = date(day.year + (start + months > 12), (start + months - 1) % 12 + 1, 1)
        return cls(date(day.year, start, 1), after - timedelta(days=1), span)

    def step(self, by: int) -> "Period":
        """The period of the same kind so many steps later; an own one moves by its length."""
        if self.span is Span.OWN:
            length = timedelta(days=((self.last - self.first).days + 1) * by)
            return Period(self.first + length, self.last + length)
        months = {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}[self.span] * by
        index = self.first.year * 12 + self.first.month - 1 + months
        return Period.around(self.span, date(index // 12, index % 12 + 1, 1))

    @property
    def holds_whole_months(self) -> bool:
        """Whether it begins with the first day of a month and ends with the last of one."""
        return self.first.day == 1 and (self.last + timedelta(days=1)).day == 1

    def year_before(self) -> "Period":
        """The same days a year earlier; 29 February becomes 28 February."""
        return Period(_year_before(self.first, is_last=False), _year_before(self.last, is_last=True), self.span)


@dataclass(frozen=True, slots=True)
class Filter:
    """Only these values of one dimension. Values are keys as they stand in `Bar.key`."""

    dimension: Dimension
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked. `params` and `read` are inverse to each other: a view can be bookmarked."""

    period: Period
    compare: Compare = Compare.LAST_YEAR
    filters: tuple[Filter, ...] = field(default=())

    @property
    def before(self) -> Period | None:
        """The period compared with."""
        if self.compare is Compare.NONE:
            return None
        return self.period.step(-1) if self.compare is Compare.PREVIOUS else self.period.year_before()

    def before_until(self, last: date | None) -> Period | None:
        """The period compared with, no longer than the asked one is when its data end with `last`: like with like."""
        before = self.before
        if before is None or last is None or not self.period.first <= last < self.period.last:
            return before
        if self.compare is Compare.LAST_YEAR:
            end = _year_before(last, is_last=True)
        else:
            end = min(before.first + (last - self.period.first), before.last)
        return Period(before.first, end)

    def without(self, dimension: Dimension) -> "Query":
        """The same question with no filter on one dimension."""
        return replace(self, filters=tuple(one for one in self.filters if one.dimension is not dimension))

    def toggled(self, dimension: Dimension, value: str) -> "Query":
        """The same question with one value put among the filters, or taken out again."""
        held = next((one.values for one in self.filters if one.dimension is dimension), ())
        values = tuple(one for one in held if one != value) if value in held else (*held, value)
        others = self.without(dimension)
        return replace(others, filters=(*others.filters, Filter(dimension, values))) if values else others

    def params(self) -> dict[str, str]:
        """The question as parameters of an address."""
        asked = {"from": self.period.first.isoformat(), "to": self.period.last.isoformat()}
        if self.period.span is not Span.OWN:
            asked = {"span": self.period.span.value, "day": self.period.first.isoformat()}
        asked["compare"] = self.compare.value
        for one in self.filters:
            asked[one.dimension.value] = "~".join(one.values)
        return asked

    @classmethod
    def read(cls, params: Mapping[str, str], today: date) -> "Query":
        """The question that an address asks; what cannot be read is left at its default, a bad address asks nothing bad."""
        filters = (Filter(one, tuple(params[one.value].split("~"))) for one in Dimension if params.get(one.value))
        compare = Compare(params["compare"]) if params.get("compare") in set(Compare) else Compare.LAST_YEAR
        kept = tuple(one for one in filters if one.dimension is not Dimension.DAY)
        return cls(_period(params, today), compare, kept)


def _period(params: Mapping[str, str], today: date) -> Period:
    if params.get("span") in {Span.MONTH, Span.QUARTER, Span.YEAR}:
        return Period.around(Span(params["span"]), _day(params.get("day"), today))
    if "from" in params or "to" in params:
        last = _day(params.get("to"), today)
        return Period(min(_day(params.get("from"), last), last), last)
    return Period.around(Span.YEAR, today)


def _day(text: str | None, otherwise: date) -> date:
    try:
        read = date.fromisoformat(text or "")
    except ValueError:
        return otherwise
    # A year must lie on either side, for comparisons.
    return min(max(read, date(1972, 1, 1)), date(2146, 12, 31))


def _year_before(day: date, *, is_last: bool) -> date:
    if is_last and day.month == 2 and day.day == 28 and (day + timedelta(days=1)).month == 3:
        # The end of February stays the end of February.
        return date(day.year - 1, 3, 1) - timedelta(days=1)
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)
