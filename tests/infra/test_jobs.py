"""Jobs: told after the commit, run at their time, and found again when they were lost."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from medportal.infra import db, jobs
from medportal.kernel import clock

NOW = datetime(2026, 5, 4, 12, 0, 30, tzinfo=UTC)
ran: list[object] = []


@jobs.job("jobs_test.note")
def note(row_id: UUID) -> None:
    ran.append(row_id)


@jobs.job("jobs_test.fail")
def fail(row_id: UUID) -> None:
    raise RuntimeError("Сидорова 112-233-445 95")


@jobs.job("jobs_test.again")
def again(row_id: UUID) -> None:
    ran.append("again")
    if ran.count("again") < 3:
        with db.unit_of_work() as uow:
            jobs.wake(uow, "jobs_test.again", row_id)


@jobs.sweep("jobs_test.sweep")
def look() -> None:
    ran.append("sweep")
    with db.unit_of_work() as uow:
        jobs.wake(uow, "jobs_test.note", UUID(int=99))


@jobs.every("jobs_test.hourly", minutes=60)
def hourly() -> None:
    ran.append("hourly")


@pytest.fixture
def hands(database):
    ran.clear()
    with clock.stopped(NOW) as moving:
        jobs.use_memory()
        yield moving


def wake(name: str = "jobs_test.note", row: int = 1, delay: float = 0) -> None:
    with db.unit_of_work() as uow:
        jobs.wake(uow, name, UUID(int=row), delay)


def test_a_job_runs_once_its_cause_is_committed(hands):
    with db.unit_of_work() as uow:
        jobs.wake(uow, "jobs_test.note", UUID(int=1))
        assert jobs.engine().take_due() is None
    assert jobs.work_off() == 1
    assert ran == [UUID(int=1)]
    assert jobs.work_off() == 0


def test_a_cause_that_was_rolled_back_wakes_nobody(hands):
    with pytest.raises(LookupError), db.unit_of_work() as uow:
        jobs.wake(uow, "jobs_test.note", UUID(int=1))
        raise LookupError
    assert jobs.work_off() == 0


def test_an_unknown_name_is_an_error_for_the_asker(hands):
    with pytest.raises(LookupError, match="nobody"), db.unit_of_work() as uow:
        jobs.wake(uow, "jobs_test.nobody", UUID(int=1))


def test_a_delayed_job_waits_for_the_clock(hands):
    wake(delay=90)
    assert jobs.work_off() == 0
    hands.move(seconds=20)
    assert jobs.work_off() == 0
    hands.move(seconds=70)
    jobs.work_off()
    assert UUID(int=1) in ran


def test_jobs_run_in_the_order_in_which_they_fall_due(hands):
    wake(row=3, delay=2)
    wake(row=1)
    wake(row=2, delay=1)
    hands.move(seconds=3)
    assert jobs.work_off() == 3
    assert ran == [UUID(int=1), UUID(int=2), UUID(int=3)]


def test_work_goes_on_until_nothing_is_due(hands):
    wake("jobs_test.again")
    assert jobs.work_off() == 3


def test_a_job_that_fails_is_counted_and_stops_no_other(hands):
    before = jobs.failures()
    wake("jobs_test.fail")
    wake()
    assert jobs.work_off() == 2
    assert jobs.failures() == before + 1
    assert ran == [UUID(int=1)]


def test_sweeps_run_when_a_minute_has_passed_and_find_what_was_lost(hands):
    wake()
    assert jobs.engine().forget() == 1
    assert jobs.work_off() == 0
    hands.move(minutes=1)
    assert jobs.work_off() >= 1
    assert ran == ["sweep", UUID(int=99)]


def test_a_chore_runs_when_its_turn_comes(hands):
    hands.move(minutes=58)
    jobs.work_off()
    assert "hourly" not in ran
    hands.move(minutes=2)
    jobs.work_off()
    jobs.work_off()
    assert ran.count("hourly") == 1


def test_sweeps_can_be_asked_for(hands):
    jobs.run_sweeps()
    assert "sweep" in ran
    assert "hourly" not in ran


def test_two_jobs_may_not_bear_one_name():
    for register in (jobs.job("jobs_test.note"), jobs.job("jobs_test.sweep"), jobs.sweep("jobs_test.note")):
        with pytest.raises(ValueError, match="two jobs"):
            register(lambda *_: None)


def test_the_same_job_may_be_registered_again():
    assert jobs.job("jobs_test.note")(note) is note


def test_working_off_is_for_tests_only(monkeypatch, tmp_path):
    jobs.use(None)
    with pytest.raises(TypeError, match="use_memory"):
        jobs.work_off()
    jobs.use(None)
