"""Deeds in the calendar. What it shows travels by private HTTP; here stand findings and numbers alone."""

from datetime import date, timedelta
from typing import Annotated, Any
from uuid import UUID

import reflex as rx
from pydantic import StringConstraints

from medportal.features.attestations import service
from medportal.features.attestations.rules.answers import read_day
from medportal.kernel.actor import Role
from medportal.kernel.errors import RefusedError
from medportal.ui.handling import NOTHING, call, listed, told
from medportal.ui.incoming import Incoming, read
from medportal.ui.session import actor_of, allow

SIGNED_IN = tuple(frozenset(Role) - {Role.VISITOR, Role.APPLICANT, Role.SYSTEM})
Short = Annotated[str, StringConstraints(max_length=64)]
Long = Annotated[str, StringConstraints(max_length=8_000)]


class _Entered(Incoming):
    id: Short
    occurrence: Short
    values: dict[Short, Long]


class _Placed(Incoming):
    id: Short
    occurrence: Short = ""
    to: Short = ""


class _Marked(Incoming):
    id: Short
    done: bool = True


class _PutOff(Incoming):
    id: Short
    days: int


class CalendarState(rx.State):
    """How often the calendar changed by this tab, what was wrong, and what may be put back."""

    version: int = 0
    attempt: int = 0
    problems: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    message: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    undo: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: {"id": "", "occurrence": ""})

    @rx.event
    @allow(*SIGNED_IN)
    async def arrive(self) -> None:
        """The page was opened: dates of today are reckoned before they are shown."""
        self.problems, self.message, self.undo = [], dict(NOTHING), {"id": "", "occurrence": ""}
        await call(service.replan_daily, await actor_of(self))
        self.version += 1

    @rx.event
    @allow(*SIGNED_IN)
    async def save(self, event: dict[str, Any]) -> None:
        """The form of an own event was sent."""
        given = read(_Entered, event)
        if given is None:
            return
        self.problems = []
        try:
            event_id = UUID(given.id) if given.id else None
            await call(service.save_event, await actor_of(self), given.values, event_id, read_day(given.occurrence))
        except RefusedError as refusal:
            self.problems = listed(getattr(refusal, "problems", ())) or [_whole(refusal)]
        except ValueError:
            return
        self.attempt += 1
        self.version += not self.problems

    @rx.event
    @allow(*SIGNED_IN)
    async def move(self, event: dict[str, Any]) -> None:
        """An own event was dragged or carried to another day."""
        given = read(_Placed, event)
        to = read_day(given.to) if given else None
        if given is not None and to is not None:
            await self._do(service.move_event, given.id, to, occurrence=read_day(given.occurrence))

    @rx.event
    @allow(*SIGNED_IN)
    async def delete(self, event: dict[str, Any]) -> None:
        """An own event was taken out; it may be put back."""
        given = read(_Placed, event)
        if given is None:
            return
        if await self._do(service.delete_event, given.id, occurrence=read_day(given.occurrence)):
            self.undo = {"id": given.id, "occurrence": given.occurrence}

    @rx.event
    @allow(*SIGNED_IN)
    async def restore(self) -> None:
        """What was taken out last is put back."""
        if self.undo["id"]:
            await self._do(service.undo_delete, self.undo["id"], occurrence=read_day(self.undo["occurrence"]))

    @rx.event
    @allow(*SIGNED_IN)
    async def mark(self, event: dict[str, Any]) -> None:
        """An event was marked as done, or not done after all."""
        given = read(_Marked, event)
        if given is not None:
            await self._do(service.mark_done, given.id, done=given.done)

    @rx.event
    @allow(*SIGNED_IN)
    async def snooze(self, event: dict[str, Any]) -> None:
        """Nothing is to be said of an event for so many days."""
        given = read(_PutOff, event)
        if given is not None and 0 < given.days < 400:
            until: date = await call(service.today_of, await actor_of(self)) + timedelta(days=given.days)
            await self._do(service.snooze_event, given.id, until)

    @rx.event
    @allow(*SIGNED_IN)
    async def choose_readiness(self, ref: str) -> None:
        """Another accreditation is to be shown in the panel of readiness; the browser has shown it already."""
        try:
            await call(service.choose_readiness, await actor_of(self), str(ref)[:64])
        except RefusedError as refusal:
            self.message = told(refusal)

    async def _do(self, deed: Any, event_id: str, *args: Any, **more: Any) -> bool:
        self.message, self.undo = dict(NOTHING), {"id": "", "occurrence": ""}
        try:
            await call(deed, await actor_of(self), UUID(event_id), *args, **more)
        except RefusedError as refusal:
            self.message = told(refusal)
            return False
        except ValueError:
            return False
        self.version += 1
        return True


def _whole(refusal: RefusedError) -> dict[str, Any]:
    return {"field": "", "code": "refused", "text": told(refusal)}
