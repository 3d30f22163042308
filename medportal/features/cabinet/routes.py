"""The person's own values for the cabinet."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.routing import Route

from medportal.features.profile import service as profile
from medportal.kernel.actor import Actor, Role
from medportal.ui.private import private

_STAFF = frozenset({Role.VERIFIER, Role.OPERATOR, Role.SUPPORT, Role.ADMINISTRATOR})


def _card(actor: Actor, _request: Request) -> Mapping[str, Any]:
    """Names in full, numbers behind masks; staff have none, and their cabinet asks all the same before it knows whose it is."""
    return {} if actor.role in _STAFF else asdict(profile.card(actor))


def _numbers(actor: Actor, _request: Request) -> Mapping[str, Any]:
    """Numbers in full, for thirty seconds after the password was typed again."""
    return profile.reveal(actor)


def _differences(actor: Actor, _request: Request) -> Mapping[str, Any]:
    """By kind of check, the person's own values and the places that differ."""
    return {kind: [asdict(one) for one in found] for kind, found in profile.differences(actor).items()}


ROUTES = [
    Route("/private/card", private(_card), methods=["GET"]),
    Route("/private/numbers", private(_numbers), methods=["GET"]),
    Route("/private/differences", private(_differences), methods=["GET"]),
]
