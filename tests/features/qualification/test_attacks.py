"""Another's records: by no use case, by no address, whoever asks."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from medportal.features.accounts import service as accounts
from medportal.features.qualification import service
from medportal.features.qualification.routes import ROUTES
from medportal.features.qualification.schemas import RecordState, RecordType
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ForbiddenError, NotFoundError
from medportal.ui import session
from tests.features.qualification.doctors import Doctor

OURS = {"x-mp": "1"}


@pytest.fixture
def theirs(doctor: Callable[[str], Doctor]) -> tuple[Doctor, UUID]:
    vera = doctor("vera.skazkina")
    return vera, vera.saved(RecordType.DIPLOMA)


@pytest.mark.parametrize("deed", ["card", "ask_again", "ask_person", "remove"])
def test_another_s_record_is_not_there(anna: Doctor, theirs: tuple[Doctor, UUID], deed: str) -> None:
    with pytest.raises(NotFoundError):
        getattr(service, deed)(anna.actor, theirs[1])
    assert theirs[0].card(theirs[1]).state is RecordState.VERIFIED


def test_another_s_record_is_not_saved_over(anna: Doctor, theirs: tuple[Doctor, UUID]) -> None:
    with pytest.raises(NotFoundError):
        anna.save(RecordType.DIPLOMA, theirs[1])
    assert theirs[0].row(theirs[1]).account_id == theirs[0].id


def test_another_s_scan_is_not_laid_to_one_s_own_record(anna: Doctor, theirs: tuple[Doctor, UUID]) -> None:
    scan, record = theirs[0].upload("diploma"), anna.saved(RecordType.DIPLOMA)
    with pytest.raises(NotFoundError):
        service.attach(anna.actor, record, scan)
    assert anna.row(record).document_id is None


def test_a_record_is_not_saved_as_a_paper_of_another_type(anna: Doctor) -> None:
    record = anna.saved(RecordType.DIPLOMA)
    with pytest.raises(NotFoundError):
        anna.save(RecordType.RESIDENCY, record)


@pytest.mark.parametrize("role", [Role.DOCTOR, Role.OPERATOR, Role.SUPPORT, Role.APPLICANT])
def test_only_those_who_verify_look_at_a_paper(theirs: tuple[Doctor, UUID], role: Role) -> None:
    with pytest.raises(ForbiddenError):
        service.paper_for_review(Actor(role, account_id=uuid4()), theirs[1], uuid4())


@pytest.fixture
def client(house: str) -> TestClient:
    session.sessions.plug(accounts)
    return TestClient(Starlette(routes=list(ROUTES)))


def by(doctor: Doctor) -> dict[str, str]:
    return {**OURS, "cookie": f"mp_session={doctor.applicant.token}"}


def test_forms_and_lists_hold_the_person_s_own_papers_alone(
    anna: Doctor, theirs: tuple[Doctor, UUID], client: TestClient
) -> None:
    vera, record = theirs
    address = f"/private/qualification/form/diploma/{record}"
    assert client.get(address, headers=by(vera)).json()["number"] == vera.papers.diploma.number
    assert client.get(address, headers=by(anna)).status_code == 404
    assert client.get(address, headers=OURS).status_code == 403
    assert client.get(address).status_code == 403
    assert str(record) in str(client.get("/private/qualification", headers=by(vera)).json())
    assert client.get("/private/qualification", headers=by(anna)).json() == {}


@pytest.mark.parametrize("address", ["form/nothing", "form/diploma/not-an-id", "form/policy/../diploma"])
def test_an_address_of_nothing_is_nothing(anna: Doctor, client: TestClient, address: str) -> None:
    assert client.get(f"/private/qualification/{address}", headers=by(anna)).status_code in (404, 200)
    assert client.get("/private/qualification/form/nothing", headers=by(anna)).status_code == 404


def test_the_search_of_institutions_wants_a_session_and_has_a_limit(anna: Doctor, client: TestClient) -> None:
    assert client.get("/private/institutions", headers=OURS).status_code == 403
    asked = {**by(anna), "x-search": "%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80%D0%BE%D0%B2%D0%B0"}
    found = client.get("/private/institutions", headers=asked).json()["items"]
    assert found[0]["name"] == "Учебный медицинский университет имени А.А. Примерова"
    answers = [client.get("/private/institutions", headers=asked).status_code for _ in range(80)]
    assert 429 in answers
