"""The asking side: a slice wants something decided, hears of the decision, withdraws, or brings what was asked for."""

from datetime import timedelta
from uuid import UUID

from medportal.features.reviews import rules, store, texts
from medportal.features.reviews.models import ReviewCase
from medportal.features.reviews.schemas import Ask, CaseState, CaseView, Deed, Subject, WaitingTime
from medportal.features.reviews.schemas.subjects import TERMS
from medportal.features.reviews.service import taking, views
from medportal.infra import audit, jobs, nudges, vault
from medportal.infra.db import UnitOfWork, new_id, unit_of_work
from medportal.infra.errors import TakenError
from medportal.kernel import clock
from medportal.kernel.actor import SYSTEM, Actor
from medportal.kernel.errors import ConflictError, InvalidError, NotFoundError


def request(uow: UnitOfWork, actor: Actor, ask: Ask, then: str | None = None) -> UUID:
    """Have a person decide; a live case about the same thing is refreshed, not doubled.

    Refreshing replaces the failed rules and brings a case that waited for the doctor back to the queue. A case that is
    decided is not opened again by itself: asking anew after a decision opens a new one.

    Args:
        uow: the caller's unit; the case lives and dies with it.
        actor: who asks. Whoever asked may not decide.
        ask: what is to be decided.
        then: the job to wake with `subject_id` whenever the asker should look: a decision, one item asked again.

    Returns:
        The id of the case.
    """
    key = _key(ask.subject, ask.subject_id)
    row = store.find_live(uow, key)
    if row is None:
        try:
            with uow.attempt():
                row = _open(uow, actor, ask, then)
        except TakenError:
            row = store.find_live(uow, key)
            if row is None:
                raise RuntimeError("a case was both there and not there") from None
        else:
            return row.id
    row.sealed_failed_rules, row.failed = views.seal_rules(row.id, ask.failed_rules), len(ask.failed_rules)
    row.kind, row.wakes, row.asked_by = ask.kind, then or row.wakes, actor.account_id
    row.version += 1
    # Something new is known: what was decided a moment ago was decided without it.
    taking.unmake(row)
    views.happened(uow, actor, row, Deed.REFRESHED)
    audit.record(uow, actor, "reviews.refreshed", row.id, sort=ask.subject)
    if row.state == CaseState.WAITING:
        _back(uow, actor, row, Deed.ANSWERED)
    return row.id


def answered(uow: UnitOfWork, subject: Subject, subject_id: UUID, actor: Actor = SYSTEM) -> None:
    """The doctor has supplied what was asked for: the case returns to the queue with a fresh time limit.

    A case that does not wait is left alone.
    """
    row = store.find_live(uow, _key(subject, subject_id))
    if row is not None and row.state == CaseState.WAITING:
        row.version += 1
        _back(uow, actor, row, Deed.ANSWERED)


def withdraw(uow: UnitOfWork, actor: Actor, subject: Subject, subject_id: UUID) -> None:
    """Take a question back: what it was about is gone, replaced or settled otherwise. No live case, no deed."""
    row = store.find_live(uow, _key(subject, subject_id))
    if row is not None:
        _withdrawn(uow, actor, row)


def withdraw_of(uow: UnitOfWork, actor: Actor, subject: Subject, account_id: UUID) -> None:
    """Take every question of one subject about an account back."""
    for row in store.live_of(uow, subject, account_id):
        _withdrawn(uow, actor, row)


def _withdrawn(uow: UnitOfWork, actor: Actor, row: ReviewCase) -> None:
    taking.unmake(row)
    row.state, row.live_key, row.deadline, row.version = CaseState.WITHDRAWN, None, None, row.version + 1
    row.retell_at = None
    views.happened(uow, actor, row, Deed.WITHDRAWN)
    audit.record(uow, actor, "reviews.withdrawn", row.id, sort=Subject(row.subject))
    nudges.nudge(uow, row.account_id)


def find(uow: UnitOfWork, subject: Subject, subject_id: UUID) -> CaseView | None:
    """The latest case about something, live or not."""
    row = store.newest(uow, subject, subject_id)
    return None if row is None else views.view(uow, row)


def heard(uow: UnitOfWork, subject: Subject, subject_id: UUID) -> None:
    """Say that the decision was taken in. Until then the job named at the asking is woken again, at longer and longer
    intervals for two days; saying nothing is harmless, the job is idempotent.
    """
    row = store.newest(uow, subject, subject_id)
    if row is not None:
        row.retell_at = None


