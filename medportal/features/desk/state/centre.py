"""The service centre as the browser sees it: an id, what is filled in, masks."""

from contextlib import suppress
from typing import Annotated, Any
from uuid import UUID

import reflex as rx
from pydantic import StringConstraints

from medportal.features.accounts.schemas import LoginKind
from medportal.features.desk import service
from medportal.features.desk.state.queue import moment
from medportal.features.desk.texts import centre as texts
from medportal.features.documents import service as documents
from medportal.features.registration import service as registration
from medportal.features.registration.schemas import Paper, Section, WalkInView
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import RefusedError
from medportal.ui.handling import NOTHING, call, listed, told
from medportal.ui.incoming import Incoming, read
from medportal.ui.session import Session, actor_of, allow

CENTRE = (Role.OPERATOR, Role.ADMINISTRATOR)
_FIRST = Section.PERSON


class _Typed(Incoming):
    """A small form of the centre."""

    panel: Annotated[str, StringConstraints(max_length=20)]
    reasons: list[Annotated[str, StringConstraints(max_length=100)]]
    words: Annotated[str, StringConstraints(max_length=300)]
    days: Annotated[str, StringConstraints(max_length=3)]


class _Section(Incoming):
    """A section that was keyed in."""

    section: Section
    values: dict[Annotated[str, StringConstraints(max_length=64)], Annotated[str, StringConstraints(max_length=1024)]]


