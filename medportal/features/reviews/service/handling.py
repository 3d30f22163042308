"""Handling a case without deciding it: take it, give it back, put it off, note something."""

from uuid import UUID

from medportal.features.reviews import store, texts
from medportal.features.reviews.models import ReviewNote
from medportal.features.reviews.schemas import CaseState, Deed
from medportal.features.reviews.service import asking, taking, views
from medportal.infra import audit, vault
from medportal.infra.db import new_id, unit_of_work
from medportal.kernel.actor import Actor
from medportal.kernel.errors import ConflictError, NotFoundError


def assign(actor: Actor, case_id: UUID, version: int) -> None:
    """Take a case to oneself, from a colleague too: the timeline shows it.

    Raises:
        ForbiddenError: not one of the desk, or the case is the actor's own.
        NotFoundError: no such case.
        ConflictError: it is decided, or has changed since it was seen.
    """
    with unit_of_work() as uow:
        row = taking.held(uow, actor, case_id, version, taking=True)
        row.assignee_id = actor.account_id
        views.happened(uow, actor, row, Deed.ASSIGNED)
        audit.record(uow, actor, "reviews.assigned", row.id)


def release(actor: Actor, case_id: UUID, version: int) -> None:
    """Give one's case back to everybody.

    Raises:
        ForbiddenError: not one of the desk, or the case is the actor's own.
        NotFoundError: no such case.
        ConflictError: it is decided, has changed since it was seen, or a colleague has it.
    """
    with unit_of_work() as uow:
        row = taking.held(uow, actor, case_id, version)
        row.assignee_id = None
        views.happened(uow, actor, row, Deed.RELEASED)
        audit.record(uow, actor, "reviews.released", row.id)


def hold(actor: Actor, case_id: UUID, version: int, words: str) -> None:
    """Put a case off, saying why in a note. Its time limit goes on.

    Raises:
        InvalidError: no note, or one too long.
        ForbiddenError: not one of the desk, or the case is the actor's own.
        NotFoundError: no such case.
        ConflictError: it is decided, has changed since it was seen, or a colleague has it.
    """
    words = asking.checked(words, needed=True)
    with unit_of_work() as uow:
        row = taking.held(uow, actor, case_id, version)
        row.state, row.assignee_id = CaseState.HELD, actor.account_id
        store.put(uow, _note(actor, row.id, words))
        views.happened(uow, actor, row, Deed.HELD)
        audit.record(uow, actor, "reviews.held", row.id)


def resume(actor: Actor, case_id: UUID, version: int) -> None:
    """Take up a case that was put off.

    Raises:
        ForbiddenError: not one of the desk, or the case is the actor's own.
        NotFoundError: no such case.
        ConflictError: it is not on hold, has changed since it was seen, or a colleague has it.
    """
    with unit_of_work() as uow:
        row = taking.held(uow, actor, case_id, version)
        if row.state != CaseState.HELD:
            raise ConflictError(texts.NOT_HELD)
        row.state = CaseState.OPEN
        views.happened(uow, actor, row, Deed.RESUMED)
        audit.record(uow, actor, "reviews.resumed", row.id)


def note(actor: Actor, case_id: UUID, words: str) -> None:
    """Write a note for colleagues; a decided case takes notes too, and it changes nothing of the case.

    Raises:
        InvalidError: no words, or too many.
        ForbiddenError: not one of the desk, or the case is about the actor.
        NotFoundError: no such case.
    """
    me = taking.must_work_here(actor)
    words = asking.checked(words, needed=True)
    with unit_of_work() as uow:
        row = store.get(uow, case_id)
        if row is None or row.account_id == me:
            raise NotFoundError(texts.NO_SUCH_CASE)
        store.put(uow, _note(actor, row.id, words))
        views.happened(uow, actor, row, Deed.NOTED)
        audit.record(uow, actor, "reviews.noted", row.id)


def _note(actor: Actor, case_id: UUID, words: str) -> ReviewNote:
    note_id = new_id()
    return ReviewNote(
        id=note_id,
        case_id=case_id,
        author_id=actor.must_be_known(),
        sealed_text=vault.seal(views.NOTE, note_id, words),
    )
