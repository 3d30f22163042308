"""What the tests of the service share: plugged registers, a stopped clock, and an asker that notes being woken."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from medportal.demonstration.registers.app import application
from medportal.demonstration.registers.counter import Counter
from medportal.features.verification import jobs as _  # noqa: F401 (registers the jobs)
from medportal.features.verification import ports
from medportal.features.verification.adapters import registers
from medportal.infra import jobs
from medportal.kernel import clock
from tests.features.verification.desk import QUICK, WOKEN, Desk


@pytest.fixture
def counter() -> Counter:
    """The demonstration registers' own state: faults are set here."""
    return Counter()


@pytest.fixture
def hands(database: str, counter: Counter) -> Iterator[clock.Hands]:
    """A database, registers in-process, and a clock that only tests move."""
    ports.registers.plug(registers({}, application(counter), limits=QUICK))
    WOKEN.clear()
    with clock.stopped(datetime(2026, 11, 23, 9, tzinfo=UTC)) as hands:
        jobs.use_memory()
        yield hands


@pytest.fixture
def desk(hands: clock.Hands) -> Desk:
    """Somebody's account and the ways to ask about it."""
    return Desk()
