"""Wrong types, wrong sizes, packets that no client makes."""

import json
from contextlib import suppress
from typing import Any

import pytest
import simple_websocket

from tests.attacks.served import ANNA, APPLICANT, COUNTED, Target
from tests.attacks.test_events import payload_of
from tests.attacks.wire import SPACE, opened

NESTED: Any = "deep"
for _ in range(80):
    NESTED = {"a": [NESTED]}

WRONG: dict[str, Any] = {
    "null": None,
    "true": True,
    "number": 10**30,
    "negative": -1,
    "fraction": 0.1,
    "not_a_number": float("nan"),
    "infinite": float("inf"),
    "empty": "",
    "control": "\x00\x01\u202e\ud800",
    "long": "Я" * 20_000,
    "list": [1, [2, [3]]],
    "object": {"$gt": 0, "__class__": "x"},
    "nested": NESTED,
    "shape": {"section": ["person"], "values": {"surname": {"$ne": 1}}, "name": None, "value": 1, "number": "x"},
    "values": {"section": "person", "values": ["surname"]},
    "section": {"section": "../person", "values": {}},
    "extra": {"section": "person", "values": {"surname": "А"}, "actor": "administrator"},
    "many": {"section": "person", "values": {f"field{n}": "x" for n in range(2000)}},
    "html": {"section": "person", "values": {"surname": "<script>alert(1)</script>'; DROP TABLE account; --"}},
}
# These change something when they are called at all, whatever they are given.
ENDING = ("leave", "withdraw", "end_all", "end_others", "submit", "send_code", "send_link")


@pytest.mark.parametrize("who", [None, APPLICANT, ANNA])
def test_every_argument_of_every_handler_withstands_every_wrong_type(target: Target, who: str | None) -> None:
    kept = {"draft", *COUNTED}
    before = target.rows(*kept)
    session = target.people[who].session if who else None
    with opened(target.url, session=session, path="/register/person") as tab:
        for name, arguments in target.handlers.items():
            if name.endswith((*ENDING, "hydrate_and_load", "hydrate")):
                continue
            for argument in arguments:
                for wrong in WRONG.values():
                    tab.event(name, {**payload_of(name, arguments), argument: wrong})
        tab.fence()
    assert target.alive()
    assert target.rows(*kept) == before


def test_a_payload_that_is_not_an_object_is_refused(target: Target) -> None:
    for payload in ([], "x", 1, [["event", {}]], "null"):
        with target.stranger() as tab:
            tab.send(f"42{SPACE},{json.dumps(['event', {'name': 'x', 'payload': payload, 'router_data': payload}])}")
            tab.rest(0.1)
    assert target.alive()


@pytest.mark.parametrize(
    "packet",
    [
        "",
        "9",
        "4",
        "42",
        "42/_event",
        "42/_event,",
        "42/_event,[",
        "42/_event,{}",
        "42/_event,[]",
        "42/_event,[1,2,3]",
        '42/_event,["event"]',
        '42/_event,["event",null]',
        '42/_event,["event","{\\"name\\": 1}"]',
        '42/_event,["event",{"name":{"a":1},"payload":{},"router_data":{}}]',
        '42/_event,["event",{"name":null}]',
        '42/_event,["event",{"payload":{}}]',
        '42/_event,["event",{"name":"x","router_data":{"pathname":{"a":1},"query":[1]}}]',
        '42/_event,["event",{"name":"x","router_data":{"pathname":7}}]',
        '42/_event,["connect",{}]',
        '42/_event,["disconnect"]',
        '42/_event,["on_connect","sid",{}]',
        '42/_event,["__class__",{}]',
        '42/_event,["emit_update",{}]',
        '42/_event,["link_token_to_sid","somebody"]',
        "40/_event,[1]",
        '40/_event,{"event":7}',
        '40/_event,{"event":{"name":["x"]}}',
        "40/admin,{}",
        "40,{}",
        "41/_event,",
        '451-/_event,["event",{"_placeholder":true,"num":0}]',
        '459999-/_event,["event",{"_placeholder":true,"num":0}]',
        '43/_event,1["x"]',
        '421234567890123456789/_event,["event",{}]',
        "6",
        "5",
        "1",
        b"\x00\x01\x02\xff",
        b"",
    ],
)
def test_a_malformed_packet_harms_nobody_but_its_sender(target: Target, packet: str | bytes) -> None:
    with opened(target.url) as neighbour:
        with target.stranger() as tab, suppress(simple_websocket.ConnectionClosed, OSError):
            tab.send(packet)
            tab.rest(0.05)
        assert neighbour.fence()
    assert "Traceback" not in "".join(tab.frames)


def test_deeply_nested_json_is_survived(target: Target) -> None:
    with opened(target.url) as neighbour:
        for deep in ("[" * 60_000, "[" * 30_000 + "]" * 30_000, '{"a":' * 20_000 + "1" + "}" * 20_000):
            with target.stranger() as tab:
                tab.send(f'42{SPACE},["event",{{"name":"x","payload":{{"event":{deep}}},"router_data":{{}}}}]')
                tab.rest_or_end(0.2)
        assert neighbour.fence()
    assert target.alive()


@pytest.mark.parametrize("binary", [False, True])
def test_a_megabyte_closes_its_socket_and_the_portal_lives(target: Target, binary: bool) -> None:
    blob = "Я" * 700_000
    packet = f'42{SPACE},["event",{{"name":"x","payload":{{"event":"{blob}"}},"router_data":{{}}}}]'
    with opened(target.url) as neighbour:
        with target.stranger() as tab:
            tab.send(packet.encode() if binary else packet)
            assert tab.closed_by_server()
        assert neighbour.fence()
    assert target.alive()


def test_a_megabyte_in_the_first_packet_is_refused_too(target: Target) -> None:
    with target.stranger(connect=False) as tab:
        tab.send(f'40{SPACE},{{"event":"{"x" * 1_100_000}"}}')
        assert tab.closed_by_server()
    assert target.alive()


def test_events_before_the_connect_packet_go_nowhere(target: Target) -> None:
    with target.stranger(connect=False) as tab:
        tab.event("login.open")
        tab.rest_or_end(0.3)
    assert '"delta"' not in "".join(tab.frames)


def test_a_flood_of_events_does_not_stop_the_neighbours(target: Target) -> None:
    with opened(target.url) as neighbour, target.stranger() as tab:
        for _ in range(400):
            tab.event("mishap.show", {"number": "x"})
        assert neighbour.fence()
        assert tab.fence()


def test_many_handshakes_from_one_address_leave_the_portal_serving(target: Target) -> None:
    for _ in range(120):
        with opened(target.url, connect=False):
            pass
    with opened(target.url) as tab:
        assert tab.fence()
