"""A refusal of the desk about a record: told with its reasons, appealed against once, decided by somebody else."""

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlmodel import select

from medportal.features.notifications import service as notifications
from medportal.features.qualification import service
from medportal.features.qualification.schemas import RecordState, RecordType
from medportal.features.reviews import service as reviews
from medportal.features.reviews.schemas import CaseView, Subject, Wanted
from medportal.infra import db, jobs
from medportal.infra.audit import AuditEntry
from medportal.kernel.actor import Actor, Role
from medportal.kernel.clock import Hands
from medportal.kernel.errors import ConflictError, InvalidError, NotFoundError
from tests.features.qualification.doctors import VERIFIER, Doctor

both = pytest.mark.both_databases
OTHER = Actor(Role.VERIFIER, account_id=db.new_id(), session_id=db.new_id())
WORDS = "Дата верна, вот она на обороте"
SUBJECTS = {RecordType.DIPLOMA: Subject.EDUCATION, RecordType.POLICY: Subject.POLICY}
REASON = {RecordType.DIPLOMA: "DATE_DIFFERS", RecordType.POLICY: "POLICY_NUMBER_DIFFERS"}


def live(doctor: Doctor, record: UUID, kind: RecordType) -> CaseView:
    case = doctor.case(record, SUBJECTS[kind])
    assert case is not None
    return case


def in_review(doctor: Doctor, kind: RecordType) -> UUID:
    """A record that its register does not know, and that a person looks at."""
    doctor.upload("oms_policy" if kind is RecordType.POLICY else str(kind))
    changes = {"policy_issued_on": "15.05.2013"} if kind is RecordType.POLICY else {}
    record = doctor.saved(kind, **changes)
    service.ask_person(doctor.actor, record)
    return record


def refuse(doctor: Doctor, record: UUID, kind: RecordType, note: str = "") -> None:
    case = live(doctor, record, kind)
    reviews.refuse(VERIFIER, case.id, reviews.open_case(VERIFIER, case.id).version, (REASON[kind],), note)
    jobs.work_off()


@pytest.fixture(params=[RecordType.DIPLOMA, RecordType.POLICY])
def kind(request: pytest.FixtureRequest) -> RecordType:
    return request.param


@pytest.fixture
def nina(doctor: Callable[[str], Doctor]) -> Doctor:
    return doctor("nina.bezvestnaya")


@both
def test_a_refused_record_is_appealed_against_once_and_somebody_else_decides(
    nina: Doctor, anna: Doctor, kind: RecordType
) -> None:
    record = in_review(nina, kind)
    assert not nina.card(record).may_appeal
    refuse(nina, record, kind)
    assert (nina.card(record).state, nina.card(record).may_appeal) == (RecordState.REFUSED, True)
    with pytest.raises(NotFoundError):
        service.appeal(anna.actor, record, WORDS)
    for words in ("  ", "я" * 2001):
        with pytest.raises(InvalidError):
            service.appeal(nina.actor, record, words)
    service.appeal(nina.actor, record, WORDS)
    jobs.work_off()
    card, again = nina.card(record), live(nina, record, kind)
    assert (card.state, card.may_appeal, card.flaws) == (RecordState.IN_REVIEW, False, ())
    assert card.review_due_at == again.due_at
    with pytest.raises(ConflictError):
        service.appeal(nina.actor, record, WORDS)
    file = reviews.open_case(VERIFIER, again.id)
    assert (file.may_decide, file.appeal_words, file.row.appeal) == (False, WORDS, True)
    assert again.id in [row.id for row in reviews.queue(OTHER, Wanted(subject=SUBJECTS[kind])).rows]
    reviews.confirm(OTHER, again.id, reviews.open_case(OTHER, again.id).version)
    jobs.work_off()
    assert (nina.card(record).state, nina.card(record).by) == (RecordState.VERIFIED, "person")


def test_a_second_refusal_is_the_last_word(nina: Doctor) -> None:
    record = in_review(nina, RecordType.DIPLOMA)
    refuse(nina, record, RecordType.DIPLOMA)
    service.appeal(nina.actor, record, WORDS)
    again = live(nina, record, RecordType.DIPLOMA)
    reviews.refuse(OTHER, again.id, reviews.open_case(OTHER, again.id).version, ("DATE_DIFFERS",))
    jobs.work_off()
    assert (nina.card(record).state, nina.card(record).may_appeal) == (RecordState.REFUSED, False)
    with pytest.raises(ConflictError):
        service.appeal(nina.actor, record, WORDS)


def test_after_thirty_days_a_refusal_stands(nina: Doctor, hands: Hands, kind: RecordType) -> None:
    record = in_review(nina, kind)
    refuse(nina, record, kind)
    actor = nina.actor
    hands.move(days=30)
    assert service.card(actor, record).may_appeal
    hands.move(minutes=1)
    assert not service.card(actor, record).may_appeal
    with pytest.raises(ConflictError):
        service.appeal(actor, record, WORDS)


def test_answers_that_were_mended_are_decided_about_anew_and_not_by_an_appeal(nina: Doctor) -> None:
    record = in_review(nina, RecordType.DIPLOMA)
    refuse(nina, record, RecordType.DIPLOMA)
    nina.saved(RecordType.DIPLOMA, record, issued_on="29.06.2019")
    assert not nina.card(record).may_appeal
    with pytest.raises(ConflictError):
        service.appeal(nina.actor, record, WORDS)


def test_what_a_register_refused_is_not_appealed_against(nina: Doctor) -> None:
    record = nina.saved(RecordType.DIPLOMA)
    assert nina.card(record).state is RecordState.FIX_NEEDED
    with pytest.raises(ConflictError):
        service.appeal(nina.actor, record, WORDS)


@pytest.mark.parametrize("role", [Role.VERIFIER, Role.OPERATOR, Role.ADMINISTRATOR, Role.SUPPORT, Role.APPLICANT])
def test_nobody_appeals_in_another_s_name(nina: Doctor, role: Role) -> None:
    record = in_review(nina, RecordType.DIPLOMA)
    refuse(nina, record, RecordType.DIPLOMA)
    with pytest.raises(NotFoundError):
        service.appeal(Actor(role, account_id=db.new_id()), record, WORDS)
    assert nina.card(record).may_appeal


def test_an_appeal_is_on_record_without_its_words(nina: Doctor) -> None:
    record = in_review(nina, RecordType.DIPLOMA)
    refuse(nina, record, RecordType.DIPLOMA)
    refused = live(nina, record, RecordType.DIPLOMA)
    service.appeal(nina.actor, record, WORDS)
    with db.reading() as uow:
        [deed] = uow.session.exec(select(AuditEntry).where(AuditEntry.deed == "reviews.appealed")).all()
    assert (deed.actor_id, str(refused.id) in deed.facts, WORDS in deed.facts) == (nina.id, True, False)


@both
def test_a_refusal_is_told_with_its_reason_and_what_staff_wrote(nina: Doctor, kind: RecordType) -> None:
    record = in_review(nina, kind)
    refuse(nina, record, kind, "Смотрите <оборот>")
    title = {RecordType.DIPLOMA: "Диплом: отказано", RecordType.POLICY: "Полис ОМС: отказано"}[kind]
    [line] = [one for one in notifications.bell(nina.actor).lines if one.title.ru == title]
    assert "Смотрите <оборот>" in line.body.ru
    assert "обжалуйте отказ в течение 30 дней" in line.body.ru
    assert nina.card(record).noted
    assert service.summaries(nina.actor)[f"{record}.note"] == "Смотрите <оборот>"
