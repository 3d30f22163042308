"""Checks about records: a person has several papers, and each is asked about by itself."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from medportal.demonstration.papers import papers_of
from medportal.demonstration.people import person
from medportal.demonstration.registers.counter import Counter, Fault, Office
from medportal.features.verification import service
from medportal.features.verification.schemas import CheckView, Claim, Kind, State
from medportal.infra import db, jobs
from medportal.kernel.errors import NotFoundError
from tests.features.verification.claims import claim_of, study_facts
from tests.features.verification.desk import WOKEN, Desk

both = pytest.mark.both_databases
ANNA = person("anna.primerova")
DIPLOMA, RESIDENCY = (study_facts(each) for each in (papers_of(ANNA).diploma, papers_of(ANNA).further))


def about(record: UUID, paper: object = DIPLOMA) -> Claim:
    return claim_of(ANNA, Kind.EDUCATION, paper=paper, subject=record)


def checks(desk: Desk) -> dict[UUID, CheckView]:
    with db.reading() as uow:
        return service.checks_about(uow, desk.account_id)


@both
def test_two_papers_of_one_kind_have_a_check_each_and_wake_their_own_record(desk: Desk) -> None:
    first, second = uuid4(), uuid4()
    desk.request(about(first))
    desk.request(about(second, RESIDENCY))
    jobs.work_off()
    found = checks(desk)
    assert {record: (check.state, check.subject) for record, check in found.items()} == {
        first: (State.OK, first),
        second: (State.OK, second),
    }
    assert set(WOKEN) == {first, second}


def test_the_checks_a_person_has_once_are_not_mixed_with_those_of_records(desk: Desk) -> None:
    desk.request(about(uuid4()))
    with db.reading() as uow:
        assert service.checks_of(uow, desk.account_id) == {}


@both
def test_a_changed_paper_puts_aside_the_check_of_its_own_record_alone(desk: Desk) -> None:
    first, second = uuid4(), uuid4()
    desk.request(about(first))
    desk.request(about(second, RESIDENCY))
    desk.request(about(first, replace(DIPLOMA, issued_on=date(2018, 7, 1))))
    jobs.work_off()
    assert {record: check.state for record, check in checks(desk).items()} == {
        first: State.MISMATCH,
        second: State.OK,
    }


def test_asking_again_asks_about_that_record_alone(desk: Desk, counter: Counter) -> None:
    first, second = uuid4(), uuid4()
    counter.set_fault(Office.EDUCATION, Fault.MISMATCH)
    for record, paper in ((first, DIPLOMA), (second, RESIDENCY)):
        desk.request(about(record, paper))
    jobs.work_off()
    counter.set_fault(Office.EDUCATION, Fault.OK)
    service.ask_again(desk.actor, Kind.EDUCATION, first)
    jobs.work_off()
    assert {record: check.state for record, check in checks(desk).items()} == {
        first: State.OK,
        second: State.MISMATCH,
    }


def test_a_record_of_somebody_else_is_not_asked_about(desk: Desk) -> None:
    record = uuid4()
    desk.request(about(record))
    jobs.work_off()
    with pytest.raises(NotFoundError):
        service.ask_again(Desk().actor, Kind.EDUCATION, record)


def test_a_record_that_is_dropped_is_asked_about_no_more(desk: Desk, counter: Counter) -> None:
    record = uuid4()
    counter.set_fault(Office.EDUCATION, Fault.DOWN)
    desk.request(about(record))
    with db.unit_of_work() as uow:
        service.drop(uow, desk.account_id, record)
    jobs.work_off()
    assert checks(desk) == {}
    assert "verification.asked" not in desk.deeds()


def test_what_a_register_tells_besides_is_kept_sealed(desk: Desk) -> None:
    record = uuid4()
    check_id = desk.request(claim_of(ANNA, Kind.POLICY, subject=record))
    jobs.work_off()
    with db.reading() as uow:
        assert service.told_about(uow, desk.account_id, record) == {
            "insurer": "Учебная страховая медицинская организация"
        }
        assert service.told_about(uow, desk.account_id, uuid4()) == {}
    assert "страховая" not in (desk.row(check_id).sealed_found or "")


def test_a_claim_about_a_paper_without_its_record_is_no_claim() -> None:
    with pytest.raises(ValueError, match="its record"):
        claim_of(ANNA, Kind.EDUCATION, subject=None)
