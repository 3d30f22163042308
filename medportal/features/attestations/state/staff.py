"""Deeds of staff in calendars: rules and posts. What stands here is public."""

from typing import Any
from uuid import UUID

import reflex as rx

from medportal.features.attestations import service
from medportal.features.attestations.rules.answers import read_day
from medportal.features.attestations.rules.spelling import in_force_in_words, step_in_words
from medportal.features.attestations.schemas.kinds import EventKind
from medportal.features.attestations.schemas.planning import Rule
from medportal.features.attestations.schemas.posts import Post, PostKind
from medportal.features.attestations.state.calendar import SIGNED_IN
from medportal.features.attestations.state.parts import Sent
from medportal.features.attestations.state.rule_form import fields as form_fields
from medportal.features.attestations.texts import parts as texts
from medportal.features.attestations.texts import posts as post_texts
from medportal.kernel.actor import Actor, Role
from medportal.kernel.clock import MOSCOW
from medportal.kernel.errors import RefusedError
from medportal.kernel.text import Text
from medportal.ui.handling import NOTHING, call, listed, told
from medportal.ui.incoming import read
from medportal.ui.session import actor_of, allow

POSTERS = (Role.OPERATOR, Role.ADMINISTRATOR)


class RulesState(rx.State):
    """The rules of the calendar, and the form of a next version."""

    rows: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    editing: str = ""
    fields: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    may_edit: bool = False
    attempt: int = 0
    problems: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    done: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))

    @rx.event
    @allow(*SIGNED_IN)
    async def arrive(self) -> None:
        """The page was opened."""
        actor = await actor_of(self)
        self.may_edit = actor.role in POSTERS
        self.editing, self.problems, self.done = "", [], dict(NOTHING)
        await self._show(actor)

    @rx.event
    @allow(*POSTERS)
    async def edit(self, key: str) -> None:
        """The form of a next version was opened, or closed."""
        self.problems, self.done = [], dict(NOTHING)
        versions = await call(service.rule_versions, await actor_of(self), key)
        self.editing = key if versions else ""
        self.fields = form_fields(versions[-1]) if versions else []

    @rx.event
    @allow(*POSTERS)
    async def save(self, event: dict[str, Any]) -> None:
        """A next version was sent."""
        given = read(Sent, event)
        if given is None:
            return
        actor = await actor_of(self)
        self.problems, self.done = [], dict(NOTHING)
        try:
            await call(service.revise_rule, actor, given.id, given.values)
        except RefusedError as refusal:
            self.problems = _found(refusal)
        self.attempt += 1
        if not self.problems:
            self.editing, self.done = "", texts.R_SAVED.pair()
            await self._show(actor)

    async def _show(self, actor: Actor) -> None:
        rules = await call(service.rules, actor)
        self.rows = [shown(rule) for rule in sorted(rules, key=lambda one: list(EventKind).index(one.kind))]


def shown(rule: Rule) -> dict[str, Any]:
    """A rule as its page shows it."""
    valid = in_force_in_words(rule)
    return {
        "key": rule.key,
        "form": f"/private/calendar/rules/{rule.key}",
        "title": rule.title.pair(),
        "kind": rule.kind,
        "period": rule.period.pair(),
        "demand": rule.demand.pair() if rule.demand else dict(NOTHING),
        "consequence": rule.consequence.pair(),
        "source": rule.source.pair(),
        "verified": rule.is_verified,
        "checked": rule.verified.pair(),
        "version": rule.version,
        "steps": [{"title": step.title.pair(), "words": step_in_words(step, rule).pair()} for step in rule.steps],
        "valid": valid.pair() if valid else dict(NOTHING),
    }


class PostsState(rx.State):
    """What staff have posted."""

    rows: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    attempt: int = 0
    problems: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    done: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))

    @rx.event
    @allow(*POSTERS)
    async def arrive(self) -> None:
        """The page was opened."""
        self.problems, self.done = [], dict(NOTHING)
        await self._show(await actor_of(self))

    @rx.event
    @allow(*POSTERS)
    async def publish(self, event: dict[str, Any]) -> None:
        """A post was sent."""
        given = read(Sent, event)
        if given is None:
            return
        actor = await actor_of(self)
        self.problems, self.done = [], dict(NOTHING)
        try:
            await call(service.publish, actor, _post(given.values))
        except RefusedError as refusal:
            self.problems = _found(refusal)
        self.attempt += 1
        if not self.problems:
            self.done = post_texts.PUBLISHED.pair()
            await self._show(actor)

    @rx.event
    @allow(*POSTERS)
    async def withdraw(self, row: str) -> None:
        """A post was taken back."""
        actor = await actor_of(self)
        try:
            await call(service.withdraw_post, actor, UUID(row))
        except (RefusedError, ValueError, TypeError, AttributeError):
            return
        await self._show(actor)

    async def _show(self, actor: Actor) -> None:
        self.rows = [
            {
                "id": str(one.id),
                "kind": post_texts.KINDS[one.post.kind].pair(),
                "title": one.post.title.pair(),
                "body": one.post.body.pair(),
                "on": f"{one.post.on_date:%d.%m.%Y}" if one.post.on_date else "",
                "to": ", ".join(part for part in (one.post.region, one.post.speciality) if part),
                "level": post_texts.LEVELS[str(one.post.level)].pair(),
                "at": f"{one.at.astimezone(MOSCOW):%d.%m.%Y %H:%M}",
                "reached": post_texts.REACHED.fill(count=one.reached).pair(),
                "state": (
                    post_texts.WITHDRAWN if one.withdrawn else post_texts.DONE if one.done else post_texts.GOING
                ).pair(),
                "withdrawn": one.withdrawn,
            }
            for one in await call(service.published, actor)
        ]


def _post(values: dict[str, str]) -> Post:
    def pair(name: str) -> Text:
        ru = values.get(f"{name}_ru", "").strip() or "—"
        return Text(ru=ru, en=values.get(f"{name}_en", "").strip() or ru)

    kind, level = values.get("kind", ""), values.get("level", "")
    return Post(
        kind=PostKind(kind) if kind in set(PostKind) else PostKind.INSPECTION,
        title=pair("title"),
        body=pair("body"),
        on_date=read_day(values.get("on_date", "")),
        region=values.get("region", "")[:200],
        speciality=values.get("speciality", "")[:200],
        level=int(level) if level in post_texts.LEVELS else 0,
    )


def _found(refusal: RefusedError) -> list[dict[str, Any]]:
    return listed(getattr(refusal, "problems", ())) or [{"field": "", "code": "refused", "text": told(refusal)}]
