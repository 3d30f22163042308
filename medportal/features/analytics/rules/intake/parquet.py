"""Parquet: columns of plain values as text; what is nested inside is left out."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from medportal.features.analytics.rules.intake.batches import ROWS, Batch, Sheet, check_width, pa
from medportal.features.analytics.rules.intake.trouble import FileTroubleError
from medportal.features.analytics.schemas.imports import Trouble


def sheet(data: bytes) -> Sheet:
    """A Parquet file as a sheet.

    Raises:
        FileTroubleError: it is cut off or damaged.
    """
    import pyarrow.parquet  # pyright: ignore[reportMissingTypeStubs]

    arrow: Any = pyarrow.parquet
    try:
        file = arrow.ParquetFile(pa.BufferReader(data))
        schema = file.schema_arrow
    except (pa.ArrowException, OSError) as error:
        raise _trouble(error) from None
    plain = [field.name for field in schema if not pa.types.is_nested(field.type)]
    check_width(len(plain))
    if len(set(plain)) != len(plain):
        raise FileTroubleError(Trouble.BROKEN)
    return Sheet(tuple(plain), _batches(file, plain), [])


def _batches(file: Any, plain: list[str]) -> Iterator[Batch]:
    number = 1
    try:
        for batch in file.iter_batches(batch_size=ROWS, columns=plain, use_threads=False):
            # The header is no row of the file: rows are counted from 1.
            rows = int(batch.num_rows)
            yield Batch(np.arange(number, number + rows), [_text(column) for column in batch.columns])
            number += rows
    except (pa.ArrowException, OSError) as error:
        raise _trouble(error) from None


def _trouble(error: Exception) -> FileTroubleError:
    # What does not fit into memory, or into one column of text, is too heavy, not damaged.
    heavy = isinstance(error, (MemoryError, pa.ArrowCapacityError))
    return FileTroubleError(Trouble.BOMB if heavy else Trouble.TRUNCATED)


def _text(column: Any) -> Any:
    import pyarrow.compute  # pyright: ignore[reportMissingTypeStubs]

    compute: Any = pyarrow.compute
    kind = column.type
    if pa.types.is_dictionary(kind):
        column = column.dictionary_decode()
        kind = column.type
    if pa.types.is_timestamp(kind):
        # With a zone it is a moment, kept in UTC; without one it is what the clock showed.
        told = "%Y-%m-%d %H:%MZ" if kind.tz else "%Y-%m-%d %H:%M"
        column = compute.strftime(column.cast(pa.timestamp("s"), safe=False), format=told)
    elif pa.types.is_binary(kind) or pa.types.is_large_binary(kind) or pa.types.is_fixed_size_binary(kind):
        # Bytes may be anything; what is text comes as text.
        return pa.array([""] * len(column), pa.string())
    return compute.fill_null(column.cast(pa.string()), "")
