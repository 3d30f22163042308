import time
from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from medportal.features.attestations.rules import recurrence

MONDAY = date(2026, 11, 23)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
STARTS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


@st.composite
def repeats(draw):
    kind = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={kind}", f"INTERVAL={draw(st.integers(1, 7))}"]
    if kind == "WEEKLY" and draw(st.booleans()):
        parts.append("BYDAY=" + ",".join(draw(st.sets(st.sampled_from(WEEKDAYS), min_size=1))))
    if kind == "MONTHLY":
        by = draw(
            st.sampled_from(
                ["", "BYMONTHDAY=15", "BYMONTHDAY=-1", "BYDAY=2TU", "BYDAY=-1FR", "BYDAY=MO,WE;BYSETPOS=-1"]
            )
        )
        parts += [by] if by else []
    if kind == "YEARLY":
        by = draw(st.sampled_from(["", "BYMONTH=3,9", "BYMONTH=2;BYMONTHDAY=28", "BYMONTH=5;BYDAY=1SU"]))
        parts += [by] if by else []
    end = draw(st.sampled_from(["", "COUNT=7", "UNTIL=20350615"]))
    return ";".join(parts + ([end] if end else []))


@settings(max_examples=150)
@given(repeats(), STARTS, st.integers(-400, 8000), st.integers(0, 400))
def test_a_window_holds_what_the_whole_series_has_there(rule, start, ahead, length):
    first = start + timedelta(days=ahead)
    last = first + timedelta(days=length)
    kept = recurrence.settled(rule, start)
    oracle = rrulestr(rule, dtstart=datetime.combine(start, datetime.min.time()))
    whole = [
        one.date()
        for one in oracle.between(
            datetime.combine(first, datetime.min.time()), datetime.combine(last, datetime.min.time()), inc=True
        )
    ]
    assert (recurrence.days(kept.rule, start, first, last) if kept else []) == whole


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY", "FREQ=HOURLY;INTERVAL=1", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=100000",
        "FREQ=DAILY;COUNT=99999999", "FREQ=DAILY;BYHOUR=1", "FREQ=YEARLY;BYEASTER=0", "", "FREQ", "COUNT=3",
        "FREQ=DAILY;COUNT=3;UNTIL=20300101", "FREQ=MONTHLY;BYMONTHDAY=77", "FREQ=MONTHLY;BYDAY=XX", "A" * 5000,
        "FREQ=WEEKLY;BYDAY=MO\nRRULE:FREQ=SECONDLY", "FREQ=YEARLY;BYMONTH=13", "FREQ=MONTHLY;BYSETPOS=9999",
    ],
)  # fmt: skip
def test_a_rule_that_is_not_supported_is_refused_at_once(rule):
    began = time.process_time()
    found = recurrence.objection(rule, MONDAY)
    assert found is not None
    assert found.field == "repeat"
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "rule",
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=5", "FREQ=DAILY;UNTIL=20200101",
     "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29"],
)  # fmt: skip
def test_a_rule_that_never_happens_is_refused_and_does_not_search_for_ever(rule):
    began = time.process_time()
    assert recurrence.objection(rule, MONDAY).code == "repeat_never"
    assert time.process_time() - began < 3


def test_an_endless_series_is_bounded_by_the_window():
    kept = recurrence.settled("FREQ=DAILY", date(1900, 1, 1))
    assert recurrence.days(kept.rule, date(1900, 1, 1), date(2100, 2, 27), date(2100, 3, 1)) == [
        date(2100, 2, 27), date(2100, 2, 28), date(2100, 3, 1),
    ]  # fmt: skip
    assert len(recurrence.days(kept.rule, date(1900, 1, 1), date(1900, 1, 1), date(2150, 1, 1))) == 1000


def test_the_twenty_ninth_of_february_repeats_in_leap_years_only():
    kept = recurrence.settled("FREQ=YEARLY", date(2024, 2, 29))
    assert recurrence.days(kept.rule, date(2024, 2, 29), date(2024, 1, 1), date(2033, 1, 1)) == [
        date(2024, 2, 29), date(2028, 2, 29), date(2032, 2, 29),
    ]  # fmt: skip
