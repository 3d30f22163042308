"""Proving phone and e-mail as the browser sees it: masks, states, and when to ask again."""

from typing import Annotated, Any

import reflex as rx
from pydantic import StringConstraints

from medportal.features.registration import service, texts
from medportal.features.registration.schemas import Section
from medportal.kernel.actor import Role
from medportal.kernel.errors import RefusedError, TooOftenError
from medportal.ui.handling import NOTHING, call, told
from medportal.ui.incoming import Incoming, read
from medportal.ui.session import actor_of, allow


class _Code(Incoming):
    section: Section
    values: dict[Annotated[str, StringConstraints(max_length=64)], Annotated[str, StringConstraints(max_length=64)]]


class ContactsState(rx.State):
    """The two contacts behind masks, whether each is confirmed, and what was said last."""

    phone: str = ""
    phone_confirmed: bool = False
    email: str = ""
    email_confirmed: bool = False
    code_wait: int = 60
    code_stamp: int = 0
    link_wait: int = 60
    link_stamp: int = 0
    phone_message: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    email_message: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    problems: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    attempt: int = 0
    link_message: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    link_done: bool = False

    @rx.event
    @allow()
    async def open(self) -> Any:
        """The page was opened: show the contacts; whoever has given none goes to give them."""
        self.problems, self.phone_message, self.email_message = [], dict(NOTHING), dict(NOTHING)
        await self.refresh()
        return None if self.phone else rx.redirect("/register")

    @rx.event
    @allow()
    async def refresh(self) -> None:
        """A contact was confirmed, here or elsewhere."""
        view = await call(service.overview, await actor_of(self))
        contacts = view.contacts
        self.phone, self.phone_confirmed = contacts.phone, contacts.phone_confirmed
        self.email, self.email_confirmed = contacts.email, contacts.email_confirmed

    @rx.event
    @allow(Role.APPLICANT, Role.DOCTOR)
    async def send_code(self) -> None:
        """A code by SMS."""
        try:
            sent = await call(service.send_code, await actor_of(self))
        except RefusedError as refusal:
            self.phone_message = told(refusal)
            if isinstance(refusal, TooOftenError):
                self.code_wait, self.code_stamp = refusal.wait_seconds, self.code_stamp + 1
            return
        self.phone_message = texts.CODE_SENT.pair()
        self.code_wait, self.code_stamp = sent.seconds_to_resend, self.code_stamp + 1

    @rx.event
    @allow(Role.APPLICANT, Role.DOCTOR)
    async def confirm_phone(self, event: dict[str, Any]) -> Any:
        """A code was typed."""
        given = read(_Code, event)
        if given is None:
            return None
        try:
            verdict = await call(service.confirm_phone, await actor_of(self), given.values.get("sms_code", ""))
        except RefusedError as refusal:
            self.phone_message = told(refusal)
            return None
        self.attempt += 1
        self.problems = (
            [] if verdict.ok else [{"field": "sms_code", "code": verdict.outcome, "text": verdict.text.pair()}]
        )
        self.phone_message = dict(NOTHING)
        await self.refresh()

    @rx.event
    @allow(Role.APPLICANT, Role.DOCTOR)
    async def send_link(self) -> None:
        """A link by e-mail."""
        try:
            sent = await call(service.send_link, await actor_of(self))
        except RefusedError as refusal:
            self.email_message = told(refusal)
            if isinstance(refusal, TooOftenError):
                self.link_wait, self.link_stamp = refusal.wait_seconds, self.link_stamp + 1
            return
        self.email_message = texts.LINK_SENT.pair()
        self.link_wait, self.link_stamp = sent.seconds_to_resend, self.link_stamp + 1

    @rx.event
    @allow()
    async def use_link(self, token: str) -> None:
        """A link from a letter was opened, on whatever device."""
        if not isinstance(token, str) or not 0 < len(token) <= 200:
            self.link_message = texts.LINK_MISSING.pair()
            return
        try:
            verdict = await call(service.use_link, await actor_of(self), token)
        except RefusedError as refusal:
            self.link_message = told(refusal)
            return
        self.link_done = verdict.ok
        self.link_message = verdict.text.pair()
