"""The throttle: so many attempts in so much time, whoever counts."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from medportal.infra import db, throttle
from medportal.kernel import clock

pytestmark = pytest.mark.both_databases

NOW = datetime(2026, 5, 4, 12, 0, 0, tzinfo=UTC)
WINDOW = timedelta(minutes=10)


@pytest.fixture
def hands(database):
    with clock.stopped(NOW) as moving:
        yield moving


def attempt(key: str = "k", limit: int = 5) -> int:
    with db.unit_of_work() as uow:
        return throttle.wait_before(uow, key, limit, WINDOW)


def test_so_many_go_and_the_next_waits_until_the_first_is_forgotten(hands):
    for _ in range(5):
        assert attempt() == 0
        hands.move(minutes=1)
    assert attempt() == 5 * 60
    hands.move(minutes=5)
    assert attempt() == 0
    assert attempt() == 60


def test_a_key_that_is_forgotten_while_somebody_waits_for_it_is_counted_anew(hands):
    """Of two attempts side by side the first succeeds and is forgotten: the second must not find a hole."""
    assert attempt(limit=1) == 0
    with ThreadPoolExecutor(1) as pool:
        with db.unit_of_work() as uow:
            assert throttle.wait_before(uow, "k", 1, WINDOW) > 0
            other = pool.submit(attempt, limit=1)
            time.sleep(0.3)  # until it waits for this unit; if it does not yet, it finds nothing to wait for
            throttle.clear(uow, "k")
        assert other.result() == 0


def test_waiting_helps_because_an_attempt_that_waits_is_not_counted(hands):
    for _ in range(5):
        attempt()
    for _ in range(20):
        assert attempt() > 0
        hands.move(seconds=29)
    hands.move(seconds=20)
    assert attempt() == 0


def test_keys_do_not_hinder_each_other(hands):
    assert attempt("a", limit=1) == 0
    assert attempt("b", limit=1) == 0
    assert attempt("a", limit=1) == 600


def test_success_clears_the_slate(hands):
    assert attempt(limit=1) == 0
    with db.unit_of_work() as uow:
        throttle.clear(uow, "k")
    assert attempt(limit=1) == 0


def test_several_attempts_in_one_unit_are_counted_each(hands):
    with db.unit_of_work() as uow:
        assert [throttle.wait_before(uow, "k", 2, WINDOW) for _ in range(3)] == [0, 0, 600]


def test_old_rows_are_purged_and_live_ones_stay(hands):
    attempt("old")
    hands.move(minutes=9)
    attempt("live")
    hands.move(minutes=2)
    throttle.purge_now()
    with db.reading() as uow:
        assert [row.key for row in uow.session.exec(select(throttle.Throttle))] == ["live"]


def test_attempts_at_once_do_not_pass_each_other(hands):
    went: list[int] = []
    threads = [threading.Thread(target=lambda: went.append(attempt(limit=3))) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert sorted(went)[:4] == [0, 0, 0, 600]
    assert len(went) == 12
