"""The desk's side of a document: the one place where a person is asked, and where his answer is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from medportal.features.documents.models import Document
from medportal.features.documents.schemas.documents import DocumentState, Reason, ReviewView
from medportal.features.reviews import service as reviews
from medportal.features.reviews.schemas import Ask, CaseState, CaseView, Outcome, RuleFailure, Subject
from medportal.features.reviews.schemas import Reason as CaseReason
from medportal.infra.db import UnitOfWork
from medportal.kernel.actor import Actor

SETTLE = "documents.settle"


@dataclass(frozen=True, slots=True)
class Said:
    """What a person's word makes of a document."""

    state: DocumentState
    reasons: tuple[Reason, ...] = ()
    decided_at: datetime | None = None


def ask(uow: UnitOfWork, actor: Actor, row: Document, failed: Sequence[Reason]) -> UUID:
    """Have a person decide; asked again, the open case is refreshed, and one that waited for the doctor goes on."""
    wanted = Ask(
        Subject.DOCUMENT,
        row.id,
        row.account_id,
        kind=row.kind,
        failed_rules=tuple(RuleFailure(one.code, one.text) for one in failed),
    )
    return reviews.request(uow, actor, wanted, then=SETTLE)


def appeal(actor: Actor, document_id: UUID, words: str) -> None:
    """Have somebody else decide about a refusal."""
    reviews.appeal(actor, Subject.DOCUMENT, document_id, words)


def is_asked(uow: UnitOfWork, row: Document) -> bool:
    """Whether somebody will still decide."""
    case = reviews.find(uow, Subject.DOCUMENT, row.id)
    return case is not None and case.live


def withdraw(uow: UnitOfWork, actor: Actor, row: Document) -> None:
    """Nobody needs to decide any more; without a live case nothing happens."""
    reviews.withdraw(uow, actor, Subject.DOCUMENT, row.id)


def decision(uow: UnitOfWork, row: Document) -> Said | None:
    """What was said of a document, if anything."""
    case = reviews.find(uow, Subject.DOCUMENT, row.id)
    if case is None or case.state is CaseState.WITHDRAWN:
        return None
    if case.state is CaseState.WAITING:
        return Said(DocumentState.FIX_NEEDED, (_reason(case.asked),) if case.asked else ())
    if case.state is not CaseState.DECIDED:
        return Said(DocumentState.IN_REVIEW)
    if case.outcome is Outcome.CONFIRMED:
        return Said(DocumentState.VERIFIED, decided_at=case.decided_at)
    return Said(DocumentState.REJECTED, tuple(_reason(one) for one in case.reasons), case.decided_at)


def heard(uow: UnitOfWork, row: Document) -> None:
    """The decision was taken in."""
    reviews.heard(uow, Subject.DOCUMENT, row.id)


def review_of(uow: UnitOfWork, row: Document) -> ReviewView | None:
    """How the desk stands to a document, for its owner."""
    case = _case(uow, row)
    if case is None:
        return None
    return ReviewView(case.id, case.live, case.opened_at, case.due_at, case.deadline, case.decided_at, case.may_appeal)


def note_of(uow: UnitOfWork, row: Document) -> str:
    """What the one who decided wrote for the doctor."""
    case = _case(uow, row)
    return case.note if case else ""


def _case(uow: UnitOfWork, row: Document) -> CaseView | None:
    case = reviews.find(uow, Subject.DOCUMENT, row.id)
    return None if case is None or case.state is CaseState.WITHDRAWN else case


def _reason(one: CaseReason) -> Reason:
    return Reason(one.code, one.doctor, one.cure)
