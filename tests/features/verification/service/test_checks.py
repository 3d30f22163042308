"""Checks as their owner meets them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from medportal.demonstration.invented import Proof
from medportal.demonstration.people import PEOPLE, proving
from medportal.demonstration.registers.counter import Counter, Fault, Office
from medportal.features.verification import service
from medportal.features.verification.schemas import ABOUT_RECORDS, Kind, Reason, State
from medportal.infra import db, jobs
from medportal.kernel.actor import Actor, Role
from medportal.kernel.clock import Hands
from medportal.kernel.errors import ForbiddenError, NotFoundError, TooOftenError
from tests.features.verification.claims import claim, claim_of
from tests.features.verification.desk import WOKEN, Desk

both = pytest.mark.both_databases


def test_the_same_claim_opens_one_check_and_asks_once(desk: Desk) -> None:
    first = desk.request(claim())
    assert desk.request(claim()) == first
    jobs.work_off()
    assert desk.deeds().count("verification.asked") == 1


@both
def test_the_same_claim_from_two_tabs_at_once_opens_one_check(desk: Desk) -> None:
    with ThreadPoolExecutor(4) as pool:
        opened = {done.result(timeout=20) for done in [pool.submit(desk.request, claim()) for _ in range(4)]}
    assert len(opened) == 1


def test_check_and_job_die_with_the_units_of_their_cause(desk: Desk) -> None:
    def submit_and_stumble() -> None:
        with db.unit_of_work() as uow:
            service.request(uow, desk.actor, desk.account_id, claim())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        submit_and_stumble()
    assert jobs.work_off() == 0
    with db.reading() as uow:
        assert service.checks_of(uow, desk.account_id) == {}


def test_an_answered_claim_wakes_its_asker_at_once_when_it_is_requested_again(desk: Desk) -> None:
    desk.request(claim())
    jobs.work_off()
    WOKEN.clear()
    desk.request(claim())
    jobs.work_off()
    assert [desk.account_id] == WOKEN
    assert desk.deeds().count("verification.asked") == 1


def test_a_changed_answer_puts_the_earlier_check_aside_and_a_return_brings_it_back(desk: Desk) -> None:
    someone = proving(Proof.NAME_MISMATCH)
    as_typed = desk.request(claim_of(someone))
    jobs.work_off()
    assert desk.check().state is State.MISMATCH
    mended = desk.request(claim_of(someone, given_name="Наталия"))
    jobs.work_off()
    assert (desk.check().id, desk.check().state) == (mended, State.OK)
    assert desk.request(claim_of(someone)) == as_typed
    assert (desk.check().id, desk.check().state) == (as_typed, State.MISMATCH)


def test_a_check_put_aside_is_not_asked_any_more(desk: Desk, hands: Hands, counter: Counter) -> None:
    counter.set_fault(Office.SNILS, Fault.DOWN)
    desk.request(claim())
    jobs.work_off()
    desk.request(claim(given_name="Алла"))
    counter.set_fault(Office.SNILS, Fault.OK)
    hands.move(minutes=10)
    jobs.run_sweeps()
    jobs.work_off()
    assert desk.deeds().count("verification.answered") == 1


def test_each_kind_has_its_own_check_and_accounts_do_not_meet(desk: Desk) -> None:
    other = Desk()
    for kind in Kind:
        desk.request(claim(kind=kind))
    other.request(claim())
    jobs.work_off()
    with db.reading() as uow:
        assert set(service.checks_of(uow, desk.account_id)) == set(Kind) - ABOUT_RECORDS
        assert {each.kind for each in service.checks_about(uow, desk.account_id).values()} == ABOUT_RECORDS
        assert set(service.checks_of(uow, other.account_id)) == {Kind.SNILS}


def test_beyond_ten_new_claims_in_a_day_a_check_waits_for_tomorrow(desk: Desk, hands: Hands) -> None:
    names = ["Алла", "Белла", "Вера", "Галина", "Дина", "Елена", "Жанна", "Зоя", "Инна", "Клара"]
    for name in names:
        desk.request(claim(given_name=name))
    desk.request(claim())
    jobs.work_off()
    check = desk.check()
    assert (check.state, check.reason) == (State.QUEUED, Reason.TOO_OFTEN)
    assert check.next_try_at == hands.at + timedelta(days=1)
    hands.move(days=1)
    jobs.work_off()
    assert desk.check().state is State.OK
    assert desk.check().reason is None


def test_asking_again_sends_a_new_message_and_keeps_the_old_evidence(desk: Desk, counter: Counter) -> None:
    counter.set_fault(Office.INN, Fault.MISMATCH)
    desk.request(claim(kind=Kind.INN))
    jobs.work_off()
    assert desk.check(Kind.INN).state is State.MISMATCH
    counter.set_fault(Office.INN, Fault.OK)
    service.ask_again(desk.actor, Kind.INN)
    assert desk.check(Kind.INN).state is State.QUEUED
    assert desk.check(Kind.INN).differences == ()
    jobs.work_off()
    assert desk.check(Kind.INN).state is State.OK
    first, second = desk.evidence()
    assert first.message_id != second.message_id
    assert (first.state, second.state) == ("mismatch", "ok")
    assert [desk.account_id] * 2 == WOKEN


def test_asking_again_hurries_a_check_that_waits(desk: Desk, counter: Counter) -> None:
    counter.set_fault(Office.SNILS, Fault.DOWN)
    check_id = desk.request(claim())
    message_id = desk.row(check_id).message_id
    jobs.work_off()
    counter.set_fault(Office.SNILS, Fault.OK)
    service.ask_again(desk.actor, Kind.SNILS)
    jobs.work_off()
    assert desk.check().state is State.OK
    assert desk.row(check_id).message_id == message_id


def test_asking_again_leaves_a_confirmed_check_alone(desk: Desk) -> None:
    desk.request(claim())
    service.ask_again(desk.actor, Kind.SNILS)
    jobs.work_off()
    service.ask_again(desk.actor, Kind.SNILS)
    jobs.work_off()
    assert desk.check().state is State.OK
    assert len(desk.evidence()) == 1


def test_asking_again_has_a_limit_for_a_day(desk: Desk, hands: Hands) -> None:
    desk.request(claim(Proof.NAME_MISMATCH))
    jobs.work_off()
    for _ in range(9):
        service.ask_again(desk.actor, Kind.SNILS)
        jobs.work_off()
    with pytest.raises(TooOftenError) as refused:
        service.ask_again(desk.actor, Kind.SNILS)
    assert refused.value.wait_seconds == 24 * 3600
    assert "десять" in refused.value.text.ru
    hands.move(days=1)
    service.ask_again(desk.actor, Kind.SNILS)


def test_only_an_owner_of_a_check_may_ask_again(desk: Desk) -> None:
    desk.request(claim())
    with pytest.raises(ForbiddenError):
        service.ask_again(Actor(Role.VISITOR), Kind.SNILS)
    with pytest.raises(NotFoundError):
        service.ask_again(Desk().actor, Kind.SNILS)
    with pytest.raises(NotFoundError):
        service.ask_again(desk.actor, Kind.INN)


def test_no_personal_number_or_name_stands_plain_in_the_database(desk: Desk, database: str) -> None:
    for someone in PEOPLE[:5]:
        for kind in Kind:
            desk.request(claim_of(someone, kind))
        jobs.work_off()
    assert len(desk.evidence()) == 5 * len(Kind)
    with db.unit_of_work() as uow:
        uow.session.connection().exec_driver_sql("SELECT 1")
    if not database.startswith("sqlite"):
        pytest.skip("only SQLite is a file that can be read whole")
    file = Path(database.removeprefix("sqlite:///"))
    stored = b"".join(part.read_bytes() for part in file.parent.glob(f"{file.name}*"))
    for someone in PEOPLE[:5]:
        number = someone.passport.number
        for personal in (someone.snils, someone.inn, number, someone.surname, someone.surname.upper()):
            assert personal.encode() not in stored
        assert someone.birth_date.isoformat().encode() not in stored
