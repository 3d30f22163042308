"""Carriers of the demonstration, and a clock that stands still."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from medportal.features.notifications import jobs as _jobs  # noqa: F401
from medportal.features.notifications import ports
from medportal.features.notifications.adapters.demonstration import DemonstrationCarrier
from medportal.kernel import clock


@pytest.fixture
def hands() -> Iterator[clock.Hands]:
    with clock.stopped(datetime(2026, 11, 23, 7, 0, tzinfo=UTC)) as hands:
        yield hands


@pytest.fixture
def outbox(database: str, hands: clock.Hands) -> None:
    ports.mailer.plug(DemonstrationCarrier())
    ports.sms_gateway.plug(DemonstrationCarrier())
