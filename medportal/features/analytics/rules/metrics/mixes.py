"""What a month adds up to by each value of each dimension: packed beside its sums, so that years need no facts.

A count stands at a place: the small dimensions first, one after another, then services and diagnoses in turns. Bodies
are kept in the database: the places may only change together with a migration that reckons them anew.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from medportal.features.analytics.rules import facts
from medportal.features.analytics.rules.metrics.frame import Frame, Pool, summed
from medportal.features.analytics.schemas.dimensions import NO_CODE, Dimension

HOURS = 25
WEEK = 7 * HOURS
# Of each small dimension, how many values it may have.
_SMALL = {Dimension.PAYMENT: 10, Dimension.PLACE: 5, Dimension.AGE: 9, Dimension.KIND: 3, Dimension.REASON: 5}
_CODES = WEEK + sum(_SMALL.values())
_PLACE, _COUNT = np.dtype("<u4"), np.dtype("<i8")


def _places() -> dict[Dimension, slice]:
    places: dict[Dimension, slice] = {}
    start = WEEK
    for dimension, size in _SMALL.items():
        places[dimension] = slice(start, start + size)
        start += size
    return {**places, Dimension.SERVICE: slice(_CODES, None, 2), Dimension.DIAGNOSIS: slice(_CODES + 1, None, 2)}


_AT = _places()


def week_of(frame: Frame) -> facts.Ints:
    """Visits by weekday and hour, in one row of counts."""
    places = frame.values(Dimension.WEEKDAY) * HOURS + frame.column("hour")
    return summed(places, frame.weights("visits"), WEEK)


def counted(dimension: Dimension, frame: Frame) -> facts.Ints:
    """Visits (services by service) of each value, by its small number."""
    counts = summed(frame.values(dimension), frame.weights("services" if dimension is Dimension.SERVICE else "visits"))
    if dimension is Dimension.SERVICE and len(counts):
        # Rows without a code of a service are no service.
        counts[NO_CODE] = 0
    return counts


def of_frame(frame: Frame) -> facts.Ints:
    """Every count of a frame, each at its place."""
    by = {dimension: counted(dimension, frame) for dimension in _AT}
    codes = max(len(by[Dimension.SERVICE]), len(by[Dimension.DIAGNOSIS]))
    counts = np.zeros(_CODES + 2 * codes, np.int64)
    counts[:WEEK] = week_of(frame)
    for dimension, here in by.items():
        counts[_AT[dimension]][: len(here)] = here
    return counts


def of_months(pool: Pool) -> Iterator[tuple[int, bytes]]:
    """The packed counts of each month that has facts, out of facts that stand month by month."""
    months = pool.values(Dimension.MONTH)
    numbers, starts = np.unique(months, return_index=True)
    edges = [*starts.tolist(), pool.size]
    for place, number in enumerate(numbers.tolist()):
        yield number, pack(of_frame(Frame(pool, slice(edges[place], edges[place + 1]))))


def pack(counts: facts.Ints) -> bytes:
    """Counts as the body of a month: the places that have any, then what stands at them."""
    places = np.flatnonzero(counts)
    return places.astype(_PLACE).tobytes() + counts[places].astype(_COUNT).tobytes()


def unpack(bodies: Sequence[bytes]) -> facts.Ints:
    """What months add up to together, each count at its place."""
    sizes = [len(body) // (_PLACE.itemsize + _COUNT.itemsize) for body in bodies]
    whole = [memoryview(body) for body in bodies]
    edges = [size * _PLACE.itemsize for size in sizes]
    places = np.frombuffer(b"".join(body[:edge] for body, edge in zip(whole, edges, strict=True)), _PLACE)
    counts = np.frombuffer(b"".join(body[edge:] for body, edge in zip(whole, edges, strict=True)), _COUNT)
    return summed(places.astype(np.int64), counts, _CODES)


def together(one: facts.Ints, other: facts.Ints) -> facts.Ints:
    """Two rows of counts added up, place by place."""
    joined = np.zeros(max(len(one), len(other)), np.int64)
    joined[: len(one)] += one
    joined[: len(other)] += other
    return joined


def by(dimension: Dimension, counts: facts.Ints) -> facts.Ints:
    """The counts of one dimension, by the small number of each value."""
    return counts[_AT[dimension]]
