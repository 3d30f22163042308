"""The facts of a period, with masks of filters: what every figure is reckoned from."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Frame:
    """Facts of a period, and for each filter the mask of the facts that it lets through."""

    rows: facts.Facts
    masks: Mapping[Dimension, Mask]
    book: Codebook

    @classmethod
    def of(cls, rows: facts.Facts, period: Period, filters: Sequence[Filter], book: Codebook) -> "Frame":
        """The facts of a period out of those of its months."""
        first, last = facts.day_number(period.first), facts.day_number(period.last)
        days = rows["day"]
        if len(rows) and (int(days.min()) < first or int(days.max()) > last):
            rows = rows[(days >= first) & (days <= last)]
        made = cls(rows, {}, book)
        return cls(rows, {one.dimension: made.allowed(one) for one in filters}, book)

    def allowed(self, one: Filter) -> Mask:
        """The mask of one filter; a value that does not exist lets nothing through."""
        values = self.values(one.dimension)
        wanted = self._wanted(one)
        through = np.zeros(max(int(values.max(initial=0)), *wanted, 0) + 1, np.bool_)
        through[wanted] = True
        return through[values]

    def values(self, dimension: Dimension) -> facts.Ints:
        """The value of a dimension for each fact, as a small number."""
        if dimension is Dimension.DIAGNOSIS_CLASS:
            return self.book.class_index[self.rows["diagnosis"]]
        if dimension is Dimension.WEEKDAY:
            # 1 January 1970 was a Thursday.
            return (self.rows["day"].astype(np.int64) + 3) % 7
        if dimension is Dimension.MONTH:
            return facts.months_of(self.rows["day"])
        if dimension is Dimension.DAY:
            return self.rows["day"].astype(np.int64)
        return self.rows[_FIELDS[dimension]].astype(np.int64)

    def under(self, *without: Dimension) -> "Frame":
        """The facts that all filters let through, but for those left out; no mask remains."""
        masks = [mask for dimension, mask in self.masks.items() if dimension not in without]
        if not masks:
            return Frame(self.rows, {}, self.book)
        return Frame(self.rows[np.logical_and.reduce(masks)], {}, self.book)

    def sums(self, name: str, values: facts.Ints, size: int = 0) -> facts.Ints:
        """A sum for each value of a dimension, by its small number."""
        return self.weighed(values, self.rows[name], size)

    def weighed(self, values: facts.Ints, weights: NDArray[Any], size: int = 0) -> facts.Ints:
        """Weights summed for each value; float64 holds these whole numbers exactly."""
        summed = np.bincount(values, weights=weights, minlength=size)
        return summed.astype(np.int64)

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


def _month(value: str) -> int | None:
    try:
        return facts.month_number(date.fromisoformat(f"{value}-01"))
    except ValueError:
        return None
