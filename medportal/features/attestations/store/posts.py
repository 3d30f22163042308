"""Queries of posts."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, and_, or_
from sqlmodel import col, select, update

from medportal.features.attestations.models import CalendarEvent, CalendarPost
from medportal.infra.db import UnitOfWork
from medportal.kernel import clock


def find(uow: UnitOfWork, post_id: UUID, *, held: bool = False) -> CalendarPost | None:
    """A post; held until the unit ends when told so, so that two workers do not fan it out side by side."""
    wanted = select(CalendarPost).where(CalendarPost.id == post_id)
    if held:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    return uow.session.exec(wanted).first()


def newest(uow: UnitOfWork, limit: int) -> Sequence[CalendarPost]:
    """The newest posts."""
    return uow.session.exec(select(CalendarPost).order_by(col(CalendarPost.id).desc()).limit(limit)).all()


def current(uow: UnitOfWork, today: date, since: datetime, limit: int) -> Sequence[CalendarPost]:
    """Posts carried round already that still matter, the oldest first: their day is ahead, or they have none and are new."""
    wanted = select(CalendarPost).where(
        col(CalendarPost.fanned_at).is_not(None),
        col(CalendarPost.withdrawn_at).is_(None),
        or_(
            col(CalendarPost.on_date) >= today,
            and_(col(CalendarPost.on_date).is_(None), col(CalendarPost.created_at) >= since),
        ),
    )
    return uow.session.exec(wanted.order_by(col(CalendarPost.id)).limit(limit)).all()


def count_one(uow: UnitOfWork, post_id: UUID) -> None:
    """Note that one more has a post."""
    more: Any = (
        update(CalendarPost).where(col(CalendarPost.id) == post_id).values(reached=col(CalendarPost.reached) + 1)
    )
    uow.session.exec(more)


def unfinished(uow: UnitOfWork, before: datetime) -> Sequence[UUID]:
    """Posts made before a moment that have not reached everybody."""
    wanted = select(CalendarPost.id).where(
        col(CalendarPost.fanned_at).is_(None),
        CalendarPost.created_at < before,
        col(CalendarPost.withdrawn_at).is_(None),
    )
    return uow.session.exec(wanted.limit(100)).all()


def take_out(uow: UnitOfWork, post_id: UUID) -> list[UUID]:
    """Take the events of a post out of calendars; whose calendars they were."""
    mine = (col(CalendarEvent.key) == key_of(post_id), col(CalendarEvent.cancelled_at).is_(None))
    owners = list(uow.session.exec(select(CalendarEvent.account_id).where(*mine)).all())
    statement: Any = (
        update(CalendarEvent)
        .where(*mine)
        .values(cancelled_at=clock.now(), changed_at=clock.now(), sequence=col(CalendarEvent.sequence) + 1)
    )
    cast("CursorResult[Any]", uow.session.exec(statement))
    return owners


def key_of(post_id: UUID) -> str:
    """The key of a post's event: the same in every calendar."""
    return f"post:{post_id}"
