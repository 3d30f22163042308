"""Scans at the table: an operator hands in a client's originals while he serves him, and nobody else does."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from sqlmodel import select

import medportal.features.documents.jobs  # noqa: F401
from medportal.features.accounts import service as accounts
from medportal.features.documents import ports
from medportal.features.documents import service as documents
from medportal.features.documents.adapters.intake.absent import AbsentScanner
from medportal.features.documents.adapters.intake.pool import SandboxInspector
from medportal.features.documents.schemas.handing import Sent
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.registration import service
from medportal.features.registration.schemas import Paper, ReadState, Section
from medportal.infra import audit, db, jobs, shelf
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ConflictError, ForbiddenError, NotFoundError
from medportal.settings import settings
from tests.features.documents.intake import making
from tests.features.documents.reading.fixtures import FOLDER, named, reader
from tests.features.registration.test_walk_ins import VISITOR, _letter, client, finished, given, operator

__all__ = ["client", "finished", "operator"]
PASSPORT = "pdf_main_reg.pdf"


@pytest.fixture(scope="module")
def _inspector() -> Iterator[SandboxInspector]:
    made = SandboxInspector(seats=1)
    yield made
    made.close()


@pytest.fixture
def table(portal: str, _inspector: SandboxInspector) -> Iterator[None]:
    ports.inspector.plug(_inspector)
    ports.scanner.plug(AbsentScanner())
    ports.reader.plug(reader())
    shelf.use(shelf.store_of(settings()))
    accounts.erasers.insert(0, documents.erase)
    documents.servers[:] = [service.served_since]
    yield
    documents.servers.clear()
    shelf.use(None)


@pytest.fixture
def colleague(operator: Actor) -> Actor:
    with db.unit_of_work() as uow:
        return Actor(Role.OPERATOR, accounts.open_client_draft(uow, VISITOR), None, "192.0.2.51")


def passport(client, **more) -> Sent:
    return Sent(KindKey.PASSPORT, PASSPORT, "", (FOLDER / PASSPORT).read_bytes(), client=client, **more)


def diploma(client, shade: int = 0, **more) -> Sent:
    return Sent(KindKey.DIPLOMA, "диплом.jpg", "", making.jpeg(300 + shade, 400), client=client, **more)


def deeds(deed: str) -> list[object]:
    """Who did this, by the audit."""
    with db.reading() as uow:
        return list(uow.session.exec(select(audit.AuditEntry.actor_id).where(audit.AuditEntry.deed == deed)))


@pytest.mark.both_databases
def test_the_passport_on_the_table_fills_the_operator_s_form(table, operator):
    client = service.receive(operator, "Центр на Садовой", "walk_in_tests.finished")
    assert service.client_suggestions(operator, client, Section.PERSON).state is ReadState.NONE
    taken = documents.take_in(operator, passport(client))
    assert service.client_of(operator, client).scanned
    jobs.work_off()
    found = service.client_suggestions(operator, client, Section.PASSPORT)
    assert found.document_id == taken.document_id
    said = named(PASSPORT).fields
    assert {one.name: one.value for one in found.offers}["passport_number"] == said["number"]
    (card,) = documents.brought(operator, client)
    assert (str(card.card.kind), str(card.card.waits)) == ("passport", "registration")


def test_several_pages_are_joined_and_a_wrong_paper_goes_to_the_client_s_bin(table, operator, client):
    first = documents.take_in(operator, diploma(client, upload="u", whole=False))
    documents.take_in(operator, diploma(client, 1, upload="u", ordinal=1, whole=False))
    assert documents.finish(operator, first.document_id, 2).pages == 2
    documents.move_to_bin(operator, first.document_id)
    assert documents.brought(operator, client) == ()
    left = documents.take_in(operator, diploma(client, 2, upload="v", whole=False))
    documents.discard(operator, left.document_id)
    with pytest.raises(NotFoundError):
        documents.finish(operator, left.document_id, 1)


def test_the_client_sees_who_brought_the_file_and_so_does_the_audit(table, operator, client):
    taken = documents.take_in(operator, diploma(client))
    jobs.work_off()
    service.invite(operator, client, (Paper.PASSPORT,))
    ticket = service.agree(VISITOR, _letter(), agreed=True)
    owner = accounts.resolve(accounts.redeem(ticket.code, "Firefox", "192.0.2.9").token, "192.0.2.9")
    moves = documents.history(owner, taken.document_id)
    assert "оператор сервисного центра" in moves[0].by.ru
    assert deeds("documents.taken_in") == [operator.account_id]
    # Once the client has agreed, the operator neither adds nor takes anything away.
    for deed in (
        lambda: documents.take_in(operator, diploma(client, 5)),
        lambda: documents.brought(operator, client),
    ):
        with pytest.raises(ForbiddenError):
            deed()
    for missing in (
        lambda: documents.move_to_bin(operator, taken.document_id),
        lambda: service.client_suggestions(operator, client, Section.PERSON),
    ):
        with pytest.raises(NotFoundError):
            missing()


def test_an_operator_who_does_not_serve_the_client_reaches_nothing_until_he_takes_him_over(
    table, operator, colleague, client
):
    taken = documents.take_in(operator, diploma(client))
    for deed in (
        lambda: documents.take_in(colleague, diploma(client, 1)),
        lambda: documents.brought(colleague, client),
    ):
        with pytest.raises(ForbiddenError):
            deed()
    with pytest.raises(NotFoundError):
        documents.move_to_bin(colleague, taken.document_id)
    for written in (
        lambda: service.key_in(colleague, client, Section.PERSON, given(Section.PERSON)),
        lambda: service.client_answers(colleague, client, Section.PERSON),
        lambda: service.client_suggestions(colleague, client, Section.PERSON),
        lambda: service.invite(colleague, client, (Paper.PASSPORT,)),
    ):
        with pytest.raises(ConflictError):
            written()
    service.take_over(colleague, client)
    assert documents.take_in(colleague, diploma(client, 1)).finished
    with pytest.raises(ForbiddenError):
        documents.take_in(operator, diploma(client, 2))
    assert deeds("registration.client_taken_over") == [colleague.account_id]


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.OPERATOR, Role.ADMINISTRATOR}))
def test_nobody_poses_as_the_operator(table, operator, client, role):
    for posing in (Actor(role, operator.account_id), Actor(role, uuid4()), Actor(role, client)):
        for deed in (
            lambda who: documents.take_in(who, diploma(client)),
            lambda who: documents.brought(who, client),
            lambda who: service.take_over(who, client),
            lambda who: service.client_suggestions(who, client, Section.PERSON),
        ):
            with pytest.raises(ForbiddenError):
                deed(posing)


def test_an_operator_is_not_his_own_client_and_no_doctor_s_either(table, operator, client, anna):
    oneself = Actor(Role.OPERATOR, client)
    with pytest.raises(ForbiddenError):
        documents.take_in(oneself, diploma(client))
    with pytest.raises(ForbiddenError):
        service.take_over(oneself, client)
    anna.begin()
    mine = documents.take_in(anna.actor, Sent(KindKey.PASSPORT, "a.jpg", "", making.jpeg(640, 480)))
    for stranger in (anna.id, uuid4()):
        with pytest.raises(ForbiddenError) as refusal:
            documents.take_in(operator, diploma(stranger))
        assert "сервисном центре" in refusal.value.text.ru
        with pytest.raises(NotFoundError):
            service.take_over(operator, stranger)
    with pytest.raises(NotFoundError):
        documents.move_to_bin(operator, mine.document_id)
    with pytest.raises(NotFoundError):
        documents.view(operator, mine.document_id)


def test_a_centre_scans_what_a_centre_receives_and_shows_no_page_of_it(table, operator, client):
    with pytest.raises(ForbiddenError):
        documents.take_in(operator, Sent(KindKey.OTHER, "a.jpg", "", making.jpeg(640, 480), client=client))
    taken = documents.take_in(operator, diploma(client))
    for look in (documents.view, documents.values, documents.original):
        with pytest.raises(NotFoundError):
            look(operator, taken.document_id)


def test_scans_of_a_client_who_never_agrees_are_forgotten_with_him(table, operator, client, hands):
    documents.take_in(operator, diploma(client))
    hands.move(days=31)
    accounts.forget_drafts()
    jobs.work_off()
    assert documents.verify_store(operator).checked == 0
    assert documents.verify_store(operator).ok
