"""The plan of a person as it is kept: only what moves is written, and it is said what moved and why."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import select

from medportal.features.attestations import service
from medportal.features.attestations.models import CalendarEvent, ReminderPlan
from medportal.features.attestations.schemas.kinds import FactKind, FactOrigin, MoveWhy
from medportal.features.attestations.schemas.planning import RuleChange, Span
from medportal.features.documents.models import Document
from medportal.features.documents.schemas.documents import DocumentState
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.notifications import service as notifications
from medportal.infra import audit, jobs
from medportal.infra.db import new_id, reading, unit_of_work
from medportal.kernel.actor import SYSTEM, Actor, Role
from medportal.kernel.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError
from medportal.kernel.text import Text

from .conftest import someone

STAFF = Actor(Role.OPERATOR, new_id())


def rows(table=CalendarEvent):
    with reading() as uow:
        return uow.session.exec(select(table)).all()


@pytest.mark.both_databases
def test_the_profile_yields_the_passport_and_planning_twice_writes_once(portal):
    anna = someone(born="10.01.1982", issued="01.02.2002")
    assert [(move.key, move.after, move.why) for move in service.replan(anna)] == [
        ("passport_age:profile:age45", date(2027, 4, 10), MoveWhy.NEW)
    ]
    before = rows()
    assert service.replan(anna) == ()
    assert rows() == before
    assert len(rows(ReminderPlan)) == 1


@pytest.mark.both_databases
def test_a_corrected_date_moves_its_events_alone_and_says_so(anna):
    service.tell_fact(anna, FactKind.MEDICAL_EXAM, date(2026, 6, 1))
    service.tell_fact(anna, FactKind.ACCREDITATION, date(2023, 6, 1))
    exam = next(fact for fact in service.facts(anna) if fact.kind is FactKind.MEDICAL_EXAM)
    untouched = {row.key: row for row in rows() if not row.key.startswith("medical_exam")}
    found = service.tell_fact(anna, FactKind.MEDICAL_EXAM, date(2026, 7, 1), fact_id=exam.id)
    assert [(move.before, move.after, move.why) for move in found] == [
        (date(2027, 6, 1), date(2027, 7, 1), MoveWhy.FACT_CHANGED)
    ]
    assert {row.key: row for row in rows() if not row.key.startswith("medical_exam")} == untouched
    assert service.moves(anna)[0].title.ru == "Пройти периодический медосмотр"
    told = notifications.bell(anna).lines
    assert [line.title.ru for line in told] == ["План изменился"]
    assert told[0].body.ru.startswith("Пройти периодический медосмотр: теперь 01.07.2027. Перенесено:")


def test_a_date_taken_back_takes_its_events_out_and_coming_back_revives_them(anna):
    service.tell_fact(anna, FactKind.CATEGORY, date(2024, 1, 10))
    fact = service.facts(anna)[0]
    found = service.forget_fact(anna, fact.id)
    assert {move.why for move in found} == {MoveWhy.GONE}
    assert all(row.cancelled_at for row in rows() if row.rule_key == "qualification_category")
    assert service.what_if(anna, date(2030, 1, 1)).outages == ()


def test_dates_of_documents_are_taken_and_a_newer_version_moves_them(anna):
    def lay(issued, until):
        with unit_of_work() as uow:
            row = Document(
                account_id=anna.account_id, upload_key=str(issued), series_id=new_id(), kind=KindKey.LICENCE, state=DocumentState.VERIFIED, issued_on=issued, expires_on=until
            )  # fmt: skip
            uow.session.add(row)
        return row.id

    first = lay(date(2024, 5, 1), None)
    service.replan(anna)
    row = next(row for row in rows() if row.rule_key == "licence")
    assert (row.due_on, row.fact_origin) == (date(2027, 5, 1), FactOrigin.DOCUMENT)
    with unit_of_work() as uow:
        uow.session.get(Document, first).issued_on = date(2024, 6, 1)
    assert [(move.before, move.after) for move in service.replan(anna)] == [(date(2027, 5, 1), date(2027, 6, 1))]
    with unit_of_work() as uow:
        uow.session.get(Document, first).state = DocumentState.REJECTED
    assert {move.why for move in service.replan(anna)} == {MoveWhy.PAPER_GONE}


def test_a_new_year_has_its_own_dates_for_whoever_does_not_come(anna, hands):
    service.tell_fact(anna, FactKind.ACCREDITATION, date(2025, 6, 1))

    def years() -> list[int]:
        return [row.due_on.year for row in rows() if row.rule_key == "nmo_year" and row.cancelled_at is None]

    assert years() == [2026]
    service.replan_stale(SYSTEM)
    jobs.work_off()
    assert years() == [2026]
    hands.move(days=45)
    service.replan_stale(SYSTEM)
    jobs.work_off()
    assert years() == [2027]
    moved = {(move.why, move.before) for move in service.moves(anna, 40) if move.key.startswith("nmo_year")}
    assert (MoveWhy.TIME_PASSED, date(2026, 12, 31)) in moved


def test_staff_change_a_rule_and_everyone_under_it_is_planned_anew(anna, boris):
    service.tell_fact(anna, FactKind.MEDICAL_EXAM, date(2026, 6, 1))
    service.tell_fact(boris, FactKind.CATEGORY, date(2026, 6, 1))
    told = Text(ru="приказ, которого пока нет", en="an order to come")
    due = replace(service.rule_versions(STAFF, "medical_exam")[0].steps[0], after=Span(months=6))
    changed = service.change_rule(
        STAFF, "medical_exam", RuleChange(steps={"due": due}, source=told, is_verified=True), seen_version=1
    )
    jobs.work_off()
    assert (changed.version, changed.source, changed.is_verified) == (2, told, True)
    assert [(move.after, move.why) for move in service.moves(anna, 1)] == [(date(2026, 12, 1), MoveWhy.RULE_CHANGED)]
    assert all(move.why is MoveWhy.NEW for move in service.moves(boris))
    assert [rule.version for rule in service.rule_versions(STAFF, "medical_exam")] == [1, 2]
    with reading() as uow:
        assert audit.verify(uow).ok


def test_two_of_the_staff_do_not_overwrite_each_other_and_a_doctor_changes_no_rule(anna):
    service.change_rule(STAFF, "licence", RuleChange(ladder=(30,)), seen_version=1)
    with pytest.raises(ConflictError):
        service.change_rule(STAFF, "licence", RuleChange(ladder=(60,)), seen_version=1)
    with pytest.raises(ForbiddenError):
        service.change_rule(anna, "licence", RuleChange(ladder=(60,)), seen_version=2)
    with pytest.raises(InvalidError):
        service.change_rule(STAFF, "licence", RuleChange(ladder=(6000,)), seen_version=2)


def test_impossible_dates_and_facts_of_others_are_refused(anna, boris):
    for on in (date(1899, 12, 31), date(2026, 11, 24), date(2200, 1, 1)):
        with pytest.raises(InvalidError):
            service.tell_fact(anna, FactKind.CATEGORY, on)
    with pytest.raises(InvalidError):
        service.tell_fact(anna, FactKind.BIRTH, date(1990, 1, 1))
    service.tell_fact(anna, FactKind.CATEGORY, date(1900, 1, 1))
    fact = service.facts(anna)[0]
    with pytest.raises(NotFoundError):
        service.forget_fact(boris, fact.id)
    with pytest.raises(NotFoundError):
        service.tell_fact(boris, FactKind.CATEGORY, date(2020, 1, 1), fact_id=fact.id)
