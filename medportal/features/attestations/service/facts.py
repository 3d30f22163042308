"""Dates that a person tells himself, and what his plan says of them."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from medportal.features.attestations import texts
from medportal.features.attestations.models import CalendarFact, CalendarMove
from medportal.features.attestations.rules import outage, planning
from medportal.features.attestations.schemas.kinds import TOLD, EventKind, FactKind, MoveWhy
from medportal.features.attestations.schemas.planning import (
    FactView,
    Move,
    Rule,
    WhatIf,
)
from medportal.features.attestations.service import planning as planning_service
from medportal.features.attestations.service import sources
from medportal.features.attestations.store import events
from medportal.features.attestations.store import rules as book
from medportal.infra import audit
from medportal.infra.db import reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import InvalidError, NotFoundError
from medportal.kernel.problem import Problem


def facts(actor: Actor) -> tuple[FactView, ...]:
    """The dates that the person has told, oldest first.

    Raises:
        ForbiddenError: nobody has signed in.
    """
    with reading() as uow:
        return sources.told_views(uow, actor.must_be_known())


def tell_fact(
    actor: Actor, kind: FactKind, on: date, *, until: date | None = None, topic: str = "", fact_id: UUID | None = None
) -> tuple[Move, ...]:
    """Keep a date that the person tells, or correct it, and plan anew; what moved.

    Args:
        actor: who tells.
        kind: what happened.
        on: when.
        until: the end that the document names, if it does.
        topic: which of several, e.g. the code of a speciality.
        fact_id: the fact to correct.

    Raises:
        InvalidError: the date is impossible; the problem names `on` or `until`.
        NotFoundError: there is no such fact.
    """
    account_id = actor.must_be_known()
    _must_be_possible(kind, on, until)
    with unit_of_work() as uow:
        row = (
            events.find_fact(uow, account_id, fact_id)
            if fact_id
            else CalendarFact(account_id=account_id, kind=kind, happened_on=on)
        )
        if row is None:
            raise NotFoundError(texts.NO_FACT)
        row.kind, row.happened_on, row.until, row.topic, row.changed_at = kind, on, until, topic[:100], clock.now()
        uow.session.add(row)
        uow.flush()
        audit.record(uow, actor, "attestations.fact_told", row.id, kind=kind)
        return planning_service.replan_account(uow, account_id)


def forget_fact(actor: Actor, fact_id: UUID) -> tuple[Move, ...]:
    """Take a told date back, and plan anew; what moved.

    Raises:
        NotFoundError: there is no such fact.
    """
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        row = events.find_fact(uow, account_id, fact_id)
        if row is None:
            raise NotFoundError(texts.NO_FACT)
        uow.session.delete(row)
        uow.flush()
        audit.record(uow, actor, "attestations.fact_forgotten", fact_id)
        return planning_service.replan_account(uow, account_id)


def moves(actor: Actor, limit: int = 20) -> tuple[Move, ...]:
    """What was moved in the plan lately and why, newest first."""
    account_id = actor.must_be_known()
    with reading() as uow:
        names = {rule.key: rule for rule in book.versions(uow)}
        topics = {row.key: events.topic_of(row) for row in events.by_rules(uow, account_id)}
        rows = events.recent_moves(uow, account_id, limit)
    shown = (shown_move(row, names, topics.get(row.event_key, "")) for row in rows)
    return tuple(move for move in shown if move is not None)


def what_if(actor: Actor, on: date) -> WhatIf:
    """Which rights go out by a day if nothing is done, and which one act keeps most of them.

    Raises:
        ForbiddenError: nobody has signed in.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        plan = planning.plan(sources.facts_of(uow, account_id), book.versions(uow), clock.today())
        done = {row.key for row in events.by_rules(uow, account_id) if row.done_at is not None}
    return outage.what_if(plan, on, done=done)


def _must_be_possible(kind: FactKind, on: date, until: date | None) -> None:
    found: list[Problem] = []
    if kind not in TOLD:
        found.append(Problem("kind", "kind_wrong", texts.KIND_WRONG))
    if not planning.EARLIEST <= on <= planning.LATEST:
        found.append(Problem("on", "date_range", texts.DATE_RANGE))
    elif on > clock.today():
        found.append(Problem("on", "date_future", texts.DATE_FUTURE))
    if until is not None and not on <= until <= planning.LATEST:
        found.append(Problem("until", "end_before", texts.END_BEFORE))
    if found:
        raise InvalidError(found[0].text, found)


def shown_move(row: CalendarMove, names: Mapping[str, Rule], topic: str) -> Move | None:
    """A kept move with the words of its rule; None when the rule has no such step any more."""
    rule = names.get(row.rule_key)
    title = next((step.title for step in rule.steps if step.name == row.step), rule.title) if rule else None
    if title is None:
        return None
    title = planning.named(title, topic)
    return Move(row.event_key, EventKind(row.kind), title, row.before, row.after, MoveWhy(row.why), row.at)
