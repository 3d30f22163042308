"""Fixtures for every test that needs the engine room: a real database, keys, and jobs that run when told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import SQLModel

import medportal.tables  # noqa: F401
from medportal.infra import db, jobs, tokens, vault

VAULT_KEYS = "t1:" + "Vjh0c2VjcmV0LWZvci10ZXN0cy1vbmx5LTAxMjM0NTY="
INDEX_KEY = "SW5kZXgta2V5LWZvci10ZXN0cy1vbmx5LTk4NzY1NDM="
TOKEN_KEY = "VG9rZW4ta2V5LWZvci10ZXN0cy1vbmx5LTU2Nzg5MDE="


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with every table, made once and copied for each test."""
    file = tmp_path_factory.mktemp("template") / "template.db"
    engine = db.open_database(f"sqlite:///{file}")
    SQLModel.metadata.create_all(engine)
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
    engine.dispose()
    return file


@pytest.fixture
def database(tmp_path: Path, _template: Path) -> Iterator[str]:
    """A fresh database, its address; the vault and the tokens have keys, and jobs wait for `jobs.work_off()`."""
    file = tmp_path / "portal.db"
    file.write_bytes(_template.read_bytes())
    url = f"sqlite:///{file}"
    vault.open_vault(VAULT_KEYS, INDEX_KEY)
    tokens.open_tokens(TOKEN_KEY)
    jobs.use_memory()
    db.use(db.open_database(url))
    yield url
    db.use(None)
    jobs.use(None)
