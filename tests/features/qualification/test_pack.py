"""The pack: what is asked for, what satisfies it, and what ends by itself."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from medportal.features.accounts import service as accounts
from medportal.features.qualification import service
from medportal.features.qualification.models import QualificationRecord
from medportal.features.qualification.rules import settling
from medportal.features.qualification.schemas import RecordState, RecordType, Slot, SlotState
from medportal.infra import db, facts
from medportal.kernel.actor import SYSTEM
from medportal.kernel.clock import Hands
from tests.features.qualification.doctors import Doctor

both = pytest.mark.both_databases
ASKED = (RecordType.DIPLOMA, RecordType.RESIDENCY, RecordType.ACCREDITATION, RecordType.EMPLOYMENT)


def slots(doctor: Doctor) -> dict[Slot, SlotState]:
    return {view.slot: view.state for view in service.overview(doctor.actor).slots}


def complete(doctor: Doctor) -> bool:
    with db.reading() as uow:
        return service.qualification_ok(uow, doctor.id)


@both
def test_the_pack_grows_paper_by_paper_until_it_is_complete(anna: Doctor) -> None:
    assert slots(anna) == {
        Slot.POLICY: SlotState.MISSING,
        Slot.DIPLOMA: SlotState.MISSING,
        Slot.POSTGRADUATE: SlotState.MISSING,
        Slot.TRAINING: SlotState.OPTIONAL,
        Slot.ADMISSION: SlotState.MISSING,
        Slot.PRACTICE: SlotState.MISSING,
        Slot.REGION: SlotState.OPTIONAL,
    }
    for place, kind in enumerate(ASKED):
        assert not complete(anna)
        anna.saved(kind)
        assert sum(state is SlotState.MET for state in slots(anna).values()) == place + 1
    assert complete(anna)


def test_an_internship_and_a_certificate_of_the_older_generation_satisfy_too(doctor: Callable[[str], Doctor]) -> None:
    igor = doctor("igor.kalendaryov")
    for kind in (RecordType.DIPLOMA, RecordType.INTERNSHIP, RecordType.CERTIFICATE, RecordType.EMPLOYMENT):
        igor.saved(kind)
    assert complete(igor)


def test_a_certificate_that_ended_in_2025_is_carried_to_the_end_of_the_bridge() -> None:
    bridged = settling.in_force_until(RecordType.CERTIFICATE, date(2025, 5, 20))
    assert bridged == date(2027, 1, 1)
    assert settling.in_force_until(RecordType.CERTIFICATE, date(2024, 5, 20)) == date(2024, 5, 20)
    assert settling.in_force_until(RecordType.ACCREDITATION, date(2025, 5, 20)) == date(2025, 5, 20)


def test_after_a_primary_accreditation_nothing_is_asked_after_the_diploma(anna: Doctor) -> None:
    anna.saved(RecordType.ACCREDITATION, accreditation_kind="primary")
    assert slots(anna)[Slot.POSTGRADUATE] is SlotState.OPTIONAL


def test_an_annulled_accreditation_does_not_count(doctor: Callable[[str], Doctor]) -> None:
    fyodor = doctor("fyodor.lishenov")
    record = fyodor.saved(RecordType.ACCREDITATION)
    assert (fyodor.card(record).state, fyodor.flaws(record)) == (RecordState.FIX_NEEDED, ["annulled"])
    assert slots(fyodor)[Slot.ADMISSION] is SlotState.FIX
    with db.reading() as uow:
        assert not service.admission_ok(uow, fyodor.id)


def test_a_job_the_register_does_not_know_names_the_organisation(anna: Doctor) -> None:
    record = anna.saved(RecordType.EMPLOYMENT, frmo_oid="1.2.643.5.1.13.13.12.2.77.9999")
    assert anna.flaws(record) == ["not_employed"]
    assert anna.card(record).flaws[0].link == f"/qualification/employment?id={record}#frmo_oid"


@pytest.mark.parametrize(
    ("number", "codes"),
    [
        ("Л041-01137-77/00123456", []),
        ("ЛО-77-01-000001", []),
        ("L041-01137-77/00123456", ["licence_latin"]),
        ("Л042-01137-77/00123456", ["licence_activity"]),
        ("Л041-01137-77", ["licence_format"]),
    ],
)
def test_the_number_of_a_licence_follows_its_grammar(anna: Doctor, number: str, codes: list[str]) -> None:
    typed = {"licensee": "ООО «Учебная клиника»", "licence_number": number, "issued_on": "01.02.2022"}
    saved = service.save(anna.actor, RecordType.LICENCE, typed)
    assert [one.code for one in saved.problems] == codes


def test_a_licence_has_no_register_and_waits_for_a_scan_and_a_person(anna: Doctor) -> None:
    anna.upload("licence")
    typed = {"licensee": "ИП Примерова", "licence_number": "Л041-01137-77/00123456", "issued_on": "01.02.2022"}
    record = service.save(anna.actor, RecordType.LICENCE, typed).record_id
    assert record is not None
    assert anna.card(record).state is RecordState.IN_REVIEW
    assert slots(anna)[Slot.PRACTICE] is SlotState.WAITING


@both
def test_a_paper_whose_term_ends_expires_by_itself_and_the_facts_have_changed(anna: Doctor, hands: Hands) -> None:
    record = anna.saved(RecordType.ACCREDITATION)
    until = anna.row(record).expires_on
    assert until is not None
    hands.at = datetime(until.year, until.month, until.day, 9, tzinfo=UTC)
    service.sweep(SYSTEM)
    with db.reading() as uow:
        assert service.admission_ok(uow, anna.id)
    hands.move(days=1)
    with db.reading() as uow:
        # What ended this night does not hold, even before the sweep has passed.
        assert not service.admission_ok(uow, anna.id)
        assert facts.is_followed(uow, anna.id)
    service.sweep(SYSTEM)
    with db.reading() as uow:
        assert not facts.is_followed(uow, anna.id)
        assert uow.session.get_one(QualificationRecord, record).state == RecordState.EXPIRED


def test_an_erased_account_leaves_no_record(anna: Doctor) -> None:
    anna.saved(RecordType.DIPLOMA)
    with db.unit_of_work() as uow:
        service.erase(uow, anna.id)
    with db.reading() as uow:
        assert service.records_of(uow, anna.id) == ()
    assert accounts is not None
