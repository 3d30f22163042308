"""How a document is shown: its word and colour, whether it ends soon, what its owner may do with it."""

from datetime import date, timedelta

from medportal.features.documents.schemas.documents import (
    HOLDING,
    WAITING,
    DocumentCard,
    DocumentState,
    May,
    Order,
    Tone,
)
from medportal.features.documents.schemas.kinds import KINDS, KindKey
from medportal.features.documents.texts import documents as texts
from medportal.kernel.text import Text

TONES: dict[DocumentState, Tone] = {
    DocumentState.GATHERING: "calm",
    DocumentState.UPLOADED: "calm",
    DocumentState.CHECKING: "calm",
    DocumentState.IN_REVIEW: "calm",
    DocumentState.VERIFIED: "good",
    DocumentState.KEPT: "good",
    DocumentState.FIX_NEEDED: "warn",
    DocumentState.REJECTED: "bad",
    DocumentState.EXPIRED: "bad",
    DocumentState.SUPERSEDED: "faded",
}
MENDABLE = frozenset({*WAITING, DocumentState.KEPT, DocumentState.FIX_NEEDED})


def holds(state: DocumentState, expires_on: date | None, today: date, *, binned: bool) -> bool:
    """Whether a document is good on a day."""
    return state in HOLDING and not binned and (expires_on is None or today <= expires_on)


def ends_soon(kind: KindKey, state: DocumentState, expires_on: date | None, today: date) -> bool:
    """Whether a document that holds is near its last day."""
    if expires_on is None or state not in HOLDING:
        return False
    return today <= expires_on <= today + timedelta(days=KINDS[kind].warn_days)


def word(state: DocumentState, *, expiring: bool = False, binned: bool = False) -> tuple[Text, Tone]:
    """The word on a card and its colour."""
    if binned:
        return texts.BINNED, "faded"
    if expiring:
        return texts.EXPIRING, "warn"
    return Text(texts.STATES[state].ru, texts.STATES[state].en), TONES[state]


def may(kind: KindKey, state: DocumentState, *, binned: bool, signed: bool) -> May:
    """What the owner may do now."""
    if binned:
        return May(restore=True)
    alive = state is not DocumentState.SUPERSEDED
    return May(
        replace=alive,
        bin=True,
        fill_in=bool(KINDS[kind].fields) and state in MENDABLE,
        sign=KINDS[kind].signable and alive and not signed,
    )


def ordered(cards: list[DocumentCard], order: Order) -> list[DocumentCard]:
    """Cards in an order; those without an end come last when the ending ones come first."""
    newest = sorted(cards, key=lambda one: one.id.int, reverse=True)
    match order:
        case "oldest":
            return newest[::-1]
        case "kind":
            kinds = list(KINDS)
            return sorted(newest, key=lambda one: kinds.index(one.kind))
        case "ending":
            return sorted(newest, key=lambda one: one.expires_on or date.max)
        case _:
            return newest
