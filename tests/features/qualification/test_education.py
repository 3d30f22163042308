"""Education: the refusals of F63, each with its cure and its field; one paper checked again alone; a person decides."""

from collections.abc import Callable

import pytest

from medportal.demonstration.registers.counter import Counter, Fault, Office
from medportal.features.qualification import service
from medportal.features.qualification.schemas import RecordState, RecordType
from medportal.features.registration import service as registration
from medportal.features.registration.schemas import Section
from medportal.features.reviews import service as reviews
from medportal.infra import db, jobs
from medportal.kernel.clock import Hands
from medportal.kernel.errors import ConflictError, NotFoundError
from tests.features.qualification.doctors import VERIFIER, Doctor
from tests.features.registration.applicants import answers_of

both = pytest.mark.both_databases
DIPLOMA, RESIDENCY = RecordType.DIPLOMA, RecordType.RESIDENCY


@both
def test_a_diploma_is_confirmed_by_the_register(anna: Doctor) -> None:
    record = anna.saved(DIPLOMA)
    assert anna.card(record).state is RecordState.VERIFIED
    with db.reading() as uow:
        assert service.education_ok(uow, anna.id)
        assert not service.qualification_ok(uow, anna.id)
    assert "Диплом: подтверждено" in anna.told()


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"institution": "Учебный медицинский университет имени А.А. Премерова"}, ("institution", "institution_typo")),
        ({"institution": "Ъъъ щщщ"}, ("institution", "institution_unlisted")),
        ({"institution": "Вымышленский медицинский институт"}, ("institution", "institution_not_accredited")),
        ({"institution": "Учебная медицинская академия"}, ("institution", "institution_renamed")),
        ({"series": ""}, ("series", "series_missing")),
        ({"no_series": "on"}, ("series", "series_and_none")),
        ({"issued_on": "30 июня 2018"}, ("issued_on", "date_format")),
        ({"issued_on": "31.06.2018"}, ("issued_on", "date_unreal")),
        ({"number": "0000000"}, ("number", "number_zeros")),
        ({"ended_year": "2010"}, ("ended_year", "years_order")),
        ({"ended_year": "2027"}, ("ended_year", "year_future")),
        ({"base_speciality": "Знахарство"}, ("base_speciality", "unlisted")),
        ({"level": ""}, ("level", "choose")),
    ],
)
def test_each_refusal_is_a_code_at_its_field(anna: Doctor, changes: dict[str, str], found: tuple[str, str]) -> None:
    assert anna.codes(DIPLOMA, **changes) == [found]
    assert service.overview(anna.actor).slots[1].cards == ()


@pytest.mark.parametrize(
    "name",
    ["учебный медицинский университет им. А.А. Примерова", "УЧЕБНЫЙ МЕДИЦИНСКИЙ УНИВЕРСИТЕТ имени А. А. «Примерова»"],
)
def test_case_quotes_and_the_ways_to_write_a_name_are_no_slips(anna: Doctor, name: str) -> None:
    assert anna.codes(DIPLOMA, institution=name) == []


def test_a_wrong_number_is_mended_and_that_record_alone_is_checked_again(anna: Doctor, counter: Counter) -> None:
    counter.set_fault(Office.EDUCATION, Fault.MISMATCH)
    residency = anna.saved(RESIDENCY)
    counter.set_fault(Office.EDUCATION, Fault.OK)
    diploma = anna.saved(DIPLOMA, number="9009999")
    assert anna.flaws(diploma) == ["not_found"]
    flaw = anna.card(diploma).flaws[0]
    assert flaw.link == f"/qualification/education/diploma?id={diploma}#number"
    assert flaw.cure.ru.startswith("Сверьте серию, номер и дату")
    anna.saved(DIPLOMA, diploma)
    assert anna.card(diploma).state is RecordState.VERIFIED
    assert anna.flaws(residency) == ["holder_differs"]
    service.ask_again(anna.actor, residency)
    jobs.work_off()
    assert anna.card(residency).state is RecordState.VERIFIED


def test_asking_again_is_refused_where_nothing_is_to_be_asked(anna: Doctor) -> None:
    record = anna.saved(DIPLOMA)
    with pytest.raises(ConflictError):
        service.ask_again(anna.actor, record)


