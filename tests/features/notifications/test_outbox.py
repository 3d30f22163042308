from datetime import timedelta
from uuid import uuid4

import pytest
from sqlmodel import select

from medportal.features.notifications import ports, rules, service
from medportal.features.notifications.models import OutboxLetter
from medportal.features.notifications.ports import DeliveryRefusedError, DeliveryTroubleError
from medportal.features.notifications.schemas import Channel, Letter, LetterState, Purpose, Receipt
from medportal.infra import jobs
from medportal.infra.db import unit_of_work
from medportal.kernel.actor import SYSTEM
from medportal.kernel.errors import NotFoundError
from medportal.kernel.text import Text
from medportal.settings import settings

pytestmark = pytest.mark.usefixtures("outbox")
LETTER = Letter(
    Text(ru="Тема", en="Subject"),
    Text(ru="Здравствуйте.\n\nhttp://localhost/x", en="Hello."),
    Text(ru="Коротко", en="Brief"),
)


class Carrier:
    """A carrier that answers as it is told, and keeps what it was given."""

    def __init__(self, *answers):
        self.answers, self.taken = list(answers), []

    def send(self, parcel):
        self.taken.append(parcel)
        answer = self.answers.pop(0) if self.answers else None
        if answer is not None:
            raise answer
        return Receipt()


@pytest.fixture
def account(outbox):
    account = uuid4()
    with unit_of_work() as uow:
        for channel, value in ((Channel.EMAIL, "anna@example.ru"), (Channel.SMS, "+79123456789")):
            service.put_contact(uow, SYSTEM, account, channel, value)
            service.vouch(uow, SYSTEM, account, channel)
    return account


def post(account, letter=LETTER, key="k", **more):
    with unit_of_work() as uow:
        return service.post(uow, account, letter, purpose=Purpose.NOTICE, key=key, **more)


def rows():
    with unit_of_work() as uow:
        return uow.session.exec(select(OutboxLetter).order_by("id")).all()


@pytest.mark.both_databases
def test_a_letter_goes_to_every_confirmed_contact_once(account):
    assert post(account) == 2
    assert post(account) == 0
    jobs.work_off()
    assert {(row.channel, row.state) for row in rows()} == {("email", "sent"), ("sms", "sent")}
    assert {letter.body.split(".")[0] for letter in service.demonstration_outbox()} == {"Здравствуйте", "Коротко"}


def test_a_contact_that_is_not_confirmed_gets_nothing(account):
    with unit_of_work() as uow:
        service.put_contact(uow, SYSTEM, account, Channel.EMAIL, "new@example.ru")
    assert post(account) == 1
    assert post(account, key="other", channels={Channel.EMAIL}) == 0
    assert [row.channel for row in rows()] == ["sms"]


def test_no_cause_no_letter(account):
    def fail_after_posting():
        with unit_of_work() as uow:
            service.post(uow, account, LETTER, purpose=Purpose.NOTICE, key="k")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_posting()
    assert rows() == []


def test_once_really_sent_the_words_and_the_address_are_wiped(account):
    carrier = Carrier()
    ports.mailer.plug(carrier)
    post(account, channels={Channel.EMAIL})
    jobs.work_off()
    [row] = rows()
    assert (row.state, row.sealed_to, row.sealed_subject, row.sealed_body) == (LetterState.SENT, None, None, None)
    assert carrier.taken[0].to == "anna@example.ru"
    assert "отвечать на него не нужно" in carrier.taken[0].text
    assert '<a href="http://localhost/x">' in carrier.taken[0].html
    assert service.demonstration_outbox() == []


def test_trouble_puts_a_letter_off_longer_each_time_until_it_is_given_up(account, hands):
    carrier = Carrier(*[DeliveryTroubleError()] * 20)
    ports.mailer.plug(carrier)
    post(account, channels={Channel.EMAIL})
    for wait in (*rules.BACKOFF, timedelta(days=1), timedelta(days=1)):
        jobs.work_off()
        hands.move(seconds=wait.total_seconds())
    [row] = rows()
    assert len(carrier.taken) == len(rules.BACKOFF) + 1
    assert (row.state, row.sealed_body) == (LetterState.GIVEN_UP, None)
    assert len({parcel.id for parcel in carrier.taken}) == 1


