"""The pass of reminders: what is due is marked once, stands under the bell, and goes out by letter."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from medportal.features.attestations.models import CalendarEvent, ReminderLetter, ReminderPlan
from medportal.features.attestations.rules import ladder, wording
from medportal.features.attestations.schemas.kinds import Origin
from medportal.features.attestations.schemas.planning import Rule
from medportal.features.attestations.schemas.reminders import Choices, Digest, PassReport
from medportal.features.attestations.service import ladders, unsubscribing
from medportal.features.attestations.service.planning import stored_event
from medportal.features.attestations.store import events, reminders
from medportal.features.attestations.store import rules as book
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel, Purpose
from medportal.infra import log
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.text import Text
from medportal.settings import settings

BATCH = 500


def remind(_actor: Actor, day: date | None = None) -> PassReport:
    """Give every reminder that is due, each once, whoever else does so at the same time; then post letters due.

    One person's trouble does not stop the others: it is logged, counted, and tried again by the next pass.

    Args:
        _actor: the portal itself, or who runs a chore.
        day: the day to run by hand; without it, the present moment.
    """
    until = clock.now() if day is None else _end_of(day)
    _tell_of_old()
    found = reminded = failed = 0
    last: reminders.Due | None = None
    while True:
        with reading() as uow:
            batch = reminders.due(uow, until, last, BATCH)
        if not batch:
            break
        last = batch[-1]
        found += len(batch)
        for _, event_id, _ in batch:
            given = _tried(lambda event_id=event_id: _remind_one(event_id, until, day))
            failed += given is None
            reminded += given or 0
    # What the pass itself has given is due by now, too.
    posted, unposted = _post_letters(clock.now() if day is None else min(until, clock.now()))
    return PassReport(found, reminded, posted, failed + unposted)


def due_count(_actor: Actor, until: datetime, limit: int) -> int:
    """How many events are to be reminded of up to a moment, counted to a limit: what a pass would find."""
    with reading() as uow:
        return len(reminders.due(uow, until, None, limit))


def _remind_one(event_id: UUID, until: datetime, day: date | None) -> int:
    with unit_of_work() as uow:
        plan = reminders.hold_plan(uow, event_id, until)
        if plan is None:
            # Another scheduler was faster.
            return 0
        row = events.find(uow, plan.account_id, event_id)
        if row is None or row.cancelled_at is not None or row.done_at is not None:
            reminders.drop_plan(uow, event_id)
            return 0
        chosen = reminders.choices(uow, row.account_id)
        today = day or clock.today(ZoneInfo(chosen.zone))
        steps = _steps(uow, row, plan, chosen, today)
        given = sum(_ring(uow, row, chosen, step, today) for step in steps)
        ladders.arrange(uow, row, since=plan.since, after=today)
        return given


def _steps(
    uow: UnitOfWork, row: CalendarEvent, plan: ReminderPlan, chosen: Choices, today: date
) -> list[tuple[date, str]]:
    rungs = ladders.own_ladder(row, chosen)
    if plan.snoozed_until is not None and plan.snoozed_until <= today:
        return [(row.due_on, f"snooze:{plan.snoozed_until}")]
    if not rungs:
        return []
    since = plan.since.astimezone(ZoneInfo(chosen.zone)).date()
    known = ladders.given(uow, row.id)
    if row.rrule is None:
        dues = [row.due_on]
    else:
        # Of a series only what is still ahead, or was missed yesterday, is worth a word.
        dues = ladders.days_of(row, today - timedelta(days=1), today + timedelta(days=max(rungs)))
    steps = ((due, ladder.step_due(due, rungs, today, since, known.get(due, ()))) for due in dues)
    return [(due, str(rung)) for due, rung in steps if rung is not None]


def _ring(uow: UnitOfWork, row: CalendarEvent, chosen: Choices, step: tuple[date, str], today: date) -> bool:
    due_on, rung = step
    if not reminders.mark_once(uow, row.id, row.account_id, due_on, rung):
        return False
    kept = ReminderLetter(
        account_id=row.account_id,
        key=f"reminder:{row.id}:{due_on}:{rung}",
        event_id=row.id,
        due_on=due_on,
        rung=rung,
        told_at=clock.now(),
        post_at=ladder.letter_at(clock.now(), chosen),
    )
    _tell(uow, row, kept, today)
    return reminders.keep_once(uow, kept)


def _tell(uow: UnitOfWork, row: CalendarEvent, kept: ReminderLetter, today: date) -> None:
    title, _ = _words(row, {(rule.key, rule.version): rule for rule in book.versions(uow)})
    notice = wording.rung(title, kept.due_on, today, f"/calendar#event-{row.id}")
    notifications.tell(uow, row.account_id, notice, key=f"calendar.{kept.key}")


def _tell_of_old() -> None:
    """Reminders given by a version that kept a bell of its own, and not read there, move under the bell of all."""
    with unit_of_work() as uow:
        for kept in reminders.untold(uow, BATCH):
            row = events.find(uow, kept.account_id, kept.event_id)
            if row is not None and row.cancelled_at is None and row.done_at is None:
                _tell(uow, row, kept, clock.today())
            kept.told_at = clock.now()


def _post_letters(until: datetime) -> tuple[int, int]:
    posted = failed = 0
    last: UUID | None = None
    while True:
        with reading() as uow:
            batch = reminders.accounts_to_post(uow, until, last, BATCH)
        if not batch:
            return posted, failed
        last = batch[-1]
        for account_id in batch:
            sent = _tried(lambda account_id=account_id: _post_to(account_id, until))
            failed += sent is None
            posted += sent or 0


def _post_to(account_id: UUID, until: datetime) -> int:
    with unit_of_work() as uow:
        chosen = reminders.choices(uow, account_id)
        today = clock.today(ZoneInfo(chosen.zone))
        names = {(rule.key, rule.version): rule for rule in book.versions(uow)}
        told: list[tuple[ReminderLetter, Text, Text | None]] = []
        for notice in reminders.to_post(uow, account_id, until):
            notice.post_at = None
            if (worth := _still_worth(uow, notice, names)) is not None:
                told.append((notice, *worth))
        links = (f"{settings().public_origin}/calendar", unsubscribing.address_of(account_id))
        channels = [channel for channel, on in ((Channel.EMAIL, chosen.email), (Channel.SMS, chosen.sms)) if on]
        if chosen.digest is not Digest.NONE and len(told) > 1:
            dates = [(title, notice.due_on) for notice, title, _ in told]
            batches = [(wording.digest(dates, today, links), [notice for notice, _, _ in told])]
        else:
            batches = [
                (wording.reminder(title, notice.due_on, today, consequence, links), [notice])
                for notice, title, consequence in told
            ]
        sent = 0
        for letter, notices in batches:
            key = f"calendar:{notices[0].id}"
            sent += notifications.post(uow, account_id, letter, purpose=Purpose.REMINDER, key=key, channels=channels)
            _note(notices, key)
        return sent


def _still_worth(
    uow: UnitOfWork, notice: ReminderLetter, names: dict[tuple[str, int], Rule]
) -> tuple[Text, Text | None] | None:
    """Title and consequence, unless the event was done, taken out or moved since the bell rang."""
    row = events.find(uow, notice.account_id, notice.event_id)
    if row is None or row.cancelled_at is not None or row.done_at is not None:
        return None
    if row.rrule is None and row.due_on != notice.due_on:
        return None
    return _words(row, names)


def _words(row: CalendarEvent, names: dict[tuple[str, int], Rule]) -> tuple[Text, Text | None]:
    planned = stored_event(row, names) if row.origin == Origin.RULE else None
    if planned is not None:
        return planned.title, planned.consequence
    return events.title_of(events.words_of(row)), None


def _note(notices: Sequence[ReminderLetter], key: str) -> None:
    for notice in notices:
        notice.letter_key = key


def _tried(deed: Callable[[], int]) -> int | None:
    try:
        return deed()
    except Exception as error:  # noqa: BLE001
        # One person's trouble must not keep the others from their reminders; the next pass tries again.
        log.incident(error, where="attestations.remind")
        return None


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59), tzinfo=clock.MOSCOW)
