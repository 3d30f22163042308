"""Another person's session, a stolen tab token, a kept copy of an old cookie."""

import base64
import json
import secrets
import time
from typing import Any

import pytest

from tests.attacks import wire
from tests.attacks.served import ANNA, APPLICANT, OURS, VERA, Target, leaks
from tests.attacks.wire import COOKIE, opened

OWN_PAGE = {**OURS, "sec-fetch-site": "same-origin"}
PRIVATE = ("/private/card", "/private/differences", "/private/answers", "/private/answers/person")
NUMBERS = "/private/numbers"


def fresh_session(target: Target, who: str) -> str:
    """Sign somebody in by the front door; the token of the new session."""
    person = target.people[who]
    with opened(target.url, path="/login") as tab:
        values = {"login": person.typed["email"], "password": person.password}
        tab.event("login.sign_in", {"event": {"section": "login", "values": values}})
        tab.wait_for('"code"')
        tab.fence()
        code = next(one["code"] for one in orders(tab) if one.get("code"))
    with target.client() as client:
        answer = client.post("/auth/session", json={"code": code}, headers={**OWN_PAGE, "origin": target.url})
        assert answer.status_code == 200
        return answer.cookies[COOKIE]


def orders(tab: wire.Tab) -> list[dict[str, Any]]:
    deltas = (update.get("delta", {}).get(wire.full("session"), {}) for update in tab.updates())
    return [delta["command_rx_state_"] for delta in deltas if "command_rx_state_" in delta]


def masked_contacts(tab: wire.Tab) -> tuple[str, str]:
    shown = tab.values("cabinet")
    return shown.get("phone", ""), shown.get("email", "")


def test_a_tab_token_opens_nothing_with_another_persons_cookie(target: Target) -> None:
    anna, vera = target.people[ANNA], target.people[VERA]
    token = secrets.token_hex(16)
    with opened(target.url, session=anna.session, token=token, path="/cabinet") as hers:
        hers.ask("cabinet.open")
        shown_to_anna = masked_contacts(hers)
        with target.stranger(session=vera.session, token=token, path="/") as stolen:
            stolen.fence()
            assert stolen.values("cabinet").get("loaded", False) is False
            stolen.ask("cabinet.open")
            assert masked_contacts(stolen) not in {shown_to_anna, ("", "")}
        assert hers.fence(), "the owner of the token goes on undisturbed"
    assert leaks("".join(stolen.frames), target.personal) == []


def test_a_stolen_tab_token_without_a_cookie_opens_an_empty_tree(target: Target) -> None:
    token = secrets.token_hex(16)
    with opened(target.url, session=target.people[ANNA].session, token=token, path="/cabinet") as hers:
        hers.ask("cabinet.open")
        with target.stranger(token=token) as stolen:
            stolen.hydrate_again()
            assert stolen.values("session")["role"] == "visitor"
            assert stolen.values("cabinet").get("loaded", False) is False


def test_a_tab_token_found_after_its_tab_was_closed_opens_an_empty_tree(target: Target) -> None:
    token = secrets.token_hex(16)
    with opened(target.url, session=target.people[ANNA].session, token=token, path="/cabinet") as hers:
        hers.ask("cabinet.open")
    for session in (None, target.people[VERA].session, target.people[APPLICANT].session):
        with target.stranger(token=token, session=session) as stolen:
            stolen.hydrate_again()
            assert stolen.values("cabinet").get("loaded", False) is False


def test_the_owner_gets_his_tree_back_after_a_lost_connection(target: Target) -> None:
    token = secrets.token_hex(16)
    anna = target.people[ANNA]
    with opened(target.url, session=anna.session, token=token, path="/") as first:
        first.ask("cabinet.open")
        with opened(target.url, session=anna.session, token=token, path="/") as second:
            second.hydrate_again()
            assert second.values("cabinet")["loaded"] is True
            assert "new_token" not in "".join(second.frames)


