"""Registered doctors whose levels are settled as the wiring does it."""

from collections.abc import Callable, Iterator

import pytest

from medportal.features.accounts import service as accounts
from medportal.features.levels import jobs as _levels  # noqa: F401
from medportal.features.levels import service as levels
from medportal.infra import facts
from tests.features.levels.proven import Doctor
from tests.features.registration.applicants import Applicant
from tests.features.registration.conftest import anna, hands, portal, someone

__all__ = ["anna", "doctor", "hands", "portal", "someone", "watched"]


@pytest.fixture
def watched(portal: str) -> Iterator[str]:
    """Every change of a fact wakes the levels."""
    facts.watchers[:] = ["levels.settle"]
    accounts.erasers.insert(0, levels.erase)
    yield portal
    facts.watchers[:] = []


@pytest.fixture
def doctor(watched: str, someone: Callable[..., Applicant]) -> Doctor:
    """A registered doctor at the level «Упрощённая», registers asked, no document yet."""
    return Doctor(someone(0).registered())
