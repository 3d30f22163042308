"""Health: ready only when the database is there, migrated, and somebody does the jobs."""

from sqlalchemy import text

from medportal.infra import db, health, jobs, migrate


def test_a_live_process_says_so():
    assert health.live() == {"ok": True}


def test_a_database_at_another_revision_is_not_ready(database, monkeypatch):
    monkeypatch.setattr(migrate, "head", lambda: "bbb2")
    assert health.ready() == {"ok": False, "database": True, "migrated": False, "jobs": True}
    with db.unit_of_work() as uow:
        uow.session.execute(text("create table alembic_version (version_num varchar(32) primary key)"))
        uow.session.execute(text("insert into alembic_version values ('bbb2')"))
    assert health.ready() == {"ok": True, "database": True, "migrated": True, "jobs": True}


def test_a_database_that_can_not_be_reached_is_not_ready(database):
    db.use(db.open_database("postgresql://nobody@127.0.0.1:1/nothing?connect_timeout=1"))
    found = health.ready()
    assert (found["ok"], found["database"]) == (False, False)


def test_nobody_at_work_is_not_ready(database):
    jobs.use(None)
    assert not health.ready()["jobs"]
