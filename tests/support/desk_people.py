"""Staff and cases, settled through the portal's own services before it serves: prints who they are as JSON.

Run as a program of its own, so that keys, database and jobs of the test run are left alone.
"""

import json
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

from pyotp.totp import TOTP
from reflex_base.registry import RegistrationContext

from medportal import app, wiring
from medportal.demonstration.papers import papers_of
from medportal.demonstration.people import PEOPLE, Invented
from medportal.features.accounts import service as accounts
from medportal.features.documents import service as documents
from medportal.features.documents.schemas.handing import Sent
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.qualification import service as qualification
from medportal.features.qualification.schemas import RecordType
from medportal.features.reviews import service as reviews
from medportal.features.reviews.schemas import Ask, RuleFailure, Subject
from medportal.infra import jobs
from medportal.infra.db import reading, unit_of_work
from medportal.infra.keys import ensure_keys
from medportal.infra.migrate import upgrade
from medportal.kernel import clock
from medportal.kernel.actor import SYSTEM, Actor, Role
from medportal.kernel.text import Text
from medportal.settings import settings
from tests.attacks.settle import AGENT, _registered
from tests.features.qualification.doctors import study

ADDRESS = "203.0.113.9"
PASSWORD = "Тёплый-Ветер-84"
STAFF = {
    "vera": Role.VERIFIER,
    "boris": Role.VERIFIER,
    "olga": Role.OPERATOR,
    "sasha": Role.SUPPORT,
    "admin": Role.ADMINISTRATOR,
}
FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "passports"


def member(name: str, role: Role) -> dict[str, Any]:
    """A member of staff with a proven factor: sessions that are worth something, and one that is not yet."""
    email = f"{name}@staff.example.ru"
    link = accounts.add_staff(SYSTEM, email, role).link
    visitor = Actor(Role.VISITOR, address=ADDRESS)
    accounts.finish_recovery(visitor, link.rpartition("#")[2], "", PASSWORD)
    halfway, actor = _enter(accounts.sign_in(visitor, email, PASSWORD).code)
    accounts.enrol(actor)
    secret = accounts.enrolment(actor).secret
    code = TOTP(secret).generate_otp(int(clock.now().timestamp()) // 30)
    full, known = _enter(accounts.prove_factor(actor, code).ticket.code)
    return {
        "session": full,
        "halfway": halfway,
        "secret": secret,
        "email": email,
        "password": PASSWORD,
        "account_id": str(known.account_id),
        "session_id": str(known.session_id),
        "typed": {},
    }


def _enter(code: str) -> tuple[str, Actor]:
    token = accounts.redeem(code, AGENT, ADDRESS).token
    actor = accounts.resolve(token, ADDRESS)
    if actor is None:
        raise RuntimeError("a fresh session is not known")
    return token, actor


def upload(actor: Actor, kind: KindKey, file: str, **typed: str) -> str:
    """A document of somebody's, worked on as far as the portal goes by itself."""
    data = (FIXTURES / file).read_bytes()
    media = "image/png" if file.endswith("png") else "image/jpeg"
    taken = documents.take_in(actor, Sent(kind, file, media, data))
    jobs.work_off()
    if typed:
        documents.fill_in(actor, taken.document_id, typed)
        jobs.work_off()
    return str(taken.document_id)


def _doubted(owner: Actor, document_id: str) -> str:
    """A passport that rules could not settle: what was read is not what was typed."""
    failed = (
        RuleFailure("ANSWERS_DIFFER", Text(ru="Отличается от анкеты: фамилия, номер.", en="Differs: surname, number.")),
    )
    asked = Ask(Subject.DOCUMENT, UUID(document_id), owner.must_be_known(), str(KindKey.PASSPORT), failed)
    with unit_of_work() as uow:
        return str(reviews.request(uow, SYSTEM, asked, then="documents.settle"))


def refused(doctor: Actor, who: Invented, verifier: dict[str, Any]) -> str:
    """A diploma that its register does not know and that a verifier has refused: the id of its record."""
    upload(doctor, KindKey.DIPLOMA, "main_scan200.jpg")
    typed = {**study(papers_of(who).diploma), "number": "9009999"}
    record = qualification.save(doctor, RecordType.DIPLOMA, typed).record_id
    if record is None:
        raise RuntimeError("the diploma was not saved")
    jobs.work_off()
    qualification.ask_person(doctor, record)
    decider = Actor(Role.VERIFIER, UUID(verifier["account_id"]))
    with reading() as uow:
        case = reviews.find(uow, Subject.EDUCATION, record)
    if case is None:
        raise RuntimeError("nobody was asked")
    reviews.refuse(decider, case.id, reviews.open_case(decider, case.id).version, ("NUMBER_DIFFERS",), "Номер не виден")
    jobs.work_off()
    return str(record)


def main() -> None:
    """Settle them and print; told `refused`, refuse a diploma, too."""
    ensure_keys(settings())
    upgrade(settings().database_url)
    wiring.plug()
    jobs.use_memory()
    who = next(one for one in PEOPLE if one.key == "anna.primerova")
    session, anna = _registered(who, "Синий-Журавль-71", "203.0.113.5")
    jobs.work_off()
    told: dict[str, Any] = {
        "doctor": session,
        "doctor_id": str(anna.account_id),
        "staff": {name: member(name, role) for name, role in STAFF.items()},
        "documents": {
            "passport": upload(anna, KindKey.PASSPORT, "main_clean300.jpg"),
            "work": upload(anna, KindKey.WORK_RECORD, "main_gray_scan.png", number="12345"),
            "other": upload(anna, KindKey.ACCREDITATION, "main_dark.jpg"),
        },
    }
    if "refused" in sys.argv:
        told["record"] = refused(anna, who, told["staff"]["vera"])
    told["case"] = _doubted(anna, told["documents"]["passport"])
    told["handlers"] = {
        name: list(one.handler.fn.__code__.co_varnames[: one.handler.fn.__code__.co_argcount])[1:]
        for name, one in RegistrationContext.get().event_handlers.items()
    }
    assert app.app is not None
    json.dump(told, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
