"""What the fields of a report begin with: what the portal knows of the doctor, or what he typed the last time."""

from datetime import date

from medportal.features.analytics import service
from medportal.features.qualification.schemas import RecordType
from medportal.kernel.actor import Actor
from tests.features.qualification.conftest import anna, counter, doctor, hands, house, portal

__all__ = ["anna", "counter", "doctor", "hands", "house", "portal"]
DAY = date(2026, 5, 1)


def start(actor: Actor, key: str = "journal") -> str:
    return service.report_start(actor, key)["workplace"]


def test_an_institution_is_named_with_its_number_once_a_paper_names_it(anna):
    work, job = anna.applicant.who.work, anna.papers.job
    assert work.employer_ogrn
    assert job
    assert start(anna.actor) == f"ОГРН {work.employer_ogrn}"
    anna.saved(RecordType.EMPLOYMENT)
    assert start(anna.actor) == f"{job.organisation} (ОГРН {work.employer_ogrn})"


def test_a_name_that_no_paper_tells_is_typed_once(anna):
    typed = {"doctor": "Примерова Анна", "workplace": "ГБУЗ «Поликлиника № 3»", "district": "каб. 12"}
    made = service.make_report(anna.actor, "journal", DAY, typed, "en")
    assert service.report_start(anna.actor, "journal") == {
        **typed,
        "doctor": service.report_start(anna.actor, "form30")["doctor"],
        "position": anna.applicant.who.work.position,
    }
    # Another template asks for itself, and a removed report says nothing any more.
    number = f"ОГРН {anna.applicant.who.work.employer_ogrn}"
    assert start(anna.actor, "form30") == number
    service.remove_report(anna.actor, made)
    assert start(anna.actor) == number


def test_what_papers_say_goes_before_what_was_typed(anna):
    service.make_report(anna.actor, "journal", DAY, {"doctor": "А", "workplace": "Прежнее место"}, "ru")
    anna.saved(RecordType.EMPLOYMENT)
    assert start(anna.actor).startswith(anna.answers(RecordType.EMPLOYMENT)["organisation"])


def test_somebody_else_s_words_begin_nobody_s_report(anna, doctor):
    service.make_report(anna.actor, "journal", DAY, {"doctor": "А", "workplace": "Место Анны"}, "ru")
    other = doctor("timur.vydumkin")
    assert "Место Анны" not in service.report_start(other.actor, "journal").values()
