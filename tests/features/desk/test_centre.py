"""The service centre: a proof is recorded with the operator's name, and is seen the next time the client is found."""

import pytest

from medportal.features.desk import service
from medportal.infra import jobs
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ForbiddenError
from tests.features.levels.proven import OPERATOR


@pytest.mark.both_databases
def test_an_operator_sees_whether_an_identity_is_proven_already(doctor):
    assert not service.is_proven(OPERATOR, doctor.id)
    assert service.client_card(OPERATOR, doctor.id).full_name == doctor.applicant.who.full_name
    service.prove_in_person(OPERATOR, doctor.id)
    jobs.work_off()
    assert service.is_proven(OPERATOR, doctor.id)


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
