"""Visits: an operator scans originals for a client who is registered already; nobody else does, and nothing else is seen."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from medportal.features.accounts import service as accounts
from medportal.features.accounts.schemas import LoginKind
from medportal.features.desk import service as desk
from medportal.features.documents import service as documents
from medportal.features.documents.schemas.handing import Sent
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.notifications import service as notifications
from medportal.features.registration import service
from medportal.features.registration.models import Visit
from medportal.infra import db, jobs
from medportal.kernel.actor import SYSTEM, Actor, Role
from medportal.kernel.clock import Hands
from medportal.kernel.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError, RefusedError
from tests.features.documents.intake import making
from tests.features.registration.applicants import Applicant
from tests.features.registration.test_scans_at_the_table import _inspector, colleague, deeds, diploma, operator, table

__all__ = ["_inspector", "colleague", "operator", "table"]


@pytest.fixture
def client(table: None, someone: Callable[..., Applicant]) -> Applicant:
    """Somebody who is registered and has uploaded a diploma himself."""
    made = someone(0).registered()
    documents.take_in(made.actor, Sent(KindKey.DIPLOMA, "свой.jpg", "", making.jpeg(777, 555)))
    jobs.work_off()
    return made


def find(operator: Actor, client: Applicant) -> UUID:
    found = service.find_client(operator, LoginKind.SNILS, client.who.snils)
    assert found is not None
    assert not found.walk_in
    return found.account_id


def served(operator: Actor, client: Applicant) -> UUID:
    account_id = find(operator, client)
    service.begin_visit(operator, account_id)
    return account_id


def own_document(client: Applicant) -> UUID:
    (card,) = documents.gallery(client.actor).cards
    return card.id


@pytest.mark.both_databases
def test_a_registered_client_s_original_is_scanned_and_his_history_says_at_whose_table(table, operator, client):
    account_id = served(operator, client)
    assert documents.brought(operator, account_id) == ()
    taken = documents.take_in(operator, diploma(account_id))
    jobs.work_off()
    (shown,) = desk.papers_of(operator, account_id)
    assert shown.card.id == taken.document_id
    assert taken.document_id in [card.id for card in documents.gallery(client.actor).cards]
    moves = documents.history(client.actor, taken.document_id)
    assert "оператор сервисного центра" in moves[0].by.ru
    assert deeds("documents.taken_in")[-1] == operator.account_id
    assert deeds("registration.visit_begun") == [operator.account_id]
    told = [line for line in notifications.bell(client.actor).lines if line.title.ru == "Вас принимает сервисный центр"]
    assert len(told) == 1


def test_beginning_twice_tells_once(table, operator, client):
    account_id = served(operator, client)
    service.begin_visit(operator, account_id)
    titles = [line.title.ru for line in notifications.bell(client.actor).lines]
    assert titles.count("Вас принимает сервисный центр") == 1


@pytest.mark.both_databases
def test_what_the_client_has_uploaded_himself_is_no_operator_s_business(table, operator, client):
    account_id, mine = served(operator, client), own_document(client)
    documents.take_in(client.actor, Sent(KindKey.TRAINING, "дома.jpg", "", making.jpeg(640, 481)))
    at_home = next(card.id for card in documents.gallery(client.actor).cards if card.id != mine)
    assert documents.brought(operator, account_id) == ()
    for document_id in (mine, at_home):
        for deed in (documents.move_to_bin, documents.view, documents.values, documents.original):
            with pytest.raises(NotFoundError):
                deed(operator, document_id)
        with pytest.raises(NotFoundError):
            documents.discard(operator, document_id)
    assert len(documents.gallery(client.actor).cards) == 2


def test_a_wrong_paper_goes_to_the_client_s_bin_and_he_can_bring_it_back(table, operator, client):
    account_id = served(operator, client)
    taken = documents.take_in(operator, diploma(account_id))
    documents.move_to_bin(operator, taken.document_id)
    assert documents.brought(operator, account_id) == ()
    documents.restore(client.actor, taken.document_id)
    assert taken.document_id in [card.id for card in documents.gallery(client.actor).cards]


def test_nobody_is_served_who_was_not_found_a_moment_ago(table, operator, client, hands: Hands):
    with pytest.raises(NotFoundError):
        service.begin_visit(operator, client.id)
    find(operator, client)
    hands.move(minutes=31)
    with pytest.raises(NotFoundError):
        service.begin_visit(operator, client.id)
    with pytest.raises(ForbiddenError):
        documents.take_in(operator, diploma(client.id))


def test_a_visit_ends_with_the_next_client_or_after_an_hour(table, operator, client, hands: Hands):
    account_id = served(operator, client)
    taken = documents.take_in(operator, diploma(account_id))
    service.end_visit(operator, account_id)
    service.end_visit(operator, account_id)
    for _ in range(2):
        with pytest.raises(ForbiddenError):
            documents.take_in(operator, diploma(account_id, 1))
        with pytest.raises(NotFoundError):
            documents.move_to_bin(operator, taken.document_id)
        assert desk.papers_of(operator, account_id) == ()
        hands.move(minutes=1)
        served(operator, client)
        # An earlier visit's papers are not this one's.
        assert documents.brought(operator, account_id) == ()
        hands.move(minutes=61)
    assert deeds("registration.visit_ended") == [operator.account_id]


def test_a_client_stands_at_one_table_at_a_time(table, operator, colleague, client):
    account_id = served(operator, client)
    served(colleague, client)
    with pytest.raises(ForbiddenError):
        documents.take_in(operator, diploma(account_id))
    assert documents.take_in(colleague, diploma(account_id)).finished


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.OPERATOR, Role.ADMINISTRATOR}))
def test_nobody_poses_as_the_operator(table, operator, client, role):
    account_id = served(operator, client)
    for posing in (Actor(role, operator.account_id), Actor(role, uuid4()), Actor(role, account_id)):
        for deed in (
            lambda who: service.begin_visit(who, account_id),
            lambda who: service.end_visit(who, account_id),
            lambda who: service.is_visiting(who, account_id),
            lambda who: documents.take_in(who, diploma(account_id)),
            lambda who: documents.brought(who, account_id),
        ):
            with pytest.raises(ForbiddenError):
                deed(posing)


def test_nobody_receives_himself(table, operator, client):
    oneself = Actor(Role.OPERATOR, client.id)
    with pytest.raises(ForbiddenError):
        service.begin_visit(oneself, client.id)
    with pytest.raises(ForbiddenError):
        documents.take_in(oneself, diploma(client.id))


def test_staff_and_unfinished_people_are_not_visited(table, operator, client, colleague):
    assert colleague.account_id is not None
    for stranger in (colleague.account_id, uuid4()):
        with pytest.raises(RefusedError):
            service.begin_visit(operator, stranger)


def test_the_same_limits_hold_as_for_walk_ins(table, operator, client):
    account_id = served(operator, client)
    with pytest.raises(ForbiddenError):
        documents.take_in(operator, Sent(KindKey.OTHER, "a.jpg", "", making.jpeg(640, 480), client=account_id))
    documents.take_in(operator, diploma(account_id))
    with pytest.raises((ConflictError, InvalidError)):
        documents.take_in(operator, diploma(account_id))


@pytest.mark.both_databases
def test_an_erased_client_leaves_no_visit(table, operator, client):
    account_id = served(operator, client)
    with db.unit_of_work() as uow:
        accounts.erase(uow, SYSTEM, account_id)
    with db.reading() as uow:
        assert uow.session.exec(select(Visit)).all() == []
