import pytest
from sqlmodel import select

from medportal.features.accounts import rules, service
from medportal.features.accounts.models import Account, Recovery
from medportal.features.accounts.schemas import AccountState, FactorNeed
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel
from medportal.infra import jobs
from medportal.infra.db import unit_of_work
from medportal.kernel.actor import SYSTEM, Role
from medportal.kernel.errors import ConflictError, ForbiddenError, InvalidError, RefusedError, TooOftenError
from tests.features.accounts.people import (
    ANNA,
    FIREFOX,
    HOME,
    STRANGER,
    VISITOR,
    deeds,
    draft,
    letters,
    recovery_messages,
    sign_in,
)

NEW = "Another-Horse-8"


def ask(name=ANNA.email, actor=VISITOR):
    answer = service.ask_recovery(actor, name)
    jobs.work_off()
    return answer


def wrong(code):
    return f"{(int(code) + 1) % 10**6:06}"


@pytest.mark.both_databases
@pytest.mark.parametrize("name", [ANNA.email, ANNA.phone, ANNA.snils])
def test_a_link_and_a_code_set_a_new_password_end_sessions_and_are_told(anna, name):
    ask(name)
    token, code = recovery_messages()
    assert {letter.channel for letter in letters("recovery")} == {Channel.EMAIL, Channel.SMS}
    assert service.recovery_needs(VISITOR, token).code
    service.finish_recovery(VISITOR, token, code, NEW)
    assert service.resolve(anna.token) is None
    assert sign_in(ANNA.email, NEW)
    with pytest.raises(RefusedError):
        sign_in(ANNA.email, ANNA.password)
    assert {letter.channel for letter in letters("security")} == {Channel.EMAIL, Channel.SMS}
    assert {"accounts.recovery_asked", "accounts.recovery_sent", "accounts.recovered"} <= set(deeds())


def test_the_answer_is_the_same_whoever_is_asked_for(register):
    register()
    locked = register(snils="087-654-303 00", phone="+79000000000", email="locked@example.ru")
    with unit_of_work() as uow:
        uow.session.get(Account, locked.id).state = AccountState.LOCKED
    names = (ANNA.email, "nobody@example.ru", "locked@example.ru", "", "чепуха", None)
    assert len({ask(name) for name in names}) == 1
    assert {letter.to for letter in letters("recovery")} == {ANNA.email, ANNA.phone}


def test_an_unfinished_registration_is_not_recovered(portal):
    draft(ANNA)
    ask()
    assert letters("recovery") == []


def test_where_there_is_no_confirmed_email_the_link_comes_by_sms_alone(anna):
    with unit_of_work() as uow:
        notifications.put_contact(uow, VISITOR, anna.id, Channel.EMAIL, "new@example.ru")
    ask(ANNA.phone)
    assert {letter.channel for letter in letters("recovery")} == {Channel.SMS}
    token, _ = recovery_messages()
    assert not service.recovery_needs(VISITOR, token).code
    service.finish_recovery(VISITOR, token, "", NEW)
    assert sign_in(ANNA.phone, NEW)


def test_the_link_alone_is_not_enough_and_five_wrong_codes_end_it(anna):
    ask()
    token, code = recovery_messages()
    for typed in ("", wrong(code), None, "\ud800", wrong(code)):
        with pytest.raises(InvalidError) as refused:
            service.finish_recovery(STRANGER, token, typed, NEW)
        assert refused.value.problems[0].field == "code"
    with pytest.raises(RefusedError) as over:
        service.finish_recovery(VISITOR, token, code, NEW)
    assert not isinstance(over.value, InvalidError)
    assert sign_in(ANNA.email, ANNA.password)


def test_a_link_works_once(anna):
    ask()
    token, code = recovery_messages()
    service.finish_recovery(VISITOR, token, code, NEW)
    for deed in (
        lambda: service.finish_recovery(VISITOR, token, code, "Third-Horse-9"),
        lambda: service.recovery_needs(VISITOR, token),
    ):
        with pytest.raises(RefusedError):
            deed()


def test_a_link_lives_an_hour(anna, hands):
    ask()
    token, code = recovery_messages()
    hands.move(hours=1)
    with pytest.raises(RefusedError):
        service.finish_recovery(VISITOR, token, code, NEW)


def test_a_password_that_does_not_fit_uses_nothing_up(anna):
    ask()
    token, code = recovery_messages()
    for _ in range(6):
        with pytest.raises(InvalidError) as refused:
            service.finish_recovery(VISITOR, token, code, "weak")
        assert refused.value.problems[0].field == "password"
    service.finish_recovery(VISITOR, token, code, NEW)


def test_only_who_has_the_code_learns_that_a_word_is_the_persons_own(anna):
    service.personal_words.append(lambda uow, account_id: ("Иванова",))
    ask()
    token, code = recovery_messages()
    for typed, field in ((wrong(code), "code"), (code, "password")):
        with pytest.raises(InvalidError) as refused:
            service.finish_recovery(VISITOR, token, typed, "Иванова-Horse-8")
        assert refused.value.problems[0].field == field
    service.finish_recovery(VISITOR, token, code, NEW)


