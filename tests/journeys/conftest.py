"""What the journeys share: the frontend built once, a browser and a portal for each module, people who walk."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from medportal.demonstration.people import person
from tests.journeys.doctor import Doctor
from tests.support import browser as browsers
from tests.support import portal as portals
from tests.support.portal import ServedPortal

Comes = Callable[..., Doctor]


@pytest.fixture(scope="session")
def frontend() -> None:
    """The frontend, built once for the whole run."""
    portals.build_frontend()


# Not for the session: Playwright keeps an event loop in this thread, and other tests want one of their own.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the module."""
    with browsers.launched() as launched:
        yield launched


@pytest.fixture(scope="module")
def portal(frontend: None) -> Iterator[ServedPortal]:
    """A portal for the module, in demonstration mode, empty at first."""
    with portals.serving() as served:
        yield served


@pytest.fixture
def comes(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Comes]:
    """Have an invented person come with a browser of their own: `comes("anna.primerova")`.

    At the end nobody's browser may have complained, but for those who had their portal killed (`bumpy`).
    """
    people: list[tuple[Doctor, bool]] = []

    def come(
        key: str = "anna.primerova", *, bumpy: bool = False, at: ServedPortal | None = None, **screen: object
    ) -> Doctor:
        context = browser.new_context(**{"viewport": {"width": 1000, "height": 900}, "locale": "ru-RU", **screen})  # pyright: ignore
        who = Doctor(context, at or request.getfixturevalue("portal"), person(key))
        people.append((who, bumpy))
        return who

    yield come
    for who, _ in people:
        who.context.close()
    assert [line for who, bumpy in people if not bumpy for line in who.complaints] == []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A journey is long, and a first one waits for the frontend: it has ten minutes where another test has two."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.timeout(600))
