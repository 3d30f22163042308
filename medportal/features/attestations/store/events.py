"""Queries of events, facts and moves, and the only place where the words of own events are sealed and opened."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, or_
from sqlmodel import col, delete, func, select, update

from medportal.features.attestations.models import (
    CalendarEvent,
    CalendarFact,
    CalendarFeed,
    CalendarMove,
    CalendarStamp,
    ReminderLetter,
    ReminderMark,
    ReminderPlan,
    ReminderSettings,
    TrainingRecord,
)
from medportal.features.attestations.schemas.kinds import FactKind, MoveWhy, Origin
from medportal.features.attestations.schemas.planning import Fact, Move
from medportal.infra import vault
from medportal.infra.db import UnitOfWork
from medportal.infra.upserts import inserting
from medportal.kernel import clock
from medportal.kernel.text import Text

WORDS = "calendar_event.sealed_words"
FOREVER = date(9999, 12, 31)


def facts(uow: UnitOfWork, account_id: UUID) -> Sequence[CalendarFact]:
    """The facts that the person has told."""
    wanted = select(CalendarFact).where(CalendarFact.account_id == account_id)
    return uow.session.exec(wanted.order_by(col(CalendarFact.happened_on), col(CalendarFact.id))).all()


def as_fact(row: CalendarFact) -> Fact:
    """A told fact as rules take it."""
    return Fact(FactKind(row.kind), row.happened_on, "", row.until, topic=row.topic, told_by=row.id.hex)


def find_fact(uow: UnitOfWork, account_id: UUID, fact_id: UUID) -> CalendarFact | None:
    """A fact of this account."""
    row = uow.session.get(CalendarFact, fact_id)
    return row if row is not None and row.account_id == account_id else None


def find(uow: UnitOfWork, account_id: UUID, event_id: UUID) -> CalendarEvent | None:
    """An event of this account; another's is as good as none."""
    row = uow.session.get(CalendarEvent, event_id)
    return row if row is not None and row.account_id == account_id else None


def by_key(uow: UnitOfWork, account_id: UUID, key: str) -> CalendarEvent | None:
    """The event with a key."""
    wanted = select(CalendarEvent).where(CalendarEvent.account_id == account_id, CalendarEvent.key == key)
    return uow.session.exec(wanted).first()


def by_rules(uow: UnitOfWork, account_id: UUID) -> Sequence[CalendarEvent]:
    """The events made by rules, those taken out included."""
    wanted = select(CalendarEvent).where(CalendarEvent.account_id == account_id, CalendarEvent.origin == Origin.RULE)
    return uow.session.exec(wanted.order_by(col(CalendarEvent.key))).all()


def window(
    uow: UnitOfWork, account_id: UUID, first: date, last: date, kinds: Collection[str] | None = None
) -> Sequence[CalendarEvent]:
    """The events that may stand between two days, series included; a day more on each side for the zones."""
    wanted = select(CalendarEvent).where(
        CalendarEvent.account_id == account_id,
        col(CalendarEvent.first_on) <= last + timedelta(days=1),
        col(CalendarEvent.last_on) >= first - timedelta(days=1),
        col(CalendarEvent.cancelled_at).is_(None),
    )
    if kinds is not None:
        wanted = wanted.where(col(CalendarEvent.kind).in_(kinds))
    return uow.session.exec(wanted.order_by(col(CalendarEvent.starts_at), col(CalendarEvent.id))).all()


def overdue(uow: UnitOfWork, account_id: UUID, today: date, kinds: Collection[str] | None) -> Sequence[CalendarEvent]:
    """Duties whose day is past and that are not done."""
    wanted = select(CalendarEvent).where(
        CalendarEvent.account_id == account_id,
        CalendarEvent.origin == Origin.RULE,
        col(CalendarEvent.last_on) < today,
        col(CalendarEvent.done_at).is_(None),
        col(CalendarEvent.cancelled_at).is_(None),
    )
    if kinds is not None:
        wanted = wanted.where(col(CalendarEvent.kind).in_(kinds))
    return uow.session.exec(wanted.order_by(col(CalendarEvent.due_on))).all()


def live(uow: UnitOfWork, account_id: UUID, *, limit: int) -> Sequence[CalendarEvent]:
    """Every event, those taken out lately included (a subscribed calendar must hear of it), newest change first."""
    lately = clock.now() - timedelta(days=30)
    wanted = select(CalendarEvent).where(
        CalendarEvent.account_id == account_id,
        or_(col(CalendarEvent.cancelled_at).is_(None), col(CalendarEvent.cancelled_at) > lately),
    )
    return uow.session.exec(wanted.order_by(col(CalendarEvent.first_on).desc()).limit(limit)).all()


def count(uow: UnitOfWork, account_id: UUID) -> int:
    """How many events stand in a calendar."""
    wanted = select(func.count()).where(
        CalendarEvent.account_id == account_id, col(CalendarEvent.cancelled_at).is_(None)
    )
    return uow.session.exec(wanted).one()


