"""Doubts about who somebody is: a person of the desk looks, and what he decides counts for the proof of identity.

There are two: a proven identity whose SNILS was changed afterwards, and a passport that another account names, too.
"""

from datetime import datetime
from uuid import UUID

from medportal.features.documents import service as documents
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.levels import store, texts
from medportal.features.levels.models import IdentityProof
from medportal.features.levels.schemas import How
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Letter, Notice
from medportal.features.profile import service as profile
from medportal.features.reviews import service as reviews
from medportal.features.reviews.schemas import Ask, CaseState, CaseView, Outcome, RuleFailure, Subject
from medportal.infra import audit, facts
from medportal.infra.db import UnitOfWork
from medportal.kernel import clock
from medportal.kernel.actor import SYSTEM
from medportal.kernel.text import Text

SETTLE = "levels.settle"
KIND = "person"


def refused_last(uow: UnitOfWork, account_id: UUID) -> CaseView | None:
    """The last decision about the identity, when it was a refusal: a proof counts only if it is younger."""
    case = reviews.find(uow, Subject.IDENTITY, account_id)
    return case if case is not None and case.outcome is Outcome.REFUSED else None


def is_looked_at(uow: UnitOfWork, account_id: UUID) -> bool:
    """Whether the desk has the identity in hand."""
    case = reviews.find(uow, Subject.IDENTITY, account_id)
    return case is not None and case.live and case.state is not CaseState.WAITING


def look(uow: UnitOfWork, account_id: UUID) -> None:
    """Ask about a doubt that nobody has looked at, take back one that is gone, follow what was decided. Idempotent."""
    case = reviews.find(uow, Subject.IDENTITY, account_id)
    if case is not None and case.state is CaseState.DECIDED:
        _follow(uow, account_id, case)
    changed = profile.changed_at(uow, account_id)
    if case is not None and case.state is CaseState.WAITING:
        _wait(uow, account_id, case, changed)
    failed = _doubts(uow, account_id)
    if not failed:
        reviews.withdraw(uow, SYSTEM, Subject.IDENTITY, account_id)
    elif case is None or case.state is CaseState.WITHDRAWN or _is_older(case, changed):
        others = profile.others_with_passport(uow, account_id)
        ask = Ask(
            Subject.IDENTITY, account_id, account_id, KIND, failed, barred=others[0] if len(others) == 1 else None
        )
        reviews.request(uow, SYSTEM, ask, then=SETTLE)


def _is_older(case: CaseView, changed: datetime | None) -> bool:
    """Whether the person has changed what he says of himself since the decision."""
    return case.decided_at is not None and changed is not None and case.decided_at < changed


def _doubts(uow: UnitOfWork, account_id: UUID) -> tuple[RuleFailure, ...]:
    found: list[RuleFailure] = []
    mark = profile.person_mark(uow, account_id)
    if mark is None or store.proofs(uow, account_id, mark):
        # An operator has seen this very person with his passport: there is no doubt left.
        return ()
    if (lost := store.any_proof(uow, account_id)) is not None:
        day = f"{lost.proved_at.astimezone(clock.MOSCOW):%d.%m.%Y}"
        found.append(RuleFailure("PROOF_LOST", texts.PROOF_LOST.fill(day=day, how=How(lost.how).words.inside())))
    if profile.others_with_passport(uow, account_id):
        found.append(RuleFailure("PASSPORT_SHARED", texts.PASSPORT_SHARED))
    return tuple(found)


def _wait(uow: UnitOfWork, account_id: UUID, case: CaseView, changed: datetime | None) -> None:
    """Tell what the desk asks for; once the person has brought a passport or corrected himself, the desk goes on."""
    passport = documents.find_newest(uow, account_id, KindKey.PASSPORT)
    brought = [moment for moment in (changed, passport.created_at if passport else None) if moment is not None]
    if case.asked_at is not None and any(moment > case.asked_at for moment in brought):
        reviews.answered(uow, Subject.IDENTITY, account_id)
        return
    asked = case.asked
    said = [*([asked.doctor, asked.cure] if asked else []), Text(ru=case.note, en=case.note)]
    body = Text(ru=" ".join(one.ru for one in said).strip(), en=" ".join(one.en for one in said).strip())
    link = asked.link_for(account_id) if asked else "/cabinet"
    key = f"levels.identity_asked:{case.id}:{case.asked_at}"
    letter = Letter(texts.IDENTITY_ASKED, body)
    notifications.tell(uow, account_id, Notice(texts.IDENTITY_ASKED, body, link), key=key, letter=letter)
    reviews.heard(uow, Subject.IDENTITY, account_id)


def _follow(uow: UnitOfWork, account_id: UUID, case: CaseView) -> None:
    """Carry the proof over to the corrected person, or tell that somebody has to come to a centre."""
    key = f"levels.identity:{case.id}"
    reviews.heard(uow, Subject.IDENTITY, account_id)
    if case.outcome is Outcome.REFUSED:
        reasons = case.reasons
        body = Text(
            ru=" ".join([*(f"{one.doctor.ru} {one.cure.ru}" for one in reasons), case.note]).strip(),
            en=" ".join([*(f"{one.doctor.en} {one.cure.en}" for one in reasons), case.note]).strip(),
        )
        notice = Notice(texts.IDENTITY_REFUSED, body, "/contacts")
        notifications.tell(uow, account_id, notice, key=key, letter=Letter(texts.IDENTITY_REFUSED, body))
        return
    mark, lost = profile.person_mark(uow, account_id), store.any_proof(uow, account_id)
    changed = profile.changed_at(uow, account_id)
    if mark is None or lost is None or _is_older(case, changed) or store.proofs(uow, account_id, mark):
        return
    proof = IdentityProof(account_id=account_id, how=How(lost.how), person_mark=mark, proved_by=case.decided_by)
    store.add_proof(uow, proof)
    audit.record(uow, SYSTEM, "levels.proof_carried", account_id, case=case.id, proof=proof.id)
    facts.changed(uow, account_id)
    notice = Notice(texts.IDENTITY_CONFIRMED, texts.IDENTITY_CONFIRMED_BODY, "/cabinet")
    notifications.tell(uow, account_id, notice, key=key)