@both
def test_a_paper_stands_in_one_account_only_and_nobody_learns_in_whose(
    anna: Doctor, doctor: Callable[[str], Doctor]
) -> None:
    anna.saved(DIPLOMA)
    vera = doctor("vera.skazkina")
    taken = vera.save(DIPLOMA, **anna.answers(DIPLOMA))
    assert [(one.field, one.code) for one in taken.problems] == [("number", "number_taken")]
    assert "Примеров" not in taken.problems[0].text.ru
    assert taken.record_id is None


def test_two_papers_of_one_number_from_two_issuers_are_two_papers(
    anna: Doctor, doctor: Callable[[str], Doctor]
) -> None:
    anna.saved(DIPLOMA)
    vera = doctor("vera.skazkina")
    other = {**anna.answers(DIPLOMA), "institution": "Казанский государственный медицинский университет"}
    assert vera.save(DIPLOMA, **other).problems == ()


def test_a_lawful_duplicate_of_a_known_number_goes_to_a_person(anna: Doctor, doctor: Callable[[str], Doctor]) -> None:
    anna.saved(DIPLOMA)
    vera = doctor("vera.skazkina")
    vera.upload("diploma")
    record = vera.saved(DIPLOMA, **{**anna.answers(DIPLOMA), "is_duplicate": "on"})
    assert vera.card(record).state is RecordState.IN_REVIEW
    case = vera.case(record)
    assert case is not None
    failed = reviews.open_case(VERIFIER, case.id).failed_rules
    assert [rule.code for rule in failed] == ["number_shared"]


def test_a_certificate_that_two_people_name_goes_to_a_person_who_sees_whose_it_may_be(
    anna: Doctor, doctor: Callable[[str], Doctor]
) -> None:
    anna.saved(RecordType.ACCREDITATION)
    vera = doctor("vera.skazkina")
    vera.upload("accreditation")
    record = vera.saved(RecordType.ACCREDITATION, **anna.answers(RecordType.ACCREDITATION))
    case = vera.case(record)
    assert case is not None
    assert [rule.code for rule in reviews.open_case(VERIFIER, case.id).failed_rules] == ["number_shared"]
    rows = service.paper_for_review(VERIFIER, record, case.id).rows
    assert next(value for label, value in rows if label.ru == "Тот же документ указал").startswith("Примерова")
    # His own paper typed twice is still said at the field.
    twice = anna.save(RecordType.ACCREDITATION)
    assert [one.code for one in twice.problems] == ["number_taken"]


def test_a_diploma_the_register_does_not_know_is_confirmed_by_a_person(doctor: Callable[[str], Doctor]) -> None:
    nina = doctor("nina.bezvestnaya")
    record = nina.saved(DIPLOMA)
    assert (nina.card(record).may_ask_again, nina.card(record).may_ask_person) == (True, True)
    with pytest.raises(ConflictError):
        service.ask_person(nina.actor, record)
    scan = nina.upload("diploma")
    service.ask_person(nina.actor, record)
    assert nina.card(record).state is RecordState.IN_REVIEW
    case = nina.case(record)
    assert case is not None
    seen = service.paper_for_review(VERIFIER, record, case.id)
    assert ("Номер документа", nina.papers.diploma.number) in [(label.ru, value) for label, value in seen.rows]
    assert seen.document_id == scan
    reviews.confirm(VERIFIER, case.id, reviews.open_case(VERIFIER, case.id).version)
    jobs.work_off()
    card = nina.card(record)
    assert (card.state, card.by) == (RecordState.VERIFIED, "person")
    with db.reading() as uow:
        assert service.education_ok(uow, nina.id)


def test_a_person_s_refusal_is_told_with_its_reason_and_mended(doctor: Callable[[str], Doctor]) -> None:
    nina = doctor("nina.bezvestnaya")
    nina.upload("diploma")
    record = nina.saved(DIPLOMA)
    service.ask_person(nina.actor, record)
    case = nina.case(record)
    assert case is not None
    reviews.refuse(VERIFIER, case.id, reviews.open_case(VERIFIER, case.id).version, ("DATE_DIFFERS",))
    jobs.work_off()
    assert (nina.card(record).state, nina.flaws(record)) == (RecordState.REFUSED, ["date_differs"])
    assert nina.card(record).flaws[0].cure.ru
    nina.saved(DIPLOMA, record, issued_on="29.06.2019")
    assert nina.card(record).state is RecordState.FIX_NEEDED