def test_a_code_of_one_link_does_not_open_another(register):
    register()
    register(snils="087-654-303 00", phone="+79000000000", email="boris@example.ru")
    ask()
    token, _ = recovery_messages()
    ask("boris@example.ru")
    _, code = recovery_messages()
    with pytest.raises(InvalidError):
        service.finish_recovery(VISITOR, token, code, NEW)


@pytest.mark.parametrize("token", ["", "x", "я" * 9000, None, "' OR 1=1"])
def test_invented_links_open_nothing(anna, token):
    ask("nobody@example.ru")
    with pytest.raises(RefusedError):
        service.finish_recovery(VISITOR, token, "000000", NEW)


def test_an_account_gets_three_recoveries_an_hour_and_nobody_learns_of_the_fourth(anna, hands):
    answers = {ask() for _ in range(5)}
    assert len(answers) == 1
    assert len(letters("recovery")) == 6
    hands.move(hours=1)
    ask()
    assert len(letters("recovery")) == 8


def test_an_address_asks_twenty_times_an_hour_whatever_the_names(anna):
    for number in range(20):
        ask(f"{number}@example.ru")
    for name in (ANNA.email, "nobody@example.ru"):
        with pytest.raises(TooOftenError) as refused:
            ask(name)
        assert refused.value.wait_seconds == 3600
    ask(ANNA.email, STRANGER)


def test_links_cannot_be_tried_without_end(anna, monkeypatch):
    monkeypatch.setattr(rules, "FINISHES_PER_ADDRESS", 4)
    for _ in range(4):
        with pytest.raises(RefusedError):
            service.finish_recovery(VISITOR, "guess", "000000", NEW)
    with pytest.raises(TooOftenError):
        service.finish_recovery(VISITOR, "guess", "000000", NEW)


def test_who_recovered_need_not_wait_for_earlier_wrong_attempts(anna):
    for _ in range(5):
        with pytest.raises(RefusedError):
            sign_in(ANNA.email, "Wrong-Horse-7")
    ask()
    token, code = recovery_messages()
    service.finish_recovery(VISITOR, token, code, NEW)
    assert sign_in(ANNA.email, NEW)


def test_a_changed_password_makes_open_links_useless(anna):
    ask()
    token, code = recovery_messages()
    service.change_password(anna.actor, ANNA.password, NEW)
    with pytest.raises(RefusedError):
        service.finish_recovery(VISITOR, token, code, "Third-Horse-9")


def test_an_account_locked_meanwhile_is_not_recovered(anna):
    ask()
    token, code = recovery_messages()
    with unit_of_work() as uow:
        uow.session.get(Account, anna.id).state = AccountState.LOCKED
    with pytest.raises(RefusedError):
        service.finish_recovery(VISITOR, token, code, NEW)


def test_what_the_engine_forgot_is_sent_by_the_sweep_and_only_once(anna):
    service.ask_recovery(VISITOR, ANNA.email)
    jobs.engine().forget()
    jobs.run_sweeps()
    jobs.work_off()
    with unit_of_work() as uow:
        recovery = uow.session.exec(select(Recovery)).one()
    service.send_recovery(recovery.id)
    assert len(letters("recovery")) == 2


def test_secrets_and_names_of_recoveries_are_kept_nowhere_in_the_open(anna):
    ask()
    token, code = recovery_messages()
    with unit_of_work() as uow:
        kept = uow.session.exec(select(Recovery)).one().model_dump_json()
    assert token not in kept
    assert f'"{code}"' not in kept
    assert ANNA.email not in kept


@pytest.mark.both_databases
def test_staff_are_invited_by_a_link_and_sign_in_by_email(portal):
    invited = service.add_staff(SYSTEM, "Verifier@Example.ru", Role.VERIFIER)
    token = invited.link.rpartition("#")[2]
    assert invited.link.startswith("http://localhost:8000/recover/set#")
    assert token not in repr(invited)
    assert not service.recovery_needs(VISITOR, token).code
    service.finish_recovery(VISITOR, token, "", NEW)
    opened = service.redeem(sign_in("verifier@example.ru", NEW), FIREFOX, HOME)
    # What the second step is for: see test_factors.
    assert service.factor_need(service.resolve(opened.token)) is FactorNeed.ENROLMENT
    with pytest.raises(RefusedError):
        service.finish_recovery(VISITOR, token, "", NEW)


def test_an_invitation_lives_forty_eight_hours(portal, hands):
    link = service.add_staff(SYSTEM, "verifier@example.ru", Role.VERIFIER).link
    hands.move(hours=48)
    with pytest.raises(RefusedError):
        service.finish_recovery(VISITOR, link.rpartition("#")[2], "", NEW)


def test_only_the_console_and_administrators_add_staff_and_only_staff(anna):
    with pytest.raises(ForbiddenError):
        service.add_staff(anna.actor, "x@example.ru", Role.ADMINISTRATOR)
    for role in (Role.DOCTOR, Role.SYSTEM, Role.APPLICANT):
        with pytest.raises(ForbiddenError):
            service.add_staff(SYSTEM, "x@example.ru", role)
    with pytest.raises(ConflictError):
        service.add_staff(SYSTEM, ANNA.email, Role.OPERATOR)
    with pytest.raises(InvalidError):
        service.add_staff(SYSTEM, "чепуха", Role.OPERATOR)
    with unit_of_work() as uow:
        assert len(uow.session.exec(select(Account)).all()) == 1
