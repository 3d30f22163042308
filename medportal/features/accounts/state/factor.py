"""The second step of signing in: what is owed, and whether the last code was right. No code and no key stands here."""

from typing import Annotated, Any

import reflex as rx
from pydantic import StringConstraints

from medportal.features.accounts import service
from medportal.features.accounts.schemas import FactorNeed
from medportal.kernel.actor import Role
from medportal.kernel.errors import RefusedError
from medportal.ui.handling import NOTHING, call, told
from medportal.ui.incoming import Incoming, read
from medportal.ui.session import Session, actor_of, allow

_HOME = "/cabinet"
_DESKS = {Role.VERIFIER: "/desk", Role.ADMINISTRATOR: "/desk", Role.OPERATOR: "/desk/centre"}


class _Typed(Incoming):
    section: Annotated[str, StringConstraints(max_length=64)]
    values: dict[Annotated[str, StringConstraints(max_length=64)], Annotated[str, StringConstraints(max_length=64)]]


class FactorState(rx.State):
    """A code is asked for; before the first one, a device is set up."""

    need: str = ""
    round: int = 0
    problems: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    attempt: int = 0
    message: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))

    @rx.event
    @allow()
    async def open(self) -> Any:
        """The page was opened: a device is set up, a code asked for, or the person sent on."""
        actor = await actor_of(self)
        self.problems, self.message = [], dict(NOTHING)
        need = await call(service.factor_need, actor)
        if need is FactorNeed.NOTHING:
            return rx.redirect("/login" if actor.account_id is None else _HOME)
        if need is FactorNeed.ENROLMENT:
            try:
                await call(service.enrol, actor)
            except RefusedError as refusal:
                self.message = told(refusal)
                return None
            self.round += 1
        self.need = str(need)
        return None

    @rx.event
    @allow()
    async def prove(self, event: dict[str, Any]) -> Any:
        """A code was typed: the browser exchanges the ticket for a session that is worth something."""
        given = read(_Typed, event)
        if given is None:
            return None
        self.attempt += 1
        try:
            proof = await call(service.prove_factor, await actor_of(self), given.values.get("factor_code", ""))
        except RefusedError as refusal:
            self.problems = [{"field": "factor_code", "code": "refused", "text": told(refusal)}]
            return None
        self.problems, self.need = [], ""
        session = await self.get_state(Session)
        session._order("session", code=proof.ticket.code, next=_DESKS.get(proof.role, _HOME))
        return Session.forget_order
