"""The gallery: cards of a person's own documents, filtered, searched and counted."""

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from medportal.features.documents.models import Document
from medportal.features.documents.rules import showing
from medportal.features.documents.schemas.documents import (
    DocumentCard,
    DocumentFilter,
    DocumentState,
    Gallery,
)
from medportal.features.documents.schemas.kinds import KINDS, KindKey
from medportal.features.documents.schemas.leaving import GoneView
from medportal.features.documents.service import cards
from medportal.features.documents.store import documents as store
from medportal.features.documents.store import files
from medportal.features.documents.texts.keeping import WHY_GONE
from medportal.infra.db import UnitOfWork, reading
from medportal.kernel import clock
from medportal.kernel.actor import Actor

MOST = 60


def gallery(actor: Actor, wanted: DocumentFilter | None = None) -> Gallery:
    """The actor's own documents. Replaced ones show when asked for by their state.

    Raises:
        ForbiddenError: nobody is behind the actor.
    """
    account_id, chosen = actor.must_be_known(), wanted or DocumentFilter()
    today = clock.today()
    with reading() as uow:
        rows = store.of_account(uow, account_id)
        words = chosen.words.casefold().split()[:10]
        text = _texts(uow, account_id, rows) if words else {}
    every = [cards.card(row, today) for row in rows]
    alive = [one for one in every if not one.binned]
    shown = [one for one in every if _fits(one, chosen) and all(word in text[one.id] for word in words)]
    shown = showing.ordered(shown, chosen.order)
    current = [one for one in alive if one.state is not DocumentState.SUPERSEDED]
    start = max(chosen.offset, 0)
    return Gallery(
        cards=tuple(shown[start : start + min(max(chosen.limit, 1), MOST)]),
        total=len(shown),
        by_kind=dict(Counter(one.kind for one in current)),
        by_state=dict(Counter(one.state for one in alive)),
        expiring=sum(one.expiring for one in alive),
        binned=len(every) - len(alive),
    )


def gone(actor: Actor) -> tuple[GoneView, ...]:
    """The records of the actor's documents that are gone, newest first.

    Raises:
        ForbiddenError: nobody is behind the actor.
    """
    with reading() as uow:
        rows = store.traces(uow, actor.must_be_known())
    return tuple(
        GoneView(
            row.document_id,
            KindKey(row.kind),
            KINDS[KindKey(row.kind)].title,
            DocumentState(row.state),
            row.pages,
            row.handed_in_at,
            row.gone_at,
            WHY_GONE[row.why],
        )
        for row in rows
    )


def _fits(card: DocumentCard, wanted: DocumentFilter) -> bool:
    if card.binned != wanted.binned:
        return False
    if wanted.kind is not None and card.kind is not wanted.kind:
        return False
    if wanted.expiring and not card.expiring:
        return False
    if wanted.state is not None:
        return card.state is wanted.state
    return wanted.binned or card.state is not DocumentState.SUPERSEDED


def _texts(uow: UnitOfWork, account_id: UUID, rows: Sequence[Document]) -> dict[UUID, str]:
    """What of each document is searched: kind, word, file names, typed values, dates."""
    names = cards.names(files.names_of(uow, account_id))
    found: dict[UUID, str] = {}
    for row in rows:
        one = cards.card(row, clock.today())
        days = [f"{day:%d.%m.%Y}" for day in (one.issued_on, one.expires_on, one.created_at) if day]
        parts = [one.title.ru, one.title.en, one.word.ru, one.word.en, *days]
        found[row.id] = " ".join((*parts, *names.get(row.id, ()), *cards.values_of(row).values())).casefold()
    return found
