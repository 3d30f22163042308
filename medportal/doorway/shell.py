"""The shell around the whole app: every request and every socket passes here first.

A socket is accepted only from an allowed origin, and the key of its state is derived from its session, so that a
tab's token alone, however it was learnt, opens nothing: another session gets another, empty, state.
"""

import asyncio
from typing import Any, Protocol
from urllib.parse import parse_qs, urlencode
from uuid import UUID

import reflex as rx
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from medportal.doorway.csp import BARE, Policies
from medportal.doorway.handshakes import Handshakes
from medportal.doorway.incident import incident_page
from medportal.doorway.live import LiveTabs, Tab
from medportal.doorway.origins import client_seen, header
from medportal.infra import log, vault
from medportal.kernel.actor import Actor, Role
from medportal.settings import settings
from medportal.ui.cookies import session_token

_SOCKET_PATH = "/_event"
_MAX_BODY = 64 * 1024
# A file comes in a stream whose route counts it, and says in words why it is too large.
_STREAMED = frozenset(
    ("PUT", path) for path in ("/files", "/calendar/import", "/calendar/training/import", "/practice/imports")
)
_HIDDEN = ("/_health", "/_upload", "/_all_routes", "/auth-codespace")
_logger = log.get(__name__)


class Resolve(Protocol):
    """Finds the actor behind a session token, judging the token's age too when asked."""

    def __call__(self, token: str, address: str = "", *, check_rotation: bool = False) -> Actor | None:
        """The actor, or `None` when the session is unknown or over."""
        ...