def test_a_letter_put_off_is_sent_as_soon_as_the_carrier_is_well(account, hands):
    ports.mailer.plug(Carrier(DeliveryTroubleError()))
    post(account, channels={Channel.EMAIL})
    jobs.work_off()
    assert rows()[0].state == LetterState.QUEUED
    hands.move(seconds=29)
    jobs.work_off()
    assert rows()[0].state == LetterState.QUEUED
    hands.move(seconds=1)
    jobs.work_off()
    assert rows()[0].state == LetterState.SENT


def test_the_carriers_wish_to_wait_longer_is_heard(account, hands):
    ports.mailer.plug(Carrier(DeliveryTroubleError(retry_after=600)))
    post(account, channels={Channel.EMAIL})
    jobs.work_off()
    hands.move(seconds=599)
    jobs.work_off()
    assert rows()[0].state == LetterState.QUEUED
    hands.move(seconds=1)
    jobs.work_off()
    assert rows()[0].state == LetterState.SENT


def test_a_refused_letter_is_not_tried_again(account, hands):
    carrier = Carrier(DeliveryRefusedError())
    ports.mailer.plug(carrier)
    post(account, channels={Channel.EMAIL})
    jobs.work_off()
    hands.move(days=2)
    jobs.work_off()
    assert (rows()[0].state, len(carrier.taken)) == (LetterState.REFUSED, 1)


def test_a_letter_that_time_made_worthless_is_not_sent(account, hands):
    carrier = Carrier(DeliveryTroubleError())
    ports.sms_gateway.plug(carrier)
    post(account, Letter(LETTER.subject, LETTER.body, lifetime=timedelta(seconds=20)), channels={Channel.SMS})
    jobs.work_off()
    hands.move(seconds=60)
    jobs.work_off()
    assert (rows()[0].state, len(carrier.taken)) == (LetterState.GIVEN_UP, 1)


def test_what_the_engine_forgot_is_found_by_the_sweep(account):
    jobs.work_off()
    post(account)
    jobs.engine().forget()
    assert jobs.work_off() == 0
    jobs.run_sweeps()
    jobs.work_off()
    assert {row.state for row in rows()} == {LetterState.SENT}


def test_a_worker_killed_while_sending_loses_nothing(account, hands):
    ports.mailer.plug(Carrier(KeyboardInterrupt()))
    post(account, channels={Channel.EMAIL})
    with pytest.raises(KeyboardInterrupt):
        jobs.work_off()
    [row] = rows()
    service.deliver(row.id)
    assert rows()[0].state == LetterState.QUEUED
    hands.move(minutes=3)
    jobs.run_sweeps()
    jobs.work_off()
    assert rows()[0].state == LetterState.SENT


def test_a_letter_told_of_twice_is_sent_once(account):
    carrier = Carrier()
    ports.mailer.plug(carrier)
    post(account, channels={Channel.EMAIL})
    [row] = rows()
    for _ in range(3):
        service.deliver(row.id)
    assert len(carrier.taken) == 1


def test_old_letters_are_thrown_away(account, hands):
    post(account)
    jobs.work_off()
    hands.move(days=31)
    service.sweep_outbox()
    assert rows() == []


def test_addresses_and_words_lie_sealed(account):
    post(account)
    kept = "".join(row.model_dump_json() for row in rows())
    assert "anna" not in kept
    assert "912345" not in kept
    assert "Здравствуйте" not in kept


def test_there_is_no_outbox_page_in_production(account, monkeypatch):
    post(account)
    jobs.work_off()
    monkeypatch.setenv("MEDPORTAL_MODE", "production")
    settings.cache_clear()
    with pytest.raises(NotFoundError):
        service.demonstration_outbox()


def test_nothing_personal_shows_in_a_repr(account):
    post(account)
    jobs.work_off()
    assert "anna" not in repr(service.demonstration_outbox())
    assert "Здравствуйте" not in repr(LETTER)
