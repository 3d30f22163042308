"""One inspector for the tests of intake: its process is warm after the first file."""

from collections.abc import Iterator

import pytest

from medportal.features.documents import ports
from medportal.features.documents.adapters.intake.pool import SandboxInspector


@pytest.fixture(scope="session")
def _sandbox() -> Iterator[SandboxInspector]:
    made = SandboxInspector(seats=1)
    yield made
    made.close()


@pytest.fixture
def inspector(_sandbox: SandboxInspector) -> SandboxInspector:
    ports.inspector.plug(_sandbox)
    return _sandbox
