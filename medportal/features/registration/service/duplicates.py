"""Duplicates: numbers that another account holds go to a person, and what he decides is followed here.

The one who registers is told the same neutral sentence as ever. A case is about exactly these numbers of exactly this
account: corrected numbers withdraw it, and the same ones are not asked about twice.
"""

from typing import Final
from uuid import UUID, uuid5

from medportal.features.accounts.schemas import LoginKind
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Letter, Notice
from medportal.features.profile import service as profile
from medportal.features.registration import store, texts
from medportal.features.registration.schemas import Claimed, Section
from medportal.features.reviews import service as reviews
from medportal.features.reviews.schemas import Ask, CaseState, CaseView, Outcome, RuleFailure, Subject
from medportal.features.verification import service as verification
from medportal.features.verification.schemas import Kind, State
from medportal.infra import audit, vault
from medportal.infra.db import UnitOfWork, unit_of_work
from medportal.kernel.actor import SYSTEM, Actor
from medportal.kernel.text import Text

DECIDED: Final = "registration.duplicate_decided"
KIND: Final = "numbers"
_CHECKS: Final = {LoginKind.SNILS.value: Kind.SNILS, "inn": Kind.INN}


def met(uow: UnitOfWork, account_id: UUID, numbers: dict[str, str]) -> None:
    """The numbers belong to another account: a person is to look, unless he has about these very numbers."""
    about = _about(account_id, numbers)
    before = reviews.find(uow, Subject.DUPLICATE, about)
    if before is not None and before.state is CaseState.DECIDED:
        return
    held = held_by(uow, account_id, numbers)
    failed = tuple(RuleFailure(f"{name.upper()}_TAKEN", texts.NUMBER_TAKEN[name]) for name in held)
    one = {holder for holders in held.values() for holder in holders}
    barred = one.pop() if len(one) == 1 else None
    ask = Ask(Subject.DUPLICATE, about, account_id, KIND, failed, barred=barred)
    reviews.request(uow, SYSTEM, ask, then=DECIDED)


def gone(uow: UnitOfWork, account_id: UUID) -> None:
    """Nothing of the account's numbers is another's any more."""
    reviews.withdraw_of(uow, SYSTEM, Subject.DUPLICATE, account_id)


def held_by(uow: UnitOfWork, account_id: UUID, numbers: dict[str, str]) -> dict[str, frozenset[UUID]]:
    """Which of the numbers other accounts hold, and which accounts."""
    found = {
        "snils": profile.holders_of(uow, snils=numbers.get("snils", ""), inn="") - {account_id},
        "inn": profile.holders_of(uow, snils="", inn=numbers.get("inn", "")) - {account_id},
    }
    return {name: holders for name, holders in found.items() if holders}


def claimed(uow: UnitOfWork, account_id: UUID) -> Claimed:
    """What the one who registers has said of himself, and who holds his numbers; for the desk's screen alone."""
    answers = store.answers_of(store.find(uow, account_id))
    if not answers and profile.is_settled(uow, account_id):
        answers = profile.answers_of(uow, account_id)
    flat = {name: value for section in answers.values() for name, value in section.items()}
    return Claimed(flat, held_by(uow, account_id, answers.get(Section.NUMBERS, {})))


def follow(actor: Actor, about: UUID) -> None:
    """A person has decided about a duplicate, or asks for something: both sides hear of it. Done twice it is done once."""
    with unit_of_work() as uow:
        case = reviews.find(uow, Subject.DUPLICATE, about)
        if case is None or case.state not in {CaseState.DECIDED, CaseState.WAITING}:
            return
        free = case.outcome is Outcome.CONFIRMED and _released(uow, actor, case)
        words = texts.NUMBERS_ASKED if case.state is CaseState.WAITING else texts.NUMBERS_FREE if free else texts.TAKEN
        body = Text(ru=f"{words.ru} {case.note}".strip(), en=f"{words.en} {case.note}".strip())
        key = f"registration.duplicate:{case.id}:{case.state}:{case.deadline}"
        _tell(uow, case.account_id, texts.NUMBERS_LOOKED_AT, body, key, link="/register/numbers")
        reviews.heard(uow, Subject.DUPLICATE, about)


def _released(uow: UnitOfWork, actor: Actor, case: CaseView) -> bool:
    """Take the numbers from who holds them; not when they have changed, or a register knows them as the holder's."""
    numbers = store.answers_of(store.find(uow, case.account_id)).get(Section.NUMBERS, {})
    if _about(case.account_id, numbers) != case.subject_id:
        return False
    held = held_by(uow, case.account_id, numbers)
    for name, holders in held.items():
        checks = [verification.checks_of(uow, holder).get(_CHECKS[name]) for holder in holders]
        if any(check is not None and check.state is State.OK for check in checks):
            return False
    for holder in {one for holders in held.values() for one in holders}:
        profile.release(uow, actor, holder, snils=holder in held.get("snils", ()), inn=holder in held.get("inn", ()))
        key = f"registration.released:{case.id}"
        _tell(uow, holder, texts.NUMBERS_LOOKED_AT, texts.NUMBERS_RELEASED, key, link="/register/numbers")
    audit.record(uow, actor, "registration.numbers_released", case.account_id, case=case.id)
    return True


def _tell(uow: UnitOfWork, account_id: UUID, title: Text, body: Text, key: str, *, link: str) -> None:
    notifications.tell(uow, account_id, Notice(title, body, link), key=key, letter=Letter(title, body))


def _about(account_id: UUID, numbers: dict[str, str]) -> UUID:
    return uuid5(
        account_id, vault.fingerprint("registration.duplicate", f"{numbers.get('snils')}/{numbers.get('inn')}")
    )
