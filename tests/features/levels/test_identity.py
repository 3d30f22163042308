"""Doubts about who somebody is come to the desk, and its word counts for the proof of identity."""

from uuid import uuid4

import pytest
from sqlmodel import select

from medportal.features.documents.schemas.documents import DocumentState
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.levels import service
from medportal.features.levels.models import IdentityProof
from medportal.features.levels.schemas import Condition
from medportal.features.notifications import service as notifications
from medportal.features.profile.models import Profile
from medportal.features.reviews import service as reviews
from medportal.features.reviews.schemas import CaseState, Subject
from medportal.infra import facts, jobs
from medportal.infra.db import reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor, Role

VERIFIER = Actor(Role.VERIFIER, uuid4())
pytestmark = pytest.mark.both_databases


def _case(doctor):
    with reading() as uow:
        return reviews.find(uow, Subject.IDENTITY, doctor.id)


def _proven(doctor) -> bool:
    with reading() as uow:
        return Condition.IDENTITY_PROOF in service.met_by(uow, doctor.id)


def _changes(doctor, hands, **columns) -> None:
    """The person corrects himself: a later moment, other fingerprints."""
    hands.move(minutes=5)
    with unit_of_work() as uow:
        row = uow.session.exec(select(Profile).where(Profile.account_id == doctor.id)).one()
        for name, value in columns.items():
            setattr(row, name, value)
        row.changed_at = clock.now()
        facts.changed(uow, doctor.id)
    jobs.work_off()


def _decide(case_id, *reasons) -> None:
    version = reviews.open_case(VERIFIER, case_id).version
    if reasons:
        reviews.refuse(VERIFIER, case_id, version, reasons)
    else:
        reviews.confirm(VERIFIER, case_id, version)
    jobs.work_off()


def test_a_proof_that_a_corrected_snils_has_lost_is_carried_over_by_the_desk(doctor, hands):
    doctor.seen_in_person()
    assert _proven(doctor)
    assert _case(doctor) is None
    _changes(doctor, hands, snils_fingerprint="another")
    assert not _proven(doctor)
    case = _case(doctor)
    assert [one.code for one in reviews.open_case(VERIFIER, case.id).failed_rules] == ["PROOF_LOST"]
    hands.move(minutes=5)
    _decide(case.id)
    assert _proven(doctor)
    with reading() as uow:
        proofs = select(IdentityProof).where(IdentityProof.account_id == doctor.id)
        rows = uow.session.exec(proofs.order_by(IdentityProof.id)).all()
    assert [one.proved_by for one in rows][-1] == VERIFIER.account_id
    assert len(rows) == 2
    with unit_of_work() as uow:
        facts.changed(uow, doctor.id)
    jobs.work_off()
    assert _case(doctor).id == case.id
    # Changed once more, it is asked once more.
    _changes(doctor, hands, snils_fingerprint="a third")
    assert _case(doctor).id != case.id


def test_a_refusal_sends_to_a_centre_and_only_a_later_proof_counts(doctor, hands):
    doctor.seen_in_person()
    _changes(doctor, hands, snils_fingerprint="another")
    hands.move(minutes=5)
    _decide(_case(doctor).id, "PERSON_DIFFERS")
    line = next(one for one in notifications.bell(doctor.actor).lines if one.title.ru == "Личность не подтверждена")
    assert "сервисный центр" in line.body.ru
    assert line.link == "/contacts"
    assert not _proven(doctor)
    hands.move(minutes=5)
    doctor.seen_in_person()
    assert _proven(doctor)


def test_one_passport_in_two_accounts_is_looked_at_until_an_operator_sees_the_person(doctor, someone, hands):
    other = someone(1, "192.0.2.88").registered()
    jobs.work_off()
    with reading() as uow:
        shared = uow.session.exec(select(Profile).where(Profile.account_id == other.id)).one().passport_fingerprint
    _changes(doctor, hands, passport_fingerprint=shared)
    case = _case(doctor)
    assert [one.code for one in reviews.open_case(VERIFIER, case.id).failed_rules] == ["PASSPORT_SHARED"]
    with reading() as uow:
        assert service.way_of(uow, doctor.id).standing.level is not None
    doctor.seen_in_person()
    assert _case(doctor).state is CaseState.WITHDRAWN


def test_what_the_desk_asks_for_is_told_once_and_a_new_passport_brings_the_case_back(doctor, hands):
    doctor.seen_in_person()
    _changes(doctor, hands, snils_fingerprint="another")
    hands.move(minutes=5)
    case = _case(doctor)
    reviews.ask_item(VERIFIER, case.id, reviews.open_case(VERIFIER, case.id).version, "PASSPORT_AGAIN", "Обе страницы")
    jobs.work_off()
    hands.move(minutes=5)
    jobs.work_off()
    asked = [one for one in notifications.bell(doctor.actor).lines if one.title.ru.startswith("Чтобы подтвердить")]
    assert [one.link for one in asked] == ["/documents?add=passport"]
    assert "Обе страницы" in asked[0].body.ru
    assert _case(doctor).state is CaseState.WAITING
    doctor.keep(KindKey.PASSPORT, DocumentState.IN_REVIEW)
    assert _case(doctor).state is CaseState.OPEN
    assert len([one for one in notifications.bell(doctor.actor).lines if one.title.ru.startswith("Чтобы подтв")]) == 1
