"""Inspectors at work: a few seats, each with a warm process that opens strangers' files (see `nursery`)."""

import atexit
import queue
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from typing import Any

from pydantic import ValidationError

from medportal.features.documents.adapters.intake import answers
from medportal.features.documents.adapters.intake.limits import Limits
from medportal.features.documents.ports import InspectorDownError
from medportal.features.documents.schemas.intake import Code, Cost, FileKind, Inside, Page
from medportal.infra import frames, log

NURSERY = "medportal.features.documents.adapters.intake.nursery"
START_SECONDS = 30.0
GRACE_SECONDS = 5.0
WAIT_SECONDS = 120.0

_log = log.get(__name__)


class _NurseryLostError(Exception):
    """The process of a seat ended or does not answer; it says nothing about the file in hand."""


class Nursery:
    """One seat: a process that serves one request at a time, in a folder of its own, with an empty environment."""

    def __init__(self) -> None:
        self._folder = tempfile.mkdtemp(prefix="medportal-intake-")
        self._line, theirs = socket.socketpair()
        with theirs:
            self.process = subprocess.Popen(  # noqa: S603 (our own words, no shell)
                [sys.executable, "-I", "-B", "-m", NURSERY],
                stdin=theirs.fileno(),
                stdout=theirs.fileno(),
                stderr=subprocess.DEVNULL,
                cwd=self._folder,
                env={},
            )
        ready, _ = self._hear(START_SECONDS, 0)
        self.taken = frozenset(str(one) for one in ready.get("taken", ()))

    def ask(self, kind: FileKind, data: bytes, limits: Limits) -> tuple[dict[str, Any], list[bytes]]:
        """One request, one answer.

        Raises:
            _NurseryLostError: the process is gone or does not answer; this seat is of no more use.
        """
        request = frames.pack({"kind": kind.value, "limits": asdict(limits)}, data)
        self._line.settimeout(GRACE_SECONDS)
        try:
            self._line.sendall(request)
        except OSError:
            raise _NurseryLostError from None
        return self._hear(limits.wall_seconds + GRACE_SECONDS, limits.answer_bytes)

    def close(self) -> None:
        """End the process, and whatever it forked, and remove its folder."""
        self._line.close()
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _hear(self, seconds: float, most: int) -> tuple[dict[str, Any], list[bytes]]:
        self._line.settimeout(seconds)
        try:
            answer = frames.receive(self._line, most)
        except (OSError, frames.BrokenFrameError):
            answer = None
        if answer is None:
            raise _NurseryLostError
        return answer


class SandboxInspector:
    """Looks into files, several at once; processes start when first needed and are replaced when lost."""

    def __init__(self, seats: int = 2, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        # Last in, first out: the process that is warm serves before one is started.
        self._seats: queue.LifoQueue[Nursery | None] = queue.LifoQueue()
        self._started: set[Nursery] = set()
        self._lock = threading.Lock()
        for _ in range(seats):
            self._seats.put(None)
        atexit.register(self.close)

    def look_inside(self, kind: FileKind, data: bytes) -> Inside:
        """What is inside; a file that crashes, hangs or exhausts the one who looks is `FILE_TOO_COMPLEX`.

        Raises:
            InspectorDownError: no process could be started, or two in a row were lost.
        """
        # A process may be lost for reasons of the machine: the file gets a second, fresh one.
        for _ in range(2):
            with suppress(_NurseryLostError), self._seat() as nursery:
                return _read(*nursery.ask(kind, data, self._limits))
        raise InspectorDownError

    def warm(self) -> None:
        """Start the first process, so that the first file need not wait for it.

        Raises:
            InspectorDownError: it does not start.
        """
        try:
            with self._seat():
                pass
        except _NurseryLostError:
            raise InspectorDownError from None

    def close(self) -> None:
        """End every process."""
        atexit.unregister(self.close)
        with self._lock:
            started, self._started = self._started, set()
        for nursery in started:
            nursery.close()

    @contextmanager
    def _seat(self) -> Generator[Nursery]:
        try:
            nursery = self._seats.get(timeout=WAIT_SECONDS)
        except queue.Empty:
            raise InspectorDownError from None
        try:
            if nursery is None or nursery.process.poll() is not None:
                self._dismiss(nursery)
                nursery = None
                nursery = self._start()
            yield nursery
        except BaseException:
            self._dismiss(nursery)
            nursery = None
            raise
        finally:
            self._seats.put(nursery)

    def _start(self) -> Nursery:
        try:
            nursery = Nursery()
        except OSError as error:
            log.incident(error, where="intake nursery")
            raise _NurseryLostError from None
        if "seccomp" not in nursery.taken:
            _log.warning("intake_without_seccomp", hint="files are still opened with limits of time and memory")
        with self._lock:
            self._started.add(nursery)
        return nursery

    def _dismiss(self, nursery: Nursery | None) -> None:
        if nursery is not None:
            with self._lock:
                self._started.discard(nursery)
            nursery.close()


def _read(watched: dict[str, Any], blobs: list[bytes]) -> Inside:
    """The answer in our words, once it is found to have the only shape that is let through."""
    said = answers.Watched.model_validate(watched)
    cost = Cost(said.cost.cpu_ms, said.cost.peak_mb)
    too_complex = Inside((Code.FILE_TOO_COMPLEX,), (), cost)
    if said.state != "answered":
        _log.info("intake_look_failed", state=said.state, cpu_ms=cost.cpu_ms, peak_mb=cost.peak_mb)
        return too_complex
    try:
        head, pictures = frames.unpack(b"".join(blobs))
        seen = answers.Seen.model_validate(head)
    except (ValidationError, frames.BrokenFrameError):
        _log.warning("intake_answer_malformed")
        return too_complex
    whole = len(pictures) == 2 * len(seen.pages) and bool(seen.pages) != bool(seen.codes)
    if not whole or not all(map(answers.is_picture, pictures)):
        _log.warning("intake_answer_malformed")
        return too_complex
    pages = tuple(
        Page(page.width, page.height, page.blank, image, thumbnail)
        for page, image, thumbnail in zip(seen.pages, pictures[::2], pictures[1::2], strict=True)
    )
    return Inside(tuple(seen.codes), pages, cost)
