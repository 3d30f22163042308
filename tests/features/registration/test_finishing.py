"""The end of the wizard: submitted once, by one person, with the registers asked; corrected afterwards."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from threading import Barrier

import pytest
from sqlmodel import col, select

from medportal.demonstration.invented import Passport, Proof
from medportal.demonstration.people import PEOPLE
from medportal.features.accounts import service as accounts
from medportal.features.accounts.models import Account
from medportal.features.cabinet import service as cabinet
from medportal.features.levels.schemas import Level
from medportal.features.notifications import service as notifications
from medportal.features.profile import service as profile
from medportal.features.profile import store as profiles
from medportal.features.registration import service, store, texts
from medportal.features.registration.schemas import Section, Status, Submitted
from medportal.features.verification import service as verification
from medportal.features.verification.schemas import ABOUT_RECORDS, Kind, State
from medportal.infra import audit, jobs
from medportal.infra.audit import AuditEntry
from medportal.infra.db import reading
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ConflictError, InvalidError, RefusedError
from tests.features.registration.applicants import HOME, answers_of
from tests.features.registration.kept import kept

# What each invented person shows once every register was asked; the others are confirmed.
# What a registration has checked; papers are checked when they are entered.
OF_A_PERSON = set(Kind) - ABOUT_RECORDS
SHOWS = {
    Proof.NAME_MISMATCH: (Kind.SNILS, State.MISMATCH),
    Proof.BIRTH_DATE_MISMATCH: (Kind.SNILS, State.MISMATCH),
    Proof.SNILS_UNKNOWN: (Kind.SNILS, State.NOT_FOUND),
    Proof.INN_OF_ANOTHER: (Kind.INN, State.MISMATCH),
    Proof.REGISTER_DOWN: (Kind.SNILS, State.UNAVAILABLE),
    Proof.REGISTER_SLOW: (Kind.SNILS, State.UNAVAILABLE),
    Proof.REGISTER_GARBAGE: (Kind.SNILS, State.UNAVAILABLE),
    Proof.PASSPORT_REPLACED: (Kind.PASSPORT, State.INVALID),
    Proof.HOLDER_DECEASED: (Kind.PASSPORT, State.INVALID),
}


def deeds() -> list[str]:
    with reading() as uow:
        return list(uow.session.exec(select(AuditEntry.deed).order_by(col(AuditEntry.seq))).all())


def checks(account_id):
    with reading() as uow:
        return {kind: view.state for kind, view in verification.checks_of(uow, account_id).items()}


def at_once(*deeds):
    """Do several things at the same moment; what each returned, or the refusal it met."""
    gate = Barrier(len(deeds))

    def do(deed):
        gate.wait(timeout=10)
        try:
            return deed()
        except RefusedError as refusal:
            return refusal

    with ThreadPoolExecutor(len(deeds)) as people:
        return list(people.map(do, deeds))


@pytest.mark.parametrize("place", range(len(PEOPLE)), ids=[who.key for who in PEOPLE])
def test_every_invented_person_comes_from_the_first_tick_to_the_cabinet(someone, place):
    doctor = someone(place).registered()
    assert doctor.actor.role is Role.DOCTOR
    expected = dict.fromkeys(OF_A_PERSON, State.OK) | dict(
        [SHOWS[doctor.who.proves]] if doctor.who.proves in SHOWS else []
    )
    assert checks(doctor.id) == expected
    assert profile.card(doctor.actor).full_name == doctor.who.full_name
    standing = cabinet.overview(doctor.actor).way.standing
    assert standing.level is Level.SIMPLE
    assert [str(one) for one, met in standing.conditions if not met] == ["passport_scan", "qualification_scan"]


@pytest.mark.both_databases
def test_a_submitted_registration_becomes_an_account_with_a_profile_and_no_draft(anna):
    applicant = anna.ready().actor
    anna.registered_token = anna.token
    outcome = anna.submit()
    assert outcome.ticket is not None
    with reading() as uow:
        account_id = applicant.must_be_known()
        assert accounts.get_account(uow, account_id).state == "active"
        assert store.find(uow, account_id) is None
        assert profile.is_settled(uow, account_id)
        assert audit.verify(uow).ok
    # The applicant's session is over: the doctor's is a new one.
    assert accounts.resolve(anna.token, HOME) is None
    assert {"registration.submitted", "profile.settled", "accounts.activated", "verification.requested"} <= set(deeds())
    jobs.work_off()
    assert set(checks(account_id).values()) == {State.OK}
    assert anna.come_in(outcome.ticket.code).actor.role is Role.DOCTOR


def test_the_finished_person_signs_in_by_snils_phone_and_e_mail(anna):
    who = anna.registered().who
    for name in (who.snils, who.phone, who.email):
        assert accounts.sign_in(Actor(Role.VISITOR, address=HOME), name, answers_of(who)[Section.PASSWORD]["password"])


def test_nothing_is_submitted_before_everything_is_done(anna):
    anna.up_to_numbers()
    outcome = anna.submit()
    assert outcome == Submitted((Section.NUMBERS, Section.PASSPORT, Section.ADDRESS, Section.WORK, Section.PASSWORD))
    with reading() as uow:
        assert not profile.is_settled(uow, anna.id)
        assert accounts.get_account(uow, anna.id).state != "active"


def test_a_contact_that_is_not_confirmed_holds_the_submission_up(anna):
    anna.ready()
    anna.hand_in(Section.CONTACTS, email="other@example.com")
    assert service.overview(anna.actor).statuses[Section.CONTACTS] is Status.WAITING
    assert anna.submit().unfinished == (Section.CONTACTS,)


def test_a_section_made_wrong_by_another_is_named(anna):
    anna.ready()
    # The passport was issued before this person would have been born.
    anna.hand_in(Section.PERSON, birth_date="07.03.2005")
    assert anna.submit().unfinished == (Section.PASSPORT,)


@pytest.mark.both_databases
def test_two_submissions_at_once_make_one_account(anna):
    actor = anna.ready().actor
    outcomes = at_once(lambda: service.submit(actor), lambda: service.submit(actor), lambda: service.submit(actor))
    tickets = [one for one in outcomes if isinstance(one, Submitted)]
    assert [one.unfinished for one in tickets] == [()]
    assert [one.text for one in outcomes if isinstance(one, ConflictError)] == [texts.OVER, texts.OVER]
    assert deeds().count("registration.submitted") == 1
    assert set(checks(actor.must_be_known())) == OF_A_PERSON


@pytest.mark.both_databases
@pytest.mark.parametrize("shared", ["snils", "inn"])
def test_of_two_people_with_the_same_number_at_once_one_wins(someone, shared):
    first, second = someone(0), someone(1)
    second.who = replace(second.who, **{shared: getattr(first.who, shared)})
    actors = first.ready().actor, second.ready().actor
    outcomes = at_once(lambda: service.submit(actors[0]), lambda: service.submit(actors[1]))
    won = [isinstance(one, Submitted) and one.ticket is not None for one in outcomes]
    assert sorted(won) == [False, True]
    assert isinstance(outcomes[won.index(False)], ConflictError)
    loser = actors[won.index(False)]
    with reading() as uow:
        assert not profile.is_settled(uow, loser.must_be_known())
        assert audit.verify(uow).ok
    # Nothing of the loser's answers is lost: he corrects the number and hands in again.
    assert service.answers(loser)[Section.NUMBERS]


def test_an_answer_that_comes_after_the_end_is_refused_and_nothing_stands(anna):
    late = anna.ready().actor
    anna.submit()
    for attempt in (
        lambda: service.keep(late, Section.WORK, "position", "врач"),
        lambda: service.hand_in(late, Section.WORK, answers_of(anna.who)[Section.WORK]),
        lambda: service.hand_in(late, Section.PASSWORD, answers_of(anna.who)[Section.PASSWORD]),
        lambda: service.submit(late),
    ):
        with pytest.raises(ConflictError):
            attempt()
    with reading() as uow:
        assert store.find(uow, late.must_be_known()) is None


def test_an_answer_that_comes_after_a_withdrawal_is_refused(anna):
    late = anna.ready().actor
    service.withdraw(late)
    with pytest.raises(ConflictError):
        service.keep(late, Section.PERSON, "surname", "Примерова")
    with reading() as uow:
        assert store.find(uow, late.must_be_known()) is None


def test_a_withdrawal_leaves_no_contact_no_letter_and_no_session(anna):
    late = anna.ready().actor
    service.withdraw(late)
    with reading() as uow:
        assert notifications.contacts_of(uow, late.must_be_known()) == {}
    assert notifications.demonstration_outbox() == []
    assert {"accounts.consent_withdrawn", "accounts.erased"} <= set(deeds())


def test_no_plain_value_stands_in_the_database_file_after_all_is_done(portal, anna):
    anna.registered()
    database = kept(portal)
    public = {"region", "position", "speciality", "city"}  # from public lists; Moscow is a region and a city
    for section, values in answers_of(anna.who).items():
        for name, value in values.items():
            if len(value) >= 4 and name not in public:
                assert not database.holds(value), f"{section}.{name}"


# Corrections


@pytest.fixture
def doctor(anna):
    return anna.registered()


def test_a_correction_begins_with_the_profile(doctor):
    view = service.overview(doctor.actor)
    assert view.correcting
    assert view.ready
    answers = service.section_answers(doctor.actor, Section.PERSON)
    assert answers["surname"] == doctor.who.surname


def test_numbers_are_given_for_correction_only_after_the_password(doctor, hands):
    assert service.section_answers(doctor.actor, Section.NUMBERS) == {}
    assert service.section_answers(doctor.actor, Section.PASSPORT) == {}
    accounts.confirm_password(doctor.actor, answers_of(doctor.who)[Section.PASSWORD]["password"])
    assert service.section_answers(doctor.actor, Section.NUMBERS)["snils"] == doctor.who.snils
    hands.move(seconds=31)
    assert service.section_answers(doctor.actor, Section.NUMBERS) == {}


@pytest.mark.both_databases
def test_a_corrected_name_is_settled_and_every_register_is_asked_anew(doctor, hands):
    hands.move(minutes=10)
    assert doctor.hand_in(Section.PERSON, surname="Образцова").problems == ()
    assert profile.card(doctor.actor).full_name.startswith("Образцова")
    assert set(checks(doctor.id).values()) == {State.QUEUED}
    jobs.work_off()
    after = checks(doctor.id)
    assert after[Kind.SNILS] is State.MISMATCH
    with reading() as uow:
        assert store.find(uow, doctor.id) is None
    assert "registration.corrected" in deeds()
    # Set right again, the answer that was given before is found again.
    doctor.hand_in(Section.PERSON)
    jobs.work_off()
    assert set(checks(doctor.id).values()) == {State.OK}


def test_a_correction_that_no_register_knows_of_asks_none(doctor):
    before = deeds().count("verification.requested")
    assert doctor.hand_in(Section.ADDRESS, street="Другая улица").problems == ()
    jobs.work_off()
    assert "Другая улица" in profile.card(doctor.actor).address
    assert deeds().count("verification.requested") == before
    assert set(checks(doctor.id).values()) == {State.OK}


def test_a_wrong_correction_changes_nothing(doctor):
    outcome = doctor.hand_in(Section.NUMBERS, snils="112-233-445 96")
    assert [one.field for one in outcome.problems] == ["snils"]
    with reading() as uow:
        row = profiles.find(uow, doctor.id)
        assert row is not None
        assert profiles.identity_of(row).numbers.snils == doctor.who.snils


@pytest.mark.both_databases
def test_nobody_corrects_himself_into_somebody_else(someone):
    settled, doctor = someone(1).registered(), someone(0).registered()
    outcome = doctor.hand_in(Section.NUMBERS, snils=settled.who.snils)
    assert outcome.taken
    assert [one.text for one in outcome.problems] == [texts.TAKEN]
    with reading() as uow:
        row = profiles.find(uow, doctor.id)
        assert row is not None
        assert profiles.identity_of(row).numbers.snils == doctor.who.snils


@pytest.mark.both_databases
def test_two_who_correct_themselves_into_one_number_at_once_are_not_both_right(someone):
    first, second = someone(0).registered(), someone(1).registered()
    free = PEOPLE[5].snils
    actors = first.actor, second.actor
    numbers = [{"snils": free, "inn": one.who.inn} for one in (first, second)]
    outcomes = at_once(
        lambda: service.hand_in(actors[0], Section.NUMBERS, numbers[0]),
        lambda: service.hand_in(actors[1], Section.NUMBERS, numbers[1]),
    )
    assert sorted(one.taken for one in outcomes) == [False, True]


def test_a_correction_that_makes_another_section_wrong_leads_there_and_waits(doctor):
    outcome = doctor.hand_in(Section.PERSON, birth_date="07.03.2005")
    assert outcome.following is Section.PASSPORT
    assert profile.card(doctor.actor).birth_date == f"{doctor.who.birth_date:%d.%m.%Y}"
    # With the passport of that age both are settled together.
    doctor.who = replace(
        doctor.who,
        birth_date=date(2005, 3, 7),
        passport=Passport("4525", "900199", date(2025, 3, 20), "МВД", "770-001"),
    )
    assert doctor.hand_in(Section.PASSPORT, passport_issuer="ГУ МВД России по г. Москве").problems == ()
    assert profile.card(doctor.actor).birth_date == "07.03.2005"


@pytest.mark.parametrize("section", [Section.CONSENT, Section.PASSWORD])
def test_consent_and_password_are_not_corrected_here(doctor, section):
    with pytest.raises(RefusedError):
        service.hand_in(doctor.actor, section, answers_of(doctor.who).get(section, {}))


def test_a_finished_registration_is_not_submitted_again(doctor):
    with pytest.raises(ConflictError):
        service.submit(doctor.actor)


def test_contacts_are_changed_only_with_the_password(doctor):
    changed = {"phone": "+79000000998", "email": doctor.who.email}
    refused = service.hand_in(doctor.actor, Section.CONTACTS, changed)
    assert [one.field for one in refused.problems] == ["current_password"]
    password = answers_of(doctor.who)[Section.PASSWORD]["password"]
    assert service.hand_in(doctor.actor, Section.CONTACTS, {**changed, "current_password": password}).problems == ()
    view = cabinet.overview(doctor.actor)
    assert (view.phone_confirmed, view.email_confirmed) == (False, True)
    jobs.work_off()
    told = [one for one in notifications.demonstration_outbox() if one.to == doctor.who.phone]
    assert any("новые контакты" in one.body for one in told)


def test_staff_have_no_registration_to_look_at_or_to_correct(portal):
    accounts.add_staff(Actor(Role.SYSTEM), "verifier@example.com", Role.VERIFIER, "ru")
    with reading() as uow:
        account_id = uow.session.exec(select(Account.id)).one()
    staff = Actor(Role.VERIFIER, account_id)
    assert not service.overview(staff).ready
    assert service.answers(staff) == {}
    with pytest.raises(InvalidError):
        service.keep(staff, Section.PERSON, "surname", "Примерова")
