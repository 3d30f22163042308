"""A doctor with a profile, carriers of the demonstration, and a clock that stands still."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest

import medportal.features.accounts.jobs
import medportal.features.attestations.jobs
import medportal.features.notifications.jobs
import medportal.features.verification.jobs  # noqa: F401
from medportal.features.accounts import service as accounts
from medportal.features.accounts.models import Account
from medportal.features.accounts.schemas import AccountState
from medportal.features.notifications import ports as notification_ports
from medportal.features.notifications import service as notifications
from medportal.features.notifications.adapters.demonstration import DemonstrationCarrier
from medportal.features.notifications.schemas import Channel
from medportal.features.profile import store as profiles
from medportal.features.profile.schemas import (
    AddressAnswers,
    Identity,
    NumberAnswers,
    PassportAnswers,
    PersonAnswers,
    WorkAnswers,
)
from medportal.infra.db import unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import SYSTEM, Actor, Role

NUMBERS = (("11223344595", "500100732259"), ("08765430300", "772816897563"), ("13579246894", "772816897826"))


@pytest.fixture
def hands() -> Iterator[clock.Hands]:
    with clock.stopped(datetime(2026, 11, 23, 7, 0, tzinfo=UTC)) as hands:
        yield hands


@pytest.fixture
def portal(database: str, hands: clock.Hands) -> None:
    notification_ports.mailer.plug(DemonstrationCarrier())
    notification_ports.sms_gateway.plug(DemonstrationCarrier())


def someone(number: int = 0, born: str = "15.03.1990", issued: str = "01.04.2010") -> Actor:
    """A doctor with a profile and two confirmed contacts."""
    snils, inn = NUMBERS[number]
    identity = Identity(
        PersonAnswers("Иванова", "Анна", "Петровна", "", born, "F"),
        NumberAnswers(snils, inn),
        PassportAnswers("4510", f"12345{number}", issued, "ГУ МВД", "770-001"),
        AddressAnswers("101000", "Москва", "Москва", "Мясницкая", "1"),
        WorkAnswers("Л041-00110-77/00123456", "", "врач-терапевт", "Терапия"),
    )
    with unit_of_work() as uow:
        account_id: UUID = accounts.open_draft(uow, Actor(Role.VISITOR), "1", "h")
        uow.session.get(Account, account_id).state = AccountState.ACTIVE
        profiles.put(uow, account_id, identity)
        for channel, value in ((Channel.EMAIL, f"anna{number}@example.ru"), (Channel.SMS, f"+7912345678{number}")):
            notifications.put_contact(uow, SYSTEM, account_id, channel, value)
            notifications.vouch(uow, SYSTEM, account_id, channel)
    return Actor(Role.DOCTOR, account_id)


@pytest.fixture
def anna(portal: None) -> Actor:
    return someone()


@pytest.fixture
def boris(portal: None) -> Actor:
    return someone(1)
