"""One case as the browser sees it, and what may be done with it."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal
from uuid import UUID

import reflex as rx
from pydantic import StringConstraints

from medportal.features.desk import service, texts
from medportal.features.desk.schemas import Screen
from medportal.features.desk.state.asked import DESK, address, case_id, wanted
from medportal.features.desk.state.queue import days_left, moment
from medportal.features.desk.state.undo import UndoState
from medportal.features.reviews import service as reviews
from medportal.features.reviews.schemas import CaseEvent, CaseState, Limit, Subject, reasons_for
from medportal.kernel.errors import ConflictError, RefusedError
from medportal.kernel.text import Text
from medportal.ui.handling import NOTHING, call, told
from medportal.ui.incoming import Incoming, read
from medportal.ui.session import Session, actor_of, allow

_PANELS = ("refuse", "ask", "hold", "note")


class _Typed(Incoming):
    """A panel's form: chosen reasons, words, days."""

    panel: Literal["refuse", "ask", "hold", "note"]
    reasons: list[Annotated[str, StringConstraints(max_length=40)]]
    words: Annotated[str, StringConstraints(max_length=4000)]
    days: Annotated[str, StringConstraints(max_length=3)]


@dataclass
class Event:
    """One line of the timeline."""

    at: str
    who: dict[str, str]
    deed: dict[str, str]
    reasons: dict[str, str]


@dataclass
class Picture:
    """One page of the scan."""

    number: int
    address: str


@dataclass
class ReasonLine:
    """One reason of the catalogue that fits."""

    code: str
    staff: dict[str, str]
    doctor: dict[str, str]


