"""A doctor's figures, files and reports, tried by everybody else, by every route and every handler."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from tests.attacks.served import OURS, Person, Target
from tests.attacks.test_events import payload_of
from tests.attacks.wire import opened
from tests.support import portal

OUTSIDERS = ("", "applicant", "verifier")
REFUSED = {401, 403, 404}
SECRET_NAME = "vypiska-otdeleniya.csv"
KEPT = ("practice", "refused_rows", "remembered_mapping")
TYPED = {"visits": "7", "minutes": "9", "doctor": "Взломова", "language": "ru"}
SHAPES: dict[str, Any] = {
    "keep_goals": {"event": {"values": {"visits": "7"}}},
    "keep_norm": {"event": {"values": {"minutes": "9"}}},
    "take_part": {"event": {"wanted": True}},
    "make": {"event": {"values": TYPED}},
    "choose_days": {"event": {"from": "2026-01-01", "to": "2026-02-01"}},
}


class Practice(Target):
    """A portal with a practice in it, its owner, another doctor, an applicant and a verifier."""

    report: str
    waiting: str

    def settle(self) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "tests.support.practice_people"],
            cwd=portal.CHECKOUT,
            env=portal.environment(**self._settings),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        told = json.loads(done.stdout)
        self.report, self.waiting = told["practice"]["report"], told["practice"]["waiting"]
        self.handlers = told["handlers"]
        self.people = {name: Person(session, "", "", "", {}) for name, session in told["sessions"].items()}

    def practice_rows(self) -> dict[str, object]:
        """All that a practice is kept in, files on their way included."""
        rows = self.rows()
        kept = {name: found for name, found in rows.items() if name.startswith(KEPT)}
        assert len(kept) > 5
        return kept


@pytest.fixture(scope="module")
def place() -> Iterator[Practice]:
    portal.build_frontend()
    with portal.folder() as folder:
        made = Practice(folder)
        made.settle()
        made.begin()
        try:
            yield made
        finally:
            made.stop()


def _reads(place: Practice) -> tuple[str, ...]:
    """Every route that gives something of a practice."""
    return (
        "/practice/charts/months",
        "/practice/charts/diagnosis?form=svg",
        "/practice/tables?by=day",
        "/practice/tables?form=xlsx",
        "/practice/reports/start/summary",
        f"/practice/reports/{place.report}",
        f"/practice/reports/{place.report}?form=xlsx",
        f"/practice/imports/{place.waiting}/refused",
        "/private/practice/imports",
        f"/private/practice/imports/{place.waiting}",
        "/private/practice/days/2026-03-02",
        "/private/practice/goals",
        "/private/practice/norm",
    )


def _writes(import_id: str) -> tuple[tuple[str, str, bytes], ...]:
    """Every route that changes something of a practice."""
    mapping = json.dumps({"mapping": {"date": 0, "service": 1}}).encode()
    line = {"kind": 1, "reason": 1, "place": 1, "payment": 1, "diagnosis": "", "service": "", "visits": 3}
    return (
        ("PUT", "/practice/imports", "Дата;Услуга\n02.03.2026;B01.047.001\n".encode()),
        ("POST", f"/practice/imports/{import_id}/mapping", mapping),
        ("POST", f"/practice/imports/{import_id}/cancel", b"{}"),
        ("POST", f"/practice/imports/{import_id}/undo", b"{}"),
        ("PUT", "/practice/days/2026-03-02", json.dumps({"lines": [line]}).encode()),
    )


def test_the_owner_reads_what_others_are_refused(place: Practice) -> None:
    # Without this, refusals below would prove nothing.
    with place.client("anna", **OURS) as client:
        for path in _reads(place):
            assert client.get(path).status_code == 200, path
        assert SECRET_NAME in client.get("/private/practice/imports").text
        assert client.get("/private/practice/goals").json()["per_day"] == "17"


@pytest.mark.parametrize("who", OUTSIDERS)
def test_who_is_no_doctor_reads_nothing_and_changes_nothing(place: Practice, who: str) -> None:
    before = place.practice_rows()
    with place.client(who, **OURS, origin=place.url) as client:
        for path in _reads(place):
            answer = client.get(path)
            assert answer.status_code in REFUSED, path
            assert SECRET_NAME not in answer.text
        for method, path, body in _writes(place.waiting):
            assert client.request(method, path, content=body).status_code in REFUSED, path
    assert place.practice_rows() == before


def test_another_doctor_finds_only_his_own_nothing(place: Practice) -> None:
    before = place.practice_rows()
    with place.client("vera", **OURS, origin=place.url) as client:
        for path in (
            f"/practice/reports/{place.report}",
            f"/practice/reports/{place.report}?form=xlsx",
            f"/practice/imports/{place.waiting}/refused",
            f"/private/practice/imports/{place.waiting}",
        ):
            assert client.get(path).status_code == 404, path
        for method, path, body in _writes(place.waiting):
            if place.waiting in path:
                assert client.request(method, path, content=body).status_code == 404, path
        assert client.get("/private/practice/imports").json() == {"imports": []}
        assert set(client.get("/private/practice/goals").json().values()) == {""}
        assert not any(line["visits"] for line in client.get("/private/practice/days/2026-03-02").json()["lines"])
        table = client.get("/practice/tables?by=month&from=2024-01-01&to=2026-12-31").text
        chart = client.get("/practice/charts/diagnosis?from=2024-01-01&to=2026-12-31").text
        assert "Примерова" not in client.get("/practice/reports/start/summary").text
    assert not any(code in table + chart for code in ("J06", "I10", "B01"))
    assert len(chart.strip().splitlines()) == 1, "nothing but its head"
    assert place.practice_rows() == before


def test_without_the_header_of_our_pages_the_owner_himself_gets_nothing(place: Practice) -> None:
    before = place.practice_rows()
    for headers in ({}, {"x-mp": "0"}):
        with place.client("anna", origin=place.url, **headers) as client:
            for path in _reads(place):
                assert client.get(path).status_code == 403, path
            for method, path, body in _writes(place.waiting):
                assert client.request(method, path, content=body).status_code == 403, path
    assert place.practice_rows() == before


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {},
        {"origin": "ours", "sec-fetch-site": "cross-site"},
        {"origin": "ours", "sec-fetch-site": "same-site"},
    ],
)
def test_a_page_of_another_origin_changes_nothing_in_the_owners_name(place: Practice, headers: dict[str, str]) -> None:
    before = place.practice_rows()
    told = {name: place.url if value == "ours" else value for name, value in headers.items()}
    with place.client("anna", **OURS, **told) as client:
        for method, path, body in _writes(place.waiting):
            assert client.request(method, path, content=body).status_code == 403, path
    assert place.practice_rows() == before


@pytest.mark.parametrize("who", ["anna", "vera"])
def test_guessed_ids_and_names_lead_nowhere(place: Practice, who: str) -> None:
    before = place.practice_rows()
    guesses = (str(uuid4()), "0" * 32, "1", "x", "..%2f..%2fetc", "%00", "' or 1=1--", place.report)
    with place.client(who, **OURS, origin=place.url) as client:
        for guess in guesses:
            for path in (f"/private/practice/imports/{guess}", f"/practice/imports/{guess}/refused"):
                assert client.get(path).status_code in {400, 404}, path
            for method, path, body in _writes(guess):
                if "/practice/imports/" in path:
                    assert client.request(method, path, content=body).status_code in {400, 404, 405}, path
            assert client.get(f"/practice/charts/{guess}").status_code in {400, 404}, guess
            assert client.get(f"/practice/reports/start/{guess}").status_code in {400, 404}, guess
            if guess != place.report:
                assert client.get(f"/practice/reports/{guess}").status_code in {400, 404}, guess
        assert client.post(f"/practice/imports/{place.waiting}/erase", content=b"{}").status_code == 404
        for day in ("2026-13-01", "x"):
            assert client.get(f"/private/practice/days/{day}").status_code in {404, 422}, day
    assert place.practice_rows() == before
    assert place.alive()


def _payload(place: Practice, name: str, arguments: list[str]) -> dict[str, Any]:
    deed = name.rpartition(".")[2]
    if deed == "remove":
        return {"event": {"id": place.report}}
    return SHAPES.get(deed, payload_of(name, arguments))


@pytest.mark.parametrize("who", OUTSIDERS)
def test_nobody_but_a_doctor_calls_the_handlers(place: Practice, who: str) -> None:
    names = [name for name in place.handlers if not name.endswith(".setvar")]
    deeds = {name.rpartition(".")[2] for name in names}
    assert deeds >= {"keep_goals", "keep_norm", "take_part", "remove", "make", "open", "choose_days"}
    before = place.practice_rows()
    path = "/analytics/reports/make?template=summary"
    where = {"pathname": "/analytics/reports/make", "asPath": path, "query": {"template": "summary"}}
    session = place.people[who].session if who else None
    with place.stranger(session=session, path="/analytics") as tab:
        for name in names:
            tab.event(name, _payload(place, name, place.handlers[name]), router_data=where)
            tab.fence()
        told = "".join(tab.frames)
    assert place.practice_rows() == before
    assert '"loaded_rx_state_":true' not in told.replace(" ", "")
    assert place.report not in told
    assert "Терапия" not in told


def test_another_doctor_removes_no_report_of_the_owners(place: Practice) -> None:
    handler = next(name for name in place.handlers if name.endswith("reports_state.remove"))
    with opened(place.url, session=place.people["vera"].session, path="/analytics/reports") as tab:
        for wrong in (place.report, str(uuid4()), "x", None, {"$gt": 0}, [place.report]):
            tab.ask(handler, {"event": {"id": wrong}})
        told = "".join(tab.frames)
    assert place.report not in told
    with place.client("anna", **OURS) as client:
        assert client.get(f"/practice/reports/{place.report}?form=xlsx").status_code == 200


def test_misshapen_goals_change_nothing_and_name_no_value(place: Practice) -> None:
    before = place.practice_rows()
    deeds = {name.rpartition(".")[2]: name for name in place.handlers if "goals_state" in name}
    secret = "4510 123456"
    wrong: tuple[Any, ...] = (
        None, [], {}, {"values": None}, {"values": {"visits": 7}}, {"values": {"visits": secret}},
        {"values": {"visits": "9" * 4000}}, {"values": {"visits": "nan"}}, {"values": {"minutes": "1e9"}},
        {"values": {"minutes": secret}}, {"values": {}, "more": 1}, {"wanted": "yes"}, {"wanted": 1},
    )  # fmt: skip
    with opened(place.url, session=place.people["anna"].session, path="/analytics/goals") as tab:
        for one in wrong:
            for deed in ("keep_goals", "keep_norm", "take_part"):
                if deed != "keep_norm" or (isinstance(one, dict) and (one.get("values") or {}).get("minutes")):
                    tab.ask(deeds[deed], {"event": one})
        told = "".join(tab.frames)
    assert secret not in told
    assert place.practice_rows() == before
