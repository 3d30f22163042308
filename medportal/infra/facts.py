"""Facts of an account: who changes one says so here, and whatever is computed from facts is computed anew.

A level, a plan of dates, a certificate rest on facts that several slices keep. The one who changes a fact does not know
who reckons with it: he leaves a mark in his own transaction, and one job follows it with all that the wiring named. However
many facts change meanwhile, one pass waits and no second; it has the last word, for it reads everything anew. The
mark says what was followed, so that a killed process leaves nothing behind: the sweep finds what still waits.
"""

import time
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, case
from sqlmodel import Field, col, delete, select

from medportal.infra import jobs
from medportal.infra.db import Row, UnitOfWork, reading, unit_of_work
from medportal.infra.upserts import inserting
from medportal.kernel import clock

FOLLOW = "facts.follow"
# Most people are followed in a blink and at once. Who has papers by the hundred takes a tenth of a worker at most.
BLINK = timedelta(seconds=0.25)
REST, LONGEST_REST = 9, timedelta(seconds=30)
# A pass that has not come by then, its rest aside, was forgotten; one that failed is tried again later and later.
FORGOTTEN, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=1)
BATCH = 500

watchers: list[str] = []


class FactMark(Row, table=True):
    """How many changes of an account's facts there were, and how many of them were followed.

    `sweep_at` stands while something is left to do: when the sweep is to wake it, should nobody have come. Until
    `rests_until` the account is left alone; `failures` counts passes that failed, one after another.
    """

    account_id: UUID = Field(primary_key=True)
    changes: int = 0
    followed: int = 0
    failures: int = 0
    sweep_at: datetime | None = Field(default=None, index=True)
    rests_until: datetime | None = None


def changed(uow: UnitOfWork, account_id: UUID) -> None:
    """Say, in the transaction that changes it, that a fact of the account is no longer what it was."""
    now = clock.now()
    table = FactMark
    first = inserting(uow, table).values(
        account_id=account_id, changes=1, followed=0, failures=0, sweep_at=now + FORGOTTEN
    )
    none_waits = col(table.changes) == col(table.followed)
    put: Any = first.on_conflict_do_update(
        index_elements=["account_id"],
        set_={
            "changes": col(table.changes) + 1,
            "sweep_at": case((none_waits, first.excluded.sweep_at), else_=col(table.sweep_at)),
        },
    ).returning(col(table.changes), col(table.followed), col(table.rests_until))
    told = cast("CursorResult[Any]", uow.session.exec(put)).one()
    changes, followed, rests_until = cast("tuple[int, int, datetime | None]", told)
    if changes == followed + 1:
        # Those after it are seen by the pass that it wakes.
        _wake(uow, account_id, rests_until, now)


def rest_after(took: timedelta) -> timedelta:
    """How long an account is left alone after a pass that took so much of the processor's time."""
    return timedelta() if took < BLINK else min(took * REST, LONGEST_REST)


def next_try(failures: int) -> timedelta:
    """How long the sweep waits after so many passes that failed."""
    return min(FORGOTTEN * 2 ** min(failures - 1, 10), LONGEST_WAIT)


def is_followed(uow: UnitOfWork, account_id: UUID) -> bool:
    """Whether every change of the account's facts was followed."""
    mark = uow.session.get(FactMark, account_id)
    return mark is None or mark.sweep_at is None


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Forget the mark of an account that is erased."""
    uow.session.exec(delete(FactMark).where(col(FactMark.account_id) == account_id))


@jobs.job(FOLLOW)
def follow(account_id: UUID) -> None:
    """Have everything computed anew that rests on the account's facts; what changes meanwhile has its turn afterwards."""
    with reading() as uow:
        mark = uow.session.get(FactMark, account_id)
    if mark is None or mark.sweep_at is None:
        return
    began = time.thread_time()
    # Each has its turn, also after one that failed.
    failed = [name for name in watchers if not jobs.perform(name, account_id)]
    took = timedelta(seconds=time.thread_time() - began)
    _followed(account_id, mark.changes, took, failed=bool(failed))


@jobs.sweep("facts.sweep")
def sweep() -> None:
    """Wake what nobody came for: its message was lost, its worker killed, or something failed in it."""
    with unit_of_work() as uow:
        due = select(FactMark.account_id).where(col(FactMark.sweep_at) <= clock.now())
        for account_id in uow.session.exec(due.order_by(col(FactMark.sweep_at)).limit(BATCH)).all():
            jobs.wake(uow, FOLLOW, account_id)


def _followed(account_id: UUID, seen: int, took: timedelta, *, failed: bool) -> None:
    now, rest = clock.now(), rest_after(took)
    with unit_of_work() as uow:
        mark = uow.session.get(FactMark, account_id, with_for_update=True)
        if mark is None:
            return
        mark.followed = max(mark.followed, seen)
        mark.failures = mark.failures + 1 if failed else 0
        mark.rests_until = now + rest if rest else None
        mark.sweep_at = now + next_try(mark.failures) if failed else None
        if mark.changes > mark.followed:
            mark.sweep_at = now + rest + FORGOTTEN
            _wake(uow, account_id, mark.rests_until, now)
        uow.session.add(mark)


def _wake(uow: UnitOfWork, account_id: UUID, rests_until: datetime | None, now: datetime) -> None:
    left = (rests_until - now).total_seconds() if rests_until else 0.0
    jobs.wake(uow, FOLLOW, account_id, delay=max(left, 0.0))
