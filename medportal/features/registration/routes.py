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


def _named(request: Request) -> Section:
    try:
        return Section(request.path_params["section"])
    except ValueError:
        raise NotFoundError(NOT_FOUND_TITLE) from None


def _section(actor: Actor, request: Request) -> Mapping[str, Any]:
    section = _named(request)
    return wizard.shown(section, service.section_answers(actor, section))


def _scan(actor: Actor, request: Request) -> Mapping[str, Any]:
    """What was read off the person's passport for a section."""
    return service.suggestions(actor, _named(request)).told()


def _all(actor: Actor, _request: Request) -> Mapping[str, Any]:
    """Input name to the answer as people read it: a chosen option in words."""
    return wizard.in_words(service.answers(actor))


ROUTES = [
    Route("/private/answers", private(_all), methods=["GET"]),
    Route("/private/answers/{section}", private(_section), methods=["GET"]),
    Route("/private/scan/{section}", private(_scan), methods=["GET"]),
]