class CentreState(rx.State):
    """Who is at the table, and how far the registration is."""

    client: str = ""
    registered: bool = False
    colleague: bool = False
    scanned: bool = False
    proven: bool = False
    section: str = ""
    done: rx.Field[list[str]] = rx.field(default_factory=list)
    ready: bool = False
    email: str = ""
    invited: str = ""
    until: str = ""
    agreed: bool = False
    finished: bool = False
    looks: int = 0
    problems: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    attempt: int = 0
    message: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    tone: str = "danger"

    @rx.event
    @allow(*CENTRE)
    async def open(self) -> None:
        """The first page was opened: nobody is at the table."""
        self._clear()

    @rx.event
    @allow(*CENTRE)
    async def open_client(self) -> Any:
        """The page of a walk-in was opened: the address names the client."""
        self._clear()
        with suppress(ValueError):
            await self._look(UUID(str(self.router.url.query_parameters.get("client", ""))))
        return None if self.client or self.message["ru"] else rx.redirect("/desk/centre")

    @rx.event
    @allow(*CENTRE)
    async def find(self, event: dict[str, Any]) -> Any:
        """An exact number was typed."""
        given = read(_Typed, event)
        if given is None or not given.reasons or given.reasons[0] not in set(LoginKind):
            return None
        self._clear()
        try:
            kind = LoginKind(given.reasons[0])
            actor = await actor_of(self)
            found = await call(registration.find_client, actor, kind, given.words)
            if found is not None and not found.walk_in:
                await self._recognise(actor, found.account_id)
        except RefusedError as refusal:
            self.message = told(refusal)
            return None
        if found is None:
            self.tone, self.message = "warn", texts.FOUND_NOBODY.pair()
            return None
        if found.walk_in:
            return rx.redirect(f"/desk/centre/client?client={found.account_id}")
        return None

    @rx.event
    @allow(*CENTRE)
    async def begin(self, event: dict[str, Any]) -> Any:
        """A new registration for the client at the table."""
        given = read(_Typed, event)
        if given is None:
            return None
        centre = given.reasons[0] if given.reasons else ""
        try:
            account_id = await call(registration.receive, await actor_of(self), centre, service.PROVE)
        except RefusedError as refusal:
            self.message = told(refusal)
            return None
        return rx.redirect(f"/desk/centre/client?client={account_id}")

    @rx.event
    @allow(*CENTRE)
    async def take_over(self) -> None:
        """A client of a colleague comes to this table."""
        if not self.client:
            return
        try:
            view = await call(registration.take_over, await actor_of(self), UUID(self.client))
        except RefusedError as refusal:
            self.tone, self.message = "danger", told(refusal)
            return
        self._show(view, colleague=False)
        self.tone, self.message = "ok", texts.TAKEN_OVER.pair()

    @rx.event
    @allow(*CENTRE)
    async def begin_visit(self) -> Any:
        """A client who is registered has brought originals."""
        if not self.client:
            return None
        try:
            await call(registration.begin_visit, await actor_of(self), UUID(self.client))
        except RefusedError as refusal:
            self.tone, self.message = "danger", told(refusal)
            return None
        return rx.redirect(f"/desk/centre/visit?client={self.client}")

    @rx.event
    @allow(*CENTRE)
    async def open_visit(self) -> Any:
        """The page of a visit was opened: the address names the client, who must stand at this very table."""
        self._clear()
        with suppress(ValueError, RefusedError):
            client = UUID(str(self.router.url.query_parameters.get("client", "")))
            if await call(registration.is_visiting, await actor_of(self), client):
                self.client, self.registered, self.looks = str(client), True, self.looks + 1
                return None
        return rx.redirect("/desk/centre")

    @rx.event
    @allow(*CENTRE)
    async def leave(self) -> Any:
        """The registered client leaves the table."""
        if self.client:
            try:
                await call(registration.end_visit, await actor_of(self), UUID(self.client))
            except RefusedError as refusal:
                self.tone, self.message = "danger", told(refusal)
                return None
        return rx.redirect("/desk/centre")

    @rx.event
    @allow(*CENTRE)
    async def remove(self, document: str) -> None:
        """A wrong paper lay on the scanner."""
        try:
            await call(documents.move_to_bin, await actor_of(self), UUID(document))
        except ValueError:
            return
        except RefusedError as refusal:
            self.tone, self.message = "danger", told(refusal)
            return
        self.looks += 1
        (await self.get_state(Session))._order("announce", **texts.REMOVED.pair())

    @rx.event
    @allow(*CENTRE)
    def choose(self, section: str) -> None:
        """Another section is shown."""
        if section in texts.SECTIONS:
            self.section, self.problems, self.message = section, [], dict(NOTHING)

    @rx.event
    @allow(*CENTRE)
    async def hand_in(self, event: dict[str, Any]) -> None:
        """A section was keyed in."""
        given = read(_Section, event)
        if given is None or not self.client:
            return
        self.attempt += 1
        self.message = dict(NOTHING)
        try:
            actor, client = await actor_of(self), UUID(self.client)
            outcome = await call(registration.key_in, actor, client, given.section, given.values)
        except RefusedError as refusal:
            self.tone, self.message = "danger", told(refusal)
            return
        self.problems = listed(outcome.problems)
        if not outcome.problems:
            await self._look(client)
            self.section = next((one for one in texts.SECTIONS if one not in self.done), "")

    @rx.event
    @allow(*CENTRE)
    async def invite(self, event: dict[str, Any]) -> None:
        """The letter is sent."""
        given = read(_Typed, event)
        if given is None or not self.client:
            return
        papers = tuple(Paper(one) for one in given.reasons if one in set(Paper))
        try:
            view = await call(registration.invite, await actor_of(self), UUID(self.client), papers)
        except RefusedError as refusal:
            self.tone, self.message = "danger", told(refusal)
            return
        self.message = dict(NOTHING)
        self._show(view, colleague=False)
        (await self.get_state(Session))._order("focus", id="invited")

    @rx.event
    @allow(*CENTRE)
    async def prove(self) -> None:
        """Face and passport match."""
        if not self.client:
            return
        try:
            await call(service.prove_in_person, await actor_of(self), UUID(self.client))
        except RefusedError as refusal:
            self.tone, self.message = "danger", told(refusal)
            return
        self.proven = True
        self.tone, self.message = "ok", texts.PROVEN.pair()

    async def _recognise(self, actor: Actor, client: UUID) -> None:
        """A client who is registered already: is the identity proven."""
        proven = await call(service.is_proven, actor, client)
        self.client, self.registered, self.looks = str(client), True, self.looks + 1
        if proven:
            self.proven, self.tone, self.message = True, "ok", texts.PROVEN.pair()

    async def _look(self, client: UUID) -> None:
        try:
            actor = await actor_of(self)
            view = await call(registration.client_of, actor, client)
            self._show(view, colleague=view.operator_id != actor.account_id)
        except RefusedError as refusal:
            self.client, self.message = "", told(refusal)

    def _show(self, view: WalkInView, *, colleague: bool) -> None:
        self.client, self.registered = str(view.account_id), False
        self.colleague, self.scanned = colleague and not view.agreed, view.scanned
        self.done = [str(one) for one in view.done]
        self.ready = set(self.done) >= set(texts.SECTIONS)
        self.email, self.agreed, self.finished = view.email, view.agreed, view.finished
        self.invited = moment(view.invited_at) if view.invited_at else ""
        self.until = moment(view.expires_at)[:10] if view.expires_at else ""
        if not self.section and not self.ready:
            self.section = next((one for one in texts.SECTIONS if one not in self.done), str(_FIRST))
        self.looks += 1

    def _clear(self) -> None:
        self.client, self.registered, self.proven, self.section = "", False, False, ""
        self.done, self.ready, self.email, self.invited, self.until = [], False, "", "", ""
        self.agreed = self.finished = self.colleague = self.scanned = False
        self.problems, self.message, self.tone = [], dict(NOTHING), "danger"
