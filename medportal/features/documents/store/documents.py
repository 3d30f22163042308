"""Queries of documents themselves."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import or_, update
from sqlmodel import col, delete, select

from medportal.features.documents.models import (
    Document,
    DocumentFile,
    DocumentLook,
    DocumentMove,
    DocumentPage,
    DocumentTrace,
)
from medportal.features.documents.schemas.documents import WORKING, DocumentState
from medportal.infra.db import UnitOfWork

_WORKING = tuple(state.value for state in WORKING)


def find(uow: UnitOfWork, document_id: UUID, *, lock: bool = False) -> Document | None:
    """A document by its id; `lock` holds it until the unit ends."""
    query = select(Document).where(Document.id == document_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return uow.session.exec(query).one_or_none()


def find_upload(uow: UnitOfWork, account_id: UUID, key: str, *, lock: bool = False) -> Document | None:
    """The document of an upload, by the sender's name for it; `lock` holds it until the unit ends."""
    query = select(Document).where(Document.account_id == account_id, Document.upload_key == key)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return uow.session.exec(query).one_or_none()


def of_account(uow: UnitOfWork, account_id: UUID) -> Sequence[Document]:
    """Every whole document of an account, newest first, the bin included."""
    query = select(Document).where(Document.account_id == account_id, Document.state != DocumentState.GATHERING.value)
    return uow.session.exec(query.order_by(col(Document.id).desc())).all()


def of_series(uow: UnitOfWork, series_id: UUID) -> Sequence[Document]:
    """Every version of a document, newest first."""
    query = select(Document).where(Document.series_id == series_id, Document.state != DocumentState.GATHERING.value)
    return uow.session.exec(query.order_by(col(Document.id).desc())).all()


def add(uow: UnitOfWork, row: object) -> None:
    """Put a row in."""
    uow.session.add(row)


def due(uow: UnitOfWork, now: datetime, limit: int = 500) -> list[UUID]:
    """Documents that a worker is to look at now and that nobody works on, the longest waiting first."""
    query = (
        select(Document.id)
        .where(
            col(Document.state).in_(_WORKING),
            col(Document.next_try_at).is_not(None),
            col(Document.next_try_at) <= now,
            or_(col(Document.leased_until).is_(None), col(Document.leased_until) <= now),
        )
        .order_by(col(Document.next_try_at))
        .limit(limit)
    )
    return list(uow.session.exec(query))


def lease(uow: UnitOfWork, document_id: UUID, token: UUID, now: datetime, until: datetime) -> bool:
    """Take a document to work on, in one stroke; False when somebody else has it or there is nothing to do."""
    taken = uow.session.exec(
        update(Document)
        .where(
            col(Document.id) == document_id,
            col(Document.state).in_(_WORKING),
            col(Document.next_try_at).is_not(None),
            or_(col(Document.leased_until).is_(None), col(Document.leased_until) <= now),
        )
        .values(lease=token, leased_until=until, state=DocumentState.CHECKING.value)
        .execution_options(synchronize_session=False)
    )
    return taken.rowcount == 1


def ending(uow: UnitOfWork, states: Iterable[DocumentState], last: date, limit: int = 500) -> Sequence[UUID]:
    """Documents in these states that end on a day or before it, and were not told of it."""
    query = select(Document.id).where(
        col(Document.state).in_([state.value for state in states]),
        col(Document.binned_at).is_(None),
        col(Document.expires_on).is_not(None),
        col(Document.expires_on) <= last,
        or_(col(Document.warned_of).is_(None), col(Document.warned_of) != col(Document.expires_on)),
    )
    return uow.session.exec(query.limit(limit)).all()


def ended(uow: UnitOfWork, states: Iterable[DocumentState], today: date, limit: int = 500) -> Sequence[UUID]:
    """Documents in these states whose last day has passed."""
    query = select(Document.id).where(
        col(Document.state).in_([state.value for state in states]),
        col(Document.expires_on).is_not(None),
        col(Document.expires_on) < today,
    )
    return uow.session.exec(query.limit(limit)).all()


def gone(uow: UnitOfWork, now: datetime, limit: int = 200) -> Sequence[UUID]:
    """Documents whose time on the shelf is over."""
    query = select(Document.id).where(col(Document.gone_at).is_not(None), col(Document.gone_at) <= now)
    return uow.session.exec(query.order_by(col(Document.gone_at)).limit(limit)).all()


def unfinished(uow: UnitOfWork, before: datetime, limit: int = 200) -> Sequence[UUID]:
    """Uploads begun before a moment and never finished."""
    query = select(Document.id).where(
        Document.state == DocumentState.GATHERING.value, col(Document.changed_at) < before
    )
    return uow.session.exec(query.limit(limit)).all()


def moves(uow: UnitOfWork, document_id: UUID) -> Sequence[DocumentMove]:
    """The moves of a document, oldest first."""
    query = select(DocumentMove).where(DocumentMove.document_id == document_id)
    return uow.session.exec(query.order_by(col(DocumentMove.id))).all()


def looks(uow: UnitOfWork, document_id: UUID, limit: int = 200) -> Sequence[DocumentLook]:
    """Who opened a document, newest first."""
    query = select(DocumentLook).where(DocumentLook.document_id == document_id)
    return uow.session.exec(query.order_by(col(DocumentLook.at).desc()).limit(limit)).all()


def last_look(uow: UnitOfWork, document_id: UUID, viewer_id: UUID | None, what: str) -> DocumentLook | None:
    """The last time that somebody opened a document so."""
    query = select(DocumentLook).where(
        DocumentLook.document_id == document_id, DocumentLook.viewer_id == viewer_id, DocumentLook.what == what
    )
    return uow.session.exec(query.order_by(col(DocumentLook.at).desc()).limit(1)).first()


def remove(uow: UnitOfWork, document_id: UUID) -> None:
    """Take a document out with everything that hangs on it; its trace stays."""
    for table in (DocumentPage, DocumentFile, DocumentMove, DocumentLook):
        uow.session.exec(delete(table).where(col(table.document_id) == document_id))
    uow.session.exec(delete(Document).where(col(Document.id) == document_id))


def forget_traces(uow: UnitOfWork, account_id: UUID) -> None:
    """Take out the records of documents that are gone."""
    uow.session.exec(delete(DocumentTrace).where(col(DocumentTrace.account_id) == account_id))


def ids_of(uow: UnitOfWork, account_id: UUID) -> Sequence[UUID]:
    """Every document of an account, unfinished uploads included."""
    return uow.session.exec(select(Document.id).where(Document.account_id == account_id)).all()


def traces(uow: UnitOfWork, account_id: UUID) -> Sequence[DocumentTrace]:
    """The records of an account's documents that are gone, newest first."""
    query = select(DocumentTrace).where(DocumentTrace.account_id == account_id)
    return uow.session.exec(query.order_by(col(DocumentTrace.gone_at).desc())).all()
