"""A table from the bytes of a CSV or XLSX file, within bounds; what is a formula stays visible as one."""

import csv
import io
import zipfile
from datetime import date, datetime, time
from typing import Any, Literal

MOST_BYTES, MOST_UNPACKED, MOST_ROWS, MOST_COLUMNS, MOST_CELL = 2_000_000, 60_000_000, 2_050, 40, 1_000

Table = list[list[str]]
Refusal = Literal["large", "none"]


def read(data: bytes) -> Table | Refusal:
    """The rows of a file, or why it is refused: too large, or no table."""
    if len(data) > MOST_BYTES:
        return "large"
    if data.startswith(b"PK\x03\x04"):
        return _spreadsheet(data)
    if b"\0" in data[:4_000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "none"
    return _separated(data)


def _separated(data: bytes) -> Table | Refusal:
    text = _decoded(data)
    if text is None or not text.strip():
        return "none"
    head = text.lstrip("\ufeff").splitlines()[0]
    sign = max(";\t,", key=head.count)
    if head.count(sign) == 0:
        return "none"
    rows: Table = []
    try:
        for cells in csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=sign):
            rows.append([cell[:MOST_CELL] for cell in cells[:MOST_COLUMNS]])
            if len(rows) > MOST_ROWS:
                break
    except csv.Error:
        return "none"
    return rows


def _decoded(data: bytes) -> str | None:
    for encoding in ("utf-8-sig", "utf-16") if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig",):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    try:
        # What Excel writes in Russia.
        return data.decode("cp1251")
    except UnicodeDecodeError:
        return None


def _spreadsheet(data: bytes) -> Table | Refusal:
    """The first sheet. The reader keeps values, not formulas: a cell that is one shows the value kept with it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            # A bomb is known by what its directory says before anything is unpacked.
            if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED or len(parts.infolist()) > 2_000:
                return "large"
            if any("vbaProject" in part.filename for part in parts.infolist()):
                return "none"
        # Imported here: the reader is native code that few ever need.
        from python_calamine import CalamineWorkbook

        book: Any = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheet: Any = book.get_sheet_by_index(0)
        return [[_cell(cell) for cell in row[:MOST_COLUMNS]] for row in sheet.to_python(nrows=MOST_ROWS + 1)]
    except Exception:  # noqa: BLE001 (a foreign file broke a foreign reader: whatever it raises, it is no table)
        return "none"


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, time) or value is None:
        return ""
    return str(value)[:MOST_CELL]
