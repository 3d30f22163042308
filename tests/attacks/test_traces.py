"""After all attacks: where does anything personal stand that it should not?"""

import json
import re
import time
from pathlib import Path

from medportal.demonstration.people import PEOPLE
from tests.attacks.served import Target, leaks, personal_values
from tests.attacks.test_enumeration import begun, right_code
from tests.attacks.wire import opened

PASSWORD = "Летучая-Мышь-58"
WRONG = {
    "surname": "Ошибкина-Опечаткова",
    "snils": "98700010298",
    "email": "misspelt@@example.com",
    "password": "Короткий9",
}
TIMUR = PEOPLE[1]


def walk(target: Target) -> dict[str, str]:
    """The whole wizard through the socket, with wrong values on the way; what was typed."""
    given: dict[str, dict[str, str]] = {
        "person": {
            "surname": TIMUR.surname,
            "given_name": TIMUR.given_name,
            "no_patronymic": "on",
            "birth_date": f"{TIMUR.birth_date:%d.%m.%Y}",
            "sex": TIMUR.sex,
        },
        "contacts": {"phone": TIMUR.phone, "email": TIMUR.email},
        "numbers": {"snils": TIMUR.snils, "inn": TIMUR.inn},
        "passport": {
            "passport_series": TIMUR.passport.series,
            "passport_number": TIMUR.passport.number,
            "passport_issued_on": f"{TIMUR.passport.issued_on:%d.%m.%Y}",
            "passport_issuer": TIMUR.passport.issuer,
            "passport_division_code": TIMUR.passport.division_code,
        },
        "address": {
            n: getattr(TIMUR.address, n) for n in ("postal_index", "region", "city", "street", "house", "flat")
        },
        "work": {
            "position": TIMUR.work.position,
            "speciality": TIMUR.work.speciality,
            "employer_ogrn": TIMUR.work.employer_ogrn or "",
        },
        "password": {"password": PASSWORD, "password_again": PASSWORD},
    }
    with opened(target.url, path="/register/consent") as tab:
        session = begun(target, tab)
    with opened(target.url, session=session, path="/register/person") as tab:
        for section, values in given.items():
            for name, value in values.items():
                wrong = WRONG.get(name, "???")
                tab.event("wizard.keep", {"event": {"section": section, "name": name, "value": wrong, "number": 1}})
                tab.event("wizard.keep", {"event": {"section": section, "name": name, "value": value, "number": 2}})
            tab.ask(
                "wizard.hand_in",
                {
                    "event": {
                        "section": section,
                        "values": {**values, **{n: w for n, w in WRONG.items() if n in values}},
                    }
                },
            )
            tab.ask("wizard.hand_in", {"event": {"section": section, "values": values}})
            if section == "contacts":
                tab.ask("contacts.send_code")
                code = right_code(target, TIMUR.phone)
                tab.ask("contacts.confirm_phone", {"event": {"section": "contacts", "values": {"sms_code": code}}})
                tab.ask("contacts.send_link")
                tab.ask("contacts.use_link", {"token": link_token(target)})
            assert tab.values("wizard")["problems"] == [], section
        tab.ask("wizard.submit")
        assert tab.values("wizard").get("unfinished", []) == []
        assert any(one.startswith('"code"') for one in re.findall(r'"code"', "".join(tab.frames)))
        target.strangers.append(tab)
    return {name: value for values in given.values() for name, value in values.items()}


def link_token(target: Target) -> str:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        for letter in target.letters(TIMUR.email):
            if found := re.search(r"#(\S+)", letter["body"]):
                return found[1]
        time.sleep(0.1)
    raise AssertionError("no link was sent")


def files(target: Target) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(target.data).rglob("*") if path.is_file()}


def spellings(value: str) -> tuple[bytes, ...]:
    return (
        value.encode(),
        value.encode("utf-16-le"),
        value.encode("cp1251", "ignore"),
        json.dumps(value)[1:-1].encode(),
    )


def test_nothing_typed_stands_in_the_log_in_the_data_or_in_any_frame(target: Target) -> None:
    typed = walk(target)
    time.sleep(1.5)  # the registers answer meanwhile, and their answers are kept
    personal = (*personal_values(typed), *WRONG.values(), *target.personal)
    assert len(personal) > 15
    assert leaks(target.log(), personal) == []
    kept = files(target)
    assert {"medportal.db", "jobs.db"} <= set(kept)
    for name, held in kept.items():
        found = [value for value in personal for spelt in spellings(value) if len(spelt) > 5 and spelt in held]
        assert found == [], name
    for tab in target.strangers:
        assert leaks("".join(tab.frames), personal) == []


def test_the_log_holds_no_cookie_no_token_and_no_payload(target: Target) -> None:
    log = target.log()
    for person in target.people.values():
        assert person.session not in log
        assert person.session.split(".")[1] not in log
    assert not re.search(r"eyJ[\w-]{10,}\.", log)
    assert "mp_session=" not in log
    assert "Взломова" not in log


def test_no_answer_to_a_stranger_ever_held_a_traceback(target: Target) -> None:
    for tab in target.strangers:
        heard = "".join(tab.frames)
        assert "Traceback" not in heard
        assert not re.search(r"\.py\b|site-packages|sqlalchemy", heard)


def test_the_data_directory_is_for_the_portal_alone(target: Target) -> None:
    assert target.data.stat().st_mode & 0o077 == 0
    assert (target.data / "keys.json").stat().st_mode & 0o177 == 0
