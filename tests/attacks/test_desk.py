"""The desk and the second factor, tried by everybody who has no business there."""

import json
import subprocess
import sys
from collections.abc import Iterator
from uuid import uuid4

import pytest

from tests.attacks.served import OURS, Person, Target
from tests.attacks.test_events import payload_of
from tests.attacks.wire import COOKIE, ROOT, opened
from tests.support import portal

DESK = f"{ROOT}.medportal___features___desk___state"
OUTSIDERS = ("doctor", "sasha", "halfway", "")


class Desk(Target):
    """A portal with staff, a doctor and her cases."""

    documents: dict[str, str]
    case: str
    secret: str

    def settle(self) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "tests.support.desk_people"],
            cwd=portal.CHECKOUT,
            env=portal.environment(**self._settings),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        told = json.loads(done.stdout)
        self.documents, self.case, self.handlers = told["documents"], told["case"], told["handlers"]
        for name, one in told["staff"].items():
            self.people[name] = Person(one["session"], one["account_id"], one["session_id"], one["password"], {})
        vera = told["staff"]["vera"]
        self.people["halfway"] = Person(vera["halfway"], vera["account_id"], "", vera["password"], {})
        self.people["doctor"] = Person(told["doctor"], "", "", "", {"surname": "Примерова", "patronymic": "Сергеевна"})


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    portal.build_frontend()
    with portal.folder() as place:
        made = Desk(place)
        made.settle()
        made.begin()
        try:
            yield made
        finally:
            made.stop()


def _kept(desk: Desk) -> dict[str, object]:
    """What an outsider might have changed; the portal's own work behind the screens goes on meanwhile."""
    rows = desk.rows()
    tables = ("review_case", "review_event", "review_note", "document_look", "account", "contact", "staff_factor")
    return {name: rows[name] for name in tables}


def _session(desk: Desk, who: str) -> str | None:
    return desk.people[who].session if who else None


@pytest.mark.parametrize("who", OUTSIDERS)
def test_nobody_but_the_desk_calls_its_handlers(desk: Desk, who: str) -> None:
    names = [name for name in desk.handlers if name.startswith(DESK)]
    mine = [name for name in names if "centre" not in name]
    assert len(mine) > 10
    before = _kept(desk)
    where = {"pathname": "/desk/case", "asPath": f"/desk/case?id={desk.case}", "query": {"id": desk.case}}
    with desk.stranger(session=_session(desk, who), path="/desk/case") as tab:
        for name in names:
            tab.event(name, payload_of(name, desk.handlers[name]), router_data=where)
            tab.fence()
        told = "".join(tab.frames)
    assert _kept(desk) == before
    assert not any(document in told for document in desk.documents.values())
    assert "Паспорт гражданина" not in told


@pytest.mark.parametrize("who", ["", "halfway", "sasha", "doctor", "olga"])
def test_the_values_of_a_case_are_for_the_desk_alone(desk: Desk, who: str) -> None:
    with desk.client(who, **OURS) as client:
        for case in (desk.case, str(uuid4()), "", "../x"):
            answer = client.get("/private/desk/case", params={"id": case})
            assert answer.status_code in {403, 404}, answer.text
            assert "Примерова" not in answer.text


@pytest.mark.parametrize("who", ["", "halfway", "sasha", "olga", "boris", "admin"])
def test_no_scan_is_read_by_who_has_not_opened_its_case(desk: Desk, who: str) -> None:
    with desk.client(who, **OURS) as client:
        for document in desk.documents.values():
            for part in ("pages/1", "thumbnail", "original"):
                assert client.get(f"/files/{document}/{part}").status_code in {401, 403, 404}
            assert client.get(f"/private/documents/{document}").status_code in {401, 403, 404}


@pytest.mark.parametrize("who", ["", "halfway", "doctor", "vera", "sasha", "olga", "admin"])
def test_nobody_lays_a_scan_into_another_s_documents(desk: Desk, who: str) -> None:
    before = _kept(desk) | {"document": desk.rows()["document"]}
    clients = [one.account_id for one in desk.people.values() if one.account_id] + [str(uuid4())]
    with desk.client(who, **OURS, origin=desk.url) as client:
        for account in clients:
            asked = {"kind": "passport", "client": account}
            answer = client.put(
                "/files", params=asked, content=b"\xff\xd8\xff" + bytes(600), headers={"x-name": "a.jpg"}
            )
            assert answer.status_code == 403, (who, answer.status_code, answer.text)
            assert answer.json()["code"] == "FORBIDDEN"
            for path in ("/private/desk/papers", "/private/desk/scan", "/private/desk/answers"):
                refused = client.get(path, params={"id": account, "section": "person"})
                assert refused.status_code in {401, 403, 404}, (who, path, refused.text)
    assert _kept(desk) | {"document": desk.rows()["document"]} == before


def test_the_door_of_the_desk_sends_everybody_where_he_belongs(desk: Desk) -> None:
    wanted = {"": "/login?next=%2Fdesk", "halfway": "/login/factor", "sasha": "/cabinet", "olga": "/cabinet"}
    for who, where in wanted.items():
        with desk.client(who) as client:
            for path in ("/desk", "/desk/case"):
                answer = client.get(path)
                assert answer.status_code == 303, (who, path)
                assert answer.headers["location"].split("%2Fcase")[0] == where


def test_a_password_without_the_second_factor_reads_and_does_nothing(desk: Desk) -> None:
    with desk.client("halfway", **OURS) as client:
        for path in ("/private/card", "/private/numbers", "/private/desk/case", "/private/factor"):
            assert client.get(path).status_code in {403, 404}, path
    with desk.stranger(session=_session(desk, "halfway"), path="/desk") as tab:
        tab.ask("security.open")
        tab.ask(f"{DESK}___queue____queue_state.open")
        assert tab.values("session")["role"] == "visitor"
        assert tab.values("session")["signed_in"] is False


def test_wrong_codes_over_the_socket_open_nothing_and_are_slowed_down(desk: Desk) -> None:
    handler = f"{ROOT}.medportal___features___accounts___state___factor____factor_state.prove"
    with opened(desk.url, session=_session(desk, "halfway"), path="/login/factor") as tab:
        for code in ("000000", "111111", "222222", "333333", "444444", "555555"):
            tab.ask(handler, {"event": {"section": "factor", "values": {"factor_code": code}}})
        told = "".join(tab.frames)
    assert '"name":"session"' not in told.replace(" ", "")
    assert "Слишком много попыток" in told


def test_the_verifier_reads_the_scan_once_the_case_is_opened_and_it_is_on_record(desk: Desk) -> None:
    path = f"/desk/case?id={desk.case}"
    where = {"pathname": "/desk/case", "asPath": path, "query": {"id": desk.case}}
    with opened(desk.url, session=_session(desk, "vera"), path="/desk/case") as tab:
        tab.event(f"{DESK}___case____desk_case_state.open", {}, router_data=where)
        tab.fence()
        told = "".join(tab.frames)
    assert desk.documents["passport"] in told
    assert "Примерова" not in told, "a name travels by private HTTP alone"
    with desk.client("vera", **OURS) as client:
        assert client.get(f"/files/{desk.documents['passport']}/pages/1").status_code == 200
        assert client.get("/private/desk/case", params={"id": desk.case}).json()["who"].startswith("Примерова")
        assert client.get(f"/files/{desk.documents['passport']}/original").status_code == 404
    assert desk.client("vera").cookies[COOKIE]
    looks = desk.rows()["document_look"]
    assert any(desk.people["vera"].account_id.replace("-", "") in str(row) for row in looks)
