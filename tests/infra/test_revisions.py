import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from medportal.infra import migrate, revisions
from tests.support.portal import CHECKOUT


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'with space #1.db'}"


def test_a_migrated_database_stands_at_the_head(url: str) -> None:
    migrate.upgrade(url)
    assert revisions.at_head(url)


def test_a_missing_or_an_empty_database_does_not(url: str) -> None:
    assert not revisions.at_head(url)
    Path(url.removeprefix("sqlite:///")).touch()
    assert not revisions.at_head(url)


def test_a_database_of_another_revision_does_not(url: str) -> None:
    migrate.upgrade(url)
    with sqlite3.connect(url.removeprefix("sqlite:///")) as kept:
        kept.execute("update alembic_version set version_num = 'older'")
    kept.close()
    assert not revisions.at_head(url)


def test_a_broken_file_does_not(url: str) -> None:
    Path(url.removeprefix("sqlite:///")).write_bytes(b"not a database at all" * 100)
    assert not revisions.at_head(url)


def test_of_a_postgresql_database_nothing_is_said() -> None:
    assert not revisions.at_head("postgresql+psycopg://nobody@localhost/nothing")


def test_a_restart_asks_without_importing_what_migrates() -> None:
    told = (
        "import sys; from medportal import server; print({'sqlalchemy', 'alembic', 'cryptography'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", told], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
