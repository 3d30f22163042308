"""Every figure, against an independent computation over random facts."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import numpy as np
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from medportal.features.analytics import models, service
from medportal.features.analytics.rules import days, facts
from medportal.features.analytics.rules.metrics import mixes
from medportal.features.analytics.rules.metrics.counts import KeptMonth, KeptMonths, cut_months
from medportal.features.analytics.rules.metrics.dashboard import Ground, dashboard, periods_of
from medportal.features.analytics.rules.metrics.figures import sums_by_month
from medportal.features.analytics.rules.metrics.frame import Codebook, Frame, Pool, Selection
from medportal.features.analytics.rules.metrics.tables import table
from medportal.features.analytics.schemas.asking import Compare, Filter, Period, Query, Span
from medportal.features.analytics.schemas.days import DaySheet
from medportal.features.analytics.schemas.dimensions import Code, CodeKind, Dimension
from medportal.features.analytics.schemas.figures import Column, Metric
from medportal.features.analytics.service import keeping
from medportal.features.analytics.service.looking import working_days_between
from medportal.features.analytics.store import practices
from medportal.infra.db import reading, unit_of_work
from medportal.kernel.actor import SYSTEM, Actor, Role
from medportal.kernel.errors import ForbiddenError
from tests.features.analytics import witness
from tests.features.analytics.conftest import DIAGNOSES, MORE, SERVICES, SOME, bring, columns, fact, take_in

BOOK = Codebook(
    [
        (kind, Code(number, code, known))
        for kind, codes in ((CodeKind.DIAGNOSIS, DIAGNOSES), (CodeKind.SERVICE, SERVICES))
        for number, (code, known) in enumerate(codes, 1)
    ]
)
FIRST = facts.day_number(date(2023, 1, 1))
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "day": st.integers(FIRST, FIRST + 1100),
            "hour": st.integers(0, 24),
            "service": st.integers(0, len(SERVICES)),
            "diagnosis": st.integers(0, len(DIAGNOSES)),
            "payment": st.sampled_from([0, 1, 2, 3, 4, 5, 8, 9]),
            "place": st.integers(0, 4),
            "age": st.integers(0, 8),
            "kind": st.integers(0, 2),
            "reason": st.integers(0, 4),
            "visits": st.integers(0, 5),
            "no_shows": st.integers(0, 3),
            "minutes": st.integers(0, 90),
            "timed": st.integers(0, 2),
            "services": st.integers(0, 4),
            "rural": st.integers(0, 2),
            "sick_opened": st.integers(0, 1),
            "sick_closed": st.integers(0, 1),
        }
    ).map(lambda row: row if row["service"] else {**row, "services": 0}),
    min_size=1,
    max_size=120,
)
VALUES = {
    Dimension.SERVICE: ["-", *(code for code, _ in SERVICES)],
    Dimension.DIAGNOSIS: ["-", *(code for code, _ in DIAGNOSES), "A00"],
    Dimension.DIAGNOSIS_CLASS: ["-", "?", "X", "IX", "II"],
    Dimension.PAYMENT: ["0", "1", "3", "9"],
    Dimension.PLACE: ["1", "2"],
    Dimension.AGE: ["1", "5", "8"],
    Dimension.KIND: ["1", "2"],
    Dimension.REASON: ["0", "1", "2"],
    Dimension.WEEKDAY: ["0", "4", "6"],
    Dimension.HOUR: ["9", "24"],
    Dimension.MONTH: ["2023-05", "2024-02", "2025-01"],
}


@st.composite
def queries(draw) -> Query:
    span = draw(st.sampled_from(Span))
    day = date(2023, 1, 1) + timedelta(days=draw(st.integers(0, 1100)))
    period = Period.around(span, day)
    if span is Span.OWN:
        period = Period(day, day + timedelta(days=draw(st.integers(0, 500))))
    chosen = draw(st.lists(st.sampled_from(list(VALUES)), max_size=3, unique=True))
    filters = tuple(
        Filter(one, tuple(draw(st.lists(st.sampled_from(VALUES[one]), min_size=1, unique=True)))) for one in chosen
    )
    return Query(period, draw(st.sampled_from(Compare)), filters)


def reckoned(rows, query):
    packed = facts.by_grain(columns(rows))
    days = sorted(row["day"] for row in rows)
    first, last = facts.day_of(days[0]), facts.day_of(days[-1])
    pool = Pool(facts.columns_of(packed), BOOK)
    found = dashboard(query, Ground(pool, first, last, 30.0, working_days_between, {}))
    if not query.filters:
        kept = added_up(packed, periods_of(query, last))
        assert dashboard(query, Ground(kept, first, last, 30.0, working_days_between, {})) == found
    return packed, found


def added_up(packed, periods) -> KeptMonths:
    """The months of facts as the database keeps them, with facts of those alone that a period holds in part."""
    frame = Frame.whole(Pool(facts.columns_of(packed), BOOK))
    sums, bodies = sums_by_month(frame), dict(mixes.of_months(frame.pool))
    by_month = keeping.split(packed)
    assert sums.keys() == bodies.keys() == by_month.keys()
    months = {
        number: KeptMonth(int(here["day"].min()), int(here["day"].max()), sums[number], bodies[number])
        for number, here in by_month.items()
    }
    cut = [by_month[number] for number in cut_months(months, periods)]
    return KeptMonths(months, Pool(facts.columns_of(np.concatenate([facts.empty(), *cut])), BOOK))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ROWS, query=queries())
def test_months_added_up_before_give_the_figures_that_facts_give(rows, query):
    """`reckoned` compares both ways; polars stands behind the facts."""
    _, found = reckoned(rows, replace(query, filters=()))
    plain = witness.frame(rows)
    assert next(tile.value for tile in found.tiles) == witness.within(plain, found.query)["visits"].sum()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ROWS, query=queries())
def test_every_figure_equals_an_independent_computation(rows, query):
    _, found = reckoned(rows, query)
    plain = witness.frame(rows)
    kept = witness.within(plain, query)
    expected = witness.figures(kept, plain, query.period)
    tiles = {tile.metric.value: tile for tile in found.tiles}
    for name, value in expected.items():
        assert tiles[name].value == (value if value is None else pytest.approx(value)), name
    if tiles["per_day"].value is not None:
        assert tiles["load"].value == pytest.approx(tiles["per_day"].value / 30.0)
    before = query.before_until(plain["day"].max())
    if before is not None:
        earlier = witness.figures(witness.within(plain, query, period=before), plain, before)
        assert {name: tiles[name].before for name in earlier if name != "per_day"} == pytest.approx(
            {name: value for name, value in earlier.items() if name != "per_day"}
        )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ROWS, query=queries())
def test_every_chart_equals_an_independent_computation(rows, query):
    _, found = reckoned(rows, query)
    plain = witness.frame(rows)
    for chart in found.breakdowns:
        name = chart.dimension.value
        weight = "services" if chart.dimension is Dimension.SERVICE else "visits"
        kept = witness.within(plain, query, without=(name,))
        assert {bar.key: bar.value for bar in chart.bars if bar.value} == witness.bars(kept, name, weight), name
        assert chart.total == kept[weight].sum()
        assert sum(bar.share for bar in chart.bars) == pytest.approx(1 if chart.total else 0)
        before = query.before_until(plain["day"].max())
        if before is not None:
            earlier = witness.within(plain, query, without=(name,), period=before)
            assert {bar.key: bar.before for bar in chart.bars if bar.before} == witness.bars(earlier, name, weight)
    heat = (
        witness.within(plain, query, without=("weekday", "hour"))
        .group_by("weekday", "hour")
        .agg(pl.col("visits").sum())
    )
    expected = {(int(weekday), hour): visits for weekday, hour, visits in heat.iter_rows() if visits}
    cells = {(w, h): v for w, row in enumerate(found.heat.cells) for h, v in enumerate(row) if v}
    assert cells == {place: visits for place, visits in expected.items() if place[1] < 24}
    assert found.heat.without_hour == sum(visits for place, visits in expected.items() if place[1] == 24)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ROWS, query=queries())
def test_months_stand_beside_those_of_last_year(rows, query):
    _, found = reckoned(rows, query)
    plain = witness.frame(rows)
    whole = Period(date(1990, 1, 1), date(2040, 12, 31))
    kept = witness.within(plain, query, without=("month",), period=whole)
    by_month = witness.bars(kept, "month")
    assert len(found.months) >= 12
    for point in found.months:
        year_before = f"{point.month.year - 1}-{point.month:%m}"
        assert point.visits == by_month.get(f"{point.month:%Y-%m}", 0)
        assert point.last_year == by_month.get(year_before, 0)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=ROWS, query=queries(), dimension=st.sampled_from([*VALUES, Dimension.DAY]))
def test_a_table_s_rows_and_totals_equal_an_independent_computation(rows, query, dimension):
    packed, _ = reckoned(rows, query)
    selected = [
        None if period is None else Selection(Pool(facts.columns_of(packed), BOOK), period, query.filters)
        for period in (query.period, query.before)
    ]
    found = table(query, dimension, *selected)
    kept = witness.within(witness.frame(rows), query)
    name = {"hour": "hour_key"}.get(dimension.value, dimension.value)
    places = {column: place for place, column in enumerate(found.columns)}
    for column, sums in (
        (Column.VISITS, kept),
        (Column.FIRST, kept.filter(pl.col("kind") == "1")),
        (Column.HOME, kept.filter(pl.col("place") == "2")),
        (Column.CHILDREN, kept.filter(pl.col("age").is_in(["1", "2", "3"]))),
        (Column.ADULTS, kept.filter(pl.col("age").is_in(["4", "5", "6", "7", "8"]))),
    ):
        expected = witness.bars(sums.with_columns(pl.col(name).cast(pl.String)), name)
        cells = {row.key: row.cells[places[column]] for row in found.rows}
        assert {key: value for key, value in cells.items() if value} == expected, column
        assert found.totals[places[column]] == sums["visits"].sum()
    minutes = {row.key: row.cells[places[Column.MEAN_MINUTES]] for row in found.rows}
    for key, here in kept.with_columns(pl.col(name).cast(pl.String)).group_by(name):
        timed = here["timed"].sum()
        assert minutes[key[0]] == (pytest.approx(here["minutes"].sum() / timed) if timed else None)


@pytest.mark.parametrize(
    ("compare", "span", "before"),
    [
        (Compare.LAST_YEAR, Span.YEAR, (date(2025, 1, 1), date(2025, 3, 10))),
        (Compare.PREVIOUS, Span.MONTH, (date(2026, 2, 1), date(2026, 2, 10))),
        (Compare.PREVIOUS, Span.QUARTER, (date(2025, 10, 1), date(2025, 12, 8))),
    ],
)
def test_a_period_that_is_not_over_is_compared_with_the_same_part_of_the_one_before(doctor, compare, span, before):
    days = [
        date(2025, 1, 1) + timedelta(days=number) for number in range((date(2026, 3, 10) - date(2025, 1, 1)).days + 1)
    ]
    bring(doctor, [fact(day, diagnosis=1, service=1, services=1) for day in days])
    query = Query(Period.around(span, date(2026, 3, 3)), compare)
    expected = (before[1] - before[0]).days + 1
    assert query.before_until(days[-1]) == Period(*before)
    found = service.dashboard(doctor, query)
    visits = next(tile for tile in found.tiles if tile.metric is Metric.VISITS)
    assert visits.before == expected
    assert service.breakdown(doctor, query, Dimension.DIAGNOSIS).before_total == expected
    table_of = service.table(doctor, query, Dimension.DIAGNOSIS)
    assert table_of.totals[table_of.columns.index(Column.BEFORE)] == expected
    assert table_of.compared_with == Period(*before)
    assert "та же часть" in service.board(doctor, query).compared.ru
    # A period that is over is compared whole, wherever the data begin.
    over = Query(Period.around(span, date(2025, 6, 6)), compare)
    assert over.before_until(days[-1]) == over.before


def test_the_end_of_february_is_compared_with_the_end_of_february():
    year = Query(Period.around(Span.YEAR, date(2024, 1, 1)))
    assert year.before_until(date(2024, 2, 29)) == Period(date(2023, 1, 1), date(2023, 2, 28))
    month = Query(Period.around(Span.MONTH, date(2024, 3, 1)), Compare.PREVIOUS)
    assert month.before_until(date(2024, 3, 30)) == Period(date(2024, 2, 1), date(2024, 2, 29))


def test_sums_too_large_for_their_place_stand_in_several_facts():
    row = fact(date(2026, 1, 5), visits=200_000, minutes=9_000_000_000, timed=131_070)
    packed = facts.by_grain(columns([row, row]))
    assert len(packed) > 1
    assert int(packed["visits"].sum(dtype=int)) == 400_000
    assert int(packed["minutes"].sum(dtype=int)) == 18_000_000_000
    assert int(packed["timed"].sum(dtype=int)) == 262_140


@pytest.mark.both_databases
def test_the_face_gives_the_same_answers_from_both_databases(doctor):
    rows = [
        fact(date(2026, month, 10), hour=9 + month % 3, diagnosis=1 + month % 5, service=1 + month % 4, services=1,
             kind=1 + month % 2, reason=1 + month % 3, place=1 + month % 2, minutes=15, timed=1, payment=1)
        for month in range(1, 12)
    ] + [fact(date(2025, 3, 3), kind=1), fact(date(2026, 3, 4), visits=0, no_shows=1)]  # fmt: skip
    bring(doctor, rows)
    query = Query(Period.around(Span.YEAR, date(2026, 5, 5)))
    found = service.dashboard(doctor, query)
    expected = witness.figures(witness.within(witness.frame(rows), query), witness.frame(rows), query.period)
    assert {tile.metric.value: tile.value for tile in found.tiles if tile.metric is not Metric.LOAD} == pytest.approx(
        expected
    )
    assert (found.first_day, found.last_day) == (date(2025, 3, 3), date(2026, 11, 10))
    assert {
        bar.key: bar.value for bar in service.breakdown(doctor, query, Dimension.DIAGNOSIS).bars if bar.value
    } == witness.bars(witness.within(witness.frame(rows), query), "diagnosis")
    by_day = service.table(doctor, query, Dimension.DAY)
    assert [row.key for row in by_day.rows] == sorted(row.key for row in by_day.rows)
    assert len(by_day.rows) == 12


def follow(doctor) -> int:
    """What is kept of months is what their facts add up to; how many visits there are."""
    with reading() as uow:
        number = practices.number_of(practices.find(uow, doctor.must_be_known()))
        frame = Frame.whole(Pool(practices.read_facts(uow, number, 0, 40_000), practices.codebook(uow, number)))
        kept = practices.kept_months(uow, number, 0, 40_000)
    assert {month: one.mix for month, one in kept.items()} == dict(mixes.of_months(frame.pool))
    assert {month: one.sums for month, one in kept.items()} == sums_by_month(frame)
    return int(frame.column("visits").sum(dtype=int))


@pytest.mark.both_databases
@pytest.mark.usefixtures("shelves")
def test_what_months_add_up_to_follows_every_change_of_their_facts(doctor):
    bring(doctor, SOME)
    visits = follow(doctor)
    bring(doctor, MORE)
    assert follow(doctor) == visits + 2
    taken = take_in(doctor, "Дата;Диагноз\n03.03.2024;I10\n04.03.2025;J06.9\n")
    assert follow(doctor) == visits + 4
    for seen in (5, 3):
        service.put_day(doctor, DaySheet(date(2024, 3, 4), (replace(days.USUAL[0], visits=seen),)))
        assert follow(doctor) == visits + 4 + seen
    visits += 3
    with unit_of_work() as uow:
        added = service.put_invented(uow, SYSTEM, doctor.must_be_known(), years=1, a_day=2)
    assert follow(doctor) == visits + 4 + added
    with unit_of_work() as uow:
        added = service.put_invented(uow, SYSTEM, doctor.must_be_known(), years=1, a_day=1)
    assert follow(doctor) == visits + 4 + added
    service.undo(doctor, taken.id)
    assert follow(doctor) == visits + 2 + added


@pytest.mark.both_databases
def test_a_practice_without_data_is_empty_and_says_so(doctor):
    found = service.dashboard(doctor, Query(Period.around(Span.YEAR, date(2026, 5, 5))))
    assert found.is_empty
    assert [tile.value for tile in found.tiles] == [None] * len(Metric)
    assert service.table(doctor, found.query, Dimension.SERVICE).rows == ()


@pytest.mark.both_databases
def test_another_doctor_sees_nothing_of_it(doctor, other):
    bring(doctor, [fact(date(2026, 3, 3), diagnosis=2, service=1, services=1)])
    query = Query(Period.around(Span.YEAR, date(2026, 5, 5)))
    assert service.dashboard(other, query).is_empty
    bring(other, [fact(date(2026, 4, 4), diagnosis=1)])
    assert [bar.key for bar in service.breakdown(other, query, Dimension.DIAGNOSIS).bars] == ["J06.9"]
    assert [row.key for row in service.table(other, query, Dimension.DAY).rows] == ["2026-04-04"]


@pytest.mark.parametrize("role", set(Role) - {Role.DOCTOR})
def test_nobody_but_a_doctor_has_figures(database, role):
    query = Query(Period.around(Span.YEAR, date(2026, 5, 5)))
    for ask in (
        lambda actor: service.dashboard(actor, query),
        lambda actor: service.table(actor, query, Dimension.DAY),
        lambda actor: service.breakdown(actor, query, Dimension.AGE),
    ):
        with pytest.raises(ForbiddenError):
            ask(Actor(role, None if role is Role.VISITOR else uuid4()))


@pytest.mark.both_databases
def test_an_erased_account_leaves_no_row_behind(doctor):
    bring(doctor, [fact(date(2026, 3, 3), diagnosis=2)])
    with unit_of_work() as uow:
        service.erase(uow, doctor.must_be_known())
    with unit_of_work() as uow:
        for table_of in (
            models.Practice,
            models.PracticeBlock,
            models.PracticeCode,
            models.PracticeMonth,
            models.PracticeMix,
            models.PracticeImport,
        ):
            assert uow.session.exec(select(table_of)).all() == []