def test_one_item_asked_again_comes_back_to_the_doctor_and_returns(doctor: Callable[[str], Doctor]) -> None:
    nina = doctor("nina.bezvestnaya")
    nina.upload("diploma")
    record = nina.saved(DIPLOMA)
    service.ask_person(nina.actor, record)
    case = nina.case(record)
    assert case is not None
    reviews.ask_item(VERIFIER, case.id, reviews.open_case(VERIFIER, case.id).version, "NUMBER_DIFFERS")
    jobs.work_off()
    assert (nina.card(record).state, nina.flaws(record)) == (RecordState.FIX_NEEDED, ["number_differs"])
    service.attach(nina.actor, record, nina.upload("diploma"))
    assert nina.card(record).state is RecordState.IN_REVIEW


def test_an_institution_outside_the_list_waits_for_a_scan_and_then_for_a_person(anna: Doctor) -> None:
    record = anna.saved(DIPLOMA, institution="Университет за рекой", institution_other="on")
    assert (anna.card(record).state, anna.flaws(record)) == (RecordState.NEEDS_SCAN, ["scan_missing"])
    anna.upload("diploma")
    assert anna.card(record).state is RecordState.IN_REVIEW


def test_a_scan_that_was_refused_shows_nobody_anything(anna: Doctor) -> None:
    anna.upload("diploma", "rejected")
    record = anna.saved(DIPLOMA, institution="Университет за рекой", institution_other="on")
    assert anna.card(record).state is RecordState.NEEDS_SCAN
    assert anna.card(record).scans == ()


def test_a_diploma_in_a_former_name_asks_for_the_certificate_of_the_change(doctor: Callable[[str], Doctor]) -> None:
    raisa = doctor("raisa.novofamilnaya")
    record = raisa.saved(DIPLOMA)
    assert raisa.flaws(record) == ["holder_differs"]
    assert raisa.card(record).flaws[0].link == "/register/person#surname"
    assert "перемене имени" in raisa.card(record).flaws[0].cure.ru


def test_a_name_corrected_in_the_cabinet_is_claimed_anew_by_itself(doctor: Callable[[str], Doctor]) -> None:
    vera = doctor("vera.skazkina")
    answers = answers_of(vera.applicant.who)[Section.PERSON]
    assert registration.hand_in(vera.actor, Section.PERSON, {**answers, "given_name": "Варвара"}).problems == ()
    jobs.work_off()
    record = vera.saved(DIPLOMA)
    assert vera.flaws(record) == ["holder_differs"]
    assert registration.hand_in(vera.actor, Section.PERSON, answers).problems == ()
    jobs.work_off()
    assert vera.card(record).state is RecordState.VERIFIED


def test_a_register_that_does_not_accept_the_question_is_no_refusal(anna: Doctor, counter: Counter) -> None:
    counter.set_fault(Office.EDUCATION, Fault.DOWN)
    record = anna.saved(DIPLOMA)
    assert anna.card(record).state is RecordState.CHECKING
    counter.set_fault(Office.EDUCATION, Fault.OK)
    service.ask_again(anna.actor, record)
    jobs.work_off()
    assert anna.card(record).state is RecordState.VERIFIED


def test_a_deleted_record_is_gone_with_what_was_asked_about_it(anna: Doctor, counter: Counter, hands: Hands) -> None:
    counter.set_fault(Office.EDUCATION, Fault.DOWN)
    record = anna.saved(DIPLOMA)
    service.remove(anna.actor, record)
    counter.set_fault(Office.EDUCATION, Fault.OK)
    hands.move(hours=1)
    jobs.work_off()
    with pytest.raises(NotFoundError):
        service.card(anna.actor, record)
    assert anna.save(DIPLOMA).problems == ()


def test_there_is_an_end_to_the_records_of_one_person(anna: Doctor) -> None:
    for number in range(40):
        anna.save(DIPLOMA, number=f"1{number:06d}")
    with pytest.raises(ConflictError):
        anna.save(DIPLOMA, number="2000000")
