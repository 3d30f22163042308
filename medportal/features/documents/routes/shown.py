"""What the screens of documents show: a person's own documents, for the page that fetches them and for no state."""

from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

from starlette.requests import Request
from starlette.routing import Route

from medportal.features.documents import service
from medportal.features.documents.schemas.documents import DocumentCard, DocumentFilter, DocumentState, Order, Waits
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.documents.texts import documents as texts
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.ui.private import private

_EXPIRING = "expiring"
_ORDERS: dict[str, Order] = {one: one for one in get_args(Order)}
_MOST_WORDS = 100
_MOST_OFFSET = 100_000


def _gallery(actor: Actor, request: Request) -> Mapping[str, Any]:
    """Cards of one page of the gallery or of the bin, and how many there are of what."""
    shown = service.gallery(actor, _wanted(request))
    return {
        "cards": [card_json(one) for one in shown.cards],
        "total": shown.total,
        "by_kind": shown.by_kind,
        "by_state": shown.by_state,
        "expiring": shown.expiring,
        "binned": shown.binned,
    }


def _wanted(request: Request) -> DocumentFilter:
    """The filter of an address. What is not one of ours is as if it were not there."""
    asked = request.query_params
    kind, state, order, offset = (asked.get(name, "") for name in ("kind", "state", "order", "offset"))
    return DocumentFilter(
        kind=KindKey(kind) if kind in set(KindKey) else None,
        state=DocumentState(state) if state in set(DocumentState) else None,
        expiring=state == _EXPIRING,
        binned=asked.get("binned") == "1",
        words=asked.get("words", "")[:_MOST_WORDS],
        order=_ORDERS.get(order, "newest"),
        offset=min(int(offset), _MOST_OFFSET) if offset.isascii() and offset.isdecimal() and len(offset) < 7 else 0,
    )


def card_json(card: DocumentCard) -> dict[str, Any]:
    """A card as the browser takes it; dates are written as they are read in Russia."""
    return {
        "id": str(card.id),
        "kind": card.kind,
        "title": card.title.pair(),
        "state": card.state,
        "word": card.word.pair(),
        "tone": card.tone,
        "waits": texts.WAITS[card.waits].pair() if isinstance(card.waits, Waits) else None,
        "pages": card.pages,
        "created_on": f"{card.created_at.astimezone(clock.MOSCOW):%d.%m.%Y}",
        "issued_on": day(card.issued_on),
        "expires_on": day(card.expires_on),
        "expiring": card.expiring,
        "binned": card.binned,
        "gone_on": day(card.gone_on),
        "days_left": max(0, (card.gone_on - clock.today()).days) if card.gone_on else None,
        "kept_why": card.kept_why.pair() if card.kept_why else None,
        "thumbnail": card.thumbnail,
    }


def day(of: date | None) -> str:
    """A date as ДД.ММ.ГГГГ, or nothing."""
    return f"{of:%d.%m.%Y}" if of else ""


SHOWN = [Route("/private/documents", private(_gallery), methods=["GET"])]
