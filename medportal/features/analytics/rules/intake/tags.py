"""Numbers of rows as keyed hashes: a row that comes twice is known, and nobody reads a number out of it."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from medportal.features.analytics.rules.intake.batches import Texts, pa

Tags = NDArray[np.uint64]
# Longer numbers are cut: what follows no longer tells rows apart.
LONGEST = 96
# The places of letters are reckoned for so many rows at once: eight bytes for each letter.
_AT_ONCE = 2_048
_ODD = np.uint64(0x9E3779B97F4A7C15)


def of_columns(columns: list[Texts], secret: bytes) -> Tags:
    """One hash for each row over the texts of some columns."""
    tags = np.zeros(len(columns[0]) if columns else 0, np.uint64)
    for place, column in enumerate(columns):
        tags = _mixed(tags * _ODD + _hashed(column, secret, place))
    return tags


def _hashed(column: Texts, secret: bytes, place: int) -> Tags:
    """Multilinear hashing: each eight bytes times a secret number, summed; two texts collide once in 2⁶³ or so."""
    encoded = column.cast(pa.large_binary())
    _, offsets_buffer, data_buffer = encoded.buffers()
    size = len(encoded)
    offsets: Any = np.frombuffer(offsets_buffer, np.int64)[encoded.offset : encoded.offset + size + 1]
    data: Any = np.frombuffer(data_buffer, np.uint8) if data_buffer is not None else np.empty(0, np.uint8)
    lengths = np.minimum(np.diff(offsets), LONGEST)
    width = -(-max(int(lengths.max(initial=0)), 1) // 8) * 8
    numbers = np.random.Generator(np.random.Philox(key=int.from_bytes(secret[:8], "big"), counter=place)).integers(
        0, 2**64, width // 8 + 1, np.uint64
    )
    summed = np.empty(size, np.uint64)
    for start in range(0, size, _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        cells = _cells(data, offsets[:-1][some], lengths[some], width)
        summed[some] = (cells.view("<u8") * (numbers[1:] | np.uint64(1))).sum(axis=1, dtype=np.uint64)
    return _mixed(summed + lengths.astype(np.uint64) * numbers[0])


def _cells(data: Any, starts: Any, lengths: Any, width: int) -> NDArray[np.uint8]:
    """Texts side by side, each filled up with zeros to the same width."""
    inside = np.arange(width)[None, :] < lengths[:, None]
    cells = np.zeros((len(starts), width), np.uint8)
    cells[inside] = data[(starts[:, None] + np.arange(width)[None, :])[inside]]
    return cells


def _mixed(numbers: Tags) -> Tags:
    numbers = numbers ^ (numbers >> np.uint64(32))
    numbers = numbers * _ODD
    return numbers ^ (numbers >> np.uint64(29))


class Seen:
    """Tags met so far, in a few sorted rows, each at least twice the next: asking is cheap, and so is taking more in."""

    def __init__(self, tags: Tags) -> None:
        self._rows = [np.sort(tags)] if len(tags) else []

    def met(self, tags: Tags, wanted: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Which of the wanted tags were met before, or stand earlier in this very row; the rest is taken in."""
        met = np.zeros(len(tags), np.bool_)
        for row in self._rows:
            places = np.minimum(np.searchsorted(row, tags), len(row) - 1)
            met |= row[places] == tags
        places = np.flatnonzero(wanted & ~met)
        _, firsts = np.unique(tags[places], return_index=True)
        again = np.ones(len(places), np.bool_)
        again[firsts] = False
        met[places[again]] = True
        self._take(np.sort(tags[places[firsts]]))
        return met & wanted

    def _take(self, fresh: Tags) -> None:
        if not len(fresh):
            return
        while self._rows and len(self._rows[-1]) < 2 * len(fresh):
            fresh = np.concatenate((self._rows.pop(), fresh))
            # Two sorted runs: a stable sort merges them.
            fresh.sort(kind="stable")
        self._rows.append(fresh)
