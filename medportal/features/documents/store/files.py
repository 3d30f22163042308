"""Queries of files and pages, and of what is to be taken off the shelf."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, delete, func, select

from medportal.features.documents.models import Document, DocumentFile, DocumentPage, ShelfChore
from medportal.features.documents.schemas.documents import DocumentState
from medportal.features.documents.schemas.intake import Slot
from medportal.infra.db import UnitOfWork

ORIGINAL, IMAGE, THUMBNAIL = "documents.original", "documents.page", "documents.thumbnail"

Item = tuple[str, UUID]


def originals(uow: UnitOfWork, document_id: UUID) -> Sequence[DocumentFile]:
    """The files a document was handed in as, in their order."""
    query = select(DocumentFile).where(
        DocumentFile.document_id == document_id, DocumentFile.slot == Slot.DOCUMENT.value
    )
    return uow.session.exec(query.order_by(col(DocumentFile.ordinal))).all()


def signature(uow: UnitOfWork, document_id: UUID) -> DocumentFile | None:
    """The detached signature laid to a document."""
    query = select(DocumentFile).where(
        DocumentFile.document_id == document_id, DocumentFile.slot == Slot.SIGNATURE.value
    )
    return uow.session.exec(query).one_or_none()


def certificates_of(uow: UnitOfWork, account_id: UUID) -> dict[UUID, tuple[date, date]]:
    """Between which days the owner's certificates are valid by which documents of an account were signed."""
    query = select(DocumentFile).where(
        DocumentFile.account_id == account_id, col(DocumentFile.certificate_until).is_not(None)
    )
    return {
        row.document_id: (row.certificate_from, row.certificate_until)
        for row in uow.session.exec(query)
        if row.certificate_from and row.certificate_until
    }


def names_of(uow: UnitOfWork, account_id: UUID) -> Iterator[tuple[UUID, UUID, str]]:
    """Document, file and sealed name of every file of an account."""
    query = select(DocumentFile.document_id, DocumentFile.id, DocumentFile.sealed_name)
    yield from uow.session.exec(query.where(DocumentFile.account_id == account_id)).all()


def find_part(uow: UnitOfWork, document_id: UUID, slot: Slot, ordinal: int) -> DocumentFile | None:
    """One file of a document by its place."""
    query = select(DocumentFile).where(
        DocumentFile.document_id == document_id, DocumentFile.slot == slot.value, DocumentFile.ordinal == ordinal
    )
    return uow.session.exec(query).one_or_none()


def holder_of(uow: UnitOfWork, account_id: UUID, fingerprint: str) -> Document | None:
    """The document of this account that holds a file of this content already."""
    query = (
        select(Document)
        .join(DocumentFile, col(DocumentFile.document_id) == col(Document.id))
        .where(DocumentFile.account_id == account_id, DocumentFile.content_fingerprint == fingerprint)
    )
    return uow.session.exec(query).first()


def pages(uow: UnitOfWork, document_id: UUID) -> Sequence[DocumentPage]:
    """The pages of a document in their order."""
    query = select(DocumentPage).where(DocumentPage.document_id == document_id)
    return uow.session.exec(query.order_by(col(DocumentPage.ordinal), col(DocumentPage.number))).all()


def pages_of_file(uow: UnitOfWork, file_id: UUID) -> Sequence[DocumentPage]:
    """The pages of one file."""
    return uow.session.exec(select(DocumentPage).where(DocumentPage.file_id == file_id)).all()


def count_pages(uow: UnitOfWork, document_id: UUID) -> int:
    """How many pages a document has so far."""
    return uow.session.exec(
        select(func.count()).select_from(DocumentPage).where(DocumentPage.document_id == document_id)
    ).one()


def items_of(files: Iterable[DocumentFile], pages: Iterable[DocumentPage]) -> list[Item]:
    """What lies on the shelf for files and pages."""
    items: list[Item] = [(ORIGINAL, one.id) for one in files]
    for page in pages:
        items += [(IMAGE, page.id), (THUMBNAIL, page.id)]
    return items


def all_files(uow: UnitOfWork) -> Iterator[DocumentFile]:
    """Every file there is."""
    yield from uow.session.exec(select(DocumentFile).execution_options(yield_per=500))


def all_pages(uow: UnitOfWork) -> Iterator[DocumentPage]:
    """Every page there is."""
    yield from uow.session.exec(select(DocumentPage).execution_options(yield_per=500))


def remove_file(uow: UnitOfWork, file: DocumentFile) -> None:
    """Take one file and its pages out."""
    uow.session.exec(delete(DocumentPage).where(col(DocumentPage.file_id) == file.id))
    uow.session.exec(delete(DocumentFile).where(col(DocumentFile.id) == file.id))


def clear_later(uow: UnitOfWork, items: Iterable[Item], due_at: datetime) -> None:
    """Write down what is to be taken off the shelf at a moment, unless it is claimed before."""
    for place, item_id in items:
        uow.session.merge(ShelfChore(item_id=item_id, place=place, due_at=due_at))


def claim(uow: UnitOfWork, items: Iterable[Item]) -> None:
    """Rows have come for these files: they stay."""
    ids = [item_id for _, item_id in items]
    uow.session.exec(delete(ShelfChore).where(col(ShelfChore.item_id).in_(ids)))


def to_clear(uow: UnitOfWork, now: datetime, limit: int = 500) -> list[Item]:
    """What is to be taken off the shelf by now."""
    query = select(ShelfChore).where(col(ShelfChore.due_at) <= now).order_by(col(ShelfChore.due_at)).limit(limit)
    return [(row.place, row.item_id) for row in uow.session.exec(query)]


def waiting_to_clear(uow: UnitOfWork) -> list[Item]:
    """Everything that is to be taken off the shelf sooner or later."""
    return [(row.place, row.item_id) for row in uow.session.exec(select(ShelfChore))]


def cleared(uow: UnitOfWork, item: Item) -> None:
    """It is off the shelf."""
    place, item_id = item
    uow.session.exec(delete(ShelfChore).where(col(ShelfChore.item_id) == item_id, col(ShelfChore.place) == place))


def first_pages(uow: UnitOfWork, account_id: UUID) -> set[UUID]:
    """The documents of an account that have pages to show."""
    query = (
        select(DocumentPage.document_id)
        .join(Document, col(Document.id) == col(DocumentPage.document_id))
        .where(Document.account_id == account_id, Document.state != DocumentState.GATHERING.value)
        .distinct()
    )
    return set(uow.session.exec(query).all())
