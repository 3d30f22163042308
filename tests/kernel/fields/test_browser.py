"""The browser's interpreter gives the same outcome as ours: verdicts, codes, values, corrections and words."""

import json
import random
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from medportal.features.registration import fields as wizard
from medportal.kernel import dictionaries
from medportal.kernel.fields import (
    Field,
    Schema,
    Section,
    browser_modules,
    check,
    evaluate,
    evaluate_field,
    schema_json,
    section_json,
)
from medportal.kernel.fields.lines import read_lines
from medportal.kernel.fields.passwords import password_strength
from medportal.kernel.identifiers.kinds import CHECKS
from medportal.kernel.text import Text

ROOT = Path(__file__).parents[3]
VECTORS = json.loads((ROOT / "tests/kernel/identifiers/vectors.json").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)
MRZ = next(v["value"] for v in VECTORS if v["kind"] == "passport_mrz")

# A good value or a nearly good one for each input, from which mutations start.
SEEDS = {
    "consent": ["on", True, "true", "", "no"],
    "surname": ["Щукин-Юрьев", "ИВАНОВ", "Королев", "Gtnhjd", "O'Нил", "Петрoв", " де  ла Круа", "Иванов."],
    "given_name": ["Артем", "Анна Мария", "анна", "Ян"],
    "patronymic": ["Ильич", "Гасан оглы", "Федорович", ""],
    "no_patronymic": ["on", "", False],
    "birth_date": ["07.03.1985", "1.2.1980", "29.02.2001", "1980-02-01", "01022008", "22.11.2008", "23.11.2008", "5 5 1901 г."],
    "sex": ["M", "F", "X"],
    "phone": ["+79001234567", "8 (900) 123-45-67", "9001234567", "+380501234567", "8О01234567", "+7 495 123 45 67"],
    "email": ["doctor@example.ru", "Doc@GMAIL.con", "dосtor@mail.ru", "a@b", "a..b@c.ru", "x@xn--e1afmkfd.xn--p1ai"],
    "sms_code": ["123456", "123-456", "12 34 56", "12345"],
    "snils": ["112-233-445 95", "11223344595", "112 233 445 95", "00100199800", "112-233-445 9S"],
    "inn": ["509800000225", "5098 0000 0225", "009800000105", "779800000106", "5O9800000225"],
    "passport_mrz": [MRZ, MRZ.lower(), "\n".join(reversed(MRZ.split("\n"))), MRZ.replace("PNRUS", "РNRUS"), MRZ.replace("\n", "")],
    "passport_series": ["4514", "45 14", "0014", "4597", "45l4"],
    "passport_number": ["123456", "000000", "12 34 56"],
    "passport_issued_on": ["20.06.2015", "01.06.2001", "30.09.1997", "23.11.2026", "7.3.1999"],
    "passport_issuer": ["ГУ МВД России по г. Москве", "УФМС", "OVD Москвы", "«ОВД» № 5, г. Тула"],
    "passport_division_code": ["770-001", "770001", "775-001", "77–0001"],
    "postal_index": ["190000", "012345", "19 00 00"],
    "region": ["Москва", "москва", "Республика Северная Осетия - Алания", "Атлантида", "Moscow"],
    "city": ["Казань", "пос. Ёлки-Палки", "Kазань", "c. Луга"],
    "street": ["ул. Садовая", "ул. XX Партсъезда", "", "пр. Мира  5"],
    "house": ["12 к. 3", "д", "5/1", "12a"],
    "flat": ["45", "", "4б"],
    "licence_number": ["Л041-01137-77/00000001", "l041-01137-77/00000001", "ЛО-77-01-000001", "Л042-01137-77/00000001", "ФС-77-03-000001"],
    "employer_ogrn": ["1157746123457", "304770000000008", "1157746123458", "30477000000000"],
    "position": ["врач-терапевт", "Врач терапевт", "дворник", "ghjdthrf"],
    "speciality": ["Терапия", "терапия", "Хирургиня", "Nthfgbz"],
    "password": ["Гречка4Луна", "Qwerty123", "Aa1!aaaa", "Щукин1985x", "1Qaz2wsx", "Correct7Horse Battery", "07031985Aa", "Short1A", "shchukin7A"],
    "password_again": ["Гречка4Луна", "Гречка4луна", ""],
}  # fmt: skip
STRAY = "АВЕoOl13 0-.,'’\u00a0\u200b\u202e😀ёЁїİſК\u0007\t\n9٣@<«№—–ZzФ\ue000́"


