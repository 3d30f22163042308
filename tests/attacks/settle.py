"""People for the attacks, settled through the portal's own services before it serves: prints who they are as JSON.

Run as a program of its own, so that keys, database and jobs of the test run are left alone.
"""

import json
import re
import sys
from dataclasses import dataclass
from typing import Any

from reflex_base.registry import RegistrationContext

from medportal import app, wiring
from medportal.demonstration.people import PEOPLE, Invented
from medportal.features.accounts import service as accounts
from medportal.features.notifications import service as notifications
from medportal.features.registration import service as registration
from medportal.features.registration.schemas import Section
from medportal.infra import jobs
from medportal.infra.keys import ensure_keys
from medportal.infra.migrate import upgrade
from medportal.kernel.actor import Actor, Role
from medportal.settings import settings

AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
APPLICANT = "semyon.yolochkin"


@dataclass
class Account:
    """What the attacks need to know of a person."""

    session: str
    account_id: str
    session_id: str
    password: str
    typed: dict[str, str]


def answers(who: Invented, password: str = "") -> dict[Section, dict[str, str]]:
    """What the person types, section by section."""
    work = {"position": who.work.position, "speciality": who.work.speciality}
    paper = {"licence_number": who.work.licence_number, "employer_ogrn": who.work.employer_ogrn}
    person = {
        "surname": who.surname,
        "given_name": who.given_name,
        "birth_date": f"{who.birth_date:%d.%m.%Y}",
        "sex": who.sex,
        **({"patronymic": who.patronymic} if who.patronymic else {"no_patronymic": "on"}),
    }
    return {
        Section.PERSON: person,
        Section.CONTACTS: {"phone": who.phone, "email": who.email},
        Section.NUMBERS: {"snils": who.snils, "inn": who.inn},
        Section.PASSPORT: {
            "passport_series": who.passport.series,
            "passport_number": who.passport.number,
            "passport_issued_on": f"{who.passport.issued_on:%d.%m.%Y}",
            "passport_issuer": who.passport.issuer,
            "passport_division_code": who.passport.division_code,
        },
        Section.ADDRESS: {
            name: getattr(who.address, name) for name in ("postal_index", "region", "city", "street", "house", "flat")
        },
        Section.WORK: {**work, **{name: value for name, value in paper.items() if value}},
        Section.PASSWORD: {"password": password, "password_again": password},
    }


def _enter(code: str, address: str) -> tuple[str, Actor]:
    token = accounts.redeem(code, AGENT, address).token
    actor = accounts.resolve(token, address)
    if actor is None:
        raise RuntimeError("a fresh session is not known")
    return token, actor


def _letter(channel: str, to: str, pattern: str) -> str:
    jobs.work_off()
    body = next(one.body for one in notifications.demonstration_outbox() if one.channel == channel and one.to == to)
    found = re.search(pattern, body)
    if found is None:
        raise RuntimeError("the letter does not hold what was asked for")
    return found.group(1)


def _begun(who: Invented, address: str) -> tuple[str, Actor]:
    visitor = Actor(Role.VISITOR, address=address)
    token, actor = _enter(registration.begin(visitor, agreed=True, locale="ru").code, address)
    _hand_in(actor, Section.PERSON, answers(who))
    return token, actor


def _hand_in(actor: Actor, section: Section, given: dict[Section, dict[str, str]]) -> None:
    outcome = registration.hand_in(actor, section, given[section])
    if outcome.problems:
        raise RuntimeError(f"{section}: {[one.code for one in outcome.problems]}")


def _registered(who: Invented, password: str, address: str) -> tuple[str, Actor]:
    given = answers(who, password)
    _, actor = _begun(who, address)
    _hand_in(actor, Section.CONTACTS, given)
    registration.send_code(actor)
    registration.confirm_phone(actor, _letter("sms", who.phone, r"\b(\d{6})\b"))
    registration.send_link(actor)
    registration.use_link(actor, _letter("email", who.email, r"#(\S+)"))
    for section in (Section.NUMBERS, Section.PASSPORT, Section.ADDRESS, Section.WORK, Section.PASSWORD):
        _hand_in(actor, section, given)
    ticket = registration.submit(actor).ticket
    if ticket is None:
        raise RuntimeError("the registration is not finished")
    jobs.work_off()
    return _enter(ticket.code, address)


def _told(who: Invented, token: str, actor: Actor, password: str) -> dict[str, Any]:
    typed = {name: value for values in answers(who, password).values() for name, value in values.items()}
    return vars(Account(token, str(actor.account_id), str(actor.session_id), password, typed))


def main() -> None:
    """Settle them and print."""
    ensure_keys(settings())
    upgrade(settings().database_url)
    wiring.plug()
    jobs.use_memory()
    by_key = {who.key: who for who in PEOPLE}
    settled: dict[str, Any] = {}
    for key, password in (("anna.primerova", "Синий-Журавль-71"), ("vera.skazkina", "Тихая-Гавань-29")):
        settled[key] = _told(by_key[key], *_registered(by_key[key], password, "203.0.113.5"), password)
    settled[APPLICANT] = _told(by_key[APPLICANT], *_begun(by_key[APPLICANT], "203.0.113.6"), "")
    handlers = {
        name: list(one.handler.fn.__code__.co_varnames[: one.handler.fn.__code__.co_argcount])[1:]
        for name, one in RegistrationContext.get().event_handlers.items()
    }
    assert app.app is not None
    json.dump({"people": settled, "handlers": handlers}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
