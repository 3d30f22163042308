"""Nudges: heard after the commit, here and in another process."""

import time
from uuid import UUID

import pytest
import redis

from medportal.infra import db, nudges
from medportal.settings import settings

ANNA = UUID(int=1)


@pytest.fixture
def heard():
    """What a listener of this process was told."""
    told: list[UUID] = []
    nudges.listen(told.append)
    yield told
    nudges.forget(told.append)


def nudge() -> None:
    with db.unit_of_work() as uow:
        nudges.nudge(uow, ANNA)


def until_heard(told: list[UUID], count: int) -> None:
    end = time.monotonic() + 10
    while len(told) < count and time.monotonic() < end:
        time.sleep(0.01)


def test_a_nudge_is_heard_after_the_commit(database, heard):
    with db.unit_of_work() as uow:
        nudges.nudge(uow, ANNA)
        assert heard == []
    assert heard == [ANNA]


def test_a_nudge_of_a_cause_rolled_back_is_not_heard(database, heard):
    with pytest.raises(LookupError), db.unit_of_work() as uow:
        nudges.nudge(uow, ANNA)
        raise LookupError
    assert heard == []


def test_a_listener_that_fails_keeps_nobody_from_hearing(database, heard):
    def fail(_account: UUID) -> None:
        raise RuntimeError

    nudges.forget(heard.append)
    nudges.listen(fail)
    nudges.listen(heard.append)
    nudge()
    nudges.forget(fail)
    assert heard == [ANNA]


def test_a_listener_may_stop_listening(database):
    told: list[UUID] = []
    nudges.listen(told.append)
    nudges.forget(told.append)
    nudges.forget(told.append)
    nudge()
    assert told == []


def test_a_nudge_from_another_process_is_heard_and_ones_own_once(database, redis_url, heard):
    nudges.listen(heard.append)
    nudges.forget(heard.append)
    assert nudges.connected(10)
    nudge()
    with redis.Redis.from_url(redis_url) as other:
        other.publish(nudges.CHANNEL, f"another-process:{UUID(int=2)}")
        other.publish(nudges.CHANNEL, "another-process:not an account")
        other.publish(nudges.CHANNEL, b"\xff\xfe")
        other.publish(nudges.CHANNEL, f"another-process:{UUID(int=3)}")
    until_heard(heard, 3)
    assert heard == [ANNA, UUID(int=2), UUID(int=3)]


def test_a_cut_line_is_taken_up_again(database, redis_url, heard, monkeypatch):
    monkeypatch.setattr(nudges, "RETRY_SECONDS", 0.05)
    told: list[UUID] = []
    nudges.listen(told.append)
    assert nudges.connected(10)
    with redis.Redis.from_url(redis_url) as other:
        other.client_kill_filter(_type="pubsub")
        end = time.monotonic() + 10
        while not told and time.monotonic() < end:
            other.publish(nudges.CHANNEL, f"another-process:{ANNA}")
            time.sleep(0.05)
    nudges.forget(told.append)
    assert told


def test_redis_that_is_gone_stops_no_unit(database, heard, monkeypatch):
    monkeypatch.setenv("MEDPORTAL_REDIS_URL", "redis://127.0.0.1:1/0")
    settings.cache_clear()
    nudge()
    nudges.stop()
    assert heard == [ANNA]
