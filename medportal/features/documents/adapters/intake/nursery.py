"""The process in which strangers' files are opened: `python -I -m …nursery`, one per seat of the pool.

It loads the libraries once and gives up every right it can. For each file it forks a child that has the libraries warm,
limits of its own and nothing of any file before, and that is gone when the answer is. The child has no way to the
portal: what it writes is read here, measured, and handed on as bytes.
"""

import gc
import os
import resource
import select
import signal
import socket
import time

from medportal.features.documents.adapters.intake import looking
from medportal.features.documents.adapters.intake.limits import Limits
from medportal.infra import confine, frames

CHUNK = 1 << 20
REQUEST_BYTES = 64_000_000


def serve(line: socket.socket) -> None:
    """Answer requests until the portal closes the line."""
    looking.warm_up()
    taken = confine.settle()
    # What stands now is shared with every child: never let the collector touch and so copy it.
    gc.collect()
    gc.freeze()
    _write(line.fileno(), frames.pack({"ready": True, "taken": taken}))
    while (request := frames.receive(line, REQUEST_BYTES)) is not None:
        head, (data,) = request
        _write(line.fileno(), _answer(line, head["kind"], data, Limits(**head["limits"])))


def _answer(line: socket.socket, kind: str, data: bytes, limits: Limits) -> bytes:
    until = time.monotonic() + limits.wall_seconds
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        # Whatever happens, this process ends here.
        try:
            os.close(reading)
            line.close()
            _look(writing, kind, data, limits)
        finally:
            os._exit(1)
    os.close(writing)
    try:
        answer = _read(reading, until, limits.answer_bytes)
    finally:
        os.close(reading)
        os.kill(child, signal.SIGKILL)
        _, status, usage = os.wait4(child, 0)
    cost = {"cpu_ms": round((usage.ru_utime + usage.ru_stime) * 1000), "peak_mb": usage.ru_maxrss // 1024}
    if answer is None:
        return frames.pack({"state": "late", "cost": cost})
    if not answer or (os.WIFSIGNALED(status) and os.WTERMSIG(status) != signal.SIGKILL):
        return frames.pack({"state": "died", "cost": cost})
    return frames.pack({"state": "answered", "cost": cost}, answer)


def _read(reading: int, until: float, most: int) -> bytes | None:
    """What the child writes until it ends; None when it is late or writes too much."""
    pieces: list[bytes] = []
    while (left := until - time.monotonic()) > 0:
        if not select.select([reading], [], [], left)[0]:
            continue
        piece = os.read(reading, CHUNK)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
        most -= len(piece)
        if most < 0:
            break
    return None


def _look(writing: int, kind: str, data: bytes, limits: Limits) -> None:
    """In the child: look into the file and write the answer."""
    for standard in (0, 1, 2):
        os.close(standard)
    confine.narrow(limits.memory_bytes, limits.cpu_seconds)
    _write(writing, looking.look(kind, data, limits))
    os._exit(0)


def _write(writing: int, answer: bytes) -> None:
    # Plain writing: what sends to sockets by name has been given up.
    view = memoryview(answer)
    while view:
        view = view[os.write(writing, view) :]


def main() -> None:
    """Serve on the socket that stands in for standard input and output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    line = socket.socket(fileno=os.dup(0))
    try:
        serve(line)
    except (frames.BrokenFrameError, BrokenPipeError, ConnectionError):
        # The portal is gone: so are we.
        return


if __name__ == "__main__":
    main()
