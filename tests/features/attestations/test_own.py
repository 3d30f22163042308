"""Own events: entered, seen in every view, moved, taken out and put back."""

# ruff: noqa: DTZ001 (a person enters local times)

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from medportal.features.attestations import service
from medportal.features.attestations.schemas.calendar import OwnEvent
from medportal.features.attestations.schemas.kinds import EventKind, EventState, FactKind, Origin
from medportal.features.attestations.schemas.reminders import Choices
from medportal.features.attestations.store import reminders
from medportal.infra.db import unit_of_work
from medportal.kernel.errors import ForbiddenError, InvalidError, NotFoundError
from medportal.kernel.working_days import DayKind

DAY = datetime(2026, 12, 1)
CONGRESS = OwnEvent("Конгресс терапевтов", DAY, DAY + timedelta(days=2), notes="Взять удостоверение", place="Казань")
ROUND = OwnEvent(
    "Обход",
    datetime(2026, 3, 26, 9),
    datetime(2026, 3, 26, 10),
    all_day=False,
    zone="Europe/Berlin",
    repeat="FREQ=WEEKLY",
)


def days(view):
    return [one.day for one in view.days for event in one.events]


def titles(view):
    return [(one.day.day, event.title.ru) for one in view.days for event in one.events]


@pytest.mark.both_databases
def test_an_event_stands_on_each_of_its_days_in_month_week_year_and_agenda(anna):
    event_id = service.create_event(anna, CONGRESS)
    expected = [(1, CONGRESS.title), (2, CONGRESS.title), (3, CONGRESS.title)]
    assert titles(service.month(anna, date(2026, 12, 15))) == expected
    assert titles(service.week(anna, date(2026, 12, 2))) == expected
    assert titles(service.year(anna, 2026)) == expected
    shown = service.agenda(anna).events
    assert [(one.id, one.state, one.days_left) for one in shown] == [(event_id, EventState.AHEAD, 8)]
    assert service.event_form(anna, event_id) == CONGRESS
    assert service.month(anna, date(2026, 12, 15), kinds=[EventKind.PASSPORT]).counts == ()


def test_a_month_shows_whole_weeks_and_marks_holidays(anna):
    view = service.month(anna, date(2026, 11, 23))
    assert (view.first, view.last, len(view.days)) == (date(2026, 10, 26), date(2026, 12, 6), 42)
    unity = next(one for one in view.days if one.day == date(2026, 11, 4))
    assert (unity.works, unity.mark.kind, unity.mark.name.en) == (False, DayKind.HOLIDAY, "Unity Day")


def test_a_series_keeps_its_hour_on_the_clock_across_daylight_saving(anna):
    service.create_event(anna, ROUND)
    starts = [e.starts_at.astimezone(UTC).hour for d in service.month(anna, date(2026, 4, 1)).days for e in d.events]
    assert starts == [7, 7, 7, 7, 7]
    winter = [e.starts_at.astimezone(UTC).hour for d in service.month(anna, date(2026, 3, 10)).days for e in d.events]
    assert winter == [8, 7]


def test_an_hour_that_the_clock_skips_is_an_hour_later(anna):
    skipped = replace(ROUND, repeat="", starts=datetime(2026, 3, 29, 2, 30), ends=datetime(2026, 3, 29, 3, 30))
    with pytest.raises(InvalidError):
        service.create_event(anna, replace(skipped, ends=datetime(2026, 3, 29, 1, 0)))
    event_id = service.create_event(anna, skipped)
    assert service.event(anna, event_id).starts_at.astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_the_person_sees_events_in_his_own_zone(anna):
    with unit_of_work() as uow:
        reminders.put_choices(uow, anna.account_id, Choices(zone="Asia/Vladivostok"))
    late = OwnEvent("Дежурство", datetime(2026, 12, 1, 20), datetime(2026, 12, 1, 22), all_day=False)
    service.create_event(anna, late)
    assert days(service.week(anna, date(2026, 12, 2))) == [date(2026, 12, 2)]


@pytest.mark.both_databases
def test_one_occurrence_is_moved_and_the_others_stay(anna):
    series = service.create_event(anna, replace(CONGRESS, ends=DAY, repeat="FREQ=DAILY;COUNT=5"))
    service.move_event(anna, series, date(2026, 12, 20), occurrence=date(2026, 12, 3))
    assert [day.day for day in days(service.month(anna, DAY.date()))] == [1, 2, 4, 5, 20]
    service.delete_event(anna, series, occurrence=date(2026, 12, 5))
    service.delete_event(anna, series, occurrence=date(2026, 12, 4))
    service.undo_delete(anna, series, occurrence=date(2026, 12, 5))
    assert [day.day for day in days(service.month(anna, DAY.date()))] == [1, 2, 5, 20]
    with pytest.raises(NotFoundError):
        service.delete_event(anna, series, occurrence=date(2026, 12, 3))


