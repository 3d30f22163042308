"""The person's own answers for the forms and for the page where they are checked."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.routing import Route

from medportal.features.registration import service
from medportal.features.registration.rules import wizard
from medportal.features.registration.schemas import Section
from medportal.kernel.actor import Actor
from medportal.kernel.errors import NotFoundError
from medportal.ui.private import private
from medportal.ui.texts import NOT_FOUND_TITLE


def _section(actor: Actor, request: Request) -> Mapping[str, Any]:
    try:
        section = Section(request.path_params["section"])
    except ValueError:
        raise NotFoundError(NOT_FOUND_TITLE) from None
    return wizard.shown(section, service.section_answers(actor, section))


def _all(actor: Actor, _request: Request) -> Mapping[str, Any]:
    """Input name to the answer as people read it: a chosen option in words."""
    return wizard.in_words(service.answers(actor))


ROUTES = [
    Route("/private/answers", private(_all), methods=["GET"]),
    Route("/private/answers/{section}", private(_section), methods=["GET"]),
]
