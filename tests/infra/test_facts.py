from datetime import timedelta
from uuid import uuid4

import pytest

from medportal.infra import facts, jobs
from medportal.infra.db import reading, unit_of_work
from medportal.kernel import clock

pytestmark = [pytest.mark.both_databases, pytest.mark.usefixtures("database")]
seen = []


@jobs.job("tests.facts_watcher")
def watch(account_id):
    seen.append(account_id)


@pytest.fixture(autouse=True)
def watcher(monkeypatch):
    seen.clear()
    monkeypatch.setattr(facts, "watchers", ["tests.facts_watcher"])


def test_a_changed_fact_wakes_the_watchers_once_it_is_committed(database):
    account = uuid4()
    with pytest.raises(KeyError), unit_of_work() as uow:
        facts.changed(uow, account)
        raise KeyError
    jobs.work_off()
    assert seen == []
    with unit_of_work() as uow:
        facts.changed(uow, account)
    jobs.work_off()
    assert seen == [account]


def test_a_mark_outlives_a_lost_message_and_holds_the_last_moment(database):
    first, second = uuid4(), uuid4()
    with clock.stopped(clock.now()) as hands:
        start = clock.now()
        for account in (first, second, first):
            hands.move(minutes=1)
            with unit_of_work() as uow:
                facts.changed(uow, account)
        with reading() as uow:
            assert [account for account, _ in facts.changed_since(uow, start)] == [second, first]
            assert facts.changed_since(uow, start + timedelta(minutes=3)) == [(first, start + timedelta(minutes=3))]


def test_an_erased_account_leaves_no_mark(database):
    account = uuid4()
    with unit_of_work() as uow:
        facts.changed(uow, account)
        facts.erase(uow, account)
    with reading() as uow:
        assert facts.changed_since(uow, clock.now() - timedelta(days=1)) == []
