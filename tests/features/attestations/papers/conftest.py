"""The services of documents as the wiring plugs them, with the calendar woken by facts."""

import pytest

import medportal.features.attestations.jobs  # noqa: F401
from medportal.infra import facts
from tests.features.documents.keeping.conftest import (
    _sandbox,
    anna,
    hands,
    registers,
    warm_reader,
)
from tests.features.documents.keeping.conftest import portal as documents_portal

__all__ = ["_sandbox", "anna", "documents_portal", "hands", "registers", "warm_reader"]


@pytest.fixture
def portal(documents_portal: str) -> str:
    facts.watchers[:] = ["attestations.replan", "documents.recheck"]
    return documents_portal
