"""Every query of reviews."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import case as sql_case
from sqlalchemy import func
from sqlalchemy import select as core_select
from sqlmodel import col, delete, select

from medportal.features.reviews.models import ReviewCase, ReviewEvent, ReviewNote
from medportal.features.reviews.schemas import CaseState, Deed, Limit, Shelf, Subject, Wanted
from medportal.infra.db import UnitOfWork


@dataclass(frozen=True, slots=True)
class Glance:
    """What is looked for, by whom, when, and which limit counts as near then."""

    wanted: Wanted
    me: UUID
    now: datetime
    near: datetime


def get(uow: UnitOfWork, case_id: UUID, *, lock: bool = False) -> ReviewCase | None:
    """A case by its id; `lock` holds it until the unit ends."""
    query = select(ReviewCase).where(ReviewCase.id == case_id)
    held = query.with_for_update().execution_options(populate_existing=True)
    return uow.session.exec(held if lock else query).one_or_none()


def find_live(uow: UnitOfWork, live_key: str) -> ReviewCase | None:
    """The live case of a subject, held until the unit ends."""
    return uow.session.exec(select(ReviewCase).where(ReviewCase.live_key == live_key).with_for_update()).one_or_none()


def live_of(uow: UnitOfWork, subject: Subject, account_id: UUID) -> Sequence[ReviewCase]:
    """The live cases of one subject about an account, held until the unit ends."""
    query = select(ReviewCase).where(ReviewCase.account_id == account_id, ReviewCase.subject == subject.value)
    return uow.session.exec(query.where(col(ReviewCase.live_key).is_not(None)).with_for_update()).all()


def newest(uow: UnitOfWork, subject: Subject, subject_id: UUID) -> ReviewCase | None:
    """The last case that was opened about something."""
    query = select(ReviewCase).where(ReviewCase.subject == subject.value, ReviewCase.subject_id == subject_id)
    return uow.session.exec(query.order_by(col(ReviewCase.id).desc()).limit(1)).first()


def was_appealed(uow: UnitOfWork, case_id: UUID) -> bool:
    """Whether an appeal against this decision was made."""
    return uow.session.exec(select(ReviewCase.id).where(ReviewCase.appeal_of == case_id)).first() is not None


def put(uow: UnitOfWork, row: ReviewCase | ReviewEvent | ReviewNote) -> None:
    """Keep a new row."""
    uow.session.add(row)
    uow.flush()


def events(uow: UnitOfWork, case_id: UUID) -> Sequence[ReviewEvent]:
    """The timeline of a case, oldest first."""
    wanted = select(ReviewEvent).where(ReviewEvent.case_id == case_id).order_by(col(ReviewEvent.id))
    return uow.session.exec(wanted).all()


def asked_at(uow: UnitOfWork, case_id: UUID) -> datetime | None:
    """When the doctor was last asked for an item."""
    wanted = select(ReviewEvent.at).where(ReviewEvent.case_id == case_id, ReviewEvent.deed == Deed.ITEM_ASKED.value)
    return uow.session.exec(wanted.order_by(col(ReviewEvent.id).desc()).limit(1)).first()


def notes(uow: UnitOfWork, case_id: UUID) -> Sequence[ReviewNote]:
    """The notes of a case, oldest first."""
    return uow.session.exec(select(ReviewNote).where(ReviewNote.case_id == case_id).order_by(col(ReviewNote.id))).all()


def listed(uow: UnitOfWork, glance: Glance, offset: int, limit: int) -> Sequence[ReviewCase]:
    """Lines of a queue, the nearest limit or the oldest first; decided ones the latest first."""
    order = col(ReviewCase.opened_at) if glance.wanted.oldest else col(ReviewCase.due_at)
    if glance.wanted.shelf is Shelf.DECIDED:
        order = col(ReviewCase.decided_at).desc()
    query = select(ReviewCase).where(*_conditions(glance)).order_by(order, col(ReviewCase.id))
    return uow.session.exec(query.offset(offset).limit(limit)).all()


def count(uow: UnitOfWork, glance: Glance) -> int:
    """How many cases would be listed in all."""
    return uow.session.exec(select(func.count()).where(*_conditions(glance))).one()


def counts_by_sort(uow: UnitOfWork, glance: Glance) -> list[tuple[str, str, int, int, int]]:
    """Subject, kind, how many cases of a shelf, how many of them near their limit, how many beyond it."""
    due = col(ReviewCase.due_at)
    nearly = func.sum(sql_case(((due >= glance.now) & (due <= glance.near), 1), else_=0))
    beyond = func.sum(sql_case((due < glance.now, 1), else_=0))
    query = (
        core_select(col(ReviewCase.subject), col(ReviewCase.kind), func.count(), nearly, beyond)
        .where(*_shelf(glance.wanted.shelf, glance.me))
        .group_by(col(ReviewCase.subject), col(ReviewCase.kind))
        .order_by(col(ReviewCase.subject), col(ReviewCase.kind))
    )
    rows = uow.session.connection().execute(query).all()
    return [(subject, kind, int(total), int(near), int(late)) for subject, kind, total, near, late in rows]


def spans(uow: UnitOfWork, subject: Subject, since: datetime, limit: int = 5000) -> list[timedelta]:
    """How long the cases decided since a moment took, of the latest so many."""
    query = (
        select(ReviewCase.opened_at, ReviewCase.decided_at)
        .where(ReviewCase.subject == subject.value, ReviewCase.state == CaseState.DECIDED.value)
        .where(col(ReviewCase.decided_at) >= since)
        .order_by(col(ReviewCase.decided_at).desc())
        .limit(limit)
    )
    return [decided - opened for opened, decided in uow.session.exec(query) if decided is not None]


def lapsed(uow: UnitOfWork, now: datetime, limit: int = 200) -> Sequence[UUID]:
    """Cases whose doctor was asked for something and has not supplied it in time."""
    query = select(ReviewCase.id).where(ReviewCase.state == CaseState.WAITING.value, col(ReviewCase.deadline) < now)
    return uow.session.exec(query.limit(limit)).all()


def taking_effect(uow: UnitOfWork, now: datetime, limit: int = 200) -> Sequence[UUID]:
    """Cases whose decision cannot be taken back any more and has not taken effect yet."""
    query = select(ReviewCase.id).where(
        ReviewCase.state == CaseState.DECIDING.value, col(ReviewCase.takes_effect_at) <= now
    )
    return uow.session.exec(query.limit(limit)).all()


def to_retell(uow: UnitOfWork, now: datetime, limit: int = 200) -> Sequence[UUID]:
    """Cases of whose turn the asking slice should be told once more."""
    query = select(ReviewCase.id).where(col(ReviewCase.retell_at) <= now)
    return uow.session.exec(query.order_by(col(ReviewCase.retell_at)).limit(limit)).all()


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Take out the cases of an account with all that hangs on them."""
    cases = select(ReviewCase.id).where(ReviewCase.account_id == account_id)
    uow.session.exec(delete(ReviewNote).where(col(ReviewNote.case_id).in_(cases)))
    uow.session.exec(delete(ReviewEvent).where(col(ReviewEvent.case_id).in_(cases)))
    uow.session.exec(delete(ReviewCase).where(col(ReviewCase.account_id) == account_id))


