"""A decision can be taken back for some seconds: written down at once, told only when that time is over."""

from datetime import timedelta

import pytest

from medportal.features.accounts.models import Account
from medportal.features.reviews import service
from medportal.features.reviews.schemas import CaseState, Deed, Outcome, Shelf, Subject, Wanted
from medportal.infra import db, jobs, nudges
from medportal.kernel.actor import SYSTEM, Role
from medportal.kernel.errors import ConflictError, ForbiddenError, NotFoundError
from tests.features.reviews.cases import WOKEN, deeds, staff

pytestmark = pytest.mark.both_databases
GRACE = timedelta(seconds=10)


def _decided(desk) -> tuple:
    WOKEN.clear()
    case_id, about = desk.ask()
    service.confirm(desk.vera, case_id, desk.version(case_id), grace=GRACE)
    jobs.work_off()
    return case_id, about


def test_until_its_time_is_over_a_decision_is_nobody_s_business(desk, hands):
    case_id, about = _decided(desk)
    view = desk.found(about)
    assert (view.state, view.live, view.outcome, view.decided_by) == (CaseState.DECIDING, True, None, None)
    assert WOKEN == []
    shown = desk.seen(case_id, desk.boris)
    assert (shown.row.outcome, shown.may_decide, shown.takeable) == (Outcome.CONFIRMED, False, False)
    with pytest.raises(ConflictError):
        service.confirm(desk.boris, case_id, shown.version)
    assert service.next_case(desk.boris, Wanted()) is None
    assert [row.id for row in service.queue(desk.vera, Wanted(Shelf.DECIDED)).rows] == [case_id]
    hands.move(seconds=11)
    service.take_effect(SYSTEM, case_id)
    service.take_effect(SYSTEM, case_id)
    jobs.work_off()
    view = desk.found(about)
    assert (view.state, view.outcome, view.decided_by) == (CaseState.DECIDED, Outcome.CONFIRMED, desk.vera.account_id)
    assert [about] == WOKEN
    assert deeds().count("reviews.took_effect") == 1


def test_the_sweep_lets_take_effect_what_a_killed_process_left(desk, hands):
    case_id, about = _decided(desk)
    service.look_after(SYSTEM)
    assert desk.found(about).live
    hands.move(minutes=3)
    service.look_after(SYSTEM)
    assert desk.found(about).outcome is Outcome.CONFIRMED
    assert desk.seen(case_id).row.state is CaseState.DECIDED


def test_taken_back_the_case_is_the_decider_s_again_and_nobody_was_told(desk, hands):
    WOKEN.clear()
    case_id, about = desk.ask()
    service.refuse(desk.vera, case_id, desk.version(case_id), ("UNREADABLE",), "Смажено", grace=GRACE)
    with pytest.raises(ConflictError):
        service.undo(desk.boris, case_id)
    service.undo(desk.vera, case_id)
    hands.move(minutes=3)
    service.take_effect(SYSTEM, case_id)
    service.look_after(SYSTEM)
    jobs.work_off()
    file = desk.seen(case_id)
    assert (file.row.state, file.row.outcome, file.row.mine, file.may_decide) == (CaseState.OPEN, None, True, True)
    assert (file.view.reasons, file.view.note) == ((), "")
    assert [one.deed for one in file.events if one.deed is not Deed.LOOKED] == [Deed.ASKED, Deed.REFUSED, Deed.UNDONE]
    assert WOKEN == []
    service.confirm(desk.vera, case_id, file.version)
    assert desk.found(about).outcome is Outcome.CONFIRMED


def test_what_has_taken_effect_stays(desk, hands):
    case_id, _ = _decided(desk)
    hands.move(seconds=11)
    service.take_effect(SYSTEM, case_id)
    with pytest.raises(ConflictError):
        service.undo(desk.vera, case_id)
    other, _ = desk.ask()
    with pytest.raises(ConflictError):
        service.undo(desk.vera, other)
    with pytest.raises(ForbiddenError):
        service.undo(staff(Role.OPERATOR), other)
    with pytest.raises(NotFoundError):
        service.undo(desk.vera, desk.vera.account_id)


def test_something_new_in_between_makes_the_case_undecided(desk):
    case_id, about = _decided(desk)
    again, _ = desk.ask(subject_id=about)
    assert again == case_id
    assert desk.seen(case_id).row.state is CaseState.OPEN
    assert desk.seen(case_id).row.outcome is None


def test_a_question_taken_back_takes_the_decision_along(desk, hands):
    _, about = _decided(desk)
    with db.unit_of_work() as uow:
        service.withdraw(uow, SYSTEM, Subject.DOCUMENT, about)
    hands.move(minutes=3)
    service.look_after(SYSTEM)
    view = desk.found(about)
    assert (view.state, view.outcome) == (CaseState.WITHDRAWN, None)


def test_everybody_at_the_desk_hears_that_the_queue_has_changed(desk):
    with db.unit_of_work() as uow:
        people = {
            role: Account(state="active", role=role, language="ru")
            for role in (Role.VERIFIER, Role.ADMINISTRATOR, Role.OPERATOR)
        }
        uow.session.add_all(people.values())
        uow.flush()
        ids = {role: one.id for role, one in people.items()}
    heard: list = []
    nudges.listen(heard.append)
    try:
        case_id, _ = desk.ask()
        asked, heard[:] = set(heard), []
        desk.seen(case_id)
        looked, heard[:] = set(heard), []
        service.assign(desk.vera, case_id, desk.version(case_id))
        taken = set(heard)
    finally:
        nudges.forget(heard.append)
    for told in (asked, taken):
        assert {ids[Role.VERIFIER], ids[Role.ADMINISTRATOR]} <= told
        assert ids[Role.OPERATOR] not in told
    assert looked == set()
