"""The migrations of the portal itself: from nothing to what the models say, and back, on both databases."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import DateTime, Engine, inspect
from sqlalchemy.exc import DBAPIError
from sqlmodel import select

from medportal.features.analytics.models import PracticeMix
from medportal.infra import audit, audit_guard, db, migrate, tokens, vault
from medportal.infra.db import unit_of_work
from medportal.kernel.actor import SYSTEM, Actor, Role
from medportal.tables import metadata
from tests.conftest import INDEX_KEY, TOKEN_KEY, VAULT_KEYS
from tests.features.analytics import conftest as practices


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request, tmp_path) -> Iterator[str]:
    """An empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/empty.db"
        return
    server, _ = request.getfixturevalue("postgres_session")
    name = server.create()
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def engine(empty) -> Iterator[Engine]:
    opened = db.open_database(empty)
    yield opened
    opened.dispose()


def _alembic(engine: Engine, step: Callable[[Config], object]) -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.SCRIPTS))
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        step(config)
        connection.commit()


def _tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names()) - {"alembic_version"}


def test_migrating_makes_exactly_the_tables_of_the_models(empty, engine):
    assert migrate.upgrade(empty)
    assert _tables(engine) == set(metadata.tables)
    # Alembic itself finds nothing to add, to change or to drop.
    _alembic(engine, command.check)


def test_the_way_back_and_forth_again_leaves_nothing_behind(empty, engine):
    migrate.upgrade(empty)
    _alembic(engine, lambda config: command.downgrade(config, "base"))
    assert _tables(engine) == set()
    assert migrate.upgrade(empty)
    assert _tables(engine) == set(metadata.tables)
    _alembic(engine, command.check)


@pytest.mark.parametrize("deed", ["update audit_entry set deed = 'a.b'", "delete from audit_entry"])
def test_after_migrating_the_log_of_deeds_takes_nothing_back(empty, engine, deed):
    migrate.upgrade(empty)
    vault.open_vault(VAULT_KEYS, INDEX_KEY)
    tokens.open_tokens(TOKEN_KEY)
    db.use(db.open_database(empty))
    try:
        with unit_of_work() as uow:
            audit.record(uow, SYSTEM, "portal.tried")
        with pytest.raises(DBAPIError, match=audit_guard.REFUSAL), engine.begin() as connection:
            connection.exec_driver_sql(deed)
        with unit_of_work() as uow:
            assert audit.verify(uow).ok
    finally:
        db.use(None)


def test_every_moment_is_kept_with_its_zone(empty, engine):
    migrate.upgrade(empty)
    for table in metadata.tables.values():
        for column in table.columns:
            if isinstance(column.type, DateTime):
                assert column.type.timezone, f"{table.name}.{column.name}"
    if engine.dialect.name == "postgresql":
        found = inspect(engine).get_columns("account")
        assert all(column["type"].timezone for column in found if isinstance(column["type"], DateTime))


@pytest.mark.parametrize("table", ["practice_block", "practice_mix"])
def test_packed_months_are_kept_as_they_are(empty, engine, table):
    """Squeezed, megabytes would be unsqueezed for each question about many years."""
    migrate.upgrade(empty)
    if engine.dialect.name == "postgresql":
        asked = f"select attstorage from pg_attribute where attrelid = '{table}'::regclass and attname = 'body'"
        with engine.connect() as connection:
            assert connection.exec_driver_sql(asked).scalar() in {"e", b"e"}


def test_months_kept_before_mixes_are_added_up_by_the_step_that_brings_them(empty, engine):
    """What the step reckons is what the portal itself keeps from then on, bit by bit."""
    migrate.upgrade(empty)
    db.use(db.open_database(empty))
    vault.open_vault(VAULT_KEYS, INDEX_KEY)
    tokens.open_tokens(TOKEN_KEY)
    try:
        doctor = Actor(Role.DOCTOR, uuid4())
        practices.bring(doctor, practices.SOME)
        practices.bring(doctor, practices.MORE)
        with db.reading() as uow:
            kept = [one.model_dump() for one in uow.session.exec(select(PracticeMix))]
    finally:
        db.use(None)
    assert len(kept) > 12
    _alembic(engine, lambda config: command.downgrade(config, "0082"))
    assert "practice_mix" not in _tables(engine)
    _alembic(engine, lambda config: command.upgrade(config, "head"))
    with engine.connect() as connection:
        asked = "select practice_id, month, body from practice_mix"
        found = {(number, month): bytes(body) for number, month, body in connection.exec_driver_sql(asked)}
    assert found == {(one["practice_id"], one["month"]): one["body"] for one in kept}


def test_unique_promises_are_kept_by_the_database(empty, engine):
    """What must not happen twice rests on a constraint, not on a look before."""
    migrate.upgrade(empty)
    look = inspect(engine)
    unique = {
        (table, tuple(one["column_names"])) for table in _tables(engine) for one in look.get_unique_constraints(table)
    } | {
        (table, tuple(one["column_names"]))
        for table in _tables(engine)
        for one in look.get_indexes(table)
        if one["unique"]
    }
    assert {
        ("profile", ("account_id",)),
        ("profile", ("snils_fingerprint",)),
        ("profile", ("inn_fingerprint",)),
        ("draft", ("account_id",)),
        ("login_name", ("kind", "name_fingerprint")),
        ("outbox_letter", ("key",)),
    } <= unique
