"""A client who is received in a centre: keyed in by an operator, agreed to and finished by himself."""

import re

import pytest

from medportal.demonstration.people import PEOPLE
from medportal.features.accounts import service as accounts
from medportal.features.accounts.schemas import LoginKind
from medportal.features.notifications import service as notifications
from medportal.features.registration import service
from medportal.features.registration.schemas import Paper, Section
from medportal.infra import db, jobs
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError, TooOftenError
from tests.features.registration.applicants import answers_of

pytestmark = pytest.mark.both_databases
WOKEN = []
VISITOR = Actor(Role.VISITOR, address="192.0.2.9")


def given(section: Section) -> dict[str, str]:
    return answers_of(PEOPLE[0])[section]


@jobs.job("walk_in_tests.finished")
def finished(account_id):
    WOKEN.append(account_id)


@pytest.fixture
def operator(portal):
    with db.unit_of_work() as uow:
        return Actor(Role.OPERATOR, accounts.open_client_draft(uow, VISITOR), None, "192.0.2.50")


@pytest.fixture
def client(operator):
    """A client keyed in whole; the id of the account."""
    WOKEN.clear()
    account_id = service.receive(operator, "Центр на Садовой", "walk_in_tests.finished")
    for section in (Section.PERSON, Section.CONTACTS, Section.NUMBERS, Section.PASSPORT, Section.ADDRESS, Section.WORK):
        assert service.key_in(operator, account_id, section, given(section)).problems == ()
    return account_id


def _letter() -> str:
    jobs.work_off()
    body = next(one.body for one in notifications.demonstration_outbox() if "/activate#" in one.body)
    return re.search(r"/activate#(\S+)", body)[1]


def test_a_client_agrees_by_himself_and_then_finishes_in_the_wizard(operator, client):
    view = service.invite(operator, client, (Paper.PASSPORT, Paper.WORKPLACE))
    assert set(view.papers) == {Paper.PASSPORT, Paper.WORKPLACE}
    assert "@" in view.email
    assert given(Section.CONTACTS)["email"] not in view.email
    token = _letter()
    with pytest.raises(InvalidError):
        service.agree(VISITOR, token, agreed=False)
    ticket = service.agree(VISITOR, token, agreed=True)
    session = accounts.redeem(ticket.code, "Firefox", "192.0.2.9")
    applicant = accounts.resolve(session.token, "192.0.2.9")
    assert (applicant.role, applicant.account_id) == (Role.APPLICANT, client)
    overview = service.overview(applicant)
    assert overview.contacts.email_confirmed
    assert not overview.contacts.phone_confirmed
    service.send_code(applicant)
    jobs.work_off()
    sms = next(one.body for one in notifications.demonstration_outbox() if one.channel == "sms")
    service.confirm_phone(applicant, re.search(r"\b\d{6}\b", sms)[0])
    assert service.hand_in(applicant, Section.PASSWORD, given(Section.PASSWORD)).problems == ()
    assert service.submit(applicant).ticket is not None
    jobs.work_off()
    assert [client] == WOKEN
    done = service.client_of(operator, client)
    assert (done.agreed, done.finished, done.proven) == (True, True, False)


def test_a_link_works_once_and_the_newest_letter_alone(operator, client):
    service.invite(operator, client, (Paper.PASSPORT,))
    first = _letter()
    service.invite(operator, client, (Paper.PASSPORT,))
    with pytest.raises(NotFoundError):
        service.agree(VISITOR, first, agreed=True)
    token = _letter()
    service.open_invitation(VISITOR, token)
    service.agree(VISITOR, token, agreed=True)
    for wrong in (token, "", "x" * 500):
        with pytest.raises(NotFoundError):
            service.agree(VISITOR, wrong, agreed=True)
    # Once the client has agreed the operator is out.
    for deed in (
        lambda: service.key_in(operator, client, Section.PERSON, given(Section.PERSON)),
        lambda: service.client_answers(operator, client, Section.PERSON),
        lambda: service.invite(operator, client, (Paper.PASSPORT,)),
    ):
        with pytest.raises(NotFoundError):
            deed()


def test_a_link_dies_after_fourteen_days(operator, client, hands):
    service.invite(operator, client, (Paper.PASSPORT,))
    token = _letter()
    hands.move(days=14)
    with pytest.raises(NotFoundError):
        service.open_invitation(VISITOR, token)


def test_no_letter_goes_before_everything_is_right_and_the_passport_was_seen(operator):
    account_id = service.receive(operator, "", "walk_in_tests.finished")
    with pytest.raises(ConflictError):
        service.invite(operator, account_id, (Paper.PASSPORT,))
    wrong = service.key_in(operator, account_id, Section.PERSON, {**given(Section.PERSON), "birth_date": "31.02.1990"})
    assert [one.field for one in wrong.problems] == ["birth_date"]
    assert service.client_answers(operator, account_id, Section.PERSON)["birth_date"] == "31.02.1990"
    with pytest.raises(InvalidError):
        service.invite(operator, account_id, (Paper.WORKPLACE,))


def test_a_client_is_found_again_by_an_exact_number_and_never_listed(operator, client):
    numbers, contacts = given(Section.NUMBERS), given(Section.CONTACTS)
    for kind, value in ((LoginKind.SNILS, numbers["snils"]), (LoginKind.PHONE, contacts["phone"])):
        found = service.find_client(operator, kind, value)
        assert (found.account_id, found.walk_in) == (client, True)
    assert service.find_client(operator, LoginKind.SNILS, numbers["snils"][:-2]) is None
    for _ in range(57):
        service.find_client(operator, LoginKind.SNILS, "1")
    with pytest.raises(TooOftenError):
        service.find_client(operator, LoginKind.SNILS, numbers["snils"])


def test_only_operators_receive_clients(operator, client):
    for role in set(Role) - {Role.OPERATOR, Role.ADMINISTRATOR}:
        stranger = Actor(role, operator.account_id)
        for deed in (
            lambda who: service.receive(who, "", "walk_in_tests.finished"),
            lambda who: service.find_client(who, LoginKind.SNILS, "1"),
            lambda who: service.key_in(who, client, Section.PERSON, {}),
            lambda who: service.client_answers(who, client, Section.PERSON),
            lambda who: service.client_of(who, client),
            lambda who: service.invite(who, client, (Paper.PASSPORT,)),
        ):
            with pytest.raises(ForbiddenError):
                deed(stranger)


def test_an_operator_reaches_nobody_who_registered_alone(operator, anna):
    anna.begin()
    for deed in (
        lambda: service.key_in(operator, anna.id, Section.PERSON, given(Section.PERSON)),
        lambda: service.client_answers(operator, anna.id, Section.PERSON),
        lambda: service.client_of(operator, anna.id),
    ):
        with pytest.raises(NotFoundError):
            deed()


def test_who_never_agrees_is_forgotten_after_thirty_days(operator, client, hands):
    hands.move(days=31)
    accounts.forget_drafts()
    with pytest.raises(NotFoundError):
        service.client_of(operator, client)
