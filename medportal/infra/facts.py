"""Facts of an account: who changes one says so here, and whatever is computed from facts is computed anew.

A level, a plan of dates, a certificate rest on facts that several slices keep. The one who changes a fact does not know
who reckons with it: he leaves a mark in his own transaction, and the jobs that the wiring named are woken for the
account. A mark outlives a killed process: a watcher's sweep asks which accounts changed since it last looked.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, col, delete, select

from medportal.infra import jobs
from medportal.infra.db import Row, UnitOfWork
from medportal.kernel import clock

watchers: list[str] = []


class FactMark(Row, table=True):
    """When a fact of an account changed last."""

    account_id: UUID = Field(primary_key=True)
    changed_at: datetime = Field(index=True)


def changed(uow: UnitOfWork, account_id: UUID) -> None:
    """Say, in the transaction that changes it, that a fact of the account is no longer what it was."""
    insert = postgresql.insert if uow.session.get_bind().dialect.name == "postgresql" else sqlite.insert
    put = insert(FactMark).values(account_id=account_id, changed_at=clock.now())
    put = put.on_conflict_do_update(index_elements=["account_id"], set_={"changed_at": put.excluded.changed_at})
    uow.session.exec(put)
    for name in watchers:
        jobs.wake(uow, name, account_id)


def changed_since(uow: UnitOfWork, moment: datetime, limit: int = 500) -> Sequence[tuple[UUID, datetime]]:
    """Accounts of which a fact changed at a moment or after it, the earliest first, with the moment of the change."""
    wanted = select(FactMark.account_id, FactMark.changed_at).where(FactMark.changed_at >= moment)
    return uow.session.exec(wanted.order_by(col(FactMark.changed_at)).limit(limit)).all()


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Forget the mark of an account that is erased."""
    uow.session.exec(delete(FactMark).where(col(FactMark.account_id) == account_id))
