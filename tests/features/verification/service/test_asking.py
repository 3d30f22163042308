"""Asking the registers: every answer, every kind of silence, and nobody refused by silence."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import col, update

from medportal.demonstration.invented import Proof
from medportal.demonstration.registers.counter import Counter, Fault, Office
from medportal.features.verification import ports, service
from medportal.features.verification.models import VerificationCheck
from medportal.features.verification.schemas import Claim, Difference, Evidence, Kind, Reason, State, Verdict
from medportal.features.verification.service import sealing
from medportal.infra import audit, db, jobs, nudges, vault
from medportal.kernel.actor import SYSTEM
from medportal.kernel.clock import Hands
from medportal.settings import settings
from tests.features.verification.claims import claim
from tests.features.verification.desk import SETTLE, WOKEN, Desk

both = pytest.mark.both_databases


class Slowpoke:
    """A register that holds the line until it is let go, and counts who asked it."""

    def __init__(self) -> None:
        self.asked: list[UUID] = []
        self.told: list[UUID] = []
        self.entered = threading.Event()
        self.may_answer = threading.Event()

    def confirm(self, claim: Claim, message_id: UUID) -> Verdict:
        self.asked.append(message_id)
        self.entered.set()
        assert self.may_answer.wait(10)
        return Verdict(State.OK, Evidence("asked", "answered"), receipt=message_id)

    def acknowledge(self, receipt: UUID) -> None:
        self.told.append(receipt)


class Broken(Slowpoke):
    """A register whose adapter has a fault of its own."""

    def confirm(self, claim: Claim, message_id: UUID) -> Verdict:
        self.asked.append(message_id)
        raise ZeroDivisionError


def plug_everywhere(register: ports.Register) -> None:
    ports.registers.plug(dict.fromkeys(Kind, register))


@pytest.mark.parametrize(
    ("proof", "kind", "state", "reason", "differences"),
    [
        (Proof.ALL_GOOD, Kind.SNILS, State.OK, None, ()),
        (Proof.ALL_GOOD, Kind.INN, State.OK, None, ()),
        (Proof.ALL_GOOD, Kind.PASSPORT, State.OK, None, ()),
        (Proof.NAME_MISMATCH, Kind.SNILS, State.MISMATCH, None, (Difference("given_name", (5,)),)),
        (Proof.BIRTH_DATE_MISMATCH, Kind.SNILS, State.MISMATCH, None, (Difference("birth_date", (0, 1)),)),
        (Proof.SNILS_UNKNOWN, Kind.SNILS, State.NOT_FOUND, Reason.NOBODY, ()),
        (Proof.INN_OF_ANOTHER, Kind.INN, State.MISMATCH, None, (Difference("inn", (9, 10, 11)),)),
        (Proof.PASSPORT_REPLACED, Kind.PASSPORT, State.INVALID, Reason.REPLACED, ()),
        (Proof.HOLDER_DECEASED, Kind.PASSPORT, State.INVALID, Reason.HOLDER_DECEASED, ()),
    ],
)
def test_a_claim_is_answered_kept_as_evidence_and_told_to_its_asker(
    desk: Desk,
    proof: Proof,
    kind: Kind,
    state: State,
    reason: Reason | None,
    differences: tuple[Difference, ...],
) -> None:
    nudged: list[UUID] = []
    nudges.listen(nudged.append)
    try:
        desk.request(claim(proof, kind))
        assert desk.check(kind).state is State.QUEUED
        jobs.work_off()
    finally:
        nudges.forget(nudged.append)
    check = desk.check(kind)
    assert (check.state, check.reason, check.differences) == (state, reason, differences)
    assert check.demonstration
    assert check.next_try_at is None
    assert [desk.account_id] == WOKEN
    assert set(nudged) == {desk.account_id}
    assert len(nudged) >= 3
    assert desk.deeds() == ["verification.requested", "verification.asked", "verification.answered"]
    (evidence,) = desk.evidence()
    assert "SendRequestRequest" in vault.reveal(sealing.REQUEST_PLACE, evidence.id, evidence.sealed_request)
    assert "TestMessage" in vault.reveal(sealing.RESPONSE_PLACE, evidence.id, evidence.sealed_response)


def test_a_register_that_is_down_refuses_nobody_and_is_asked_again_by_itself(desk: Desk, hands: Hands) -> None:
    check_id = desk.request(claim(Proof.REGISTER_DOWN))
    message_id = desk.row(check_id).message_id
    jobs.work_off()
    check = desk.check()
    assert (check.state, check.reason, check.waiting) == (State.UNAVAILABLE, Reason.OUT_OF_ORDER, True)
    assert check.next_try_at is not None
    assert WOKEN == []
    for _ in range(8):
        hands.move(seconds=10)
        jobs.work_off()
    assert desk.check().state is State.OK
    assert desk.row(check_id).message_id == message_id
    assert [desk.account_id] == WOKEN


def test_waiting_goes_on_for_months_with_longer_and_longer_pauses(desk: Desk, hands: Hands, counter: Counter) -> None:
    counter.set_fault(Office.SNILS, Fault.DOWN)
    check_id = desk.request(claim())
    for _ in range(60):
        hands.move(days=1)
        jobs.work_off()
    row = desk.row(check_id)
    assert row.state == State.UNAVAILABLE
    assert row.attempts == 60
    counter.set_fault(Office.SNILS, Fault.OK)
    hands.move(days=1)
    jobs.work_off()
    assert desk.check().state is State.OK


def test_an_answer_that_is_not_ready_is_fetched_later_by_the_same_message(desk: Desk, hands: Hands) -> None:
    check_id = desk.request(claim(Proof.REGISTER_SLOW))
    message_id = desk.row(check_id).message_id
    jobs.work_off()
    assert desk.check().reason is Reason.NO_ANSWER_YET
    hands.move(seconds=10)
    jobs.work_off()
    assert desk.check().state is State.OK
    assert [each.message_id for each in desk.evidence()] == [message_id]


def test_a_garbled_answer_is_asked_for_anew_by_another_message(desk: Desk) -> None:
    check_id = desk.request(claim(Proof.REGISTER_GARBAGE))
    message_id = desk.row(check_id).message_id
    jobs.work_off()
    assert desk.check().reason is Reason.GARBLED
    assert desk.row(check_id).message_id != message_id
    assert desk.evidence() == []


def test_a_fault_of_our_own_leaves_the_check_waiting_and_the_register_unblamed(desk: Desk, hands: Hands) -> None:
    plug_everywhere(Broken())
    desk.request(claim())
    jobs.work_off()
    assert desk.check().reason is Reason.FAILED_HERE
    with db.reading() as uow:
        assert [health.faults for health in service.health_of_registers(uow)] == [0]


@both
def test_of_two_workers_on_one_check_only_one_asks(desk: Desk) -> None:
    register = Slowpoke()
    plug_everywhere(register)
    check_id = desk.request(claim())
    with ThreadPoolExecutor(4) as pool:
        first = pool.submit(service.ask, SYSTEM, check_id)
        assert register.entered.wait(10)
        others = [pool.submit(service.ask, SYSTEM, check_id) for _ in range(3)]
        for other in others:
            other.result(timeout=10)
        assert desk.check().state is State.ASKING
        register.may_answer.set()
        first.result(timeout=10)
    assert len(register.asked) == 1
    assert register.told == register.asked
    assert desk.check().state is State.OK


@both
def test_workers_that_start_in_the_same_moment_ask_once(desk: Desk) -> None:
    register = Slowpoke()
    register.may_answer.set()
    plug_everywhere(register)
    check_id = desk.request(claim())
    start = threading.Barrier(4)

    def work() -> None:
        start.wait()
        service.ask(SYSTEM, check_id)

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(work) for _ in range(4)]:
            done.result(timeout=20)
    assert len(register.asked) == 1
    assert len(desk.evidence()) == 1


def test_a_killed_worker_is_followed_by_another_with_the_same_message(desk: Desk, hands: Hands) -> None:
    register = Slowpoke()
    register.may_answer.set()
    plug_everywhere(register)
    check_id = desk.request(claim())
    jobs.use_memory()  # the queue is gone with the worker, and so is whoever held the check:
    with db.unit_of_work() as uow:
        uow.session.exec(
            update(VerificationCheck)
            .where(col(VerificationCheck.id) == check_id)
            .values(state="asking", lease=db.new_id(), leased_until=hands.at + timedelta(seconds=60))
        )
    message_id = desk.row(check_id).message_id
    hands.move(seconds=59)
    jobs.run_sweeps()
    jobs.work_off()
    assert register.asked == []
    hands.move(seconds=2)
    jobs.run_sweeps()
    jobs.work_off()
    assert register.asked == [message_id]
    assert desk.check().state is State.OK


def test_an_answer_that_comes_after_the_lease_was_lost_is_not_recorded(desk: Desk, hands: Hands) -> None:
    late, quick = Slowpoke(), Slowpoke()
    quick.may_answer.set()
    plug_everywhere(late)
    check_id = desk.request(claim())
    with ThreadPoolExecutor(1) as pool:
        working = pool.submit(service.ask, SYSTEM, check_id)
        assert late.entered.wait(10)
        hands.move(seconds=61)
        plug_everywhere(quick)
        service.ask(SYSTEM, check_id)
        late.may_answer.set()
        working.result(timeout=10)
    assert len(desk.evidence()) == 1
    assert late.told == []
    assert WOKEN == []
    jobs.work_off()
    assert [desk.account_id] == WOKEN


def test_a_lost_queue_is_made_up_for_by_the_sweep(desk: Desk) -> None:
    desk.request(claim())
    jobs.use_memory()
    jobs.run_sweeps()
    jobs.work_off()
    assert desk.check().state is State.OK


def test_a_job_that_comes_too_early_or_too_late_does_nothing(desk: Desk, hands: Hands, counter: Counter) -> None:
    counter.set_fault(Office.SNILS, Fault.DOWN)
    check_id = desk.request(claim())
    jobs.work_off()
    service.ask(SYSTEM, check_id)
    assert desk.row(check_id).attempts == 1
    counter.set_fault(Office.SNILS, Fault.OK)
    hands.move(seconds=30)
    jobs.work_off()
    service.ask(SYSTEM, check_id)
    service.ask(SYSTEM, db.new_id())
    assert desk.deeds().count("verification.answered") == 1


def test_a_verdict_stands_even_when_its_asker_is_gone(desk: Desk) -> None:
    check_id = desk.request(claim())
    with db.unit_of_work() as uow:
        uow.session.exec(
            update(VerificationCheck).where(col(VerificationCheck.id) == check_id).values(wakes="renamed.job")
        )
    jobs.work_off()
    assert desk.check().state is State.OK


def test_an_acknowledgement_that_fails_harms_nothing(desk: Desk) -> None:
    class Deaf(Slowpoke):
        def acknowledge(self, receipt: UUID) -> None:
            raise ports.RegisterDownError(Reason.UNREACHABLE)

    register = Deaf()
    register.may_answer.set()
    plug_everywhere(register)
    desk.request(claim(), then=SETTLE)
    jobs.work_off()
    assert desk.check().state is State.OK
    with db.reading() as uow:
        assert audit.verify(uow).ok


def test_in_earnest_the_first_wait_is_about_a_minute(
    desk: Desk, hands: Hands, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEDPORTAL_MODE", "production")
    settings.cache_clear()
    counter.set_fault(Office.SNILS, Fault.DOWN)
    desk.request(claim())
    jobs.work_off()
    next_try_at = desk.check().next_try_at
    assert next_try_at is not None
    assert 48 <= (next_try_at - hands.at).total_seconds() <= 72
