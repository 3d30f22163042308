"""Work on a document behind the screens: scanned for malware, read where there is something to read, then settled.

A worker leases the row. What it found is written only while the lease is its own: a worker that was killed is
followed by another one, and one that was only slow finds its lease gone and writes nothing.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from medportal.features.documents.models import Document
from medportal.features.documents.ports import ReaderDownError
from medportal.features.documents.schemas.documents import DocumentState, Waits
from medportal.features.documents.schemas.intake import Scan
from medportal.features.documents.schemas.kinds import KINDS, KindKey
from medportal.features.documents.schemas.reading import Reading
from medportal.features.documents.service import cards, inspecting, settling
from medportal.features.documents.service import reading as reader
from medportal.features.documents.service.gathering import PROCESS
from medportal.features.documents.store import documents as store
from medportal.features.documents.store import files
from medportal.features.documents.store.files import Item
from medportal.infra import jobs, log, nudges, shelf, vault
from medportal.infra.db import UnitOfWork, new_id, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor

LEASE = timedelta(minutes=5)
TRY_AGAIN = timedelta(minutes=1)
READS = 5  # a scan that ends its reader this often goes to a person unread

_log = log.get(__name__)


@dataclass(frozen=True, slots=True)
class _Task:
    """What is to be done, as it stood when the lease was taken."""

    document_id: UUID
    token: UUID
    attempts: int
    scan: Scan
    originals: list[Item]
    pages: list[Item]
    read: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found out."""

    scan: Scan
    reading: Reading | None = None
    lost: bool = False


def process(actor: Actor, document_id: UUID) -> None:
    """Scan, read and settle one document; one that somebody else has in hand is left to him."""
    task = _take(document_id)
    if task is None:
        return
    try:
        found = _look(task)
    except shelf.ShelfTroubleError as trouble:
        _log.warning("the store of files does not give a file", reason=str(trouble))
        _put_back(task, None)
        return
    except ReaderDownError:
        # This counts as a try: what ends whoever reads it goes to a person in the end.
        _log.warning("nobody could read a document", attempts=task.attempts)
        _put_back(task, Waits.READER, tries=task.attempts)
        return
    if found.scan is Scan.UNAVAILABLE and not found.lost:
        _put_back(task, Waits.SCANNER)
        return
    with unit_of_work() as uow:
        row = _mine(uow, task)
        if row is None:
            return
        _keep(row, found)
        if found.lost:
            settling.lose(uow, actor, row)
        else:
            settling.settle_row(uow, actor, row)


def wake_due(_actor: Actor) -> int:
    """Wake the documents whose turn has come, those of a worker that was killed among them; how many."""
    with unit_of_work() as uow:
        due = store.due(uow, clock.now())
        for document_id in due:
            jobs.wake(uow, PROCESS, document_id)
    return len(due)


def _take(document_id: UUID) -> _Task | None:
    token, now = new_id(), clock.now()
    with unit_of_work() as uow:
        if not store.lease(uow, document_id, token, now, now + LEASE):
            return None
        row = store.find(uow, document_id, lock=True)
        if row is None:
            return None
        row.attempts += 1
        spec = KINDS[KindKey(row.kind)]
        return _Task(
            document_id,
            token,
            row.attempts,
            Scan(row.scan),
            [(files.ORIGINAL, one.id) for one in files.originals(uow, document_id)],
            [(files.IMAGE, one.id) for one in files.pages(uow, document_id)],
            read=spec.readable and row.sealed_reading is None,
        )


def _look(task: _Task) -> _Found:
    try:
        scan = task.scan if task.scan is Scan.CLEAN else _scan(task.originals)
        if scan in {Scan.UNAVAILABLE, Scan.INFECTED} or not task.read or task.attempts > READS:
            return _Found(scan)
        pages = [shelf.read(*item) for item in task.pages]
    except (shelf.ShelfMissingError, shelf.SealBrokenError) as gone:
        log.incident(gone, where="documents.process")
        return _Found(Scan(task.scan), lost=True)
    return _Found(scan, reader.read_pages(pages, whole=True))


def _scan(items: list[Item]) -> Scan:
    """What the scanner says of all files of a document; the worst word counts."""
    said = {inspecting.scan(shelf.open(*item)) for item in items}
    return next(one for one in (Scan.INFECTED, Scan.UNAVAILABLE, Scan.NOT_SCANNED, Scan.CLEAN) if one in said)


def _mine(uow: UnitOfWork, task: _Task) -> Document | None:
    row = store.find(uow, task.document_id, lock=True)
    if row is None or row.lease != task.token:
        return None
    row.lease = row.leased_until = row.next_try_at = row.waits = None
    return row


def _keep(row: Document, found: _Found) -> None:
    now = clock.now()
    row.scan, row.scanned_at = found.scan, now
    if found.reading is not None:
        row.read_at = now
        row.sealed_reading = vault.seal(cards.READING_PLACE, row.id, cards.written(found.reading))


def _put_back(task: _Task, waits: Waits | None, *, tries: int | None = None) -> None:
    """The document waits its turn again: nothing was found out; `tries` are those that may be the document's fault."""
    with unit_of_work() as uow:
        row = _mine(uow, task)
        if row is None:
            return
        row.state, row.waits, row.attempts = (
            DocumentState.UPLOADED,
            waits,
            task.attempts - 1 if tries is None else tries,
        )
        row.next_try_at = clock.now() + TRY_AGAIN
        store.add(uow, row)
        nudges.nudge(uow, row.account_id)
