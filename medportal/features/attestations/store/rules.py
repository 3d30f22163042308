"""Rules of the calendar: the file they come in, and the versions that staff made."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from medportal.features.attestations.models import CalendarEvent, CalendarRule
from medportal.features.attestations.schemas.kinds import EventKind, FactKind, Right
from medportal.features.attestations.schemas.planning import Rule, Span, Step
from medportal.infra.db import UnitOfWork
from medportal.kernel.text import Text

FIRST = 1


@cache
def seeds() -> tuple[Rule, ...]:
    """The rules as they come with the portal, in their first version."""
    file = files("medportal.features.attestations").joinpath("data/calendar_rules.json")
    return tuple(read(body, FIRST) for body in json.loads(file.read_text(encoding="utf-8")))


@cache
def _bodies() -> dict[str, str]:
    return {rule.key: write(rule) for rule in seeds()}


def versions(uow: UnitOfWork) -> tuple[Rule, ...]:
    """Every version of every rule; before anything was written, the rules as they come."""
    rows = uow.session.exec(select(CalendarRule).order_by(col(CalendarRule.key), col(CalendarRule.version))).all()
    return tuple(_parsed(row.body, row.version) for row in rows) or seeds()


def sow(uow: UnitOfWork) -> list[UUID]:
    """Write the rules that come with the portal; ids of those that came otherwise before.

    One that is not there yet becomes its first version. One that a newer portal brings in other words becomes the next
    version, unless staff have made one: what they wrote stays until they write again.
    """
    wanted = select(CalendarRule).order_by(col(CalendarRule.version))
    last = {row.key: row for row in uow.session.exec(wanted).all()}
    renewed: list[UUID] = []
    for key, body in _bodies().items():
        row = last.get(key)
        if row is not None and (row.created_by is not None or row.body == body):
            continue
        fresh = CalendarRule(key=key, version=row.version + 1 if row else FIRST, body=body)
        uow.session.add(fresh)
        renewed += [fresh.id] if row else []
    uow.flush()
    return renewed


def add_version(uow: UnitOfWork, rule: Rule, by: UUID) -> CalendarRule:
    """Write a new version. The database refuses a second one of the same number."""
    row = CalendarRule(key=rule.key, version=rule.version, body=write(rule), created_by=by)
    uow.session.add(row)
    uow.flush()
    return row


def key_of(uow: UnitOfWork, row_id: UUID) -> str | None:
    """Which rule a version belongs to."""
    row = uow.session.get(CalendarRule, row_id)
    return row.key if row else None


def accounts_under(uow: UnitOfWork, rule_key: str, after: UUID | None, limit: int) -> list[UUID]:
    """Accounts that have an event by this rule, in order, after one of them."""
    wanted = select(CalendarEvent.account_id).where(CalendarEvent.rule_key == rule_key).distinct()
    if after is not None:
        wanted = wanted.where(col(CalendarEvent.account_id) > after)
    return list(uow.session.exec(wanted.order_by(col(CalendarEvent.account_id)).limit(limit)).all())


def read(body: Mapping[str, Any], version: int) -> Rule:
    """A rule from its kept shape."""
    return Rule(
        key=body["key"],
        version=version,
        kind=EventKind(body["kind"]),
        anchor=FactKind(body["anchor"]),
        title=Text(**body["title"]),
        period=Text(**body["period"]),
        demand=Text(**body["demand"]) if body["demand"] else None,
        consequence=Text(**body["consequence"]),
        source=Text(**body["source"]),
        verified=_checked(body["verified"]),
        is_verified=body["is_verified"],
        ladder=tuple(body["ladder"]),
        steps=tuple(_step(one) for one in body["steps"]),
        valid_from=_date(body.get("valid_from")),
        valid_to=_date(body.get("valid_to")),
        asks=(body["asks"][0], body["asks"][1]) if body.get("asks") else None,
    )


def _checked(kept: Mapping[str, str] | str) -> Text:
    # Versions that staff made before the word came in pairs hold it in one language.
    return Text(ru=kept, en=kept) if isinstance(kept, str) else Text(**kept)


def write(rule: Rule) -> str:
    """A rule as it is kept."""
    body = {
        "key": rule.key,
        "kind": rule.kind.value,
        "anchor": rule.anchor.value,
        "title": rule.title.pair(),
        "period": rule.period.pair(),
        "demand": rule.demand.pair() if rule.demand else None,
        "consequence": rule.consequence.pair(),
        "source": rule.source.pair(),
        "verified": rule.verified.pair(),
        "is_verified": rule.is_verified,
        "ladder": rule.ladder,
        "steps": [_kept_step(step) for step in rule.steps],
        "valid_from": rule.valid_from.isoformat() if rule.valid_from else None,
        "valid_to": rule.valid_to.isoformat() if rule.valid_to else None,
        "asks": rule.asks,
    }
    return json.dumps(body, ensure_ascii=False)


@lru_cache(maxsize=512)
def _parsed(body: str, version: int) -> Rule:
    return read(json.loads(body), version)


def _step(body: Mapping[str, Any]) -> Step:
    extended = body.get("extended")
    return Step(
        name=body["name"],
        title=Text(**body["title"]),
        after=Span(**body.get("after", {})),
        plus=Span(**body.get("plus", {})),
        minus=Span(**body.get("minus", {})),
        opens_before=Span(**body["opens_before"]) if body.get("opens_before") else None,
        until_wins=body.get("until_wins", True),
        unless=FactKind(body["unless"]) if body.get("unless") else None,
        settled_by=FactKind(body["settled_by"]) if body.get("settled_by") else None,
        year_end=body.get("year_end", False),
        extended=_three_dates(extended) if extended else None,
        ladder=tuple(body["ladder"]) if body.get("ladder") is not None else None,
        right=Right(body["right"]) if body.get("right") else None,
        window=body.get("window", False),
    )


def _kept_step(step: Step) -> dict[str, Any]:
    return {
        "name": step.name,
        "title": step.title.pair(),
        "after": _kept_span(step.after),
        "plus": _kept_span(step.plus),
        "minus": _kept_span(step.minus),
        "opens_before": _kept_span(step.opens_before) if step.opens_before else None,
        "until_wins": step.until_wins,
        "unless": step.unless,
        "settled_by": step.settled_by,
        "year_end": step.year_end,
        "extended": [day.isoformat() for day in step.extended] if step.extended else None,
        "ladder": step.ladder,
        "right": step.right,
        "window": step.window,
    }


def _kept_span(span: Span) -> dict[str, int]:
    named = {"years": span.years, "months": span.months, "days": span.days, "working_days": span.working_days}
    return {name: count for name, count in named.items() if count}


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _three_dates(values: list[str]) -> tuple[date, date, date]:
    first, last, to = (date.fromisoformat(value) for value in values)
    return first, last, to
