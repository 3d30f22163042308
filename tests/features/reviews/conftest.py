"""A stopped clock on a Monday, and the desk."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from medportal.features.reviews import jobs as _  # noqa: F401 (registers the sweep)
from medportal.infra import jobs
from medportal.kernel import clock
from tests.features.reviews.cases import WOKEN, Desk


@pytest.fixture
def hands(database: str) -> Iterator[clock.Hands]:
    """Monday, 23 November 2026, noon in Moscow."""
    with clock.stopped(datetime(2026, 11, 23, 9, tzinfo=UTC)) as hands:
        jobs.use_memory()
        WOKEN.clear()
        yield hands


@pytest.fixture
def desk(hands: clock.Hands) -> Desk:
    return Desk()
