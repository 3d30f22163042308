"""A person decides, documents end, are binned and let go; each move is told once, and decisions keep what they rest on."""

from uuid import UUID

import pytest
from sqlmodel import select

from medportal.features.documents import service
from medportal.features.documents.models import DocumentTrace
from medportal.features.documents.schemas.documents import DocumentFilter
from medportal.features.documents.schemas.kinds import KindKey, Opens
from medportal.features.notifications import service as notifications
from medportal.features.reviews import service as reviews
from medportal.features.reviews.schemas import Subject
from medportal.infra import jobs, shelf
from medportal.infra.db import reading, unit_of_work
from medportal.kernel.actor import SYSTEM, Actor, Role
from medportal.kernel.errors import ConflictError, InvalidError, NotFoundError
from tests.features.documents.keeping import people
from tests.features.documents.keeping.people import codes, hand_in, passport, photo, seen, state

DATES = {"issued_on": "01.02.2022", "expires_on": "01.02.2027", "number": "0177 24 1234567"}


@pytest.fixture
def vera(portal: str) -> Actor:
    return people.staff(Role.VERIFIER)


def case_of(document_id):
    with reading() as uow:
        return reviews.find(uow, Subject.DOCUMENT, document_id)


def opened(actor: Actor, document_id) -> tuple[UUID, int]:
    """The case as whoever decides has just seen it: its id and version."""
    file = reviews.open_case(actor, case_of(document_id).id)
    return file.view.id, file.version


def told(actor: Actor) -> list[str]:
    return [line.title.ru for line in notifications.bell(actor).lines]


@pytest.mark.both_databases
def test_a_refusal_is_appealed_against_once_and_somebody_else_decides(anna, boris):
    taken = hand_in(anna, photo(40))
    case = seen(anna, taken.document_id).review
    vera, other = people.staff(), people.staff()
    reviews.refuse(vera, case.case_id, reviews.open_case(vera, case.case_id).version, ("UNREADABLE",))
    jobs.work_off()
    assert state(anna, taken.document_id) == "rejected"
    assert seen(anna, taken.document_id).review.may_appeal
    with pytest.raises(NotFoundError):
        service.appeal(boris, taken.document_id, "Документ читается")
    with pytest.raises(InvalidError):
        service.appeal(anna, taken.document_id, "  ")
    service.appeal(anna, taken.document_id, "Документ читается")
    jobs.work_off()
    shown = seen(anna, taken.document_id)
    assert (shown.card.state.value, shown.review.live, shown.review.may_appeal) == ("in_review", True, False)
    again = reviews.open_case(vera, shown.review.case_id)
    assert (again.may_decide, again.appeal_words) == (False, "Документ читается")
    reviews.confirm(other, shown.review.case_id, reviews.open_case(other, shown.review.case_id).version)
    jobs.work_off()
    assert state(anna, taken.document_id) == "verified"
    with pytest.raises(ConflictError):
        service.appeal(anna, taken.document_id, "Ещё раз")


def test_a_verifier_confirms_and_the_owner_is_told(anna, vera):
    taken = hand_in(anna, photo(kind=KindKey.DIPLOMA))
    reviews.confirm(vera, *opened(vera, taken.document_id))
    jobs.work_off()
    shown = seen(anna, taken.document_id)
    assert (shown.card.state, shown.review.live) == ("verified", False)
    assert told(anna) == ["Диплом: документ подтверждён"]
    with reading() as uow:
        assert service.opened_by(uow, anna.account_id) == {Opens.EDUCATION}
    # Woken again, nothing happens twice.
    service.settle(SYSTEM, taken.document_id)
    assert len(told(anna)) == 1


def test_a_decision_is_not_overtaken_by_a_fact_that_changes_at_the_same_moment(anna, vera):
    taken = hand_in(anna, photo())
    reviews.confirm(vera, *opened(vera, taken.document_id))
    # The job that follows the decision is still on its way.
    service.recheck(SYSTEM, anna.account_id)
    assert state(anna, taken.document_id) == "verified"
    assert not case_of(taken.document_id).live
    jobs.work_off()
    assert len(told(anna)) == 1