def _node() -> str:
    beside = Path(sys.executable).with_name("node")
    return str(beside) if beside.exists() else shutil.which("node") or pytest.fail("node is needed: run `make setup`")


def _without_server_checks(schema: Schema) -> Schema:
    def kept(one: Field) -> Field:
        return replace(one, checks=tuple(rule for rule in one.checks if not rule.server))

    return Schema(
        tuple(replace(part, fields=tuple(kept(one) for one in part.fields)) for part in schema.sections), schema.texts
    )


def _kinds_schema() -> Schema:
    def field(name: str, pattern: str, *ops: str) -> Field:
        rules = (check("match", "shape", re=pattern), *(check(op, "sum") for op in ops))
        return Field(name, Text(ru=name, en=name), checks=rules)

    parts = (
        field("inn12", "(?!00)[0-9]{12}", "inn"),
        field("inn10", "(?!00)[0-9]{10}", "inn"),
        field("ogrn", "[15][0-9]{12}", "ogrn"),
        field("ogrnip", "3[0-9]{14}", "ogrn"),
        field("card_pan", "(?!0)[0-9]{13,19}", "luhn"),
        field("postal_index", "[1-6][0-9]{5}"),
        field("mobile_e164", "\\+79[0-9]{9}"),
        field("diploma", "[0-9]{6} ?(?!0{7})[0-9]{7}"),
        field("icd10", "[A-Z][0-9]{2}(?:\\.[0-9]{1,2})?"),
    )
    texts = {code: Text(ru="{label}: {sample}", en="{label}: {sample}") for code in ("shape", "sum")}
    return Schema((Section("kinds", Text(ru="Виды", en="Kinds"), parts),), texts)


WIZARD = _without_server_checks(wizard.schema())
KINDS = _kinds_schema()


LISTS = {name: list(dictionaries.names(name)) for name in ("positions", "specialities", "subjects")}
# What a page of the wizard loads are the rules of its section; the desk loads them all.
PARTS = {
    **{one.key: {**section_json(WIZARD, one.key), "options": LISTS} for one in WIZARD.sections},
    "wizard": {**schema_json(WIZARD), "options": LISTS},
    "kinds": schema_json(KINDS),
}


def _part(question: dict[str, object]) -> str:
    """The rules that the page which asks this has loaded."""
    if question["schema"] != "wizard":
        return str(question["schema"])
    if question["op"] == "field":
        return next(one.key for one in WIZARD.sections if question["name"] in {field.name for field in one.fields})
    return {"mrz": "passport", "strength": "password"}.get(str(question["op"])) or str(question["key"])


