"""The process in which one spreadsheet or Parquet file is opened: `python -I -m …booth FORMAT LIMITS`.

It loads the libraries, gives up every right it can, takes the file from its standard input and answers with text, batch
by batch. What crashes, hangs or swells here is this process, and the file is refused.
"""

import io
import json
import os
import resource
import signal
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.compute  # pyright: ignore[reportMissingTypeStubs]
import pyarrow.parquet  # pyright: ignore[reportMissingTypeStubs]
import python_calamine

from medportal.features.analytics.adapters.limits import Limits
from medportal.features.analytics.rules.intake import parquet, workbook
from medportal.features.analytics.rules.intake.batches import Batch, Sheet, Texts, pa
from medportal.features.analytics.rules.intake.trouble import FileTroubleError
from medportal.features.analytics.schemas.imports import Origin, Trouble
from medportal.infra import confine, frames

arrow: Any = pyarrow.parquet
READERS: dict[Origin, Callable[[bytes], Sheet]] = {Origin.XLSX: workbook.sheet, Origin.PARQUET: parquet.sheet}
# Loaded at once, though used elsewhere: when rights are given up, nothing can be loaded late.
LIBRARIES = (pyarrow.compute, python_calamine)
PIECE = 8_000_000
_SPACE = "http://schemas.openxmlformats.org"
# The smallest workbook that has a date.
WORKBOOK = {
    "[Content_Types].xml": f'<Types xmlns="{_SPACE}/package/2006/content-types"/>',
    "_rels/.rels": f'<Relationships xmlns="{_SPACE}/package/2006/relationships"><Relationship Id="r" '
    f'Type="{_SPACE}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_SPACE}/package/2006/relationships"><Relationship Id="s" '
    f'Type="{_SPACE}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_SPACE}/spreadsheetml/2006/main" '
    f'xmlns:r="{_SPACE}/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1" r:id="s"/></sheets></workbook>',
    "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SPACE}/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" '
    't="inlineStr"><is><t>date</t></is></c></row><row r="2"><c r="A2" t="d"><v>2026-03-05T09:10:00</v></c></row>'
    "</sheetData></worksheet>",
}


def serve(origin: Origin, limits: Limits) -> None:
    """Open what comes in, and answer until it is told whole or refused."""
    _warm_up()
    most = _taken_already() + limits.memory_bytes
    taken = confine.settle()
    confine.narrow(most, limits.cpu_seconds)
    _answer(frames.pack({"state": "ready", "taken": taken}))
    try:
        sheet = READERS[origin](_everything())
        _answer(frames.pack({"state": "titles"}, json.dumps(sheet.titles).encode()))
        for batch in sheet.batches:
            for part in _cut(batch):
                _answer(_packed(part))
        _answer(frames.pack({"state": "end"}))
    except FileTroubleError as error:
        _refuse(error.trouble)
    except MemoryError:
        _refuse(Trouble.BOMB)
    except BrokenPipeError:
        # Nobody listens any more.
        return
    except Exception:  # noqa: BLE001
        # Whatever a library raises over a stranger's bytes, the bytes are to blame.
        _refuse(Trouble.BROKEN)


def _refuse(trouble: Trouble) -> None:
    _answer(frames.pack({"state": "refused", "trouble": trouble.value}))


def _warm_up() -> None:
    """Have the libraries load what they load late, as zones of time are."""
    made = io.BytesIO()
    moment = pa.array([0], pa.timestamp("us", "UTC"))
    arrow.write_table(pa.table({"date": moment, "code": pa.array(["I10"]).dictionary_encode()}), made)
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in WORKBOOK.items():
            archive.writestr(name, text)
    for sheet in (parquet.sheet(made.getvalue()), workbook.sheet(book.getvalue())):
        for _ in sheet.batches:
            pass


def _everything() -> bytes:
    pieces: list[bytes] = []
    while piece := os.read(0, 1 << 20):
        pieces.append(piece)
    return b"".join(pieces)


def _cut(batch: Batch) -> Iterator[Batch]:
    """A batch in parts that fit into an answer."""
    size = len(batch.numbers)
    if size <= 1 or sum(int(column.nbytes) for column in batch.columns) <= PIECE:
        yield batch
        return
    for start, length in ((0, size // 2), (size // 2, size - size // 2)):
        columns = [column.slice(start, length) for column in batch.columns]
        yield from _cut(Batch(batch.numbers[start : start + length], columns))


def _packed(batch: Batch) -> bytes:
    blobs = [np.ascontiguousarray(batch.numbers, np.int64).tobytes()]
    for column in batch.columns:
        blobs += _buffers(column)
    return frames.pack({"state": "rows"}, *blobs)


def _buffers(column: Texts) -> tuple[bytes, bytes]:
    """Where each text begins, from zero on, and the texts."""
    _, starts, texts = column.buffers()
    there: Any = np.frombuffer(starts, np.int32)[column.offset : column.offset + len(column) + 1]
    if not len(there):
        return np.zeros(1, np.int32).tobytes(), b""
    first, last = int(there[0]), int(there[-1])
    return (there - first).astype(np.int32).tobytes(), b"" if texts is None else texts[first:last].to_pybytes()


def _taken_already() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()


def _answer(answer: bytes) -> None:
    # Plain writing: what sends to sockets by name has been given up.
    view = memoryview(answer)
    while view:
        view = view[os.write(1, view) :]


def main() -> None:
    """Serve one file on the socket that stands in for standard input and output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    serve(Origin(sys.argv[1]), Limits(**json.loads(sys.argv[2])))


if __name__ == "__main__":
    main()
