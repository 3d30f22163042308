"""The account's own pages as a browser sees them: messages and devices, never a name, a number or a password."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import reflex as rx
from pydantic import StringConstraints

from medportal.features.accounts import field_texts as words
from medportal.features.accounts import rules, service
from medportal.kernel.actor import Role
from medportal.kernel.clock import MOSCOW
from medportal.kernel.errors import InvalidError, RefusedError
from medportal.ui.handling import NOTHING, call, listed, told
from medportal.ui.incoming import Incoming, read
from medportal.ui.session import Session, actor_of, allow

_SIGNED_IN = tuple(frozenset(Role) - {Role.VISITOR, Role.APPLICANT, Role.SYSTEM})
_Name = Annotated[str, StringConstraints(max_length=64)]
_Value = Annotated[str, StringConstraints(max_length=1024)]


class _Form(Incoming):
    section: _Name
    values: dict[_Name, _Value]


class LoginState(rx.State):
    """Signing in, and asking for recovery."""

    problems: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    attempt: int = 0
    message: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    tone: str = "danger"

    @rx.event
    @allow()
    async def open(self) -> Any:
        """The page was opened: nothing of an earlier attempt is shown; whoever is signed in goes on."""
        query = self.router.url.query_parameters
        self.problems, self.message, self.tone = [], dict(NOTHING), "warn"
        if "ended" in query:
            self.message = words.ENDED.pair()
        if "expired" in query:
            self.message = words.EXPIRED.pair()
        actor = await actor_of(self)
        if actor.role is Role.VISITOR and actor.session_id is not None and "login" in self.router.url.path:
            return rx.redirect("/login/factor")
        signed_in = actor.role not in {Role.VISITOR, Role.APPLICANT}
        return rx.redirect("/cabinet") if signed_in and "login" in self.router.url.path else None

    @rx.event
    @allow()
    async def sign_in(self, event: dict[str, Any]) -> Any:
        """A name and a password: a one-time code goes to the browser, which exchanges it for the cookie."""
        given = read(_Form, event)
        if given is None:
            return None
        self.attempt += 1
        try:
            ticket = await call(
                service.sign_in,
                await actor_of(self),
                given.values.get("login", ""),
                given.values.get("password", ""),
            )
        except RefusedError as refusal:
            self.tone, self.message = "danger", told(refusal)
            return None
        self.message = dict(NOTHING)
        session = await self.get_state(Session)
        session._order("session", code=ticket.code, next=_safe(self.router.url.query_parameters.get("next", "")))
        return Session.forget_order

    @rx.event
    @allow()
    async def recover(self, event: dict[str, Any]) -> None:
        """Recovery is asked for; the answer is the same whether or not there is an account."""
        given = read(_Form, event)
        if given is None:
            return
        self.attempt += 1
        try:
            answer = await call(service.ask_recovery, await actor_of(self), given.values.get("login", ""))
        except RefusedError as refusal:
            self.tone, self.message = "danger", told(refusal)
            return
        self.tone, self.message = "ok", answer.pair()


class ResetState(rx.State):
    """Setting a password by a link."""

    alive: bool = False
    needs_code: bool = False
    done: bool = False
    problems: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    attempt: int = 0
    message: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))

    @rx.event
    @allow()
    async def open_link(self, token: str) -> None:
        """The link's token arrived out of the fragment."""
        self.alive = self.done = False
        if not isinstance(token, str) or not 0 < len(token) <= 200:
            self.message = words.RESET_MISSING.pair()
            return
        try:
            needs = await call(service.recovery_needs, await actor_of(self), token)
        except RefusedError as refusal:
            self.message = told(refusal)
            return
        self.needs_code, self.alive = needs.code, True
        self.message = dict(NOTHING)

    @rx.event
    @allow()
    async def set_password(self, event: dict[str, Any]) -> None:
        """A new password, and the code where one was sent."""
        given = read(_Form, event)
        if given is None:
            return
        self.attempt += 1
        self.message = dict(NOTHING)
        # The token comes with the form: it stands in the page alone, never in this state.
        token, code = given.values.get("token", ""), given.values.get("code", "")
        password = given.values.get("new_password", "")
        try:
            await call(service.finish_recovery, await actor_of(self), token, code, password)
        except InvalidError as refusal:
            self.problems = [
                {**one, "field": "new_password" if one["field"] == "password" else one["field"]}
                for one in listed(refusal.problems)
            ]
        except RefusedError as refusal:
            self.message = told(refusal)
        else:
            self.alive, self.done, self.problems = False, True, []


