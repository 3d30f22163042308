"""Rows of the screens: what a state may hold of records and of the pack, in words of both languages."""

from dataclasses import dataclass, field
from datetime import date, datetime

from medportal.features.qualification.rules import links
from medportal.features.qualification.schemas import FlawView, RecordCard, Slot, SlotState, SlotView
from medportal.features.qualification.texts import pages as words
from medportal.features.qualification.texts import records as texts
from medportal.kernel.clock import MOSCOW
from medportal.kernel.text import Text
from medportal.ui.handling import NOTHING

_TONES = {
    "checking": "info",
    "in_review": "info",
    "needs_scan": "warn",
    "verified": "ok",
    "fix_needed": "danger",
    "refused": "danger",
    "expired": "danger",
}
_SLOT_TONES = {"met": "ok", "waiting": "info", "fix": "danger", "missing": "warn", "optional": "plain"}


@dataclass
class FlawRow:
    """One thing to mend and the link to where that is done."""

    code: str
    text: dict[str, str]
    cure: dict[str, str]
    href: str


@dataclass
class ScanRow:
    """A scan that may be laid to the record."""

    id: str
    text: dict[str, str]
    chosen: bool


@dataclass
class CardRow:
    """One record, in words of both languages; empty where there is nothing to say."""

    id: str = ""
    type: str = ""
    href: str = ""
    title: dict[str, str] = field(default_factory=lambda: dict(NOTHING))
    state: str = ""
    state_text: dict[str, str] = field(default_factory=lambda: dict(NOTHING))
    tone: str = "plain"
    flaws: list[FlawRow] = field(default_factory=list)
    remarks: list[dict[str, str]] = field(default_factory=list)
    may_ask_again: bool = False
    may_ask_person: bool = False
    may_appeal: bool = False
    noted: bool = False
    name_differs: bool = False
    scans: list[ScanRow] = field(default_factory=list)


@dataclass
class AddRow:
    """A paper that may be added."""

    type: str
    href: str
    text: dict[str, str]


@dataclass
class SlotRow:
    """A part of the pack."""

    slot: str
    title: dict[str, str]
    hint: dict[str, str]
    state: str
    state_text: dict[str, str]
    tone: str
    cards: list[CardRow]
    adds: list[AddRow]
    single: bool


def slot_row(view: SlotView) -> SlotRow:
    """A part of the pack. What may be added is offered until the part is there; of courses there may be many."""
    there = {card.type for card in view.cards}
    adds = [one for one in view.types if one not in there] if view.state is not SlotState.MET else []
    if view.slot is Slot.TRAINING:
        adds = list(view.types)
    return SlotRow(
        slot=str(view.slot),
        title=texts.SLOTS[view.slot].pair(),
        hint=texts.SLOT_HINTS[view.slot].pair(),
        state=str(view.state),
        state_text=texts.SLOT_STATES[view.state].pair(),
        tone=_SLOT_TONES[view.state],
        cards=[card_row(card) for card in view.cards],
        adds=[AddRow(str(one), links.page_of(one), words.ADD[one].pair()) for one in adds],
        single=len(view.types) == 1,
    )


def card_row(card: RecordCard) -> CardRow:
    """A record without its values."""
    return CardRow(
        id=str(card.id),
        type=str(card.type),
        href=links.page_of(card.type, card.id),
        title=card.title.pair(),
        state=str(card.state),
        state_text=card.state_name.pair(),
        tone=_TONES[card.state],
        flaws=[_flaw(one) for one in card.flaws],
        remarks=[one.pair() for one in _remarks(card)],
        may_ask_again=card.may_ask_again,
        may_ask_person=card.may_ask_person,
        may_appeal=card.may_appeal,
        noted=card.noted,
        name_differs=any(one.code == "holder_differs" for one in card.flaws),
        scans=[
            ScanRow(str(one.document_id), words.SCAN_OF.fill(day=_day(one.uploaded_at)).pair(), one.chosen)
            for one in card.scans
        ],
    )


def _flaw(view: FlawView) -> FlawRow:
    return FlawRow(view.code, view.text.pair(), view.cure.pair(), view.link)


def _remarks(card: RecordCard) -> list[Text]:
    """What else there is to say: who answered and when, until when, who is asked."""
    found: list[Text] = []
    if card.expires_on is not None:
        found.append(words.VALID_UNTIL.fill(day=_day(card.expires_on)))
    if card.by == "person":
        found.append(words.CHECKED_BY_PERSON)
    elif card.register is not None and card.answered_at is not None:
        said = words.CHECKED_BY.fill(day=_day(card.answered_at), register=card.register)
        found.append(said)
        if card.demonstration:
            found.append(words.DEMONSTRATION)
    elif card.register is not None and card.state == "checking":
        found.append(words.ASKED_OF.fill(register=card.register))
    if card.waiting_why is not None:
        found.append(card.waiting_why)
    if card.next_try_at is not None:
        found.append(words.NEXT_TRY.fill(when=f"{card.next_try_at.astimezone(MOSCOW):%H:%M}"))
    if card.review_due_at is not None:
        found.append(words.REVIEW_DUE.fill(day=_day(card.review_due_at)))
    return found


def _day(at: date | datetime) -> str:
    return f"{at.astimezone(MOSCOW) if isinstance(at, datetime) else at:%d.%m.%Y}"
