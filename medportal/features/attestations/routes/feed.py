"""The feed for other calendars, and one event as a file."""

import asyncio
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from medportal.features.attestations import service, texts
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import NotFoundError
from medportal.ui.private import private

MEDIA = "text/calendar; charset=utf-8"
# The address is the key: nothing on the way may keep or tell it.
HEADERS = {"cache-control": "private, no-cache", "referrer-policy": "no-referrer", "x-robots-tag": "noindex"}


async def _feed(request: Request) -> Response:
    """The whole calendar, or 304 when the reader has it."""
    visitor = Actor(Role.VISITOR, address=request.client.host if request.client else "")
    have = request.headers.get("if-none-match", "")
    try:
        found = await asyncio.to_thread(service.feed, visitor, request.path_params["token"], have)
    except NotFoundError:
        return Response("", status_code=404, headers=HEADERS)
    headers = {**HEADERS, "etag": found.etag}
    if found.body is None:
        return Response(status_code=304, headers=headers)
    headers["content-disposition"] = 'inline; filename="medportal.ics"'
    return Response(found.body, headers=headers, media_type=MEDIA)


def _event(actor: Actor, request: Request) -> Mapping[str, Any]:
    """One event as the text of a file, for the browser to save."""
    try:
        event_id = UUID(request.path_params["event_id"])
    except ValueError:
        raise NotFoundError(texts.NO_EVENT) from None
    return {"name": f"medportal-{event_id}.ics", "text": service.event_ics(actor, event_id).decode()}


ROUTES = [
    Route("/calendar/feed/{token}.ics", _feed, methods=["GET"]),
    Route("/private/calendar/{event_id}.ics", private(_event), methods=["GET"]),
]
