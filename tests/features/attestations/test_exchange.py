"""Out to other calendars and in from them, judged by an independent reader: the library `icalendar`."""

# ruff: noqa: DTZ001 (a person enters local times)

import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select
from starlette.applications import Starlette
from starlette.testclient import TestClient

from medportal.features.attestations import service
from medportal.features.attestations.models import CalendarFeed
from medportal.features.attestations.routes import ROUTES
from medportal.features.attestations.rules import ics
from medportal.features.attestations.schemas.calendar import OwnEvent
from medportal.features.attestations.schemas.exchange import Entry
from medportal.features.attestations.schemas.kinds import EventKind, FactKind, Origin
from medportal.infra.db import reading
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import InvalidError, NotFoundError

VISITOR = Actor(Role.VISITOR)
DAY = datetime(2026, 12, 1)
CONGRESS = OwnEvent("Конгресс; «Терапия, 2026»\\n", DAY, DAY + timedelta(days=2), notes="a\nb" * 200, place="Казань")
ROUND = OwnEvent(
    "Обход", datetime(2026, 10, 1, 9), datetime(2026, 10, 1, 10), all_day=False, zone="Europe/Berlin",
    repeat="FREQ=WEEKLY;COUNT=8", ladder=(1,),
)  # fmt: skip


def token_of(url):
    return url.rpartition("/")[2].removesuffix(".ics")


def parsed(data):
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar.errors == []
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    return {str(one["SUMMARY"]): one for one in calendar.walk("VEVENT")}


@pytest.mark.both_databases
def test_a_feed_is_read_by_another_calendar_with_uids_alarms_zones_and_cancellations(anna):
    congress = service.create_event(anna, CONGRESS)
    series = service.create_event(anna, ROUND)
    service.delete_event(anna, series, occurrence=date(2026, 10, 15))
    gone = service.create_event(anna, replace(CONGRESS, title="Отменено"))
    service.delete_event(anna, gone)
    service.tell_fact(anna, FactKind.ACCREDITATION, date(2022, 5, 31))
    token = token_of(service.open_feed(anna))
    found = parsed(service.feed(VISITOR, token).body)
    shown = found[CONGRESS.title]
    assert str(shown["UID"]) == f"{congress}@medportal"
    assert (shown["DTSTART"].dt, shown["DTEND"].dt) == (date(2026, 12, 1), date(2026, 12, 4))
    assert str(shown["DESCRIPTION"]) == CONGRESS.notes
    assert [alarm["TRIGGER"].dt for alarm in shown.walk("VALARM")] == [timedelta(0), timedelta(days=-1)]
    repeated = found["Обход"]
    assert repeated["DTSTART"].dt.utcoffset() == timedelta(hours=2)
    assert repeated["EXDATE"].dts[0].dt.date() == date(2026, 10, 15)
    assert repeated["RRULE"]["UNTIL"] == [datetime(2026, 11, 19, 8, tzinfo=UTC)]
    assert str(found["Отменено"]["STATUS"]) == "CANCELLED"
    assert "709н" in str(found["Окончание аккредитации"]["DESCRIPTION"])
    uids = {str(one["UID"]) for one in found.values()}
    assert {str(one["UID"]) for one in parsed(service.feed(VISITOR, token).body).values()} == uids