def appeal(actor: Actor, subject: Subject, subject_id: UUID, words: str) -> UUID:
    """The doctor does not agree with a refusal: somebody else decides anew.

    Raises:
        NotFoundError: there is no decision about such a thing of the actor's.
        ConflictError: it is no refusal, an appeal was made before, or 30 days have passed.
        InvalidError: no words, or too many.
    """
    account_id = actor.must_be_known()
    words = checked(words, needed=True)
    with unit_of_work() as uow:
        before = store.newest(uow, subject, subject_id)
        if before is None or before.account_id != account_id:
            raise NotFoundError(texts.NO_SUCH_CASE)
        if not views.may_appeal(uow, before):
            raise ConflictError(texts.NOTHING_TO_APPEAL)
        row = _row(subject, subject_id, account_id, before.kind, before.term)
        row.wakes, row.asked_by = before.wakes, account_id
        row.appeal_of, row.barred_id = before.id, before.decided_by
        failures = views.rules_of(before)
        row.sealed_failed_rules, row.failed = views.seal_rules(row.id, failures), len(failures)
        row.sealed_appeal = vault.seal(views.APPEAL, row.id, words)
        try:
            with uow.attempt():
                store.put(uow, row)
        except TakenError:
            raise ConflictError(texts.NOTHING_TO_APPEAL) from None
        views.happened(uow, actor, row, Deed.APPEALED)
        audit.record(uow, actor, "reviews.appealed", row.id, against=before.id)
        tell_asker(uow, row)
        return row.id


def waiting_times(uow: UnitOfWork) -> dict[Subject, WaitingTime]:
    """How long the desk took lately, by subject; a subject of which nothing was decided is not there."""
    since = clock.now() - rules.STATISTICS
    found = {subject: rules.waiting_time(store.spans(uow, subject, since)) for subject in Subject}
    return {subject: time for subject, time in found.items() if time is not None}


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Forget the cases about an account that is erased; the audit keeps that there were decisions."""
    store.erase(uow, account_id)


def tell_asker(uow: UnitOfWork, row: ReviewCase) -> None:
    """Wake the job of the slice that asked, and have it told again later in case the message is lost."""
    if row.wakes is not None:
        jobs.wake(uow, row.wakes, row.subject_id)
        row.told, row.retell_at = 0, clock.now() + (rules.retell_after(0) or timedelta())
    nudges.nudge(uow, row.account_id)


def checked(words: str, *, needed: bool = False) -> str:
    """Words of a note without spaces around them.

    Raises:
        InvalidError: too long, or missing where they are needed.
    """
    words = words.strip()
    if len(words) > rules.NOTE_LONGEST:
        raise InvalidError(texts.NOTE_TOO_LONG)
    if needed and not words:
        raise InvalidError(texts.NOTE_EMPTY)
    return words


def back_to_queue(uow: UnitOfWork, actor: Actor, row: ReviewCase, deed: Deed) -> None:
    """Bring a case that waited for the doctor back, with the whole time limit before it."""
    _back(uow, actor, row, deed)


def _back(uow: UnitOfWork, actor: Actor, row: ReviewCase, deed: Deed) -> None:
    row.state, row.deadline = CaseState.OPEN, None
    row.due_at = rules.due_at(clock.now(), row.term)
    views.happened(uow, actor, row, deed)
    audit.record(uow, actor, "reviews.answered" if deed is Deed.ANSWERED else "reviews.lapsed", row.id)
    nudges.nudge(uow, row.account_id)


def _open(uow: UnitOfWork, actor: Actor, ask: Ask, then: str | None) -> ReviewCase:
    row = _row(ask.subject, ask.subject_id, ask.account_id, ask.kind, ask.working_days or TERMS[ask.subject])
    row.wakes, row.asked_by, row.barred_id = then, actor.account_id, ask.barred
    row.sealed_failed_rules, row.failed = views.seal_rules(row.id, ask.failed_rules), len(ask.failed_rules)
    store.put(uow, row)
    views.happened(uow, actor, row, Deed.ASKED)
    audit.record(uow, actor, "reviews.requested", row.id, sort=ask.subject, about=ask.subject_id)
    nudges.nudge(uow, ask.account_id)
    return row


def _row(subject: Subject, subject_id: UUID, account_id: UUID, kind: str, term: int) -> ReviewCase:
    now = clock.now()
    return ReviewCase(
        id=new_id(),
        account_id=account_id,
        subject=subject,
        subject_id=subject_id,
        kind=kind,
        live_key=_key(subject, subject_id),
        term=term,
        opened_at=now,
        due_at=rules.due_at(now, term),
    )


def _key(subject: Subject, subject_id: UUID) -> str:
    return f"{subject}/{subject_id}"
