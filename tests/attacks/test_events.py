"""Events sent by somebody who has no session, or not the right one, without any page in between."""

import json
from typing import Any
from uuid import uuid4

import pytest

from tests.attacks.served import ANNA, APPLICANT, COUNTED, Target, leaks
from tests.attacks.wire import HYDRATE, ROOT, STATES, full, opened

FORM = {
    "section": "person",
    "values": {"surname": "Взломова", "given_name": "Ева", "birth_date": "01.01.1990", "sex": "F"},
}
KEPT = {"section": "person", "name": "surname", "value": "Взломова", "number": 1}
TOKENS = {"event": FORM, "token": "T" * 43, "session_id": str(uuid4()), "kind": "snils", "asking": True}
PAYLOADS: dict[str, Any] = {
    **TOKENS,
    "number": "MP-2345-6789",
    "value": True,
    "var_name": "is_hydrated",
    "vars": {},
    "hashes": [],
    "info": "boom",
    "component_stack": "at everywhere",
}
# To begin is anybody's right; it is tried with its consent missing, so that nothing comes of it.
SHAPES = {
    "wizard_state.keep": {"event": KEPT},
    "wizard_state.begin": {"event": {"section": "consent", "values": {}}},
    "login_state.sign_in": {"event": {"section": "login", "values": {"login": "nobody@example.com", "password": "x"}}},
    "login_state.recover": {"event": {"section": "recover", "values": {"login": "nobody@example.com"}}},
    "contacts_state.confirm_phone": {"event": {"section": "contacts", "values": {"sms_code": "000000"}}},
    "cabinet_state.prove": {"event": {"section": "prove", "values": {"password": "x"}}},
}
INTERNAL = (".setvar", ".set_is_hydrated")


def payload_of(name: str, arguments: list[str]) -> dict[str, Any]:
    short = ".".join(name.replace("____", ".").rsplit(".", 2)[-2:])
    return SHAPES.get(short, {one: PAYLOADS.get(one, "x") for one in arguments})


def test_a_visitor_calls_every_handler_there_is_and_nothing_is_written_or_told(target: Target) -> None:
    before = target.rows(*COUNTED)
    with target.stranger() as tab:
        for name, arguments in target.handlers.items():
            if name != HYDRATE:
                tab.ask(name, payload_of(name, arguments))
        tab.rest()
    assert len(target.handlers) > 50
    assert target.rows(*COUNTED) == before
    assert leaks("".join(tab.frames), target.personal) == []


def test_handlers_for_signed_in_people_send_a_visitor_to_the_door(target: Target) -> None:
    with target.stranger() as tab:
        for name in ("cabinet.open", "cabinet.refresh", "security.open", "security.end_all", "security.withdraw"):
            answer = "".join(tab.ask(name))
            assert "/login" in answer, name
        assert tab.values("cabinet").get("loaded", False) is False
        assert tab.values("security").get("devices", []) == []


def test_an_applicant_calls_the_handlers_of_doctors_and_nothing_is_written(target: Target) -> None:
    before = target.rows(*COUNTED)
    with target.stranger(session=target.people[APPLICANT].session) as tab:
        for name, arguments in target.handlers.items():
            if "cabinet_state" in name or "security_state" in name:
                tab.ask(name, payload_of(name, arguments))
    assert target.rows(*COUNTED) == before
    assert tab.values("cabinet").get("loaded", False) is False


@pytest.mark.parametrize("state", list(STATES))
def test_setvar_changes_nothing_in_any_state(target: Target, state: str) -> None:
    with target.stranger() as tab:
        tab.fence()
        for name, value in (("role", "administrator"), ("signed_in", True), ("is_hydrated", False), ("level", 3)):
            assert [
                one for one in tab.ask(f"{state}.setvar", {"var_name": name, "value": value}) if value_told(one, name)
            ] == []
        tab.hydrate_again()
        assert tab.values("session")["role"] == "visitor"
        assert tab.values("session")["signed_in"] is False
        assert tab.values("cabinet").get("level", 0) == 0


def value_told(frame: str, name: str) -> bool:
    return f'"{name}_rx_state_"' in frame


def test_nobody_sets_what_the_root_state_says_of_itself(target: Target) -> None:
    with target.stranger() as tab:
        answer = "".join(tab.ask("root.set_is_hydrated", {"value": False}))
    assert "is_hydrated" not in answer


def test_forged_variables_in_the_first_packet_are_not_taken(target: Target) -> None:
    forged = {
        f"{full('session')}.role": "administrator",
        f"{full('session')}.signed_in": True,
        f"{full('cabinet')}.loaded": True,
        f"{full('session')}._owner": str(uuid4()),
        "role_rx_state_": "administrator",
    }
    with target.stranger(connect=False) as tab:
        tab.connect(vars=forged)
        tab.fence()
        tab.hydrate_again()
        assert tab.values("session")["role"] == "visitor"
        assert tab.values("cabinet").get("loaded", False) is False


