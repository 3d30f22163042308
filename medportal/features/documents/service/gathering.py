"""A document whose parts are still coming: begun by its first part, completed or thrown away by its owner."""

from uuid import UUID

from medportal.features.documents.models import Document
from medportal.features.documents.schemas.documents import DocumentState
from medportal.features.documents.schemas.handing import Sent, Taken
from medportal.features.documents.schemas.intake import Scan, Slot
from medportal.features.documents.schemas.kinds import KINDS, KindKey
from medportal.features.documents.service import moving, refusing, serving, shelving
from medportal.features.documents.store import documents as store
from medportal.features.documents.store import files
from medportal.features.documents.texts import refusals
from medportal.infra import audit, jobs
from medportal.infra.db import UnitOfWork, new_id, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import ConflictError

PROCESS = "documents.process"


def found_again(uow: UnitOfWork, account_id: UUID, key: str, ordinal: int, fingerprint: str) -> Taken | None:
    """The very part that was taken in before, if it was.

    Raises:
        ConflictError: another file was taken in at this place.
    """
    row = store.find_upload(uow, account_id, key)
    part = files.find_part(uow, row.id, Slot.DOCUMENT, ordinal) if row is not None else None
    if row is None or part is None:
        return None
    if part.content_fingerprint != fingerprint:
        raise ConflictError(refusals.PART_TAKEN)
    return Taken(row.id, ordinal, row.pages, finished=row.state != DocumentState.GATHERING, again=True)


def must_be_replaceable(uow: UnitOfWork, account_id: UUID, sent: Sent) -> Document | None:
    """The document that this one will replace: the one that is named, or the one of a kind of which there is but one.

    Raises:
        NotFoundError: it is not there, or not the actor's.
        ConflictError: it is of another kind, replaced already, or in the bin.
    """
    if sent.replaces is None:
        return _only_one(uow, account_id, sent.kind) if KINDS[sent.kind].single else None
    row = store.find(uow, sent.replaces)
    if row is None or row.account_id != account_id or row.state == DocumentState.GATHERING:
        raise refusing.not_found()
    if row.kind != sent.kind or row.state == DocumentState.SUPERSEDED or row.binned_at is not None:
        raise ConflictError(refusals.NOT_REPLACEABLE)
    return row


def series_of(uow: UnitOfWork, account_id: UUID, sent: Sent) -> UUID | None:
    """The line of versions that an upload goes on with; None when it begins one.

    Raises:
        NotFoundError: what it would replace is not there, or not the actor's.
        ConflictError: it cannot be replaced.
    """
    row = store.find_upload(uow, account_id, sent.upload)
    if row is not None:
        return row.series_id if row.replaces_id else None
    replaced = must_be_replaceable(uow, account_id, sent)
    return replaced.series_id if replaced else None


def opened(uow: UnitOfWork, actor: Actor, account_id: UUID, sent: Sent) -> Document:
    """The row of an upload, held: made by whichever part comes first."""
    row = store.find_upload(uow, account_id, sent.upload, lock=True)
    if row is not None:
        return row
    replaced = must_be_replaceable(uow, account_id, sent)
    row_id = new_id()
    row = Document(
        id=row_id,
        account_id=account_id,
        kind=sent.kind,
        state=DocumentState.GATHERING,
        upload_key=sent.upload,
        series_id=replaced.series_id if replaced else row_id,
        replaces_id=replaced.id if replaced else None,
        scan=Scan.UNAVAILABLE,
    )
    store.add(uow, row)
    uow.flush()
    audit.record(uow, actor, "documents.begun", row.id, kind=sent.kind)
    return row


def keeps(holder: Document | None, upload: str) -> bool:
    """Whether a document that holds a file keeps it from an upload: a whole one does, and this very upload itself.

    An upload that broke off does not. Whoever chose the file anew, on a fresh page, would be told «the same file again»
    about something that he sees nowhere.
    """
    return holder is not None and (holder.state != DocumentState.GATHERING or holder.upload_key == upload)


def give_way(uow: UnitOfWork, actor: Actor, account_id: UUID, fingerprint: str, row: Document) -> None:
    """Take a file out of an upload that broke off, for the one that brings it anew; an upload without files goes."""
    holder = files.holder_of(uow, account_id, fingerprint)
    if holder is None or keeps(holder, row.upload_key):
        return
    held = store.find(uow, holder.id, lock=True)
    part = next((one for one in files.originals(uow, holder.id) if one.content_fingerprint == fingerprint), None)
    if held is None or held.state != DocumentState.GATHERING or part is None:
        return
    throw_away(uow, held, part.ordinal)
    if not files.originals(uow, held.id):
        store.remove(uow, held.id)
    audit.record(uow, actor, "documents.discarded", held.id)


def complete(uow: UnitOfWork, actor: Actor, row: Document) -> None:
    """All parts are there: the portal goes to work."""
    row.next_try_at = clock.now()
    moving.move(uow, actor, row, DocumentState.UPLOADED)
    audit.record(uow, actor, "documents.taken_in", row.id, kind=KindKey(row.kind), pages=row.pages)
    jobs.wake(uow, PROCESS, row.id)


def finish(actor: Actor, document_id: UUID, parts: int) -> Taken:
    """Complete a document of several parts; done twice it is done once.

    Args:
        actor: whose document it is, or who serves its owner at the table.
        document_id: the document.
        parts: how many parts the sender has sent; all of them must be there, in unbroken order.

    Raises:
        NotFoundError: there is no such document for this actor.
        ConflictError: parts are missing.
    """
    with unit_of_work() as uow:
        row = serving.handled(uow, actor, document_id)
        here = [one.ordinal for one in files.originals(uow, row.id)]
        if row.state == DocumentState.GATHERING:
            if not here or here != list(range(parts)):
                raise ConflictError(refusals.PART_MISSING)
            complete(uow, actor, row)
        return Taken(row.id, len(here) - 1, row.pages, finished=True)


def discard(actor: Actor, document_id: UUID, ordinal: int | None = None) -> None:
    """Throw an unfinished upload away, or one part of it; what is gone already stays gone.

    Raises:
        NotFoundError: there is no such document for this actor.
        ConflictError: the document is complete.
    """
    with unit_of_work() as uow:
        row = serving.handled(uow, actor, document_id)
        if row.state != DocumentState.GATHERING:
            raise ConflictError(refusals.FINISHED)
        throw_away(uow, row, ordinal)
        audit.record(uow, actor, "documents.discarded", document_id)


def throw_away(uow: UnitOfWork, row: Document, ordinal: int | None = None) -> None:
    """Take out an unfinished upload, or one part of it."""
    for part in files.originals(uow, row.id):
        if ordinal is None or part.ordinal == ordinal:
            pages = files.pages_of_file(uow, part.id)
            row.pages -= len(pages)
            shelving.clear_soon(uow, files.items_of([part], pages))
            files.remove_file(uow, part)
    if ordinal is None:
        store.remove(uow, row.id)


def _only_one(uow: UnitOfWork, account_id: UUID, kind: KindKey) -> Document | None:
    alive = (
        row
        for row in store.of_account(uow, account_id)
        if row.kind == kind and row.binned_at is None and row.state != DocumentState.SUPERSEDED
    )
    return next(alive, None)
