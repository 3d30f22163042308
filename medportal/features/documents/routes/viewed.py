"""One document for its viewer: what it shows and the values that were read and typed, in one private answer."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.routing import Route

from medportal.features.documents import service
from medportal.features.documents.routes.shown import card_json
from medportal.features.documents.schemas.documents import BoxView, DocumentView, PageView, Reason, ReviewView
from medportal.features.documents.schemas.kinds import FieldSpec
from medportal.features.documents.texts import documents as texts
from medportal.kernel.actor import Actor
from medportal.kernel.clock import MOSCOW
from medportal.ui.private import private

_ORDER = list(texts.FIELDS)


def _document(actor: Actor, request: Request) -> Mapping[str, Any]:
    """Everything that the viewer shows of a document."""
    document_id: UUID = request.path_params["document_id"]
    view = service.view(actor, document_id)
    return {**_view_json(view), "values": service.values(actor, document_id)}


def _view_json(view: DocumentView) -> dict[str, Any]:
    return {
        "card": card_json(view.card),
        "pages": [_page(one) for one in view.pages],
        "boxes": [_box(one) for one in sorted(view.boxes, key=_place)],
        "unread": [one.pair() for one in view.unread],
        "reasons": [_reason(one) for one in view.reasons],
        "advice": [_reason(one) for one in view.advice],
        "scan_word": view.scan_word.pair(),
        "fields": [_field(one) for one in view.fields],
        "versions": [
            {
                "document_id": str(one.document_id),
                "word": one.word.pair(),
                "created_at": _moment(one.created_at),
                "current": one.current,
            }
            for one in view.versions
        ],
        "moves": [{"at": _moment(one.at), "word": one.word.pair(), "by": one.by.pair()} for one in view.moves],
        "looks": [
            {"id": str(one.id), "at": _moment(one.at), "by": one.by.pair(), "own": one.own, "what": one.what}
            for one in view.looks
        ],
        "signed": view.signed,
        "may": {name: getattr(view.may, name) for name in ("replace", "bin", "restore", "fill_in", "sign")},
        "original": view.original,
        "review": _review(view.review) if view.review else None,
    }


def _page(page: PageView) -> dict[str, Any]:
    return {
        "number": page.number,
        "width": page.width,
        "height": page.height,
        "address": page.address,
        "thumbnail": page.thumbnail,
    }


def _place(one: BoxView) -> int:
    """Values stand in the order in which a passport is read, wherever they were found."""
    return _ORDER.index(one.name)


def _box(one: BoxView) -> dict[str, Any]:
    box = {"left": one.box.left, "top": one.box.top, "width": one.box.width, "height": one.box.height}
    return {
        "name": one.name,
        "label": one.label.pair(),
        "page": one.page,
        "source": one.source,
        "proven": one.proven,
        "box": box,
    }


def _reason(one: Reason) -> dict[str, Any]:
    return {"code": one.code, "text": one.text.pair(), "cure": one.cure.pair() if one.cure else None}


def _field(one: FieldSpec) -> dict[str, Any]:
    return {
        "name": one.name,
        "label": one.label.pair(),
        "shape": one.shape,
        "required": one.required,
        "length": one.length,
    }


def _review(one: ReviewView) -> dict[str, Any]:
    return {
        "live": one.live,
        "may_appeal": one.may_appeal,
        "due_on": _day(one.due_at),
        "deadline": _day(one.deadline),
        "decided_on": _day(one.decided_at),
    }


def _moment(at: datetime) -> str:
    return f"{at.astimezone(MOSCOW):%d.%m.%Y %H:%M}"


def _day(at: datetime | None) -> str:
    return f"{at.astimezone(MOSCOW):%d.%m.%Y}" if at else ""


VIEWED = [Route("/private/documents/{document_id:uuid}/view", private(_document), methods=["GET"])]
