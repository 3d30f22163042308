"""What the servers of the tests have in common: found or installed, started for a run, gone with it."""

import ctypes
import os
import secrets
import shutil
import signal
import socket
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

_PR_SET_PDEATHSIG = 1


def find(program: str, package: str, *places: str) -> str:
    """The path of a program; installed from Debian when this is a CI machine and we may.

    A test run never skips what it can not start: it fails and says what to install.
    """
    found = _look(program, places)
    if found is None and os.environ.get("CI") and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-yq", "--no-install-recommends", package]):
            subprocess.run(command, env=environment, check=False, timeout=600)
        found = _look(program, places)
    if found is None:
        pytest.fail(f"{program} is not on this machine. Install it: apt-get install {package}", pytrace=False)
    return found


def _look(program: str, places: tuple[str, ...]) -> str | None:
    for place in places:
        newest_first = sorted(Path("/").glob(place.lstrip("/")), key=lambda p: (len(str(p)), str(p)), reverse=True)
        for folder in newest_first:
            if os.access(folder / program, os.X_OK):
                return str(folder / program)
    return shutil.which(program)


def die_with_parent() -> None:
    """Run in a child before it becomes the server: a killed test run leaves no server behind."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def free_port() -> int:
    """A port of the loopback that nobody uses now, and that no outgoing connection is given while a server still starts.

    Linux gives outgoing connections ports from 32768 on (`ip_local_port_range`). A server's port among them is lost to
    any client of another test, or to the very client that knocks until the server answers and is connected to itself.
    """
    while True:
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", 16_384 + secrets.randbelow(16_384)))
            return probe.getsockname()[1]


def stop(process: subprocess.Popen[bytes], how: int = signal.SIGTERM) -> None:
    """Ask a server to end, and end it when it does not."""
    if process.poll() is None:
        process.send_signal(how)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(timeout=10)