def test_a_refusal_says_why_and_what_cures_it_and_a_new_version_is_checked_alone(anna, vera):
    taken = hand_in(anna, photo())
    reviews.refuse(vera, *opened(vera, taken.document_id), ("UNREADABLE",))
    jobs.work_off()
    (reason,) = seen(anna, taken.document_id).reasons
    assert (state(anna, taken.document_id), reason.code) == ("rejected", "UNREADABLE")
    assert reason.cure is not None
    assert told(anna) == ["Диплом: документ отклонён"]
    again = hand_in(anna, photo(1, replaces=taken.document_id))
    assert (state(anna, taken.document_id), state(anna, again.document_id)) == ("superseded", "in_review")
    assert case_of(again.document_id).live


def test_one_item_asked_again_brings_the_document_back_to_the_desk_when_it_is_supplied(anna, vera):
    taken = hand_in(anna, photo())
    reviews.ask_item(vera, *opened(vera, taken.document_id), "PAGE_MISSING")
    jobs.work_off()
    shown = seen(anna, taken.document_id)
    assert (shown.card.state, [one.code for one in shown.reasons]) == ("fix_needed", ["PAGE_MISSING"])
    assert shown.review.deadline is not None
    # A fact that changes meanwhile does not take the person's word back.
    service.recheck(SYSTEM, anna.account_id)
    assert state(anna, taken.document_id) == "fix_needed"
    service.fill_in(anna, taken.document_id, {"number": "1234567"})
    assert state(anna, taken.document_id) == "in_review"
    assert case_of(taken.document_id).live


def test_dates_that_a_kind_needs_are_asked_for_and_checked(anna):
    taken = hand_in(anna, photo(kind=KindKey.ACCREDITATION))
    assert (state(anna, taken.document_id), codes(anna, taken.document_id)) == ("fix_needed", ["FIELDS_MISSING"])
    assert "дата выдачи, действует до" in seen(anna, taken.document_id).reasons[0].text.ru
    for wrong, code in (
        ({"issued_on": "31.02.2022"}, "date_format"),
        ({"issued_on": "01.02.2077"}, "date_future"),
        ({"issued_on": "01.02.2022", "expires_on": "01.02.2021"}, "end_before"),
        ({"colour": "red"}, "field_unknown"),
        ({"number": "x" * 41}, "too_long"),
    ):
        with pytest.raises(InvalidError) as refusal:
            service.fill_in(anna, taken.document_id, wrong)
        assert [problem.code for problem in refusal.value.problems] == [code]
    service.fill_in(anna, taken.document_id, DATES)
    shown = seen(anna, taken.document_id)
    assert (shown.card.state, f"{shown.card.expires_on:%d.%m.%Y}") == ("in_review", "01.02.2027")
    assert service.values(anna, taken.document_id)["typed"] == DATES


@pytest.mark.both_databases
def test_a_document_warns_once_and_then_ends(anna, vera, hands):
    taken = hand_in(anna, photo(kind=KindKey.ACCREDITATION))
    service.fill_in(anna, taken.document_id, DATES)
    reviews.confirm(vera, *opened(vera, taken.document_id))
    jobs.work_off()
    assert not seen(anna, taken.document_id).card.expiring
    hands.move(days=20)
    for _ in range(3):
        hands.move(hours=1)
        jobs.work_off()
    card = seen(anna, taken.document_id).card
    assert (card.state, card.word.ru, card.expiring) == ("verified", "Истекает", True)
    assert service.gallery(anna, DocumentFilter(expiring=True)).total == 1
    assert told(anna).count("Выписка об аккредитации: срок действия скоро закончится") == 1
    hands.move(days=60)
    jobs.work_off()
    assert (state(anna, taken.document_id), codes(anna, taken.document_id)) == ("expired", ["DOCUMENT_ENDED"])
    with reading() as uow:
        assert service.opened_by(uow, anna.account_id) == frozenset()


def test_a_passport_ends_ninety_days_after_the_birthday(portal):
    young = people.doctor(passport="pdf_main_reg.pdf", birth_date="21.12.1986")
    taken = hand_in(young, passport())
    # What stands on the scan counts, not what was typed.
    assert seen(young, taken.document_id).card.expires_on is None
    with unit_of_work() as uow:
        found = service.documents_of(uow, young.account_id)
    assert f"{found[0].issued_on:%d.%m.%Y}" == "10.10.2012"


