"""XLSX: values only, of the first sheet that has a table. Formulas and macros are never run; bombs are not opened."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from medportal.features.analytics.rules.intake.batches import ROWS, Batch, Sheet, check_width, of_rows
from medportal.features.analytics.rules.intake.header import has_header
from medportal.features.analytics.rules.intake.trouble import FileTroubleError
from medportal.features.analytics.schemas.imports import Trouble

# What the parts of a workbook may come to when unpacked, together; a sheet of 200,000 rows comes to about half of it.
MOST_UNPACKED = 64 * 1024 * 1024
MOST_RATIO = 200
MOST_PARTS = 2_000
# The header stands within the first rows: above it there may be a title.
HEADER_WITHIN = 10


def sheet(data: bytes) -> Sheet:
    """A workbook as a sheet.

    Raises:
        FileTroubleError: it is no workbook, damaged, or would unpack to too much.
    """
    _must_be_sound(data)
    rows = _rows(data)
    start = _header(rows)
    width = max((len(row) for row in rows[start : start + 200]), default=0)
    check_width(width)
    first = [*rows[start], *[""] * (width - len(rows[start]))]
    titled = has_header(first)
    titles = tuple(first) if titled else ("",) * width
    return Sheet(titles, _batches(rows, start + titled, width), [])


def _must_be_sound(data: bytes) -> None:
    """Look at the directory of the archive before anything in it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise FileTroubleError(Trouble.TRUNCATED) from None
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/worksheets/") for name in names):
        raise FileTroubleError(Trouble.UNKNOWN_FORMAT)
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * max(len(data), 1):
        raise FileTroubleError(Trouble.BOMB)
    _must_tell_the_truth(data, parts)


def _must_tell_the_truth(data: bytes, parts: list[zipfile.ZipInfo]) -> None:
    """Unpack every part, counting: a directory may lie about sizes."""
    left = MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in parts:
                with archive.open(part) as opened:
                    while piece := opened.read(1 << 20):
                        left -= len(piece)
                        if left < 0:
                            raise FileTroubleError(Trouble.BOMB)
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        raise FileTroubleError(Trouble.TRUNCATED) from None


def _rows(data: bytes) -> list[list[str]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            opened = book.get_sheet_by_name(name)
            if opened.height > 1 and opened.width:
                check_width(opened.width)
                rows = [[_text(cell) for cell in row] for row in opened.to_python(skip_empty_area=False)]
                _fill_merged(rows, opened.merged_cell_ranges or [])
                return rows
    except FileTroubleError:
        raise
    except (CalamineError, OSError, ValueError, RuntimeError):
        raise FileTroubleError(Trouble.BROKEN) from None
    raise FileTroubleError(Trouble.EMPTY)


def _fill_merged(rows: list[list[str]], ranges: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """A merged cell has its value in every row and column that it covers."""
    for (top, left), (bottom, right) in ranges[:100_000]:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        value = rows[top][left]
        for row in rows[top : bottom + 1]:
            row[left : right + 1] = [value] * len(row[left : right + 1])


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M") if (cell.hour or cell.minute) else cell.strftime("%Y-%m-%d")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    if isinstance(cell, timedelta):
        return str(cell.total_seconds() / 60)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def _header(rows: list[list[str]]) -> int:
    """The row of the header: the first of those with the most filled cells, among the first rows."""
    filled = [len({cell for cell in row if cell}) for row in rows[:HEADER_WITHIN]]
    most = max(filled, default=0)
    if most == 0:
        raise FileTroubleError(Trouble.EMPTY)
    return next(place for place, count in enumerate(filled) if count * 4 >= most * 3)


def _batches(rows: list[list[str]], start: int, width: int) -> Iterator[Batch]:
    for first in range(start, len(rows), ROWS):
        part = range(first, min(first + ROWS, len(rows)))
        numbers = [place + 1 for place in part if any(rows[place])]
        yield of_rows([rows[number - 1] for number in numbers], numbers, width)
