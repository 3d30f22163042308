"""The services of a registration, plugged together as the wiring does it, with registers that answer at once."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from medportal.demonstration.people import PEOPLE
from medportal.demonstration.registers.app import application
from medportal.demonstration.registers.counter import Counter
from medportal.features.accounts import jobs as _accounts  # noqa: F401
from medportal.features.accounts import service as accounts
from medportal.features.notifications import jobs as _letters  # noqa: F401
from medportal.features.notifications import ports as notification_ports
from medportal.features.notifications.adapters.demonstration import DemonstrationCarrier
from medportal.features.profile import service as profile
from medportal.features.registration import service as registration
from medportal.features.verification import jobs as _checks  # noqa: F401
from medportal.features.verification import ports as verification_ports
from medportal.features.verification import service as verification
from medportal.features.verification.adapters import Limits, registers
from medportal.infra import jobs
from medportal.kernel import clock
from tests.features.registration.applicants import Applicant

QUICK = Limits(budget=2.0, patience=0.05, tries=1, first_wait=0.01, longest_wait=0.02)


@pytest.fixture
def hands() -> Iterator[clock.Hands]:
    with clock.stopped(datetime(2026, 11, 23, 7, 0, tzinfo=UTC)) as hands:
        yield hands


@pytest.fixture
def portal(database: str, hands: clock.Hands) -> Iterator[str]:
    """The services, ready; hands out the address of the database."""
    notification_ports.mailer.plug(DemonstrationCarrier())
    notification_ports.sms_gateway.plug(DemonstrationCarrier())
    verification_ports.registers.plug(registers({}, application(Counter()), limits=QUICK))
    before = list(accounts.erasers), list(accounts.personal_words)
    accounts.personal_words[:] = [profile.personal_words]
    accounts.erasers[:] = [registration.erase, profile.erase, verification.erase]
    jobs.work_off()
    yield database
    accounts.erasers[:], accounts.personal_words[:] = before


@pytest.fixture
def someone(portal: str) -> Callable[..., Applicant]:
    """An invented person who has not begun yet, by place in the list."""
    return lambda place=0, address="192.0.2.10": Applicant(PEOPLE[place], address)


@pytest.fixture
def anna(someone: Callable[..., Applicant]) -> Applicant:
    return someone(0)
