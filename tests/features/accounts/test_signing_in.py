import time
from threading import Barrier, Thread

import pytest
from argon2 import PasswordHasher
from sqlmodel import select

from medportal.features.accounts import service
from medportal.features.accounts.models import Account, Credential, SignInCode, SlowDown
from medportal.features.accounts.schemas import AccountState
from medportal.features.accounts.service import slow_downs
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel
from medportal.infra import passwords
from medportal.infra.audit import AuditEntry
from medportal.infra.db import unit_of_work
from medportal.kernel.actor import Role
from medportal.kernel.errors import RefusedError, TooOftenError
from tests.features.accounts.people import (
    ANNA,
    AWAY,
    FIREFOX,
    HOME,
    STRANGER,
    VISITOR,
    Person,
    deeds,
    draft,
    letters,
    sign_in,
)

WRONG = "Wrong-Horse-7"


@pytest.mark.both_databases
@pytest.mark.parametrize(
    "name", ["112-233-445 95", "11223344595", "ANNA@example.ru", "8 (912) 345-67-89", "+79123456789"]
)
def test_a_doctor_comes_in_by_any_of_three_names_in_any_spelling(anna, name):
    actor = service.resolve(service.redeem(sign_in(name, ANNA.password), FIREFOX, HOME).token, HOME)
    assert (actor.account_id, actor.role, actor.address) == (anna.id, Role.DOCTOR, HOME)


def refusal(name, password):
    with pytest.raises(RefusedError) as refused:
        service.sign_in(VISITOR, name, password)
    return type(refused.value), refused.value.text, refused.value.problems


def test_every_failure_looks_alike(register):
    anna = register()
    locked = register(snils="087-654-303 00", phone="+79000000000", email="locked@example.ru")
    with unit_of_work() as uow:
        uow.session.get(Account, locked.id).state = AccountState.LOCKED
    draft(Person("123-456-789 64", "+79000000002", "draft@example.ru"))
    with unit_of_work() as uow:
        notifications.put_contact(uow, VISITOR, anna.id, Channel.EMAIL, "unconfirmed@example.ru")
    attempts = [
        ("nobody@example.ru", ANNA.password),
        ("001-002-003 04", ANNA.password),
        (ANNA.phone, WRONG),
        ("locked@example.ru", ANNA.password),
        ("draft@example.ru", ANNA.password),
        ("123-456-789 64", ANNA.password),
        ("unconfirmed@example.ru", ANNA.password),
        ("anna@example.ru", ANNA.password),
        ("", ""),
        ("Анна", "\ud800"),
        ({"$gt": 0}, None),
        (ANNA.phone, "x" * 100_000),
    ]
    assert len({refusal(name, password) for name, password in attempts}) == 1


def test_an_unknown_name_takes_as_long_as_a_wrong_password(anna, hands):
    passwords.verify_nobody("warm")

    def spent(name):
        best = 1.0
        for _ in range(4):
            began = time.process_time()
            refusal(name, WRONG)
            best = min(best, time.process_time() - began)
        return best

    known, unknown = spent(ANNA.email), spent("nobody@example.ru")
    assert abs(known - unknown) < 0.5 * max(known, unknown)


@pytest.mark.parametrize("name", [ANNA.email, "nobody@example.ru"])
def test_five_wrong_attempts_slow_down_alike_whether_or_not_there_is_such_an_account(anna, hands, name):
    waits = []
    for _ in range(5):
        refusal(name, WRONG)
    for _ in range(4):
        with pytest.raises(TooOftenError) as slowed:
            sign_in(name, ANNA.password)
        waits.append((slowed.value.wait_seconds, slowed.value.text.ru))
        hands.move(seconds=slowed.value.wait_seconds)
        refusal(name, WRONG)
    assert [seconds for seconds, _ in waits] == [30, 60, 120, 240]
    assert waits[0][1] == "Слишком много попыток. Попробуйте снова через 30 секунд."