class DeskCaseState(rx.State):
    """The open case."""

    case: str = ""
    version: int = 0
    looks: int = 0
    title: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    state_text: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    limit_text: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    tone: str = "plain"
    due: str = ""
    left: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    holder: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    held: bool = False
    mine: bool = False
    may: bool = False
    takeable: bool = False
    appeal: bool = False
    barred: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    meanings: rx.Field[list[dict[str, str]]] = rx.field(default_factory=list)
    neutral: bool = False  # whoever is behind it hears neither of reasons nor of another account; there is no scan
    failed: rx.Field[list[dict[str, str]]] = rx.field(default_factory=list)
    events: rx.Field[list[Event]] = rx.field(default_factory=list)
    pages: rx.Field[list[Picture]] = rx.field(default_factory=list)
    reasons: rx.Field[list[ReasonLine]] = rx.field(default_factory=list)
    people: rx.Field[dict[str, dict[str, str]]] = rx.field(default_factory=dict)
    panel: str = ""
    queue: str = "/desk"
    stale: bool = False
    message: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    done: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))

    @rx.event
    @allow(*DESK)
    async def open(self) -> Any:
        """A case was opened: kept on record."""
        query = self.router.url.query_parameters
        wished = case_id(query)
        self.panel, self.message, self.stale = "", dict(NOTHING), False
        self.queue = address("/desk", wanted(query))
        if wished is None:
            return rx.redirect("/desk")
        if str(wished) != self.case:
            self.pages, self.events, self.failed, self.reasons = [], [], [], []
        try:
            self._show(await call(service.open_case, await actor_of(self), wished))
        except RefusedError as refusal:
            self.case, self.message, self.may = "", told(refusal), False
        return None

    @rx.event
    @allow(*DESK)
    async def choose(self, panel: str) -> Any:
        """A panel is opened or closed, by a button or a key."""
        self.message = dict(NOTHING)
        if panel not in _PANELS or not self.case or (panel != "note" and not self.may):
            self.panel = ""
            return
        self.panel, self.done = panel, dict(NOTHING)
        (await self.get_state(Session))._order("focus", id="panel")

    @rx.event
    @allow(*DESK)
    async def press(self, key: str) -> Any:
        """A key was pressed outside of a field."""
        if key in ("J", "K"):
            return await self.step(key == "K")
        if key == "Q":
            return rx.redirect(self.queue)
        if key == "Z":
            return UndoState.undo("")
        if key == "C":
            return await self.confirm()
        panel = {"R": "refuse", "A": "ask", "H": "hold", "N": "note"}.get(key, "")
        await self.choose(panel)
        return None

    @rx.event
    @allow(*DESK)
    async def confirm(self) -> Any:
        """Yes; for some seconds it can be taken back."""
        if not self.may:
            return None
        return await self._decided("confirmed", reviews.confirm, grace=reviews.UNDO_FOR)

    @rx.event
    @allow(*DESK)
    async def hand_in(self, event: dict[str, Any]) -> Any:
        """A panel's form was sent."""
        given = read(_Typed, event)
        if given is None:
            return None
        reasons, words = tuple(given.reasons[:20]), given.words
        if given.panel == "refuse":
            return await self._decided("refused", reviews.refuse, reasons, words, grace=reviews.UNDO_FOR)
        if given.panel == "ask":
            days = int(given.days) if given.days.isascii() and given.days.isdigit() else 0
            return await self._decided(
                "asked", reviews.ask_item, reasons[0] if reasons else "", words, working_days=days
            )
        if given.panel == "hold":
            return await self._decided("held", reviews.hold, words)
        return await self._stay("noted", reviews.note, words, versioned=False)

    @rx.event
    @allow(*DESK)
    async def take(self) -> Any:
        """The case is taken to oneself."""
        return await self._stay("taken", reviews.assign)

    @rx.event
    @allow(*DESK)
    async def release(self) -> Any:
        """The case is given back."""
        return await self._stay("released", reviews.release)

    @rx.event
    @allow(*DESK)
    async def resume(self) -> Any:
        """A case on hold is taken up again."""
        return await self._stay("resumed", reviews.resume)

    @rx.event
    @allow(*DESK)
    async def glance(self) -> None:
        """Something about cases changed: say so when it is this one; what is being written stays."""
        if not self.case or self.version < 0 or self.stale:
            return
        try:
            now = await call(reviews.version_of, await actor_of(self), UUID(self.case))
        except RefusedError:
            return
        if now != self.version:
            self.stale, self.message = True, texts.CHANGED.pair()

    @rx.event
    @allow(*DESK)
    async def step(self, back: bool) -> Any:
        """The next case of the queue, or the one before."""
        self.done = dict(NOTHING)
        following = await self._following(back=back is True)
        if following is None:
            self.message = texts.LAST_ONE.pair()
            return None
        return self._go(following)

    async def _decided(self, what: str, deed: Any, *given: Any, **more: Any) -> Any:
        """Do it, say so, and open the next case."""
        if not self.case:
            return None
        following = await self._following() or await self._first()
        decided, title = self.case, Text(ru=self.title["ru"], en=self.title["en"])
        if not await self._done(what, deed, *given, **more):
            return None
        if "grace" in more:
            (await self.get_state(UndoState))._offer(decided, texts.DONE[what].fill(title=title))
            self.done = dict(NOTHING)
        # The page is left: what changes about this case is not said any more.
        self.version = -1
        return self._go(following) if following else rx.redirect(self.queue)

    async def _stay(self, what: str, deed: Any, *given: Any, versioned: bool = True) -> Any:
        """Do it and show the case anew."""
        if self.case and await self._done(what, deed, *given, versioned=versioned):
            await self.open()

    async def _done(self, what: str, deed: Any, *given: Any, versioned: bool = True, **more: Any) -> bool:
        seen = (self.version,) if versioned else ()
        try:
            await call(deed, await actor_of(self), UUID(self.case), *seen, *given, **more)
        except RefusedError as refusal:
            self.message, self.stale = told(refusal), isinstance(refusal, ConflictError)
            return False
        self.done, self.panel, self.message = texts.DONE[what].pair(), "", dict(NOTHING)
        if "grace" not in more:
            (await self.get_state(Session))._order("announce", **texts.DONE[what].pair())
        return True

    async def _following(self, *, back: bool = False) -> UUID | None:
        if not self.case:
            return None
        asked = wanted(self.router.url.query_parameters)
        return await call(reviews.next_case, await actor_of(self), asked, UUID(self.case), back=back)

    async def _first(self) -> UUID | None:
        """After the last case of a queue: the first of those that are left."""
        asked = wanted(self.router.url.query_parameters)
        found = await call(reviews.next_case, await actor_of(self), asked)
        return None if found is None or str(found) == self.case else found

    def _go(self, following: UUID) -> Any:
        asked = wanted(self.router.url.query_parameters)
        return rx.redirect(address("/desk/case", asked, id=str(following)))

    def _show(self, screen: Screen) -> None:
        file, row = screen.file, screen.file.row
        self.case, self.version, self.looks = str(row.id), file.version, self.looks + 1
        said = [
            texts.MEANINGS[one]
            for one in (row.subject, *(rule.code for rule in file.failed_rules))
            if one in texts.MEANINGS
        ]
        self.meanings, self.neutral = [one.pair() for one in said], row.subject is Subject.DUPLICATE
        self.title, self.appeal = screen.title.pair(), row.appeal
        self.state_text = (texts.OUTCOMES[row.outcome] if row.outcome else texts.STATES[row.state]).pair()
        self.limit_text = texts.LIMITS[row.limit].pair()
        self.tone = {Limit.NEAR: "warn", Limit.BREACHED: "danger"}.get(row.limit, "plain")
        self.due, self.left = moment(row.deadline or row.due_at), days_left(row).pair() if file.view.live else NOTHING
        self.holder = (screen.people[row.assignee_id] if row.assignee_id else texts.NOBODY).pair()
        self.mine, self.held = row.mine, row.state is CaseState.HELD
        self.may, self.barred = file.may_decide, file.barred.pair() if file.barred else dict(NOTHING)
        self.takeable = file.takeable and not row.mine
        self.failed = [one.text.pair() for one in file.failed_rules]
        self.events = [_event(one, screen.people) for one in reversed(file.events)]
        self.pages = [Picture(page.number, page.address) for page in screen.pages]
        self.people = {str(one): words.pair() for one, words in screen.people.items()}
        self.reasons = [
            ReasonLine(one.code, one.staff.pair(), NOTHING if self.neutral else one.doctor.pair())
            for one in reasons_for(row.subject, row.kind)
        ]


def _event(one: CaseEvent, people: dict[UUID, Text]) -> Event:
    role = texts.ROLES[one.role]
    known = people.get(one.actor_id) if one.actor_id else None
    who = Text(ru=f"{role.ru}, {known.ru}", en=f"{role.en}, {known.en}") if known else role
    said = "; ".join(reason.staff.ru for reason in one.reasons), "; ".join(reason.staff.en for reason in one.reasons)
    return Event(moment(one.at), who.pair(), texts.DEEDS[one.deed].pair(), {"ru": said[0], "en": said[1]})
