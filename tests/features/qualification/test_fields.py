"""The forms of qualification: the browser judges like the server, and every input and code has its words."""

import json
import random
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from medportal.demonstration.papers import papers_of
from medportal.demonstration.people import PEOPLE
from medportal.features.qualification import fields
from medportal.features.qualification.field_texts import HINTS, LABELS, PROBLEMS, SAMPLES, TITLES
from medportal.features.qualification.schemas import Flaw, RecordType
from medportal.features.qualification.texts.flaws import FLAWS
from medportal.kernel import dictionaries
from medportal.kernel.fields import evaluate_field, section_json

ROOT = Path(__file__).parents[3]
STRAY = "АВЕoO13 0-.,'’\u00a0\u200b😀ёЁ\t9٣@<«№—–ZzФ"
TODAY = "2026-11-27"
OWN = papers_of(PEOPLE[0])
# A good value or a nearly good one for each input, from which mutations start.
SEEDS: dict[str, list[str]] = {
    "full_name": ["Примерова Анна Сергеевна", "Ёлочкин Семён Фёдорович", ""],
    "birth_date": ["07.03.1994", "31.12.1976", ""],
    "sex": ["F", "M", ""],
    "policy_kind": ["3", "2", "1", "7"],
    "enp": [OWN.policy.enp, papers_of(PEOPLE[3]).policy.enp, "7756410892000128", "775641089200012"],
    "temporary_number": ["123456789", "12345678"],
    "temporary_until": ["30.12.2026", "01.01.2013"],
    "old_series": ["АБ 12", "", "AB"],
    "old_number": ["123456", "000000", "12-34"],
    "policy_issued_on": ["15.04.2013", "1.5.2013", "31.02.2013", "01.01.1990"],
    "holder": ["ПРИМЕРОВА анна сергеевна", "Елочкин Семен Федорович", "Petrov", "Примерова  Анна"],
    "institution": ["Учебный медицинский университет", "У  М", "<b>"],
    "institution_other": ["on", ""],
    "level": ["higher", "secondary", "other"],
    "base_speciality": ["Лечебное дело", "лечебное дело", "Знахарство"],
    "speciality": ["Терапия", "терапия", "Nthfgbz"],
    "theme": ["Избранные вопросы", "Diabetes"],
    "hours": ["144", "0", "99999"],
    "begun_year": ["2012", "2030", "12"],
    "ended_year": ["2018", "2011", "2027"],
    "series": ["107724", "всг", "BCГ", "", "10 77"],
    "no_series": ["on", ""],
    "number": ["9000101", "0000000", "900-01/А", "№ 12"],
    "admission_number": ["7723 039000101", "0000", "AB", "012"],
    "issued_on": ["30.06.2018", "30.06.1949", "01.01.2030", "5 июня"],
    "expires_on": ["12.10.2028", "29.06.2018"],
    "is_duplicate": ["on", ""],
    "accreditation_kind": ["primary", "periodic", ""],
    "organisation": ["Учебная больница", "Clinic"],
    "frmo_oid": ["1.2.643.5.1.13.13.12.2.77.9001", "1.2.643.5.1.13.13.12.2.77"],
    "position": ["врач-хирург", "Врач хирург", "дворник"],
    "order_number": ["15-к", "000", "12/3"],
    "licensee": ["ИП Примерова", "OOO"],
    "licence_number": ["Л041-01137-77/00123456", "l041-01137-77/00123456", "ЛО-77-01-000001", "Л042-01137-77/00123456"],
    "region": ["Москва", "москва", "Атлантида"],
    "region_issuer": ["Департамент здравоохранения", "Dept"],
}


def _mutated(dice: random.Random, value: str) -> str:
    chars = list(value)
    for _ in range(dice.choice((0, 0, 1, 2))):
        place = dice.randint(0, len(chars))
        if dice.random() < 0.5 or place == len(chars):
            chars.insert(place, dice.choice(STRAY))
        elif dice.random() < 0.5:
            chars[place] = dice.choice(STRAY + "0123456789")
        else:
            del chars[place]
    return "".join(chars)


def _questions(count: int) -> list[dict[str, object]]:
    dice, asked = random.Random(435), list[dict[str, object]]()
    for turn in range(count):
        name = list(SEEDS)[turn % len(SEEDS)]
        values = {other: dice.choice(seeds) for other, seeds in SEEDS.items() if dice.random() < 0.6}
        values[name] = _mutated(dice, dice.choice(SEEDS[name]))
        asked.append({"schema": "own", "op": "field", "name": name, "values": values, "today": TODAY})
    return asked


def test_browser_and_server_agree_on_thousands_of_inputs() -> None:
    node = Path(sys.executable).with_name("node")
    found = str(node) if node.exists() else shutil.which("node")
    if found is None:
        pytest.fail("node is needed: run `make setup`")
    lists = {
        name: list(dictionaries.names(name)) for name in ("positions", "specialities", "subjects", "base_specialities")
    }
    questions = _questions(2500)
    schema = fields.schema()
    place = {field.name: one.key for one in schema.sections for field in one.fields}
    lines = [
        *(
            {"op": "schema", "schema": one.key, "data": {**section_json(schema, one.key), "options": lists}}
            for one in schema.sections
        ),
        *({**question, "schema": place[str(question["name"])]} for question in questions),
    ]
    done = subprocess.run(
        [found, str(ROOT / "tests/kernel/fields/driver.mjs"), str(ROOT / "assets/fields.js")],
        input="\n".join(json.dumps(line) for line in lines),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    theirs = [json.loads(line) for line in done.stdout.splitlines()][len(schema.sections) :]
    assert len(theirs) == len(questions)
    good = 0
    for question, answer in zip(questions, theirs, strict=True):
        ours = evaluate_field(fields.schema(), question["name"], question["values"], date.fromisoformat(TODAY))
        assert answer == json.loads(json.dumps(ours.as_json())), json.dumps(question, ensure_ascii=True)
        good += ours.ok
    assert 500 < good < 2300


def test_every_input_has_seeds_and_words_and_no_word_is_for_nothing() -> None:
    names = set(fields.schema().fields)
    assert names == set(SEEDS) == set(LABELS)
    assert set(HINTS) | set(SAMPLES) <= names


def test_every_type_has_a_form_and_every_flaw_its_words_and_its_cure() -> None:
    assert {section.key for section in fields.schema().sections} - {"about"} == set(RecordType)
    assert set(TITLES) - {"about"} == set(RecordType)
    assert set(FLAWS) == set(Flaw)
    assert all(len(words) == 2 for words in FLAWS.values())


def test_every_code_of_a_rule_has_its_sentence() -> None:
    known = set(PROBLEMS) | {"required"}
    for spec in fields.schema().fields.values():
        assert spec.required_code in known
        assert {rule.code for rule in spec.checks} <= known


def test_the_sample_of_a_policy_number_is_a_number_that_holds() -> None:
    sample = SAMPLES["enp"].ru
    outcome = fields.evaluate("policy", {"policy_kind": "3", "enp": sample}, date.fromisoformat(TODAY))
    assert outcome.fields["enp"].ok
