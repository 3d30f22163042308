"""CSV in all its kinds: the separator is found, quotes are honoured, rows of another width are told by number."""

import io
from collections.abc import Iterator
from typing import Any

import numpy as np

from medportal.features.analytics.rules.intake.batches import Batch, Sheet, check_width, pa, together
from medportal.features.analytics.rules.intake.header import has_header
from medportal.features.analytics.rules.intake.streams import Pieces, Utf8, encoding_of
from medportal.features.analytics.rules.intake.trouble import FileTroubleError
from medportal.features.analytics.schemas.imports import Trouble

SEPARATORS = (";", "\t", "|", ",")
# The reader runs 32 blocks ahead, whatever they are for: small ones, put together again behind it.
BLOCK = 1 << 17
TOGETHER = 8_000


def sheet(source: Pieces, head: bytes) -> Sheet:
    """A CSV file as a sheet.

    Raises:
        FileTroubleError: its encoding or its quotes do not hold, also while its batches are read.
    """
    import pyarrow.csv  # pyright: ignore[reportMissingTypeStubs]

    arrow: Any = pyarrow.csv
    encoding = encoding_of(head)
    beginning = head.decode(encoding, errors="ignore").removeprefix("\ufeff")
    separator = separator_of(beginning)
    first = next(_lines(beginning, separator), list[str]())
    check_width(len(first))
    names = [f"f{place}" for place in range(len(first))]
    broken: list[int] = []

    def odd(row: Any) -> str:
        broken.append(int(row.number or 0))
        return "skip"

    try:
        reader = arrow.open_csv(
            pa.PythonFile(io.BufferedReader(Utf8(source, encoding), BLOCK), mode="r"),
            read_options=arrow.ReadOptions(use_threads=False, block_size=BLOCK, column_names=names),
            parse_options=arrow.ParseOptions(
                delimiter=separator, newlines_in_values=True, invalid_row_handler=odd, ignore_empty_lines=False
            ),
            convert_options=arrow.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False, check_utf8=True
            ),
        )
    except (pa.ArrowInvalid, OSError) as error:
        raise _trouble(error) from None
    titles = tuple(first) if has_header(first) else ()
    rows = together(_batches(reader, broken, skip=1 if titles else 0), TOGETHER)
    return Sheet(titles or _untitled(len(first)), rows, broken)


def separator_of(beginning: str) -> str:
    """The separator that cuts the first lines into the same number of fields, the more the better."""
    best, most = ",", 0
    for separator in SEPARATORS:
        widths = [len(row) for row, _ in zip(_lines(beginning, separator), range(20), strict=False)]
        # The last line may be cut off.
        widths = widths[:-1] or widths
        same = sum(width == widths[0] for width in widths) if widths else 0
        if widths and widths[0] > 1 and same * widths[0] > most and same * 2 > len(widths):
            best, most = separator, same * widths[0]
    return best


def _lines(text: str, separator: str) -> Iterator[list[str]]:
    import csv

    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error:
        raise FileTroubleError(Trouble.BROKEN) from None


def _untitled(width: int) -> tuple[str, ...]:
    return ("",) * width


def _batches(reader: Any, broken: list[int], *, skip: int) -> Iterator[Batch]:
    number, seen = 1, 0
    while True:
        try:
            batch = reader.read_next_batch()
        except StopIteration:
            return
        except (pa.ArrowInvalid, OSError) as error:
            raise _trouble(error) from None
        # Rows that were skipped have taken their numbers with them.
        odd = np.array(broken[seen:], np.int64)
        seen = len(broken)
        rows = int(batch.num_rows)
        numbers = np.arange(number, number + rows + len(odd))
        number += len(numbers)
        numbers = np.setdiff1d(numbers, odd, assume_unique=True)[:rows]
        columns = [column.slice(skip) for column in batch.columns]
        yield Batch(numbers[skip:], columns)
        skip = 0


def _trouble(error: Exception) -> FileTroubleError:
    cause = error.__cause__ or error.__context__
    if isinstance(cause, FileTroubleError):
        return cause
    return FileTroubleError(Trouble.ENCODING if "UTF8" in str(error) else Trouble.BROKEN)
