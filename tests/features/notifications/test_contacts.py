from uuid import uuid4

import pytest
from sqlmodel import select

from medportal.features.notifications import service
from medportal.features.notifications.models import Contact
from medportal.features.notifications.schemas import Channel
from medportal.infra.db import unit_of_work
from medportal.kernel.actor import SYSTEM
from medportal.kernel.errors import InvalidError, NotFoundError

pytestmark = pytest.mark.usefixtures("outbox")


def put(account_id, channel, value):
    with unit_of_work() as uow:
        service.put_contact(uow, SYSTEM, account_id, channel, value)


def vouch(account_id, channel):
    with unit_of_work() as uow:
        return service.vouch(uow, SYSTEM, account_id, channel)


def settle(account_id):
    with unit_of_work() as uow:
        service.settle(uow, account_id)


def confirmed(account_id, channel=Channel.SMS):
    with unit_of_work() as uow:
        return service.is_confirmed(uow, account_id, channel)


def test_a_contact_is_shown_masked_and_unconfirmed_and_lies_sealed():
    account = uuid4()
    put(account, Channel.EMAIL, "Anna@Example.ru")
    with unit_of_work() as uow:
        shown = service.contacts_of(uow, account)[Channel.EMAIL]
        row = uow.session.exec(select(Contact)).one()
    assert (shown.masked, shown.confirmed, shown.state.ru) == ("A***@example.ru", False, "Не подтверждено")
    assert "nna" not in row.sealed_value


def test_a_wrong_contact_names_its_field():
    for channel, field in ((Channel.EMAIL, "email"), (Channel.SMS, "phone")):
        with pytest.raises(InvalidError) as refused:
            put(uuid4(), channel, "чепуха")
        assert [problem.field for problem in refused.value.problems] == [field]


def test_a_changed_contact_becomes_unconfirmed_and_the_same_one_stays_confirmed():
    account = uuid4()
    put(account, Channel.SMS, "+79123456789")
    assert vouch(account, Channel.SMS)
    put(account, Channel.SMS, "8 912 345-67-89")
    assert confirmed(account)
    put(account, Channel.SMS, "+79123456780")
    assert not confirmed(account)


def test_a_confirmed_contact_leads_to_its_account_however_it_is_spelled():
    account = uuid4()
    put(account, Channel.EMAIL, "anna@example.ru")
    with unit_of_work() as uow:
        assert service.find_account_by_contact(uow, Channel.EMAIL, "anna@example.ru") is None
    vouch(account, Channel.EMAIL)
    with unit_of_work() as uow:
        assert service.find_account_by_contact(uow, Channel.EMAIL, "ANNA@EXAMPLE.RU") == account
        assert service.find_account_by_contact(uow, Channel.EMAIL, "чепуха") is None


@pytest.mark.both_databases
def test_a_contact_is_confirmed_for_one_registered_account_only():
    first, second = uuid4(), uuid4()
    for account in (first, second):
        put(account, Channel.SMS, "+79123456789")
    assert vouch(first, Channel.SMS)
    settle(first)
    assert not vouch(second, Channel.SMS)
    assert (confirmed(first), confirmed(second)) == (True, False)


def test_an_unfinished_registration_gives_its_contact_up_to_who_proves_it_later():
    yesterday, today = uuid4(), uuid4()
    for account in (yesterday, today):
        put(account, Channel.SMS, "+79123456789")
        assert vouch(account, Channel.SMS)
    assert (confirmed(yesterday), confirmed(today)) == (False, True)


def test_a_revealed_contact_is_whole_and_a_missing_one_is_not_found():
    account = uuid4()
    put(account, Channel.SMS, "89123456789")
    with unit_of_work() as uow:
        assert service.reveal_contact(uow, SYSTEM, account, Channel.SMS) == "+79123456789"
        with pytest.raises(NotFoundError):
            service.reveal_contact(uow, SYSTEM, account, Channel.EMAIL)


def test_nothing_is_left_of_an_erased_account():
    account = uuid4()
    put(account, Channel.SMS, "+79123456789")
    with unit_of_work() as uow:
        service.send_code(uow, SYSTEM, account)
        service.erase(uow, account)
    with unit_of_work() as uow:
        assert service.contacts_of(uow, account) == {}
        assert service.demonstration_outbox is not None
        assert uow.session.exec(select(Contact)).all() == []
