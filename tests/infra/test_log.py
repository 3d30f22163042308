"""The log: what happened and where, never who and what."""

import io
import json
import logging
import re
from enum import StrEnum
from uuid import UUID

import pytest

from medportal.infra import log, scrub

WHO = UUID("0192f0c1-0000-7000-8000-1234567890ab")


class Kind(StrEnum):
    SNILS = "snils"


@pytest.fixture
def stream():
    """Where the log goes, instead of standard error; afterwards everything is as before."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    log.configure(json=True)
    root.handlers[0].setStream(written := io.StringIO())
    yield written
    root.handlers[:], root.level = before, level


@pytest.fixture
def lines(stream):
    """What was logged, as records of JSON."""
    return lambda: [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_record_is_one_line_of_json_with_typed_facts(lines):
    log.get("medportal.test").info("check answered", kind=Kind.SNILS, account=WHO, attempts=3, ok=True)
    [record] = lines()
    assert record.pop("timestamp").endswith("Z")
    assert record == {
        "event": "check answered",
        "level": "info",
        "logger": "medportal.test",
        "kind": "snils",
        "account": str(WHO),
        "attempts": 3,
        "ok": True,
    }


@pytest.mark.parametrize(
    "personal",
    [
        "112-233-445 95",
        "11223344595",
        "СНИЛС11223344595",
        "500100732259",
        "7707083893",
        "+7 (912) 345-67-89",
        "89123456789",
        "45 08 123456",
        "4508 № 123456",
        "12.03.1985",
        "1985-03-12",
        "anna.ivanova@example.ru",
        "почта@кириллица.рф",
        "203.0.113.117",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln",
    ],
)
def test_what_looks_like_a_person_is_masked_wherever_it_stands(lines, personal):
    log.get("medportal.test").warning(f"odd: {personal}.", note=personal, deep={"in": [personal]})
    logging.getLogger("somebody.else").warning("odd: %s", personal)
    told = json.dumps(lines(), ensure_ascii=False)
    assert not set(re.findall(r"[\w@]{5,}", personal)) & set(re.findall(r"[\w@]{5,}", told))
    assert re.sub(r"\D", "", personal) == "" or re.sub(r"\D", "", personal) not in re.sub(r"\D", "", told)
    assert told.count(scrub.MASK) >= 4


@pytest.mark.parametrize(
    "secret",
    [
        "Cookie: mp_session=abcDEF; theme=dark",
        "{'cookie': 'mp_session=abcDEF'}",
        "Authorization: Bearer abcDEF",
        "GET /confirm?token=abcDEF&x=1",
        "password=abcDEF",
        "redis://user:abcDEF@host:6379/0",
        '{"password": "abcDEF"}',
    ],
)
def test_cookies_passwords_and_tokens_are_masked(lines, secret):
    logging.getLogger("somebody.else").warning(secret)
    assert "abcDEF" not in json.dumps(lines())


def test_a_fact_named_like_a_secret_is_masked_whatever_it_holds(lines):
    log.get("medportal.test").info("sent", token="abcDEF", deep={"password": "abcDEF"})
    assert "abcDEF" not in json.dumps(lines())


def test_times_identifiers_and_small_numbers_stay_readable():
    plain = f"at 2026-05-04T12:00:00+00:00 account {WHO} took 12345 ms on port 54321"
    assert scrub.text(plain) == plain


def test_an_object_of_an_unknown_kind_shows_its_type_only(lines):
    class Person:
        def __repr__(self):
            return "Сидорова"

    log.get("medportal.test").info("seen", who=Person(), several=[Person()])
    [record] = lines()
    assert (record["who"], record["several"]) == ("<Person>", ["<Person>"])


def fail_with(surname: str) -> None:
    secret = surname * 2
    raise ValueError(f"input_value='{surname}' is not like {secret}, code 112-233-445 95")


def test_a_traceback_tells_where_and_not_whose(lines):
    try:
        try:
            fail_with("Сидорова")
        except ValueError as error:
            raise RuntimeError("could not save «Анна» to table person") from error
    except RuntimeError:
        log.get("medportal.test").exception("failed")
    [record] = lines()
    assert "test_log.py" in record["exception"]
    assert "in fail_with" in record["exception"]
    assert "builtins.ValueError" in record["exception"]
    assert "to table person" in record["exception"]
    for word in ("Сидорова", "Анна", "445"):
        assert word not in json.dumps(record, ensure_ascii=False)


def test_the_detail_of_a_database_driver_is_cut_off():
    said = 'duplicate key value violates unique constraint "uq_x"\nDETAIL:  Key (label)=(Ivanova) already exists.'
    assert "Ivanova" not in scrub.message(said)
    assert "duplicate key value" in scrub.message(said)


def test_an_incident_gets_a_number_that_can_be_read_out(lines):
    number = log.incident(ValueError("x"), where="job verification.ask", account=WHO)
    assert re.fullmatch(r"MP-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}", number)
    [record] = lines()
    assert (record["incident"], record["where"], record["account"]) == (number, "job verification.ask", str(WHO))
    assert record["level"] == "error"


@pytest.mark.parametrize(
    "name", ["reflex_base.event.processor.event_processor", "reflex.app", "socketio.server", "engineio.server"]
)
def test_what_libraries_say_of_events_loses_its_payload(lines, name):
    said = (
        "Error processing event queue entry for Event(token='T', name='nobody', payload={'surname': 'Sidorova'}, "
        "router_data={'headers': {'cookie': 'mp_session=HTTPONLY'}}) [txid=7]:"
    )
    try:
        raise TypeError("bad value Sidorova")
    except TypeError:
        logging.getLogger(name).exception(said)
    logging.getLogger(name).warning("received event %s from %s", ["x", {"surname": "Sidorova"}], "HTTPONLY")
    told = lines()
    assert [record["event"] for record in told] == [
        "Error processing event queue entry for Event …",
        "received event …",
    ]
    assert "builtins.TypeError" in told[0]["exception"]
    assert "Sidorova" not in json.dumps(told)
    assert "HTTPONLY" not in json.dumps(told)


def test_a_line_typed_by_a_browser_can_not_forge_a_record(lines):
    logging.getLogger("somebody.else").warning('x\n{"level": "error", "event": "forged"}\x1b[31m')
    [record] = lines()
    assert record["level"] == "warning"


def test_the_console_shows_no_control_characters(stream):
    log.configure(json=False)
    logging.getLogger().handlers[0].setStream(stream)
    logging.getLogger("somebody.else").warning("a\x1b[31mb\nforged line\u202e")
    told = stream.getvalue()
    assert not set("\x1b\u202e") & set(told)
    assert len(told.splitlines()) == 1


def test_libraries_that_are_too_busy_are_quiet(lines):
    logging.getLogger("huey").info("Executing task")
    logging.getLogger("httpx").info("GET https://register/11223344595")
    assert lines() == []
