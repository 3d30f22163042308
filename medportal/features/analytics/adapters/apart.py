"""Spreadsheets and Parquet files are opened in a process of their own, without rights (see `booth`), one for each file.

The worker sees text alone, and looks at its shape before it takes it: whoever broke out of a decoder could answer
anything.
"""

import json
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from typing import Any, cast

import numpy as np

from medportal.features.analytics.adapters.limits import Limits
from medportal.features.analytics.ports import OpenerDownError
from medportal.features.analytics.rules.intake.batches import Batch, Sheet, Texts, check_width, pa
from medportal.features.analytics.rules.intake.trouble import FileTroubleError
from medportal.features.analytics.schemas.imports import Origin, Trouble
from medportal.infra import frames, log

BOOTH = "medportal.features.analytics.adapters.booth"
START_SECONDS = 60.0
TITLES_BYTES = 4_000_000
# One file keeps to one core, and memory that is let go of is gone: reserves would count against the limit.
QUIET = {"OPENBLAS_NUM_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"}
# Ends by which the kernel says that a process took too much.
_TOO_MUCH = {-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGABRT}

_log = log.get(__name__)


class OpenerApart:
    """Opens files in processes of their own."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()

    def open(self, origin: Origin, pieces: Iterator[bytes]) -> Sheet:
        """A file as a sheet of text; its batches are read on as they are asked for.

        Raises:
            FileTroubleError: the file cannot be read, or crashed, stopped or exhausted whoever opened it; also later.
            OpenerDownError: no process could be started, whatever the file.
        """
        child = _Child(origin, self._limits)
        try:
            child.send(pieces)
            titles = child.titles()
        except BaseException:
            child.close()
            raise
        return Sheet(titles, child.batches(len(titles)), [])


class _Child:
    """One process, one file; gone when its batches are read to the end or given up."""

    def __init__(self, origin: Origin, limits: Limits) -> None:
        self._limits = limits
        self._folder = tempfile.mkdtemp(prefix="medportal-opening-")
        self._line, theirs = socket.socketpair()
        with theirs:
            try:
                self.process = subprocess.Popen(  # noqa: S603 (our own words, no shell)
                    [sys.executable, "-I", "-B", "-m", BOOTH, origin.value, json.dumps(asdict(limits))],
                    stdin=theirs.fileno(),
                    stdout=theirs.fileno(),
                    stderr=subprocess.DEVNULL,
                    cwd=self._folder,
                    env=QUIET,
                )
            except OSError as error:
                self._line.close()
                shutil.rmtree(self._folder, ignore_errors=True)
                raise OpenerDownError from error
        self._line.settimeout(START_SECONDS)
        ready = None
        with suppress(OSError, frames.BrokenFrameError):
            ready = frames.receive(self._line, 0)
        if ready is None:
            self.close()
            raise OpenerDownError
        if "seccomp" not in ready[0].get("taken", ()):
            _log.warning("opening_without_seccomp", hint="files are still opened apart, with limits of time and memory")

    def send(self, pieces: Iterator[bytes]) -> None:
        """Hand the file over; whoever ends before it has all of it tells why, or has crashed.

        Raises:
            FileTroubleError: nobody takes it.
        """
        self._line.settimeout(self._limits.silent_seconds)
        for piece in pieces:
            try:
                self._line.sendall(piece)
            except TimeoutError:
                raise FileTroubleError(Trouble.BOMB) from None
            except ConnectionError:
                return
        with suppress(OSError):
            self._line.shutdown(socket.SHUT_WR)

    def titles(self) -> tuple[str, ...]:
        """The titles of the columns."""
        state, blobs = self._hear(TITLES_BYTES)
        if state != "titles" or len(blobs) != 1:
            raise self._nonsense()
        try:
            told = json.loads(blobs[0])
        except (ValueError, RecursionError):
            raise self._nonsense() from None
        if not isinstance(told, list) or not all(isinstance(one, str) for one in cast("list[object]", told)):
            raise self._nonsense()
        titles = cast("list[str]", told)
        check_width(len(titles))
        return tuple(titles)

    def batches(self, width: int) -> Iterator[Batch]:
        """The rows, as they come."""
        try:
            while True:
                state, blobs = self._hear(self._limits.answer_bytes)
                if state == "end":
                    return
                if state != "rows" or len(blobs) != 1 + 2 * width:
                    raise self._nonsense()
                yield self._batch(blobs)
        finally:
            self.close()

    def close(self) -> None:
        """End the process and remove its folder."""
        self._line.close()
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _batch(self, blobs: list[bytes]) -> Batch:
        if len(blobs[0]) % 8:
            raise self._nonsense()
        numbers = np.frombuffer(blobs[0], np.int64)
        return Batch(numbers, [self._texts(len(numbers), *pair) for pair in zip(blobs[1::2], blobs[2::2], strict=True)])

    def _texts(self, size: int, starts: bytes, texts: bytes) -> Texts:
        """A column of text; offsets and UTF-8 are looked at before anybody follows them."""
        if len(starts) != 4 * (size + 1):
            raise self._nonsense()
        try:
            column = pa.StringArray.from_buffers(size, pa.py_buffer(starts), pa.py_buffer(texts))
            column.validate(full=True)
        except pa.ArrowInvalid:
            raise self._nonsense() from None
        return column

    def _hear(self, most: int) -> tuple[str, list[bytes]]:
        """The next answer.

        Raises:
            FileTroubleError: the file is refused, or whoever opened it is gone, too late or says too much.
        """
        self._line.settimeout(self._limits.silent_seconds)
        try:
            answer = frames.receive(self._line, most)
        except (OSError, frames.BrokenFrameError):
            answer = None
        if answer is None:
            raise FileTroubleError(self._why())
        head, blobs = answer
        if head.get("state") == "refused":
            raise FileTroubleError(_trouble(head.get("trouble")))
        return str(head.get("state")), blobs

    def _why(self) -> Trouble:
        """What an end without an answer says of the file: too heavy, or broken. One that still runs was too slow."""
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=1)
        code = self.process.returncode
        _log.info("opening_failed", code=code)
        return Trouble.BOMB if code is None or code in _TOO_MUCH else Trouble.BROKEN

    def _nonsense(self) -> FileTroubleError:
        _log.warning("opening_answer_malformed")
        return FileTroubleError(Trouble.BROKEN)


def _trouble(told: Any) -> Trouble:
    return Trouble(told) if told in set(Trouble) else Trouble.BROKEN
