"""When an event is reminded of next: arranged whenever the event, or the person's choices, change."""

import json
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from medportal.features.attestations.models import CalendarEvent, ReminderPlan
from medportal.features.attestations.rules import ladder, recurrence
from medportal.features.attestations.schemas.kinds import EventKind
from medportal.features.attestations.schemas.reminders import Choices
from medportal.features.attestations.store import reminders
from medportal.infra.db import UnitOfWork
from medportal.kernel import clock


def arrange(uow: UnitOfWork, row: CalendarEvent, *, since: datetime, after: date | None = None) -> None:
    """Write down when the event is reminded of next, or that it is not.

    Args:
        uow: the unit of the change.
        row: the event.
        since: from when on rungs are owed.
        after: the day whose rungs were given already; without it, rungs of today are still owed.
    """
    chosen = reminders.choices(uow, row.account_id)
    today = since.astimezone(ZoneInfo(chosen.zone)).date()
    day = _next_day(uow, row, chosen, after or today - timedelta(days=1))
    plan = reminders.plan(uow, row.id)
    snoozed = plan.snoozed_until if plan else None
    if snoozed is not None and snoozed > (after or today):
        day = snoozed
    if day is None or row.done_at is not None or row.cancelled_at is not None:
        reminders.drop_plan(uow, row.id)
        return
    next_at = ladder.moment(day, chosen)
    if plan is None:
        uow.session.add(ReminderPlan(event_id=row.id, account_id=row.account_id, since=since, next_at=next_at))
    else:
        plan.since, plan.next_at = since, next_at
        plan.snoozed_until = snoozed if snoozed == day else None
    uow.flush()


def own_ladder(row: CalendarEvent, chosen: Choices) -> tuple[int, ...]:
    """The ladder of an event, as its owner wants it."""
    own = tuple(json.loads(row.ladder)) if row.ladder else None
    return ladder.ladder_of(EventKind(row.kind), own, chosen)


def days_of(row: CalendarEvent, first: date, last: date) -> list[date]:
    """The days between two on which the event, or its series, is due."""
    if row.rrule is None:
        return [row.due_on] if first <= row.due_on <= last else []
    skipped = frozenset(date.fromisoformat(day) for day in json.loads(row.skipped))
    return [day for day in recurrence.days(row.rrule, row.due_on, first, last) if day not in skipped]


def given(uow: UnitOfWork, event_id: UUID) -> dict[date, set[int]]:
    """The rungs given, by the day they counted down to."""
    found: dict[date, set[int]] = {}
    for mark in reminders.marks(uow, event_id):
        if not mark.rung.startswith("snooze"):
            found.setdefault(mark.due_on, set()).add(int(mark.rung))
    return found


def _next_day(uow: UnitOfWork, row: CalendarEvent, chosen: Choices, after: date) -> date | None:
    rungs = own_ladder(row, chosen)
    if not rungs:
        return None
    known = given(uow, row.id)
    if row.rrule is None:
        return ladder.next_day(row.due_on, rungs, after, known.get(row.due_on, ()))
    first = after + timedelta(days=1 + min(rungs))
    found = [
        day
        for due in recurrence.first_days(row.rrule, row.due_on, first, 3, _skipped(row))
        if (day := ladder.next_day(due, rungs, after, known.get(due, ()))) is not None
    ]
    return min(found, default=None)


def _skipped(row: CalendarEvent) -> frozenset[date]:
    return frozenset(date.fromisoformat(day) for day in json.loads(row.skipped))


def rearrange(uow: UnitOfWork, rows: list[CalendarEvent]) -> None:
    """Arrange many events anew, after the person chose otherwise."""
    now = clock.now()
    for row in rows:
        arrange(uow, row, since=now)


def snooze(uow: UnitOfWork, row: CalendarEvent, until: date) -> None:
    """Say nothing more of the event until a day."""
    chosen = reminders.choices(uow, row.account_id)
    plan = reminders.plan(uow, row.id) or ReminderPlan(
        event_id=row.id, account_id=row.account_id, since=clock.now(), next_at=clock.now()
    )
    plan.snoozed_until = until
    plan.next_at = ladder.moment(until, chosen)
    uow.session.add(plan)
    uow.flush()
