"""Endpoints that give a person his own values: by session, to our own pages only, kept by nobody on the way."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ForbiddenError, InvalidError, NotFoundError, RefusedError, TooOftenError
from medportal.ui.cookies import session_token
from medportal.ui.session import sessions

_STATUS = {ForbiddenError: 403, NotFoundError: 404, InvalidError: 422, TooOftenError: 429}
_HEADERS = {"cache-control": "no-store, private"}

Answer = Callable[[Actor, Request], Mapping[str, Any]]


def private(answer: Answer) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint around a use case. The header `x-mp` cannot be set by a page of another origin without our leave."""

    async def endpoint(request: Request) -> Response:
        if request.headers.get("x-mp") != "1":
            return JSONResponse({"error": "forbidden"}, status_code=403, headers=_HEADERS)
        actor = await asyncio.to_thread(_actor, request)
        try:
            body = await asyncio.to_thread(answer, actor, request)
        except RefusedError as refusal:
            status = next((code for kind, code in _STATUS.items() if isinstance(refusal, kind)), 409)
            return JSONResponse({"error": refusal.text.pair()}, status_code=status, headers=_HEADERS)
        return JSONResponse(dict(body), headers=_HEADERS)

    return endpoint


def _actor(request: Request) -> Actor:
    address = request.client.host if request.client else ""
    token = session_token(request.headers.get("cookie", ""))
    known = sessions().resolve(token, address, check_rotation=True) if token else None
    return known or Actor(Role.VISITOR, address=address)
