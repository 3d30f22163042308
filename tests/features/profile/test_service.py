"""The profile: masked by default, revealed after the password and on record, sealed at rest."""

import pytest
from sqlmodel import col, select

from medportal.demonstration.invented import Proof
from medportal.demonstration.people import proving
from medportal.features.accounts import service as accounts
from medportal.features.profile import service, store
from medportal.features.profile.models import Profile
from medportal.infra import vault
from medportal.infra.audit import AuditEntry
from medportal.infra.db import reading, unit_of_work
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ForbiddenError, NotFoundError, RefusedError
from tests.features.registration.applicants import PASSWORD, Applicant


@pytest.fixture
def doctor(anna):
    return anna.registered()


def reveals() -> list[AuditEntry]:
    with reading() as uow:
        found = select(AuditEntry).where(AuditEntry.deed == "profile.revealed").order_by(col(AuditEntry.seq))
        return list(uow.session.exec(found).all())


def test_a_card_is_masked(doctor):
    card = service.card(doctor.actor)
    assert card.snils.startswith("***")
    assert card.snils.endswith(doctor.who.snils[-2:])
    assert doctor.who.inn not in card.inn


def test_numbers_are_not_revealed_without_the_password(doctor):
    with pytest.raises(ForbiddenError):
        service.reveal(doctor.actor)
    assert reveals() == []


def test_a_wrong_password_reveals_nothing(doctor):
    with pytest.raises(RefusedError):
        accounts.confirm_password(doctor.actor, "Wrong-Password-1")
    with pytest.raises(ForbiddenError):
        service.reveal(doctor.actor)


@pytest.mark.both_databases
def test_after_the_password_numbers_are_revealed_for_thirty_seconds_and_each_look_is_on_record(doctor, hands):
    accounts.confirm_password(doctor.actor, PASSWORD)
    shown = service.reveal(doctor.actor)
    assert shown["snils"].replace("-", "").replace(" ", "") == doctor.who.snils
    assert shown["inn"] == doctor.who.inn
    assert shown["passport"].replace(" ", "") == doctor.who.passport.series + doctor.who.passport.number
    hands.move(seconds=29)
    service.reveal(doctor.actor)
    hands.move(seconds=2)
    with pytest.raises(ForbiddenError):
        service.reveal(doctor.actor)
    assert [entry.actor_id for entry in reveals()] == [doctor.id, doctor.id]
    assert all(doctor.who.snils not in entry.facts for entry in reveals())


def test_the_right_to_reveal_is_of_one_session_alone(doctor):
    accounts.confirm_password(doctor.actor, PASSWORD)
    elsewhere = Applicant(doctor.who)
    ticket = accounts.sign_in(Actor(Role.VISITOR, address="198.51.100.7"), doctor.who.email, PASSWORD)
    elsewhere.come_in(ticket.code)
    with pytest.raises(ForbiddenError):
        service.reveal(elsewhere.actor)
    assert service.reveal(doctor.actor)


@pytest.mark.parametrize("use_case", [service.card, service.answers, service.reveal, service.differences])
def test_nobody_has_no_profile(portal, use_case):
    with pytest.raises(ForbiddenError):
        use_case(Actor(Role.VISITOR))


def test_an_applicant_has_no_profile_yet(anna):
    anna.begin()
    with pytest.raises(NotFoundError):
        service.card(anna.actor)
    assert service.differences(anna.actor) == {}
    with reading() as uow:
        assert service.personal_words(uow, anna.id) == ()


def test_a_mismatch_is_shown_on_the_person_s_own_side_alone(someone):
    wrong = proving(Proof.NAME_MISMATCH)
    doctor = someone(0)
    doctor.who = wrong
    found = service.differences(doctor.registered().actor)
    assert list(found) == ["snils"]
    [difference] = found["snils"]
    assert (difference.field, difference.value) == ("given_name", wrong.given_name)
    # «Наталья» in the person's hand, «Наталия» in the register: only the place that differs is told.
    assert [wrong.given_name[place] for place in difference.positions] == ["ь"]


def test_who_is_confirmed_by_every_register_has_no_differences(doctor):
    assert service.differences(doctor.actor) == {}


def test_a_taken_number_is_known_by_its_fingerprint_to_everyone_but_its_holder(doctor):
    with reading() as uow:
        assert service.is_taken(uow, None, snils=doctor.who.snils, inn="")
        assert service.is_taken(uow, None, snils="", inn=doctor.who.inn)
        assert not service.is_taken(uow, doctor.id, snils=doctor.who.snils, inn=doctor.who.inn)
        assert not service.is_taken(uow, None, snils="", inn="")


def test_a_seal_moved_to_another_person_s_row_does_not_open(someone):
    first, second = someone(0).registered(), someone(1).registered()
    with unit_of_work() as uow:
        one, other = store.find(uow, first.id), store.find(uow, second.id)
        assert one is not None
        assert other is not None
        one.sealed_snils = other.sealed_snils
        uow.session.add(one)
    with pytest.raises(vault.SealBrokenError):
        service.card(first.actor)


def test_every_personal_column_is_sealed_or_a_fingerprint_or_from_a_public_list():
    public = {"id", "account_id", "speciality", "position", "region", "created_at", "changed_at"}
    columns = set(Profile.model_fields) - public
    assert all(name.startswith("sealed_") or name.endswith("_fingerprint") for name in columns)


def test_an_erased_profile_is_gone(doctor):
    with unit_of_work() as uow:
        service.erase(uow, doctor.id)
    with reading() as uow:
        assert not service.is_settled(uow, doctor.id)
