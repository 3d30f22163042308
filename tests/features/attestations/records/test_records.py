"""What a register has confirmed dates the calendar: by speciality, once with its scan, and until it is deleted."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from medportal.features.attestations import service
from medportal.features.attestations.models import CalendarEvent
from medportal.features.attestations.schemas.kinds import FactKind
from medportal.features.documents.models import Document
from medportal.features.qualification import service as qualification
from medportal.features.qualification.schemas import RecordType
from medportal.infra import facts, jobs
from medportal.infra.db import reading, unit_of_work
from medportal.kernel import clock
from tests.features.qualification.doctors import Doctor, written


def dates(doctor: Doctor, rule: str) -> list[date]:
    with reading() as uow:
        rows = uow.session.exec(
            select(CalendarEvent).where(CalendarEvent.account_id == doctor.id, CalendarEvent.rule_key == rule)
        ).all()
    return sorted(row.due_on for row in rows if row.cancelled_at is None and row.step == "end")


@pytest.mark.both_databases
def test_a_confirmed_accreditation_goes_before_a_word_and_its_scan_makes_no_second_date(anna: Doctor):
    own = anna.papers.admission
    service.tell_fact(anna.actor, FactKind.ACCREDITATION, clock.today() - timedelta(days=3))
    record = anna.saved(RecordType.ACCREDITATION)
    assert dates(anna, "accreditation_periodic") == [own.expires_on]
    (told,) = service.facts(anna.actor)
    assert (told.counts, told.beaten_by.link) == (False, f"/qualification/accreditation?id={record}")
    scan_id = anna.upload("accreditation")
    with unit_of_work() as uow:
        scan = uow.session.get(Document, scan_id)
        scan.issued_on, scan.expires_on = own.issued_on, own.expires_on + timedelta(days=9)
        facts.changed(uow, anna.id)
    jobs.work_off()
    assert dates(anna, "accreditation_periodic") == [own.expires_on]
    qualification.attach(anna.actor, record, scan_id)
    jobs.work_off()
    assert dates(anna, "accreditation_periodic") == [own.expires_on]
    assert [one.paper.confirmed for one in service.sources_of(anna.actor) if one.paper] == [True]
    qualification.remove(anna.actor, record)
    jobs.work_off()
    assert dates(anna, "accreditation_periodic") != [own.expires_on]


def test_a_temporary_policy_ends_and_a_permanent_one_settles_that(anna: Doctor):
    until = clock.today() + timedelta(days=40)
    begun = clock.today() - timedelta(days=5)
    temporary = {
        "policy_kind": "2", "temporary_number": "123456789", "temporary_until": written(until), "enp": "",
        "policy_issued_on": written(begun),
    }  # fmt: skip
    anna.saved(RecordType.POLICY, **temporary)
    assert dates(anna, "oms_policy") == [until]
    anna.saved(RecordType.POLICY)
    assert dates(anna, "oms_policy") == []
    assert service.sources_of(anna.actor)


def test_whoever_is_accredited_for_the_first_time_has_a_term_of_mentoring(anna: Doctor):
    first = date(2026, 4, 1)
    until = first.replace(year=2031)
    anna.save(
        RecordType.ACCREDITATION, accreditation_kind="primary", issued_on=written(first), expires_on=written(until)
    )
    jobs.work_off()
    # No register knows it yet, but it was told: the date is as good as one that was typed.
    assert dates(anna, "mentoring") == [date(2029, 4, 1)]
    (source,) = [one for one in service.sources_of(anna.actor) if one.kind is FactKind.MENTORING]
    assert (source.counts, source.paper.confirmed) == (True, False)
