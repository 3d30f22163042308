"""What the pages of qualification hold, and their handlers; what stands on the papers is fetched by the page."""

from typing import Annotated, Any
from uuid import UUID

import reflex as rx
from pydantic import StringConstraints

from medportal.features.qualification import service
from medportal.features.qualification.schemas import EDUCATION, Pack, RecordType
from medportal.features.qualification.state.rows import CardRow, SlotRow, card_row, slot_row
from medportal.features.reviews.components import Appeal
from medportal.features.reviews.schemas import APPEALED
from medportal.kernel.actor import Role
from medportal.kernel.errors import RefusedError
from medportal.ui.handling import NOTHING, call, listed, told
from medportal.ui.incoming import Incoming, read
from medportal.ui.session import Session, actor_of, allow

_Name = Annotated[str, StringConstraints(max_length=64)]
_Value = Annotated[str, StringConstraints(max_length=2048)]


class _Form(Incoming):
    section: _Name
    values: dict[_Name, _Value]
    subject: _Name = ""


class QualificationState(rx.State):
    """The pack, and the record that is open."""

    loaded: bool = False
    complete: bool = False
    slots: rx.Field[list[SlotRow]] = rx.field(default_factory=list)
    education: rx.Field[list[CardRow]] = rx.field(default_factory=list)
    opened: rx.Field[CardRow] = rx.field(default_factory=CardRow)
    version: int = 0
    removing: bool = False
    problems: rx.Field[list[dict[str, Any]]] = rx.field(default_factory=list)
    attempt: int = 0
    message: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    done: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))

    @rx.event
    @allow(Role.DOCTOR)
    async def open(self) -> Any:
        """A page was opened; an address with the id of a record leads on to the record's own page."""
        self.problems, self.removing, self.message, self.done = [], False, dict(NOTHING), dict(NOTHING)
        self.opened = CardRow()
        await self.refresh()
        return self._forwarded()

    @rx.event
    @allow(Role.DOCTOR)
    async def refresh(self) -> None:
        """Something about the person changed: a register answered, a person decided, a scan came."""
        self._show(await call(service.overview, await actor_of(self)))

    @rx.event
    @allow(Role.DOCTOR)
    async def hand_in(self, event: dict[str, Any]) -> Any:
        """A paper was filled in."""
        given = read(_Form, event)
        if given is None or given.section not in set(RecordType):
            return None
        kind, subject = RecordType(given.section), _uuid(given.subject)
        self.attempt += 1
        try:
            saved = await call(service.save, await actor_of(self), kind, given.values, subject)
        except RefusedError as refusal:
            self.problems, self.message = [], told(refusal)
            return None
        self.problems, self.message = listed(saved.problems), dict(NOTHING)
        if saved.problems:
            return None
        return rx.redirect("/qualification/education" if kind in EDUCATION else "/qualification")

    @rx.event
    @allow(Role.DOCTOR)
    async def ask_again(self, record: str) -> None:
        """Have the register of this record asked once more."""
        await self._ask(service.ask_again, record)

    @rx.event
    @allow(Role.DOCTOR)
    async def ask_person(self, record: str) -> None:
        """Have a person look at this record."""
        await self._ask(service.ask_person, record)

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
            self.message, self.done = told(refusal), dict(NOTHING)
            self.version += 1
            return
        self.message, self.done = dict(NOTHING), APPEALED.pair()
        await self.refresh()
        # The form goes away, and whoever has sent it by keys must not be left nowhere.
        (await self.get_state(Session))._order("focus", id="said")

    @rx.event
    @allow(Role.DOCTOR)
    async def attach(self, scan: str) -> None:
        """Lay a scan to the record that is open."""
        record, document = _uuid(self.opened.id), _uuid(scan)
        if record is None or document is None:
            return
        try:
            await call(service.attach, await actor_of(self), record, document)
        except RefusedError as refusal:
            self.message = told(refusal)
            return
        await self.refresh()

    @rx.event
    @allow(Role.DOCTOR)
    def ask_removal(self, asking: bool) -> None:
        """The question whether to delete is opened or closed."""
        self.removing = asking is True

    @rx.event
    @allow(Role.DOCTOR)
    async def remove(self) -> Any:
        """Delete the record that is open."""
        record = _uuid(self.opened.id)
        if record is None:
            return None
        try:
            await call(service.remove, await actor_of(self), record)
        except RefusedError as refusal:
            self.message = told(refusal)
            return None
        return rx.redirect("/qualification")

    async def _ask(self, use_case: Any, record: str) -> None:
        subject = _uuid(record)
        if subject is None:
            return
        try:
            await call(use_case, await actor_of(self), subject)
        except RefusedError as refusal:
            self.message = told(refusal)
            return
        self.message = dict(NOTHING)
        await self.refresh()

    def _forwarded(self) -> Any:
        """From the overview to a record that the address names, as letters and decisions link to it."""
        query = self.router.url.query_parameters
        if self.router.url.path.rstrip("/") != "/qualification":
            return None
        if "policy" in query:
            return rx.redirect("/qualification/policy")
        return rx.redirect(self.opened.href) if self.opened.href else None

    def _show(self, pack: Pack) -> None:
        cards = {str(card.id): card for slot in pack.slots for card in slot.cards}
        self.loaded, self.complete = True, pack.complete
        self.version += 1
        self.slots = [slot_row(one) for one in pack.slots]
        self.education = [card_row(card) for card in cards.values() if card.type in EDUCATION]
        wanted = self.router.url.query_parameters.get("id", "")
        if "/policy" in self.router.url.path:
            wanted = next((key for key, card in cards.items() if card.type is RecordType.POLICY), "")
        self.opened = card_row(cards[wanted]) if wanted in cards else CardRow()


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except (ValueError, TypeError, AttributeError):
        return None
