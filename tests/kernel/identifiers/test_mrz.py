"""The machine-readable lines: read, doubted, written back."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medportal.kernel.identifiers import mrz, mrz_names
from medportal.kernel.identifiers.mrz import MrzPerson, compose, parse
from medportal.kernel.identifiers.mrz_suspects import Suspect

TODAY = date(2026, 11, 22)
VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
GOOD = next(v["value"] for v in VECTORS if v["kind"] == "passport_mrz")
FIRST, SECOND = GOOD.split("\n")

letters = st.text(alphabet=mrz_names.CYRILLIC.lower(), min_size=1, max_size=7).map(str.title)
double = st.lists(letters, min_size=1, max_size=2).map("-".join)


@st.composite
def people(draw):
    issued = draw(st.dates(date(1997, 10, 1), TODAY))
    birth = draw(st.dates(date(issued.year - 80, 1, 1), date(issued.year - 15, 1, 1)))
    return MrzPerson(
        surname=draw(double),
        given_name=draw(letters),
        patronymic=draw(st.sampled_from(["", "Ильич", "Фёдоровна"])),
        birth_date=max(birth, date(1927, 1, 1)),
        sex=draw(st.sampled_from("MF")),
        series=draw(st.from_regex(r"[0-9]{4}", fullmatch=True)),
        number=draw(st.from_regex(r"[0-9]{6}", fullmatch=True)),
        issued_on=issued,
        division_code=draw(st.from_regex(r"[0-9]{2}[0-3]-[0-9]{3}", fullmatch=True)),
    )


@pytest.mark.parametrize("vector", [v for v in VECTORS if v["kind"] == "passport_mrz" and v["valid"]])
def test_the_specimens_are_read_whole(vector):
    person, expected = parse(vector["value"], TODAY).person, vector["parsed"]
    assert person.surname.upper() == expected["surname"]
    assert person.given_name.upper() == expected["name"]
    assert person.patronymic.upper() == expected["patronymic"]
    assert (person.series, person.number, person.sex) == (expected["series"], expected["number"], expected["sex"])
    assert f"{person.birth_date:%y%m%d}" == expected["birth"]
    assert f"{person.issued_on:%y%m%d}" == expected["issue"]
    assert person.division_code == expected["division"]


def test_double_names_are_written_the_way_people_write_them():
    assert parse(GOOD, TODAY).person.surname == "Щукин-Юрьев"


@given(people())
@settings(max_examples=150, deadline=None)
def test_what_is_composed_is_read_back(person):
    assert parse(compose(person), TODAY).person == person


def test_a_name_that_does_not_fit_is_cut_and_said_to_be():
    long = MrzPerson(
        "Константинопольский", "Александр", "Александрович", date(1980, 1, 2), "M", "4504", "123456",
        date(2010, 5, 6), "770-001",
    )  # fmt: skip
    read = parse(compose(long), TODAY).person
    assert read.cut
    assert read.patronymic == "Александ"
    assert len(compose(long).split("\n")[0]) == 44


def test_a_patronymic_of_two_words_stays_together():
    person = MrzPerson(
        "Алиев", "Рашид", "Гасан оглы", date(1980, 1, 2), "M", "4504", "123456", date(2010, 5, 6), "770-001"
    )
    assert parse(compose(person), TODAY).person == person


@pytest.mark.parametrize(
    ("code", "text", "suspect"),
    [
        ("mrz_lines", FIRST, None),
        ("mrz_lines", "", None),
        ("mrz_order", f"{SECOND}\n{FIRST}", None),
        ("mrz_length", f"{FIRST}\n{SECOND[:-1]}", None),
        ("mrz_alphabet", GOOD.replace("PNRUS", "РNRUS"), Suspect(1, 1, "Р", "P")),
        ("mrz_alphabet", f"{FIRST}\n{SECOND[:34]}О{SECOND[35:]}", Suspect(2, 35, "О", "0")),
        ("mrz_head", GOOD.replace("PNRUS", "PMRUS"), Suspect(1, 2, "M", "N")),
        ("mrz_digit", f"{FIRST}\n{SECOND[:34]}O{SECOND[35:]}", Suspect(2, 35, "O", "0")),
        ("mrz_digit", f"{FIRST}\n4S{SECOND[2:]}", Suspect(2, 2, "S", "5")),
        ("mrz_sex", f"{FIRST}\n{SECOND[:20]}X{SECOND[21:]}", Suspect(2, 21, "X", "")),
        ("mrz_filler", f"{FIRST}\n{SECOND[:23]}K{SECOND[24:]}", Suspect(2, 24, "K", "<")),
        ("mrz_names", GOOD.replace("WUKIN", "WUK1N"), Suspect(1, 9, "1", "I")),
        ("mrz_names", GOOD.replace("<<2LKIQ<ANDREEVI3", "<" * 17), None),
        ("mrz_document", f"{FIRST}\n{SECOND[:4]}7{SECOND[5:]}", Suspect(2, 5, "7", "2")),
        ("mrz_birth", f"{FIRST}\n{SECOND[:13]}0{SECOND[14:]}", Suspect(2, 14, "0", "8")),
        ("mrz_whole", f"{FIRST}\n{SECOND[:-1]}9", Suspect(2, 44, "9", "8")),
    ],
)
def test_each_mistake_has_its_own_name_and_place(code, text, suspect):
    reading = parse(text, TODAY)
    assert reading.code == code
    assert reading.person is None
    if suspect:
        assert suspect in reading.suspects
        assert (f"знак {suspect.position}:" in reading.text.ru) is (suspect in reading.suspects[:3])


@pytest.mark.parametrize(
    "text",
    [
        f"{SECOND}\n{FIRST}",
        GOOD.replace("PNRUS", "РNRUS"),
        f"{FIRST}\n{SECOND[:34]}O{SECOND[35:]}",
        GOOD.replace("WUKIN", "WUK1N"),
        f"{FIRST}\n{SECOND.replace('<<<<<<<', '<<<<<<')}",
    ],
)
def test_what_can_be_corrected_safely_is_offered_and_not_done(text):
    reading = parse(text, TODAY)
    assert reading.person is None
    assert parse(reading.mended, TODAY).code == "ok"


def test_one_digit_for_another_is_doubted_but_no_correction_is_offered():
    assert parse(f"{FIRST}\n{SECOND[:4]}7{SECOND[5:]}", TODAY).mended == ""


@pytest.mark.parametrize(
    "text",
    [
        GOOD.lower(),
        GOOD.replace("<<", "«"),
        " ".join(GOOD),
        FIRST + SECOND,
        f"\n\n{FIRST.rstrip('<')}\r\n{SECOND}\n",
        f"{FIRST}<<<\n{SECOND}",
    ],
)
def test_ways_of_typing_are_tolerated(text):
    assert parse(text, TODAY).code == "ok"


def test_the_groups_say_which_of_them_hold():
    groups = parse(f"{FIRST}\n{SECOND[:4]}7{SECOND[5:]}", TODAY).groups
    assert groups == {"document": False, "birth": True, "extra": True, "whole": False}


def test_the_century_is_the_only_possible_one():
    person = parse(GOOD, TODAY).person
    young = replace(person, birth_date=date(2007, 3, 4), issued_on=date(2021, 4, 1))
    old = replace(person, birth_date=date(1927, 3, 4), issued_on=date(2001, 4, 1))
    early = replace(person, birth_date=date(1970, 3, 4), issued_on=date(1999, 4, 1))
    assert [parse(compose(p), TODAY).person.birth_date.year for p in (young, old, early)] == [2007, 1927, 1970]
    assert parse(compose(early), TODAY).person.issued_on == date(1999, 4, 1)


def test_impossible_dates_are_refused_even_when_the_sums_hold():
    person = parse(GOOD, TODAY).person
    unborn = replace(person, issued_on=date(2026, 11, 23))
    assert parse(compose(unborn), TODAY).code == "mrz_dates"


def test_the_code_before_the_date_is_taken_when_only_that_is_possible():
    line = SECOND[:28] + SECOND[28] + SECOND[35:41] + SECOND[29:35] + "<"
    line += mrz.mrz_digit(line[28:42])
    line += mrz.mrz_digit(line[:10] + line[13:20] + line[21:43])
    person = parse(f"{FIRST}\n{line}", TODAY).person
    assert (person.issued_on, person.division_code) == (date(2015, 6, 20), "770-001")


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_is_answered(text):
    assert parse(text, TODAY).text.ru


def test_the_reading_shows_nothing_of_the_person():
    assert "Щукин" not in repr(parse(GOOD, TODAY))
    assert "4514" not in repr(parse(GOOD, TODAY))


def test_a_foreign_name_cannot_be_composed():
    person = parse(GOOD, TODAY).person
    with pytest.raises(ValueError, match="Russian letters"):
        compose(replace(person, surname="Smith"))
