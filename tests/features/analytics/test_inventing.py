"""Invented years look like work, and come again without doubling."""

from datetime import date

import pytest

from medportal.features.analytics import service
from medportal.features.analytics.schemas.asking import Period, Query, Span
from medportal.features.analytics.schemas.dimensions import Dimension
from medportal.features.analytics.schemas.figures import Metric
from medportal.infra.db import unit_of_work
from medportal.kernel import working_days
from medportal.kernel.actor import SYSTEM


@pytest.mark.both_databases
def test_invented_years_have_seasons_and_stand_once(doctor):
    with unit_of_work() as uow:
        first = service.put_invented(uow, SYSTEM, doctor.must_be_known(), years=3)
    with unit_of_work() as uow:
        again = service.put_invented(uow, SYSTEM, doctor.must_be_known(), years=3)
    found = service.dashboard(doctor, Query(Period(date(2000, 1, 1), date(2026, 12, 31))))
    tiles = {tile.metric: tile.value for tile in found.tiles}
    assert first == again == tiles[Metric.VISITS]
    assert 20 < tiles[Metric.PER_DAY] < 26
    assert 0.03 < tiles[Metric.NO_SHOWS] < 0.12
    year = service.dashboard(doctor, Query(Period.around(Span.YEAR, date(2025, 6, 1))))
    visits = {point.month.month: point.visits for point in year.months}
    assert visits[2] > visits[8] > 0
    assert all(bar.is_known for bar in year.breakdown(Dimension.DIAGNOSIS).bars)
    assert sum(year.heat.cells[6]) < sum(year.heat.cells[0])


def test_nobody_works_on_holidays(doctor):
    with unit_of_work() as uow:
        service.put_invented(uow, SYSTEM, doctor.must_be_known(), years=1)
    days = service.table(doctor, Query(Period(date(2025, 11, 27), date(2026, 11, 27))), Dimension.DAY).rows
    assert len(days) > 200
    assert all(working_days.is_working_day(date.fromisoformat(row.key)) for row in days)
    assert all(date.fromisoformat(row.key) <= date(2026, 11, 27) for row in days)
