"""A served portal for a test run: the real command in a process of its own, with its own data, on a free port."""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

import httpx
import pytest

from medportal.demonstration.registers.app import ADDRESSES
from tests.support import servers

CHECKOUT = Path(__file__).resolve().parents[2]
COMMAND = Path(sys.executable).with_name("medportal")
READY_SECONDS = 60
BUILD_SECONDS = 600
_LOCK = Path(tempfile.gettempdir()) / "medportal-build.lock"


@contextmanager
def one_builder() -> Iterator[None]:
    """Hold others off the built frontend: two builds side by side would spoil each other."""
    with _LOCK.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def build_frontend() -> None:
    """Build the frontend if anything it is made of has changed."""
    with one_builder():
        done = subprocess.run(
            [COMMAND, "build"],
            cwd=CHECKOUT,
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=BUILD_SECONDS,
            check=False,
        )
    if done.returncode:
        pytest.fail(f"The frontend was not built:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}", pytrace=False)


def environment(**settings: str) -> dict[str, str]:
    """The machine's environment without any setting of a portal, and with these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MEDPORTAL_") and name != "PORT"}
    return {**kept, **settings}


class Served:
    """One program serving on one port; it can be killed and started again on the same data."""

    def __init__(self, arguments: list[str], log: Path, **settings: str) -> None:
        self._command = [str(COMMAND), *arguments]
        self._log = log
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, ready: str) -> None:
        """Start, and wait until the address answers well."""
        with one_builder(), self._log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command,
                cwd=CHECKOUT,
                env=environment(**self._settings),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=servers.die_with_parent,  # noqa: PLW1509
            )
            self._wait(ready)

    def kill(self) -> None:
        """What a power cut does: no good-bye to anybody."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to end, and end it when it does not."""
        self._end(signal.SIGTERM)

    def log(self) -> str:
        """What it has written so far."""
        return self._log.read_text(errors="replace")

    def _end(self, how: int) -> None:
        if self._process is None:
            return
        group = self._process.pid
        for told, patience in ((how, 10), (signal.SIGKILL, 10)):
            try:
                os.killpg(group, told)
                self._process.wait(timeout=patience)
            except ProcessLookupError:
                break
            except subprocess.TimeoutExpired:
                continue
        self._process = None

    def _wait(self, ready: str) -> None:
        until = time.monotonic() + READY_SECONDS
        while time.monotonic() < until and self._process and self._process.poll() is None:
            try:
                if httpx.get(ready, timeout=2).is_success:
                    return
            except httpx.HTTPError:
                pass
            time.sleep(0.05)
        self.kill()
        pytest.fail(f"{self._command[1]} did not start:\n{self.log()[-3000:]}", pytrace=False)


class ServedPortal(Served):
    """A portal in demonstration mode; what it would have sent to people can be read."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.port = servers.free_port()
        self.url = f"http://localhost:{self.port}"
        self.data = folder / "data"
        chosen = {"MEDPORTAL_DATA_DIR": str(self.data), "PORT": str(self.port), **settings}
        super().__init__(["serve"], folder / "portal.log", **chosen)

    def begin(self) -> None:
        """Serve, for the first time or again."""
        self.start(f"{self.url}/health/ready")

    def letters(self, to: str) -> list[dict[str, Any]]:
        """Letters and SMS to this address or number, newest first."""
        got = httpx.get(f"{self.url}/demo/letters", headers={"x-mp": "1"}).raise_for_status().json()
        return [letter for letter in got["letters"] if letter["to"] == to]


class ServedRegisters(Served):
    """The demonstration registers on a port of their own, with faults on demand."""

    PATHS: ClassVar = {str(office): path for office, path in ADDRESSES.items()}

    def __init__(self, folder: Path) -> None:
        port = servers.free_port()
        self.url = f"http://127.0.0.1:{port}"
        super().__init__(["registers", "--port", str(port)], folder / "registers.log")

    def begin(self) -> None:
        """Serve."""
        self.start(f"{self.url}/health")

    def settings(self) -> dict[str, str]:
        """What a portal is told so that it asks these registers."""
        return {f"MEDPORTAL_REGISTER_{name.upper()}_URL": self.url + path for name, path in self.PATHS.items()}

    def behave(self, register: str, fault: str) -> None:
        """Have one register misbehave, or be well again with `ok`."""
        httpx.post(f"{self.url}/faults", json={"register": register, "fault": fault}).raise_for_status()


@contextmanager
def folder() -> Iterator[Path]:
    """A place for the data of one server, gone with it."""
    made = Path(tempfile.mkdtemp(prefix="mp-portal-"))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextmanager
def serving(**settings: str) -> Iterator[ServedPortal]:
    """A portal, served until the end of the block."""
    with folder() as place:
        portal = ServedPortal(place, **settings)
        portal.begin()
        try:
            yield portal
        finally:
            portal.stop()


@contextmanager
def serving_registers() -> Iterator[ServedRegisters]:
    """The demonstration registers, served until the end of the block."""
    with folder() as place:
        registers = ServedRegisters(place)
        registers.begin()
        try:
            yield registers
        finally:
            registers.stop()
