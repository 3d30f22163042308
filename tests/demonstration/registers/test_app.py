"""The demonstration registers as a stranger meets them: shapes of SMEV 3, one answer to one message, no tracebacks."""

import asyncio
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4
from xml.etree import ElementTree as ET

import httpx
import pytest

from medportal.demonstration.invented import Proof
from medportal.demonstration.people import proving
from medportal.demonstration.registers import soap
from medportal.demonstration.registers.app import MAX_BODY_BYTES, PATHS, application
from medportal.demonstration.registers.counter import MESSAGES_KEPT, Counter, Fault, Office
from medportal.demonstration.registers.soap import BASIC, TYPES
from medportal.kernel import clock

SFR = "http://kvs.pfr.com/snils-by-additionalData/1.0.1"
COMMONS = "urn://x-artefacts-smev-gov-ru/supplementary/commons/1.0.1"
ENVELOPE = (
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:t="'
    + TYPES
    + '" xmlns:b="'
    + BASIC
    + '"><s:Body>{}</s:Body></s:Envelope>'
)


class Stranger:
    """Somebody with an HTTP client and no wish to please."""

    def __init__(self, counter: Counter, *, faults_on_demand: bool = True) -> None:
        self.app = application(counter, faults_on_demand=faults_on_demand)

    def send(self, method: str, path: str, **kwargs: Any) -> httpx.Response:
        async def once() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://registers.invalid") as client:
                return await client.request(method, path, **kwargs)

        return asyncio.run(once())

    def say(self, payload: str, path: str = PATHS[Office.SNILS]) -> httpx.Response:
        return self.send("POST", path, content=ENVELOPE.format(payload).encode())


@pytest.fixture
def counter() -> Counter:
    return Counter()


@pytest.fixture
def stranger(counter: Counter) -> Stranger:
    return Stranger(counter)


def question(message_id: object, proof: Proof = Proof.ALL_GOOD) -> str:
    someone = proving(proof)
    return (
        f"<t:SendRequestRequest><t:SenderProvidedRequestData><t:MessageID>{message_id}</t:MessageID>"
        f"<t:NodeID>{message_id}</t:NodeID><b:MessagePrimaryContent>"
        f'<q:SnilsByAdditionalDataRequest xmlns:q="{SFR}" xmlns:c="{COMMONS}">'
        f"<c:FamilyName>{someone.surname}</c:FamilyName><c:FirstName>{someone.given_name}</c:FirstName>"
        f"<c:Patronymic>{someone.patronymic}</c:Patronymic><q:BirthDate>{someone.birth_date}</q:BirthDate>"
        f"<q:Gender>Female</q:Gender></q:SnilsByAdditionalDataRequest>"
        "</b:MessagePrimaryContent></t:SenderProvidedRequestData></t:SendRequestRequest>"
    )


def look(node: object = None) -> str:
    named = "" if node is None else f"<b:NodeID>{node}</b:NodeID>"
    return (
        f"<t:GetResponseRequest><b:MessageTypeSelector><b:NamespaceURI>{SFR}</b:NamespaceURI>"
        f"<b:RootElementLocalName>SnilsByAdditionalDataRequest</b:RootElementLocalName>{named}"
        "</b:MessageTypeSelector></t:GetResponseRequest>"
    )


def test_a_question_is_queued_answered_acknowledged_and_gone(stranger: Stranger) -> None:
    message_id = uuid4()
    receipt = stranger.say(question(message_id))
    assert receipt.status_code == 200
    assert "requestIsQueued" in receipt.text

    answer = ET.fromstring(stranger.say(look(message_id)).content)
    assert answer.findtext(f".//{{{SFR}}}Snils") == proving(Proof.ALL_GOOD).snils
    assert answer.findtext(f".//{{{TYPES}}}OriginalMessageId") == str(message_id)
    assert answer.find(f".//{{{TYPES}}}TestMessage") is not None

    response_id = answer.findtext(f".//{{{TYPES}}}SenderProvidedResponseData/{{{TYPES}}}MessageID")
    acked = stranger.say(f"<t:AckRequest><b:AckTargetMessage>{response_id}</b:AckTargetMessage></t:AckRequest>")
    assert acked.status_code == 200
    assert "Snils" not in stranger.say(look(message_id)).text


def test_a_look_without_a_node_finds_the_oldest_answer_and_a_strange_node_finds_none(stranger: Stranger) -> None:
    first, second = uuid4(), uuid4()
    stranger.say(question(first))
    stranger.say(question(second))
    assert str(first) in stranger.say(look()).text
    assert "ResponseMessage" not in stranger.say(look(uuid4())).text


def test_the_same_message_is_taken_in_once(stranger: Stranger) -> None:
    message_id = uuid4()
    stranger.say(question(message_id))
    again = stranger.say(question(message_id))
    assert again.status_code == 500
    assert "MessageIsAlreadySent" in again.text


