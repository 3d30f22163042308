"""Endpoints that give a person his own values: by session, to our own pages only, kept by nobody on the way."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import (
    ForbiddenError,
    InvalidError,
    NotFoundError,
    RefusedError,
    TooOftenError,
    UnavailableError,
)
from medportal.settings import settings
from medportal.ui.cookies import session_token
from medportal.ui.session import sessions

_STATUS = {ForbiddenError: 403, NotFoundError: 404, InvalidError: 422, TooOftenError: 429, UnavailableError: 503}
_HEADERS = {"cache-control": "no-store, private"}


@dataclass(frozen=True, slots=True)
class PrivateFile:
    """A file for one person: bytes, media type, and a name without anything personal, in plain Latin letters."""

    body: bytes
    media_type: str
    name: str


R = TypeVar("R")
Answer = Callable[[Actor, Request], Mapping[str, Any]]
Filing = Callable[[Actor, Request], PrivateFile]


def private(answer: Answer) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint around a use case. The header `x-mp` cannot be set by a page of another origin without our leave."""
    return _endpoint(answer, lambda body: JSONResponse(dict(body), headers=_HEADERS))


def private_file(filing: Filing) -> Callable[[Request], Awaitable[Response]]:
    """The same around a use case that gives a file: it is saved, never opened in the page's own origin."""
    return _endpoint(filing, _attached)


def _attached(file: PrivateFile) -> Response:
    headers = {
        **_HEADERS,
        "content-disposition": f'attachment; filename="{file.name}"',
        "x-content-type-options": "nosniff",
        "content-security-policy": "sandbox; default-src 'none'",
    }
    return Response(file.body, media_type=file.media_type, headers=headers)


def _endpoint(
    ask: Callable[[Actor, Request], R], respond: Callable[[R], Response]
) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        if request.headers.get("x-mp") != "1":
            return JSONResponse({"error": "forbidden"}, status_code=403, headers=_HEADERS)
        actor = await asyncio.to_thread(actor_behind, request)
        try:
            body = await asyncio.to_thread(ask, actor, request)
        except RefusedError as refusal:
            return JSONResponse({"error": refusal.text.pair()}, status_code=status_of(refusal), headers=_HEADERS)
        return respond(body)

    return endpoint


def status_of(refusal: RefusedError) -> int:
    """The status of HTTP that a refusal is answered with."""
    return next((code for kind, code in _STATUS.items() if isinstance(refusal, kind)), 409)


def from_our_pages(request: Request) -> bool:
    """Whether a request that changes something was made by a page of the portal."""
    headers = request.headers
    return (
        headers.get("origin") in settings().origins
        and headers.get("x-mp") == "1"
        and headers.get("sec-fetch-site", "same-origin") == "same-origin"
    )


def actor_behind(request: Request) -> Actor:
    """Who sent a request, by its cookie; a visitor when nobody is known. Asks the database: call it in a thread."""
    address = request.client.host if request.client else ""
    token = session_token(request.headers.get("cookie", ""))
    known = sessions().resolve(token, address, check_rotation=True) if token else None
    return known or Actor(Role.VISITOR, address=address)
