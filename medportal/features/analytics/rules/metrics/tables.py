"""Tables: every column of every value of a dimension, reckoned from the same facts as the charts."""

from typing import cast

import numpy as np

from medportal.features.analytics.rules import facts
from medportal.features.analytics.rules.metrics.figures import Sums, sums_by
from medportal.features.analytics.rules.metrics.frame import Frame, Selection, summed
from medportal.features.analytics.rules.metrics.labels import label
from medportal.features.analytics.schemas.asking import Query
from medportal.features.analytics.schemas.dimensions import Age, Dimension
from medportal.features.analytics.schemas.figures import Column, Table, TableRow

_CHILDREN = (Age.INFANT, Age.CHILD, Age.TEEN)
_PENSIONERS = (Age.PENSION, Age.OLD)
_ADULTS = (Age.YOUNG, Age.MIDDLE, Age.BEFORE_PENSION, *_PENSIONERS)
_AGES = {Column.CHILDREN: _CHILDREN, Column.ADULTS: _ADULTS, Column.PENSIONERS: _PENSIONERS}
_PLAIN = (
    Column.VISITS, Column.FIRST, Column.REPEAT, Column.DISEASE, Column.PREVENTIVE, Column.DISPENSARY, Column.HOME,
    Column.NO_SHOWS, Column.SERVICES, Column.MINUTES, Column.RURAL, Column.SICK_OPENED, Column.SICK_CLOSED,
)  # fmt: skip


def table(query: Query, dimension: Dimension, now: Selection, before: Selection | None) -> Table:
    """One row for each value that has anything to show, in the order of its name or of time."""
    columns = tuple(one for one in Column if one is not Column.BEFORE or before is not None)
    earlier = _visits(dimension, before.frame()) if before is not None else {}
    frame = now.frame()
    numbers, cells = _cells(dimension, frame)
    if dimension not in {Dimension.DAY, Dimension.MONTH}:
        # What was there before and is gone now has a row, too.
        nothing = {**dict.fromkeys(Column, 0.0), Column.MEAN_MINUTES: None}
        gone = sorted(earlier.keys() - set(numbers))
        numbers, cells = [*numbers, *gone], [*cells, *(nothing for _ in gone)]
    rows: list[TableRow] = []
    for number, cell in zip(numbers, cells, strict=True):
        key, name, code, is_known = label(dimension, number, frame.book)
        known = {**cell, Column.BEFORE: float(earlier.get(number, 0))}
        rows.append(TableRow(key, name, tuple(known[one] for one in columns), code, is_known))
    total = _cells_of(frame, np.zeros(frame.size, np.int64), 1)[0]
    total[Column.BEFORE] = float(sum(earlier.values()))
    return Table(query, dimension, columns, tuple(rows), tuple(total[one] for one in columns))


def _cells(dimension: Dimension, frame: Frame) -> tuple[list[int], list[dict[Column, float | None]]]:
    numbers, places = np.unique(frame.values(dimension), return_inverse=True)
    return numbers.tolist(), _cells_of(frame, cast("facts.Ints", places), len(numbers))


def _cells_of(frame: Frame, places: facts.Ints, size: int) -> list[dict[Column, float | None]]:
    visits = frame.column("visits")
    ages = {
        column: summed(places, visits * np.isin(frame.column("age"), groups), size) for column, groups in _AGES.items()
    }
    whole = int(visits.sum(dtype=np.int64))
    return [
        _cell(sums, whole, {column: int(counts[place]) for column, counts in ages.items()})
        for place, sums in enumerate(sums_by(frame, lambda weights: summed(places, weights, size)))
    ]


def _cell(sums: Sums, whole: int, ages: dict[Column, int]) -> dict[Column, float | None]:
    plain: dict[Column, float | None] = {column: float(getattr(sums, column.value)) for column in _PLAIN}
    return {
        **plain,
        Column.BEFORE: 0.0,
        Column.SHARE: sums.visits / whole if whole else 0.0,
        Column.MEAN_MINUTES: sums.minutes / sums.timed if sums.timed else None,
        **{column: float(count) for column, count in ages.items()},
    }


def _visits(dimension: Dimension, frame: Frame) -> dict[int, int]:
    numbers, places = np.unique(frame.values(dimension), return_inverse=True)
    sums = summed(cast("facts.Ints", places), frame.column("visits"), len(numbers))
    return dict(zip(numbers.tolist(), sums.tolist(), strict=True))
