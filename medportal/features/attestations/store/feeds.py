"""Queries of feeds."""

from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult
from sqlmodel import col, select, update

from medportal.features.attestations.models import CalendarFeed
from medportal.infra import vault
from medportal.infra.db import UnitOfWork
from medportal.kernel import clock


def find(uow: UnitOfWork, token: str) -> CalendarFeed | None:
    """The feed with this secret address, unless it was revoked."""
    wanted = select(CalendarFeed).where(
        CalendarFeed.token_fingerprint == fingerprint(token), col(CalendarFeed.revoked_at).is_(None)
    )
    return uow.session.exec(wanted).first()


def of(uow: UnitOfWork, account_id: UUID) -> CalendarFeed | None:
    """The feed of an account, if it has one."""
    wanted = select(CalendarFeed).where(CalendarFeed.account_id == account_id, col(CalendarFeed.revoked_at).is_(None))
    return uow.session.exec(wanted).first()


def put(uow: UnitOfWork, account_id: UUID, token: str) -> CalendarFeed:
    """Keep a new feed."""
    row = CalendarFeed(account_id=account_id, token_fingerprint=fingerprint(token))
    uow.session.add(row)
    uow.flush()
    return row


def revoke(uow: UnitOfWork, account_id: UUID) -> int:
    """Make every feed of an account useless; how many there were."""
    statement: Any = (
        update(CalendarFeed)
        .where(col(CalendarFeed.account_id) == account_id, col(CalendarFeed.revoked_at).is_(None))
        .values(revoked_at=clock.now())
    )
    return cast("CursorResult[Any]", uow.session.exec(statement)).rowcount


def fingerprint(token: str) -> str:
    """What is kept of an address."""
    return vault.fingerprint("calendar_feed", token)