@pytest.mark.both_databases
def test_the_bin_gives_back_for_thirty_days_and_then_leaves_a_record(anna, hands):
    taken = hand_in(anna, photo(kind=KindKey.OTHER))
    service.move_to_bin(anna, taken.document_id)
    shown = seen(anna, taken.document_id)
    assert (shown.card.binned, shown.card.word.ru, shown.card.kept_why) == (True, "В корзине", None)
    assert (shown.card.gone_on - shown.card.created_at.date()).days == 30
    with reading() as uow:
        assert service.documents_of(uow, anna.account_id) == ()
    hands.move(days=29)
    jobs.work_off()
    service.restore(anna, taken.document_id)
    assert state(anna, taken.document_id) == "kept"
    with pytest.raises(ConflictError):
        service.restore(anna, taken.document_id)
    service.move_to_bin(anna, taken.document_id)
    hands.move(days=30, hours=1)
    jobs.work_off()
    with pytest.raises(NotFoundError):
        service.view(anna, taken.document_id)
    with reading() as uow:
        trace = uow.session.exec(select(DocumentTrace)).one()
    assert (trace.document_id, trace.kind, trace.state, trace.why) == (taken.document_id, "other", "kept", "bin")
    (record,) = service.gone(anna)
    assert (record.title.ru, record.why.ru) == ("Другой документ", "Удалён из корзины по истечении 30 дней")
    assert list(shelf._opened().listing()) == []
    # The same file may come again: there is nothing left of the first.
    assert hand_in(anna, photo(kind=KindKey.OTHER)).finished


def test_the_bin_keeps_what_a_decision_rests_on_and_says_why(anna, hands):
    taken = hand_in(anna, passport())
    service.move_to_bin(anna, taken.document_id)
    card = seen(anna, taken.document_id).card
    assert card.kept_why is not None
    assert "три года" in card.kept_why.ru
    hands.move(days=400)
    jobs.work_off()
    assert seen(anna, taken.document_id).card.binned
    hands.move(days=800)
    jobs.work_off()
    with pytest.raises(NotFoundError):
        service.view(anna, taken.document_id)


def test_a_document_put_into_the_bin_is_taken_off_the_desk_and_comes_back_with_it(anna):
    taken = hand_in(anna, photo())
    service.move_to_bin(anna, taken.document_id)
    assert not case_of(taken.document_id).live
    assert seen(anna, taken.document_id).card.gone_on is not None
    # Facts that change meanwhile bring nothing out of the bin to the desk.
    service.recheck(SYSTEM, anna.account_id)
    assert not case_of(taken.document_id).live
    service.restore(anna, taken.document_id)
    assert (state(anna, taken.document_id), case_of(taken.document_id).live) == ("in_review", True)


def test_a_document_binned_before_it_was_worked_on_goes_to_nobody_s_desk_until_it_is_restored(anna):
    taken = service.take_in(anna, photo())
    service.move_to_bin(anna, taken.document_id)
    jobs.work_off()
    assert case_of(taken.document_id) is None
    assert told(anna) == []
    service.restore(anna, taken.document_id)
    assert case_of(taken.document_id).live


def test_what_was_replaced_goes_after_its_term(anna, hands):
    first = hand_in(anna, photo())
    second = hand_in(anna, photo(1, replaces=first.document_id))
    hands.move(days=364)
    jobs.work_off()
    assert state(anna, first.document_id) == "superseded"
    with pytest.raises(ConflictError):
        service.take_in(anna, photo(2, replaces=first.document_id))
    hands.move(days=2)
    jobs.work_off()
    assert [one.document_id for one in seen(anna, second.document_id).versions] == [second.document_id]


def test_an_erased_account_leaves_no_file_and_no_row(anna, boris):
    hand_in(anna, passport())
    service.take_in(anna, photo(upload="u", whole=False))
    kept = hand_in(boris, photo())
    with unit_of_work() as uow:
        service.erase(uow, anna.account_id)
    jobs.work_off()
    assert len(list(shelf._opened().listing())) == 3
    assert service.verify_store(SYSTEM).ok
    assert state(boris, kept.document_id) == "in_review"