def _ask(questions: list[dict[str, object]], *, whole: bool = False) -> list[object]:
    asked = [
        *({"op": "schema", "schema": name, "data": data} for name, data in PARTS.items()),
        *(question if whole else {**question, "schema": _part(question)} for question in questions),
    ]
    driver = Path(__file__).with_name("driver.mjs")
    done = subprocess.run(
        [_node(), str(driver), str(ROOT / "assets/fields.js")],
        input="\n".join(json.dumps(question) for question in asked),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return [json.loads(line) for line in done.stdout.splitlines()][len(PARTS) :]


def _ours(question: dict[str, object]) -> object:
    schema = KINDS if question["schema"] == "kinds" else WIZARD
    today = date.fromisoformat(str(question["today"]))
    match question["op"]:
        case "field":
            answer = evaluate_field(schema, question["name"], question["values"], today).as_json()
        case "section":
            answer = evaluate(schema, question["key"], question["values"], today, question["facts"]).as_json()
        case "mrz":
            answer = read_lines(question["text"], today)
        case _:
            found = password_strength(question["password"], question["facts"], with_list=False)
            answer = {"score": found.score, "text": found.text.pair()}
    return json.loads(json.dumps(answer))


def _mutated(dice: random.Random, value: object) -> object:
    if not isinstance(value, str) or dice.random() < 0.25:
        return value
    chars = list(value)
    for _ in range(dice.randint(1, 2)):
        place = dice.randint(0, len(chars))
        deed = dice.random()
        if deed < 0.4:
            chars.insert(place, dice.choice(STRAY))
        elif deed < 0.6 and place < len(chars):
            chars[place] = dice.choice(STRAY + "0123456789")
        elif deed < 0.8 and place < len(chars):
            del chars[place]
        elif place < len(chars):
            chars[place] = chars[place].swapcase()[0]
    return "".join(chars)


def _field_questions(count: int) -> list[dict[str, object]]:
    dice = random.Random(2026)
    questions = []
    for number in range(count):
        name = list(SEEDS)[number % len(SEEDS)]
        others = {other: dice.choice(SEEDS[other]) for other in SEEDS if dice.random() < 0.5}
        values = {**others, name: _mutated(dice, dice.choice(SEEDS[name]))}
        today = dice.choice(["2026-11-22", "2024-02-29", "2026-08-08"])
        questions.append({"schema": "wizard", "op": "field", "name": name, "values": values, "today": today})
    return questions


def _mrz_questions(count: int) -> list[dict[str, object]]:
    dice = random.Random(186)
    questions = []
    for number in range(count):
        chars = list(VECTORS[[v["kind"] for v in VECTORS].index("passport_mrz") + number % 2]["value"])
        for _ in range(dice.choice((0, 1, 1, 1, 2))):
            chars[dice.randrange(len(chars))] = dice.choice("0123456789ABOISZ<«OАВСЕ x")
        questions.append({"schema": "wizard", "op": "mrz", "text": "".join(chars), "today": "2026-11-22"})
    return questions


def _compare(questions: list[dict[str, object]], *, whole: bool = False) -> None:
    theirs = _ask(questions, whole=whole)
    assert len(theirs) == len(questions)
    for question, answer in zip(questions, theirs, strict=True):
        assert answer == _ours(question), json.dumps(question, ensure_ascii=True)


def test_every_field_gets_the_same_outcome_on_thousands_of_inputs():
    questions = _field_questions(3000)
    _compare(questions)
    accepted = sum(evaluate_field(WIZARD, q["name"], q["values"], TODAY).ok for q in questions)
    assert 600 < accepted < 2400  # the inputs are neither all good nor all bad


def test_the_whole_schema_judges_as_its_sections_do():
    _compare(_field_questions(500), whole=True)


def test_the_rules_of_a_section_hold_no_more_than_it_needs():
    person = section_json(WIZARD, "person")
    assert set(person["fields"]) == {one.name for one in WIZARD.section("person").fields}
    assert not {"mrz", "domains", "strengths", "rows", "stems"} & set(person)
    assert "password_guessable" not in person["texts"]
    passport = section_json(WIZARD, "passport")
    assert {"surname", "birth_date"} <= set(passport["fields"])
    assert "checks" not in passport["fields"]["surname"]
    assert len(json.dumps(person)) < len(json.dumps(schema_json(WIZARD))) / 3


def test_what_few_forms_ask_for_comes_with_their_rules():
    modules = browser_modules(WIZARD)
    brought = {key: re.findall(r'import "\.\./(\w+)\.js"', module) for key, module in modules.items()}
    assert brought["passport"] == ["lines"]
    assert brought["password"] == ["passwords"]
    assert brought[""] == ["lines", "passwords"]
    assert not brought["person"]


def test_hopeless_inputs_get_the_same_refusal():
    questions = [
        {"schema": "wizard", "op": "field", "name": name, "values": {name: value}, "today": "2026-11-22"}
        for name in SEEDS
        for value in (
            "",
            " ",
            "x" * 100_000,
            " " * 5_000,
            "😀" * 300,
            None,
            5,
            ["a"],
            "\x00",
            "\u200f",
            "\ud800",
            "١٢٣",
        )
    ]
    _compare(questions)


def test_the_worked_examples_get_their_verdict_in_both():
    wanted = [v for v in VECTORS if v["kind"] in KINDS.fields]
    questions = [
        {"schema": "kinds", "op": "field", "name": v["kind"], "values": {v["kind"]: v["value"]}, "today": "2026-11-22"}
        for v in wanted
    ]
    answers = _ask(questions)
    for vector, question, answer in zip(wanted, questions, answers, strict=True):
        assert answer == _ours(question)
        assert (not answer["problems"]) is vector["valid"], vector["why"]
    snils = [v for v in VECTORS if v["kind"] == "snils"]
    asked = [
        {"schema": "wizard", "op": "field", "name": "snils", "values": {"snils": v["value"]}, "today": "2026-11-22"}
        for v in snils
    ]
    assert [not answer["problems"] for answer in _ask(asked)] == [v["valid"] for v in snils]


def test_random_numbers_get_the_same_verdict_as_the_judge():
    dice = random.Random(7)
    lengths = {"inn12": 12, "inn10": 10, "ogrn": 13, "ogrnip": 15}
    questions = []
    for number in range(1200):
        kind = list(lengths)[number % 4]
        first = {"ogrn": "1", "ogrnip": "3"}.get(kind, "7")
        value = first + "".join(dice.choices("0123456789", k=lengths[kind] - 1))
        questions.append(
            {"schema": "kinds", "op": "field", "name": kind, "values": {kind: value}, "today": "2026-11-22"}
        )
    verdicts = [not answer["problems"] for answer in _ask(questions)]
    assert verdicts == [CHECKS[q["name"]](q["values"][q["name"]]) == "ok" for q in questions]
    assert any(verdicts)


def test_passport_lines_are_read_alike():
    questions = [
        *_mrz_questions(500),
        *({"schema": "wizard", "op": "mrz", "text": text, "today": "2026-11-22"} for text in ("", MRZ * 3, MRZ[:-1])),
        *(
            {"schema": "wizard", "op": "mrz", "text": v["value"], "today": "2026-11-22"}
            for v in VECTORS
            if v["kind"] == "passport_mrz"
        ),
    ]
    _compare(questions)


def test_whole_sections_are_judged_alike():
    dice = random.Random(3)
    questions = []
    for number in range(300):
        section = WIZARD.sections[number % len(WIZARD.sections)]
        values = {one.name: _mutated(dice, dice.choice(SEEDS[one.name])) for one in section.fields}
        facts = {name: dice.choice(SEEDS[name]) for name in ("surname", "birth_date", "snils")}
        questions.append(
            {
                "schema": "wizard",
                "op": "section",
                "key": section.key,
                "values": values,
                "facts": facts,
                "today": "2026-11-22",
            }
        )
    questions.append(
        {"schema": "wizard", "op": "section", "key": "work", "values": {}, "facts": {}, "today": "2026-11-22"}
    )
    _compare(questions)


def test_password_strength_is_the_same():
    dice = random.Random(5)
    letters = "abcdefgABCDEFG0123456789!? йцукЙЦУК"
    words = ["Password", "гречка", "Щукин", "qwerty", "1985", "луна", "-", "aaaa", "X7"]
    passwords = [
        *("".join(dice.choices(letters, k=dice.randint(0, 24))) for _ in range(300)),
        *("".join(dice.choices(words, k=3)) for _ in range(300)),
    ]
    facts = {"surname": "Щукин", "birth_date": "07.03.1985", "email": "wukin77@mail.ru", "snils": "11223344595"}
    questions = [
        {"schema": "wizard", "op": "strength", "password": one, "facts": facts, "today": "2026-11-22"}
        for one in passwords
    ]
    _compare(questions)
    assert {_ours(question)["score"] for question in questions} == {0, 1, 2, 3, 4}


def test_the_interpreter_stays_small():
    import gzip

    source = (ROOT / "assets/fields.js").read_bytes()
    assert len(gzip.compress(source)) < 7_500
    assert b"import " not in source.replace(b"No imports", b"")
    for name in ("fields", "lines", "passwords"):
        script = (ROOT / f"assets/{name}.js").read_bytes()
        assert b"document" not in script.replace(b"mrz_document", b"").replace(b"document: mrzDigit", b"")
        assert re.findall(rb'from "(.*)"', script) in ([], [b"./fields.js"])
