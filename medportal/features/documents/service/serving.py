"""Clients at a table: who hands in scans for somebody else, and only as long as he serves that very person.

Whether he does, the slice knows that receives clients; it stands above and gives its word by the wiring.
"""

from collections.abc import Callable
from datetime import datetime
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

ServedSince = Callable[[UnitOfWork, Actor, UUID], datetime | None]

servers: list[ServedSince] = []
"""Whose word it is since when an actor serves a client, if he does at this moment; the wiring fills it. Without a word nobody does."""


def served_since(uow: UnitOfWork, actor: Actor, client: UUID) -> datetime | None:
    """Since when the actor serves this client, if he does right now."""
    return next((since for one in servers if (since := one(uow, actor, client)) is not None), None)


def must_serve(uow: UnitOfWork, actor: Actor, client: UUID, kind: KindKey | None = None) -> None:
    """Go on only for one who serves this client, with a kind of document that a centre receives.

    Raises:
        ForbiddenError: he does not; whether there is such a client is not said.
    """
    if served_since(uow, actor, client) is None:
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
    if row is None or (row.account_id != me and not _lay_there(uow, row, served_since(uow, actor, row.account_id))):
        raise refusing.not_found()
    return row


def brought(actor: Actor, client: UUID) -> tuple[Brought, ...]:
    """What was handed in for a client while he is served, newest first, with what is wrong with it; no value is in it.

    What the client has in his account beside that is not told.

    Raises:
        ForbiddenError: the actor does not serve this client now.
    """
    with reading() as uow:
        must_serve(uow, actor, client)
        return tuple(
            Brought(cards.card(row, clock.today(), pictured=False), views.reasons_of(uow, row))
            for row in store.of_account(uow, client)
            if row.binned_at is None
            and row.state != DocumentState.SUPERSEDED
            and _lay_there(uow, row, served_since(uow, actor, client))
        )


def _lay_there(uow: UnitOfWork, row: Document, since: datetime | None) -> bool:
    """Whether a document was laid down at a table since then: what its owner has sent himself is no operator's business."""
    if since is None or row.created_at < since:
        return False
    if row.state == DocumentState.GATHERING:
        return True
    moves = store.moves(uow, row.id)
    return bool(moves) and moves[0].by_id not in (None, row.account_id)
