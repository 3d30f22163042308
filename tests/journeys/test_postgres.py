"""The same wizard on PostgreSQL."""

from collections.abc import Iterator

import pytest

from tests.journeys.conftest import Comes
from tests.support import portal as portals
from tests.support import postgres
from tests.support.portal import ServedPortal


@pytest.fixture
def on_postgres(frontend: None) -> Iterator[ServedPortal]:
    """A portal whose database is a real PostgreSQL server."""
    with (
        postgres.running() as server,
        portals.serving(MEDPORTAL_DATABASE_URL=server.url(server.create())) as served,
    ):
        yield served


def test_a_doctor_registers_on_postgres(on_postgres: ServedPortal, comes: Comes) -> None:
    semyon = comes("semyon.yolochkin", at=on_postgres)
    semyon.register()
    semyon.every_check_is_confirmed()
    semyon.level_is("Упрощённая")
    semyon.sign_out()
    semyon.sign_in(semyon.person.phone)
