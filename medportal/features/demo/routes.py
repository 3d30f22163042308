"""The letters of the demonstration. The routes are listed only in demonstration mode."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.routing import Route

from medportal.features.notifications import service as notifications
from medportal.kernel.actor import Actor
from medportal.kernel.clock import MOSCOW
from medportal.ui.private import private


def _letters(_actor: Actor, _request: Request) -> Mapping[str, Any]:
    return {
        "letters": [
            {
                "id": str(letter.id),
                "channel": str(letter.channel),
                "at": f"{letter.created_at.astimezone(MOSCOW):%d.%m.%Y %H:%M:%S}",
                "to": letter.to,
                "subject": letter.subject,
                "body": letter.body,
            }
            for letter in notifications.demonstration_outbox()
        ]
    }


ROUTES = [Route("/demo/letters", private(_letters), methods=["GET"])]
