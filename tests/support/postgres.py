"""A real PostgreSQL server for a test run: a cluster in a temporary folder, reached through a socket file in it."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from tests.support import servers

ALONE = "postgres"
START_SECONDS = 60
# Nothing of a test run needs to survive a power cut.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200", "shared_buffers=64MB")


class Postgres:
    """A running server; databases are made in it by copying a template."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = count(1)

    def url(self, database: str) -> str:
        """The address of a database, as the portal takes it."""
        return f"postgresql+psycopg://{ALONE}@/{database}?host={self.folder}"

    def create(self, template: str = "template0") -> str:
        """Make a database as a copy of a template; returns its name."""
        name = f"t{next(self._numbers)}"
        self._run(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template)))
        return name

    def drop(self, name: str) -> None:
        """Drop a database and cut off whoever is still in it."""
        self._run(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def _run(self, statement: sql.Composable) -> None:
        with psycopg.connect(host=str(self.folder), user=ALONE, dbname=ALONE, autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def running() -> Iterator[Postgres]:
    """Start a server, and stop it at the end."""
    initdb = servers.find("initdb", "postgresql", "/usr/lib/postgresql/*/bin")
    folder = Path(tempfile.mkdtemp(prefix="mp-pg-", dir="/tmp"))
    who = _unprivileged(folder)
    process = None
    try:
        made = [initdb, "-D", f"{folder}/data", "-U", ALONE, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"]
        subprocess.run(made, check=True, capture_output=True, cwd=folder, **who)
        settings = [part for setting in FAST for part in ("-c", setting)]
        command = [str(Path(initdb).with_name("postgres")), "-D", f"{folder}/data", "-k", str(folder), "-h", ""]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [*command, *settings],
                cwd=folder,
                stdout=log,
                stderr=log,
                preexec_fn=servers.die_with_parent,  # noqa: PLW1509
                **who,
            )
        _wait(process, folder)
        yield Postgres(folder)
    finally:
        if process is not None:
            servers.stop(process, signal.SIGINT)
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged(folder: Path) -> dict[str, Any]:
    """PostgreSQL refuses to run as root, so there it runs as the distribution's own user."""
    if os.geteuid() != 0:
        return {}
    import pwd

    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    user = known.get("postgres") or known["nobody"]
    os.chown(folder, user.pw_uid, user.pw_gid)
    folder.chmod(0o755)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _wait(process: subprocess.Popen[bytes], folder: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            psycopg.connect(host=str(folder), user=ALONE, dbname=ALONE).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"PostgreSQL did not start: {(folder / 'log').read_text(errors='replace')[-2000:]}", pytrace=False)
