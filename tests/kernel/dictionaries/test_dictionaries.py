"""Dictionaries are whole, and reach the browser small."""

import json

import pytest

from medportal.kernel.dictionaries import dictionary_json, entries, names, passport_regions


@pytest.mark.parametrize(("name", "count"), [("specialities", 118), ("positions", 114), ("subjects", 89)])
def test_each_list_is_whole_and_has_no_doubles(name, count):
    assert len(names(name)) == count == len(set(names(name)))
    assert all(item == item.strip() for item in names(name))


def test_what_goes_to_the_browser_names_its_source_and_notes_limited_rows():
    plain = dictionary_json("specialities")
    assert plain["source"]
    assert plain["notes"]["Сексология"] == "сохраняется до 1 марта 2027 г."
    assert len(json.dumps(plain, ensure_ascii=False).encode()) < 12_000


def test_subjects_have_two_codes_each_and_passports_a_few_more_regions():
    assert {len(entry["code"]) for entry in entries("subjects")} == {2}
    assert len({entry["code"] for entry in entries("subjects")}) == 89
    assert {"45", "40", "39"} <= set(passport_regions())
    assert "00" not in passport_regions()
