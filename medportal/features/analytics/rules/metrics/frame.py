"""The facts of a period under filters: what every figure is reckoned from."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from medportal.features.analytics.rules import codes, facts
from medportal.features.analytics.schemas.asking import Filter, Period
from medportal.features.analytics.schemas.dimensions import NO_CODE, Code, CodeKind, Dimension

Mask: TypeAlias = NDArray[np.bool_]
NO_CLASS, UNKNOWN_CLASS = "-", "?"
_FIELDS = {
    Dimension.PAYMENT: "payment",
    Dimension.PLACE: "place",
    Dimension.AGE: "age",
    Dimension.KIND: "kind",
    Dimension.REASON: "reason",
    Dimension.HOUR: "hour",
    Dimension.SERVICE: "service",
    Dimension.DIAGNOSIS: "diagnosis",
}


class Codebook:
    """The codes of a practice: numbers to codes, codes to numbers, diagnoses to classes."""

    def __init__(self, rows: Sequence[tuple[CodeKind, Code]]) -> None:
        self.codes: dict[CodeKind, dict[int, Code]] = {kind: {} for kind in CodeKind}
        for kind, code in rows:
            self.codes[kind][code.number] = code
        self.class_keys = (NO_CLASS, *(one.key for one in codes.classes()), UNKNOWN_CLASS)
        diagnoses = self.codes[CodeKind.DIAGNOSIS]
        # By the number of a diagnosis, the place of its class among `class_keys`.
        self.class_index = np.zeros(max(diagnoses, default=0) + 1, np.int64)
        places = {key: place for place, key in enumerate(self.class_keys)}
        for number, code in diagnoses.items():
            key = codes.class_of(code.code) if code.is_known else None
            self.class_index[number] = places[key or UNKNOWN_CLASS]

    def numbers(self, kind: CodeKind, written: Collection[str]) -> list[int]:
        """The numbers of codes; `-` is «not told»."""
        wanted = set(written)
        found = [number for number, code in self.codes[kind].items() if code.code in wanted]
        return [*found, NO_CODE] if NO_CLASS in wanted else found


class _Taken(dict[str, NDArray[Any]]):
    """Some rows of columns, each column taken when it is first asked for."""

    def __init__(self, columns: Mapping[str, NDArray[Any]], rows: NDArray[np.intp]) -> None:
        super().__init__()
        # Some rows of some rows are taken from where all of them lie.
        among = isinstance(columns, _Taken)
        self._columns: Mapping[str, NDArray[Any]] = columns._columns if among else columns
        self._rows: NDArray[np.intp] = columns._rows.take(rows) if among else rows

    def __missing__(self, name: str) -> NDArray[Any]:
        self[name] = self._columns[name].take(self._rows)
        return self[name]


class Pool:
    """The facts of some months in their order, column by column."""

    def __init__(self, columns: facts.Columns, book: Codebook) -> None:
        self.columns = columns
        self.book = book
        self.size = len(columns["day"])
        self._values: dict[Dimension, facts.Ints] = {}
        self._weights: dict[str, NDArray[np.float64]] = {}
        self._under: dict[tuple[Filter, ...], Pool] = {}

    def under(self, filters: tuple[Filter, ...]) -> "Pool":
        """The facts that every one of some filters lets through, still in the order of months."""
        if filters and filters not in self._under:
            self._under[filters] = self.held(np.logical_and.reduce([self._mask(one) for one in filters]))
        return self._under[filters] if filters else self

    def held(self, mask: Mask, start: int = 0) -> "Pool":
        """The facts that a mask lets through, which begins with one of them."""
        return Pool(_Taken(self.columns, np.flatnonzero(mask) + start), self.book)

    def column(self, name: str) -> NDArray[Any]:
        """One column, contiguous."""
        return self.columns[name]

    def weights(self, name: str) -> NDArray[np.float64]:
        """One column in the form in which it is summed."""
        if name not in self._weights:
            self._weights[name] = self.columns[name].astype(np.float64)
        return self._weights[name]

    def values(self, dimension: Dimension) -> facts.Ints:
        """The value of a dimension for each fact, as a small number."""
        if dimension not in self._values:
            self._values[dimension] = self._valued(dimension)
        return self._values[dimension]

    def starts_of(self, months: Sequence[int]) -> facts.Ints:
        """Where the facts of each month begin, or would begin.

        Facts stand month by month, so that halving finds the place although days within a month are in no order.
        """
        days: NDArray[np.uint16] = self.columns["day"]
        firsts = np.clip(facts.first_days(months), 0, facts.LAST_DAY).astype(np.uint16)
        return np.searchsorted(days, firsts)

    def _mask(self, one: Filter) -> Mask:
        # A value that does not exist lets nothing through.
        column, told = self._told(one.dimension)
        wanted, most = self._wanted(one), int((column if told is None else told).max(initial=0))
        through = np.zeros(max(most, *wanted, 0) + 1, np.bool_)
        through[wanted] = True
        return (through if told is None else through.take(told)).take(column)

    def _valued(self, dimension: Dimension) -> facts.Ints:
        column, told = self._told(dimension)
        return column.astype(np.int64) if told is None else told.take(column)

    def _told(self, dimension: Dimension) -> tuple[NDArray[Any], facts.Ints | None]:
        """The column by which facts stand in a dimension and, where it is not the value itself, each value by it.

        Facts are many; days, diagnoses and their classes are few.
        """
        if dimension is Dimension.DIAGNOSIS_CLASS:
            return self.column("diagnosis"), self.book.class_index
        day = self.column("day")
        if dimension is Dimension.DAY:
            return day, None
        if dimension is Dimension.WEEKDAY:
            # 1 January 1970 was a Thursday.
            return day, (np.arange(int(day.max(initial=0)) + 1) + 3) % 7
        if dimension is Dimension.MONTH:
            return day, facts.months_of(np.arange(int(day.max(initial=0)) + 1))
        return self.column(_FIELDS[dimension]), None

    def _wanted(self, one: Filter) -> list[int]:
        if one.dimension is Dimension.SERVICE:
            return self.book.numbers(CodeKind.SERVICE, one.values)
        if one.dimension is Dimension.DIAGNOSIS:
            return self.book.numbers(CodeKind.DIAGNOSIS, one.values)
        if one.dimension is Dimension.DIAGNOSIS_CLASS:
            keys = self.book.class_keys
            return [keys.index(value) for value in one.values if value in keys]
        if one.dimension is Dimension.MONTH:
            return [number for value in one.values if (number := _month(value)) is not None]
        return [int(value) for value in one.values if value.isdecimal() and len(value) < 6]


@dataclass(frozen=True, slots=True)
class Frame:
    """Facts that lie one after another in a pool: what is added up."""

    pool: Pool
    part: slice

    @classmethod
    def whole(cls, pool: Pool) -> "Frame":
        """All facts of a pool."""
        return cls(pool, slice(0, pool.size))

    @property
    def book(self) -> Codebook:
        """The codes of the practice."""
        return self.pool.book

    @property
    def size(self) -> int:
        """How many facts there are."""
        return len(self.column("day"))

    def values(self, dimension: Dimension) -> facts.Ints:
        """The value of a dimension for each fact, as a small number."""
        return self.pool.values(dimension)[self.part]

    def column(self, name: str) -> NDArray[Any]:
        """One column of the facts."""
        return self.pool.column(name)[self.part]

    def weights(self, name: str) -> NDArray[np.float64]:
        """One column in the form in which it is summed."""
        return self.pool.weights(name)[self.part]


@dataclass(frozen=True, slots=True)
class Selection:
    """A period under filters. Facts of the pool stand month by month, so that whole months are a part of it."""

    pool: Pool
    period: Period
    filters: tuple[Filter, ...] = ()
    _frames: dict[tuple[Filter, ...], Frame] = field(
        default_factory=dict[tuple[Filter, ...], Frame], repr=False, compare=False
    )

    @property
    def book(self) -> Codebook:
        """The codes of the practice."""
        return self.pool.book

    def has_filter(self, *dimensions: Dimension) -> bool:
        """Whether any of these dimensions is filtered."""
        return any(one.dimension in dimensions for one in self.filters)

    def frame(self, *without: Dimension) -> Frame:
        """The facts that lie in the period and that all filters let through, but for those left out."""
        asked = tuple(one for one in self.filters if one.dimension not in without)
        if asked not in self._frames:
            self._frames[asked] = self._found(self.pool.under(asked))
        return self._frames[asked]

    def _found(self, pool: Pool) -> Frame:
        low, high = facts.month_number(self.period.first), facts.month_number(self.period.last)
        part = slice(*pool.starts_of((low, high + 1)).tolist())
        if self.period.holds_whole_months:
            return Frame(pool, part)
        days = pool.column("day")[part]
        mask = (days >= facts.day_number(self.period.first)) & (days <= facts.day_number(self.period.last))
        return Frame(pool, part) if mask.all() else Frame.whole(pool.held(mask, part.start))


def summed(values: facts.Ints, weights: NDArray[Any], size: int = 0) -> facts.Ints:
    """Weights summed for each value; float64 holds these whole numbers exactly."""
    return np.bincount(values, weights=weights, minlength=size).astype(np.int64)


def _month(value: str) -> int | None:
    try:
        return facts.month_number(date.fromisoformat(f"{value}-01"))
    except ValueError:
        return None
