"""Endpoints that give a person his own values: by session, to our own pages only, kept by nobody on the way."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

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

Answer = Callable[[Actor, Request], Mapping[str, Any]]


def private(answer: Answer) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint around a use case. The header `x-mp` cannot be set by a page of another origin without our leave."""

    async def endpoint(request: Request) -> Response:
        if request.headers.get("x-mp") != "1":
            return JSONResponse({"error": "forbidden"}, status_code=403, headers=_HEADERS)
        actor = await asyncio.to_thread(actor_behind, request)
        try:
            body = await asyncio.to_thread(answer, actor, request)
        except RefusedError as refusal:
            return JSONResponse({"error": refusal.text.pair()}, status_code=status_of(refusal), headers=_HEADERS)
        return JSONResponse(dict(body), headers=_HEADERS)

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
