"""Deeds on the calendar's smaller pages; findings and numbers alone stand here."""

from typing import Annotated, Any
from uuid import UUID

import reflex as rx
from pydantic import StringConstraints

from medportal.features.attestations import service
from medportal.features.attestations import texts as words
from medportal.features.attestations.rules.answers import read_day
from medportal.features.attestations.schemas.kinds import FactKind
from medportal.features.attestations.state.calendar import SIGNED_IN, Long, Short
from medportal.features.attestations.texts import parts as texts
from medportal.features.attestations.texts import screen
from medportal.kernel.clock import MOSCOW
from medportal.kernel.errors import InvalidError, RefusedError
from medportal.kernel.problem import Problem
from medportal.ui.handling import NOTHING, call, listed, told
from medportal.ui.incoming import Incoming, read
from medportal.ui.session import actor_of, allow


class Sent(Incoming):
    """A form: which row it is about, and what was typed."""

    id: Short = ""
    values: dict[Short, Long]


class _Secret(Incoming):
    token: Annotated[str, StringConstraints(max_length=64)]


class PartsState(rx.State):
    """How often something changed by this tab, and what was wrong."""

    version: int = 0
    attempt: int = 0
    problems: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    message: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    done: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    reminded: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)

    @rx.event
    @allow(*SIGNED_IN)
    def arrive(self) -> None:
        """A page was opened."""
        self.problems, self.message, self.done = [], dict(NOTHING), dict(NOTHING)

    @rx.event
    @allow(*SIGNED_IN)
    async def save_fact(self, event: dict[str, Any]) -> None:
        """A date was told or corrected."""
        await self._save(event, _tell)

    @rx.event
    @allow(*SIGNED_IN)
    async def forget_fact(self, row: str) -> None:
        """A date was taken back."""
        await self._drop(service.forget_fact, row)

    @rx.event
    @allow(*SIGNED_IN)
    async def restore_fact(self, event: dict[str, Any]) -> None:
        """A date that was just taken back is to stand again."""
        await self._restore(event, _tell)

    @rx.event
    @allow(*SIGNED_IN)
    async def restore_training(self, event: dict[str, Any]) -> None:
        """A training that was just taken out is to stand again."""
        await self._restore(event, service.save_training)

    @rx.event
    @allow(*SIGNED_IN)
    async def save_training(self, event: dict[str, Any]) -> None:
        """A training was entered or corrected."""
        await self._save(event, service.save_training)

    @rx.event
    @allow(*SIGNED_IN)
    async def delete_training(self, row: str) -> None:
        """A training was taken out."""
        await self._drop(service.delete_training, row)

    @rx.event
    @allow(*SIGNED_IN)
    def imported(self) -> None:
        """A list was taken in over HTTP."""
        self.version += 1

    @rx.event
    @allow(*SIGNED_IN)
    async def undo_import(self, row: str) -> None:
        """An import was taken back."""
        await self._drop(service.undo_import, row)

    @rx.event
    @allow(*SIGNED_IN)
    async def save_settings(self, event: dict[str, Any]) -> None:
        """It was chosen how to be reminded."""
        if await self._save(event, lambda actor, values, _row: service.save_choices(actor, values)):
            self.done = texts.SAVED.pair()

    @rx.event
    @allow(*SIGNED_IN)
    async def look_at_letters(self) -> None:
        """The page of reminders was opened: what became of letters, without their words."""
        self.arrive()
        found = await call(service.reminders_given, await actor_of(self))
        self.reminded = [
            {
                "at": f"{one.at.astimezone(MOSCOW):%d.%m.%Y %H:%M}",
                "kind": kind,
                "due": f"{one.due_on:%d.%m.%Y}",
                "posts": f"{one.posts_at.astimezone(MOSCOW):%d.%m.%Y %H:%M}" if one.posts_at else "",
                "letters": [
                    {
                        "channel": screen.CHANNELS[letter.channel].pair(),
                        "state": screen.LETTER_STATES[letter.state].pair(),
                    }
                    for letter in one.letters
                ],
            }
            for kind, one in found
        ]

    @rx.event
    @allow(*SIGNED_IN)
    async def open_feed(self, event: dict[str, Any]) -> None:
        """A secret address was made in the browser: its fingerprint is kept."""
        given = read(_Secret, event)
        if given is None:
            return
        try:
            await call(service.open_feed, await actor_of(self), given.token)
        except RefusedError as refusal:
            self.message = told(refusal)
            return
        self.version += 1

    @rx.event
    @allow(*SIGNED_IN)
    async def revoke_feed(self) -> None:
        """The address was switched off."""
        await call(service.revoke_feed, await actor_of(self))
        self.version += 1

    async def _save(self, event: dict[str, Any], deed: Any) -> bool:
        given = read(Sent, event)
        self.message, self.done = dict(NOTHING), dict(NOTHING)
        if given is None:
            return False
        self.problems = []
        try:
            await call(deed, await actor_of(self), given.values, UUID(given.id) if given.id else None)
        except RefusedError as refusal:
            self.problems = listed(getattr(refusal, "problems", ())) or [
                {"field": "", "code": "refused", "text": told(refusal)}
            ]
        except ValueError:
            return False
        self.attempt += 1
        self.version += not self.problems
        return not self.problems

    async def _restore(self, event: dict[str, Any], deed: Any) -> None:
        """As a new row; the form beside the list is not judged by it."""
        given = read(Sent, event)
        self.message = dict(NOTHING)
        if given is None:
            return
        try:
            await call(deed, await actor_of(self), given.values, None)
        except RefusedError as refusal:
            self.message = told(refusal)
        self.version += 1

    async def _drop(self, deed: Any, row: str) -> None:
        self.message = dict(NOTHING)
        try:
            await call(deed, await actor_of(self), UUID(row))
        except RefusedError as refusal:
            self.message = told(refusal)
        except (ValueError, TypeError, AttributeError):
            return
        self.version += 1


def _tell(actor: Any, values: dict[str, str], row: UUID | None) -> None:
    on = read_day(values.get("on", ""))
    if on is None or values.get("kind") not in set(FactKind):
        wrong = Problem("on", "date_wrong", words.DATE_WRONG)
        raise InvalidError(wrong.text, [wrong])
    until = read_day(values.get("until", ""))
    service.tell_fact(actor, FactKind(values["kind"]), on, until=until, topic=values.get("topic", ""), fact_id=row)
