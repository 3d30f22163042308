"""The person's own papers for forms and lists, and the search of institutions."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from urllib.parse import unquote
from uuid import UUID

from starlette.requests import Request
from starlette.routing import Route

from medportal.features.qualification import service
from medportal.features.qualification.schemas import RecordType
from medportal.kernel.actor import Actor
from medportal.kernel.errors import NotFoundError
from medportal.ui.private import private
from medportal.ui.texts import NOT_FOUND_TITLE


def _form(actor: Actor, request: Request) -> Mapping[str, Any]:
    """What stands in the inputs of a form: of a record, or of a new one."""
    found = request.path_params.get("record")
    try:
        kind = RecordType(request.path_params["type"])
        record_id = UUID(found) if found else None
    except ValueError:
        raise NotFoundError(NOT_FOUND_TITLE) from None
    return service.form(actor, kind, record_id)


def _records(actor: Actor, _request: Request) -> Mapping[str, Any]:
    """By record, the lines by which it is known."""
    return service.summaries(actor)


def _institutions(actor: Actor, request: Request) -> Mapping[str, Any]:
    """Institutions like what was typed; it comes in a header, for nothing that a person types stands in an address."""
    found = service.suggest(actor, unquote(request.headers.get("x-search", "")[:2000]))
    return {"items": [{**asdict(one), "note": one.note.pair() if one.note else None} for one in found]}


ROUTES = [
    Route("/private/qualification", private(_records), methods=["GET"]),
    Route("/private/qualification/form/{type}", private(_form), methods=["GET"]),
    Route("/private/qualification/form/{type}/{record}", private(_form), methods=["GET"]),
    Route("/private/institutions", private(_institutions), methods=["GET"]),
]