def test_the_key_of_a_state_cannot_be_named_from_outside(target: Target) -> None:
    token = secrets.token_hex(16)
    with opened(target.url, session=target.people[ANNA].session, token=token, path="/") as hers:
        hers.ask("cabinet.open")
        keys = {update.get("token", "") for update in hers.updates()} | {client_token(hers)}
    for key in keys - {"", None}:
        with target.stranger(token=key) as stolen:
            stolen.hydrate_again()
            assert stolen.values("cabinet").get("loaded", False) is False


def client_token(tab: wire.Tab) -> str:
    return tab.values("root").get("rx_router_session", {}).get("client_token", "")


@pytest.mark.parametrize("path", PRIVATE)
def test_private_values_are_given_by_session_and_by_nothing_else(target: Target, path: str) -> None:
    anna, vera = target.people[ANNA], target.people[VERA]
    with target.client(VERA, **OURS) as client:
        for tried in (path, f"{path}?account_id={anna.account_id}", f"{path}?id={anna.session_id}"):
            answer = client.get(tried, headers={"x-account": anna.account_id, "x-user": anna.account_id})
            assert answer.status_code == 200
            assert leaks(answer.text, anna.personal) == []
    if path in {"/private/card", "/private/answers"}:
        assert vera.typed["surname"] in answer.text


@pytest.mark.parametrize("path", [*PRIVATE, NUMBERS])
def test_a_visitor_gets_no_private_values(target: Target, path: str) -> None:
    with target.client(**OURS) as client:
        for cookie in ("", "x", "null", "a.b.c", f"{target.people[ANNA].session}x", forged(target)):
            answer = client.get(path, headers={"cookie": f"{COOKIE}={cookie}"})
            assert answer.status_code in {401, 403, 404}, cookie[:10]
            assert leaks(answer.text, target.personal) == []


def test_an_unsigned_token_is_nobody(target: Target) -> None:
    with target.stranger(session=forged(target), path="/cabinet") as tab:
        tab.ask("cabinet.open")
        assert tab.values("cabinet").get("loaded", False) is False


def forged(target: Target) -> str:
    """Anna's token with its signature taken off and the algorithm `none`."""
    _, claims, _ = target.people[ANNA].session.split(".")
    header = base64.urlsafe_b64encode(json.dumps({"alg": "none", "typ": "JWT"}).encode()).rstrip(b"=").decode()
    return f"{header}.{claims}."


def test_full_numbers_need_the_password_again_and_are_the_askers_own(target: Target) -> None:
    anna, vera = target.people[ANNA], target.people[VERA]
    with target.client(VERA, **OURS) as client:
        assert client.get(NUMBERS).status_code == 403
        with opened(target.url, session=vera.session, path="/cabinet") as tab:
            tab.ask("cabinet.prove", {"event": {"section": "prove", "values": {"password": anna.password}}})
            assert client.get(NUMBERS).status_code == 403
            tab.ask("cabinet.prove", {"event": {"section": "prove", "values": {"password": vera.password}}})
        told = client.get(NUMBERS)
        assert told.status_code == 200
        assert leaks(told.text.replace("-", "").replace(" ", ""), anna.personal) == []
    with target.client(ANNA, **OURS) as client:
        assert client.get(NUMBERS).status_code == 403, "one person's password opened another's numbers"


def test_nobody_ends_another_persons_session(target: Target) -> None:
    anna = target.people[ANNA]
    with target.stranger(session=target.people[VERA].session, path="/security") as tab:
        tab.ask("security.end", {"session_id": anna.session_id})
        tab.ask("security.end", {"session_id": anna.account_id})
    with target.client(ANNA, **OURS) as client:
        assert client.get("/private/card").status_code == 200


