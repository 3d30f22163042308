"""Invented doctors with the passports of the fixtures, and the papers they hand in."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

from medportal.features.accounts import service as accounts
from medportal.features.accounts.models import Account
from medportal.features.accounts.schemas import AccountState
from medportal.features.documents import service
from medportal.features.documents.schemas.documents import DocumentView
from medportal.features.documents.schemas.handing import Sent, Taken
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.profile import service as profile
from medportal.features.profile.schemas import (
    AddressAnswers,
    Identity,
    NumberAnswers,
    PassportAnswers,
    PersonAnswers,
    WorkAnswers,
)
from medportal.features.registration.rules.suggesting import parts_of
from medportal.infra import jobs
from medportal.infra.db import unit_of_work
from medportal.kernel.actor import SYSTEM, Actor, Role
from tests.features.documents.intake import making
from tests.features.documents.reading.fixtures import named

PASSPORTS = Path(__file__).parents[3] / "fixtures" / "passports"
NUMBERS = (("11223344595", "500100732259"), ("08765430300", "772816897563"))
PASSPORT = "pdf_main_reg.pdf"


def account() -> UUID:
    with unit_of_work() as uow:
        return accounts.open_draft(uow, Actor(Role.VISITOR), "1", "h")


def settle(account_id: UUID, number: int = 0, passport: str = PASSPORT, **changes: str) -> None:
    """Give the account the profile of whoever the passport of a fixture belongs to; `changes` are typed otherwise."""
    said = {**named(passport).fields, **changes}
    identity = Identity(
        PersonAnswers(
            said["surname"].title(), said["name"].title(), said["patronymic"].title(), "", said["birth_date"],
            "F" if said["sex"] == "ЖЕН" else "M",
        ),
        NumberAnswers(*NUMBERS[number]),
        PassportAnswers(
            said["series"], said["number"], said["issue_date"], said["issuing_authority"], said["division_code"]
        ),
        _address(said.get("registration_address", "")),
        WorkAnswers("Л041-00110-77/00123456", "", "врач-терапевт", "Терапия"),
    )  # fmt: skip
    with unit_of_work() as uow:
        uow.session.get(Account, account_id).state = AccountState.ACTIVE  # type: ignore[union-attr]
        profile.settle(uow, SYSTEM, account_id, identity)


def _address(stamp: str) -> AddressAnswers:
    """The address of a registration page as its owner types it."""
    parts = parts_of(stamp)
    if not parts:
        return AddressAnswers("630000", "Новосибирская область", "Малые Вязёмы", "Ленина", "125")
    return AddressAnswers("630000", *(parts[name] for name in ("region", "city", "street", "house", "flat")))


def doctor(number: int = 0, passport: str = PASSPORT, **changes: str) -> Actor:
    account_id = account()
    settle(account_id, number, passport, **changes)
    return Actor(Role.DOCTOR, account_id)


def staff(role: Role = Role.VERIFIER) -> Actor:
    return Actor(role, uuid4())


def sent(data: bytes, name: str = "скан.jpg", kind: KindKey = KindKey.DIPLOMA, **more: object) -> Sent:
    return replace(Sent(kind, name, "", data), **more)


def photo(shade: int = 0, **more: object) -> Sent:
    """A photo of a paper; every shade is another file."""
    return sent(making.jpeg(300 + shade, 400), **more)  # type: ignore[arg-type]


def passport(file: str = PASSPORT, **more: object) -> Sent:
    return sent(named(file).data, file, KindKey.PASSPORT, **more)


def hand_in(actor: Actor, one: Sent) -> Taken:
    taken = service.take_in(actor, one)
    jobs.work_off()
    return taken


def state(actor: Actor, document_id: UUID) -> str:
    return seen(actor, document_id).card.state.value


def seen(actor: Actor, document_id: UUID) -> DocumentView:
    return service.view(actor, document_id)


def codes(actor: Actor, document_id: UUID) -> list[str]:
    return [one.code for one in seen(actor, document_id).reasons]


DAY = timedelta(days=1)
