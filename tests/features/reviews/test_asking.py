import threading
from datetime import timedelta
from uuid import uuid4

import pytest

from medportal.features.reviews import rules, service
from medportal.features.reviews.schemas import (
    REASONS,
    Ask,
    CaseState,
    Deed,
    Limit,
    Shelf,
    Subject,
    Wanted,
    reasons_for,
)
from medportal.infra import db
from medportal.infra.errors import TakenError
from medportal.kernel.actor import SYSTEM
from medportal.kernel.errors import ForbiddenError

pytestmark = pytest.mark.both_databases


def test_asking_again_about_the_same_thing_refreshes_the_live_case(desk):
    first, about = desk.ask()
    again, _ = desk.ask(subject_id=about)
    assert again == first
    assert service.queue(desk.vera, Wanted()).total == 1


def test_two_askers_at_once_open_one_case(desk):
    about, start, got = uuid4(), threading.Barrier(2), []

    def ask():
        start.wait()
        got.append(desk.ask(subject_id=about)[0])

    threads = [threading.Thread(target=ask) for _ in range(2)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len(got) == 2
    assert len(set(got)) == 1


def test_asking_after_a_decision_opens_a_new_case(desk):
    first, about = desk.ask()
    service.confirm(desk.vera, first, desk.version(first))
    second, _ = desk.ask(subject_id=about)
    assert second != first
    assert desk.found(about).live


def test_a_withdrawn_case_leaves_the_queue_and_a_second_withdrawal_does_nothing(desk):
    case_id, about = desk.ask()
    for _ in range(2):
        with db.unit_of_work() as uow:
            service.withdraw(uow, desk.doctor, Subject.DOCUMENT, about)
    assert desk.found(about).state is CaseState.WITHDRAWN
    assert service.queue(desk.vera, Wanted()).total == 0
    assert [event.deed for event in desk.seen(case_id).events].count(Deed.WITHDRAWN) == 1


def test_a_question_dies_with_the_unit_that_asked_it(desk):
    about = uuid4()
    with pytest.raises(TakenError), db.unit_of_work() as uow:
        service.request(uow, SYSTEM, Ask(Subject.POLICY, about, desk.doctor.account_id))
        raise TakenError
    assert service.queue(desk.vera, Wanted()).total == 0


def test_who_only_looked_stands_in_the_timeline(desk):
    case_id, _ = desk.ask()
    service.open_case(desk.boris, case_id)
    looked = [event.actor_id for event in desk.seen(case_id).events if event.deed is Deed.LOOKED]
    assert looked == [desk.boris.account_id, desk.vera.account_id]


def test_queues_are_counted_by_shelf_sort_and_limit(desk, hands):
    late, _ = desk.ask()
    hands.move(days=5)
    desk.ask(kind="diploma")
    mine, _ = desk.ask(Subject.EDUCATION, kind="")
    held, _ = desk.ask(kind="snils")
    service.assign(desk.vera, mine, desk.version(mine))
    service.hold(desk.vera, held, desk.version(held), "Позже")
    queue = service.queue(desk.vera, Wanted())
    assert queue.rows[0].id == late
    assert queue.shelves == {Shelf.OPEN: 3, Shelf.MINE: 1, Shelf.HELD: 1, Shelf.WAITING: 0, Shelf.DECIDED: 0}
    counted = {(sort.subject, sort.kind): (sort.total, sort.near, sort.breached) for sort in queue.sorts}
    assert counted == {
        (Subject.DOCUMENT, "passport"): (1, 0, 1),
        (Subject.DOCUMENT, "diploma"): (1, 0, 0),
        (Subject.EDUCATION, ""): (1, 0, 0),
    }
    assert [row.id for row in service.queue(desk.vera, Wanted(limit=Limit.BREACHED)).rows] == [late]
    assert service.queue(desk.vera, Wanted(subject=Subject.DOCUMENT, kind="diploma")).total == 1
    assert service.queue(desk.boris, Wanted(Shelf.MINE)).total == 0
    with pytest.raises(ForbiddenError):
        service.queue(desk.doctor, Wanted())


def test_the_next_case_is_the_next_that_may_be_decided(desk, hands):
    first, _ = desk.ask()
    hands.move(hours=1)
    taken, _ = desk.ask()
    last, _ = desk.ask()
    service.assign(desk.boris, taken, desk.version(taken))
    assert service.next_case(desk.vera, Wanted()) == first
    assert service.next_case(desk.vera, Wanted(), first) == last
    assert service.next_case(desk.vera, Wanted(), last) is None
    assert service.next_case(desk.vera, Wanted(), last, back=True) == first


def test_a_limit_counts_working_days(desk, hands):
    hands.move(days=4)
    _, about = desk.ask()  # a Friday: Monday, Tuesday, Wednesday
    assert desk.found(about).due_at.isoformat() == "2026-12-02T15:00:00+00:00"
    row = service.queue(desk.vera, Wanted()).rows[0]
    assert (row.limit, row.working_days_left) == (Limit.IN_TIME, 3)
    hands.move(days=4)
    assert service.queue(desk.vera, Wanted()).rows[0].limit is Limit.NEAR
    hands.move(days=2)
    assert service.queue(desk.vera, Wanted()).rows[0].limit is Limit.BREACHED


def test_waiting_times_are_those_of_the_last_ninety_days(desk, hands):
    old, _ = desk.ask()
    hands.move(days=10)
    service.confirm(desk.vera, old, desk.version(old))
    hands.move(days=91)
    cases = [desk.ask()[0] for _ in range(10)]
    for case_id in cases:
        hands.move(hours=1)
        service.confirm(desk.vera, case_id, desk.version(case_id))
    with db.reading() as uow:
        times = service.waiting_times(uow)
    assert set(times) == {Subject.DOCUMENT}
    found = times[Subject.DOCUMENT]
    assert (found.median, found.p90, found.count) == (timedelta(hours=5), timedelta(hours=9), 10)


def test_an_erased_account_leaves_no_case(desk):
    case_id, about = desk.ask()
    service.note(desk.vera, case_id, "Заметка")
    with db.unit_of_work() as uow:
        service.erase(uow, desk.doctor.account_id)
        assert service.find(uow, Subject.DOCUMENT, about) is None


def test_every_subject_has_reasons_and_every_reason_says_what_to_do():
    for subject in Subject:
        assert len(reasons_for(subject)) >= 2, subject
    for reason in REASONS.values():
        assert reason.link_for(uuid4()).startswith("/")
        assert reason.cure.ru.endswith(".")


def test_reasons_of_one_kind_are_for_that_kind():
    assert "WRONG_LICENCE" in {reason.code for reason in reasons_for(Subject.DOCUMENT, "licence")}
    assert "WRONG_LICENCE" not in {reason.code for reason in reasons_for(Subject.DOCUMENT, "passport")}


def test_where_nothing_was_decided_nothing_is_said_of_waiting():
    assert rules.waiting_time([]) is None


@pytest.mark.both_databases
def test_a_queue_stands_by_limit_or_by_age(desk, hands):
    first, _ = desk.ask(working_days=9)
    hands.move(hours=1)
    second, _ = desk.ask(working_days=1)
    by_limit = [row.id for row in service.queue(desk.vera, Wanted()).rows]
    by_age = [row.id for row in service.queue(desk.vera, Wanted(oldest=True)).rows]
    assert (by_limit, by_age) == ([second, first], [first, second])
    assert service.next_case(desk.vera, Wanted(oldest=True)) == first
