"""Queries of reminders and of their letters."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, tuple_
from sqlmodel import col, delete, select

from medportal.features.attestations.models import ReminderLetter, ReminderMark, ReminderPlan, ReminderSettings
from medportal.features.attestations.schemas.kinds import EventKind
from medportal.features.attestations.schemas.reminders import Choices, Digest
from medportal.infra.db import UnitOfWork
from medportal.infra.upserts import inserting
from medportal.kernel import clock

Due = tuple[datetime, UUID, UUID]


def choices(uow: UnitOfWork, account_id: UUID) -> Choices:
    """How the person wants to be reminded; the usual way when nothing was said."""
    row = uow.session.get(ReminderSettings, account_id)
    if row is None:
        return Choices()
    ladders: dict[str, list[int]] = json.loads(row.ladders)
    return Choices(
        zone=row.zone,
        email=row.email,
        sms=row.sms,
        digest=Digest(row.digest),
        hour=row.hour,
        quiet_from=row.quiet_from,
        quiet_to=row.quiet_to,
        absent_from=row.absent_from,
        absent_to=row.absent_to,
        muted=frozenset(EventKind(kind) for kind in json.loads(row.muted)),
        ladders=tuple((EventKind(kind), tuple(ladder)) for kind, ladder in sorted(ladders.items())),
    )


def put_choices(uow: UnitOfWork, account_id: UUID, chosen: Choices) -> None:
    """Keep how the person wants to be reminded."""
    row = uow.session.get(ReminderSettings, account_id) or ReminderSettings(account_id=account_id)
    for name in ("zone", "email", "sms", "hour", "quiet_from", "quiet_to", "absent_from", "absent_to"):
        setattr(row, name, getattr(chosen, name))
    row.digest = chosen.digest
    row.muted = json.dumps(sorted(chosen.muted))
    row.ladders = json.dumps({kind: list(ladder) for kind, ladder in chosen.ladders})
    uow.session.add(row)
    uow.flush()


def readiness_of(uow: UnitOfWork, account_id: UUID) -> str:
    """Of which accreditation the person looks at the readiness; empty when nothing was said."""
    row = uow.session.get(ReminderSettings, account_id)
    return (row.readiness_of or "") if row is not None else ""


def put_readiness_of(uow: UnitOfWork, account_id: UUID, ref: str) -> None:
    """Keep of which accreditation the person looks at the readiness."""
    row = uow.session.get(ReminderSettings, account_id) or ReminderSettings(account_id=account_id)
    row.readiness_of = ref
    uow.session.add(row)
    uow.flush()


def plan(uow: UnitOfWork, event_id: UUID) -> ReminderPlan | None:
    """When the event is reminded of next."""
    return uow.session.get(ReminderPlan, event_id)


def due(uow: UnitOfWork, until: datetime, after: Due | None, limit: int) -> list[Due]:
    """What is to be reminded of up to a moment, in order, after one of them: moment, event, account."""
    moment, event = col(ReminderPlan.next_at), col(ReminderPlan.event_id)
    wanted = select(ReminderPlan.next_at, ReminderPlan.event_id, ReminderPlan.account_id).where(moment <= until)
    if after is not None:
        wanted = wanted.where(tuple_(moment, event) > tuple_(after[0], after[1]))
    return [(row[0], row[1], row[2]) for row in uow.session.exec(wanted.order_by(moment, event).limit(limit)).all()]


def hold_plan(uow: UnitOfWork, event_id: UUID, until: datetime) -> ReminderPlan | None:
    """The plan of an event, if it is still due, held until the unit ends: of two schedulers one goes first."""
    wanted = select(ReminderPlan).where(ReminderPlan.event_id == event_id, col(ReminderPlan.next_at) <= until)
    return uow.session.exec(wanted.with_for_update().execution_options(populate_existing=True)).first()


def drop_plan(uow: UnitOfWork, event_id: UUID) -> None:
    """Nothing is left to remind of."""
    _run(uow, delete(ReminderPlan).where(col(ReminderPlan.event_id) == event_id))


def marks(uow: UnitOfWork, event_id: UUID) -> Sequence[ReminderMark]:
    """The reminders given for an event."""
    return uow.session.exec(select(ReminderMark).where(ReminderMark.event_id == event_id)).all()


def mark_once(uow: UnitOfWork, event_id: UUID, account_id: UUID, due_on: date, rung: str) -> bool:
    """Mark a reminder as given; False when it was given already, by whomever."""
    values = {"event_id": event_id, "account_id": account_id, "due_on": due_on, "rung": rung, "at": clock.now()}
    return _put_once(uow, ReminderMark, values)


def keep_once(uow: UnitOfWork, letter: ReminderLetter) -> bool:
    """Keep a reminder that was given, unless its key is there; True when it was kept."""
    return _put_once(uow, ReminderLetter, letter.model_dump())


def untold(uow: UnitOfWork, limit: int) -> Sequence[ReminderLetter]:
    """Reminders that do not stand under the bell yet: they come from a version that kept a bell of its own."""
    wanted = select(ReminderLetter).where(col(ReminderLetter.told_at).is_(None))
    return uow.session.exec(wanted.order_by(col(ReminderLetter.id)).limit(limit)).all()


def letters_of_event(uow: UnitOfWork, account_id: UUID, event_id: UUID, limit: int) -> Sequence[ReminderLetter]:
    """The reminders given of an event, newest first."""
    wanted = select(ReminderLetter).where(ReminderLetter.account_id == account_id, ReminderLetter.event_id == event_id)
    return uow.session.exec(wanted.order_by(col(ReminderLetter.id).desc()).limit(limit)).all()


def letters_of_account(uow: UnitOfWork, account_id: UUID, limit: int) -> Sequence[ReminderLetter]:
    """The reminders given to an account, newest first."""
    wanted = select(ReminderLetter).where(ReminderLetter.account_id == account_id)
    return uow.session.exec(wanted.order_by(col(ReminderLetter.id).desc()).limit(limit)).all()


def accounts_to_post(uow: UnitOfWork, until: datetime, after: UUID | None, limit: int) -> list[UUID]:
    """Accounts for which letters are due, in order, after one of them."""
    wanted = select(ReminderLetter.account_id).where(col(ReminderLetter.post_at) <= until).distinct()
    if after is not None:
        wanted = wanted.where(col(ReminderLetter.account_id) > after)
    return list(uow.session.exec(wanted.order_by(col(ReminderLetter.account_id)).limit(limit)).all())


def to_post(uow: UnitOfWork, account_id: UUID, until: datetime) -> Sequence[ReminderLetter]:
    """The lines of an account whose letters are due, held until the unit ends."""
    wanted = select(ReminderLetter).where(ReminderLetter.account_id == account_id, col(ReminderLetter.post_at) <= until)
    return uow.session.exec(wanted.order_by(col(ReminderLetter.id)).with_for_update()).all()


def _put_once(uow: UnitOfWork, table: type[ReminderMark] | type[ReminderLetter], values: dict[str, Any]) -> bool:
    # The database keeps the promise, not a look before.
    put: Any = inserting(uow, table).values(**values).on_conflict_do_nothing().returning(col(table.account_id))
    result = cast("CursorResult[tuple[UUID]]", uow.session.exec(put))
    return len(result.all()) == 1


def _run(uow: UnitOfWork, statement: Any) -> int:
    return cast("CursorResult[Any]", uow.session.exec(statement)).rowcount
