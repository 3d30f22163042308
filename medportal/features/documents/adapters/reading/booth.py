"""The process in which passports are read: `python -I -m …booth FOLDER`, one per seat of `apart`.

It opens the models once, gives up every right it can, and reads what it is sent until the portal closes the line. What
crashes, hangs or swells here is this process; the portal starts another.
"""

import os
import resource
import signal
import socket
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from pydantic import TypeAdapter

from medportal.features.documents.adapters.reading import whole_page
from medportal.features.documents.adapters.reading.reader import PassportReader
from medportal.features.documents.rules.reading import printed
from medportal.features.documents.schemas.reading import Reading
from medportal.infra import confine, frames
from medportal.kernel import clock

REQUEST_BYTES = 256_000_000
MORE_MEMORY = 1_500_000_000  # beyond what the libraries take: ten large pages are below a third of it
READINGS: TypeAdapter[Reading] = TypeAdapter(Reading)


def serve(line: socket.socket, folder: Path | None) -> None:
    """Answer requests until the portal closes the line."""
    reader = PassportReader(folder)
    _warm_up(reader)
    _limit_memory()
    taken = confine.settle()
    _write(line.fileno(), frames.pack({"ready": True, "taken": taken, "reads_russian": reader.reads_russian}))
    while (request := frames.receive(line, REQUEST_BYTES)) is not None:
        _write(line.fileno(), _answer(reader, *request))


def _answer(reader: PassportReader, head: dict[str, Any], files: Sequence[bytes]) -> bytes:
    try:
        with clock.stopped(datetime.fromisoformat(head["now"])):
            reading = reader.read_pages(files, whole=bool(head["whole"]))
    except MemoryError:
        # What swelled this much is not let go of for certain: a fresh process serves the next one.
        os._exit(1)
    return frames.pack({"read": True}, READINGS.dump_json(reading))


def _warm_up(reader: PassportReader) -> None:
    """Have everything loaded that is loaded late: afterwards no file may be opened."""
    rng = np.random.default_rng(1)
    sheet = (225 - 30 * rng.random((1400, 1000, 3))).astype(np.uint8)
    for ending in (".jpg", ".png"):
        reader.read(cv2.imencode(ending, sheet)[1].tobytes())
    reader.warm_up(sheet)
    whole_page.find_lines_again(sheet[:, :, 0])
    printed.known()


def _limit_memory() -> None:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + MORE_MEMORY
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _write(descriptor: int, answer: bytes) -> None:
    # Plain writing: what sends to sockets by name has been given up.
    view = memoryview(answer)
    while view:
        view = view[os.write(descriptor, view) :]


def main() -> None:
    """Serve on the socket that stands in for standard input and output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    line = socket.socket(fileno=os.dup(0))
    try:
        serve(line, Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    except (frames.BrokenFrameError, BrokenPipeError, ConnectionError):
        # The portal is gone: so are we.
        return


if __name__ == "__main__":
    main()
