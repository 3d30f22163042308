"""What the forms of goals and of the norm begin with."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.routing import BaseRoute, Route

from medportal.features.analytics import service
from medportal.kernel.actor import Actor
from medportal.ui.private import private


def _goals(actor: Actor, _request: Request) -> Mapping[str, Any]:
    return service.written_goals(actor)


def _norm(actor: Actor, _request: Request) -> Mapping[str, Any]:
    return service.written_norm(actor)


GOALS: list[BaseRoute] = [
    Route("/private/practice/goals", private(_goals), methods=["GET"]),
    Route("/private/practice/norm", private(_norm), methods=["GET"]),
]
