"""Whatever days passes run on, however often, in whatever order, and wherever the process is killed: once each."""

# ruff: noqa: DTZ001 (a person enters local times)

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from medportal.features.attestations import service
from medportal.features.attestations.models import ReminderLetter, ReminderMark
from medportal.features.attestations.schemas.calendar import OwnEvent
from medportal.features.attestations.schemas.reminders import Choices
from medportal.features.attestations.service import reminding
from medportal.features.notifications import service as notifications
from medportal.infra import jobs
from medportal.infra.db import reading
from medportal.kernel.actor import SYSTEM

DUE = date(2027, 6, 30)
LADDER = (30, 14, 7, 1, 0, -1)
BEGAN = datetime(2027, 5, 20, 7, tzinfo=UTC)
DEATHS = ("", "mark", "tell", "post", "deliver")
RUNS = st.lists(st.tuples(st.integers(0, 45), st.sampled_from(DEATHS)), min_size=1, max_size=10)
CALM = Choices(quiet_from=0, quiet_to=0)


class KilledError(BaseException):
    """The process is gone: nothing catches this."""


@pytest.fixture
def killer(monkeypatch):
    """Kills the next pass where it is told."""
    at = {"": ""}
    places = {
        "mark": (reminding.reminders, "mark_once"),
        "tell": (notifications, "tell"),
        "post": (notifications, "post"),
    }
    for name, (owner, function) in places.items():
        plain = getattr(owner, function)

        def dying(*given, _name=name, _plain=plain, **more):
            answer = _plain(*given, **more)
            if at[""] == _name:
                raise KilledError
            return answer

        monkeypatch.setattr(owner, function, dying)
    return at


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(runs=RUNS)
def test_no_reminder_twice_none_skipped_whatever_happens_to_the_passes(anna, hands, killer, runs):
    hands.at = BEGAN
    service.choose_reminders(anna, CALM)
    day = datetime(DUE.year, DUE.month, DUE.day)
    event_id = service.create_event(anna, OwnEvent("Комиссия", day, day, ladder=LADDER))
    for ahead, death in sorted(runs):
        hands.at = max(hands.at, BEGAN + timedelta(days=ahead))
        killer[""] = death
        try:
            service.remind(SYSTEM)
        except KilledError:
            jobs.engine().forget()
        killer[""] = ""
        service.remind(SYSTEM)  # the next scheduler, a minute later
        hands.move(minutes=1)
    with reading() as uow:
        marks = [
            int(one.rung)
            for one in uow.session.exec(select(ReminderMark).where(ReminderMark.event_id == event_id)).all()
        ]
        letters = uow.session.exec(select(ReminderLetter).where(ReminderLetter.event_id == event_id)).all()
        posted = notifications.letters_of(uow, anna.account_id, [one.letter_key or "" for one in letters])
    owed = {
        min(reached)
        for ahead, _ in runs
        if (
            reached := [rung for rung in LADDER if DUE - timedelta(days=rung) <= (BEGAN + timedelta(days=ahead)).date()]
        )
    }
    assert sorted(marks) == sorted(owed)
    assert sorted(one.rung for one in letters) == sorted(str(one) for one in owed)
    # What was still worth a letter has one; after the event is past, nothing is left out either.
    assert all(one.post_at is None for one in letters)
    assert sum(len(found) for found in posted.values()) == len(owed)
    service.delete_event(anna, event_id)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.lists(st.integers(0, 40), min_size=2, max_size=8), chance=st.randoms())
def test_the_order_of_days_run_by_hand_does_not_matter(anna, hands, days, chance):
    hands.at = BEGAN
    service.choose_reminders(anna, CALM)
    day = datetime(DUE.year, DUE.month, DUE.day)
    first, second = (service.create_event(anna, OwnEvent(title, day, day, ladder=LADDER)) for title in "аб")
    shuffled = list(days)
    chance.shuffle(shuffled)
    for ahead in shuffled:
        service.remind(SYSTEM, (BEGAN + timedelta(days=ahead)).date())
    with reading() as uow:
        rungs = {
            event_id: sorted(
                one.rung
                for one in uow.session.exec(select(ReminderMark).where(ReminderMark.event_id == event_id)).all()
            )
            for event_id in (first, second)
        }
    assert rungs[first] == rungs[second]
    assert len(set(rungs[first])) == len(rungs[first])
    nearest = min(
        (rung for rung in LADDER if DUE - timedelta(days=rung) <= (BEGAN + timedelta(days=max(days))).date()),
        default=None,
    )
    assert (str(nearest) in rungs[first]) == (nearest is not None)
    for event_id in (first, second):
        service.delete_event(anna, event_id)
