"""The service centre: who stands at the table, the proof of identity, and the paper he takes home."""

import io
from uuid import UUID

import segno

from medportal.features.accounts import service as accounts
from medportal.features.desk.schemas import ClientCard
from medportal.features.desk.service.papers import full_name
from medportal.features.desk.texts import centre as texts
from medportal.features.documents import service as documents
from medportal.features.documents.schemas.documents import Brought
from medportal.features.levels import service as levels
from medportal.features.levels.schemas import How
from medportal.features.profile import service as profile
from medportal.features.registration import service as registration
from medportal.features.registration.service.visits import OPERATORS
from medportal.infra import audit, typeset
from medportal.infra.db import reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ForbiddenError
from medportal.kernel.text import Locale
from medportal.settings import settings

PROVE = "desk.prove"
_PAPER = """
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set page(paper: "a4", margin: 22mm)
#set text(font: "Golos Text", size: 12pt, lang: data.lang)
#set par(leading: 0.75em)
= #data.title
#v(4mm)
#data.lead
#v(3mm)
#enum(..data.steps.map(one => [#one]), spacing: 1.1em)
#v(4mm)
#grid(columns: (36mm, 1fr), gutter: 6mm,
  image("qr.svg", width: 36mm, alt: data.qr_words),
  align(horizon)[#data.address_words #linebreak() #strong(data.address)])
#v(6mm)
#data.warning
#if data.centres.len() > 0 [
  #v(5mm)
  == #data.centres_title
  #v(2mm)
  #for one in data.centres [#strong(one.name) #linebreak() #one.rest #v(2mm)]
]
"""


def client_card(actor: Actor, account_id: UUID) -> ClientCard:
    """Who has this account, to be compared with the passport on the table; that it was shown is on record.

    Raises:
        ForbiddenError: not an operator, or the account is the actor's own.
        NotFoundError: the actor has not found this client of late.
    """
    with unit_of_work() as uow:
        registration.must_have_found(uow, actor, account_id)
        groups = profile.answers_of(uow, account_id)
        proof = levels.proof_of(uow, account_id)
        audit.record(uow, actor, "desk.client_shown", account_id)
    person, paper = groups["person"], groups["passport"]
    number = f"{paper['passport_series']} {paper['passport_number']}"
    return ClientCard(full_name(person), person["birth_date"], number, paper["passport_issued_on"], proof is not None)


def papers_of(actor: Actor, client: UUID) -> tuple[Brought, ...]:
    """What was scanned for the client at the actor's table; nothing any more once the client goes on alone.

    Raises:
        ForbiddenError: not an operator, or a colleague serves the client.
        NotFoundError: nobody of this account was received.
    """
    if registration.is_visiting(actor, client):
        return documents.brought(actor, client)
    if registration.had_visit(actor, client) or registration.client_of(actor, client).agreed:
        # A page that is left or opened again asks before it knows: there is nothing to show, and nothing wrong.
        return ()
    return documents.brought(actor, client)


def is_proven(actor: Actor, account_id: UUID) -> bool:
    """Whether the identity of an account's person is proven already, so that no operator proves it twice.

    Raises:
        ForbiddenError: not an operator, or the account is the actor's own.
        NotFoundError: the actor has not found this client of late.
    """
    with reading() as uow:
        registration.must_have_found(uow, actor, account_id)
        return levels.proof_of(uow, account_id) is not None


def prove_in_person(actor: Actor, account_id: UUID) -> None:
    """The operator has seen the person with the passport: recorded with the operator's name.

    Raises:
        ForbiddenError: not an operator, or the account is the actor's own.
        NotFoundError: the actor has not found this client of late.
    """
    with unit_of_work() as uow:
        registration.must_have_found(uow, actor, account_id)
        levels.record_proof(uow, actor, account_id, How.IN_PERSON)


def record_proof(actor: Actor, account_id: UUID) -> None:
    """A client who was seen at the table has finished: the proof is recorded with the name of who saw him. Idempotent.

    Raises:
        ForbiddenError: only the portal itself acts in an operator's name.
    """
    if actor.role is not Role.SYSTEM:
        raise ForbiddenError(texts.OPERATORS_ONLY)
    with unit_of_work() as uow:
        view = registration.walk_in_of(uow, account_id)
        if view is None or not view.finished or view.proven or not profile.is_settled(uow, account_id):
            return
        saw = Actor(accounts.get_account(uow, view.operator_id).role, view.operator_id)
        levels.record_proof(uow, saw, account_id, How.IN_PERSON)
        registration.proof_recorded(uow, account_id)


def record_waiting_proofs(actor: Actor) -> None:
    """Record the proofs that a lost message left behind."""
    with reading() as uow:
        waiting = registration.unproven(uow)
    for account_id in waiting:
        record_proof(actor, account_id)


def instruction(actor: Actor, locale: Locale) -> bytes:
    """The paper that a client takes home, as a PDF: what comes by mail and what to do. Nothing personal is on it.

    Raises:
        ForbiddenError: not an operator.
    """
    _must_receive(actor)
    address = f"{settings().public_origin}/activate"
    drawn = io.BytesIO()
    segno.make_qr(address, error="m").save(drawn, kind="svg", scale=4, border=2, light="#fff")
    told = {
        "lang": locale,
        "title": texts.PAPER_TITLE.within(locale),
        "lead": texts.PAPER_LEAD.within(locale),
        "steps": [one.within(locale) for one in texts.PAPER_STEPS],
        "warning": texts.PAPER_WARNING.fill(date=f"{clock.today():%d.%m.%Y}").within(locale),
        "qr_words": texts.PAPER_QR.within(locale),
        "address_words": texts.PAPER_ADDRESS.within(locale),
        "address": address,
        "centres_title": texts.CONTACTS_TITLE.within(locale),
        "centres": [
            {"name": one.name, "rest": ", ".join(filter(None, (one.address, one.phone, one.hours)))}
            for one in settings().centres
        ],
    }
    return typeset.pdf(_PAPER, told, files={"qr.svg": drawn.getvalue()})


def _must_receive(actor: Actor) -> None:
    if actor.role not in OPERATORS:
        raise ForbiddenError(texts.OPERATORS_ONLY)
