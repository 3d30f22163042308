"""The public check, what lets anybody check without us, and the owner's paper and link."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from medportal.features.certificates import service, texts
from medportal.features.certificates.schemas import Answer
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import NotFoundError, RefusedError, TooOftenError
from medportal.ui.private import actor_behind, from_our_pages, private, status_of

NO_STORE = {"cache-control": "no-store", "referrer-policy": "no-referrer", "x-robots-tag": "noindex"}
# What anybody may keep for a while and read from any page: a verifier of one's own needs nothing else.
PUBLISHED = {"cache-control": "public, max-age=300", "access-control-allow-origin": "*"}
MOST_BYTES = 2_000
_SHA256 = 64


async def _check(request: Request) -> Response:
    """POST /check/number {number, sha256?}: what the portal's records say."""
    if not from_our_pages(request):
        return JSONResponse({"error": "forbidden"}, status_code=403, headers=NO_STORE)
    asked = await _asked(request)
    if asked is None:
        return JSONResponse({"error": "malformed"}, status_code=422, headers=NO_STORE)
    visitor = Actor(Role.VISITOR, address=request.client.host if request.client else "")
    try:
        answer = await asyncio.to_thread(service.check, visitor, *asked)
    except TooOftenError as refused:
        headers = {**NO_STORE, "retry-after": str(refused.wait_seconds)}
        return JSONResponse({"error": refused.text.pair()}, status_code=429, headers=headers)
    return JSONResponse(_plain(answer), headers=NO_STORE)


async def _asked(request: Request) -> tuple[str, str | None] | None:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            return None
    try:
        given = json.loads(body)
        number, digest = given["number"], given.get("sha256")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    fits = isinstance(number, str) and (digest is None or (isinstance(digest, str) and len(digest) == _SHA256))
    return (number, digest) if fits else None


def _plain(answer: Answer) -> dict[str, Any]:
    moments = {"checked_at": answer.checked_at, "issued_at": answer.issued_at, "revoked_at": answer.revoked_at}
    return {
        "verdict": answer.verdict.value,
        "number": answer.number,
        "contents": answer.contents.claims() if answer.contents else None,
        "why": answer.why.words.pair() if answer.why else None,
        "file_unchanged": answer.file_unchanged,
        **{name: at.isoformat() if at else None for name, at in moments.items()},
    }


async def _keys(_request: Request) -> Response:
    """GET /check/keys: the public keys, as a JWKS."""
    return JSONResponse(service.keys(Actor(Role.VISITOR)), headers=PUBLISHED)


async def _revoked(_request: Request) -> Response:
    """GET /check/revoked: the signed list of revoked certificates."""
    listed = await asyncio.to_thread(service.revoked_list, Actor(Role.VISITOR))
    if listed is None:
        return Response("", status_code=404)
    return Response(listed, media_type="application/jose", headers=PUBLISHED)


def _link(actor: Actor, request: Request) -> Mapping[str, Any]:
    """GET /private/certificate/{id}: the number, and the link that the owner shares."""
    number, link = service.link(actor, _id(request))
    return {"number": number, "link": link}


async def _paper(request: Request) -> Response:
    """GET /certificate/{id}.pdf: the owner's PDF, to be saved."""

    def answered() -> Response:
        try:
            name, pdf = service.paper(actor_behind(request), _id(request))
        except RefusedError as refused:
            return JSONResponse({"error": refused.text.pair()}, status_code=status_of(refused), headers=NO_STORE)
        headers = {**NO_STORE, "content-disposition": f'attachment; filename="{name}"'}
        return Response(pdf, media_type="application/pdf", headers=headers)

    return await asyncio.to_thread(answered)


def _id(request: Request) -> UUID:
    try:
        return UUID(request.path_params["certificate_id"])
    except ValueError:
        raise NotFoundError(texts.NOT_THERE) from None


ROUTES = [
    Route("/check/number", _check, methods=["POST"]),
    Route("/check/keys", _keys, methods=["GET"]),
    Route("/check/revoked", _revoked, methods=["GET"]),
    Route("/private/certificate/{certificate_id}", private(_link), methods=["GET"]),
    Route("/certificate/{certificate_id}.pdf", _paper, methods=["GET"]),
]
