"""The form of an own event: what is typed is read with findings, and what is kept comes back as it was typed."""

# ruff: noqa: DTZ001 (a person enters local times)

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medportal.features.attestations import service
from medportal.features.attestations.rules import answers, own, recurrence
from medportal.features.attestations.schemas.calendar import OwnEvent
from medportal.features.attestations.schemas.kinds import FactKind
from medportal.infra import jobs
from medportal.kernel.actor import SYSTEM
from medportal.kernel.errors import ForbiddenError, InvalidError, NotFoundError

FORM = {"title": "Конгресс", "all_day": "on", "starts": "2026-12-01", "ends": "2026-12-03", "ladder": "7,1"}


def test_a_form_becomes_an_event():
    event, found = answers.read({**FORM, "kind": "training", "repeat": "MONTHLY", "interval": "2"}, "Asia/Omsk")
    assert found == ()
    assert (event.starts, event.ends) == (datetime(2026, 12, 1), datetime(2026, 12, 3))
    assert (event.repeat, event.ladder, event.kind, event.zone) == (
        "FREQ=MONTHLY;INTERVAL=2",
        (7, 1),
        "training",
        "Asia/Omsk",
    )


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"starts": "2026-02-30"}, "starts"),
        ({"starts": ""}, "starts"),
        ({"starts": "29.02.2027"}, "starts"),
        ({"all_day": "", "starts_time": "25:00"}, "starts_time"),
        ({"repeat": "DAILY", "interval": "0"}, "interval"),
        ({"repeat": "DAILY", "interval": "1e9"}, "interval"),
        ({"repeat": "DAILY", "ending": "count", "count": "99999"}, "count"),
        ({"repeat": "DAILY", "ending": "until", "until": "soon"}, "until"),
    ],
)
def test_what_cannot_be_read_is_found_at_its_field(change, field):
    event, found = answers.read({**FORM, **change}, "Europe/Moscow")
    assert event is None
    assert field in {one.field for one in found}


@given(
    every=st.sampled_from(("", *answers.REPEATS)),
    interval=st.integers(1, 99),
    days=st.sets(st.sampled_from(("MO", "WE", "SU"))),
    until=st.none() | st.dates(date(2027, 1, 1), date(2100, 1, 1)),
)
def test_what_is_kept_comes_back_as_it_was_typed(every, interval, days, until):
    typed = {**FORM, "repeat": every, "interval": str(interval), "weekdays": ",".join(sorted(days))}
    typed |= {"ending": "until", "until": until.isoformat()} if until else {}
    event, found = answers.read(typed, "Europe/Moscow")
    assert found == ()
    # What is kept has its rule settled: days named, an end set.
    kept = recurrence.settled(event.repeat, event.starts.date()) if event.repeat else None
    if event.repeat and kept is None:
        return  # by this rule it never happens: refused when it is saved
    shown = answers.written(replace(event, repeat=kept.rule if kept else ""))
    again, _ = answers.read(shown, "Europe/Moscow")
    settled = recurrence.settled(again.repeat, again.starts.date()).rule if again.repeat else ""
    assert settled == (kept.rule if kept else "")
    assert own.problems(again) == ()


def test_a_form_is_saved_edited_and_read_back_by_its_owner_alone(anna, boris):
    event_id = service.save_event(anna, {**FORM, "notes": "Взять паспорт"}, None, None)
    assert service.event_answers(anna, event_id)["notes"] == "Взять паспорт"
    service.save_event(anna, {**FORM, "title": "Съезд"}, event_id, None)
    assert service.event(anna, event_id).title.ru == "Съезд"
    for deed in (
        lambda: service.event_answers(boris, event_id),
        lambda: service.save_event(boris, FORM, event_id, None),
    ):
        with pytest.raises(NotFoundError):
            deed()
    with pytest.raises(NotFoundError):
        service.event_story(boris, event_id)


def test_a_rule_that_the_form_cannot_say_stays_when_it_is_not_touched(anna):
    day = datetime(2026, 12, 1)
    rule = "FREQ=MONTHLY;BYDAY=1TU"
    event_id = service.create_event(anna, OwnEvent("Планёрка", day, day, repeat=rule))
    kept = service.event_form(anna, event_id).repeat
    service.save_event(anna, {**service.event_answers(anna, event_id), "title": "Совещание"}, event_id, None)
    assert service.event_form(anna, event_id).repeat == kept
    assert "BYDAY=1TU" in kept


def test_a_document_of_somebody_else_is_not_laid_to_an_event(anna):
    with pytest.raises(InvalidError):
        service.save_event(anna, {**FORM, "document": "0198c0de-0000-7000-8000-000000000001"}, None, None)


def test_a_date_that_the_portal_reckons_has_no_form(anna):
    service.tell_fact(anna, FactKind.MEDICAL_EXAM, date(2026, 6, 1))
    exam = next(one for one in service.agenda(anna).events if one.key.startswith("medical_exam"))
    with pytest.raises(ForbiddenError):
        service.event_answers(anna, exam.id)


def test_the_story_of_an_event_tells_what_was_said_and_what_became_of_the_letters(anna, hands):
    event_id = service.save_event(anna, {**FORM, "ladder": "1"}, None, None)
    hands.move(days=7, hours=2)
    service.remind(SYSTEM)
    assert [letter.state for letter in service.event_story(anna, event_id).reminders[0].letters] == ["queued"]
    jobs.work_off()
    story = service.event_story(anna, event_id)
    assert [(letter.channel, letter.state) for letter in story.reminders[0].letters] == [("email", "sent")]
    assert (story.done, story.snoozed_until, story.moves) == (False, None, ())


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("09:30", time(9, 30)), ("9:30", time(9, 30)), ("9.30", time(9, 30)), (" 0930 ", time(9, 30)), ("930", time(9, 30)),
        ("00:00", time()), ("23:59", time(23, 59)), ("24:00", None), ("9:60", None), ("", None), ("9", None),
        ("10:00 AM", None), ("٠٩:٣٠", None),
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_type_it(typed, read):
    assert answers.read_time(typed) == read
