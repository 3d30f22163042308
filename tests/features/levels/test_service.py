"""Levels move by themselves, are told once and say why; rights name what is missing; proofs are a person's own."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from sqlmodel import select

from medportal.features.accounts import service as accounts
from medportal.features.documents.schemas.documents import DocumentState
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.levels import service
from medportal.features.levels.models import IdentityProof, LevelTold
from medportal.features.levels.schemas import Condition, How, Level, Right, Waits
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel
from medportal.features.registration import service as registration
from medportal.features.registration.schemas import Section
from medportal.infra import jobs
from medportal.infra.audit import AuditEntry
from medportal.infra.db import reading, unit_of_work
from medportal.kernel.actor import SYSTEM, Actor, Role
from medportal.kernel.errors import ConflictError, ForbiddenError
from medportal.kernel.identifiers.passport import valid_until
from tests.features.levels.proven import OPERATOR
from tests.features.registration.applicants import answers_of


def _remembered(account_id):
    with reading() as uow:
        row = uow.session.get(LevelTold, account_id)
        assert row is not None
        return Level(row.level), row.moves


@pytest.mark.both_databases
def test_the_level_rises_with_the_last_scan_and_says_which(doctor):
    doctor.keep(KindKey.PASSPORT)
    assert (doctor.level, doctor.told()) == (Level.SIMPLE, [])
    doctor.keep(KindKey.DIPLOMA)
    assert doctor.level is Level.STANDARD
    (line,) = doctor.told()
    assert "«Подтверждённый скан диплома, сертификата или аккредитации»" in line.body.ru
    assert line.link == "/cabinet"
    assert doctor.letters() == ["Уровень учётной записи: Стандартная"]


def test_a_rejected_document_lowers_the_level_and_says_what_to_do(doctor):
    doctor.standard().becomes(doctor.passport, DocumentState.REJECTED)
    assert doctor.level is Level.SIMPLE
    line = doctor.told()[-1]
    assert "понижен: Упрощённая" in line.title.ru
    assert Condition.PASSPORT_SCAN.words.ru in line.body.ru
    assert Condition.PASSPORT_SCAN.cure.ru in line.body.ru
    assert doctor.letters()[-1] == "Уровень учётной записи понижен: Упрощённая"


def test_a_move_is_told_once_however_often_the_job_runs(doctor):
    doctor.standard()
    for _ in range(3):
        with unit_of_work() as uow:
            assert service.settle(uow, doctor.id) is None
    assert len(doctor.told()) == 1


def test_every_move_is_on_record(doctor):
    doctor.standard().becomes(doctor.passport, DocumentState.REJECTED)
    with reading() as uow:
        deeds = [one.facts for one in uow.session.exec(select(AuditEntry).where(AuditEntry.deed == "levels.moved"))]
    assert deeds == ['{"after":2,"before":1}', '{"after":1,"before":2}']


@pytest.mark.both_databases
def test_what_a_killed_worker_has_left_the_sweep_finds(doctor, hands):
    doctor.keep(KindKey.PASSPORT)
    doctor.keep(KindKey.DIPLOMA, work_off=False)
    assert jobs.engine().forget() > 0
    jobs.work_off()
    assert doctor.told() == []
    hands.move(minutes=2)
    jobs.work_off()
    assert len(doctor.told()) == 1


@pytest.mark.both_databases
def test_time_alone_lowers_the_level_on_the_day_after_the_last(doctor, hands):
    doctor.standard(until=date(2026, 12, 1))
    hands.at = datetime(2026, 12, 1, 12, tzinfo=UTC)
    assert service.settle_aged(SYSTEM) == 1
    assert _remembered(doctor.id) == (Level.STANDARD, 1)
    hands.at = datetime(2026, 12, 1, 21, 30, tzinfo=UTC)  # half past midnight in Moscow
    assert service.settle_aged(SYSTEM) == 1
    assert _remembered(doctor.id) == (Level.SIMPLE, 2)
    assert service.settle_aged(SYSTEM) == 0


def test_a_passport_that_should_have_been_exchanged_does_not_count(doctor, hands):
    paper, born = doctor.applicant.who.passport, doctor.applicant.who.birth_date
    until = valid_until(born, paper.issued_on)
    assert until is not None, "the invented doctor still has an exchange before her"
    hands.at = datetime(until.year, until.month, until.day, 12, tzinfo=UTC)
    with reading() as uow:
        assert Condition.PASSPORT in service.met_by(uow, doctor.id)
    hands.move(days=1)
    with reading() as uow:
        assert Condition.PASSPORT not in service.met_by(uow, doctor.id)


def test_a_fall_that_only_waits_for_an_answer_is_not_told_when_it_is_over_soon(doctor, hands):
    doctor.standard().becomes(doctor.passport, DocumentState.CHECKING)
    assert doctor.level is Level.SIMPLE
    hands.move(minutes=5)
    jobs.work_off()
    doctor.becomes(doctor.passport, DocumentState.VERIFIED)
    hands.move(minutes=30)
    jobs.work_off()
    assert _remembered(doctor.id) == (Level.STANDARD, 1)
    assert len(doctor.told()) == 1


def test_a_fall_that_still_waits_after_ten_minutes_is_told(doctor, hands):
    doctor.standard().becomes(doctor.passport, DocumentState.CHECKING)
    hands.move(minutes=9)
    jobs.work_off()
    assert len(doctor.told()) == 1
    hands.move(minutes=2)
    jobs.work_off()
    assert "понижен" in doctor.told()[-1].title.ru


def test_an_unfinished_registration_is_told_nothing(watched, anna):
    anna.ready()
    jobs.work_off()
    with reading() as uow:
        assert uow.session.get(LevelTold, anna.id) is None


def test_the_way_says_whose_turn_it_is(doctor):
    doctor.keep(KindKey.PASSPORT, DocumentState.CHECKING)
    doctor.keep(KindKey.DIPLOMA, DocumentState.IN_REVIEW)
    found = service.way(doctor.actor)
    turns = {step.condition: step.waits for step in found.steps}
    assert turns[Condition.PASSPORT_SCAN] is Waits.REGISTER
    assert turns[Condition.QUALIFICATION_SCAN] is Waits.DESK
    assert turns[Condition.NUMBERS] is None
    told = {step.condition: step.usual for step in found.steps if step.usual}
    assert set(told) == {Condition.QUALIFICATION_SCAN}
    assert "мало данных" in told[Condition.QUALIFICATION_SCAN].words.ru
    assert found.standing.next_level is Level.STANDARD
    assert [right for right, refused in found.rights if refused is None] == [Right.NOTICES]


def test_a_visitor_has_no_way(watched):
    with pytest.raises(ForbiddenError):
        service.way(Actor(Role.VISITOR))


def test_what_is_closed_is_refused_with_what_is_missing(doctor):
    with unit_of_work() as uow, pytest.raises(ForbiddenError) as refused:
        service.must(uow, doctor.id, Right.LICENCE_APPLICATION)
    assert "«Подтверждённый полис ОМС»" in refused.value.text.ru
    with reading() as uow:
        service.must(uow, doctor.id, Right.NOTICES)
        assert service.may(uow, doctor.id, Right.SCHEDULE) is not None


@pytest.mark.both_databases
def test_an_operator_who_saw_the_passport_proves_an_identity(doctor):
    proof_id = doctor.seen_in_person()
    with reading() as uow:
        proof = service.proof_of(uow, doctor.id)
        assert Condition.IDENTITY_PROOF in service.met_by(uow, doctor.id)
        entry = uow.session.exec(select(AuditEntry).where(AuditEntry.deed == "levels.identity_proven")).one()
    assert proof is not None
    assert (proof.id, proof.how, proof.proved_by) == (proof_id, How.IN_PERSON, OPERATOR.account_id)
    assert (entry.actor_id, entry.subject_id) == (OPERATOR.account_id, doctor.id)


@pytest.mark.parametrize(
    ("role", "how"),
    [
        (Role.DOCTOR, How.IN_PERSON),
        (Role.VERIFIER, How.IN_PERSON),
        (Role.SUPPORT, How.IN_PERSON),
        (Role.VISITOR, How.IN_PERSON),
        (Role.SYSTEM, How.IN_PERSON),
        (Role.OPERATOR, How.UKEP),
        (Role.DOCTOR, How.BANK),
    ],
)
def test_nobody_else_proves_an_identity(doctor, role, how):
    someone = Actor(role, None if role in {Role.SYSTEM, Role.VISITOR} else uuid4())
    with unit_of_work() as uow, pytest.raises(ForbiddenError):
        service.record_proof(uow, someone, doctor.id, how)


def test_nobody_proves_himself_and_nobody_can_be_proven_before_he_is_somebody(doctor, anna):
    with unit_of_work() as uow, pytest.raises(ForbiddenError):
        service.record_proof(uow, Actor(Role.OPERATOR, doctor.id), doctor.id, How.IN_PERSON)
    with unit_of_work() as uow, pytest.raises(ConflictError):
        service.record_proof(uow, OPERATOR, uuid4(), How.IN_PERSON)


def test_an_account_that_becomes_another_person_s_loses_the_proof(doctor, someone):
    doctor.seen_in_person()
    other = answers_of(someone(1).who)
    password = answers_of(doctor.applicant.who)[Section.PASSWORD]["password"]
    for section in (Section.PERSON, Section.NUMBERS, Section.PASSPORT):
        done = registration.hand_in(doctor.actor, section, {**other[section], "current_password": password})
        assert done.problems == (), section
    jobs.work_off()
    with reading() as uow:
        assert service.proof_of(uow, doctor.id) is None


def test_an_erased_account_leaves_neither_level_nor_proof(doctor, hands):
    doctor.standard()
    doctor.seen_in_person()
    with unit_of_work() as uow:
        accounts.erase(uow, SYSTEM, doctor.id)
    jobs.work_off()
    hands.move(minutes=2)
    jobs.work_off()
    with reading() as uow:
        assert uow.session.get(LevelTold, doctor.id) is None
        assert uow.session.exec(select(IdentityProof)).all() == []


def test_a_contact_that_is_lost_is_told_at_once(doctor):
    doctor.standard()
    actor = doctor.actor
    with unit_of_work() as uow:
        notifications.put_contact(uow, actor, doctor.id, Channel.SMS, "+79000000997")
    jobs.work_off()
    assert Condition.PHONE.words.ru in doctor.told()[-1].body.ru
