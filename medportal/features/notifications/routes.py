"""The lines under the bell, given to their owner alone."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.routing import Route

from medportal.features.notifications import service
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.ui.private import private

PAGE = 20


def _bell(actor: Actor, request: Request) -> Mapping[str, Any]:
    """Lines older than one that is named, newest first; a name that is none gives the newest."""
    try:
        before = UUID(request.query_params.get("before", ""))
    except ValueError:
        before = None
    found = service.bell(actor, before, PAGE + 1)
    return {
        "unread": found.unread,
        "more": len(found.lines) > PAGE,
        "lines": [
            {
                "id": str(line.id),
                "title": line.title.pair(),
                "body": line.body.pair(),
                "link": line.link,
                "at": f"{line.at.astimezone(clock.MOSCOW):%d.%m.%Y %H:%M}",
                "read": line.read,
            }
            for line in found.lines[:PAGE]
        ],
    }


ROUTES = [Route("/private/bell", private(_bell), methods=["GET"])]
