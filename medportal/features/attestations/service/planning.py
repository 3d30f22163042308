"""The plan of a person: facts gathered, rules evaluated, and only what they move is written."""

import json
from collections.abc import Mapping, Sequence
from uuid import UUID

from medportal.features.attestations.models import CalendarEvent
from medportal.features.attestations.rules import planning, wording
from medportal.features.attestations.schemas.kinds import EventKind, FactOrigin, MoveWhy, Origin
from medportal.features.attestations.schemas.planning import (
    Move,
    PlannedEvent,
    Rule,
)
from medportal.features.attestations.service import ladders
from medportal.features.attestations.service.sources import facts_of
from medportal.features.attestations.store import events, reminders
from medportal.features.attestations.store import rules as book
from medportal.features.notifications import service as notifications
from medportal.infra import jobs, nudges
from medportal.infra.db import UnitOfWork, new_id, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor

REPLAN, REPLAN_RULE = "attestations.replan", "attestations.replan_rule"
BATCH, STALE = 200, 500
TOLD = frozenset(
    {
        MoveWhy.FACT_CHANGED,
        MoveWhy.RULE_CHANGED,
        MoveWhy.PAPER_CHANGED,
        MoveWhy.BY_PAPER,
        MoveWhy.BY_WORD,
        MoveWhy.PAPER_GONE,
    }
)


def replan(actor: Actor) -> tuple[Move, ...]:
    """Evaluate the rules for the person today; what moved, and why. Nothing is written when nothing moved.

    Raises:
        ForbiddenError: nobody has signed in.
    """
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        return replan_account(uow, account_id)


def replan_daily(actor: Actor) -> None:
    """Evaluate the rules for the person unless that was done today: some dates move with the day alone."""
    account_id = actor.must_be_known()
    with reading() as uow:
        stamp = events.stamp(uow, account_id)
    if stamp is None or stamp.planned_on != clock.today():
        replan(actor)


def replan_account(uow: UnitOfWork, account_id: UUID) -> tuple[Move, ...]:
    """Evaluate the rules for an account and write what moves."""
    today = clock.today()
    for row_id in book.sow(uow):
        jobs.wake(uow, REPLAN_RULE, row_id)
    versions = book.versions(uow)
    names = {(rule.key, rule.version): rule for rule in versions}
    after = planning.plan(facts_of(uow, account_id), versions, today)
    rows = {row.key: row for row in events.by_rules(uow, account_id)}
    first = not rows
    for old, new in planning.known_again(_stored(rows, names), after, rows.keys()).items():
        rows[new] = rows.pop(old)
        events.known_again(uow, account_id, rows[new], new)
    before = _stored(rows, names)
    sequences = {key: row.sequence for key, row in rows.items()}
    found = planning.moves(before, after, today)
    for event in after:
        rows[event.key] = _put(uow, account_id, event, rows.get(event.key))
    for move in found:
        if move.after is None:
            _take_out(uow, rows[move.key])
    if found:
        uow.flush()
        events.add_moves(uow, account_id, found, rows)
        _tell(uow, account_id, found, first=first)
        nudges.nudge(uow, account_id)
    # A new version of a rule may change words alone: whoever subscribes must hear of it all the same.
    rewritten = any(row.sequence != sequences.get(key) for key, row in rows.items())
    if found or rewritten or events.stamp(uow, account_id) is None:
        events.touch(uow, account_id)
    events.planned(uow, account_id, today)
    return found


def replan_stale(_actor: Actor) -> None:
    """Have those planned anew who were not in this month: some dates move with the day alone, opened or not."""
    with unit_of_work() as uow:
        for account_id in events.planned_before(uow, clock.today().replace(day=1), STALE):
            jobs.wake(uow, REPLAN, account_id)


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Take everything of the calendar out when its account is erased."""
    events.erase(uow, account_id)


def replan_rule(_actor: Actor, row_id: UUID) -> None:
    """Have everyone under a changed rule planned anew; each in a unit of his own."""
    with reading() as uow:
        key = book.key_of(uow, row_id)
    last: UUID | None = None
    while key is not None:
        with unit_of_work() as uow:
            batch = book.accounts_under(uow, key, last, BATCH)
            for account_id in batch:
                jobs.wake(uow, REPLAN, account_id)
        if not batch:
            return
        last = batch[-1]


def stored_event(row: CalendarEvent, names: Mapping[tuple[str, int], Rule]) -> PlannedEvent | None:
    """An event made by a rule, with the words of the version by which it stands."""
    rule = names.get((row.rule_key or "", row.rule_version or 0))
    step = next((one for one in rule.steps if one.name == row.step), None) if rule else None
    if rule is None or step is None:
        return None
    topic = events.topic_of(row)
    return PlannedEvent(
        key=row.key,
        kind=EventKind(row.kind),
        rule_key=rule.key,
        rule_version=rule.version,
        step=step.name,
        title=planning.named(step.title, topic),
        due_on=row.due_on,
        opens_on=row.opens_on,
        ladder=rule.ladder if step.ladder is None else step.ladder,
        consequence=rule.consequence,
        source=rule.source,
        origin=FactOrigin(row.fact_origin or FactOrigin.PERSON),
        is_verified=rule.is_verified,
        right=step.right,
        window=step.window,
        topic=topic,
        paper=row.paper or "",
    )


def _stored(rows: Mapping[str, CalendarEvent], names: Mapping[tuple[str, int], Rule]) -> list[PlannedEvent]:
    living = (row for row in rows.values() if row.cancelled_at is None)
    return [stored for row in living if (stored := stored_event(row, names)) is not None]


def _put(uow: UnitOfWork, account_id: UUID, event: PlannedEvent, row: CalendarEvent | None) -> CalendarEvent:
    ladder = json.dumps(event.ladder)
    now = clock.now()
    if row is None:
        row = CalendarEvent(
            account_id=account_id, key=event.key, kind=event.kind, origin=Origin.RULE,
            starts_at=now, ends_at=now, due_on=event.due_on, first_on=event.due_on, last_on=event.due_on,
        )  # fmt: skip
    else:
        same = (row.due_on, row.opens_on, row.rule_version, row.ladder, row.cancelled_at, row.fact_origin, row.paper)
        wanted = (event.due_on, event.opens_on, event.rule_version, ladder, None, event.origin, event.paper or None)
        if same == wanted and events.topic_of(row) == event.topic:
            return row
        if row.due_on != event.due_on:
            row.done_at = None
        row.sequence += 1
    events.set_all_day(row, event.due_on)
    row.kind, row.rule_key, row.rule_version, row.step = event.kind, event.rule_key, event.rule_version, event.step
    row.opens_on, row.ladder, row.fact_origin = event.opens_on, ladder, event.origin
    row.paper = event.paper or None
    events.seal_topic(row, event.topic)
    row.cancelled_at, row.changed_at = None, now
    uow.session.add(row)
    uow.flush()
    ladders.arrange(uow, row, since=now)
    return row


def _take_out(uow: UnitOfWork, row: CalendarEvent) -> None:
    row.cancelled_at = row.changed_at = clock.now()
    row.sequence += 1
    uow.session.add(row)
    reminders.drop_plan(uow, row.id)


def _tell(uow: UnitOfWork, account_id: UUID, found: Sequence[Move], *, first: bool) -> None:
    """A line under the bell for what really moved; the first plan of a person is no news, nor is a new date."""
    told = [move for move in found if move.why in TOLD]
    if told and not first:
        notifications.tell(uow, account_id, wording.moved(told, "/calendar#moves"), key=f"calendar.moved:{new_id()}")
