"""Courses under «Квалификация» count towards accreditation by themselves, and none counts twice."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from medportal.features.attestations import service
from medportal.features.attestations.schemas.kinds import FactKind
from medportal.features.attestations.schemas.training import Readiness
from medportal.features.qualification import service as qualification
from medportal.features.qualification.models import QualificationRecord
from medportal.features.qualification.schemas import Flaw, RecordState, RecordType
from medportal.features.reviews import service as reviews
from medportal.infra import db, jobs
from medportal.kernel import clock
from tests.features.qualification.doctors import VERIFIER, Doctor, study, written

THEME = "Неотложная помощь в терапии"


def course(anna: Doctor, **changes: str) -> dict[str, str]:
    """What is typed off the paper of a course that ended a month ago."""
    typed = study(anna.papers.further) | {
        "theme": THEME, "speciality": "Терапия", "hours": "36", "series": "7724", "no_series": "", "number": "000123",
        "issued_on": written(clock.today() - timedelta(days=30)),
    }  # fmt: skip
    return {name: typed[name] for name in typed if name not in {"level", "base_speciality"}} | changes


def saved(anna: Doctor, **changes: str) -> UUID:
    return anna.saved(RecordType.TRAINING, **course(anna, **changes))


def enter(anna: Doctor, days: int = 32, **changes: str) -> UUID:
    """The course as a training that ended so many days ago."""
    on = (clock.today() - timedelta(days=days)).isoformat()
    typed = {"title": THEME, "provider": "РМАНПО", "kind": "course", "hours": "36", "points": "36", "ended_on": on}
    return service.save_training(anna.actor, {**typed, **changes})


def ready(anna: Doctor) -> Readiness:
    seen = service.readiness(anna.actor)
    return next(one for one in seen.each if one.ref == seen.shown)


def amounts(anna: Doctor) -> tuple[int, int, int]:
    state = ready(anna)
    return state.hours, state.cpd, state.course_hours


@pytest.fixture(autouse=True)
def accredited(anna: Doctor) -> None:
    service.tell_fact(anna.actor, FactKind.ACCREDITATION, clock.today() - timedelta(days=700))


@pytest.mark.both_databases
def test_a_course_counts_before_and_after_it_is_confirmed_and_not_when_it_is_refused(anna: Doctor):
    assert amounts(anna) == (0, 0, 0)
    anna.upload("training")
    record = saved(anna)
    assert amounts(anna) == (36, 36, 36)
    (shown,) = service.training_records(anna.actor).courses
    assert (shown.confirmed, shown.counts, shown.link) == (
        False, True, f"/qualification/education/training?id={record}",
    )  # fmt: skip
    qualification.ask_person(anna.actor, record)
    case = anna.case(record)
    assert case is not None
    reviews.confirm(VERIFIER, case.id, reviews.open_case(VERIFIER, case.id).version)
    jobs.work_off()
    assert service.training_records(anna.actor).courses[0].confirmed
    assert amounts(anna) == (36, 36, 36)
    with db.unit_of_work() as uow:
        uow.session.get_one(QualificationRecord, record).state = RecordState.REFUSED.value
    assert amounts(anna) == (0, 0, 0)
    assert service.training_records(anna.actor).courses == ()


def test_a_course_that_the_register_has_annulled_does_not_count(anna: Doctor):
    record = saved(anna)
    with db.unit_of_work() as uow:
        row = uow.session.get_one(QualificationRecord, record)
        row.state, row.flaws = RecordState.FIX_NEEDED.value, f'["{Flaw.ANNULLED}"]'
    assert amounts(anna) == (0, 0, 0)


def test_a_course_before_the_accreditation_is_shown_and_does_not_count(anna: Doctor):
    saved(anna, issued_on=written(clock.today() - timedelta(days=800)))
    assert amounts(anna) == (0, 0, 0)
    assert [one.counts for one in service.training_records(anna.actor).courses] == [False]


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"title": "  НЕОТЛОЖНАЯ помощь, в «терапии» "},
        {"title": "ПК", "number": "7724 № 000123"},
        {"title": "ПК", "number": "000123"},
        {"hours": "35"},
    ],
    ids=["title-and-days", "spelt-otherwise", "number", "number-without-series", "hours-mistyped"],
)
def test_a_course_that_was_entered_as_well_counts_once_and_as_the_paper_says(anna: Doctor, typed: dict[str, str]):
    key = enter(anna, **typed)
    saved(anna)
    assert amounts(anna) == (36, 36, 36)
    (view,) = service.training_records(anna.actor).entered
    assert (view.id, view.counts, view.course and view.course.training.title) == (key, False, THEME)


@pytest.mark.parametrize(
    "typed",
    [
        {"title": "Гипертония"},
        {"number": "7724 000124"},
        {"days": 400},
        {"number": "23", "title": "Другое"},
    ],
    ids=["another-title", "another-number", "a-year-before", "a-number-too-short-to-tell"],
)
def test_another_course_counts_beside_it(anna: Doctor, typed: dict[str, Any]):
    enter(anna, **typed)
    saved(anna)
    assert amounts(anna) == (72, 72, 36)
    assert [one.course for one in service.training_records(anna.actor).entered] == [None]


def test_the_scan_that_is_laid_to_both_makes_them_one(anna: Doctor):
    scan = anna.upload("training")
    record = saved(anna)
    qualification.attach(anna.actor, record, scan)
    enter(anna, title="Сертификат", document=str(scan))
    assert amounts(anna) == (36, 36, 36)


def test_a_paper_in_place_of_one_that_was_lost_is_no_second_course(anna: Doctor):
    saved(anna)
    saved(anna, number="000999", is_duplicate="on", issued_on=written(clock.today() - timedelta(days=2)))
    assert amounts(anna) == (36, 36, 36)


def test_when_the_record_is_deleted_the_word_counts_again(anna: Doctor):
    enter(anna, hours="40")
    record = saved(anna)
    assert amounts(anna) == (36, 36, 36)
    qualification.remove(anna.actor, record)
    assert amounts(anna) == (40, 40, 0)


def test_a_course_for_one_of_two_specialities_counts_for_that_one_alone(anna: Doctor):
    service.forget_fact(anna.actor, service.facts(anna.actor)[0].id)
    begun = clock.today() - timedelta(days=700)
    service.tell_fact(anna.actor, FactKind.ACCREDITATION, begun, topic="терапия")
    service.tell_fact(anna.actor, FactKind.ACCREDITATION, begun + timedelta(days=300), topic="Кардиология")
    saved(anna)
    enter(anna, title="Для обеих", hours="6")
    enter(anna, title="Для одной", hours="10", topic="Кардиология")
    assert {one.topic: (one.hours, one.course_hours) for one in service.readiness(anna.actor).each} == {
        "терапия": (42, 36),
        "Кардиология": (16, 0),
    }
