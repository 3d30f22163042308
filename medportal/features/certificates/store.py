"""Queries of the certificates."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, delete, select

from medportal.features.certificates.models import Certificate, RevokedNumber
from medportal.features.certificates.schemas import State
from medportal.infra.db import UnitOfWork
from medportal.infra.upserts import inserting
from medportal.kernel import clock

LIVE = (State.MAKING, State.ISSUED)


def add(uow: UnitOfWork, row: Certificate) -> None:
    """Keep a certificate."""
    uow.session.add(row)
    uow.flush()


def hold(uow: UnitOfWork, certificate_id: UUID) -> Certificate | None:
    """A certificate, held until the unit ends."""
    wanted = select(Certificate).where(Certificate.id == certificate_id)
    return uow.session.exec(wanted.with_for_update().execution_options(populate_existing=True)).first()


def of_account(uow: UnitOfWork, account_id: UUID) -> Sequence[Certificate]:
    """The certificates of an account, newest first."""
    wanted = select(Certificate).where(Certificate.account_id == account_id)
    return uow.session.exec(wanted.order_by(col(Certificate.id).desc())).all()


def live_of(uow: UnitOfWork, account_id: UUID) -> Sequence[Certificate]:
    """Those that are being made or count, held until the unit ends."""
    wanted = select(Certificate).where(Certificate.account_id == account_id, col(Certificate.state).in_(LIVE))
    held = wanted.order_by(col(Certificate.id)).with_for_update().execution_options(populate_existing=True)
    return uow.session.exec(held).all()


def by_number(uow: UnitOfWork, fingerprint: str) -> Certificate | None:
    """The certificate of a number."""
    return uow.session.exec(select(Certificate).where(Certificate.number_fingerprint == fingerprint)).first()


def to_make(uow: UnitOfWork, now: datetime, limit: int = 100) -> Sequence[UUID]:
    """Those that wait to be made and whose turn it is."""
    wanted = select(Certificate.id).where(Certificate.state == State.MAKING, col(Certificate.next_try_at) <= now)
    return uow.session.exec(wanted.order_by(col(Certificate.next_try_at)).limit(limit)).all()


def revoke_number(uow: UnitOfWork, number_hash: str, until: date) -> None:
    """Put a number on the list; once."""
    row = inserting(uow, RevokedNumber).values(number_hash=number_hash, until=until, revoked_at=clock.now())
    uow.session.exec(row.on_conflict_do_nothing())


def revoked_numbers(uow: UnitOfWork, today: date) -> Sequence[str]:
    """The list: hashes of revoked numbers whose certificates would not have ended yet."""
    wanted = select(RevokedNumber.number_hash).where(RevokedNumber.until >= today)
    return uow.session.exec(wanted.order_by(col(RevokedNumber.number_hash))).all()


def find_revoked(uow: UnitOfWork, number_hash: str) -> RevokedNumber | None:
    """The mark of a revoked number."""
    return uow.session.get(RevokedNumber, number_hash)


def forget_ended(uow: UnitOfWork, today: date) -> None:
    """Take numbers off the list whose certificates have ended by themselves."""
    uow.session.exec(delete(RevokedNumber).where(col(RevokedNumber.until) < today))


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Take out the certificates of an account; the list keeps the hashes of their numbers."""
    uow.session.exec(delete(Certificate).where(col(Certificate.account_id) == account_id))
