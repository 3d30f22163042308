"""Own events: entered, edited, moved, taken out and put back."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from medportal.features.attestations import texts
from medportal.features.attestations.models import CalendarEvent
from medportal.features.attestations.rules import own, recurrence
from medportal.features.attestations.schemas.calendar import OwnEvent
from medportal.features.attestations.schemas.kinds import EventKind, Origin
from medportal.features.attestations.service import ladders
from medportal.features.attestations.store import events, reminders
from medportal.infra import audit, nudges
from medportal.infra.db import UnitOfWork, new_id, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError

MINE = frozenset({Origin.OWN, Origin.IMPORTED})


def create_event(actor: Actor, event: OwnEvent) -> UUID:
    """Put an own event into the calendar; its id.

    Raises:
        InvalidError: something does not fit; the problems name the fields of `OwnEvent`.
        ConflictError: the calendar is full.
    """
    account_id = actor.must_be_known()
    must_fit(event)
    with unit_of_work() as uow:
        row = add(uow, account_id, event, Origin.OWN)
        audit.record(uow, actor, "attestations.event_created", row.id)
        _changed(uow, account_id)
        return row.id


def edit_event(actor: Actor, event_id: UUID, event: OwnEvent, *, occurrence: date | None = None) -> UUID:
    """Change an own event, or one occurrence of a series, which then stands by itself; the id of what was changed.

    Raises:
        InvalidError: something does not fit.
        NotFoundError: there is no such event.
        ForbiddenError: the portal reckons this date.
    """
    account_id = actor.must_be_known()
    must_fit(event)
    with unit_of_work() as uow:
        row = _own(uow, account_id, event_id)
        if occurrence is not None and row.rrule is not None:
            _skip(uow, row, occurrence)
            row = add(uow, account_id, replace(event, repeat=""), Origin(row.origin))
        else:
            _write(uow, row, event)
        audit.record(uow, actor, "attestations.event_edited", row.id)
        _changed(uow, account_id)
        return row.id


def move_event(actor: Actor, event_id: UUID, to: date, *, occurrence: date | None = None) -> UUID:
    """Move an own event to another day at the same hour; of a series one occurrence, or all by as many days.

    Raises:
        InvalidError: the day is impossible.
        NotFoundError: there is no such event.
        ForbiddenError: the portal reckons this date.
    """
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        event = form_of(_own(uow, account_id, event_id))
    by = to - (occurrence if occurrence is not None and event.repeat else event.starts.date())
    day = datetime.combine(to, event.starts.time())
    if event.repeat:
        event = replace(event, repeat=_turned(event.repeat, by) if occurrence is None else "")
    return edit_event(
        actor, event_id, replace(event, starts=day, ends=day + (event.ends - event.starts)), occurrence=occurrence
    )


def delete_event(actor: Actor, event_id: UUID, *, occurrence: date | None = None) -> None:
    """Take an own event out, or one occurrence of a series; `undo_delete` puts it back.

    Raises:
        NotFoundError: there is no such event.
        ForbiddenError: the portal reckons this date.
    """
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        row = _own(uow, account_id, event_id)
        if occurrence is not None and row.rrule is not None:
            _skip(uow, row, occurrence)
        else:
            row.cancelled_at = row.changed_at = clock.now()
            row.sequence += 1
            reminders.drop_plan(uow, row.id)
        audit.record(uow, actor, "attestations.event_deleted", row.id)
        _changed(uow, account_id)


def undo_delete(actor: Actor, event_id: UUID, *, occurrence: date | None = None) -> None:
    """Put back what was taken out; harmless when it stands there.

    Raises:
        NotFoundError: there is no such event.
    """
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        row = _own(uow, account_id, event_id, taken_out=True)
        if occurrence is not None:
            row.skipped = json.dumps([day for day in json.loads(row.skipped) if day != occurrence.isoformat()])
        row.cancelled_at, row.changed_at = None, clock.now()
        row.sequence += 1
        uow.flush()
        ladders.arrange(uow, row, since=clock.now())
        audit.record(uow, actor, "attestations.event_restored", row.id)
        _changed(uow, account_id)


def mark_done(actor: Actor, event_id: UUID, *, done: bool = True) -> None:
    """Mark an event as done, whoever made it, so that nothing more is said of it; or take the mark back.

    Raises:
        NotFoundError: there is no such event.
    """
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        row = _any(uow, account_id, event_id)
        row.done_at = clock.now() if done else None
        row.changed_at = clock.now()
        row.sequence += 1
        uow.flush()
        ladders.arrange(uow, row, since=clock.now())
        audit.record(uow, actor, "attestations.event_marked", row.id, done=done)
        _changed(uow, account_id)


def snooze_event(actor: Actor, event_id: UUID, until: date) -> None:
    """Say nothing more of an event until a day, from tomorrow to a year ahead.

    Raises:
        NotFoundError: there is no such event.
        InvalidError: the day is not ahead.
    """
    account_id = actor.must_be_known()
    if not 1 <= (until - clock.today()).days <= 366:
        raise InvalidError(texts.SNOOZE_WRONG)
    with unit_of_work() as uow:
        ladders.snooze(uow, _any(uow, account_id, event_id), until)


def event_form(actor: Actor, event_id: UUID) -> OwnEvent:
    """An own event as it was entered, for the form in which it is edited.

    Raises:
        NotFoundError: there is no such event.
        ForbiddenError: the portal reckons this date.
    """
    with unit_of_work() as uow:
        return form_of(_own(uow, actor.must_be_known(), event_id))


def must_fit(event: OwnEvent) -> None:
    """Go on only with an event that fits.

    Raises:
        InvalidError: something does not.
    """
    if found := own.problems(event):
        raise InvalidError(found[0].text, found)


def add(uow: UnitOfWork, account_id: UUID, event: OwnEvent, origin: Origin, key: str | None = None) -> CalendarEvent:
    """Put a checked event into a calendar.

    Raises:
        ConflictError: the calendar is full.
    """
    if events.count(uow, account_id) >= own.MOST_EVENTS:
        raise ConflictError(texts.TOO_MANY_EVENTS)
    row_id, day = new_id(), event.starts.date()
    row = CalendarEvent(
        id=row_id, account_id=account_id, key=key or f"own:{row_id}", kind=event.kind, origin=origin,
        starts_at=clock.now(), ends_at=clock.now(), due_on=day, first_on=day, last_on=day,
    )  # fmt: skip
    _write(uow, row, event)
    return row


def form_of(row: CalendarEvent) -> OwnEvent:
    """A kept event as it was entered."""
    words = events.words_of(row)
    zone = ZoneInfo("UTC" if row.all_day else row.zone)
    starts, ends = (one.astimezone(zone).replace(tzinfo=None) for one in (row.starts_at, row.ends_at))
    return OwnEvent(
        title=words.get("title", ""),
        starts=starts,
        ends=ends - timedelta(days=1) if row.all_day else ends,
        all_day=row.all_day,
        zone=row.zone,
        repeat=row.rrule or "",
        ladder=tuple(json.loads(row.ladder)) if row.ladder else (),
        kind=EventKind(row.kind),
        notes=words.get("notes", ""),
        place=words.get("place", ""),
        document_id=row.document_id,
    )


def _write(uow: UnitOfWork, row: CalendarEvent, event: OwnEvent) -> None:
    first = event.starts.date()
    repeat = recurrence.settled(event.repeat, first) if event.repeat else None
    if row.due_on != first or (row.rrule or "") != (repeat.rule if repeat else ""):
        row.done_at, row.skipped = None, "[]"
    row.starts_at, row.ends_at = own.span(event)
    row.all_day, row.zone, row.kind = event.all_day, event.zone, event.kind
    if repeat is not None:
        # A series begins on the first day that its rule names.
        first = recurrence.first_days(repeat.rule, first, first, 1, frozenset())[0]
        row.starts_at, row.ends_at = own.occurrence(first, *own.span(event), event.zone, all_day=event.all_day)
    row.rrule = repeat.rule if repeat else None
    row.due_on = row.first_on = first
    row.last_on = (repeat.until if repeat else first) + (row.ends_at - row.starts_at)
    row.ladder, row.document_id = json.dumps(event.ladder), event.document_id
    events.seal_words(row, {"title": event.title.strip(), "notes": event.notes, "place": event.place})
    row.changed_at = clock.now()
    row.sequence += 1
    uow.session.add(row)
    uow.flush()
    ladders.arrange(uow, row, since=clock.now())


def _skip(uow: UnitOfWork, row: CalendarEvent, day: date) -> None:
    if not ladders.days_of(row, day, day):
        raise NotFoundError(texts.NO_EVENT)
    row.skipped = json.dumps(sorted({*json.loads(row.skipped), day.isoformat()}))
    row.sequence += 1
    row.changed_at = clock.now()
    uow.flush()
    ladders.arrange(uow, row, since=clock.now())


def _turned(rule: str, by: timedelta) -> str:
    """A rule that goes along with a move: its end, a week's days; the days of other rules are spelled out anew."""
    body, until = recurrence.parted(rule)
    parts = dict(part.split("=") for part in body.split(";"))
    if parts["FREQ"] == "WEEKLY":
        names = recurrence.WEEKDAYS
        turned = [names[(names.index(one) + by.days) % 7] for one in parts["BYDAY"].split(",")]
        parts["BYDAY"] = ",".join(turned)
    elif "BYDAY" not in parts:
        parts.pop("BYMONTHDAY", None)
        parts.pop("BYMONTH", None)
    parts["UNTIL"] = f"{min(until + by, recurrence.LAST):%Y%m%d}"
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _own(uow: UnitOfWork, account_id: UUID, event_id: UUID, *, taken_out: bool = False) -> CalendarEvent:
    row = events.find(uow, account_id, event_id)
    if row is None or (row.cancelled_at is not None and not taken_out):
        raise NotFoundError(texts.NO_EVENT)
    if row.origin not in MINE:
        raise ForbiddenError(texts.NOT_YOURS_TO_MOVE)
    return row


def _any(uow: UnitOfWork, account_id: UUID, event_id: UUID) -> CalendarEvent:
    row = events.find(uow, account_id, event_id)
    if row is None or row.cancelled_at is not None:
        raise NotFoundError(texts.NO_EVENT)
    return row


def _changed(uow: UnitOfWork, account_id: UUID) -> None:
    events.touch(uow, account_id)
    nudges.nudge(uow, account_id)
