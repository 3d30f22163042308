"""Deciding: confirm, refuse with reasons, or ask the doctor for one item."""

import json
from datetime import timedelta
from uuid import UUID

from medportal.features.reviews import rules, store, texts
from medportal.features.reviews.models import ReviewCase
from medportal.features.reviews.schemas import REASONS, CaseState, Deed, Outcome, Subject
from medportal.features.reviews.service import asking, taking, views
from medportal.infra import audit, jobs, vault
from medportal.infra.db import UnitOfWork, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import ConflictError, InvalidError, NotFoundError

MOST_REASONS = 10


TAKE_EFFECT = "reviews.take_effect"
NOW = timedelta()

_Said = tuple[Outcome, tuple[str, ...]]


def confirm(actor: Actor, case_id: UUID, version: int, *, grace: timedelta = NOW) -> None:
    """Say yes. `version` is that of the case as it was seen; for `grace` the decision can be taken back.

    Raises:
        ForbiddenError: not one of the desk, or the case is the actor's own.
        NotFoundError: no such case.
        ConflictError: it is decided, has changed since it was seen, or a colleague has it.
    """
    with unit_of_work() as uow:
        row = taking.held(uow, actor, case_id, version)
        _decide(uow, actor, row, (Outcome.CONFIRMED, ()), grace)


def refuse(
    actor: Actor, case_id: UUID, version: int, reasons: tuple[str, ...], words: str = "", *, grace: timedelta = NOW
) -> None:
    """Say no, with codes of reasons from the catalogue and words for the doctor where they help.

    For `grace` the decision can be taken back.

    Raises:
        InvalidError: no reason, one that does not fit, or a reason that needs words has none.
        ForbiddenError: not one of the desk, or the case is the actor's own.
        NotFoundError: no such case.
        ConflictError: it is decided, has changed since it was seen, or a colleague has it.
    """
    words = asking.checked(words)
    with unit_of_work() as uow:
        row = taking.held(uow, actor, case_id, version)
        if not reasons:
            raise InvalidError(texts.NO_REASON)
        codes = _fitting(row, reasons, words)
        row.sealed_words = vault.seal(views.WORDS, row.id, words) if words else None
        _decide(uow, actor, row, (Outcome.REFUSED, codes), grace)


def ask_item(
    actor: Actor, case_id: UUID, version: int, reason: str, words: str = "", *, working_days: int | None = None
) -> None:
    """Ask the doctor for one item, with a deadline at the end of that working day (five unless told otherwise).

    The reason says what is to be mended. The case waits, and its own time limit stands still; it returns when the
    doctor has supplied the item or the deadline has passed.

    Raises:
        InvalidError: the reason does not fit, needs words that are missing, or the deadline is not 1 to 30 days.
        ForbiddenError: not one of the desk, or the case is the actor's own.
        NotFoundError: no such case.
        ConflictError: it is decided, has changed since it was seen, or a colleague has it.
    """
    words = asking.checked(words)
    days = rules.ANSWER_WORKING_DAYS if working_days is None else working_days
    with unit_of_work() as uow:
        row = taking.held(uow, actor, case_id, version)
        if not 1 <= days <= rules.ANSWER_MOST_DAYS:
            raise InvalidError(texts.WRONG_DEADLINE)
        (code,) = _fitting(row, (reason,), words)
        row.state, row.asked_item = CaseState.WAITING, code
        row.deadline = rules.due_at(clock.now(), days)
        row.assignee_id = actor.account_id
        row.sealed_words = vault.seal(views.WORDS, row.id, words) if words else None
        views.happened(uow, actor, row, Deed.ITEM_ASKED, (code,))
        audit.record(uow, actor, "reviews.item_asked", row.id, sort=Subject(row.subject), until=row.deadline)
        asking.tell_asker(uow, row)


def undo(actor: Actor, case_id: UUID) -> None:
    """Take back what one has decided a moment ago: the case is one's own to decide again, and nobody else was told.

    Raises:
        ForbiddenError: not one of the desk.
        NotFoundError: no such case, or it is about the actor.
        ConflictError: the decision has taken effect, was a colleague's, or is gone.
    """
    me = taking.must_work_here(actor)
    with unit_of_work() as uow:
        row = store.get(uow, case_id, lock=True)
        if row is None or row.account_id == me:
            raise NotFoundError(texts.NO_SUCH_CASE)
        if row.decided_by != me or not taking.unmake(row):
            raise ConflictError(texts.TOO_LATE)
        row.version += 1
        row.assignee_id = me
        views.happened(uow, actor, row, Deed.UNDONE)
        audit.record(uow, actor, "reviews.undone", row.id, sort=Subject(row.subject))


def take_effect(actor: Actor, case_id: UUID) -> None:
    """The time to take a decision back is over: the asker hears of it. Done twice it is done once."""
    with unit_of_work() as uow:
        row = store.get(uow, case_id, lock=True)
        over = row is not None and row.takes_effect_at is not None and row.takes_effect_at <= clock.now()
        if row is not None and over and row.state == CaseState.DECIDING:
            _effect(uow, row)
            audit.record(uow, actor, "reviews.took_effect", row.id, sort=Subject(row.subject))


def _decide(uow: UnitOfWork, actor: Actor, row: ReviewCase, said: _Said, grace: timedelta) -> None:
    outcome, codes = said
    row.state, row.outcome = CaseState.DECIDING, outcome
    row.reasons = json.dumps(list(codes))
    row.decided_at, row.decided_by = clock.now(), actor.account_id
    row.assignee_id, row.asked_item, row.deadline = actor.account_id, None, None
    views.happened(uow, actor, row, Deed(outcome.value), codes)
    audit.record(uow, actor, "reviews.decided", row.id, outcome=outcome, sort=Subject(row.subject), reasons=len(codes))
    if grace > NOW:
        # Written down at once, so that a process that dies loses nothing: the sweep lets it take effect.
        row.takes_effect_at = clock.now() + grace
        jobs.wake(uow, TAKE_EFFECT, row.id, delay=grace.total_seconds())
    else:
        _effect(uow, row)


def _effect(uow: UnitOfWork, row: ReviewCase) -> None:
    row.state, row.live_key, row.takes_effect_at = CaseState.DECIDED, None, None
    asking.tell_asker(uow, row)


def _fitting(row: ReviewCase, codes: tuple[str, ...], words: str) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(codes))
    found = [REASONS.get(code) for code in codes[:MOST_REASONS]]
    if len(codes) > MOST_REASONS or any(one is None or not one.fits(Subject(row.subject), row.kind) for one in found):
        raise InvalidError(texts.WRONG_REASON)
    if not words and any(one is not None and one.needs_note for one in found):
        raise InvalidError(texts.NOTE_NEEDED)
    return codes
