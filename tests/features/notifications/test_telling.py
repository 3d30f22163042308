from uuid import uuid4

import pytest
from sqlalchemy import text

from medportal.features.notifications import service
from medportal.features.notifications.schemas import Channel, Letter, Notice
from medportal.infra.db import reading, unit_of_work
from medportal.kernel.actor import SYSTEM, Actor, Role
from medportal.kernel.errors import ForbiddenError
from medportal.kernel.text import Text

pytestmark = [pytest.mark.both_databases, pytest.mark.usefixtures("outbox")]
NOTICE = Notice(
    Text(ru="Документ подтверждён", en="The document is confirmed"), Text(ru="Диплом.", en="Diploma."), "/documents"
)


def _tell(account_id, key="one", letter=None):
    with unit_of_work() as uow:
        return service.tell(uow, account_id, NOTICE, key=key, letter=letter)


def _doctor():
    return Actor(Role.DOCTOR, uuid4())


def test_what_is_told_stands_under_the_bell_until_it_is_read(database):
    anna = _doctor()
    assert _tell(anna.account_id)
    assert service.unread(anna) == 1
    line = service.bell(anna).lines[0]
    assert (line.title, line.body, line.link, line.read) == (NOTICE.title, NOTICE.body, "/documents", False)
    service.read_line(anna, line.id)
    assert service.unread(anna) == 0
    assert service.bell(anna).lines[0].read


def test_nothing_is_told_twice(database):
    anna = _doctor()
    assert [_tell(anna.account_id), _tell(anna.account_id), _tell(anna.account_id, "two")] == [True, False, True]
    assert service.unread(anna) == 2
    service.read_all(anna)
    assert service.unread(anna) == 0


def test_the_bell_is_ones_own(database):
    anna, boris = _doctor(), _doctor()
    _tell(anna.account_id)
    line = service.bell(anna).lines[0]
    service.read_line(boris, line.id)
    assert service.bell(boris).lines == ()
    assert service.unread(anna) == 1
    with pytest.raises(ForbiddenError):
        service.bell(Actor(Role.VISITOR))


def test_older_lines_are_asked_for_by_the_last_one_seen(database, hands):
    anna = _doctor()
    for number in range(5):
        hands.move(seconds=1)
        _tell(anna.account_id, str(number))
    first = service.bell(anna, limit=2).lines
    rest = service.bell(anna, before=first[-1].id).lines
    assert [len(first), len(rest)] == [2, 3]
    assert {line.id for line in first}.isdisjoint(line.id for line in rest)


def test_a_letter_goes_along_only_to_confirmed_contacts_and_once(database):
    anna = _doctor()
    letter = Letter(NOTICE.title, NOTICE.body)
    with unit_of_work() as uow:
        service.put_contact(uow, SYSTEM, anna.account_id, Channel.EMAIL, "anna@example.org")
    _tell(anna.account_id, "unconfirmed", letter)
    assert service.demonstration_outbox() == []
    with unit_of_work() as uow:
        service.vouch(uow, SYSTEM, anna.account_id, Channel.EMAIL)
    from medportal.infra import jobs

    _tell(anna.account_id, "confirmed", letter)
    _tell(anna.account_id, "confirmed", letter)
    jobs.work_off()
    assert [sent.subject for sent in service.demonstration_outbox()] == [NOTICE.title.ru]


def test_the_words_lie_sealed(database):
    anna = _doctor()
    _tell(anna.account_id)
    with reading() as uow:
        row = uow.session.execute(text("SELECT * FROM bell_line")).mappings().one()
    assert NOTICE.title.ru not in str(dict(row))
