"""Every page has a door and a title; every handler is marked; nothing personal is answered past `private`."""

import importlib
import pkgutil
import re
from pathlib import Path
from types import ModuleType

import pytest
from reflex_base.registry import RegistrationContext
from starlette.routing import Route

import medportal.features
from medportal import app
from medportal.kernel.actor import Role
from medportal.kernel.text import Text
from medportal.shells import NOT_FOUND
from medportal.ui import session
from medportal.ui.page import ANYONE, SIGNED_IN, Page

PAGES = (*app.PAGES, NOT_FOUND)
OPEN_TO_ALL = {  # who has not signed in sees these; every other page wants a session
    "/", "/privacy", "/levels", "/check", "/login", "/contacts", "/activate", "/login/factor", "/recover", "/recover/set", "/confirm/email", "/404", "/demo/people", "/demo/outbox",
}  # fmt: skip


def _modules(room: str) -> list[ModuleType]:
    """Every module of a room, in every slice."""
    names = [info.name for info in pkgutil.walk_packages(medportal.features.__path__, "medportal.features.")]
    return [importlib.import_module(name) for name in names if room in name.split(".")[3:4]]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.route)
def test_every_page_has_a_door_and_a_title_in_both_languages(page):
    assert page.door
    assert page.door <= ANYONE
    assert isinstance(page.title, Text)
    assert page.title.ru.strip()
    assert page.title.en.strip()


def test_no_two_pages_have_one_address():
    routes = [page.route for page in PAGES]
    assert sorted(routes) == sorted(set(routes))


def test_every_page_that_is_written_is_listed():
    written = {
        id(value): value for module in _modules("pages") for value in vars(module).values() if isinstance(value, Page)
    }
    assert {page.route for page in written.values()} <= {page.route for page in app.PAGES}


def test_a_page_stands_behind_a_door_unless_it_is_known_to_be_open():
    open_pages = {page.route for page in PAGES if Role.VISITOR in page.door}
    # The wizard begins before anybody has a session; what it shows of a person is behind its own doors.
    assert {route for route in open_pages if not route.startswith("/register")} <= OPEN_TO_ALL
    closed = [page for page in PAGES if page.route not in open_pages]
    assert closed
    assert all(page.door <= SIGNED_IN for page in closed)


def test_only_pages_of_the_demonstration_go_with_it():
    assert {page.route for page in PAGES if page.demonstration_only} == {"/demo/people", "/demo/outbox"}


def test_every_handler_is_marked_with_the_roles_that_may_call_it():
    assert session.unmarked_handlers() == []


def test_a_marked_handler_is_never_open_to_the_portal_itself():
    names = RegistrationContext.get().event_handlers
    marked = {name: roles for name in names if (roles := session.handler_roles(name)) is not None}
    assert len(marked) > 30
    assert all(roles and Role.SYSTEM not in roles for roles in marked.values())


def test_the_framework_s_own_handlers_that_are_let_through_exist():
    assert set(RegistrationContext.get().event_handlers) >= session._FRAMEWORK


def test_personal_values_are_answered_by_private_endpoints_alone():
    personal = [
        route
        for route in app.ROUTES
        if isinstance(route, Route) and route.path.startswith(("/private/", "/demo/letters"))
    ]
    assert len(personal) >= 5
    for route in personal:
        assert route.endpoint.__module__ == "medportal.ui.private", route.path
        assert route.endpoint.__qualname__ == "_endpoint.<locals>.endpoint", route.path
        assert route.methods is not None
        assert set(route.methods) <= {"GET", "HEAD"}, route.path


STYLES = frozenset({"font-weight", "fontWeight", "width", "top", "left", "fill"})


def _styles(component: object) -> list[tuple[str, str]]:
    """Every style of a component and of those in it, with the component's name."""
    own = [(type(component).__name__, key) for key in getattr(component, "style", None) or {}]
    return own + [found for child in getattr(component, "children", []) for found in _styles(child)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.route)
def test_a_style_is_one_and_not_a_property_that_the_component_does_not_know(page):
    assert not [(name, key) for name, key in _styles(page.body()) if not key.startswith("--") and key not in STYLES]


def test_every_page_is_walked_by_a_journey():
    """Another page is looked at by axe, in both themes and on four widths, once it is named in `tests/journeys`."""
    walked = "".join(one.read_text(encoding="utf-8") for one in Path("tests/journeys").glob("*.py"))
    assert not [page.route for page in app.PAGES if not re.search(rf"{re.escape(page.route)}(?![\\w/])", walked)]
