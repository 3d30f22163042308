"""The facts of a period, with masks of filters: what every figure is reckoned from."""

from collections.abc import Collection, Sequence
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


class Pool:
    """The facts of some months in their order, column by column."""

    def __init__(self, columns: facts.Columns, book: Codebook) -> None:
        self.columns = columns
        self.book = book
        self.size = len(columns["day"])
        self._values: dict[Dimension, facts.Ints] = {}
        self._masks: dict[Filter, Mask] = {}
        self._weights: dict[str, NDArray[np.float64]] = {}

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

    def mask(self, one: Filter) -> Mask:
        """Which facts a filter lets through; a value that does not exist lets nothing through."""
        if one not in self._masks:
            values, wanted = self.values(one.dimension), self._wanted(one)
            through = np.zeros(max(int(values.max(initial=0)), *wanted, 0) + 1, np.bool_)
            through[wanted] = True
            self._masks[one] = through[values]
        return self._masks[one]

    def _valued(self, dimension: Dimension) -> facts.Ints:
        if dimension is Dimension.DIAGNOSIS_CLASS:
            return self.book.class_index[self.column("diagnosis")]
        if dimension is Dimension.WEEKDAY:
            # 1 January 1970 was a Thursday.
            return (self.values(Dimension.DAY) + 3) % 7
        if dimension is Dimension.MONTH:
            days = self.values(Dimension.DAY)
            # Months of the days between the first and the last are looked up: facts are many, days are few.
            first = int(days.min(initial=0xFFFF))
            known = facts.months_of(np.arange(first, int(days.max(initial=first)) + 1))
            return known[days - first]
        return self.column("day" if dimension is Dimension.DAY else _FIELDS[dimension]).astype(np.int64)

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
    """The facts of a period under filters. Facts of the pool stand month by month, so that a period is a slice."""

    pool: Pool
    part: slice
    edges: Mask | None
    filters: tuple[Filter, ...]
    # Charts under the same filters ask for the same weights again and again.
    _weighed: dict[tuple[str, tuple[Filter, ...]], NDArray[np.float64]] = field(
        default_factory=dict[tuple[str, tuple[Filter, ...]], NDArray[np.float64]], repr=False, compare=False
    )

    @classmethod
    def of(cls, pool: Pool, period: Period, filters: Sequence[Filter]) -> "Frame":
        """The facts of a period out of those of its months, which stand in the order of months."""
        months = pool.values(Dimension.MONTH)
        low, high = facts.month_number(period.first), facts.month_number(period.last)
        part = slice(int(np.searchsorted(months, low)), int(np.searchsorted(months, high, side="right")))
        edges = None
        if not period.holds_whole_months:
            days = pool.values(Dimension.DAY)[part]
            edges = (days >= facts.day_number(period.first)) & (days <= facts.day_number(period.last))
        return cls(pool, part, edges, tuple(filters))

    @property
    def book(self) -> Codebook:
        """The codes of the practice."""
        return self.pool.book

    def has_filter(self, *dimensions: Dimension) -> bool:
        """Whether any of these dimensions is filtered."""
        return any(one.dimension in dimensions for one in self.filters)

    def values(self, dimension: Dimension) -> facts.Ints:
        """The value of a dimension for each fact, as a small number."""
        return self.pool.values(dimension)[self.part]

    def column(self, name: str) -> NDArray[Any]:
        """One column of the facts, filters not applied."""
        return self.pool.column(name)[self.part]

    def let_through(self, *without: Dimension) -> Mask | None:
        """Which facts all filters let through, but for those left out; None when every one."""
        masks = [self.pool.mask(one)[self.part] for one in self.filters if one.dimension not in without]
        if self.edges is not None:
            masks.append(self.edges)
        return np.logical_and.reduce(masks) if masks else None

    def weights(self, name: str, *without: Dimension) -> NDArray[np.float64]:
        """One column, zero where a filter does not let through."""
        asked = (name, tuple(one for one in self.filters if one.dimension not in without))
        if asked not in self._weighed:
            mask = self.let_through(*without)
            weights = self.pool.weights(name)[self.part]
            self._weighed[asked] = weights if mask is None else weights * mask
        return self._weighed[asked]

    def narrowed(self) -> "Frame":
        """The same facts with nothing left of what filters hold back: for tables, which name what is there."""
        mask = self.let_through()
        parts = {name: column[self.part] for name, column in self.pool.columns.items()}
        held = parts if mask is None else {name: column[mask] for name, column in parts.items()}
        return Frame(Pool(held, self.book), slice(None), None, ())


def summed(values: facts.Ints, weights: NDArray[Any], size: int = 0) -> facts.Ints:
    """Weights summed for each value; float64 holds these whole numbers exactly."""
    return np.bincount(values, weights=weights, minlength=size).astype(np.int64)


def _month(value: str) -> int | None:
    try:
        return facts.month_number(date.fromisoformat(f"{value}-01"))
    except ValueError:
        return None
