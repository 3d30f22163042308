"""What the calendar's pages fetch and send over HTTP: one's own, from the portal's pages, and within bounds."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID, uuid4

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from medportal.features.attestations import service
from medportal.features.attestations.routes import ROUTES
from medportal.features.attestations.schemas.kinds import FactKind
from medportal.features.attestations.service import unsubscribing
from medportal.kernel.actor import Actor, Role
from medportal.settings import settings
from medportal.ui import session

FORM = {"title": "Конгресс", "all_day": "on", "starts": "2026-12-01", "ends": "2026-12-03", "ladder": "7,1"}


class Doors:
    """Whose session a token is: the token is the account."""

    def resolve(self, token: str, address: str = "", *, check_rotation: bool = False) -> Actor:
        return Actor(Role.DOCTOR, UUID(token))

    def at_hand(self, token: str, address: str = "") -> None:
        return None


@pytest.fixture
def client(portal: None) -> Iterator[TestClient]:
    before = session.sessions._plugged
    session.sessions.plug(Doors())
    yield TestClient(Starlette(routes=ROUTES))
    session.sessions._plugged = before


def ask(client, who, path, **headers):
    return client.get(path, headers={"x-mp": "1", "cookie": f"mp_session={who.account_id}", **headers})


def put(client, who, path, data, origin=None):
    headers = {"x-mp": "1", "origin": origin or settings().public_origin, "cookie": f"mp_session={who.account_id}"}
    return client.put(path, content=data, headers=headers)


def test_the_next_dates_are_told_in_a_few_lines_overdue_ones_first(client, anna):
    assert ask(client, anna, "/private/calendar/upcoming").json() == {"rows": []}
    service.save_event(anna, FORM, None, None)
    service.tell_fact(anna, FactKind.MEDICAL_EXAM, date(2025, 11, 20))
    rows = ask(client, anna, "/private/calendar/upcoming").json()["rows"]
    assert [(one["day"], one["state"], one["left"]["ru"]) for one in rows[:2]] == [
        ("20.11.2026", "overdue", "3 дня назад"),
        ("01.12.2026", "ahead", "через 8 дней"),
    ]
    assert rows[1]["title"]["ru"] == "Конгресс"
    assert len(rows) <= 4


def test_one_request_brings_a_whole_view(client, anna):
    event_id = service.save_event(anna, FORM, None, None)
    service.tell_fact(anna, FactKind.MEDICAL_EXAM, date(2025, 12, 10))
    month = ask(client, anna, "/private/calendar/view?view=month&day=2026-12-01").json()
    assert (len(month["days"]), month["first"], month["today"]) == (35, "2026-11-30", "2026-11-23")
    assert [one["title"]["ru"] for one in month["events"]] == ["Конгресс", "Пройти периодический медосмотр"]
    assert {day["day"]: day["mark"]["kind"] for day in month["days"] if day["mark"]}["2026-12-31"] in {
        "moved",
        "holiday",
    }
    year = ask(client, anna, "/private/calendar/view?view=year&day=2026-12-01").json()
    # A congress of three days is one event of its month, and colours three days.
    assert (len(year["days"]), year["months"]["2026-12"]) == (365, {"own": 1, "medical_exam": 1})
    assert {day["day"]: day["states"] for day in year["days"] if day["states"]} == {
        **{f"2026-12-0{day}": {"own": "ahead"} for day in (1, 2, 3)},
        "2026-12-10": {"medical_exam": "soon"},
    }
    week = ask(client, anna, "/private/calendar/view?view=week&day=2026-12-02").json()
    assert (week["first"], week["last"], len(week["events"])) == ("2026-11-30", "2026-12-06", 1)
    agenda = ask(client, anna, "/private/calendar/view?view=agenda&kinds=medical_exam").json()
    assert [one["kind"] for one in agenda["events"]] == ["medical_exam"]
    sheet = ask(client, anna, f"/private/calendar/events/{event_id}?day=2026-12-01").json()
    assert (sheet["source"], sheet["movable"], sheet["isDone"]) == (None, True, False)


@pytest.mark.parametrize(
    "day", ["1900-01-01", "2150-12-31", "0001-01-01", "9999-12-31", "2026-02-30", "x", "", "2026-13-01"]
)
@pytest.mark.parametrize("view", ["month", "week", "year", "agenda", "../..", ""])
def test_strange_days_and_views_are_answered_calmly(client, anna, view, day):
    answer = ask(client, anna, f"/private/calendar/view?view={view}&day={day}&from={day}&kinds=nothing,{day}")
    assert answer.status_code == 200


@pytest.mark.parametrize("day", ["0001-01-01", "1900-01-01", "2150-12-31", "9999-12-31"])
def test_the_edges_of_time_break_no_sheet_of_an_event(client, anna, day):
    repeating = {**FORM, "repeat": "DAILY", "interval": "1"}
    event_id = service.save_event(anna, repeating, None, None)
    assert ask(client, anna, f"/private/calendar/events/{event_id}?day={day}").status_code == 200
    assert ask(client, anna, f"/private/calendar/form?id={event_id}&occurrence={day}").status_code == 200


def test_beyond_its_edge_the_calendar_shows_the_last_month_it_has(client, anna):
    for day, first in (("1900-01-01", "1900-01-29"), ("2150-12-31", "2150-10-26")):
        assert ask(client, anna, f"/private/calendar/view?view=month&day={day}").json()["first"] == first


def test_somebody_elses_event_and_one_that_is_none_look_the_same(client, anna, boris):
    event_id = service.save_event(anna, FORM, None, None)
    for path in ("events/{}", "{}.ics", "form?id={}"):
        for one in (event_id, uuid4(), "x"):
            assert ask(client, boris, f"/private/calendar/{path.format(one)}").status_code == 404, path


def test_a_calendar_is_looked_at_before_it_is_taken_in(client, anna):
    ics = service.event_ics(anna, service.save_event(anna, FORM, None, None))
    ics = ics.replace(b"UID:", b"UID:other-")
    seen = put(client, anna, "/calendar/import?preview=1", ics).json()
    assert (seen["count"], seen["rows"], seen["refused"]) == (
        1, [{"ru": "01.12.2026: Конгресс", "en": "01.12.2026: Конгресс"}], [],
    )  # fmt: skip
    assert len(service.month(anna, date(2026, 12, 1)).counts) == 1
    assert put(client, anna, "/calendar/import", ics).json()["added"] == 1
    assert put(client, anna, "/calendar/import", ics).json() == {"added": 0, "known": 1, "refused": []}


@pytest.mark.parametrize("path", ["/calendar/import", "/calendar/training/import"])
def test_files_from_elsewhere_from_strangers_and_without_end_are_refused(client, anna, path):
    assert put(client, anna, path, b"BEGIN:VCALENDAR", origin="https://evil.example").status_code == 403
    assert client.put(path, content=b"x", headers={"x-mp": "1", "origin": settings().public_origin}).status_code == 403
    huge = put(client, anna, path, b"x" * 50_000_000)
    assert huge.status_code == 422
    assert "МБ" in huge.json()["error"]["ru"]
    assert put(client, anna, path, (b"x" * 1000 for _ in range(3_000))).status_code == 422
    assert put(client, anna, path, b"\x00\xff").status_code == 422


def test_a_list_of_trainings_is_looked_at_with_its_columns_and_taken_in(client, anna):
    table = "Название;Часы;Дата окончания\nТерапия;36;01.02.2025\n=cmd;1;01.02.2025\n".encode()
    seen = put(client, anna, "/calendar/training/import?preview=1", table).json()
    assert (seen["mapping"], seen["count"], [row["number"] for row in seen["refused"]]) == (
        {"title": 0, "hours": 1, "ended_on": 2}, 1, [3],
    )  # fmt: skip
    assert seen["rows"] == [{"ru": "01.02.2025: Терапия, 36 ч, 0 ЗЕТ", "en": "01.02.2025: Терапия, 36 h, 0 points"}]
    done = put(client, anna, "/calendar/training/import?mapping=title:0,points:1,ended_on:2", table).json()
    assert (done["added"], bool(done["import"])) == (1, True)
    assert ask(client, anna, "/private/calendar/training").json()["rows"][0]["values"]["points"] == "36"


def test_readiness_and_trainings_come_whole_whether_there_is_anything_or_not(client, anna):
    assert ask(client, anna, "/private/calendar/readiness").json() == {"shown": "", "each": []}
    empty = ask(client, anna, "/private/calendar/training").json()
    assert (empty["rows"], empty["courses"], empty["start"]) == ([], [], {"several": ""})
    for on, topic in ((date(2024, 5, 20), "Терапия"), (date(2023, 5, 20), "Кардиология")):
        service.tell_fact(anna, FactKind.ACCREDITATION, on, topic=topic)
    ready = ask(client, anna, "/private/calendar/readiness").json()
    assert [(one["topic"], one["over"], one["courseHours"]) for one in ready["each"]] == [
        ("Кардиология", False, 0),
        ("Терапия", False, 0),
    ]
    assert ready["shown"] == ready["each"][0]["ref"]
    found = ask(client, anna, "/private/calendar/training").json()
    assert [one["value"] for one in found["$choices"]["topic"]] == ["", "Кардиология", "Терапия"]
    assert found["start"] == {"several": "on"}


def test_a_look_at_the_way_out_changes_nothing_and_one_post_does_it(client, anna):
    path = unsubscribing.address_of(anna.account_id).removeprefix(settings().public_origin)
    assert client.get(path).status_code == 200
    assert service.reminder_choices(anna).email
    answer = client.post(path, data={"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not service.reminder_choices(anna).email
    assert client.post(path[:-2] + "zz").status_code == 404
