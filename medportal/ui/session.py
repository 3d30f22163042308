"""Who is behind a tab, and which events it may send: everything that is not expressly allowed is refused.

Every public method of a Reflex state can be called by any browser by its name, whatever the page shows.
So each event passes this gate first: its handler must carry a mark made by `allow`, and the role behind the
tab's session must be named in it. Services decide again from the actor; the gate only keeps strangers out.
"""

import asyncio
from collections.abc import Callable
from typing import Protocol, TypeVar

import reflex as rx
from reflex.event import Event
from reflex.state import BaseState, StateUpdate
from reflex_base.registry import RegistrationContext

from medportal.infra import log
from medportal.kernel.actor import Actor, Role
from medportal.kernel.socket import Socket
from medportal.kernel.text import Locale
from medportal.ui.cookies import session_token

_MARK = "__medportal_allow__"
_logger = log.get(__name__)

# Handlers of the framework itself that a page needs to live. `setvar` and `set_is_hydrated` of other
# states are not among them: they would let a browser write any variable.
_ROOT = "reflex___state____state"
_FRAMEWORK = frozenset(
    {
        f"{_ROOT}.hydrate",
        f"{_ROOT}.hydrate_and_load",
        f"{_ROOT}.reflex___state____on_load_internal_state.on_load_internal",
        f"{_ROOT}.reflex___state____on_load_internal_state.set_is_hydrated",
        f"{_ROOT}.reflex___state____update_vars_internal_state.update_vars_internal",
        f"{_ROOT}.reflex___state____frontend_event_exception_state.handle_frontend_exception",
    }
)

F = TypeVar("F", bound=Callable[..., object])


class Sessions(Protocol):
    """Finds the actor behind a session token; `None` when the session is unknown or over."""

    def resolve(self, token: str, address: str = "", *, check_rotation: bool = False) -> Actor | None:
        """Ask the database if need be; with `check_rotation` a kept copy of an older token is nobody's."""
        ...

    def at_hand(self, token: str, address: str = "") -> Actor | None:
        """Answer from memory alone; `None` also when it is not known at the moment."""
        ...

    def set_language(self, actor: Actor, locale: Locale) -> None:
        """Speak and write to the actor in this language from now on."""
        ...


sessions: Socket[Sessions] = Socket("ui.session.sessions")


def allow(*roles: Role) -> Callable[[F], F]:
    """Mark a handler as callable by these roles; with none named, by anyone, signed in or not."""

    def mark(handler: F) -> F:
        setattr(handler, _MARK, frozenset(roles) or frozenset(Role) - {Role.SYSTEM})
        return handler

    return mark


async def actor_of(state: BaseState) -> Actor:
    """The actor behind the tab that sent the current event.

    The cookie and the address were taken when the tab's socket was opened; a browser cannot put others
    into an event.
    """
    router = state.router
    address = router.session.client_ip
    token = session_token(router.headers.cookie)
    if not token:
        return Actor(Role.VISITOR, address=address)
    known = sessions().at_hand(token, address)
    if known is None:
        known = await asyncio.to_thread(sessions().resolve, token, address)
    return known or Actor(Role.VISITOR, address=address)


def handler_roles(name: str) -> frozenset[Role] | None:
    """The roles a handler was marked with, by its full event name; `None` for an unmarked or unknown one."""
    registered = RegistrationContext.get().event_handlers.get(name)
    return getattr(registered.handler.fn, _MARK, None) if registered else None


def unmarked_handlers() -> list[str]:
    """Names of handlers that nobody may call because they carry no mark; a test wants this empty."""
    return sorted(
        name
        for name in RegistrationContext.get().event_handlers
        if name not in _FRAMEWORK and handler_roles(name) is None and not _inherited(name)
    )


def _inherited(name: str) -> bool:
    """Handlers the framework hangs on every state, and those of its own states: they stay unmarked, and so refused."""
    owner, _, handler = name.rpartition(".")
    return handler == "setvar" or owner.rsplit(".", 1)[-1].startswith("reflex___")


def _as_our_pages_send_it(event: Event) -> bool:
    """No variable of ours lives in the browser, so none may come from there; and a flag is true or false."""
    return not event.payload.get("vars") and isinstance(event.payload.get("value", True), bool)


class Gate(rx.Middleware):
    """Refuses every event whose handler does not name the role behind the tab."""

    async def preprocess(
        self,
        app: rx.App,  # noqa: ARG002 (the framework's signature)
        state: BaseState,
        event: Event,
    ) -> StateUpdate | None:
        """Let the event through (`None`) or swallow it (an empty update)."""
        actor = await actor_of(state)
        owner = str(actor.session_id or "")
        session = await state.get_state(Session)
        if session._owner != owner:
            # The tree was filled for another session, or for one that is over: nothing of it may reach this one.
            if session._owner:
                state.reset()
                session = await state.get_state(Session)
            session._owner = owner
            session.role = str(actor.role)
            session.signed_in = actor.account_id is not None and actor.role is not Role.APPLICANT
        if event.name in _FRAMEWORK:
            return None if _as_our_pages_send_it(event) else StateUpdate()
        roles = handler_roles(event.name)
        if roles is not None and actor.role in roles:
            return None
        _logger.warning("event_refused", handler=event.name[:120] if roles is not None else "unknown", role=actor.role)
        if roles is not None and actor.role is Role.VISITOR:
            return StateUpdate(events=list(Event.from_event_type(rx.redirect("/login"))))
        return StateUpdate()


class Session(rx.State):
    """What a page may know about its own visitor, and the one channel for commands and nudges."""

    role: str = Role.VISITOR
    signed_in: bool = False
    nudges: int = 0
    command: rx.Field[dict[str, str | int]] = rx.field(default_factory=dict)
    _owner: str = ""
    _commands: int = 0

    @rx.event
    @allow()
    def leave(self) -> None:
        """Sign out: the browser is asked to hand its cookie in."""
        self._order("leave")

    @rx.event
    @allow()
    async def speak(self, lang: str) -> None:
        """The person chose a language: letters follow it, too, once there is an account."""
        actor = await actor_of(self)
        if actor.account_id is not None and lang in ("ru", "en"):
            await asyncio.to_thread(sessions().set_language, actor, lang)

    def _order(self, name: str, **arguments: str | int) -> None:
        """Ask the browser for one of the actions of `assets/bridge.js`; nothing else can be asked for."""
        self._commands += 1
        self.command = {"seq": self._commands, "name": name, **arguments}

    @rx.event
    @allow()
    def forget_order(self) -> None:
        """Take the arguments out of the state once they were sent: a one-time code does not stay there."""
        self.command = {"seq": self._commands, "name": ""}
