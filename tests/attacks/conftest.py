from collections.abc import Iterator

import pytest

from tests.attacks import served
from tests.support import portal


@pytest.fixture(scope="session")
def target() -> Iterator[served.Target]:
    """One portal for all attacks, with two doctors and an applicant in it."""
    portal.build_frontend()
    with served.target() as made:
        yield made


@pytest.fixture(scope="session")
def guarded() -> Iterator[served.Target]:
    """A portal behind HTTPS that lets only few sockets in from one address."""
    portal.build_frontend()
    origin = {"MEDPORTAL_PUBLIC_ORIGIN": "https://portal.example.org"}
    with served.target(people=False, MEDPORTAL_SOCKET_BURST="12", MEDPORTAL_SOCKET_REFILL="0.01", **origin) as made:
        yield made


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The first attack may wait for the frontend to be built: it has ten minutes where another test has two."""
    for item in items:
        if "attacks" in item.path.parts:
            item.add_marker(pytest.mark.timeout(600))
