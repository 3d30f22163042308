"""The screens of documents as a state: what was just done and what is wrong with a form. Documents stand in no state."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

import reflex as rx
from pydantic import StringConstraints

from medportal.features.documents import service
from medportal.features.documents.texts import screens as texts
from medportal.features.reviews.components import Appeal
from medportal.features.reviews.schemas import APPEALED
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import RefusedError
from medportal.kernel.text import Text
from medportal.ui.handling import NOTHING, call, listed, told
from medportal.ui.incoming import Incoming, read
from medportal.ui.session import Session, actor_of, allow

_Name = Annotated[str, StringConstraints(max_length=64)]
_Typed = Annotated[str, StringConstraints(max_length=1024)]


class _Which(Incoming):
    id: UUID


class _Form(Incoming):
    id: UUID
    values: dict[_Name, _Typed]


class DocumentsState(rx.State):
    """What the last deed came to; the version tells the page to look again."""

    message: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    tone: str = ""
    version: int = 0
    saved: int = 0
    problems: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)

    @rx.event
    @allow(Role.DOCTOR)
    def open(self) -> None:
        """A page of documents was opened: what was said on another one is not said here."""
        self.message, self.problems, self.saved = dict(NOTHING), [], 0

    @rx.event
    @allow(Role.DOCTOR)
    async def to_bin(self, event: dict[str, Any]) -> None:
        """A document goes to the bin, whence it may come back."""
        await self._do(event, service.move_to_bin)

    @rx.event
    @allow(Role.DOCTOR)
    async def restore(self, event: dict[str, Any]) -> None:
        """A document comes back from the bin."""
        await self._do(event, service.restore, texts.RESTORED)

    @rx.event
    @allow(Role.DOCTOR)
    async def fill_in(self, event: dict[str, Any]) -> None:
        """The person typed what stands on the document; the values are handed on and forgotten."""
        given = read(_Form, event)
        if given is None:
            return
        try:
            await call(service.fill_in, await actor_of(self), given.id, given.values)
        except RefusedError as refusal:
            self.problems = listed(refusal.problems)
            self.message, self.tone = (dict(NOTHING) if refusal.problems else told(refusal)), "danger"
            return
        self.problems, self.message = [], dict(NOTHING)
        self.saved += 1
        self.version += 1

    @rx.event
    @allow(Role.DOCTOR)
    async def appeal(self, event: dict[str, Any]) -> None:
        """The person does not agree with a refusal; the words are handed on and forgotten."""
        given = read(Appeal, event)
        if given is None:
            return
        try:
            await call(service.appeal, await actor_of(self), given.id, given.words)
        except RefusedError as refusal:
            self.message, self.tone = told(refusal), "danger"
            return
        self.message, self.tone = APPEALED.pair(), "ok"
        self.version += 1
        # The form goes away, and whoever has sent it by keys must not be left nowhere.
        (await self.get_state(Session))._order("focus", id="said")

    async def _do(self, event: dict[str, Any], deed: Callable[[Actor, UUID], object], done: Text | None = None) -> None:
        which = read(_Which, event)
        if which is None:
            return
        try:
            await call(deed, await actor_of(self), which.id)
        except RefusedError as refusal:
            self.message, self.tone = told(refusal), "danger"
            return
        self.message, self.tone = done.pair() if done else dict(NOTHING), "ok"
        self.version += 1
