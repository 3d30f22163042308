import threading
from uuid import uuid4

import pytest
from sqlalchemy import text

from medportal.features.reviews import service
from medportal.features.reviews.schemas import Ask, CaseState, Deed, Outcome, Subject, Wanted
from medportal.infra import db, jobs
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError, RefusedError
from tests.features.reviews.cases import WOKEN, deeds, staff

pytestmark = pytest.mark.both_databases


def test_a_confirmed_case_wakes_the_one_who_asked(desk):
    case_id, about = desk.ask()
    service.confirm(desk.vera, case_id, desk.version(case_id))
    jobs.work_off()
    assert [about] == WOKEN
    view = desk.found(about)
    assert (view.state, view.outcome, view.decided_by) == (CaseState.DECIDED, Outcome.CONFIRMED, desk.vera.account_id)
    assert "reviews.decided" in deeds()


def test_a_refusal_says_why_and_what_cures_it(desk):
    case_id, about = desk.ask()
    service.refuse(desk.vera, case_id, desk.version(case_id), ("UNREADABLE", "CROPPED"), "  Не видно серии. ")
    view = desk.found(about)
    assert view.outcome is Outcome.REFUSED
    assert [reason.code for reason in view.reasons] == ["UNREADABLE", "CROPPED"]
    assert view.reasons[0].link_for(about) == f"/documents?id={about}"
    assert "дневном свете" in view.reasons[0].cure.ru
    assert view.note == "Не видно серии."


def test_a_refusal_needs_a_reason_that_fits(desk):
    case_id, about = desk.ask()
    for codes in ((), ("NOT_IN_REGISTER",), ("NO_SUCH",), ("WRONG_LICENCE",), ("OTHER",)):
        with pytest.raises(InvalidError):
            service.refuse(desk.vera, case_id, desk.version(case_id), codes)
    assert desk.found(about).state is CaseState.OPEN


def test_of_two_who_decide_at_once_one_is_told_that_the_other_was_faster(desk):
    case_id, about = desk.ask()
    version = desk.version(case_id)
    start, told = threading.Barrier(2), []

    def decide(actor, outcome):
        start.wait()
        try:
            if outcome is Outcome.CONFIRMED:
                service.confirm(actor, case_id, version)
            else:
                service.refuse(actor, case_id, version, ("UNREADABLE",))
            told.append(outcome)
        except RefusedError as refused:
            told.append(type(refused))

    pair = [(desk.vera, Outcome.CONFIRMED), (desk.boris, Outcome.REFUSED)]
    threads = [threading.Thread(target=decide, args=one) for one in pair]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert told.count(ConflictError) == 1
    assert desk.found(about).outcome in told
    assert deeds().count("reviews.decided") == 1


def test_a_decision_rests_on_what_was_seen(desk):
    case_id, about = desk.ask()
    version = desk.version(case_id)
    desk.ask(subject_id=about)
    with pytest.raises(ConflictError):
        service.confirm(desk.vera, case_id, version)


def test_nobody_decides_about_himself_nor_what_he_asked_himself(desk):
    case_id, _ = desk.ask()
    himself = Actor(Role.VERIFIER, desk.doctor.account_id, uuid4())
    with pytest.raises(ForbiddenError):
        service.confirm(himself, case_id, 1)
    with pytest.raises(NotFoundError):
        service.open_case(himself, case_id)
    asked = Ask(Subject.DOCUMENT, uuid4(), desk.doctor.account_id)
    with db.unit_of_work() as uow:
        keyed_in = service.request(uow, desk.vera, asked)
    with pytest.raises(ForbiddenError):
        service.confirm(desk.vera, keyed_in, desk.version(keyed_in))
    service.confirm(desk.boris, keyed_in, desk.version(keyed_in))


def test_who_does_not_work_at_the_desk_does_nothing_there(desk):
    case_id, about = desk.ask()
    version = desk.version(case_id)
    deeds_there = (
        lambda who: service.queue(who, Wanted()),
        lambda who: service.next_case(who, Wanted()),
        lambda who: service.open_case(who, case_id),
        lambda who: service.confirm(who, case_id, version),
        lambda who: service.refuse(who, case_id, version, ("UNREADABLE",)),
        lambda who: service.ask_item(who, case_id, version, "UNREADABLE"),
        lambda who: service.hold(who, case_id, version, "later"),
        lambda who: service.resume(who, case_id, version),
        lambda who: service.assign(who, case_id, version),
        lambda who: service.release(who, case_id, version),
        lambda who: service.note(who, case_id, "hello"),
    )
    for role in set(Role) - {Role.VERIFIER, Role.ADMINISTRATOR}:
        for deed in deeds_there:
            with pytest.raises(ForbiddenError):
                deed(Actor(role, uuid4(), uuid4()))
    assert desk.found(about).state is CaseState.OPEN


def test_a_case_that_a_colleague_took_is_his_until_it_is_taken_over(desk):
    case_id, _ = desk.ask()
    service.assign(desk.boris, case_id, desk.version(case_id))
    with pytest.raises(ConflictError):
        service.confirm(desk.vera, case_id, desk.version(case_id))
    service.assign(desk.vera, case_id, desk.version(case_id))
    service.confirm(desk.vera, case_id, desk.version(case_id))
    took = [(event.actor_id, event.deed) for event in desk.seen(case_id).events if event.deed is Deed.ASSIGNED]
    assert took == [(desk.boris.account_id, Deed.ASSIGNED), (desk.vera.account_id, Deed.ASSIGNED)]


