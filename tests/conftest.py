"""Fixtures for every test that needs the engine room: a real database, keys, and jobs that run when told.

A test marked `both_databases` runs twice, on SQLite and on a PostgreSQL server started for the run. With
MEDPORTAL_TEST_DATABASE_URL set, every test that takes `database` runs on that PostgreSQL server and nothing else:
its schema `public` is emptied for each test.
"""

import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import hypothesis
import pytest
import redis
from sqlalchemy import text
from sqlmodel import SQLModel

import medportal.tables  # noqa: F401
from medportal.features.notifications import service as notifications
from medportal.infra import db, jobs, nudges, tokens, vault
from medportal.settings import settings
from tests.support import postgres, redis_server

VAULT_KEYS = "t1:" + "Vjh0c2VjcmV0LWZvci10ZXN0cy1vbmx5LTAxMjM0NTY="
INDEX_KEY = "SW5kZXgta2V5LWZvci10ZXN0cy1vbmx5LTk4NzY1NDM="
TOKEN_KEY = "VG9rZW4ta2V5LWZvci10ZXN0cy1vbmx5LTU2Nzg5MDE="

# How long an example takes tells of the machine and of what else runs on it, not of the code.
hypothesis.settings.register_profile("medportal", deadline=None)
hypothesis.settings.load_profile("medportal")

OUTSIDE = os.environ.get("MEDPORTAL_TEST_DATABASE_URL")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Have tests marked `both_databases` run on both."""
    if (
        OUTSIDE is None
        and "database" in metafunc.fixturenames
        and metafunc.definition.get_closest_marker("both_databases")
    ):
        metafunc.parametrize("database", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """The environment of the machine changes no test, and no test writes into the data directory of the checkout."""
    for name in [name for name in os.environ if name.startswith("MEDPORTAL_") or name == "PORT"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("MEDPORTAL_DATA_DIR", str(tmp_path / "data"))
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.fixture(autouse=True)
def _log_as_it_was() -> Iterator[None]:
    """A chore points the log at the standard error it was given, which is closed afterwards."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield
    root.handlers[:] = before
    root.setLevel(level)


@pytest.fixture(autouse=True)
def _nobody_tells_in_the_stead_of_another() -> Iterator[None]:
    """A chore plugs the whole portal together; the next test begins with slices that speak for themselves."""
    notifications.tellers.clear()
    yield
    notifications.tellers.clear()


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A fresh database, its address; the vault and the tokens have keys, and jobs wait for `jobs.work_off()`."""
    on_postgres = OUTSIDE is not None or getattr(request, "param", "sqlite") == "postgresql"
    made = _postgres_database(request) if on_postgres else _sqlite_database(request, tmp_path)
    with made as url:
        vault.open_vault(VAULT_KEYS, INDEX_KEY)
        tokens.open_tokens(TOKEN_KEY)
        jobs.use_memory()
        db.use(db.open_database(url))
        try:
            yield url
        finally:
            db.use(None)
            jobs.use(None)


@pytest.fixture
def redis_url(monkeypatch: pytest.MonkeyPatch, redis_session: str) -> Iterator[str]:
    """An empty Redis, configured as the portal's."""
    with redis.Redis.from_url(redis_session) as client:
        client.flushall()
    monkeypatch.setenv("MEDPORTAL_REDIS_URL", redis_session)
    settings.cache_clear()
    yield redis_session
    nudges.stop()


@pytest.fixture(scope="session")
def redis_session() -> Iterator[str]:
    """One Redis server for the whole run, started when first asked for."""
    with redis_server.running() as url:
        yield url


@pytest.fixture(scope="session")
def postgres_session() -> Iterator[tuple[postgres.Postgres, str]]:
    """One PostgreSQL server for the whole run, started when first asked for, and a database with every table."""
    with postgres.running() as server:
        template = server.create()
        _create_tables(server.url(template))
        yield server, template


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite database with every table, made once and copied for each test."""
    file = tmp_path_factory.mktemp("template") / "template.db"
    _create_tables(f"sqlite:///{file}")
    return file


@contextmanager
def _sqlite_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    template: Path = request.getfixturevalue("sqlite_template")
    file = tmp_path / "portal.db"
    shutil.copyfile(template, file)
    yield f"sqlite:///{file}"


@contextmanager
def _postgres_database(request: pytest.FixtureRequest) -> Iterator[str]:
    if OUTSIDE is not None:
        _empty(OUTSIDE)
        yield OUTSIDE
        return
    server, template = request.getfixturevalue("postgres_session")
    name = server.create(template)
    yield server.url(name)
    server.drop(name)


def _empty(url: str) -> None:
    engine = db.open_database(url)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
        SQLModel.metadata.create_all(connection)
    engine.dispose()


def _create_tables(url: str) -> None:
    engine = db.open_database(url)
    SQLModel.metadata.create_all(engine)
    engine.dispose()
