"""The service centre: a proof is recorded with the operator's name, and is seen the next time the client is found."""

import pytest

from medportal.features.accounts.schemas import LoginKind
from medportal.features.desk import service
from medportal.features.registration import service as registration
from medportal.infra import jobs
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ForbiddenError, NotFoundError
from tests.features.levels.proven import OPERATOR, Doctor


def find(doctor: Doctor) -> None:
    """The operator reads the number off the card on his table."""
    assert registration.find_client(OPERATOR, LoginKind.SNILS, doctor.applicant.who.snils)


@pytest.mark.both_databases
def test_an_operator_sees_whether_an_identity_is_proven_already(doctor):
    find(doctor)
    assert not service.is_proven(OPERATOR, doctor.id)
    assert service.client_card(OPERATOR, doctor.id).full_name == doctor.applicant.who.full_name
    service.prove_in_person(OPERATOR, doctor.id)
    jobs.work_off()
    assert service.is_proven(OPERATOR, doctor.id)


def test_an_operator_sees_and_proves_only_whom_he_has_found_of_late(doctor, hands):
    """An address with somebody's account in it, kept or passed on, shows no name and no passport."""
    for deed in (service.is_proven, service.client_card, service.prove_in_person):
        with pytest.raises(NotFoundError):
            deed(OPERATOR, doctor.id)
    find(doctor)
    hands.move(minutes=31)
    for deed in (service.is_proven, service.client_card, service.prove_in_person):
        with pytest.raises(NotFoundError):
            deed(OPERATOR, doctor.id)


@pytest.mark.parametrize("role", [Role.DOCTOR, Role.VERIFIER, Role.SUPPORT, Role.VISITOR])
def test_nobody_but_an_operator_looks_at_a_client_or_proves_one(doctor, role):
    someone = Actor(role, None if role is Role.VISITOR else OPERATOR.account_id)
    for deed in (service.is_proven, service.client_card, service.prove_in_person):
        with pytest.raises(ForbiddenError):
            deed(someone, doctor.id)
    with pytest.raises(ForbiddenError):
        service.record_proof(someone, doctor.id)
    oneself = Actor(Role.OPERATOR, doctor.id)
    for deed in (service.is_proven, service.client_card, service.prove_in_person):
        with pytest.raises(ForbiddenError):
            deed(oneself, doctor.id)
