"""Who runs this portal: settings of the installation, so they are asked for when the page is shown."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.routing import Route

from medportal.kernel.actor import Actor
from medportal.settings import settings
from medportal.ui.private import private


def _operator(_actor: Actor, _request: Request) -> Mapping[str, Any]:
    own = settings()
    return {"name": own.operator_name, "address": own.operator_address, "contact": own.operator_contact}


ROUTES = [Route("/operator", private(_operator), methods=["GET"])]
