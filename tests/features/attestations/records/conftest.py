"""Doctors with papers that registers know, and the calendar woken by facts."""

import pytest

import medportal.features.attestations.jobs  # noqa: F401
from medportal.features.qualification import jobs as qualification_jobs
from medportal.infra import facts
from tests.features.qualification.conftest import anna, counter, doctor, hands, portal
from tests.features.qualification.conftest import house as plugged

__all__ = ["anna", "counter", "doctor", "hands", "plugged", "portal"]


@pytest.fixture
def house(plugged: str) -> str:
    facts.watchers[:] = ["attestations.replan", qualification_jobs.LOOK_AGAIN]
    return plugged
