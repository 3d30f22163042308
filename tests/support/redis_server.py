"""A real Redis server for a test run, on a port of the loopback, keeping nothing."""

import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import redis

from tests.support import servers

START_SECONDS = 20


@contextmanager
def running() -> Iterator[str]:
    """Start a server, hand out its address, and stop it at the end."""
    program = servers.find("redis-server", "redis-server")
    port = servers.free_port()
    with tempfile.TemporaryDirectory(prefix="mp-redis-") as folder:
        process = subprocess.Popen(
            [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=servers.die_with_parent,  # noqa: PLW1509
        )
        try:
            url = f"redis://127.0.0.1:{port}/0"
            _wait(process, url)
            yield url
        finally:
            servers.stop(process)


def _wait(process: subprocess.Popen[bytes], url: str) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with redis.Redis.from_url(url) as client:
                client.ping()
        except redis.ConnectionError:
            time.sleep(0.02)
        else:
            return
    pytest.fail("redis-server did not start", pytrace=False)
