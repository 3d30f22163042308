"""Invented people: plainly nobody, and valid in every number."""

import phonenumbers
import pytest

from medportal.demonstration.invented import Invented, Proof
from medportal.demonstration.papers import papers_of
from medportal.demonstration.people import PEOPLE, person, proving
from medportal.kernel import clock, dictionaries
from medportal.kernel.identifiers import judge
from medportal.kernel.identifiers.mrz import parse

each_person = pytest.mark.parametrize("someone", PEOPLE, ids=lambda someone: someone.key)


@each_person
def test_every_number_passes_its_own_rule(someone: Invented) -> None:
    passport = someone.passport
    numbers = {
        "snils": someone.snils,
        "inn12": someone.inn,
        "passport_rf": passport.series + passport.number,
        "division_code": passport.division_code,
        "mobile_e164": someone.phone,
        "passport_validity": f"birth={someone.birth_date};issued={passport.issued_on};today={clock.today()}",
    }
    own = papers_of(someone)
    numbers["enp"] = own.policy.enp
    if someone.work.employer_ogrn:
        numbers["ogrn"] = someone.work.employer_ogrn
    if someone.work.licence_number:
        numbers["licence_number"] = someone.work.licence_number
    assert {kind: judge(kind, number).code for kind, number in numbers.items()} == dict.fromkeys(numbers, "ok")


@each_person
def test_the_machine_readable_lines_say_the_same_as_the_answers(someone: Invented) -> None:
    read = parse("\n".join(someone.mrz), clock.today()).person
    assert read is not None
    assert (read.surname, read.given_name, read.patronymic or None) == (
        someone.surname,
        someone.given_name,
        someone.patronymic,
    )
    assert (read.series, read.number) == (someone.passport.series, someone.passport.number)
    assert (read.birth_date, read.issued_on) == (someone.birth_date, someone.passport.issued_on)


@each_person
def test_contacts_can_reach_nobody_real_and_work_stands_in_the_dictionaries(someone: Invented) -> None:
    assert someone.email.endswith("@example.com")
    assert phonenumbers.is_possible_number(phonenumbers.parse(someone.phone))
    assert someone.work.position in dictionaries.names("positions")
    assert someone.work.speciality in dictionaries.names("specialities")
    assert someone.address.region in dictionaries.names("subjects")
    assert (someone.work.licence_number is None) != (someone.work.employer_ogrn is None)


@each_person
def test_papers_follow_each_other_in_time_and_are_issued_under_the_name_of_the_day(someone: Invented) -> None:
    own = papers_of(someone)
    assert someone.birth_date.year < own.diploma.begun < own.diploma.ended <= own.further.begun < own.further.ended
    assert own.diploma.issued_on < own.further.issued_on < own.admission.issued_on < own.admission.expires_on
    named_to = own.diploma.institution.named_to
    assert named_to is None or own.diploma.issued_on <= named_to
    assert (own.job is None) is (someone.work.licence_number is not None)


def test_no_two_people_share_a_number_or_a_contact() -> None:
    for answer in ("key", "snils", "inn", "phone", "email"):
        assert len({getattr(someone, answer) for someone in PEOPLE}) == len(PEOPLE)
    assert len({someone.passport.number for someone in PEOPLE}) == len(PEOPLE)


def test_every_proof_has_somebody_and_the_good_ones_have_every_shape_of_name() -> None:
    assert {someone.proves for someone in PEOPLE} == set(Proof)
    good = [someone for someone in PEOPLE if someone.proves is Proof.ALL_GOOD]
    assert len(good) >= 4
    assert any(someone.patronymic is None for someone in good)
    assert any("-" in someone.surname for someone in good)
    assert any("ё" in someone.full_name.casefold() for someone in good)


def test_somebody_is_found_by_key_and_by_proof() -> None:
    found = proving(Proof.HOLDER_DECEASED)
    assert person(found.key) is found
    with pytest.raises(KeyError):
        person("nobody")
