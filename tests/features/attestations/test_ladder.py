"""When to remind: none twice, none skipped, whatever the order and the number of runs."""

# ruff: noqa: DTZ001 (Hypothesis adds the zone)

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from medportal.features.attestations.rules import ladder
from medportal.features.attestations.schemas.kinds import EventKind
from medportal.features.attestations.schemas.reminders import DEFAULT_LADDER, Choices, Digest

DUE = date(2027, 5, 31)
LADDERS = st.sets(st.integers(-30, 365), min_size=1, max_size=12)
DAYS = st.integers(-400, 60).map(lambda days: DUE + timedelta(days=days))
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))
CHOICES = st.builds(
    Choices,
    zone=st.sampled_from(["Europe/Moscow", "Europe/Berlin", "Asia/Vladivostok", "America/New_York", "Pacific/Apia"]),
    digest=st.sampled_from(Digest),
    hour=st.integers(0, 23),
    quiet_from=st.integers(0, 23),
    quiet_to=st.integers(0, 23),
)


def run(rungs, since, days):
    """The rungs given by runs on these days, in this order."""
    given = []
    for day in days:
        rung = ladder.step_due(DUE, rungs, day, since, given)
        if rung is not None:
            given.append(rung)
    return given


def every_day(first, last):
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


@given(LADDERS, DAYS)
def test_runs_on_every_day_skip_no_rung_and_give_none_twice(rungs, since):
    given = run(rungs, since, every_day(since, DUE + timedelta(days=31)))
    assert sorted(given, reverse=True) == given
    assert set(given) == {rung for rung in rungs if DUE - timedelta(days=rung) >= since}
    assert len(set(given)) == len(given)


@given(LADDERS, DAYS, st.lists(DAYS, min_size=1, max_size=12), st.randoms())
def test_the_order_and_the_number_of_runs_do_not_matter_for_where_they_end(rungs, since, days, chance):
    shuffled = days * 2
    chance.shuffle(shuffled)
    one, other = run(rungs, since, sorted(days)), run(rungs, since, shuffled)
    assert len(set(other)) == len(other)
    assert set(other) <= rungs
    reached = [rung for rung in rungs if since <= DUE - timedelta(days=rung) <= max(days)]
    assert min(one, default=None) == min(other, default=None) == min(reached, default=None)


@given(LADDERS, DAYS, DAYS)
def test_a_missed_run_is_caught_up_once(rungs, since, back):
    given = run(rungs, since, [back, back, back])
    assert len(given) <= 1


@given(LADDERS, DAYS)
def test_the_next_day_looked_at_is_never_too_late(rungs, since):
    """Looking only on the days that `next_day` names gives the same as looking every day."""
    given, day = [], ladder.next_day(DUE, rungs, since - timedelta(days=1), [])
    while day is not None:
        rung = ladder.step_due(DUE, rungs, day, since, given)
        given += [] if rung is None else [rung]
        day = ladder.next_day(DUE, rungs, day, given)
    assert given == run(rungs, since, every_day(since, DUE + timedelta(days=31)))


@given(MOMENTS, CHOICES)
def test_no_letter_goes_in_quiet_hours_and_none_waits_longer_than_a_week(at, chosen):
    goes = ladder.letter_at(at, chosen)
    local = goes.astimezone(ZoneInfo(chosen.zone))
    assert goes >= at
    assert goes - at <= timedelta(days=8, hours=12)
    assert ladder.out_of_quiet(goes, chosen) == goes
    start, end = chosen.quiet_from, chosen.quiet_to
    if start < end:
        assert not start <= local.hour < end
    elif start > end:
        assert end <= local.hour < start


def test_an_absence_keeps_letters_back_until_the_day_after_it():
    away = Choices(absent_from=date(2026, 12, 1), absent_to=date(2026, 12, 14))
    assert ladder.letter_at(datetime(2026, 12, 3, 9, tzinfo=UTC), away) == datetime(2026, 12, 15, 6, tzinfo=UTC)
    assert ladder.letter_at(datetime(2026, 12, 16, 9, tzinfo=UTC), away) == datetime(2026, 12, 16, 9, tzinfo=UTC)


def test_a_muted_kind_has_no_ladder_and_an_own_one_beats_the_rule():
    chosen = Choices(muted=frozenset({EventKind.NMO}), ladders=((EventKind.PASSPORT, (3,)),))
    assert ladder.ladder_of(EventKind.NMO, DEFAULT_LADDER, chosen) == ()
    assert ladder.ladder_of(EventKind.PASSPORT, DEFAULT_LADDER, chosen) == (3,)
    assert ladder.ladder_of(EventKind.LICENCE, DEFAULT_LADDER, chosen) == DEFAULT_LADDER
