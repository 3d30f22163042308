"""A real ClamAV daemon for a test run, with one signature of our own: no signature is downloaded."""

import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import md5
from pathlib import Path

import pytest

from tests.support import servers

START_SECONDS = 30
STREAM_LIMIT = 1_000_000
MALWARE = b"MEDPORTAL-TEST-MALWARE: a harmless line that the signature of the tests calls malware"


@contextmanager
def running() -> Iterator[Path]:
    """Start the daemon, hand out the path of its socket, and stop it at the end."""
    program = servers.find("clamd", "clamav-daemon", "/usr/sbin")
    with tempfile.TemporaryDirectory(prefix="mp-clamd-") as name:
        folder = Path(name)
        (folder / "db").mkdir()
        digest = md5(MALWARE, usedforsecurity=False).hexdigest()
        (folder / "db" / "tests.hdb").write_text(f"{digest}:{len(MALWARE)}:MedPortal.Test.Malware\n")
        line = folder / "clamd.ctl"
        (folder / "clamd.conf").write_text(
            f"DatabaseDirectory {folder / 'db'}\nLocalSocket {line}\nForeground yes\nStreamMaxLength {STREAM_LIMIT}\n"
            f"TemporaryDirectory {folder}\nLogFile {folder / 'log'}\nMaxThreads 4\n"
        )
        process = subprocess.Popen(
            [program, "--config-file", str(folder / "clamd.conf")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=servers.die_with_parent,  # noqa: PLW1509
        )
        try:
            _wait(process, line)
            yield line
        finally:
            servers.stop(process)


def _wait(process: subprocess.Popen[bytes], path: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with socket.socket(socket.AF_UNIX) as line:
                line.connect(str(path))
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("clamd did not start", pytrace=False)
