"""Facts at grain: how they are packed in the months of a practice, and counted together.

A fact is a day, an hour and seven codes with sums. Months are packed: a whole practice of twenty years is some
megabytes that numpy reads as they lie, and figures of any period under any filters are a few passes over them.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Facts: TypeAlias = NDArray[Any]
Ints: TypeAlias = NDArray[np.int64]
Columns: TypeAlias = dict[str, NDArray[Any]]

EPOCH = date(1970, 1, 1).toordinal()
VERSION = 1
KEYS = ("day", "hour", "service", "diagnosis", "payment", "place", "age", "kind", "reason")
SUMS = ("visits", "no_shows", "minutes", "timed", "services", "rural", "sick_opened", "sick_closed")
RECORD = np.dtype(
    [
        ("day", "<u2"),
        ("service", "<u2"),
        ("diagnosis", "<u2"),
        ("visits", "<u2"),
        ("no_shows", "<u2"),
        ("timed", "<u2"),
        ("services", "<u2"),
        ("rural", "<u2"),
        ("sick_opened", "<u2"),
        ("sick_closed", "<u2"),
        ("minutes", "<u4"),
        ("hour", "u1"),
        ("payment", "u1"),
        ("place", "u1"),
        ("age", "u1"),
        ("kind", "u1"),
        ("reason", "u1"),
    ]
)
# The largest value of each part of the key, for counting together by one number.
_RADIX = {"hour": 25, "payment": 10, "place": 5, "age": 9, "kind": 3, "reason": 5, "service": 65536, "diagnosis": 65536}
_MOST = 65535
LAST_DAY = _MOST
_MOST_MINUTES = 4_000_000_000


def empty() -> Facts:
    """No facts."""
    return np.empty(0, RECORD)


def pack(facts: Facts) -> bytes:
    """Facts as the body of a block: column after column, so that a figure reads only what it needs."""
    return b"".join(facts[name].tobytes() for name in RECORD.names or ())


def unpack(bodies: Sequence[bytes]) -> Columns:
    """Columns of facts from the bodies in which they were packed, in the order of the bodies."""
    whole = [memoryview(body) for body in bodies]
    sizes = [len(body) // RECORD.itemsize for body in bodies]
    columns: Columns = {}
    offset = 0
    for name in RECORD.names or ():
        kind = RECORD[name]
        parts = [body[offset * n : (offset + kind.itemsize) * n] for body, n in zip(whole, sizes, strict=True)]
        columns[name] = np.frombuffer(b"".join(parts), kind)
        offset += kind.itemsize
    return columns


def columns_of(facts: Facts) -> Columns:
    """Facts as columns."""
    return {name: np.ascontiguousarray(facts[name]) for name in RECORD.names or ()}


def rows_of(columns: Columns) -> Facts:
    """Columns as facts again."""
    facts = np.empty(len(columns["day"]), RECORD)
    for name, column in columns.items():
        facts[name] = column
    return facts


def day_number(day: date) -> int:
    """Days since 1 January 1970."""
    return day.toordinal() - EPOCH


def day_of(number: int) -> date:
    """The day of a number."""
    return date.fromordinal(EPOCH + number)


def month_number(day: date) -> int:
    """Months since January of the year 0."""
    return day.year * 12 + day.month - 1


def first_of_month(number: int) -> date:
    """The first day of a month of a number."""
    return date(number // 12, number % 12 + 1, 1)


def last_of_month(number: int) -> date:
    """The last day of a month of a number."""
    return first_of_month(number + 1) - timedelta(days=1)


def first_days(months: Sequence[int]) -> Ints:
    """The day number of the first day of each month."""
    since = np.asarray(months, np.int64) - 1970 * 12
    return since.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def months_of(days: NDArray[Any]) -> Ints:
    """The month number of each day number."""
    since = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return since + 1970 * 12


def by_grain(columns: dict[str, NDArray[Any]]) -> Facts:
    """Rows counted together: one fact for each combination of day, hour and codes.

    A sum too large for its place stands in several facts of the same key, which add up to it.
    """
    size = len(columns["day"])
    if not size:
        return empty()
    high = columns["day"].astype(np.int64)
    for name in ("hour", "payment", "place", "age", "kind", "reason"):
        high = high * _RADIX[name] + columns[name]
    low = columns["service"].astype(np.int64) * _RADIX["diagnosis"] + columns["diagnosis"]
    order = np.lexsort((low, high))
    high, low = high[order], low[order]
    fresh = np.empty(size, bool)
    fresh[0] = True
    fresh[1:] = (high[1:] != high[:-1]) | (low[1:] != low[:-1])
    starts = np.flatnonzero(fresh)
    sums = {name: np.add.reduceat(columns[name][order].astype(np.int64), starts) for name in SUMS}
    kept = {name: columns[name][order][starts] for name in KEYS}
    times = _times(sums)
    facts = np.empty(int(times.sum()), RECORD)
    nth = np.arange(len(facts)) - np.repeat(np.cumsum(times) - times, times)
    for name in KEYS:
        facts[name] = np.repeat(kept[name], times)
    for name in SUMS:
        most = _MOST_MINUTES if name == "minutes" else _MOST
        facts[name] = np.clip(np.repeat(sums[name], times) - nth * most, 0, most)
    return facts


def _times(sums: dict[str, Ints]) -> Ints:
    """In how many facts each combination must stand, so that every sum fits."""
    times = np.ones(len(sums["visits"]), np.int64)
    for name in SUMS:
        most = _MOST_MINUTES if name == "minutes" else _MOST
        times = np.maximum(times, -(-sums[name] // most))
    return times
