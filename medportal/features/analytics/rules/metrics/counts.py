"""What a period adds up to, from its facts or from whole months that were added up before: the same figures either way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property, reduce
from typing import Protocol

from medportal.features.analytics.rules import facts
from medportal.features.analytics.rules.metrics import mixes
from medportal.features.analytics.rules.metrics.figures import Sums, sums_of
from medportal.features.analytics.rules.metrics.frame import Codebook, Pool, Selection, summed
from medportal.features.analytics.schemas.asking import Filter, Period
from medportal.features.analytics.schemas.dimensions import Dimension


class Counts(Protocol):
    """A period under filters, as charts ask for it."""

    @property
    def book(self) -> Codebook:
        """The codes of the practice."""
        ...

    @property
    def week(self) -> facts.Ints:
        """Visits by weekday and hour, in rows of 25."""
        ...

    def by(self, dimension: Dimension) -> facts.Ints:
        """Visits (services by service) of each value, by its small number, its own filter left out."""
        ...


@dataclass(frozen=True, slots=True)
class AddedUp:
    """A period for charts and for tiles."""

    counts: Counts
    sums: Sums


@dataclass(frozen=True, slots=True)
class FromFacts:
    """A period added up from its facts, under any filters: in parts, so that two periods may share one."""

    parts: tuple["Part", ...]

    @classmethod
    def of(cls, selection: Selection) -> "FromFacts":
        """A period that shares nothing."""
        return cls((Part(selection),))

    @property
    def book(self) -> Codebook:
        """The codes of the practice."""
        return self.parts[0].selection.book

    @property
    def week(self) -> facts.Ints:
        """Visits by weekday and hour, in rows of 25."""
        return _together([one.week for one in self.parts])

    def by(self, dimension: Dimension) -> facts.Ints:
        """Visits (services by service) of each value, by its small number, its own filter left out."""
        return _together([one.by(dimension) for one in self.parts])


@dataclass(frozen=True)
class Part:
    """Facts that are added up once, however many periods they belong to."""

    selection: Selection
    _known: dict[Dimension, facts.Ints] = field(default_factory=dict[Dimension, facts.Ints], repr=False, compare=False)

    @cached_property
    def week(self) -> facts.Ints:
        """Visits by weekday and hour, in rows of 25; filters of weekday and hour themselves do not hold."""
        return mixes.week_of(self.selection.frame(Dimension.WEEKDAY, Dimension.HOUR))

    def by(self, dimension: Dimension) -> facts.Ints:
        """Visits (services by service) of each value, by its small number, its own filter left out."""
        if dimension not in self._known:
            filtered = self.selection.has_filter(Dimension.DIAGNOSIS, Dimension.DIAGNOSIS_CLASS)
            if dimension is Dimension.DIAGNOSIS_CLASS and not filtered:
                self._known[dimension] = _by_class(self.selection.book, self.by(Dimension.DIAGNOSIS))
            else:
                self._known[dimension] = mixes.counted(dimension, self.selection.frame(dimension))
        return self._known[dimension]


def from_facts(
    pool: Pool, filters: tuple[Filter, ...], periods: Sequence[Period], by_month: Mapping[int, Sums]
) -> list[AddedUp]:
    """Periods added up from facts, whose months were added up already.

    Whole months that two periods share are counted once.
    """
    shared = _shared_months(periods)
    common = Part(Selection(pool, shared, filters)) if shared else None
    found: list[AddedUp] = []
    for period in periods:
        own = [period] if shared is None else _around(shared, period)
        parts = [Part(Selection(pool, one, filters)) for one in own]
        counts = FromFacts((common, *parts) if common else tuple(parts))
        found.append(AddedUp(counts, _sums_within(period, by_month, pool, filters)))
    return found


def _around(shared: Period, period: Period) -> list[Period]:
    ends = Period(period.first, shared.first - timedelta(days=1)), Period(shared.last + timedelta(days=1), period.last)
    return [one for one in ends if one.first <= one.last]


def _sums_within(period: Period, by_month: Mapping[int, Sums], pool: Pool, filters: tuple[Filter, ...]) -> Sums:
    # Facts are asked at the ends of a period alone.
    several: list[Sums] = []
    first, last = facts.month_number(period.first), facts.month_number(period.last)
    for number, sums in by_month.items():
        if number in (first, last) and not (part := _part_of_month(period, number)).holds_whole_months:
            several.append(sums_of(Selection(pool, part, filters).frame()))
        elif first <= number <= last:
            several.append(sums)
    return Sums.total(several)


def _shared_months(periods: Sequence[Period]) -> Period | None:
    """The whole months that lie in every one of several periods."""
    first, last = max(one.first for one in periods), min(one.last for one in periods)
    start, end = facts.month_number(first), facts.month_number(last)
    start += first > facts.first_of_month(start)
    end -= last < facts.last_of_month(end)
    if len(periods) < 2 or start > end:
        return None
    return Period(facts.first_of_month(start), facts.last_of_month(end))


def _together(several: Sequence[facts.Ints]) -> facts.Ints:
    return reduce(mixes.together, several)


@dataclass(frozen=True)
class FromMonths:
    """A period added up from whole months and, at its ends, from facts; no filters."""

    book: Codebook
    counts: facts.Ints = field(repr=False)

    @property
    def week(self) -> facts.Ints:
        """Visits by weekday and hour, in rows of 25."""
        return self.counts[: mixes.WEEK]

    def by(self, dimension: Dimension) -> facts.Ints:
        """Visits (services by service) of each value, by its small number."""
        if dimension is Dimension.DIAGNOSIS_CLASS:
            return _by_class(self.book, self.by(Dimension.DIAGNOSIS)[: len(self.book.class_index)])
        return mixes.by(dimension, self.counts)


@dataclass(frozen=True, slots=True)
class KeptMonth:
    """A month that was added up in the transaction that changed its facts."""

    first_day: int
    last_day: int
    sums: Sums
    mix: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeptMonths:
    """Months added up before, by their numbers, and the facts of those that a period holds only in part."""

    months: Mapping[int, KeptMonth]
    pool: Pool

    def within(self, period: Period) -> AddedUp:
        """What a period adds up to."""
        cut = cut_months(self.months, [period])
        first, last = facts.month_number(period.first), facts.month_number(period.last)
        whole = [self.months[one] for one in range(first, last + 1) if one in self.months and one not in cut]
        counts = mixes.unpack([month.mix for month in whole])
        sums = [month.sums for month in whole]
        for number in cut:
            frame = Selection(self.pool, _part_of_month(period, number)).frame()
            counts = mixes.together(counts, mixes.of_frame(frame))
            sums.append(sums_of(frame))
        return AddedUp(FromMonths(self.pool.book, counts), Sums.total(sums))


def cut_months(months: Mapping[int, KeptMonth], periods: Sequence[Period]) -> list[int]:
    """The months that have facts on either side of an end of a period: these are added up from facts."""
    cut: set[int] = set()
    for period in periods:
        for day in (period.first, period.last):
            number = facts.month_number(day)
            if (month := months.get(number)) is None:
                continue
            first, last = facts.day_number(period.first), facts.day_number(period.last)
            if month.first_day < first or month.last_day > last:
                cut.add(number)
    return sorted(cut)


def _part_of_month(period: Period, number: int) -> Period:
    return Period(max(period.first, facts.first_of_month(number)), min(period.last, facts.last_of_month(number)))


def _by_class(book: Codebook, by_code: facts.Ints) -> facts.Ints:
    # A class is the sum of its diagnoses, which are fewer than facts.
    return summed(book.class_index[: len(by_code)], by_code)
