"""Reading in processes of its own: a few seats, each with warm models and without rights (see `booth`).

The portal never loads the engines. A picture that crashes, hangs or swells its reader costs a process, not the portal;
pages are read on as many cores as there are seats, whatever else the portal does.
"""

import atexit
import os
import queue
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from medportal.features.documents.ports import ReaderDownError
from medportal.features.documents.schemas.reading import Reading
from medportal.infra import frames, log
from medportal.kernel import clock

BOOTH = "medportal.features.documents.adapters.reading.booth"
START_SECONDS = 60.0
FILE_SECONDS = (
    45.0  # a page takes a quarter of a second, a hopeless one a whole: even ten on a crowded machine are done
)
WAIT_SECONDS = 120.0
ANSWER_BYTES = 4_000_000
# One page keeps to one core, in every library: cores are shared by seats, not by the threads of one page.
ONE_CORE: dict[str, str] = dict.fromkeys(("OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS"), "1")

_READINGS: TypeAdapter[Reading] = TypeAdapter(Reading)
_log = log.get(__name__)


class _LostError(Exception):
    """The process of a seat ended or does not answer."""


class Booth:
    """One seat: a process that reads one document at a time, in a folder of its own, with an empty environment."""

    def __init__(self, tessdata: Path | None) -> None:
        self._folder = tempfile.mkdtemp(prefix="medportal-reading-")
        self._line, theirs = socket.socketpair()
        with theirs:
            self.process = subprocess.Popen(  # noqa: S603 (our own words, no shell)
                [sys.executable, "-I", "-B", "-m", BOOTH, *([str(tessdata.absolute())] if tessdata else [])],
                stdin=theirs.fileno(),
                stdout=theirs.fileno(),
                stderr=subprocess.DEVNULL,
                cwd=self._folder,
                env=ONE_CORE,
            )
        ready, _ = self._hear(START_SECONDS)
        self.taken = frozenset(str(one) for one in ready.get("taken", ()))

    def ask(self, files: Sequence[bytes], *, whole: bool, seconds: float) -> Reading:
        """One document, one reading.

        Raises:
            _LostError: the process is gone, does not answer or answers nonsense; this seat is of no more use.
        """
        self._line.settimeout(seconds)
        try:
            self._line.sendall(frames.pack({"now": clock.now().isoformat(), "whole": whole}, *files))
            _, (answer,) = self._hear(seconds)
            return _READINGS.validate_json(answer)
        except (OSError, ValueError, ValidationError):
            raise _LostError from None

    def close(self) -> None:
        """End the process and remove its folder."""
        self._line.close()
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _hear(self, seconds: float) -> tuple[dict[str, Any], list[bytes]]:
        self._line.settimeout(seconds)
        try:
            answer = frames.receive(self._line, ANSWER_BYTES)
        except (OSError, frames.BrokenFrameError):
            answer = None
        if answer is None:
            self.close()
            raise _LostError
        return answer


class ReaderApart:
    """Reads passports in processes of its own; they start with the first page and are replaced when lost."""

    def __init__(self, tessdata: Path | None = None, *, seats: int = 0, file_seconds: float = FILE_SECONDS) -> None:
        self._tessdata = tessdata
        self._seconds = file_seconds
        # Last in, first out: the process that is warm serves before one is started.
        self._seats: queue.LifoQueue[Booth | None] = queue.LifoQueue()
        self._started: set[Booth] = set()
        self._lock = threading.Lock()
        for _ in range(seats or min(2, os.cpu_count() or 1)):
            self._seats.put(None)
        atexit.register(self.close)

    def read_pages(self, files: Sequence[bytes], *, whole: bool) -> Reading:
        """What pictures or PDFs that make one document say.

        Raises:
            ReaderDownError: no process could be started, or two in a row were lost over this document.
        """
        seconds = min(self._seconds * max(1, len(files)), 4 * self._seconds)
        # A process may be lost for reasons of the machine: the document gets a second, fresh one.
        for _ in range(2):
            with suppress(_LostError), self._seat() as booth:
                return booth.ask(files, whole=whole, seconds=seconds)
            _log.warning("reader_lost", files=len(files))
        raise ReaderDownError

    def close(self) -> None:
        """End every process."""
        atexit.unregister(self.close)
        with self._lock:
            started, self._started = self._started, set()
        for booth in started:
            booth.close()

    @contextmanager
    def _seat(self) -> Generator[Booth]:
        try:
            booth = self._seats.get(timeout=WAIT_SECONDS)
        except queue.Empty:
            raise ReaderDownError from None
        try:
            if booth is None or booth.process.poll() is not None:
                self._dismiss(booth)
                booth = None
                booth = self._start()
            yield booth
        except BaseException:
            self._dismiss(booth)
            booth = None
            raise
        finally:
            self._seats.put(booth)

    def _start(self) -> Booth:
        try:
            booth = Booth(self._tessdata)
        except OSError as error:
            log.incident(error, where="reading booth")
            raise _LostError from None
        if "seccomp" not in booth.taken:
            _log.warning("reading_without_seccomp", hint="pages are still read apart from the portal")
        with self._lock:
            self._started.add(booth)
        return booth

    def _dismiss(self, booth: Booth | None) -> None:
        if booth is not None:
            with self._lock:
                self._started.discard(booth)
            booth.close()
