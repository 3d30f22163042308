"""The rules of the calendar: read by everyone, changed by staff, version by version."""

from collections.abc import Mapping
from dataclasses import replace

from medportal.features.attestations import texts
from medportal.features.attestations.rules import planning, revising
from medportal.features.attestations.rules.ladder import ladder_fits
from medportal.features.attestations.schemas.planning import (
    Rule,
    RuleChange,
)
from medportal.features.attestations.service import planning as planning_service
from medportal.features.attestations.store import rules as book
from medportal.infra import audit, jobs
from medportal.infra.db import reading, unit_of_work
from medportal.infra.errors import TakenError
from medportal.kernel import clock
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError
from medportal.kernel.problem import Problem

STAFF = frozenset({Role.OPERATOR, Role.ADMINISTRATOR})


def rules(_actor: Actor) -> tuple[Rule, ...]:
    """The rules that apply today, each with its source and the word on what it was checked."""
    with reading() as uow:
        return planning.in_force(book.versions(uow), clock.today())


def rule_versions(_actor: Actor, key: str) -> tuple[Rule, ...]:
    """Every version of a rule, the first one first."""
    with reading() as uow:
        return tuple(rule for rule in book.versions(uow) if rule.key == key)


def change_rule(actor: Actor, key: str, change: RuleChange, *, seen_version: int) -> Rule:
    """Make the next version of a rule; everyone under it is planned anew behind the screens.

    Raises:
        ForbiddenError: the actor is not of the staff.
        NotFoundError: there is no such rule.
        ConflictError: somebody made a version since the one seen.
        InvalidError: the ladder is none.
    """
    if actor.role not in STAFF:
        raise ForbiddenError(texts.STAFF_ONLY)
    by = actor.must_be_known()
    ladders = [change.ladder, *(step.ladder for step in (change.steps or {}).values())]
    if not all(ladder is None or ladder_fits(ladder) for ladder in ladders):
        raise InvalidError(texts.LADDER_WRONG, [Problem("ladder", "ladder_wrong", texts.LADDER_WRONG)])
    with unit_of_work() as uow:
        book.sow(uow)
        last = next((rule for rule in reversed(book.versions(uow)) if rule.key == key), None)
        if last is None:
            raise NotFoundError(texts.NO_RULE)
        if last.version != seen_version:
            raise ConflictError(texts.CHANGED_MEANWHILE)
        changed = _changed(last, change)
        try:
            with uow.attempt():
                row = book.add_version(uow, changed, by)
        except TakenError:
            raise ConflictError(texts.CHANGED_MEANWHILE) from None
        audit.record(uow, actor, "attestations.rule_changed", row.id, version=changed.version)
        jobs.wake(uow, planning_service.REPLAN_RULE, row.id)
    return changed


def revise_rule(actor: Actor, key: str, values: Mapping[str, str]) -> Rule:
    """Make the next version of a rule by the answers of its form; refusals as of `change_rule`."""
    with reading() as uow:
        last = next((rule for rule in reversed(book.versions(uow)) if rule.key == key), None)
    if last is None:
        raise NotFoundError(texts.NO_RULE)
    change, found = revising.read(values, last)
    if found:
        raise InvalidError(found[0].text, found)
    seen = values.get("version", "")
    return change_rule(actor, key, change, seen_version=int(seen) if seen.isdecimal() else -1)


def _changed(last: Rule, change: RuleChange) -> Rule:
    named = {
        name: value
        for name in (
            "is_verified",
            "verified",
            "ladder",
            "period",
            "demand",
            "consequence",
            "source",
            "valid_from",
            "valid_to",
            "asks",
        )
        if (value := getattr(change, name)) is not None
    }
    steps = tuple((change.steps or {}).get(step.name, step) for step in last.steps)
    return replace(last, version=last.version + 1, steps=steps, **named)