def test_a_feed_is_served_with_a_tag_and_304_until_something_changes(anna):
    event_id = service.create_event(anna, CONGRESS)
    token = token_of(service.open_feed(anna))
    client = TestClient(Starlette(routes=ROUTES))
    first = client.get(f"/calendar/feed/{token}.ics")
    assert (first.status_code, first.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    again = client.get(f"/calendar/feed/{token}.ics", headers={"if-none-match": f'W/{first.headers["etag"]}, "x"'})
    assert (again.status_code, again.content) == (304, b"")
    service.move_event(anna, event_id, date(2026, 12, 5))
    changed = client.get(f"/calendar/feed/{token}.ics", headers={"if-none-match": first.headers["etag"]})
    assert changed.status_code == 200
    assert parsed(changed.content)[CONGRESS.title]["SEQUENCE"] > parsed(first.content)[CONGRESS.title]["SEQUENCE"]


def test_a_guessed_revoked_or_replaced_address_shows_nothing(anna):
    client = TestClient(Starlette(routes=ROUTES))
    old = token_of(service.open_feed(anna))
    new = token_of(service.open_feed(anna))
    for token in (old, "x" * 43, "x", "x" * 5000, "%00" * 20, new[:-1]):
        assert client.get(f"/calendar/feed/{token}.ics").status_code == 404
    with reading() as uow:
        assert all(new not in row.token_fingerprint for row in uow.session.exec(select(CalendarFeed)).all())
    assert service.feed_view(anna) is not None
    service.revoke_feed(anna)
    service.revoke_feed(anna)
    assert service.feed_view(anna) is None
    with pytest.raises(NotFoundError):
        service.feed(VISITOR, new)


def test_one_event_goes_out_to_its_owner_alone(anna, boris):
    event_id = service.create_event(anna, CONGRESS)
    assert list(parsed(service.event_ics(anna, event_id))) == [CONGRESS.title]
    for actor, wanted in ((boris, event_id), (anna, uuid4())):
        with pytest.raises(NotFoundError):
            service.event_ics(actor, wanted)
    client = TestClient(Starlette(routes=ROUTES))
    assert client.get(f"/private/calendar/{event_id}.ics").status_code == 403


@pytest.mark.both_databases
def test_what_goes_out_comes_in_as_it_was_and_twice_adds_nothing(anna, boris):
    ids = [service.create_event(anna, event) for event in (CONGRESS, ROUND)]
    data = service.feed(VISITOR, token_of(service.open_feed(anna))).body
    report = service.import_ics(boris, data)
    assert (report.added, report.known, report.left_out) == (2, 0, ())
    assert service.import_ics(boris, data).known == 2
    found = [one for day in service.year(boris, 2026).days for one in day.events]
    assert {one.origin for one in found} == {Origin.IMPORTED}
    theirs = {service.event_form(boris, one.id) for one in found}
    mine = {service.event_form(anna, one) for one in ids}
    strip = lambda events: {replace(one, ladder=()) for one in events}  # noqa: E731
    assert strip(theirs) == strip(mine)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"<html>", b"BEGIN:VCALENDAR\r\n" + b"X" * 1_000_001, b"\x00" * 500,
        b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 2001 + b"END:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\n" + b"BEGIN:X\r\n" * 9000,
        b"BEGIN:VCALENDAR\r\nX:" + b"a" * 30_000 + b"\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
        b"BEGIN:VCALENDAR\r\n;;;===\r\nEND:VEVENT\r\n",
        b"PK\x03\x04" * 100,
    ],
)  # fmt: skip
def test_a_hostile_file_is_refused_in_words_and_at_once(anna, data):
    began = time.process_time()
    fields = ["file"]
    try:
        assert service.import_ics(anna, data).added == 0
    except InvalidError as refusal:
        fields = [problem.field for problem in refusal.problems]
    assert fields == ["file"]
    assert time.process_time() - began < 5


def test_events_that_cannot_be_kept_are_left_out_with_the_reason_and_the_rest_comes_in(anna):
    def event(*lines):
        return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])

    body = [
        event("UID:1", "SUMMARY:Хорошее", "DTSTART;VALUE=DATE:20261201"),
        event("UID:2", "SUMMARY:Каждую секунду", "DTSTART:20261201T090000Z", "RRULE:FREQ=SECONDLY"),
        event("UID:3", "SUMMARY:Никогда", "DTSTART;VALUE=DATE:20261201", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
        event("UID:4", "SUMMARY:Без начала"),
        event("UID:5", "SUMMARY:30 февраля", "DTSTART;VALUE=DATE:20260230"),
        event("UID:6", "SUMMARY:Отмена", "STATUS:CANCELLED", "DTSTART;VALUE=DATE:20261201"),
        event("UID:7", "SUMMARY:1800 год", "DTSTART;VALUE=DATE:18000101"),
        event("UID:8", "SUMMARY:=HYPERLINK(1)", "DTSTART;TZID=Mars/Olympus:20261202T100000", "DURATION:PT1H"),
        event("UID:9", "SUMMARY:Бесконечное", "DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=DAILY"),
    ]
    data = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *body, "END:VCALENDAR", ""]).encode()
    report = service.import_ics(anna, data)
    assert report.added == 3
    assert [number for number, _ in report.left_out] == [2, 3, 4, 5, 6, 7]
    assert all(text.ru.endswith(".") for _, text in report.left_out)


NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)
WORDS = st.text(max_size=120)


@given(WORDS, WORDS, WORDS)
def test_any_words_survive_the_way_out_and_leave_the_calendar_whole(title, notes, place):
    entry = Entry(
        uuid4(), title, notes, place, EventKind.OWN, True, "Europe/Moscow", NOW, NOW + timedelta(days=1), None, (),
        (1,), False, 1, NOW, NOW,
    )  # fmt: skip
    data = ics.written([entry, replace(entry, id=uuid4(), title="второе", notes="", place="")], "Имя")
    calendar = icalendar.Calendar.from_ical(data)
    first, second = calendar.walk("VEVENT")
    kept = ics._plain(title) if "\r" not in title else None
    assert kept is None or str(first["SUMMARY"]).strip() == kept
    assert str(second["SUMMARY"]) == "второе"
    assert len(calendar.walk("VALARM")) == 2