def seal_words(row: CalendarEvent, words: dict[str, str]) -> None:
    """Keep title, notes and place of an own event."""
    row.sealed_words = vault.seal(WORDS, row.id, json.dumps(words, ensure_ascii=False))


def words_of(row: CalendarEvent) -> dict[str, str]:
    """Title, notes and place of an own event; nothing for one made by a rule."""
    return json.loads(vault.reveal(WORDS, row.id, row.sealed_words)) if row.sealed_words else {}


def seal_topic(row: CalendarEvent, topic: str) -> None:
    """Keep what an event made by a rule is about, e.g. a speciality."""
    if topic != topic_of(row):
        row.sealed_words = (
            vault.seal(WORDS, row.id, json.dumps({"topic": topic}, ensure_ascii=False)) if topic else None
        )


def topic_of(row: CalendarEvent) -> str:
    """What an event made by a rule is about; empty when there is only one of its kind."""
    return words_of(row).get("topic", "")


def known_again(uow: UnitOfWork, account_id: UUID, row: CalendarEvent, key: str) -> None:
    """Have an event go on under another key, with everything that happened to it."""
    moved = update(CalendarMove).where(
        col(CalendarMove.account_id) == account_id, col(CalendarMove.event_key) == row.key
    )
    _run(uow, moved.values(event_key=key))
    row.key = key


def title_of(words: Mapping[str, str]) -> Text:
    """The title of an event that no rule made; what staff post has one in each language."""
    title = words.get("title") or "—"
    return Text(ru=title, en=words.get("title_en") or title)


def set_all_day(row: CalendarEvent, day: date, last: date | None = None) -> None:
    """Have the event stand on a day, or on several."""
    row.all_day = True
    row.starts_at = datetime.combine(day, time(), tzinfo=UTC)
    row.ends_at = datetime.combine((last or day) + timedelta(days=1), time(), tzinfo=UTC)
    row.due_on = row.first_on = day
    row.last_on = last or day


def add_moves(uow: UnitOfWork, account_id: UUID, found: Sequence[Move], rows: dict[str, CalendarEvent]) -> None:
    """Keep what a new plan moved."""
    for move in found:
        row = rows[move.key]
        uow.session.add(
            CalendarMove(
                account_id=account_id,
                event_key=move.key,
                kind=move.kind,
                rule_key=row.rule_key or "",
                step=row.step or "",
                before=move.before,
                after=move.after,
                why=move.why,
            )
        )


def recent_moves(uow: UnitOfWork, account_id: UUID, limit: int) -> Sequence[CalendarMove]:
    """What was moved lately, newest first."""
    wanted = select(CalendarMove).where(CalendarMove.account_id == account_id)
    return uow.session.exec(wanted.order_by(col(CalendarMove.id).desc()).limit(limit)).all()


def moves_of(uow: UnitOfWork, account_id: UUID, key: str, limit: int = 10) -> Sequence[CalendarMove]:
    """What was moved of one event, newest first; that it was put into the plan at first is left out."""
    wanted = select(CalendarMove).where(
        CalendarMove.account_id == account_id, CalendarMove.event_key == key, CalendarMove.why != MoveWhy.NEW
    )
    return uow.session.exec(wanted.order_by(col(CalendarMove.id).desc()).limit(limit)).all()


def stamp(uow: UnitOfWork, account_id: UUID) -> CalendarStamp | None:
    """When the calendar changed last."""
    return uow.session.get(CalendarStamp, account_id)


def touch(uow: UnitOfWork, account_id: UUID) -> None:
    """Note that something in the calendar changed; two at once both count."""
    put = inserting(uow, CalendarStamp).values(account_id=account_id, number=1, changed_at=clock.now())
    _run(
        uow,
        put.on_conflict_do_update(
            index_elements=["account_id"],
            set_={"number": col(CalendarStamp.number) + 1, "changed_at": clock.now()},
        ),
    )


def planned(uow: UnitOfWork, account_id: UUID, day: date) -> None:
    """Note the day for which the rules were evaluated last."""
    _run(uow, update(CalendarStamp).where(col(CalendarStamp.account_id) == account_id).values(planned_on=day))


def planned_before(uow: UnitOfWork, day: date, limit: int) -> Sequence[UUID]:
    """Accounts whose rules were evaluated last before a day, the longest ago first."""
    wanted = select(CalendarStamp.account_id).where(col(CalendarStamp.planned_on) < day)
    return uow.session.exec(wanted.order_by(col(CalendarStamp.planned_on)).limit(limit)).all()


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Delete everything kept for an account."""
    tables = (
        ReminderMark, ReminderPlan, ReminderSettings, ReminderLetter, CalendarMove, CalendarFeed, TrainingRecord,
        CalendarFact, CalendarEvent, CalendarStamp,
    )  # fmt: skip
    for table in tables:
        _run(uow, delete(table).where(col(table.account_id) == account_id))


def _run(uow: UnitOfWork, statement: Any) -> int:
    return cast("CursorResult[Any]", uow.session.exec(statement)).rowcount
