"""The client opens the link of his letter and agrees; the token stands in the page alone."""

from typing import Annotated, Any

import reflex as rx
from pydantic import StringConstraints

from medportal.features.registration import service, texts
from medportal.kernel.errors import RefusedError
from medportal.ui.handling import NOTHING, call, listed, told
from medportal.ui.incoming import Incoming, read
from medportal.ui.session import Session, actor_of, allow


class _Agreed(Incoming):
    section: Annotated[str, StringConstraints(max_length=64)]
    values: dict[Annotated[str, StringConstraints(max_length=64)], Annotated[str, StringConstraints(max_length=256)]]


class ActivationState(rx.State):
    """Whether the link is alive, and what stands in the way."""

    alive: bool = False
    looked: bool = False
    problems: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    attempt: int = 0
    message: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))

    @rx.event
    @allow()
    async def open_link(self, token: str) -> None:
        """The link's token arrived out of the fragment."""
        self.alive, self.looked, self.problems = False, True, []
        self.message = texts.ACTIVATION_NO_TOKEN.pair()
        if not isinstance(token, str) or not 0 < len(token) <= 200:
            return
        try:
            await call(service.open_invitation, await actor_of(self), token)
        except RefusedError as refusal:
            self.message = told(refusal)
            return
        self.alive, self.message = True, dict(NOTHING)

    @rx.event
    @allow()
    async def agree(self, event: dict[str, Any]) -> Any:
        """The consent is given: the rest of the registration is the client's own."""
        given = read(_Agreed, event)
        if given is None:
            return None
        self.attempt += 1
        self.problems, self.message = [], dict(NOTHING)
        token, agreed = given.values.get("token", ""), given.values.get("consent") == "on"
        try:
            ticket = await call(service.agree, await actor_of(self), token, agreed=agreed)
        except RefusedError as refusal:
            self.problems = listed(refusal.problems)
            self.message = dict(NOTHING) if refusal.problems else told(refusal)
            return None
        session = await self.get_state(Session)
        session._order("session", code=ticket.code, next="/register")
        return Session.forget_order
