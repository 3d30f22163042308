"""Faults of pages: numbered for the person, counted for the log."""

from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from medportal.kernel import clock
from medportal.ui import mishap


@pytest.fixture(autouse=True)
def _nothing_before() -> None:
    mishap._browser_faults.clear()


def test_a_browser_cannot_fill_the_log_with_its_faults():
    with clock.stopped(datetime(2026, 11, 23, 9, tzinfo=UTC)) as hands, capture_logs() as lines:
        for _ in range(100):
            mishap.on_browser_fault(ValueError("набрано человеком"))
        assert len(lines) == 20
        hands.move(seconds=61)
        mishap.on_browser_fault(ValueError("набрано человеком"))
    assert len(lines) == 21
    assert "набрано" not in str(lines)


def test_a_fault_gets_a_number_that_the_page_shows():
    event = mishap.on_fault(RuntimeError("inside"))
    assert event.handler.fn.__qualname__ == "Mishap.show"
    assert "MP-" in str(event.args)


def test_an_incident_stays_behind_with_its_page_and_a_new_one_is_kept():
    shown = mishap.Mishap(number="MP-AAAA-1111")
    type(shown).leave.fn(shown, "MP-BBBB-2222")
    assert shown.number == "MP-AAAA-1111"
    type(shown).leave.fn(shown, "MP-AAAA-1111")
    assert shown.number == ""
