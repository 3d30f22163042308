from datetime import timedelta
from threading import Event, Thread
from uuid import uuid4

import pytest

from medportal.infra import facts, jobs
from medportal.infra.db import reading, unit_of_work
from medportal.kernel import clock

pytestmark = [pytest.mark.both_databases, pytest.mark.usefixtures("database")]
seen, others, troubles = [], [], []


@jobs.job("tests.facts_watcher")
def watch(account_id):
    seen.append(account_id)
    if troubles:
        raise RuntimeError(troubles.pop())


@jobs.job("tests.facts_other_watcher")
def watch_too(account_id):
    others.append(account_id)


@pytest.fixture(autouse=True)
def watcher(monkeypatch):
    for one in (seen, others, troubles):
        one.clear()
    monkeypatch.setattr(facts, "watchers", ["tests.facts_watcher", "tests.facts_other_watcher"])


@pytest.fixture
def hands():
    with clock.stopped(clock.now()) as hands:
        yield hands


def change(account, times=1):
    for _ in range(times):
        with unit_of_work() as uow:
            facts.changed(uow, account)


def followed(account):
    with reading() as uow:
        return facts.is_followed(uow, account)


def test_a_changed_fact_wakes_the_watchers_once_it_is_committed(database):
    account = uuid4()
    with pytest.raises(KeyError), unit_of_work() as uow:
        facts.changed(uow, account)
        raise KeyError
    jobs.work_off()
    assert seen == []
    change(account)
    jobs.work_off()
    assert (seen, others) == ([account], [account])
    assert followed(account)


def test_five_hundred_changes_are_one_pass_of_each_watcher(database):
    anna, boris = uuid4(), uuid4()
    for _ in range(250):
        change(anna, 2)
        change(boris)
    assert jobs.work_off() == 2
    assert (seen, others) == ([anna, boris], [anna, boris])


def test_what_changes_during_a_pass_has_its_own_afterwards_and_nothing_is_stale(database, monkeypatch):
    account = uuid4()

    @jobs.job("tests.facts_changing_watcher")
    def changing(account_id):
        seen.append(account_id)
        if len(seen) == 1:
            change(account_id, 3)

    monkeypatch.setattr(facts, "watchers", ["tests.facts_changing_watcher"])
    change(account)
    jobs.work_off()
    assert seen == [account, account]
    assert followed(account)


def test_changes_of_two_threads_that_meet_a_pass_are_all_followed(database, monkeypatch):
    account, begun, changed = uuid4(), Event(), Event()
    kept = []

    @jobs.job("tests.facts_reading_watcher")
    def reads(account_id):
        seen.append(len(kept))
        begun.set()
        if len(seen) == 1:
            assert changed.wait(10)

    monkeypatch.setattr(facts, "watchers", ["tests.facts_reading_watcher"])
    change(account)
    worker = Thread(target=jobs.work_off)
    worker.start()
    assert begun.wait(10)
    for _ in range(20):
        with unit_of_work() as uow:
            kept.append(1)
            facts.changed(uow, account)
    changed.set()
    worker.join(20)
    jobs.work_off()
    # The last pass saw the last change, and there were two, not twenty.
    assert seen == [0, 20]
    assert followed(account)


def test_a_killed_worker_loses_nothing(database, hands):
    account = uuid4()
    change(account)
    assert jobs.engine().forget() == 1
    change(account, 2)
    assert jobs.work_off() == 0
    assert not followed(account)
    hands.move(seconds=70)
    jobs.work_off()
    assert seen == [account]
    hands.move(minutes=5)
    jobs.work_off()
    assert seen == [account]


def test_a_worker_killed_in_the_middle_of_a_pass_is_followed_by_another(database, hands, monkeypatch):
    account = uuid4()

    class KilledError(BaseException):
        pass

    def killed(*_, **__):
        raise KilledError

    change(account)
    monkeypatch.setattr(facts, "_followed", killed)
    with pytest.raises(KilledError):
        jobs.work_off()
    monkeypatch.undo()
    monkeypatch.setattr(facts, "watchers", ["tests.facts_watcher"])
    assert not followed(account)
    hands.move(seconds=70)
    jobs.work_off()
    assert seen == [account, account]
    assert followed(account)


def test_a_watcher_that_fails_is_tried_again_later_and_later_and_holds_up_nobody(database, hands):
    account = uuid4()
    troubles[:] = ["once", "twice"]
    change(account)
    jobs.work_off()
    assert (len(seen), len(others)) == (1, 1)
    hands.move(seconds=70)
    jobs.work_off()
    assert len(seen) == 2
    hands.move(seconds=70)
    jobs.work_off()
    assert len(seen) == 2
    hands.move(seconds=70)
    jobs.work_off()
    assert (len(seen), len(others)) == (3, 3)
    assert followed(account)


def test_a_new_change_does_not_wait_for_what_has_failed(database, hands):
    account = uuid4()
    troubles[:] = ["once"]
    change(account)
    jobs.work_off()
    change(account)
    jobs.work_off()
    assert len(seen) == 2
    assert followed(account)


def test_whoever_keeps_the_portal_busy_is_left_alone_for_nine_times_as_long(database, hands, monkeypatch):
    account = uuid4()
    spent = iter((0.0, 2.0))
    monkeypatch.setattr(facts.time, "thread_time", lambda: next(spent, 2.0))
    change(account)
    jobs.work_off()
    change(account, 100)
    jobs.work_off()
    assert len(seen) == 1
    hands.move(seconds=19)
    jobs.work_off()
    assert len(seen) == 2
    assert followed(account)


@pytest.mark.parametrize(("took", "rest"), [(0.0, 0), (0.2, 0), (0.5, 4.5), (2, 18), (60, 30)])
def test_a_rest_is_long_for_long_passes_only(took, rest):
    assert facts.rest_after(timedelta(seconds=took)) == timedelta(seconds=rest)


def test_tries_after_failures_come_within_an_hour_however_many_there_were():
    assert [facts.next_try(count) // timedelta(minutes=1) for count in (1, 2, 3, 6, 7, 500)] == [1, 2, 4, 32, 60, 60]


def test_an_erased_account_leaves_no_mark(database):
    account = uuid4()
    change(account)
    with unit_of_work() as uow:
        facts.erase(uow, account)
    jobs.work_off()
    assert seen == []
    assert followed(account)
