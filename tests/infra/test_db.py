"""The database: one transaction for a use case, on both engines."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError
from sqlmodel import Field, select

from medportal.infra import db
from medportal.kernel import clock

both = pytest.mark.both_databases


class DbTestShelf(db.Row, table=True):
    id: UUID = Field(default_factory=db.new_id, primary_key=True)
    label: str = Field(unique=True)
    kept_at: datetime | None = None


class DbTestBook(db.Row, table=True):
    id: UUID = Field(default_factory=db.new_id, primary_key=True)
    shelf_id: UUID = Field(foreign_key="db_test_shelf.id")


def labels() -> list[str]:
    with db.reading() as uow:
        return sorted(shelf.label for shelf in uow.session.exec(select(DbTestShelf)))


@both
def test_a_unit_is_committed_once_at_the_end(database):
    with db.unit_of_work() as uow:
        uow.session.add(DbTestShelf(label="poems"))
        uow.session.add(DbTestShelf(label="plays"))
    assert labels() == ["plays", "poems"]


@both
def test_a_unit_that_fails_leaves_nothing_behind(database):
    done = []
    with pytest.raises(LookupError), db.unit_of_work() as uow:
        uow.session.add(DbTestShelf(label="poems"))
        uow.flush()
        uow.after_commit(lambda: done.append("told"))
        raise LookupError
    assert labels() == []
    assert done == []


@both
def test_deeds_after_the_commit_see_what_was_committed_and_may_open_a_unit(database):
    seen = []
    with db.unit_of_work() as uow:
        uow.session.add(DbTestShelf(label="poems"))
        uow.after_commit(lambda: seen.append(labels()))
        assert seen == []
    assert seen == [["poems"]]


@both
def test_a_deed_that_fails_after_the_commit_undoes_nothing_and_stops_no_other(database):
    done = []
    with db.unit_of_work() as uow:
        uow.session.add(DbTestShelf(label="poems"))
        uow.after_commit(lambda: 1 / 0)
        uow.after_commit(lambda: done.append("second"))
    assert labels() == ["poems"]
    assert done == ["second"]


@pytest.mark.parametrize("inner", [db.unit_of_work, db.reading])
def test_a_unit_inside_a_unit_is_an_error(database, inner):
    with db.unit_of_work(), pytest.raises(RuntimeError, match="open already"), inner():
        pass


def test_a_unit_may_follow_one_that_failed(database):
    with pytest.raises(LookupError), db.unit_of_work():
        raise LookupError
    with db.unit_of_work() as uow:
        uow.session.add(DbTestShelf(label="poems"))
    assert labels() == ["poems"]


@both
def test_a_commit_that_fails_tells_nobody_that_it_happened(database):
    done = []
    with db.unit_of_work() as uow:
        uow.session.add(DbTestShelf(label="poems"))
    with pytest.raises(IntegrityError), db.unit_of_work() as uow:
        uow.session.add(DbTestShelf(label="poems"))
        uow.after_commit(lambda: done.append("told"))
    assert done == []


@both
def test_who_only_reads_can_not_write(database):
    with pytest.raises(DBAPIError), db.reading() as uow:
        uow.session.add(DbTestShelf(label="poems"))
        uow.flush()
    with db.unit_of_work() as uow:
        uow.session.add(DbTestShelf(label="plays"))
    assert labels() == ["plays"]


@both
def test_who_only_reads_does_not_wait_for_a_writer(database):
    with db.unit_of_work() as uow:
        uow.session.add(DbTestShelf(label="poems"))
        uow.flush()
        seen: list[list[str]] = []
        reader = threading.Thread(target=lambda: seen.append(labels()))
        reader.start()
        reader.join(timeout=3)
        assert seen == [[]]


@both
def test_who_only_reads_sees_one_moment(database):
    with db.unit_of_work() as uow:
        uow.session.add(DbTestShelf(label="poems"))

    def add() -> None:
        with db.unit_of_work() as uow:
            uow.session.add(DbTestShelf(label="plays"))

    with db.reading() as uow:
        asked = select(DbTestShelf.label)
        before = uow.session.exec(asked).all()
        with ThreadPoolExecutor(1) as pool:
            pool.submit(add).result()
        assert uow.session.exec(asked).all() == before
    assert labels() == ["plays", "poems"]


@both
def test_a_row_that_points_nowhere_is_refused(database):
    with pytest.raises(IntegrityError), db.unit_of_work() as uow:
        uow.session.add(DbTestBook(shelf_id=db.new_id()))


@both
def test_an_error_of_the_database_does_not_quote_values(database):
    with db.unit_of_work() as uow:
        uow.session.add(DbTestShelf(label="11223344595"))
    with pytest.raises(IntegrityError) as refused, db.unit_of_work() as uow:
        uow.session.add(DbTestShelf(label="11223344595"))
    assert "parameters hidden" in str(refused.value)
    if database.startswith("sqlite"):
        assert "11223344595" not in str(refused.value)


@both
def test_writers_in_many_threads_lose_nothing(database):
    with db.unit_of_work() as uow:
        uow.session.add(DbTestShelf(id=UUID(int=1), label="0"))
    lock = "" if database.startswith("sqlite") else " for update"

    def count_up() -> None:
        for _ in range(10):
            with db.unit_of_work() as uow:
                now = uow.session.execute(text(f"select label from db_test_shelf{lock}")).scalar_one()
                uow.session.execute(text("update db_test_shelf set label = :n"), {"n": str(int(now) + 1)})

    threads = [threading.Thread(target=count_up) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert labels() == ["80"]


@both
def test_moments_come_back_aware_and_naive_ones_are_refused(database):
    at = datetime(2026, 3, 1, 12, 30, 15, 123456, tzinfo=clock.MOSCOW)
    with db.unit_of_work() as uow:
        uow.session.add(DbTestShelf(label="poems", kept_at=at))
    with db.reading() as uow:
        kept = uow.session.exec(select(DbTestShelf)).one().kept_at
        assert kept == at
        assert kept is not None
        assert kept.tzinfo is UTC
    with pytest.raises(StatementError), db.unit_of_work() as uow:
        uow.session.add(DbTestShelf(label="plays", kept_at=datetime(2026, 3, 1)))  # noqa: DTZ001


def test_sqlite_is_prepared_for_many_readers_and_kept_keys(tmp_path):
    engine = db.open_database(f"sqlite:///{tmp_path}/portal.db")
    with engine.connect() as connection:
        told = {
            pragma: connection.execute(text(f"pragma {pragma}")).scalar_one()
            for pragma in ("journal_mode", "foreign_keys", "busy_timeout", "synchronous")
        }
    engine.dispose()
    assert told == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 5000, "synchronous": 1}


def test_a_chore_waits_longer_for_its_turn_than_a_person_does(tmp_path, monkeypatch):
    """A portal that works off many jobs leaves its lock for moments only: 5 seconds were not enough for a chore beside it."""
    monkeypatch.setattr(db, "_patience", db.BUSY_SECONDS)
    db.be_patient()
    engine = db.open_database(f"sqlite:///{tmp_path}/portal.db")
    with engine.connect() as connection:
        assert connection.execute(text("pragma busy_timeout")).scalar_one() == 60_000
    engine.dispose()


def test_the_folder_of_the_file_is_made_for_its_owner_alone(tmp_path):
    engine = db.open_database(f"sqlite:///{tmp_path}/kept/portal.db")
    with engine.connect():
        pass
    engine.dispose()
    assert (tmp_path / "kept").stat().st_mode & 0o777 == 0o700


def test_a_database_in_memory_is_refused():
    with pytest.raises(ValueError, match="in a file"):
        db.open_database("sqlite://")


def test_a_plain_postgresql_address_takes_our_driver():
    assert db.open_database("postgresql://u@localhost/d").dialect.driver == "psycopg"


def test_identifiers_are_ordered_by_birth_and_carry_version_7():
    ids = [db.new_id() for _ in range(5000)]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)
    assert {(i.version, i.variant) for i in ids} == {(7, "specified in RFC 4122")}


def test_identifiers_are_ordered_across_moments_of_a_stopped_clock():
    with clock.stopped(datetime(2026, 1, 1, tzinfo=UTC)) as hands:
        first = [db.new_id() for _ in range(100)]
        hands.move(seconds=1)
        second = db.new_id()
    assert first == sorted(first)
    assert second > first[-1]


def test_tables_are_named_in_words():
    assert DbTestShelf.__tablename__ == "db_test_shelf"
    constraints = {c.name for c in DbTestShelf.metadata.tables["db_test_shelf"].constraints}
    assert {"pk_db_test_shelf", "uq_db_test_shelf_label"} <= {str(name) for name in constraints}