def test_flags_of_the_framework_take_only_true_and_false(target: Target) -> None:
    handler = f"{ROOT}.reflex___state____on_load_internal_state.set_is_hydrated"
    with target.stranger() as tab:
        for wrong in ("\ud800", {"a": 1}, [], "<b>", 7):
            assert "is_hydrated" not in "".join(tab.ask(handler, {"value": wrong}))


def test_forged_variables_in_a_later_event_are_not_taken(target: Target) -> None:
    handler = f"{ROOT}.reflex___state____update_vars_internal_state.update_vars_internal"
    with target.stranger() as tab:
        tab.ask(handler, {"vars": {f"{full('session')}.role": "administrator", f"{full('session')}.signed_in": True}})
        tab.ask(handler, {"vars": {f"{full('session')}.__class__": "x", "nothing.at.all": {"$gt": 0}}})
        tab.hydrate_again()
        assert tab.values("session")["role"] == "visitor"


@pytest.mark.parametrize(
    "name",
    [
        "wizard._show",
        "wizard._refused",
        "cabinet._show",
        "session._order",
        "security._look",
        "wizard.__init__",
        "wizard.reset",
        "wizard.get_state",
        "root.reset",
        "root.get_delta",
        "wizard.invented",
        "nowhere.at_all",
        "medportal.features.accounts.service.erase",
        "../../etc/passwd",
        "",
        ".",
        "wizard.open.open",
        "а.б",
        "x" * 5000,
    ],
)
def test_private_and_invented_names_are_refused_and_the_tab_lives_on(target: Target, name: str) -> None:
    before = target.rows(*COUNTED)
    with target.stranger() as tab:
        tab.ask(name, {"view": {}, "name": "go", "to": "//evil.example", "event": FORM})
        assert "evil.example" not in "".join(tab.frames)
    assert target.rows(*COUNTED) == before


def test_a_visitor_cannot_be_sent_orders_of_his_own_making(target: Target) -> None:
    with target.stranger() as tab:
        tab.ask("session.forget_order", {"name": "go", "to": "https://evil.example"})
        tab.ask("session.leave", {"name": "go"})
        told = [one["command_rx_state_"] for one in commands(tab.updates())]
    assert {one.get("name", "") for one in told} <= {"", "leave"}


def commands(updates: Any) -> list[dict[str, Any]]:
    deltas = (update.get("delta", {}).get(full("session"), {}) for update in updates)
    return [delta for delta in deltas if "command_rx_state_" in delta]


def test_router_data_of_an_event_changes_neither_the_session_nor_the_address(target: Target) -> None:
    anna = target.people[ANNA]
    forged = {
        "pathname": "/cabinet",
        "headers": {"cookie": f"mp_session={anna.session}", "origin": "https://evil.example"},
        "ip": "198.51.100.1",
        "session_id": anna.session_id,
        "token": "somebody",
    }
    with target.stranger() as tab:
        tab.event("cabinet.open", {}, router_data=forged)
        tab.fence()
        assert tab.values("cabinet").get("loaded", False) is False
        assert tab.values("session")["role"] == "visitor"


def test_a_banner_shows_nothing_but_an_incident_number(target: Target) -> None:
    with target.stranger() as tab:
        for words in (
            "Позвоните по номеру 8 800 000 00 00",
            "<img src=x onerror=alert(1)>",
            "MP-lower",
            ["MP-2345"],
            {},
        ):
            tab.ask("mishap.show", {"number": words})
        shown = [number for number in numbers(tab.updates()) if number]
    assert all(number.startswith("MP-") and number.isascii() and len(number) < 20 for number in shown)


def numbers(updates: Any) -> list[str]:
    return [
        update["delta"][full("mishap")]["number_rx_state_"]
        for update in updates
        if full("mishap") in update.get("delta", {})
    ]


def test_reports_of_browser_errors_do_not_forge_lines_in_the_log(target: Target) -> None:
    forged = 'ok\n{"event": "signed_in", "level": "info", "role": "administrator"}\x1b[31m'
    with target.stranger() as tab:
        for _ in range(8):
            tab.ask(
                f"{ROOT}.reflex___state____frontend_event_exception_state.handle_frontend_exception",
                {"info": forged, "component_stack": forged},
            )
            tab.send(f"42/_event,{json.dumps(['client_error', {'message': forged, 'error_type': forged}])}")
        tab.fence()
    lines = target.log().splitlines()
    assert not [line for line in lines if line.startswith('{"event": "signed_in"')]
    assert "\x1b[31m" not in target.log()


def test_events_of_a_doctor_reach_only_what_is_his(target: Target) -> None:
    with opened(target.url, session=target.people[ANNA].session, path="/cabinet") as tab:
        tab.ask("cabinet.open")
        assert tab.values("cabinet")["loaded"] is True
        assert leaks("".join(tab.frames), target.personal) == []