def test_a_whole_series_is_moved_with_its_weekdays(anna):
    tuesday = service.create_event(anna, replace(CONGRESS, ends=DAY, repeat="FREQ=WEEKLY;COUNT=3"))
    service.move_event(anna, tuesday, date(2026, 12, 3))
    assert [day.day for day in days(service.month(anna, DAY.date()))] == [3, 10, 17]


def test_deleting_is_undone_whole(anna):
    event_id = service.create_event(anna, CONGRESS)
    service.delete_event(anna, event_id)
    assert days(service.month(anna, DAY.date())) == []
    with pytest.raises(NotFoundError):
        service.event(anna, event_id)
    service.undo_delete(anna, event_id)
    assert service.event_form(anna, event_id) == CONGRESS


def test_an_event_of_another_person_is_as_good_as_none(anna, boris):
    event_id = service.create_event(anna, CONGRESS)
    for deed in (
        lambda: service.event(boris, event_id),
        lambda: service.edit_event(boris, event_id, CONGRESS),
        lambda: service.move_event(boris, event_id, date(2027, 1, 1)),
        lambda: service.delete_event(boris, event_id),
        lambda: service.undo_delete(boris, event_id),
        lambda: service.mark_done(boris, event_id),
        lambda: service.snooze_event(boris, event_id, date(2026, 12, 24)),
        lambda: service.event(anna, uuid4()),
    ):
        with pytest.raises(NotFoundError):
            deed()
    assert days(service.month(boris, DAY.date())) == []


def test_a_reckoned_date_is_explained_and_cannot_be_moved_but_can_be_done(anna):
    service.tell_fact(anna, FactKind.ACCREDITATION, date(2022, 5, 31))
    service.tell_fact(anna, FactKind.MEDICAL_EXAM, date(2025, 6, 1))
    (overdue,) = service.agenda(anna).overdue
    window = next(one for one in service.month(anna, date(2026, 5, 1)).days if one.day == date(2026, 5, 31)).events[0]
    assert window.state is EventState.OPEN  # the portfolio may be sent: nothing is late
    end = next(
        one
        for one in service.agenda(anna).events
        if one.key.startswith("accreditation_periodic") and one.key.endswith("end")
    )
    assert (end.day, end.state, end.origin) == (date(2027, 5, 31), EventState.SOON, Origin.RULE)
    assert "709н" in end.source.ru
    assert "отстранит" in end.consequence.ru
    assert end.reckoned_from.ru == "По дате, которую вы указали"
    assert (overdue.state, overdue.day) == (EventState.OVERDUE, date(2026, 6, 1))
    with pytest.raises(ForbiddenError):
        service.move_event(anna, end.id, date(2028, 1, 1))
    service.mark_done(anna, overdue.id)
    assert service.agenda(anna).overdue == ()
    assert service.event(anna, overdue.id).state is EventState.DONE


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": "  "}, "title"),
        ({"title": "я" * 201}, "title"),
        ({"notes": "я" * 4001}, "notes"),
        ({"starts": datetime(1899, 12, 31)}, "starts"),
        ({"ends": datetime(2151, 1, 1)}, "ends"),
        ({"ends": datetime(2026, 11, 1)}, "ends"),
        ({"ends": datetime(2028, 1, 1)}, "ends"),
        ({"zone": "Mars/Olympus"}, "zone"),
        ({"ladder": (400,)}, "ladder"),
        ({"repeat": "FREQ=SECONDLY"}, "repeat"),
        ({"repeat": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}, "repeat"),
        ({"kind": EventKind.ACCREDITATION}, "kind"),
    ],
)
def test_what_does_not_fit_is_named_by_its_field(anna, change, field):
    with pytest.raises(InvalidError) as refusal:
        service.create_event(anna, replace(CONGRESS, **change))
    assert field in {problem.field for problem in refusal.value.problems}


def test_the_words_of_a_person_are_sealed_and_shown_in_no_repr(anna):
    event_id = service.create_event(anna, CONGRESS)
    assert "Конгресс" not in repr(CONGRESS) + repr(service.event(anna, event_id)) + repr(service.agenda(anna))


def test_days_outside_of_the_calendar_are_refused(anna):
    for deed in (
        lambda: service.month(anna, date(1, 1, 1)),
        lambda: service.week(anna, date(9999, 12, 31)),
        lambda: service.year(anna, 0),
        lambda: service.agenda(anna, date(9999, 1, 1)),
    ):
        with pytest.raises(InvalidError):
            deed()
