"""Invented doctors who have registered through the services, with a clock that stands still."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from medportal.features.accounts import jobs as _jobs  # noqa: F401
from medportal.features.accounts import service
from medportal.features.notifications import jobs as _letters  # noqa: F401
from medportal.features.notifications import ports
from medportal.features.notifications.adapters.demonstration import DemonstrationCarrier
from medportal.infra import jobs
from medportal.kernel import clock
from tests.features.accounts.people import ANNA, Doctor, Person


@pytest.fixture
def hands() -> Iterator[clock.Hands]:
    with clock.stopped(datetime(2026, 11, 23, 7, 0, tzinfo=UTC)) as hands:
        yield hands


@pytest.fixture
def portal(database: str, hands: clock.Hands) -> Iterator[None]:
    """The services, ready: carriers of the demonstration are plugged in, nothing waits."""
    ports.mailer.plug(DemonstrationCarrier())
    ports.sms_gateway.plug(DemonstrationCarrier())
    jobs.work_off()
    before = list(service.erasers), list(service.personal_words)
    yield
    service.erasers[:], service.personal_words[:] = before


@pytest.fixture
def register(portal: None) -> Callable[..., Doctor]:
    """Register a person to the end; keywords change who she is."""

    def register(**changes: str) -> Doctor:
        return Doctor.registered(replace(ANNA, **changes))

    return register


@pytest.fixture
def anna(register: Callable[..., Doctor]) -> Doctor:
    return register()


@pytest.fixture
def person() -> Person:
    return ANNA
