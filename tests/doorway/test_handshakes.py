"""One address opens so many sockets and no more; waiting helps, and others are not held up."""

from datetime import UTC, datetime

import pytest

from medportal.doorway import handshakes
from medportal.doorway.handshakes import Handshakes
from medportal.kernel import clock
from medportal.settings import settings

HOME, HOSPITAL = "192.0.2.10", "198.51.100.7"


@pytest.fixture
def hands(monkeypatch):
    monkeypatch.setenv("MEDPORTAL_SOCKET_BURST", "10")
    monkeypatch.setenv("MEDPORTAL_SOCKET_REFILL", "2")
    settings.cache_clear()
    with clock.stopped(datetime(2026, 11, 23, 7, 0, tzinfo=UTC)) as hands:
        yield hands


def _entered(door: Handshakes, address: str, tries: int) -> int:
    return sum(door.may_enter(address) for _ in range(tries))


def test_a_burst_passes_and_then_the_door_is_shut(hands):
    assert _entered(Handshakes(), HOME, 25) == 10


def test_waiting_earns_new_sockets_at_the_given_rate(hands):
    door = Handshakes()
    _entered(door, HOME, 25)
    hands.move(seconds=3)
    assert _entered(door, HOME, 25) == 6


def test_nobody_earns_more_than_the_burst(hands):
    door = Handshakes()
    _entered(door, HOME, 1)
    hands.move(hours=5)
    assert _entered(door, HOME, 25) == 10


def test_refused_tries_cost_nothing(hands):
    door = Handshakes()
    _entered(door, HOME, 1000)
    hands.move(seconds=1)
    assert _entered(door, HOME, 25) == 2


def test_one_address_does_not_hold_up_another(hands):
    door = Handshakes()
    _entered(door, HOME, 25)
    assert _entered(door, HOSPITAL, 25) == 10


def test_a_clock_set_back_gives_and_takes_nothing(hands):
    door = Handshakes()
    _entered(door, HOME, 10)
    hands.move(hours=-1)
    assert _entered(door, HOME, 5) == 0


def test_the_memory_of_addresses_is_bounded(hands, monkeypatch):
    monkeypatch.setattr(handshakes, "_ADDRESSES", 100)
    door = Handshakes()
    for number in range(500):
        door.may_enter(f"2001:db8::{number:x}")
    assert len(door._buckets) == 100