def test_the_wait_never_exceeds_an_hour_and_is_forgotten_after_a_day(anna, hands):
    for _ in range(5):
        refusal(ANNA.email, WRONG)
    longest = 0
    for _ in range(9):
        with pytest.raises(TooOftenError) as slowed:
            sign_in(ANNA.email, WRONG)
        longest = max(longest, slowed.value.wait_seconds)
        hands.move(seconds=slowed.value.wait_seconds)
        refusal(ANNA.email, WRONG)
    assert longest == 3600
    hands.move(hours=25)
    for _ in range(4):
        refusal(ANNA.email, WRONG)
    assert sign_in(ANNA.email, ANNA.password)


def test_the_right_password_from_elsewhere_is_not_kept_waiting(anna):
    for _ in range(5):
        refusal(ANNA.email, WRONG)
    assert service.sign_in(STRANGER, ANNA.email, ANNA.password).code


def test_other_spellings_of_a_name_do_not_give_more_attempts(anna):
    for name in (ANNA.phone, "8 912 345 67 89", "89123456789", "+7(912)345-67-89", "9123456789"):
        refusal(name, WRONG)
    with pytest.raises(TooOftenError):
        sign_in(ANNA.phone, ANNA.password)


def test_success_forgets_the_wrong_attempts(anna):
    for _ in range(3):
        for _ in range(4):
            refusal(ANNA.email, WRONG)
        assert sign_in(ANNA.email, ANNA.password)


def test_an_address_that_tries_many_names_is_slowed_down_altogether(anna, hands):
    for number in range(60):
        with unit_of_work() as uow:
            slow_downs.wait_or_count(uow, slow_downs.keys("sign_in", f"email:{number}@x.ru", HOME))
    with pytest.raises(TooOftenError):
        sign_in(ANNA.email, ANNA.password)
    assert sign_in(ANNA.email, ANNA.password, AWAY)


@pytest.mark.both_databases
def test_attempts_side_by_side_are_counted_together(anna):
    outcomes, ready = [], Barrier(10)

    def guess():
        ready.wait()
        try:
            service.sign_in(VISITOR, ANNA.email, WRONG)
        except TooOftenError:
            outcomes.append("slowed")
        except RefusedError:
            outcomes.append("refused")

    threads = [Thread(target=guess) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (outcomes.count("refused"), outcomes.count("slowed")) == (5, 5)


def test_a_weak_old_hash_is_renewed_at_the_door(anna):
    with unit_of_work() as uow:
        weak = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(ANNA.password)
        uow.session.get(Credential, anna.id).password_hash = weak
    assert sign_in(ANNA.email, ANNA.password)
    with unit_of_work() as uow:
        assert uow.session.get(Credential, anna.id).password_hash != weak
    assert sign_in(ANNA.email, ANNA.password)


def test_a_number_that_is_a_snils_and_a_phone_lets_each_owner_in_with_their_own_password(register):
    first = register(snils="89123456789", phone="+79000000000", email="one@example.ru")
    second = register(password="Other-Horse-9")
    for doctor in (first, second):
        opened = service.redeem(sign_in("89123456789", doctor.person.password), FIREFOX, HOME)
        assert service.resolve(opened.token).account_id == doctor.id


def test_attempts_are_audited_and_kept_without_a_name(anna):
    refusal(ANNA.email, WRONG)
    sign_in(ANNA.email, ANNA.password)
    assert {"accounts.sign_in_refused", "accounts.signed_in"} <= set(deeds())
    with unit_of_work() as uow:
        kept = [
            row.model_dump_json()
            for table in (AuditEntry, SlowDown, SignInCode)
            for row in uow.session.exec(select(table))
        ]
    assert not any("anna" in row or HOME in row or WRONG in row for row in kept)


def test_a_first_entrance_from_a_new_network_is_told_to_the_owner(anna):
    anna.come_in(HOME)
    anna.come_in("192.0.2.99")
    assert letters("security") == []
    anna.come_in(AWAY)
    told = letters("security")
    assert {letter.channel for letter in told} == {Channel.EMAIL, Channel.SMS}
    assert "Firefox, Linux" in next(letter.body for letter in told if letter.channel is Channel.EMAIL)
    anna.come_in(AWAY)
    assert len(letters("security")) == 2


def test_the_password_of_one_account_opens_no_other(register):
    register()
    register(snils="087-654-303 00", phone="+79000000000", email="boris@example.ru", password="Other-Horse-9")
    refusal("boris@example.ru", ANNA.password)