class Shell:
    """Origins, socket keys, doors, limits, headers."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        reflex_app: rx.App,
        live: LiveTabs,
        resolve: Resolve,
        origins: frozenset[str],
        doors: dict[str, frozenset[Role]],
        policies: Policies,
    ) -> None:
        self._app = app
        self._reflex = reflex_app
        self._live = live
        self._resolve = resolve
        self._origins = origins
        self._doors = doors
        self._policies = policies
        self._headers = _security_headers(settings().secure)
        self._handshakes = Handshakes()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or one socket."""
        if scope["type"] in {"websocket", "http"}:
            scope = client_seen(scope, settings().trusted_proxy_hops)
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif scope["type"] == "http":
            await self._request(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    # Sockets

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        origin = header(scope["headers"], b"origin")
        address = (scope.get("client") or ("", 0))[0]
        query = parse_qs(scope["query_string"].decode("latin-1"))
        tab_token = query.get("token", [""])[0]
        if not scope["path"].startswith(_SOCKET_PATH) or origin not in self._origins or not 8 <= len(tab_token) <= 128:
            _logger.warning("socket_refused", reason="origin" if origin not in self._origins else "shape")
            await _close(receive, send)
            return
        if not self._handshakes.may_enter(address):
            _logger.warning("socket_refused", reason="too_many")
            await _close(receive, send)
            return
        cookie = session_token(header(scope["headers"], b"cookie"))
        actor = await asyncio.to_thread(self._resolve, cookie, check_rotation=True) if cookie else None
        key = self._key(actor.session_id if actor else None, tab_token)
        scope = dict(scope)
        scope["query_string"] = urlencode({**{k: v[0] for k, v in query.items()}, "token": key}).encode()
        await self._take_over(key)
        tab = Tab(key, cookie, actor.account_id) if actor and actor.account_id else None
        if tab:
            self._live.enter(tab)
        try:
            await self._app(scope, receive, send)
        finally:
            if tab:
                self._live.leave(tab)

    def _key(self, session_id: UUID | None, tab_token: str) -> str:
        """The key of the state: bound to the session, or to nobody. An unbound state holds nothing personal."""
        owner = str(session_id or "visitor")
        return vault.fingerprint("tab", f"{owner}|{tab_token}")[:40]

    async def _take_over(self, key: str) -> None:
        """Let a reconnecting tab have its state back at once, though its half-dead socket is not yet missed.

        Without this the framework takes it for a second tab, gives it a new token, and the state is lost
        (reflex issues 6345, 6252).
        """
        # Any: neither type is known whole to the checker.
        namespace: Any = self._reflex.event_namespace
        sockets: Any = self._reflex.sio
        if namespace is None or sockets is None:
            return
        old = namespace.token_to_sid.get(key)
        if not old:
            return
        await sockets.disconnect(old, namespace=namespace.namespace)
        for _ in range(50):
            if namespace.token_to_sid.get(key) != old:
                return
            await asyncio.sleep(0.01)

    # Requests

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        started = broken = False

        async def watched(message: Message) -> None:
            nonlocal started, broken
            # A bare 500 of the parts within is held back: what broke is raised next, and gets a page with a number.
            broken = broken or message.get("status") == 500
            if not broken:
                started = True
                await dressed(message)

        dressed = self._dressed(path, send)
        if self._policies.is_folder(path):
            # A page has one address: no redirect to its twin with a slash, and none to plain HTTP behind a proxy.
            scope = {**scope, "path": f"{path}/"}
        try:
            await (await self._refusal(scope, path) or self._app)(scope, receive, watched)
        except Exception as error:  # noqa: BLE001 (the last resort: a number for the person, the rest for the log)
            number = log.incident(error, where="request")
            if not started:
                await incident_page(number)(scope, receive, dressed)

    async def _refusal(self, scope: Scope, path: str) -> Response | None:
        """An answer given at the door, or `None` to let the request in."""
        if path in _HIDDEN or path.startswith(_SOCKET_PATH):
            return JSONResponse({"error": "not_found"}, status_code=404)
        if (scope["method"], path) in _STREAMED:
            return None
        if scope["method"] not in {"GET", "HEAD"}:
            length = header(scope["headers"], b"content-length")
            if not length.isdecimal() or int(length) > _MAX_BODY:
                return JSONResponse({"error": "too_large"}, status_code=413)
            return None
        door = self._doors.get(path.rstrip("/") or "/")
        return None if door is None else await self._at_the_door(scope, path, door)

    async def _at_the_door(self, scope: Scope, path: str, door: frozenset[Role]) -> Response | None:
        """Where somebody is sent who may not enter this page; `None` for whoever may."""
        cookie = session_token(header(scope["headers"], b"cookie"))
        actor = await asyncio.to_thread(self._resolve, cookie, check_rotation=True) if cookie else None
        role = actor.role if actor else Role.VISITOR
        if role in door:
            return None
        if role is Role.VISITOR and actor is not None:
            return RedirectResponse("/login/factor", status_code=303)
        if role in {Role.VISITOR, Role.APPLICANT}:
            return RedirectResponse(f"/login?{urlencode({'next': path})}", status_code=303)
        return RedirectResponse("/cabinet", status_code=303)

    def _dressed(self, path: str, send: Send) -> Send:
        """Put the security and caching headers on whatever is answered."""

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers", []))
                kind = header(headers, b"content-type")
                said = {name.lower() for name, _ in headers}
                headers += [one for one in self._headers if one[0] not in said or one[0] == b"server"]
                # «Not modified» carries no policy: the browser would put it in the place of the one it keeps with the page.
                if message["status"] != 304:
                    page = kind.startswith("text/html") and message["status"] < 500
                    policy = self._policies.of(path) if page else BARE
                    headers.append((b"content-security-policy", policy.encode("latin-1")))
                if not header(headers, b"cache-control"):
                    headers.append((b"cache-control", _caching(path, message["status"])))
                message = {**message, "headers": headers}
            await send(message)

        return dressed


def _caching(path: str, status: int) -> bytes:
    if status == 200 and path.startswith("/assets/"):
        return b"public, max-age=31536000, immutable"  # the name holds the hash of the content
    if status == 200 and path.startswith("/fonts/"):
        return b"public, max-age=2592000"
    return b"no-cache"


def _security_headers(secure: bool) -> list[tuple[bytes, bytes]]:
    headers = [
        (b"server", b"MedPortal"),  # else the server names itself
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"same-origin"),
        (b"x-frame-options", b"DENY"),
        (b"cross-origin-opener-policy", b"same-origin"),
        (b"cross-origin-resource-policy", b"same-origin"),
        (b"permissions-policy", b"camera=(self), geolocation=(), microphone=(), payment=(), usb=()"),
    ]
    if secure:
        headers.append((b"strict-transport-security", b"max-age=31536000; includeSubDomains"))
    return headers


async def _close(receive: Receive, send: Send) -> None:
    """Refuse a socket before it is accepted: the client sees a plain 403."""
    await receive()
    await send({"type": "websocket.close", "code": 1008})
