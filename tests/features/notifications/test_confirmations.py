import re
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from sqlmodel import select

from medportal.features.notifications import service
from medportal.features.notifications.models import ContactConfirmation
from medportal.features.notifications.schemas import Channel, CodeOutcome, LinkOutcome
from medportal.infra import jobs, nudges
from medportal.infra.audit import AuditEntry
from medportal.infra.db import unit_of_work
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ConflictError, NotFoundError, TooOftenError

pytestmark = pytest.mark.usefixtures("outbox")
PHONE, EMAIL = "+79123456789", "anna@example.ru"
VISITOR = Actor(Role.VISITOR)


@pytest.fixture
def account(outbox):
    account = uuid4()
    put(account)
    return account


def put(account, phone=PHONE, email=EMAIL):
    with unit_of_work() as uow:
        service.put_contact(uow, VISITOR, account, Channel.SMS, phone)
        service.put_contact(uow, VISITOR, account, Channel.EMAIL, email)


def send_code(account):
    with unit_of_work() as uow:
        service.send_code(uow, VISITOR, account)
    jobs.work_off()
    return re.search(r"\d{6}", service.demonstration_outbox()[0].body)[0]


def check(account, code):
    with unit_of_work() as uow:
        return service.check_code(uow, account, code)


def send_link(account):
    with unit_of_work() as uow:
        service.send_link(uow, VISITOR, account)
    jobs.work_off()
    return re.search(r"/confirm/email#(\S+)", service.demonstration_outbox()[0].body)[1]


def wrong(code):
    return f"{(int(code) + 1) % 10**6:06}"


@pytest.mark.both_databases
def test_the_code_from_the_message_confirms_the_phone_and_open_tabs_learn_at_once(account):
    heard = []
    nudges.listen(heard.append)
    assert check(account, f" {send_code(account)[:3]} ").outcome is CodeOutcome.WRONG
    code = re.search(r"\d{6}", service.demonstration_outbox()[0].body)[0]
    heard.clear()
    assert check(account, f"{code[:3]} {code[3:]}").ok
    nudges.forget(heard.append)
    with unit_of_work() as uow:
        assert service.is_confirmed(uow, account, Channel.SMS)
    assert account in heard


def test_five_wrong_attempts_use_a_code_up_and_the_right_one_comes_too_late(account):
    code = send_code(account)
    verdicts = [check(account, wrong(code)) for _ in range(5)]
    assert [verdict.left for verdict in verdicts] == [4, 3, 2, 1, 0]
    assert "осталось 4 попытки" in verdicts[0].text.ru
    assert verdicts[-1].outcome is CodeOutcome.EXHAUSTED
    assert check(account, code).outcome is CodeOutcome.EXHAUSTED


@pytest.mark.both_databases
def test_attempts_side_by_side_are_five_together(account):
    code, verdicts, ready = send_code(account), [], Barrier(8)

    def guess():
        ready.wait()
        verdicts.append(check(account, wrong(code)).outcome)

    threads = [Thread(target=guess) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert verdicts.count(CodeOutcome.WRONG) == 4
    assert verdicts.count(CodeOutcome.EXHAUSTED) == 4


def test_a_code_lives_ten_minutes(account, hands):
    code = send_code(account)
    hands.move(minutes=10)
    assert check(account, code).outcome is CodeOutcome.EXPIRED


def test_another_code_may_be_asked_for_after_a_minute_and_kills_the_first(account, hands):
    first = send_code(account)
    hands.move(seconds=59)
    with pytest.raises(TooOftenError) as refused:
        send_code(account)
    assert refused.value.wait_seconds == 1
    hands.move(seconds=1)
    second = send_code(account)
    if first != second:
        assert check(account, first).outcome is CodeOutcome.WRONG
    assert check(account, second).ok


def test_five_messages_in_an_hour_are_enough_for_an_account_and_for_a_number(account, hands):
    for _ in range(5):
        send_code(account)
        hands.move(seconds=61)
    with pytest.raises(TooOftenError):
        send_code(account)
    other = uuid4()
    put(other)
    with pytest.raises(TooOftenError):
        send_code(other)
    hands.move(hours=1)
    assert send_code(account)


def test_who_mended_a_mistyped_number_need_not_wait(account):
    first = send_code(account)
    put(account, phone="+79123456780")
    assert check(account, first).outcome is CodeOutcome.NONE
    assert check(account, send_code(account)).ok


def test_a_code_is_kept_as_a_fingerprint_only(account):
    code = send_code(account)
    with unit_of_work() as uow:
        row = uow.session.exec(select(ContactConfirmation)).one()
    assert code not in row.model_dump_json()


def test_a_code_of_one_account_says_nothing_to_another(account):
    code, other = send_code(account), uuid4()
    put(other, phone="+79000000000")
    assert check(other, code).outcome is CodeOutcome.NONE


def test_a_number_confirmed_for_a_registered_account_is_refused_in_neutral_words(account):
    other = uuid4()
    put(other)
    assert check(other, send_code(other)).ok
    with unit_of_work() as uow:
        service.settle(uow, other)
    verdict = check(account, send_code(account))
    assert verdict.outcome is CodeOutcome.TAKEN
    assert "нельзя подтвердить" in verdict.text.ru


def test_nothing_is_sent_without_a_contact_or_to_a_confirmed_one(account):
    with unit_of_work() as uow, pytest.raises(NotFoundError):
        service.send_code(uow, VISITOR, uuid4())
    check(account, send_code(account))
    with pytest.raises(ConflictError):
        send_code(account)


@pytest.mark.both_databases
def test_the_link_from_the_letter_confirms_the_address_once(account):
    token = send_link(account)
    verdict = service.use_link(VISITOR, token)
    assert (verdict.outcome, verdict.account_id) == (LinkOutcome.OK, account)
    again = service.use_link(VISITOR, token)
    assert (again.outcome, again.account_id) == (LinkOutcome.USED, None)


def test_the_token_stands_in_the_fragment_which_no_server_logs(account):
    send_link(account)
    assert re.search(r"http://localhost:8000/confirm/email#[\w-]{43}\s", service.demonstration_outbox()[0].body)


def test_a_link_lives_forty_eight_hours(account, hands):
    token = send_link(account)
    hands.move(hours=48)
    assert service.use_link(VISITOR, token).outcome is LinkOutcome.EXPIRED


def test_a_link_to_an_address_given_up_does_nothing(account):
    token = send_link(account)
    put(account, email="other@example.ru")
    assert service.use_link(VISITOR, token).outcome is LinkOutcome.UNKNOWN


@pytest.mark.parametrize("token", ["", "x", "я" * 5000, "' OR 1=1 --", "\x00"])
def test_invented_links_do_nothing(account, token):
    assert service.use_link(VISITOR, token).outcome is LinkOutcome.UNKNOWN


def test_deeds_are_audited_without_a_word_of_the_contact(account):
    check(account, wrong(send_code(account)))
    service.use_link(VISITOR, send_link(account))
    with unit_of_work() as uow:
        entries = uow.session.exec(select(AuditEntry)).all()
    deeds = {entry.deed for entry in entries}
    assert {"notifications.code_sent", "notifications.code_wrong", "notifications.contact_confirmed"} <= deeds
    assert not any("912" in entry.facts or "anna" in entry.facts for entry in entries)


def test_a_letter_speaks_the_language_of_the_account(account):
    with unit_of_work() as uow:
        service.speak(uow, account, "en")
    send_link(account)
    assert service.demonstration_outbox()[0].subject == "Confirm your e-mail address"
