"""Migrations: taken once, whoever comes first, on both databases."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import inspect, text

from medportal.infra import db, migrate
from medportal.infra.errors import SetupError

FIRST = """
import time
import sqlalchemy as sa
from alembic import op

revision: str = "aaa1"
down_revision: str | None = None


def upgrade() -> None:
    op.create_table("parent", sa.Column("id", sa.Integer(), primary_key=True))
    op.create_table(
        "child",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("parent_id", sa.Integer(), sa.ForeignKey("parent.id", ondelete="CASCADE", name="fk_child_parent")),
    )
    op.execute("insert into parent (id) values (1)")
    op.execute("insert into child (id, parent_id) values (1, 1)")
    time.sleep(0.3)
"""

SECOND = """
import sqlalchemy as sa
from alembic import op

revision: str = "bbb2"
down_revision: str | None = "aaa1"


def upgrade() -> None:
    with op.batch_alter_table("parent", recreate="always" if op.get_bind().dialect.name == "sqlite" else "auto") as batch:
        batch.add_column(sa.Column("label", sa.String(length=20), server_default="x", nullable=False))
"""

FAILING = """
import sqlalchemy as sa
from alembic import op

revision: str = "ccc3"
down_revision: str | None = "bbb2"


def upgrade() -> None:
    op.create_table("half_done", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("insert into nowhere values (1)")
"""


@pytest.fixture
def scripts(tmp_path):
    """A folder of two migrations, run by the portal's own `env.py`."""
    folder = tmp_path / "scripts"
    (folder / "versions").mkdir(parents=True)
    shutil.copy(migrate.SCRIPTS / "env.py", folder)
    (folder / "versions" / "a.py").write_text(FIRST)
    (folder / "versions" / "b.py").write_text(SECOND)
    return folder


@pytest.fixture
def empty(request, tmp_path):
    """An empty database, on the engine the test is run for."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/empty.db"
        return
    server, _ = request.getfixturevalue("postgres_session")
    name = server.create()
    yield server.url(name)
    server.drop(name)


both_empty = pytest.mark.parametrize("empty", ["sqlite", "postgresql"], indirect=True)


def tables(url: str) -> set[str]:
    engine = db.open_database(url)
    found = set(inspect(engine).get_table_names())
    engine.dispose()
    return found


@both_empty
def test_an_empty_database_is_brought_to_the_newest_revision_once(empty, scripts):
    assert migrate.upgrade(empty, scripts)
    assert not migrate.upgrade(empty, scripts)
    engine = db.open_database(empty)
    assert migrate.current(engine) == migrate.head(scripts) == "bbb2"
    with engine.connect() as connection:
        # The rebuilt parent has not taken its child away.
        assert connection.execute(text("select count(*) from child")).scalar_one() == 1
        assert connection.execute(text("select label from parent")).scalar_one() == "x"
    engine.dispose()


@both_empty
def test_a_migration_that_fails_leaves_nothing_half_done(empty, scripts):
    (scripts / "versions" / "c.py").write_text(FAILING)
    with pytest.raises(Exception, match="nowhere"):
        migrate.upgrade(empty, scripts)
    assert "half_done" not in tables(empty)
    engine = db.open_database(empty)
    assert migrate.current(engine) == "bbb2"
    engine.dispose()
    (scripts / "versions" / "c.py").unlink()
    assert not migrate.upgrade(empty, scripts)


@both_empty
def test_four_processes_that_start_at_once_migrate_once(empty, scripts):
    with ProcessPoolExecutor(4, mp_context=get_context("fork")) as processes:
        did = list(processes.map(migrate.upgrade, [empty] * 4, [scripts] * 4))
    assert sorted(did) == [False, False, False, True]


def test_a_database_of_a_newer_portal_is_refused_in_words(tmp_path, scripts):
    url = f"sqlite:///{tmp_path}/newer.db"
    migrate.upgrade(url, scripts)
    (scripts / "versions" / "b.py").unlink()
    with pytest.raises(SetupError, match="newer version"):
        migrate.upgrade(url, scripts)


def test_two_heads_are_refused(scripts):
    (scripts / "versions" / "c.py").write_text(FAILING.replace("bbb2", "aaa1"))
    with pytest.raises(SetupError, match="2 heads"):
        migrate.head(scripts)


def test_the_newest_revision_is_read_without_alembic(scripts):
    program = f"import sys; from pathlib import Path; from medportal.infra import migrate; \
print(migrate.head(Path({str(scripts)!r})), 'alembic' in sys.modules)"
    said = subprocess.run(
        [sys.executable, "-c", program],
        cwd=migrate.ROOT,
        env={**os.environ, "PYTHONPATH": str(migrate.ROOT)},
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert said.stdout.split() == [b"bbb2", b"False"]


def test_no_package_shadows_alembic():
    assert not Path(migrate.SCRIPTS / "__init__.py").exists()


def test_a_written_migration_names_no_type_of_sqlmodel_and_makes_what_the_models_say(tmp_path, scripts):
    for file in (scripts / "versions").iterdir():
        file.unlink()
    shutil.copy(migrate.SCRIPTS / "script.py.mako", scripts)
    url = f"sqlite:///{tmp_path}/models.db"
    engine = db.open_database(url)
    config = Config()
    config.set_main_option("script_location", str(scripts))
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.revision(config, "every table", autogenerate=True, rev_id="ddd4")
        connection.commit()
    [written] = (scripts / "versions").glob("*.py")
    assert "sqlmodel" not in written.read_text()
    assert "DateTime(timezone=True)" in written.read_text()

    assert migrate.upgrade(url, scripts)
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.check(config)
    engine.dispose()