def test_a_case_put_off_says_why_and_is_taken_up_again(desk):
    case_id, about = desk.ask()
    with pytest.raises(InvalidError):
        service.hold(desk.vera, case_id, desk.version(case_id), "  ")
    service.hold(desk.vera, case_id, desk.version(case_id), "Жду ответа вуза")
    assert desk.found(about).state is CaseState.HELD
    assert [note.words for note in desk.seen(case_id).notes] == ["Жду ответа вуза"]
    service.resume(desk.vera, case_id, desk.version(case_id))
    service.confirm(desk.vera, case_id, desk.version(case_id))


def test_one_item_is_asked_again_and_the_case_returns_when_it_is_there(desk, hands):
    case_id, about = desk.ask()
    service.ask_item(desk.vera, case_id, desk.version(case_id), "PAGE_MISSING", working_days=2)
    jobs.work_off()
    view = desk.found(about)
    assert (view.state, view.asked.code, WOKEN) == (CaseState.WAITING, "PAGE_MISSING", [about])
    assert view.deadline.isoformat() == "2026-11-25T15:00:00+00:00"
    hands.move(days=1)
    with db.unit_of_work() as uow:
        service.answered(uow, Subject.DOCUMENT, about, desk.doctor)
        service.answered(uow, Subject.DOCUMENT, about, desk.doctor)
    view = desk.found(about)
    assert (view.state, view.deadline) == (CaseState.OPEN, None)
    assert view.due_at.isoformat() == "2026-11-27T15:00:00+00:00"
    assert [event.deed for event in desk.seen(case_id).events].count(Deed.ANSWERED) == 1


def test_a_case_returns_when_the_doctor_lets_the_deadline_pass(desk, hands):
    case_id, about = desk.ask()
    service.ask_item(desk.vera, case_id, desk.version(case_id), "UNREADABLE", working_days=1)
    hands.move(days=1)
    jobs.run_sweeps()
    assert desk.found(about).state is CaseState.WAITING
    hands.move(hours=7)
    jobs.run_sweeps()
    assert desk.found(about).state is CaseState.OPEN
    assert desk.seen(case_id).events[-2].deed is Deed.LAPSED


def test_a_decision_that_nobody_heard_is_told_again_and_one_that_was_heard_is_not(desk, hands):
    case_id, about = desk.ask()
    service.confirm(desk.vera, case_id, desk.version(case_id))
    assert jobs.engine().forget() == 1
    hands.move(minutes=1)
    jobs.work_off()
    assert [about] == WOKEN
    with db.unit_of_work() as uow:
        service.heard(uow, Subject.DOCUMENT, about)
    hands.move(days=3)
    jobs.work_off()
    assert [about] == WOKEN


def test_an_appeal_is_decided_by_somebody_else(desk):
    case_id, about = desk.ask()
    service.refuse(desk.vera, case_id, desk.version(case_id), ("ALTERED",))
    with pytest.raises(NotFoundError):
        service.appeal(Actor(Role.DOCTOR, uuid4()), Subject.DOCUMENT, about, "Это не мой документ")
    appealed = service.appeal(desk.doctor, Subject.DOCUMENT, about, "Пятно было на документе с рождения.")
    file = desk.seen(appealed, desk.boris)
    assert (file.view.appeal, file.appeal_words) == (True, "Пятно было на документе с рождения.")
    assert file.failed_rules[0].code == "NAME_DIFFERS"
    with pytest.raises(ForbiddenError):
        service.confirm(desk.vera, appealed, file.version)
    service.refuse(desk.boris, appealed, file.version, ("ALTERED",))
    with pytest.raises(ConflictError):
        service.appeal(desk.doctor, Subject.DOCUMENT, about, "Ещё раз")


def test_a_confirmation_or_an_old_refusal_is_not_appealed_against(desk, hands):
    case_id, about = desk.ask()
    service.confirm(desk.vera, case_id, desk.version(case_id))
    with pytest.raises(ConflictError):
        service.appeal(desk.doctor, Subject.DOCUMENT, about, "Не согласна")
    case_id, about = desk.ask()
    service.refuse(desk.vera, case_id, desk.version(case_id), ("UNREADABLE",))
    hands.move(days=31)
    with pytest.raises(ConflictError):
        service.appeal(desk.doctor, Subject.DOCUMENT, about, "Не согласна")


def test_a_note_is_sealed_and_is_for_colleagues(desk):
    case_id, about = desk.ask()
    service.note(desk.vera, case_id, "Диплом выдан до замужества")
    service.note(staff(), case_id, "Сверила с паспортом")
    assert [note.words for note in desk.seen(case_id).notes] == ["Диплом выдан до замужества", "Сверила с паспортом"]
    with db.reading() as uow:
        kept = uow.session.execute(text("select sealed_text from review_note")).scalars().all()
    assert not any("Диплом" in one for one in kept)
    assert desk.found(about).note == ""
