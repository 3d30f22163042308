"""Invented people and how they come in: nothing here is a real number, and every check sum holds."""

import re
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from sqlmodel import select

from medportal.features.accounts import service
from medportal.features.accounts.schemas import LoginKind
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel
from medportal.infra import jobs, passwords
from medportal.infra.audit import AuditEntry
from medportal.infra.db import unit_of_work
from medportal.kernel.actor import Actor, Role

HOME, AWAY = "192.0.2.10", "198.51.100.7"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
VISITOR = Actor(Role.VISITOR, address=HOME)
STRANGER = Actor(Role.VISITOR, address=AWAY)


@dataclass(frozen=True)
class Person:
    """Who somebody is, as they would type it."""

    snils: str = "112-233-445 95"
    phone: str = "+79123456789"
    email: str = "anna@example.ru"
    password: str = "Correct-Horse-7"


ANNA = Person()


@cache
def hashed(password: str) -> str:
    """Hashing is slow on purpose; the same password of a test is hashed once for all of them."""
    return passwords.hash_password(password)


@dataclass
class Doctor:
    """A registered person and the session of their browser."""

    person: Person
    id: UUID
    token: str

    @classmethod
    def registered(cls, person: Person, address: str = HOME) -> "Doctor":
        account_id, _ = draft(person, address)
        with unit_of_work() as uow:
            ticket = service.activate(uow, VISITOR, account_id)
        jobs.work_off()
        return cls(person, account_id, service.redeem(ticket.code, FIREFOX, address).token)

    @property
    def actor(self) -> Actor:
        actor = service.resolve(self.token, HOME)
        assert actor is not None
        return actor

    def come_in(self, address: str = HOME, password: str | None = None) -> "Doctor":
        """The same person in another browser."""
        code = sign_in(self.person.email, password or self.person.password, address)
        return Doctor(self.person, self.id, service.redeem(code, FIREFOX, address).token)


def draft(person: Person, address: str = HOME) -> tuple[UUID, str]:
    """A registration with everything but its end; the account and the applicant's token."""
    ticket = service.open_draft_session(Actor(Role.VISITOR, address=address), "1", "hash-of-the-text")
    opened = service.redeem(ticket.code, FIREFOX, address)
    applicant = service.resolve(opened.token, address)
    assert applicant is not None
    account_id = applicant.must_be_known()
    with unit_of_work() as uow:
        notifications.put_contact(uow, applicant, account_id, Channel.SMS, person.phone)
        notifications.put_contact(uow, applicant, account_id, Channel.EMAIL, person.email)
        for channel in Channel:
            assert notifications.vouch(uow, applicant, account_id, channel)
        service.name_login(uow, account_id, LoginKind.SNILS, person.snils)
        service.put_password(uow, account_id, hashed(person.password))
    return account_id, opened.token


def sign_in(name: str, password: str, address: str = HOME) -> str:
    return service.sign_in(Actor(Role.VISITOR, address=address), name, password).code


def letters(purpose: str | None = None) -> list:
    """The letters that have arrived, the newest first."""
    jobs.work_off()
    return [one for one in notifications.demonstration_outbox() if purpose in (None, one.purpose)]


def recovery_messages() -> tuple[str, str]:
    """Token and code of the newest recovery."""
    found = letters("recovery")
    bodies = "\n".join(letter.body for letter in found[:2])
    code = re.search(r"\b\d{6}\b", bodies)
    return re.search(r"/recover/set#(\S+)", bodies)[1], code[0] if code else ""


def deeds() -> list[str]:
    with unit_of_work() as uow:
        return list(uow.session.exec(select(AuditEntry.deed).order_by("seq")).all())
