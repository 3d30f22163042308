"""Pictures, originals and values, each to whom it belongs and kept by nobody on the way."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from medportal.features.documents import service
from medportal.features.documents.routes.answers import NO_STORE, document_of, refusal
from medportal.features.documents.schemas.leaving import Download
from medportal.kernel.actor import Actor
from medportal.kernel.errors import RefusedError
from medportal.ui.private import actor_behind

# A file of a stranger is never shown by the portal itself: it is saved, and could do nothing if it were opened here.
SANDBOX = {"content-security-policy": "sandbox; default-src 'none'"}

Answer = Callable[[Actor, Request], Response]


def _given(answer: Answer) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        def answered() -> Response:
            try:
                return answer(actor_behind(request), request)
            except RefusedError as refused:
                return refusal(refused)

        return await asyncio.to_thread(answered)

    return endpoint


def _picture(data: bytes) -> Response:
    return Response(data, media_type="image/jpeg", headers=NO_STORE)


def _saved(file: Download) -> Response:
    plain = "".join(one if one.isascii() and (one.isalnum() or one in "._-") else "_" for one in file.name)[-100:]
    plain = plain if plain.strip("_").partition(".")[0] else f"document{plain.lstrip('_')}"
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file.name, safe='')}"
    headers = {**NO_STORE, **SANDBOX, "content-disposition": disposition}
    return Response(file.data, media_type=file.media, headers=headers)


@_given
def page(actor: Actor, request: Request) -> Response:
    """GET /files/{document_id}/pages/{number}: one page as it may be shown."""
    return _picture(service.page(actor, document_of(request), request.path_params["number"]))


@_given
def thumbnail(actor: Actor, request: Request) -> Response:
    """GET …/thumbnail: the first page, or the one the address names, small."""
    number = request.path_params.get("number", 1)
    return _picture(service.page(actor, document_of(request), number, "thumbnail"))


@_given
def original(actor: Actor, request: Request) -> Response:
    """GET /files/{document_id}/original: the file as it was handed in."""
    return _saved(service.original(actor, document_of(request)))


@_given
def signature(actor: Actor, request: Request) -> Response:
    """GET /files/{document_id}/signature: the detached signature."""
    return _saved(service.signature(actor, document_of(request)))


def values(actor: Actor, request: Request) -> Mapping[str, Any]:
    """GET /private/documents/{document_id}: what of a document is personal."""
    return service.values(actor, document_of(request))
