"""The draft: begun with the consent, kept answer by answer, sealed, resumed, handed in section by section."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from medportal.demonstration.people import PEOPLE
from medportal.features.accounts import service as accounts
from medportal.features.registration import rules, service, store, texts
from medportal.features.registration.schemas import Section, Status
from medportal.infra.db import reading, unit_of_work
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError, TooOftenError
from tests.features.registration.applicants import HOME, answers_of
from tests.features.registration.kept import kept

VISITOR = Actor(Role.VISITOR, address=HOME)
AFTER_PHONE = [Section.NUMBERS, Section.PASSPORT, Section.ADDRESS, Section.WORK]


def test_without_the_consent_there_is_no_account(portal):
    with pytest.raises(InvalidError) as refusal:
        service.begin(VISITOR, agreed=False, locale="ru")
    assert [one.field for one in refusal.value.problems] == ["consent"]


def test_whoever_has_begun_does_not_begin_again(anna):
    anna.begin()
    with pytest.raises(ConflictError):
        service.begin(anna.actor, agreed=True, locale="ru")


def test_a_visitor_sees_everything_locked_but_the_consent(portal):
    view = service.overview(VISITOR)
    assert view.statuses.pop(Section.CONSENT) is Status.EMPTY
    assert set(view.statuses.values()) == {Status.LOCKED}
    assert not view.ready


@pytest.mark.both_databases
def test_an_answer_is_kept_as_it_was_given_and_found_again_by_the_next_visit(anna):
    anna.begin()
    service.keep(anna.actor, Section.PERSON, "surname", "  примерова 7")
    service.keep(anna.actor, Section.PERSON, "given_name", "Анна")
    view = service.overview(anna.actor)
    assert view.statuses[Section.PERSON] is Status.STARTED
    assert view.saved_at is not None
    # Another process would find the same: nothing but the database holds it.
    assert service.section_answers(anna.actor, Section.PERSON) == {"surname": "  примерова 7", "given_name": "Анна"}


def test_an_answer_that_is_emptied_stays_empty(anna):
    anna.begin()
    service.keep(anna.actor, Section.PERSON, "surname", "Примерова")
    service.keep(anna.actor, Section.PERSON, "surname", "")
    assert service.section_answers(anna.actor, Section.PERSON) == {"surname": ""}
    assert service.overview(anna.actor).statuses[Section.PERSON] is Status.EMPTY


def test_the_newest_moment_of_saving_is_told(anna, hands):
    anna.begin()
    first = service.keep(anna.actor, Section.PERSON, "surname", "Примерова")
    hands.move(minutes=5)
    second = service.keep(anna.actor, Section.PERSON, "given_name", "Анна")
    assert (second - first).total_seconds() == 300
    assert service.overview(anna.actor).saved_at == second


@pytest.mark.both_databases
def test_answers_given_at_once_from_several_tabs_are_all_kept(anna):
    actor = anna.begin().actor
    wanted = {name: value for name, value in answers_of(anna.who)[Section.PERSON].items() if value}

    def keep(item):
        return service.keep(actor, Section.PERSON, *item)

    with ThreadPoolExecutor(len(wanted)) as tabs:
        list(tabs.map(keep, wanted.items()))
    assert service.section_answers(actor, Section.PERSON) == wanted


def test_no_plain_answer_stands_in_the_database_file(portal, anna):
    anna.ready()
    database = kept(portal)
    for section, values in answers_of(anna.who).items():
        for name, value in values.items():
            if len(value) >= 4:
                assert not database.holds(value), f"{section}.{name}"


@pytest.mark.parametrize(
    ("section", "name", "value"),
    [
        (Section.PASSWORD, "password", "Гречка-4-Луна"),
        (Section.CONSENT, "consent", "on"),
        (Section.PERSON, "snils", "112-233-445 95"),
        (Section.PERSON, "role", "administrator"),
        (Section.PERSON, "surname", "А" * 5000),
        (Section.PERSON, "surname", "А\0"),
        (Section.CONTACTS, "sms_code", "123456"),
    ],
)
def test_what_is_no_answer_of_the_section_is_not_kept(anna, section, name, value):
    anna.begin()
    with pytest.raises(InvalidError):
        service.keep(anna.actor, section, name, value)
    assert service.answers(anna.actor) == {}


@pytest.mark.parametrize(
    "value", ["<b>Анна</b>", "'; drop table draft; --", "Анна\u202e", "😀", "Анна\x07", "{label}", "Anna"]
)
def test_hostile_answers_are_kept_as_they_are_and_refused_when_handed_in(anna, value):
    anna.begin()
    service.keep(anna.actor, Section.PERSON, "given_name", value)
    assert service.section_answers(anna.actor, Section.PERSON)["given_name"] == value
    outcome = anna.hand_in(Section.PERSON, given_name=value)
    assert {one.field for one in outcome.problems} == {"given_name"}
    assert value not in "".join(one.text.ru + one.text.en for one in outcome.problems)
    assert service.section_answers(anna.actor, Section.PERSON)["given_name"] == value


@pytest.mark.parametrize("section", AFTER_PHONE)
def test_the_later_sections_wait_for_the_phone(anna, section):
    anna.begin()
    anna.hand_in(Section.PERSON)
    anna.hand_in(Section.CONTACTS)
    name, value = next(iter(answers_of(anna.who)[section].items()))
    assert service.overview(anna.actor).statuses[section] is Status.LOCKED
    for attempt in (lambda: anna.hand_in(section), lambda: service.keep(anna.actor, section, name, value)):
        with pytest.raises(ConflictError) as refusal:
            attempt()
        assert refusal.value.text == texts.PHONE_FIRST
    assert service.section_answers(anna.actor, section) == {}


def test_the_password_waits_for_the_phone_too(anna):
    anna.begin()
    with pytest.raises(ConflictError):
        anna.hand_in(Section.PASSWORD)


def test_a_changed_phone_locks_the_later_sections_again_and_loses_nothing(anna):
    anna.up_to_numbers()
    anna.hand_in(Section.NUMBERS)
    anna.hand_in(Section.CONTACTS, phone="+79000000999")
    view = service.overview(anna.actor)
    assert view.statuses[Section.CONTACTS] is Status.WAITING
    assert view.statuses[Section.NUMBERS] is Status.LOCKED
    assert service.section_answers(anna.actor, Section.NUMBERS) == {"snils": anna.who.snils, "inn": anna.who.inn}


@pytest.mark.parametrize(
    "do", [service.answers, service.submit, service.withdraw, service.send_code, service.send_link]
)
def test_nobody_acts_for_nobody(portal, do):
    with pytest.raises(ForbiddenError):
        do(VISITOR)


def test_a_code_is_not_sent_to_a_phone_that_was_not_given(anna):
    anna.begin()
    with pytest.raises(NotFoundError):
        service.send_code(anna.actor)


def test_what_is_wrong_is_said_field_by_field_and_nothing_typed_is_lost(anna):
    anna.begin()
    outcome = anna.hand_in(Section.PERSON, surname="", birth_date="31.02.1994", sex="")
    assert [one.field for one in outcome.problems] == ["surname", "birth_date", "sex"]
    kept = service.section_answers(anna.actor, Section.PERSON)
    assert (kept["surname"], kept["birth_date"]) == ("", "31.02.1994")
    assert service.overview(anna.actor).statuses[Section.PERSON] is Status.STARTED


def test_what_fits_is_kept_in_its_canonical_form(anna):
    anna.begin()
    assert (
        anna.hand_in(Section.CONTACTS, phone="8 (900) 000-01-01", email=" Anna.Primerova@EXAMPLE.com ").problems == ()
    )
    kept = service.section_answers(anna.actor, Section.CONTACTS)
    assert kept["phone"] == "+79000000101"
    assert kept["email"].endswith("@example.com")


def test_names_that_no_section_has_are_dropped(anna):
    anna.begin()
    assert anna.hand_in(Section.PERSON, role="administrator", snils="11223344595").problems == ()
    assert set(service.section_answers(anna.actor, Section.PERSON)) == set(answers_of(anna.who)[Section.PERSON])


def test_the_next_section_is_the_next_that_needs_the_person(anna):
    anna.begin()
    assert anna.hand_in(Section.PERSON).following is Section.CONTACTS
    anna.hand_in(Section.CONTACTS)
    anna.confirm_contacts()
    assert anna.hand_in(Section.ADDRESS).following is Section.WORK
    assert anna.hand_in(Section.WORK).following is Section.PASSWORD
    assert anna.hand_in(Section.PASSWORD).following is Section.NUMBERS


@pytest.mark.parametrize(
    "password", ["short1A", "alllowercase1", "ALLUPPERCASE1", "NoDigitsHere", "Password1", "Qwerty123456"]
)
def test_a_weak_password_is_refused(anna, password):
    anna.up_to_numbers()
    outcome = anna.hand_in(Section.PASSWORD, password=password, password_again=password)
    assert {one.field for one in outcome.problems} == {"password"}
    assert service.overview(anna.actor).statuses[Section.PASSWORD] is Status.EMPTY


def test_a_password_with_the_person_s_own_words_is_refused(anna):
    anna.up_to_numbers()
    anna.hand_in(Section.NUMBERS)
    for own in (f"{anna.who.surname}-Ab1", f"Ab-{anna.who.snils}", f"Zz{anna.who.birth_date:%d%m%Y}x"):
        outcome = anna.hand_in(Section.PASSWORD, password=own, password_again=own)
        assert [one.field for one in outcome.problems] == ["password"], own


def test_two_passwords_that_differ_are_refused(anna):
    anna.up_to_numbers()
    assert [one.field for one in anna.hand_in(Section.PASSWORD, password_again="Гречка-4-Лина").problems] == [
        "password_again"
    ]


@pytest.fixture
def settled(someone):
    """Somebody who is registered already."""
    return someone(1).registered()


@pytest.fixture
def second(someone):
    """Another person with other contacts, who comes to the numbers."""
    return someone(2).up_to_numbers()


@pytest.mark.both_databases
def test_a_taken_snils_and_a_taken_inn_stop_with_the_same_words(settled, second):
    by_snils = second.hand_in(Section.NUMBERS, snils=settled.who.snils)
    by_inn = second.hand_in(Section.NUMBERS, inn=settled.who.inn)
    by_both = second.hand_in(Section.NUMBERS, snils=settled.who.snils, inn=settled.who.inn)
    assert by_snils == by_inn == by_both
    assert by_snils.taken
    [problem] = by_snils.problems
    assert (problem.field, problem.text) == ("", texts.TAKEN)


def test_who_asks_about_taken_numbers_too_often_gets_no_more_answers(settled, second, hands):
    for _ in range(10):
        assert second.hand_in(Section.NUMBERS, snils=settled.who.snils).taken
    with pytest.raises(TooOftenError) as refusal:
        second.hand_in(Section.NUMBERS, snils=settled.who.snils)
    assert 0 < refusal.value.wait_seconds <= 3600
    hands.move(seconds=refusal.value.wait_seconds + 1)
    assert second.hand_in(Section.NUMBERS, snils=settled.who.snils).taken


def test_one_s_own_numbers_are_never_held_up(settled, second):
    for _ in range(10):
        second.hand_in(Section.NUMBERS, snils=settled.who.snils)
    assert second.hand_in(Section.NUMBERS).problems == ()


def test_an_unfinished_registration_holds_nobody_s_number(someone):
    someone(0).ready()
    late = replace(PEOPLE[3], snils=PEOPLE[0].snils, inn=PEOPLE[0].inn)
    again = someone(3)
    again.who = late
    again.up_to_numbers()
    assert again.hand_in(Section.NUMBERS).problems == ()


@pytest.mark.both_databases
def test_taking_the_consent_back_erases_an_unfinished_registration(anna):
    actor = anna.ready().actor
    service.withdraw(actor)
    assert accounts.resolve(anna.token, HOME) is None
    with reading() as uow:
        assert store.find(uow, actor.must_be_known()) is None
        assert accounts.get_account(uow, actor.must_be_known()).state == "erased"
    # The same contacts and numbers may begin anew at once.
    anna.ready()
    assert anna.submit().ticket is not None


def test_a_draft_of_somebody_else_is_never_given(someone):
    first, other = someone(0).ready(), someone(1).begin()
    assert service.answers(other.actor) == {}
    with unit_of_work() as uow:
        assert store.find(uow, other.id) is None
        assert store.find(uow, first.id) is not None


def test_every_section_is_either_answered_or_known_not_to_be():
    assert rules.ANSWERED | {Section.CONSENT, Section.PASSWORD} == set(Section)
