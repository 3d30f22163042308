"""Breakers: a failing register is left in peace, then tried by one."""

from medportal.demonstration.registers.counter import Counter, Fault, Office
from medportal.features.verification import service
from medportal.features.verification.schemas import Circuit, Kind, Reason, RegisterHealth, State
from medportal.features.verification.service import circuits
from medportal.infra import db, jobs
from medportal.kernel.clock import Hands
from tests.features.verification.claims import claim
from tests.features.verification.desk import Desk


def health(kind: Kind = Kind.SNILS) -> RegisterHealth:
    with db.reading() as uow:
        return {each.kind: each for each in service.health_of_registers(uow)}[kind]


def asked_by(count: int) -> list[Desk]:
    desks = [Desk() for _ in range(count)]
    for desk in desks:
        desk.request(claim())
    jobs.work_off()
    return desks


def test_the_fifth_fault_in_a_row_opens_the_breaker(hands: Hands, counter: Counter) -> None:
    counter.set_fault(Office.SNILS, Fault.DOWN)
    asked_by(4)
    assert (health().circuit, health().faults) == (Circuit.CLOSED, 4)
    asked_by(1)
    assert health().circuit is Circuit.OPEN
    assert health().opened_until is not None


def test_one_answer_in_between_starts_the_count_anew(hands: Hands, counter: Counter) -> None:
    counter.set_fault(Office.SNILS, Fault.GARBAGE)
    asked_by(4)
    counter.set_fault(Office.SNILS, Fault.OK)
    asked_by(1)
    assert health().faults == 0
    counter.set_fault(Office.SNILS, Fault.GARBAGE)
    asked_by(4)
    assert health().circuit is Circuit.CLOSED


def test_one_check_that_fails_over_and_over_does_not_shut_the_register_for_others(
    hands: Hands, counter: Counter
) -> None:
    counter.set_fault(Office.SNILS, Fault.DOWN)
    asked_by(1)
    for _ in range(10):
        hands.move(minutes=10)
        jobs.work_off()
    assert (health().circuit, health().faults) == (Circuit.CLOSED, 1)


def test_while_the_breaker_is_open_nobody_asks_and_nobody_is_refused(hands: Hands, counter: Counter) -> None:
    counter.set_fault(Office.SNILS, Fault.DOWN)
    asked_by(5)
    (late,) = asked_by(1)
    check = late.check()
    assert (check.state, check.reason, check.asked_at) == (State.UNAVAILABLE, Reason.PAUSED, None)
    assert check.next_try_at == health().opened_until


def test_other_registers_are_not_touched(hands: Hands, counter: Counter) -> None:
    counter.set_fault(Office.SNILS, Fault.DOWN)
    asked_by(5)
    desk = Desk()
    desk.request(claim(kind=Kind.INN))
    jobs.work_off()
    assert desk.check(Kind.INN).state is State.OK


def test_after_the_pause_one_tries_and_its_success_lets_everybody_through(hands: Hands, counter: Counter) -> None:
    counter.set_fault(Office.SNILS, Fault.DOWN)
    desks = asked_by(6)
    counter.set_fault(Office.SNILS, Fault.OK)
    hands.move(minutes=1)
    jobs.work_off()
    assert health().circuit is Circuit.CLOSED
    assert {desk.check().state for desk in desks} == {State.OK}


def test_after_the_pause_one_tries_and_its_failure_shuts_the_door_again(hands: Hands, counter: Counter) -> None:
    counter.set_fault(Office.SNILS, Fault.DOWN)
    desks = asked_by(6)
    asked_before = sum(desk.deeds().count("verification.asked") for desk in desks[:1])
    hands.move(seconds=16)
    jobs.work_off()
    assert health().circuit is Circuit.OPEN
    assert desks[0].deeds().count("verification.asked") == asked_before + 1


def test_a_trial_that_was_killed_ends_by_itself(hands: Hands, counter: Counter) -> None:
    counter.set_fault(Office.SNILS, Fault.DOWN)
    asked_by(5)
    hands.move(seconds=16)
    with db.unit_of_work() as uow:
        assert circuits.barred_until(uow, Kind.SNILS, hands.at) is None
    with db.unit_of_work() as uow:
        assert circuits.barred_until(uow, Kind.SNILS, hands.at) is not None
    assert health().circuit is Circuit.HALF_OPEN
    hands.move(seconds=61)
    with db.unit_of_work() as uow:
        assert circuits.barred_until(uow, Kind.SNILS, hands.at) is None
