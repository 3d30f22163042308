from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medportal.kernel import working_days
from medportal.kernel.working_days import DayKind, add_working_days, is_working_day, working_days_between

DAYS = st.dates(date(1993, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2025, 11, 1), True),  # a Saturday made a working day
        (date(2025, 11, 3), False),
        (date(2025, 12, 31), False),
        (date(2026, 1, 9), False),
        (date(2026, 1, 12), True),
        (date(2026, 3, 9), False),
        (date(2026, 12, 31), False),
        (date(2027, 2, 20), True),
        (date(2027, 2, 22), False),
        (date(2027, 11, 5), False),
        (date(2026, 11, 23), True),
    ],
)
def test_days_moved_by_the_government_are_known(day, works):
    assert is_working_day(day) is works


def test_a_year_has_as_many_working_days_as_the_production_calendar_says():
    counts = {year: working_days_between(date(year - 1, 12, 31), date(year, 12, 31)) for year in (2025, 2026, 2027)}
    assert counts == {2025: 247, 2026: 247, 2027: 247}


def test_a_holiday_on_a_weekend_moves_by_law_where_no_decree_is_out_yet():
    assert not working_days.is_certain(date(2028, 11, 4))
    assert not is_working_day(date(2028, 11, 6))
    assert is_working_day(date(2028, 11, 7))


def test_new_year_holidays_stretch_a_term_of_five_working_days_to_two_weeks():
    assert add_working_days(date(2025, 12, 30), 5) == date(2026, 1, 16)


def test_marks_of_november_have_names_in_both_languages():
    found = working_days.marks(date(2025, 11, 1), date(2025, 11, 30))
    assert [(one.day.day, one.kind) for one in found] == [
        (1, DayKind.WORKING),
        (3, DayKind.MOVED),
        (4, DayKind.HOLIDAY),
    ]
    assert found[2].name.ru == "День народного единства"
    assert found[2].name.en == "Unity Day"


def test_a_term_that_ends_on_a_day_off_ends_on_the_next_working_day():
    assert working_days.on_or_after(date(2026, 1, 3)) == date(2026, 1, 12)
    assert working_days.on_or_before(date(2026, 1, 11)) == date(2025, 12, 30)


@given(DAYS, st.integers(1, 60))
def test_adding_days_and_counting_them_agree(day, count):
    there = add_working_days(day, count)
    assert is_working_day(there)
    assert working_days_between(day, there) == count
    back = add_working_days(there, -count)
    assert back <= day
    assert working_days_between(back, there) == count


@given(st.dates(date(1900, 1, 1), date(2150, 1, 1)))
def test_every_year_answers(day):
    assert isinstance(is_working_day(day), bool)
    assert working_days_between(day, day + timedelta(days=14)) <= 11


def test_an_endless_term_is_refused():
    with pytest.raises(ValueError, match="too many"):
        add_working_days(date(2026, 1, 1), 10**9)
