"""Letting go: what the table of keeping lets go, what an erased account leaves, and what the shelf should hold."""

from collections.abc import Iterator
from uuid import UUID

from medportal.features.documents.models import Document, DocumentTrace
from medportal.features.documents.rules import keeping
from medportal.features.documents.schemas.documents import DocumentState
from medportal.features.documents.service import gathering, shelving
from medportal.features.documents.store import documents as store
from medportal.features.documents.store import files
from medportal.infra import audit, shelf
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor


def let_go(actor: Actor) -> int:
    """Take out what the table of keeping no longer keeps, each in a unit of its own; how many documents.

    A record stays that there was one. Uploads that were never finished go without one.
    """
    now = clock.now()
    with reading() as uow:
        gone = store.gone(uow, now)
        unfinished = store.unfinished(uow, now - keeping.UNFINISHED)
    for document_id in gone:
        with unit_of_work() as uow:
            row = store.find(uow, document_id, lock=True)
            # Looked at again: it may have been brought back in the meantime.
            if row is not None and row.gone_at is not None and row.gone_at <= now:
                _go(uow, actor, row)
    for document_id in unfinished:
        with unit_of_work() as uow:
            row = store.find(uow, document_id, lock=True)
            if row is not None and row.state == DocumentState.GATHERING:
                gathering.throw_away(uow, row)
    return len(gone)


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Take out every document of an account that is erased; its files leave the shelf after the commit."""
    for document_id in store.ids_of(uow, account_id):
        _clear(uow, document_id)
        store.remove(uow, document_id)
    store.forget_traces(uow, account_id)


def verify_store(actor: Actor) -> shelf.ShelfReport:
    """Open every file that rows know of, and look for files that no row knows; that it was done, and found, is on record.

    Raises:
        ShelfTroubleError: the store cannot be asked now.
    """
    with reading() as uow:
        expected = list(_expected(uow))
        waiting = {shelf.name_of(*item) for item in files.waiting_to_clear(uow)}
    report = shelf.verify(expected)
    orphaned = tuple(name for name in report.orphaned if name not in waiting)
    found = shelf.ShelfReport(report.checked, report.missing, report.altered, orphaned)
    with unit_of_work() as uow:
        audit.record(
            uow,
            actor,
            "documents.store_verified",
            checked=found.checked,
            missing=len(found.missing),
            altered=len(found.altered),
            orphaned=len(found.orphaned),
        )
    return found


def _go(uow: UnitOfWork, actor: Actor, row: Document) -> None:
    originals = files.originals(uow, row.id)
    store.add(
        uow,
        DocumentTrace(
            document_id=row.id,
            account_id=row.account_id,
            kind=row.kind,
            state=row.state,
            pages=row.pages,
            files=len(originals),
            bytes=sum(one.size for one in originals),
            handed_in_at=row.created_at,
            gone_at=clock.now(),
            why="bin" if row.binned_at is not None else "term",
        ),
    )
    _clear(uow, row.id)
    audit.record(uow, actor, "documents.let_go", row.id, state=DocumentState(row.state))
    store.remove(uow, row.id)


def _clear(uow: UnitOfWork, document_id: UUID) -> None:
    originals = [*files.originals(uow, document_id)]
    signature = files.signature(uow, document_id)
    every = [*originals, *([signature] if signature else [])]
    shelving.clear_soon(uow, files.items_of(every, files.pages(uow, document_id)))


def _expected(uow: UnitOfWork) -> Iterator[shelf.Expected]:
    for file in files.all_files(uow):
        yield shelf.Expected(files.ORIGINAL, file.id, shelf.ShelfReceipt(file.sha256, file.size))
    for page in files.all_pages(uow):
        yield shelf.Expected(files.IMAGE, page.id, shelf.ShelfReceipt(page.image_sha256, page.image_size))
        yield shelf.Expected(files.THUMBNAIL, page.id, shelf.ShelfReceipt(page.thumbnail_sha256, page.thumbnail_size))
