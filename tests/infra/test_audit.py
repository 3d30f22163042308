"""The audit log: what was written stays as it was written, and a gap shows."""

import threading
from datetime import UTC, datetime
from enum import StrEnum
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import select

from medportal.infra import audit, audit_guard, db
from medportal.kernel import clock
from medportal.kernel.actor import SYSTEM, Actor, Role

pytestmark = pytest.mark.both_databases

ANNA = Actor(Role.DOCTOR, account_id=UUID(int=1), address="203.0.113.7")


class Colour(StrEnum):
    RED = "red"


def write(count: int) -> None:
    for number in range(count):
        with db.unit_of_work() as uow:
            audit.record(uow, ANNA, "test.done", UUID(int=2), number=number)


def report() -> audit.ChainReport:
    with db.reading() as uow:
        return audit.verify(uow)


def tamper(*statements: str) -> None:
    """What somebody with the whole database in his hands would do: he drops the triggers first."""
    with db.unit_of_work() as uow:
        dialect = uow.session.get_bind().dialect.name
        for statement in (*audit_guard.undo_statements(dialect), *statements):
            uow.session.execute(text(statement))


def test_an_empty_chain_is_whole(database):
    assert report() == audit.ChainReport(ok=True, length=0)


def test_a_deed_is_written_with_who_when_and_typed_facts(database):
    at = datetime(2026, 5, 4, 3, 2, 1, 654321, tzinfo=UTC)
    with clock.stopped(at), db.unit_of_work() as uow:
        audit.record(uow, ANNA, "test.done", UUID(int=2), colour=Colour.RED, count=3, yes=True, who=UUID(int=9), at=at)
    with db.reading() as uow:
        entry = uow.session.exec(select(audit.AuditEntry)).one()
    assert (entry.seq, entry.at, entry.actor_role, entry.actor_id) == (1, at, "doctor", ANNA.account_id)
    assert entry.facts == (
        '{"at":"2026-05-04T03:02:01.654321+00:00","colour":"red","count":3,'
        '"who":"00000000-0000-0000-0000-000000000009","yes":true}'
    )
    assert report() == audit.ChainReport(ok=True, length=1)


@pytest.mark.parametrize("fact", ["Анна", 1.5, None, b"x", ["x"], datetime(2026, 1, 1)])  # noqa: DTZ001
def test_a_fact_that_may_carry_words_is_refused(database, fact):
    with pytest.raises(TypeError, match="a fact"), db.unit_of_work() as uow:
        audit.record(uow, SYSTEM, "test.done", who=fact)


@pytest.mark.parametrize("deed", ["done", "Анна вошла", "test.done.twice", "test.Done 1", ""])
def test_a_deed_is_a_name_and_not_a_sentence(database, deed):
    with pytest.raises(ValueError, match="a deed"), db.unit_of_work() as uow:
        audit.record(uow, SYSTEM, deed)


def test_a_deed_goes_with_its_cause_when_that_is_rolled_back(database):
    write(1)
    with pytest.raises(LookupError), db.unit_of_work() as uow:
        audit.record(uow, ANNA, "test.done")
        raise LookupError
    write(1)
    assert report() == audit.ChainReport(ok=True, length=2)


def test_several_deeds_in_one_unit_follow_each_other(database):
    with db.unit_of_work() as uow:
        for _ in range(3):
            audit.record(uow, SYSTEM, "test.done")
    assert report() == audit.ChainReport(ok=True, length=3)


@pytest.mark.parametrize(
    "statement", ["update audit_entry set deed = 'test.other' where seq = 2", "delete from audit_entry where seq = 2"]
)
def test_the_database_refuses_to_change_or_delete_an_entry(database, statement):
    write(3)
    with pytest.raises(DBAPIError, match="append-only"), db.unit_of_work() as uow:
        uow.session.execute(text(statement))
    assert report().ok


@pytest.mark.parametrize(
    ("statement", "broken_at"),
    [
        ("update audit_entry set deed = 'test.other' where seq = 2", 2),
        ("update audit_entry set facts = '{}' where seq = 3", 3),
        ("update audit_entry set actor_id = null where seq = 2", 2),
        ("update audit_entry set hash = prev_hash where seq = 2", 2),
        ("delete from audit_entry where seq = 2", 2),
        ("delete from audit_entry where seq = 1", 1),
        ("delete from audit_entry where seq = 4", 4),
        ("delete from audit_entry where seq > 2", 3),
        ("delete from audit_head", 4),
        ("delete from audit_entry", 1),
        ("update audit_head set length = 3", 5),
    ],
)
def test_tampering_is_found_where_it_happened(database, statement, broken_at):
    write(4)
    tamper(statement)
    found = report()
    assert (found.ok, found.broken_at) == (False, broken_at)


def test_a_cut_off_tail_is_found_though_the_head_is_set_back_too(database):
    write(4)
    tamper(
        "delete from audit_entry where seq > 2",
        "update audit_head set length = 2, hash = (select hash from audit_entry where seq = 2)",
    )
    assert report() == audit.ChainReport(ok=False, length=2, broken_at=3)


def test_writers_at_once_make_one_chain(database):
    threads = [threading.Thread(target=write, args=(5,)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert report() == audit.ChainReport(ok=True, length=30)
