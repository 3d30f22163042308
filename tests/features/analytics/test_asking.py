"""A view is an address, and an address asks nothing bad."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medportal.features.analytics.schemas.asking import Compare, Filter, Period, Query, Span
from medportal.features.analytics.schemas.dimensions import Dimension

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (Span.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        (Span.QUARTER, date(2024, 1, 1), date(2024, 3, 31)),
        (Span.YEAR, date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_period_holds_whole_months(span, first, last):
    period = Period.around(span, date(2024, 2, 15))
    assert (period.first, period.last) == (first, last)
    assert period.step(1).step(-1) == period
    assert period.step(-1).last.toordinal() == first.toordinal() - 1


def test_the_end_of_february_stays_the_end_of_february():
    february = Period.around(Span.MONTH, date(2025, 2, 1))
    assert february.year_before().last == date(2024, 2, 29)
    assert Period.around(Span.MONTH, date(2024, 2, 1)).year_before().last == date(2023, 2, 28)


def test_a_view_can_be_bookmarked():
    query = Query(
        Period(date(2026, 1, 5), date(2026, 2, 6)),
        Compare.PREVIOUS,
        (Filter(Dimension.PAYMENT, ("1", "3")), Filter(Dimension.DIAGNOSIS_CLASS, ("X",))),
    )
    read = Query.read(query.params(), TODAY)
    assert read.period == query.period
    assert read.compare is Compare.PREVIOUS
    assert set(read.filters) == set(query.filters)
    quarter = Query(Period.around(Span.QUARTER, date(2026, 5, 5)))
    assert Query.read(quarter.params(), TODAY) == quarter


def test_a_click_puts_a_filter_and_a_second_one_takes_it_out():
    query = Query(Period.around(Span.YEAR, TODAY))
    chosen = query.toggled(Dimension.PLACE, "2").toggled(Dimension.PLACE, "1")
    assert chosen.filters == (Filter(Dimension.PLACE, ("2", "1")),)
    assert chosen.toggled(Dimension.PLACE, "2").toggled(Dimension.PLACE, "1") == query


@given(st.dictionaries(st.sampled_from(["from", "to", "span", "day", "compare", "place", "month", "day"]), st.text()))
def test_any_address_asks_something_that_can_be_answered(params):
    query = Query.read(params, TODAY)
    assert query.period.first <= query.period.last
    assert Query.read(query.params(), TODAY).period == query.period