@dataclass
class Device:
    """One session as shown: no address, no full name of the browser."""

    id: str
    agent_ru: str
    agent_en: str
    begun: str
    seen: str
    current: bool


class SecurityState(rx.State):
    """Sessions, password, consent."""

    devices: rx.Field[list[Device]] = rx.field(default_factory=list)
    problems: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    attempt: int = 0
    message: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    tone: str = "ok"
    withdrawing: bool = False
    second_step: bool = False  # members of staff, who sign in with a code
    spares: int = 0

    @rx.event
    @allow(*_SIGNED_IN)
    async def open(self) -> None:
        """The page was opened."""
        self.problems, self.message, self.withdrawing = [], dict(NOTHING), False
        actor = await actor_of(self)
        self.second_step = actor.role in rules.STAFF
        self.spares = await call(service.spare_codes_left, actor) if self.second_step else 0
        await self._look()

    @rx.event
    @allow(*_SIGNED_IN)
    async def refresh(self) -> None:
        """A session began or ended elsewhere."""
        await self._look()

    @rx.event
    @allow(*_SIGNED_IN)
    async def end(self, session_id: str) -> None:
        """End one session."""
        # It may be over already, or was never this person's: the list below says what there is.
        with suppress(RefusedError, ValueError):
            await call(service.sign_out_session, await actor_of(self), UUID(str(session_id)))
        await self._look()

    @rx.event
    @allow(*_SIGNED_IN)
    async def end_others(self) -> None:
        """End every session but this one."""
        await call(service.sign_out_everywhere, await actor_of(self), keep_this=True)
        await self._look()

    @rx.event
    @allow(*_SIGNED_IN)
    async def end_all(self) -> None:
        """End every session, this one too."""
        await call(service.sign_out_everywhere, await actor_of(self))
        (await self.get_state(Session))._order("leave")

    @rx.event
    @allow(*_SIGNED_IN)
    async def change_password(self, event: dict[str, Any]) -> None:
        """The old password and a new one."""
        given = read(_Form, event)
        if given is None:
            return
        self.attempt += 1
        self.problems, self.message = [], dict(NOTHING)
        old, new = given.values.get("old_password", ""), given.values.get("new_password", "")
        try:
            await call(service.change_password, await actor_of(self), old, new)
        except InvalidError as refusal:
            self.problems = listed(refusal.problems)
        except RefusedError as refusal:
            self.problems = [{"field": "old_password", "code": "wrong", "text": told(refusal)}]
        else:
            self.tone, self.message = "ok", words.CHANGED.pair()
            await self._look()

    @rx.event
    @allow(*_SIGNED_IN)
    def ask_withdraw(self, asking: bool) -> None:
        """The question before the account is closed is opened or closed."""
        self.withdrawing = asking is True

    @rx.event
    @allow(*_SIGNED_IN)
    async def withdraw(self) -> None:
        """The consent is taken back; the account closes."""
        await call(service.withdraw_consent, await actor_of(self))
        (await self.get_state(Session))._order("leave")

    async def _look(self) -> None:
        sessions = await call(service.sessions_of, await actor_of(self))
        self.devices = [
            Device(
                id=str(one.id),
                agent_ru=one.agent.ru,
                agent_en=one.agent.en,
                begun=_moment(one.created_at),
                seen=_moment(one.seen_at),
                current=one.current,
            )
            for one in sessions
        ]


def _moment(at: datetime) -> str:
    return f"{at.astimezone(MOSCOW):%d.%m.%Y %H:%M}"


def _safe(path: str) -> str:
    """Where to go after signing in: a path of ours, never an address of somebody else's choosing."""
    plain = path.startswith("/") and not path.startswith(("//", "/\\")) and "\\" not in path and len(path) < 200
    return path if plain and path.isprintable() else "/cabinet"
