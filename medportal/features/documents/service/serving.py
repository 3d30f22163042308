"""Clients at a table: who hands in scans for somebody else, and only as long as he serves that very person.

Whether he does, the slice knows that receives clients; it stands above and gives its word by the wiring.
"""

from collections.abc import Callable
from uuid import UUID

from medportal.features.documents.models import Document
from medportal.features.documents.schemas.documents import Brought, DocumentState
from medportal.features.documents.schemas.kinds import CENTRE_KINDS, KindKey
from medportal.features.documents.service import cards, refusing, views
from medportal.features.documents.store import documents as store
from medportal.features.documents.texts import refusals
from medportal.infra.db import UnitOfWork, reading
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import ForbiddenError

Serves = Callable[[UnitOfWork, Actor, UUID], bool]

servers: list[Serves] = []
"""Whose word it is that an actor serves a client at this moment; the wiring fills it. Without a word nobody does."""


def serves(uow: UnitOfWork, actor: Actor, client: UUID) -> bool:
    """Whether the actor serves this client right now."""
    return any(one(uow, actor, client) for one in servers)


def must_serve(uow: UnitOfWork, actor: Actor, client: UUID, kind: KindKey | None = None) -> None:
    """Go on only for one who serves this client, with a kind of document that a centre receives.

    Raises:
        ForbiddenError: he does not; whether there is such a client is not said.
    """
    if not serves(uow, actor, client):
        raise ForbiddenError(refusals.NOT_SERVED)
    if kind is not None and kind not in CENTRE_KINDS:
        raise ForbiddenError(refusals.CENTRE_KINDS)


def handled(uow: UnitOfWork, actor: Actor, document_id: UUID) -> Document:
    """A document held for one who may change it: its owner, or who serves him at the table.

    Raises:
        ForbiddenError: nobody is behind the actor.
        NotFoundError: there is no such document for this actor.
    """
    me = actor.must_be_known()
    row = store.find(uow, document_id, lock=True)
    if row is None or (row.account_id != me and not serves(uow, actor, row.account_id)):
        raise refusing.not_found()
    return row


def brought(actor: Actor, client: UUID) -> tuple[Brought, ...]:
    """What was handed in for a client so far, newest first, with what is wrong with it; no value is in it.

    Raises:
        ForbiddenError: the actor does not serve this client now.
    """
    with reading() as uow:
        must_serve(uow, actor, client)
        return tuple(
            Brought(cards.card(row, clock.today(), pictured=False), views.reasons_of(uow, row))
            for row in store.of_account(uow, client)
            if row.binned_at is None and row.state != DocumentState.SUPERSEDED
        )
