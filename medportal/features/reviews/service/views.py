"""A case as others see it, made from its row; and what of it is sealed."""

import json
from uuid import UUID

from medportal.features.accounts import service as accounts
from medportal.features.reviews import rules, store
from medportal.features.reviews.models import ReviewCase, ReviewEvent
from medportal.features.reviews.schemas import (
    REASONS,
    CaseEvent,
    CaseRow,
    CaseState,
    CaseView,
    Deed,
    Outcome,
    Reason,
    RuleFailure,
    Subject,
)
from medportal.infra import nudges, vault
from medportal.infra.db import UnitOfWork, new_id
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.text import Text

RULES = "review_case.sealed_failed_rules"
WORDS = "review_case.sealed_words"
APPEAL = "review_case.sealed_appeal"
NOTE = "review_note.sealed_text"


def seal_rules(case_id: UUID, failures: tuple[RuleFailure, ...]) -> str:
    """The failed rules, sealed: their sentences may name what a person wrote."""
    return vault.seal(RULES, case_id, json.dumps([[one.code, one.text.ru, one.text.en] for one in failures]))


def rules_of(row: ReviewCase) -> tuple[RuleFailure, ...]:
    """The failed rules of a case."""
    if row.sealed_failed_rules is None:
        return ()
    told = json.loads(vault.reveal(RULES, row.id, row.sealed_failed_rules))
    return tuple(RuleFailure(code, Text(ru=russian, en=english)) for code, russian, english in told)


def reasons_of(written: str) -> tuple[Reason, ...]:
    """Reasons by their codes; one that has left the catalogue since is passed over."""
    return tuple(REASONS[code] for code in json.loads(written) if code in REASONS)


def reveal(place: str, row_id: UUID, sealed: str | None) -> str:
    """A sealed text of a case, or nothing."""
    return vault.reveal(place, row_id, sealed) if sealed else ""


def view(uow: UnitOfWork, row: ReviewCase) -> CaseView:
    """The case as the slice that asked sees it."""
    # Until it takes effect a decision is nobody's business but the decider's.
    said = row.state != CaseState.DECIDING
    return CaseView(
        id=row.id,
        subject=Subject(row.subject),
        subject_id=row.subject_id,
        account_id=row.account_id,
        kind=row.kind,
        state=CaseState(row.state),
        outcome=Outcome(row.outcome) if said and row.outcome else None,
        reasons=reasons_of(row.reasons) if said else (),
        asked=None if row.asked_item is None else REASONS.get(row.asked_item),
        note=reveal(WORDS, row.id, row.sealed_words) if said else "",
        deadline=row.deadline,
        asked_at=store.asked_at(uow, row.id) if row.state == CaseState.WAITING else None,
        opened_at=row.opened_at,
        due_at=row.due_at,
        decided_at=row.decided_at if said else None,
        decided_by=row.decided_by if said else None,
        appeal=row.appeal_of is not None,
        may_appeal=may_appeal(uow, row),
    )


def may_appeal(uow: UnitOfWork, row: ReviewCase) -> bool:
    """Whether the doctor may ask for another pair of eyes: a refusal, young enough, and not twice."""
    return (
        row.state == CaseState.DECIDED
        and row.outcome == Outcome.REFUSED
        and row.appeal_of is None
        and row.decided_at is not None
        and rules.appealable(row.decided_at, clock.now())
        and not store.was_appealed(uow, row.id)
    )


def line(row: ReviewCase, me: UUID) -> CaseRow:
    """The case as one line of a queue."""
    now = clock.now()
    return CaseRow(
        id=row.id,
        subject=Subject(row.subject),
        subject_id=row.subject_id,
        account_id=row.account_id,
        kind=row.kind,
        state=CaseState(row.state),
        outcome=None if row.outcome is None else Outcome(row.outcome),
        opened_at=row.opened_at,
        due_at=row.due_at,
        deadline=row.deadline,
        limit=rules.limit(row.decided_at or now, row.due_at),
        working_days_left=rules.days_left(now, row.due_at),
        assignee_id=row.assignee_id,
        failed=row.failed,
        appeal=row.appeal_of is not None,
        own=rules.own(me, row.account_id, row.asked_by),
        mine=row.assignee_id == me,
    )


def event(row: ReviewEvent) -> CaseEvent:
    """One line of the timeline."""
    return CaseEvent(row.at, row.actor_id, row.role, Deed(row.deed), reasons_of(row.reasons))


def happened(uow: UnitOfWork, actor: Actor, row: ReviewCase, deed: Deed, reasons: tuple[str, ...] = ()) -> None:
    """Put a line into the timeline; whoever of the desk is here sees the queue change."""
    told = ReviewEvent(
        id=new_id(),
        case_id=row.id,
        actor_id=actor.account_id,
        role=actor.role,
        deed=deed,
        reasons=json.dumps(list(reasons)),
    )
    store.put(uow, told)
    if deed is not Deed.LOOKED:
        for colleague in accounts.staff_of(uow, rules.DECIDERS):
            nudges.nudge(uow, colleague)
