"""Getting hold of a case to change it: who may, and whether it is still what was seen."""

from uuid import UUID

from medportal.features.reviews import rules, store, texts
from medportal.features.reviews.models import ReviewCase
from medportal.features.reviews.schemas import CaseState
from medportal.infra.db import UnitOfWork
from medportal.kernel.actor import Actor
from medportal.kernel.errors import ConflictError, ForbiddenError, NotFoundError
from medportal.kernel.text import Text


def must_work_here(actor: Actor) -> UUID:
    """The account of one who works at the desk.

    Raises:
        ForbiddenError: the actor does not.
    """
    if not rules.may_decide(actor.role):
        raise ForbiddenError(texts.NOT_FOR_YOU)
    return actor.must_be_known()


def objection(me: UUID, row: ReviewCase) -> Text | None:
    """Why this person may not decide this case, or None."""
    if rules.own(me, row.account_id, row.asked_by):
        return texts.YOUR_OWN
    if row.barred_id == me:
        return texts.DECIDED_BEFORE if row.appeal_of else texts.YOUR_OWN
    return None


def held(uow: UnitOfWork, actor: Actor, case_id: UUID, version: int, *, taking: bool = False) -> ReviewCase:
    """The case, held until the unit ends, for one who may change it; `taking` over from a colleague is allowed.

    Raises:
        ForbiddenError: not one of the desk, or the case is the actor's own.
        NotFoundError: no such case.
        ConflictError: it is decided, has changed since it was seen, or a colleague has it.
    """
    me = must_work_here(actor)
    row = store.get(uow, case_id, lock=True)
    if row is None:
        raise NotFoundError(texts.NO_SUCH_CASE)
    if no := objection(me, row):
        raise ForbiddenError(no)
    if not rules.to_decide(row.state):
        raise ConflictError(texts.CLOSED)
    if row.version != version:
        raise ConflictError(texts.MOVED_ON)
    if not taking and row.assignee_id not in (None, me):
        raise ConflictError(texts.AT_COLLEAGUE)
    row.version += 1
    return row


def unmake(row: ReviewCase) -> bool:
    """Take a decision that has no effect yet off a case, which is to be decided again; whether there was one."""
    if row.state != CaseState.DECIDING:
        return False
    row.state, row.outcome, row.reasons, row.sealed_words = CaseState.OPEN, None, "[]", None
    row.decided_at = row.decided_by = row.takes_effect_at = None
    return True
