"""The wizard as the browser sees it: statuses, masks and findings, never an answer."""

from datetime import datetime
from typing import Annotated, Any

import reflex as rx
from pydantic import StringConstraints

from medportal.features.registration import service, texts
from medportal.features.registration.schemas import Overview, Section
from medportal.kernel.actor import Role
from medportal.kernel.clock import MOSCOW
from medportal.kernel.errors import RefusedError
from medportal.ui.handling import NOTHING, call, listed, told
from medportal.ui.incoming import Incoming, read
from medportal.ui.session import Session, actor_of, allow

_FILLING = (Role.APPLICANT, Role.DOCTOR)
_REMEMBERED = 40  # as many answers as one paste can fill, several times over
_Name = Annotated[str, StringConstraints(max_length=64)]
_Value = Annotated[str, StringConstraints(max_length=4096)]


class _Kept(Incoming):
    section: Section
    name: _Name
    value: _Value
    number: int


class _HandedIn(Incoming):
    section: Section
    values: dict[_Name, _Value]


class WizardState(rx.State):
    """Statuses of the sections, the two contacts behind masks, and what the last attempt found."""

    loaded: bool = False
    statuses: rx.Field[dict[str, str]] = rx.field(default_factory=dict)
    ready: bool = False
    correcting: bool = False
    scanned: bool = False
    saved_at: str = ""
    kept: rx.Field[dict[str, Any]] = rx.field(default_factory=dict)
    problems: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    attempt: int = 0
    message: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    unfinished: rx.Field[list[str]] = rx.field(default_factory=list)
    withdrawing: bool = False

    @rx.event
    @allow()
    async def open(self) -> Any:
        """A page of the wizard was opened: show how far the person is."""
        self.problems, self.message, self.unfinished = [], dict(NOTHING), []
        self._show(await call(service.overview, await actor_of(self)))

    @rx.event
    @allow()
    async def open_section(self) -> Any:
        """A section was opened; one that is not open yet sends back to the list."""
        await self.open()
        section = self.router.url.path.strip("/").rsplit("/", 1)[-1]
        if self.correcting and section == Section.PASSWORD:
            return rx.redirect("/security")
        if self.statuses.get(section, "locked") == "locked":
            return rx.redirect("/register")
        return None

    @rx.event
    @allow()
    async def begin(self, event: dict[str, Any]) -> Any:
        """The consent is given: an account in draft, and a session for it."""
        given = read(_HandedIn, event)
        if given is None:
            return None
        actor = await actor_of(self)
        english = "mp_lang=en" in self.router.headers.cookie
        try:
            agreed = given.values.get("consent") == "on"
            ticket = await call(service.begin, actor, agreed=agreed, locale="en" if english else "ru")
        except RefusedError as refusal:
            return self._refused(refusal)
        session = await self.get_state(Session)
        session._order("session", code=ticket.code, next="/register/person")
        return Session.forget_order

    @rx.event
    @allow(*_FILLING)
    async def keep(self, event: dict[str, Any]) -> None:
        """One answer is kept and forgotten here; only its number and the time go back."""
        answer = read(_Kept, event)
        if answer is None:
            return
        try:
            at = await call(service.keep, await actor_of(self), answer.section, answer.name, answer.value)
        except RefusedError as refusal:
            self.message = told(refusal)
            return
        self.saved_at = _time(at)
        self.kept = {"numbers": [*self.kept.get("numbers", []), answer.number][-_REMEMBERED:], "at": _time(at)}

    @rx.event
    @allow(*_FILLING)
    async def hand_in(self, event: dict[str, Any]) -> Any:
        """A section is handed in: findings come back, or the next section opens."""
        given = read(_HandedIn, event)
        if given is None:
            return None
        actor = await actor_of(self)
        self.message = dict(NOTHING)
        try:
            outcome = await call(service.hand_in, actor, given.section, given.values)
        except RefusedError as refusal:
            return self._refused(refusal)
        self.attempt += 1
        self.problems = listed(outcome.problems)
        if outcome.taken:
            link = {"to": "/recover", "text": texts.RECOVER.pair()}
            self.problems = [{**one, "link": link} for one in self.problems]
        if outcome.problems:
            return None
        self._show(await call(service.overview, actor))
        if given.section is Section.CONTACTS:
            return rx.redirect("/register/confirm")
        if actor.role is not Role.APPLICANT:
            return rx.redirect(f"/register/{outcome.following}" if outcome.following else "/cabinet")
        return rx.redirect(f"/register/{outcome.following}" if outcome.following else "/register")

    @rx.event
    @allow(Role.APPLICANT)
    async def submit(self) -> Any:
        """Everything is handed in: into the cabinet, or back to what is missing."""
        try:
            outcome = await call(service.submit, await actor_of(self))
        except RefusedError as refusal:
            return self._refused(refusal)
        self.unfinished = [str(section) for section in outcome.unfinished]
        if outcome.ticket is None:
            return None
        session = await self.get_state(Session)
        session._order("session", code=outcome.ticket.code, next="/cabinet")
        return Session.forget_order

    @rx.event
    @allow()
    async def refresh(self) -> None:
        """Something changed elsewhere: a link was opened, a code typed in another tab."""
        self._show(await call(service.overview, await actor_of(self)))

    @rx.event
    @allow(Role.APPLICANT)
    def ask_withdraw(self, asking: bool) -> None:
        """The question before everything is erased is opened or closed."""
        self.withdrawing = asking is True

    @rx.event
    @allow(Role.APPLICANT)
    async def withdraw(self) -> Any:
        """The person takes the consent back: the unfinished registration is erased."""
        await call(service.withdraw, await actor_of(self))
        (await self.get_state(Session))._order("leave")

    def _refused(self, refusal: RefusedError) -> None:
        self.attempt += 1
        self.problems = listed(refusal.problems)
        self.message = dict(NOTHING) if refusal.problems else told(refusal)

    def _show(self, view: Overview) -> None:
        self.loaded = True
        self.statuses = {str(section): str(status) for section, status in view.statuses.items()}
        self.ready, self.correcting, self.scanned = view.ready, view.correcting, view.scanned
        self.saved_at = _time(view.saved_at) if view.saved_at else ""


def _time(at: datetime) -> str:
    return f"{at.astimezone(MOSCOW):%H:%M}"
