"""What other slices ask of documents, each within its own unit."""

from datetime import date
from uuid import UUID

from medportal.features.documents.models import Document
from medportal.features.documents.rules import showing
from medportal.features.documents.schemas.documents import (
    DocumentFact,
    DocumentState,
    KeptReading,
)
from medportal.features.documents.schemas.kinds import KINDS, Checker, KindKey, Opens
from medportal.features.documents.service import cards
from medportal.features.documents.store import documents as store
from medportal.features.documents.store import files
from medportal.infra.db import UnitOfWork
from medportal.kernel import clock


def documents_of(uow: UnitOfWork, account_id: UUID) -> tuple[DocumentFact, ...]:
    """The documents of an account that count, newest first: not replaced, not in the bin, every page there."""
    rows = [
        row
        for row in store.of_account(uow, account_id)
        if row.binned_at is None and row.state != DocumentState.SUPERSEDED
    ]
    certificates = files.certificates_of(uow, account_id) if rows else {}
    return tuple(_fact(row, certificates.get(row.id)) for row in rows)


def find_current(uow: UnitOfWork, account_id: UUID, kind: KindKey) -> DocumentFact | None:
    """The document of a kind that counts: the newest that holds, else the newest."""
    found = [one for one in documents_of(uow, account_id) if one.kind is kind]
    return next((one for one in found if one.holds), found[0] if found else None)


def find_newest(uow: UnitOfWork, account_id: UUID, kind: KindKey) -> DocumentFact | None:
    """The newest document of a kind that is not in the bin, whatever became of it."""
    return next((one for one in documents_of(uow, account_id) if one.kind is kind), None)


def find_document(uow: UnitOfWork, account_id: UUID, document_id: UUID) -> DocumentFact | None:
    """A document by its id, when it is of this account and not in the bin."""
    row = store.find(uow, document_id)
    alive = row is not None and row.account_id == account_id and row.binned_at is None
    if row is None or not alive or row.state == DocumentState.GATHERING:
        return None
    return _fact(row, files.certificates_of(uow, account_id).get(document_id))


def reading_of(uow: UnitOfWork, account_id: UUID, kind: KindKey) -> KeptReading | None:
    """What was read off the newest document of a kind that was read, whether or not it was accepted.

    Suggestions for a form: the person accepts or corrects them.
    """
    for row in store.of_account(uow, account_id):
        if row.kind == kind and row.binned_at is None and row.sealed_reading is not None:
            return cards.reading_of(row)
    return None


def values_of(uow: UnitOfWork, account_id: UUID, document_id: UUID) -> dict[str, str]:
    """What was typed off a document of the account, by the names of the kind's fields; nothing when there is none."""
    row = store.find(uow, document_id)
    return cards.values_of(row) if row is not None and row.account_id == account_id else {}


def opened_by(uow: UnitOfWork, account_id: UUID) -> frozenset[Opens]:
    """What the documents that hold today open."""
    return frozenset(opens for one in documents_of(uow, account_id) if one.holds for opens in KINDS[one.kind].opens)


def _fact(row: Document, certificate: tuple[date, date] | None) -> DocumentFact:
    state, kind = DocumentState(row.state), KINDS[KindKey(row.kind)]
    ended = state is DocumentState.EXPIRED and row.decided_at is not None
    return DocumentFact(
        document_id=row.id,
        kind=kind.key,
        state=state,
        issued_on=row.issued_on,
        expires_on=row.expires_on,
        created_at=row.created_at,
        holds=showing.holds(state, row.expires_on, clock.today(), binned=row.binned_at is not None),
        series_id=row.series_id,
        confirmed=kind.checker is not Checker.NOBODY and (state is DocumentState.VERIFIED or ended),
        speciality=cards.values_of(row).get("speciality", "") if kind.field("speciality") else "",
        certificate=certificate,
    )
