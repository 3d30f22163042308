"""Masks, claims and differences: what of a person is shown to himself, and what is asked of a register."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medportal.features.profile import rules
from medportal.features.profile.schemas import (
    AddressAnswers,
    Identity,
    NumberAnswers,
    PassportAnswers,
    PersonAnswers,
    WorkAnswers,
    read_date,
)
from medportal.features.verification.schemas import Difference, Kind

SNILS, INN = "11223344595", "500100732259"
ANNA = Identity(
    person=PersonAnswers("Примерова", "Анна", "Сергеевна", "", "07.03.1994", "F"),
    numbers=NumberAnswers(SNILS, INN),
    passport=PassportAnswers("4514", "900101", "20.06.2014", "ГУ МВД России по г. Москве", "770-001"),
    address=AddressAnswers("101000", "Москва", "Москва", "Примерная улица", "1", "7"),
    work=WorkAnswers("", "1239900000010", "врач-терапевт", "Терапия"),
)


@pytest.mark.parametrize(
    ("kind", "digits", "mask", "full"),
    [
        ("snils", SNILS, "***-***-*45 95", "112-233-445 95"),
        ("inn", INN, "********2259", "500100732259"),
        ("passport", "4514900101", "** ** **0101", "45 14 900101"),
    ],
)
def test_a_number_is_masked_and_shown_in_the_shape_people_know(kind, digits, mask, full):
    assert rules.masked(kind, digits) == mask
    assert rules.shown(kind, digits) == full


@given(kind=st.sampled_from([("snils", 11), ("inn", 12), ("passport", 10)]), data=st.data())
def test_a_mask_shows_four_digits_and_is_as_long_as_the_number(kind, data):
    name, length = kind
    digits = data.draw(st.text("0123456789", min_size=length, max_size=length))
    mask = rules.masked(name, digits)
    assert "".join(sign for sign in mask if sign.isdigit()) == digits[-4:]
    assert len(mask) == len(rules.shown(name, digits))


def test_a_card_holds_masks_alone():
    card = rules.card(ANNA)
    words = " ".join(getattr(card, name) for name in type(card).__slots__)
    assert SNILS not in words
    assert INN not in words
    assert "900101" not in words
    assert card.full_name == "Примерова Анна Сергеевна"
    assert card.address == "101000, Москва, Примерная улица, 1, кв. 7"
    assert card.workplace == "1239900000010"


def test_a_city_of_a_region_is_told_with_its_region():
    home = AddressAnswers("443000", "Самарская область", "Самара", "улица Образцовая", "24", "")
    card = rules.card(Identity(ANNA.person, ANNA.numbers, ANNA.passport, home, ANNA.work))
    assert card.address == "443000, Самарская область, Самара, улица Образцовая, 24"


def test_nothing_of_a_person_shows_in_a_repr():
    for shape in (ANNA, ANNA.person, ANNA.numbers, ANNA.passport, ANNA.address, ANNA.work, rules.card(ANNA)):
        for secret in ("Примерова", SNILS, INN, "900101", "1994", "Примерная"):
            assert secret not in repr(shape)
    assert "Анна" not in repr(rules.own_difference(Difference("given_name", (0,)), {"given_name": "Анна"}))


def test_three_registers_are_asked_each_with_its_own_number():
    snils, inn, passport = rules.claims(ANNA)
    assert [one.kind for one in (snils, inn, passport)] == [Kind.SNILS, Kind.INN, Kind.PASSPORT]
    assert [one.number for one in (snils, inn, passport)] == [SNILS, INN, "4514900101"]
    assert snils.person.birth_date == date(1994, 3, 7)
    assert passport.passport is not None
    assert passport.passport.issued_on == read_date("20.06.2014")


def test_a_person_without_a_patronymic_claims_none():
    person = PersonAnswers("Примерова", "Анна", "", "on", "07.03.1994", "F")
    claim = rules.claims(Identity(person, ANNA.numbers, ANNA.passport, ANNA.address, ANNA.work))[0]
    assert claim.person.patronymic is None


VALUES = {"surname": "Примерова", "snils": SNILS, "inn": INN, "passport_number": "900101"}


@pytest.mark.parametrize(
    ("name", "places", "value", "marked"),
    [
        ("surname", (1, 3), "Примерова", "рм"),
        ("snils", (9, 10), "***-***-*45 95", "95"),
        ("snils", (0,), "***-***-*45 95", "*"),
        ("inn", (8, 11), "********2259", "29"),
        ("passport_number", (4,), "**0101", "0"),
        ("snils", (), "***-***-*45 95", ""),
        ("snils", (99,), "***-***-*45 95", ""),
    ],
)
def test_a_difference_marks_the_person_s_own_value_behind_its_mask(name, places, value, marked):
    found = rules.own_difference(Difference(name, places), VALUES)
    assert found.value == value
    assert "".join(found.value[place] for place in found.positions) == marked


def test_every_field_a_register_may_name_belongs_to_a_group_of_the_form():
    assert set(rules.FIELD_GROUP.values()) == {"person", "numbers", "passport"}
