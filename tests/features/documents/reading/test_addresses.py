"""The registered address: what is the same place however it is written, and what is not."""

import pytest

from medportal.features.documents.rules.reading import addresses
from medportal.features.registration.rules.suggesting import parts_of
from tests.features.documents.reading.fixtures import SCANS

STAMP = "НОВОСИБИРСКАЯ ОБЛ, СОВЕТСКИЙ Р-Н, Г. КАЗАНЬ, УЛ. 8 МАРТА, Д. 160А, КОРП. 2, КВ. 82"
SAME = (
    "630000, Новосибирская область, Казань, 8 Марта, д. 160а, корп. 2, кв. 82",
    "Новосибирская обл., г. Казань, ул. 8 Марта, д. 160 А, корпус 2, квартира 82",
    "Новосибирская область, Советский район, город Казань, улица 8 Марта, 160А к. 2, 82",
    "новосибирская область, р-н Советский, г Казань, 8 Марта ул., д. 160А, корп. 2, кв. 82",
)


@pytest.mark.parametrize("typed", SAME)
def test_the_same_place_written_otherwise_is_no_difference(typed):
    assert addresses.unlike(typed, STAMP) == ((), ())


@pytest.mark.parametrize(
    ("typed", "mine", "theirs"),
    [
        (SAME[0].replace("кв. 82", "кв. 83"), "3", "2"),
        (SAME[0].replace("Казань", "Рязань"), "Ря", "КА"),
        (SAME[0].replace(", корп. 2", ""), "", "2"),
        (SAME[0].replace(", кв. 82", ""), "", "82"),
        (SAME[0].replace("8 Марта", "пер. 8 Марта"), "п", "У"),
        (SAME[0].replace("160а", "160б"), "б", "А"),
    ],
)
def test_names_and_numbers_that_differ_are_marked_letter_by_letter(typed, mine, theirs):
    wrong, missed = addresses.unlike(typed, STAMP)
    assert "".join(typed[place] for place in wrong) == mine
    assert "".join(STAMP[place] for place in missed) == theirs


def test_a_district_may_be_left_out_but_not_be_another_one():
    assert addresses.unlike(SAME[0].replace("Казань", "Северный район, Казань"), STAMP) != ((), ())
    assert addresses.unlike(
        SAME[0].replace("Казань", "Северный район, Казань"), STAMP.replace("СОВЕТСКИЙ Р-Н, ", "")
    ) == (
        (),
        (),
    )


def test_a_city_that_is_its_own_region_is_named_once_or_twice():
    stamp = "Г. МОСКВА, Г. МОСКВА, Ш. ЭНТУЗИАСТОВ, Д. 13, КВ. 174"
    assert addresses.unlike("101000, Москва, Москва, ш. Энтузиастов, д. 13, кв. 174", stamp) == ((), ())
    assert addresses.unlike("101000, Москва, Энтузиастов, д. 13, кв. 174", stamp) == ((), ())
    assert addresses.unlike("101000, Москва, Химки, ш. Энтузиастов, д. 13, кв. 174", stamp) != ((), ())


def test_a_street_that_is_called_by_its_kind_keeps_its_name():
    assert addresses.unlike("Тверь, Набережная, д. 1", "Г. ТВЕРЬ, УЛ. НАБЕРЕЖНАЯ, Д. 1") == ((), ())
    assert addresses.unlike("Тверь, Садовая, д. 1", "Г. ТВЕРЬ, УЛ. НАБЕРЕЖНАЯ, Д. 1") != ((), ())


def test_an_address_of_a_profile_is_written_in_the_order_of_the_stamp():
    answers = {"postal_index": "630000", "region": "Томская область", "city": "Томск", "house": "5", "flat": ""}
    assert addresses.line(answers) == "630000, Томская область, Томск, д. 5"
    assert addresses.line({}) == ""


def test_what_the_form_takes_off_a_stamp_is_that_stamp_again():
    stamps = [one.fields["registration_address"] for one in SCANS if "registration_address" in one.fields]
    assert len(stamps) > 20
    for stamp in stamps:
        assert addresses.unlike(addresses.line(parts_of(stamp)), stamp) == ((), ()), stamp