def test_a_rejection_says_no_data_for_somebody_unknown(stranger: Stranger) -> None:
    message_id = uuid4()
    stranger.say(question(message_id, Proof.SNILS_UNKNOWN))
    assert "<smev:RejectionReasonCode>NO_DATA<" in stranger.say(look(message_id)).text


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"hello",
        b"\xff\xfe\x00",
        b"<a/>",
        b"<a>" * 20_000,
        ENVELOPE.format("").encode(),
        ENVELOPE.format("<t:Nonsense/>").encode(),
        ENVELOPE.format("<t:SendRequestRequest/>").encode(),
        ENVELOPE.format(question("not-a-uuid")).encode(),
        ENVELOPE.format(question(uuid4()).replace("BirthDate>1", "BirthDate>x")).encode(),
        ENVELOPE.format(question(uuid4()).replace("FamilyName", "Family")).encode(),
        ENVELOPE.format("<t:AckRequest/>").encode(),
        ENVELOPE.format("<t:GetResponseRequest/>").encode(),
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
        b'<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b'<?xml version="1.0" encoding="nonsense"?><a/>',
        '<?xml version="1.0" encoding="utf-8"?><a>я</a>'.encode("cp1251"),
    ],
)
@pytest.mark.parametrize("path", PATHS.values())
def test_nonsense_gets_a_soap_fault_and_no_traceback(stranger: Stranger, path: str, body: bytes) -> None:
    answer = stranger.send("POST", path, content=body)
    assert answer.status_code == 500
    assert "<faultcode>soap:Client</faultcode>" in answer.text
    assert "Traceback" not in answer.text


def test_a_question_to_another_register_is_nonsense_here(stranger: Stranger) -> None:
    answer = stranger.say(question(uuid4()), PATHS[Office.INN])
    assert "soap:Client" in answer.text


def test_a_body_beyond_all_measure_is_refused(stranger: Stranger) -> None:
    answer = stranger.send("POST", PATHS[Office.SNILS], content=b"x" * (MAX_BODY_BYTES + 1))
    assert answer.status_code == 413
    assert "Fault" in answer.text


def test_other_methods_and_paths_are_turned_away(stranger: Stranger) -> None:
    assert stranger.send("GET", PATHS[Office.SNILS]).status_code == 405
    assert stranger.send("POST", "/elsewhere").status_code == 404


def test_faults_are_set_on_demand_and_seen_in_the_health(stranger: Stranger) -> None:
    wish = {"register": "inn", "fault": "down", "seconds": 5}
    with clock.stopped(datetime(2026, 11, 23, 9, tzinfo=UTC)) as hands:
        assert stranger.send("POST", "/faults", json=wish).status_code == 200
        health = stranger.send("GET", "/health").json()
        assert health == {"demonstration": True, "registers": {**dict.fromkeys(Office, "ok"), "inn": "down"}}
        assert stranger.send("POST", PATHS[Office.INN], content=b"x").status_code == 503
        hands.move(seconds=6)
        assert stranger.send("GET", "/health").json()["registers"]["inn"] == "ok"


@pytest.mark.parametrize(
    "wish",
    [
        b"",
        b"[]",
        b"{",
        b"\xff",
        b"[" * 40_000,
        b'{"register": "inn"}',
        b'{"register": "moon", "fault": "ok"}',
        b'{"register": "inn", "fault": "fire"}',
        b'{"register": "inn", "fault": "slow", "seconds": "long"}',
        b'{"register": "inn", "fault": "slow", "seconds": true}',
        b'{"register": "inn", "fault": "slow", "seconds": NaN}',
        b'{"register": "inn", "fault": "slow", "seconds": 1e999}',
    ],
)
def test_a_wish_that_makes_no_sense_changes_nothing(stranger: Stranger, counter: Counter, wish: bytes) -> None:
    answer = stranger.send("POST", "/faults", content=wish, headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert set(counter.faults().values()) == {Fault.OK}


def test_faults_cannot_be_set_by_a_form_from_another_site(stranger: Stranger, counter: Counter) -> None:
    wish = b'{"register": "inn", "fault": "down"}'
    answer = stranger.send("POST", "/faults", content=wish, headers={"content-type": "text/plain"})
    assert answer.status_code == 415
    assert counter.fault_of(Office.INN) is Fault.OK


def test_inside_the_portal_there_is_no_way_to_set_faults_from_outside(counter: Counter) -> None:
    inside = Stranger(counter, faults_on_demand=False)
    assert inside.send("POST", "/faults", json={"register": "inn", "fault": "down"}).status_code == 404


def test_two_applications_do_not_share_faults_or_messages() -> None:
    one, other = Counter(), Counter()
    one.set_fault(Office.SNILS, Fault.DOWN)
    message_id = uuid4()
    assert Stranger(one).say(question(message_id)).status_code == 503
    assert Stranger(other).say(question(message_id)).status_code == 200


def test_the_memory_for_messages_is_bounded() -> None:
    counter = Counter()
    stranger = Stranger(counter)
    first = uuid4()
    stranger.say(question(first))
    request = soap.read(ENVELOPE.format(question(uuid4())).encode())
    assert isinstance(request, soap.SendRequest)
    for _ in range(MESSAGES_KEPT):
        counter.take_in(Office.SNILS, soap.SendRequest(uuid4(), "", request.content))
    assert "ResponseMessage" not in stranger.say(look(first)).text


def test_the_person_who_shows_an_outage_is_answered_after_a_while() -> None:
    stranger = Stranger(Counter())
    with clock.stopped(datetime(2026, 11, 23, 9, tzinfo=UTC)) as hands:
        assert stranger.say(question(uuid4(), Proof.REGISTER_DOWN)).status_code == 503
        hands.move(seconds=39)
        assert stranger.say(question(uuid4(), Proof.REGISTER_DOWN)).status_code == 503
        hands.move(seconds=2)
        assert stranger.say(question(uuid4(), Proof.REGISTER_DOWN)).status_code == 200