def _conditions(glance: Glance) -> list[Any]:
    wanted, due, now, near = glance.wanted, col(ReviewCase.due_at), glance.now, glance.near
    found = _shelf(wanted.shelf, glance.me)
    if wanted.subject is not None:
        found.append(col(ReviewCase.subject) == wanted.subject.value)
    if wanted.kind is not None:
        found.append(col(ReviewCase.kind) == wanted.kind)
    if wanted.limit is Limit.BREACHED:
        found.append(due < now)
    elif wanted.limit is Limit.NEAR:
        found += [due >= now, due <= near]
    elif wanted.limit is Limit.IN_TIME:
        found.append(due > near)
    return found


def _shelf(shelf: Shelf, me: UUID) -> list[Any]:
    state, assignee = col(ReviewCase.state), col(ReviewCase.assignee_id)
    if shelf is Shelf.MINE:
        return [state == CaseState.OPEN.value, assignee == me]
    if shelf is Shelf.OPEN:
        return [state == CaseState.OPEN.value]
    if shelf is Shelf.DECIDED:
        return [state.in_([CaseState.DECIDED.value, CaseState.DECIDING.value])]
    kept = {Shelf.HELD: CaseState.HELD, Shelf.WAITING: CaseState.WAITING}
    return [state == kept[shelf].value]