def test_an_applicant_reads_his_own_answers_and_no_card(target: Target) -> None:
    typed = target.people[APPLICANT].typed
    person = {name: typed[name] for name in ("surname", "given_name", "patronymic", "birth_date", "sex")}
    with opened(target.url, session=target.people[APPLICANT].session, path="/register/person") as tab:
        tab.ask("wizard.hand_in", {"event": {"section": "person", "values": person}})
    with target.client(APPLICANT, **OURS) as client:
        assert target.people[APPLICANT].typed["surname"] in client.get("/private/answers").text
        assert client.get("/private/card").status_code == 404
        assert client.get(NUMBERS).status_code in {403, 404}


def test_signing_out_ends_the_session_for_sockets_and_requests_alike(target: Target) -> None:
    session = fresh_session(target, VERA)
    with opened(target.url, session=session, path="/cabinet") as tab:
        tab.ask("cabinet.open")
        with target.client(**OWN_PAGE) as client:
            client.cookies.set(COOKIE, session, domain="localhost.local")
            cookie = {"cookie": f"{COOKIE}={session}", "origin": target.url}
            assert client.post("/auth/sign-out", headers=cookie, json={}).status_code == 200
            assert client.get("/private/card", headers=cookie).status_code in {401, 403}
        tab.wait_for("/login?ended=1")
        tab.ask("cabinet.open")
        assert tab.values("cabinet")["loaded"] is False
        assert tab.values("session")["role"] == "visitor"


def test_a_kept_copy_of_an_old_cookie_opens_nothing_and_ends_the_session(target: Target) -> None:
    old = fresh_session(target, VERA)
    newest = old
    with target.client(**OWN_PAGE, origin=target.url) as client:
        for _ in range(2):
            answer = client.post("/auth/rotate", headers={"cookie": f"{COOKIE}={newest}"}, json={})
            assert answer.status_code == 200
            newest = answer.cookies[COOKIE]
            client.cookies.clear()
        assert client.get("/private/card", headers={"cookie": f"{COOKIE}={newest}"}).status_code == 200
        answer = client.get("/private/card", headers={"cookie": f"{COOKIE}={old}"})
        assert answer.status_code in {401, 403}
        assert client.get("/private/card", headers={"cookie": f"{COOKIE}={newest}"}).status_code in {401, 403}
    with target.stranger(session=old, path="/cabinet") as tab:
        tab.ask("cabinet.open")
        assert tab.values("cabinet").get("loaded", False) is False


def test_a_ticket_is_good_once(target: Target) -> None:
    person = target.people[VERA]
    with opened(target.url, path="/login") as tab:
        values = {"login": person.typed["email"], "password": person.password}
        tab.event("login.sign_in", {"event": {"section": "login", "values": values}})
        tab.wait_for('"code"')
        tab.fence()
        code = next(one["code"] for one in orders(tab) if one.get("code"))
        assert orders(tab)[-1].get("code") is None, "the code went out of the state again"
    with target.client(**OWN_PAGE, origin=target.url) as client:
        answers = [client.post("/auth/session", json={"code": code}).status_code for _ in range(3)]
    assert answers == [200, 401, 401]


def test_a_session_does_not_survive_being_used_for_signing_in_again(target: Target) -> None:
    before = fresh_session(target, VERA)
    person = target.people[VERA]
    with opened(target.url, path="/login", session=None) as tab:
        values = {"login": person.typed["email"], "password": person.password}
        tab.event("login.sign_in", {"event": {"section": "login", "values": values}})
        tab.wait_for('"code"')
        code = next(one["code"] for one in orders(tab) if one.get("code"))
    with target.client(**OWN_PAGE, origin=target.url) as client:
        answer = client.post("/auth/session", json={"code": code}, headers={"cookie": f"{COOKIE}={before}"})
        assert answer.cookies[COOKIE] != before
        time.sleep(0)
        client.cookies.clear()
        assert client.get("/private/card", headers={"cookie": f"{COOKIE}={before}"}).status_code in {401, 403}
