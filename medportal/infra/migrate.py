"""Migrations, run in-process before the portal serves: one process takes the steps, the others wait for it."""

import fcntl
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text

from medportal.infra import db, log
from medportal.infra.errors import SetupError
from medportal.infra.revisions import SCRIPTS, head

ROOT = SCRIPTS.parent
LOCK = 4215

_log = log.get(__name__)


def upgrade(url: str, scripts: Path = SCRIPTS) -> bool:
    """Bring the database to the newest revision; returns whether there was anything to do.

    Raises:
        SetupError: the database was made by a newer portal than this one.
    """
    newest = head(scripts)
    engine = db.open_database(url)
    try:
        if newest is None or current(engine) == newest:
            return False
        with _locked(engine) as connection:
            if current(engine) == newest:
                return False
            _take_steps(connection, scripts)
    finally:
        engine.dispose()
    _log.info("database migrated", revision=newest)
    return True


def current(engine: Engine) -> str | None:
    """The revision the database stands at, or nothing when it is empty."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("select version_num from alembic_version")).scalar_one_or_none()


def _take_steps(connection: Connection, scripts: Path) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        if "Can't locate revision" not in str(error):
            raise
        raise SetupError(
            "the database was made by a newer version of the portal: install that one, or a copy"
        ) from None
    connection.commit()


@contextmanager
def _locked(engine: Engine) -> Generator[Connection, None, None]:
    """A connection to migrate with, while no other process migrates."""
    guard = _on_postgresql if engine.dialect.name == "postgresql" else _on_sqlite
    with guard(engine) as connection:
        yield connection


@contextmanager
def _on_postgresql(engine: Engine) -> Generator[Connection, None, None]:
    with engine.connect() as connection:
        connection.execute(text("select pg_advisory_lock(:lock)"), {"lock": LOCK})
        connection.commit()
        try:
            yield connection
        finally:
            connection.rollback()
            connection.execute(text("select pg_advisory_unlock(:lock)"), {"lock": LOCK})
            connection.commit()


@contextmanager
def _on_sqlite(engine: Engine) -> Generator[Connection, None, None]:
    file = Path(engine.url.database or "").resolve()
    with file.with_name(file.name + ".migrating").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with engine.connect() as connection:
            # A table that is rebuilt must not take its children with it; SQLite hears this outside a transaction only.
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA foreign_keys=OFF")
            yield connection
            connection.commit()
            if raw.execute("PRAGMA foreign_key_check").fetchone():
                raise SetupError("a migration left rows that point nowhere: restore the database from its copy")
