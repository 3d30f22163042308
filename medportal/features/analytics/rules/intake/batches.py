"""A file as a table of text: titles, and batches of columns with the numbers of their rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

import numpy as np
import pyarrow  # pyright: ignore[reportMissingTypeStubs]
from numpy.typing import NDArray

from medportal.features.analytics.rules.intake.trouble import FileTroubleError
from medportal.features.analytics.schemas.imports import Trouble

# The library has no types of its own.
pa: Any = cast("Any", pyarrow)
Texts: TypeAlias = Any

ROWS = 65_536
MOST_ROWS = 5_000_000
MOST_COLUMNS = 1_024


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of a file: their numbers as a person counts them, and each column as text, empty where nothing stands."""

    numbers: NDArray[np.int64]
    columns: list[Texts]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file in reading. `broken` fills with the numbers of rows that are no rows, as reading goes on."""

    titles: tuple[str, ...]
    batches: Iterator[Batch]
    broken: list[int]


def of_rows(rows: Sequence[Sequence[str]], numbers: Sequence[int], width: int) -> Batch:
    """A batch out of rows of strings; short rows are filled up."""
    columns = [
        pa.array([row[place] if place < len(row) else "" for row in rows], pa.string()) for place in range(width)
    ]
    return Batch(np.asarray(numbers, np.int64), columns)


def together(batches: Iterator[Batch], rows: int) -> Iterator[Batch]:
    """The same rows in batches of about so many: what is done once a batch is done less often."""
    held: list[Batch] = []
    for batch in batches:
        held.append(batch)
        if sum(len(one.numbers) for one in held) >= rows:
            yield _joined(held)
            held = []
    if held:
        yield _joined(held)


def _joined(held: list[Batch]) -> Batch:
    if len(held) == 1:
        return held[0]
    columns = [pa.concat_arrays(parts) for parts in zip(*(one.columns for one in held), strict=True)]
    return Batch(np.concatenate([one.numbers for one in held]), columns)


def counted(batches: Iterator[Batch]) -> Iterator[Batch]:
    """The batches, unless there are too many rows.

    Raises:
        FileTroubleError: there are.
    """
    seen = 0
    for batch in batches:
        seen += len(batch.numbers)
        if seen > MOST_ROWS:
            raise FileTroubleError(Trouble.TOO_LONG)
        yield batch


def check_width(width: int) -> None:
    """Refuse a table with too many columns.

    Raises:
        FileTroubleError: it has.
    """
    if width > MOST_COLUMNS:
        raise FileTroubleError(Trouble.TOO_WIDE)
    if width == 0:
        raise FileTroubleError(Trouble.EMPTY)
