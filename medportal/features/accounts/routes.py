"""Plain HTTP for the cookie, which no socket can set: exchange a ticket, renew the token, sign out.

Every one changes something, so every one asks that the request come from the portal's own pages: an Origin of the
allow list, the header `x-mp: 1`, which a foreign page cannot send without leave, and no word of the browser against it.
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from medportal.features.accounts import rules, service, texts
from medportal.features.accounts.schemas import OpenedSession
from medportal.kernel.actor import Actor
from medportal.kernel.errors import RefusedError
from medportal.kernel.text import Text
from medportal.settings import settings
from medportal.ui import cookies
from medportal.ui.private import private

MOST_BYTES = 2048
NO_STORE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff"}

Endpoint = Callable[[Request], Awaitable[JSONResponse]]


def client_address(request: Request) -> str:
    """The network address of who asks; the shell has looked behind the trusted proxies already."""
    return request.client.host if request.client else ""


def session_token(request: Request) -> str | None:
    """The session token the request carries."""
    return cookies.session_token("; ".join(request.headers.getlist("cookie"))) or None


def from_our_pages(request: Request) -> bool:
    """Whether the request was made by a page of the portal."""
    headers = request.headers
    return (
        rules.origin_allowed(headers.get("origin"), headers.get("host"), settings().public_origin)
        and headers.get("x-mp") == "1"
        and headers.get("sec-fetch-site", "same-origin") == "same-origin"
    )


async def open_session(request: Request) -> JSONResponse:
    """POST /auth/session {"code": …}: exchange a ticket for the session cookie."""
    code = await _code(request)
    if code is None:
        return _no(400, texts.BAD_REQUEST)
    agent, replacing = request.headers.get("user-agent", ""), session_token(request)
    try:
        opened = await run_in_threadpool(service.redeem, code, agent, client_address(request), replacing)
    except RefusedError as refused:
        return _no(401, refused.text)
    return _with_cookie(opened)


async def rotate_session(request: Request) -> JSONResponse:
    """POST /auth/rotate: a new token for the same session."""
    token = session_token(request)
    opened = await run_in_threadpool(service.rotate, token) if token else None
    return _with_cookie(opened) if opened else _without_cookie(_no(401, texts.SESSION_OVER))


async def close_session(request: Request) -> JSONResponse:
    """POST /auth/sign-out: end the session and take the cookie back; without a session, the same answer."""
    token = session_token(request)
    actor = await run_in_threadpool(service.resolve, token, client_address(request)) if token else None
    if actor is not None:
        await run_in_threadpool(service.sign_out, actor)
    return _without_cookie(_yes())


def _ours(endpoint: Endpoint) -> Endpoint:
    async def guarded(request: Request) -> JSONResponse:
        return await endpoint(request) if from_our_pages(request) else _no(403, texts.NOT_FROM_HERE)

    return guarded


async def _code(request: Request) -> str | None:
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > MOST_BYTES:
                return None
        told = json.loads(body)
    except (ValueError, RecursionError, ClientDisconnect):
        return None
    match told:
        case {"code": str(code)} if code:
            return code
        case _:
            return None


def _yes() -> JSONResponse:
    return JSONResponse({"ok": True}, headers=NO_STORE)


def _no(status: int, text: Text) -> JSONResponse:
    return JSONResponse({"ok": False, "text": text.pair()}, status_code=status, headers=NO_STORE)


def _with_cookie(opened: OpenedSession) -> JSONResponse:
    answer = _yes()
    answer.set_cookie(
        cookies.session_cookie_name(),
        opened.token,
        max_age=opened.lifetime,
        path="/",
        secure=settings().secure,
        httponly=True,
        samesite="lax",
    )
    return answer


def _without_cookie(answer: JSONResponse) -> JSONResponse:
    answer.delete_cookie(
        cookies.session_cookie_name(), path="/", secure=settings().secure, httponly=True, samesite="lax"
    )
    return answer


def _factor(actor: Actor, _request: Request) -> Mapping[str, Any]:
    """The key of a device that is being set up; never again once it has proved itself."""
    return asdict(service.enrolment(actor))


routes = [
    Route("/private/factor", private(_factor), methods=["GET"]),
    Route("/auth/session", _ours(open_session), methods=["POST"]),
    Route("/auth/rotate", _ours(rotate_session), methods=["POST"]),
    Route("/auth/sign-out", _ours(close_session), methods=["POST"]),
]
