"""Looking at a document: its owner always, staff only after saying why, and everybody on record."""

import io
import zipfile
from datetime import timedelta
from typing import Literal
from uuid import UUID

from medportal.features.documents.models import Document, DocumentFile, DocumentLook
from medportal.features.documents.schemas.documents import DocumentState, DocumentView, LookKind, MoveView
from medportal.features.documents.schemas.intake import FileKind, Scan
from medportal.features.documents.schemas.leaving import Download
from medportal.features.documents.service import changing, refusing, views
from medportal.features.documents.service.cards import NAME_PLACE, WHY_PLACE
from medportal.features.documents.store import documents as store
from medportal.features.documents.store import files
from medportal.features.documents.store.files import Item
from medportal.features.documents.texts import refusals
from medportal.infra import audit, log, shelf, vault
from medportal.infra.db import UnitOfWork, new_id, reading, unit_of_work
from medportal.infra.errors import SealBrokenError
from medportal.kernel import clock
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ConflictError, ForbiddenError, InvalidError, UnavailableError
from medportal.kernel.problem import Problem

STAFF = frozenset({Role.VERIFIER, Role.OPERATOR, Role.ADMINISTRATOR})
# After staff said why, the pages of the document are theirs to see for so long; the owner is written down once an hour.
OPEN_FOR = timedelta(minutes=30)
WRITTEN_EVERY = timedelta(hours=1)
MEDIA = {
    FileKind.PDF: "application/pdf",
    FileKind.JPEG: "image/jpeg",
    FileKind.PNG: "image/png",
    FileKind.SIGNATURE: "application/pkcs7-signature",
}

Variant = Literal["page", "thumbnail"]


def view(actor: Actor, document_id: UUID) -> DocumentView:
    """A document in the viewer. The owner's own look is written down once an hour.

    Raises:
        NotFoundError: there is no such document for this actor.
    """
    with unit_of_work() as uow:
        row = _visible(uow, actor, document_id)
        if row.account_id == actor.account_id:
            _write_down(uow, actor, row, LookKind.VIEW)
        return views.view_of(uow, row, owner=row.account_id == actor.account_id)


def history(actor: Actor, document_id: UUID) -> tuple[MoveView, ...]:
    """Every move of a document, oldest first.

    Raises:
        NotFoundError: there is no such document for this actor.
    """
    with reading() as uow:
        return views.moves_of(uow, _visible(uow, actor, document_id).id)


def values(actor: Actor, document_id: UUID) -> dict[str, object]:
    """What of a document is personal: values read and typed, file names, why staff looked. For private HTTP alone.

    Raises:
        NotFoundError: there is no such document for this actor.
    """
    with reading() as uow:
        row = _visible(uow, actor, document_id)
        return views.values_of(uow, row)


def page(actor: Actor, document_id: UUID, number: int, variant: Variant = "page") -> bytes:
    """One page as a JPEG, from 1.

    Raises:
        NotFoundError: there is no such page for this actor.
        UnavailableError: the store does not give it now.
    """
    with reading() as uow:
        row = _visible(uow, actor, document_id)
        pages = files.pages(uow, row.id)
        if not 1 <= number <= len(pages):
            raise refusing.not_found()
        place = files.THUMBNAIL if variant == "thumbnail" else files.IMAGE
        item = (place, pages[number - 1].id)
    return _read(item)


def original(actor: Actor, document_id: UUID) -> Download:
    """The file as it was handed in; several of them in one archive. Its owner alone may have it.

    Raises:
        NotFoundError: there is no such document of the actor's.
        ConflictError: a malicious program was found in it.
        UnavailableError: the store does not give it now.
    """
    with unit_of_work() as uow:
        row = changing.own(uow, actor, document_id)
        if row.scan == Scan.INFECTED:
            raise ConflictError(refusals.INFECTED)
        parts = files.originals(uow, row.id)
        _write_down(uow, actor, row, LookKind.ORIGINAL)
    if len(parts) == 1:
        return _download(parts[0])
    return Download("documents.zip", "application/zip", _archive([_download(one) for one in parts]))


def signature(actor: Actor, document_id: UUID) -> Download:
    """The detached signature of the actor's own document.

    Raises:
        NotFoundError: there is none.
        UnavailableError: the store does not give it now.
    """
    with reading() as uow:
        row = changing.own(uow, actor, document_id, lock=False)
        found = files.signature(uow, row.id)
    if found is None:
        raise refusing.not_found()
    return _download(found)


def open_for_review(actor: Actor, document_id: UUID, case_id: UUID | None, reason: str) -> DocumentView:
    """Open a document for staff who check it; who, when, for which case and why is on record, and its owner sees it.

    Args:
        actor: a verifier, an operator or an administrator.
        document_id: the document.
        case_id: the case it is opened for, if there is one.
        reason: why, in words.

    Raises:
        NotFoundError: there is no such document, or the actor may not open any.
        InvalidError: no reason was given.
        ForbiddenError: the document is the actor's own.
    """
    if actor.role not in STAFF:
        raise refusing.not_found()
    why = " ".join(reason.split())[:300]
    if not why:
        raise InvalidError(refusals.WHY_FIRST, [Problem("reason", "required", refusals.WHY_FIRST)])
    with unit_of_work() as uow:
        row = store.find(uow, document_id)
        if row is None or row.state == DocumentState.GATHERING:
            raise refusing.not_found()
        if row.account_id == actor.account_id:
            raise ForbiddenError(refusals.OWN_CASE)
        look_id = new_id()
        store.add(
            uow,
            DocumentLook(
                id=look_id,
                document_id=row.id,
                account_id=row.account_id,
                viewer_id=actor.account_id,
                viewer_role=actor.role,
                what=LookKind.VIEW,
                case_id=case_id,
                sealed_why=vault.seal(WHY_PLACE, look_id, why),
            ),
        )
        facts_of_case = {"case": case_id} if case_id else {}
        audit.record(uow, actor, "documents.opened", row.id, **facts_of_case)
        return views.view_of(uow, row, owner=False)


def _visible(uow: UnitOfWork, actor: Actor, document_id: UUID) -> Document:
    """The document, when it is the actor's own or was opened by him for review a moment ago."""
    actor.must_be_known()
    row = store.find(uow, document_id)
    if row is None or row.state == DocumentState.GATHERING:
        raise refusing.not_found()
    if row.account_id == actor.account_id:
        return row
    if actor.role in STAFF:
        look = store.last_look(uow, row.id, actor.account_id, LookKind.VIEW)
        if look is not None and look.at > clock.now() - OPEN_FOR:
            return row
    raise refusing.not_found()


def _write_down(uow: UnitOfWork, actor: Actor, row: Document, what: LookKind) -> None:
    last = store.last_look(uow, row.id, actor.account_id, what)
    if last is not None and last.at > clock.now() - WRITTEN_EVERY:
        return
    store.add(
        uow,
        DocumentLook(
            document_id=row.id,
            account_id=row.account_id,
            viewer_id=actor.account_id,
            viewer_role=actor.role,
            what=what,
        ),
    )
    audit.record(uow, actor, "documents.opened", row.id, what=what)


def _download(file: DocumentFile) -> Download:
    name = vault.reveal(NAME_PLACE, file.id, file.sealed_name)
    return Download(name or f"document.{file.kind}", MEDIA[FileKind(file.kind)], _read((files.ORIGINAL, file.id)))


def _archive(parts: list[Download]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for number, part in enumerate(parts, start=1):
            archive.writestr(f"{number:02d}-{part.name.replace('/', '_')}", part.data)
    return made.getvalue()


def _read(item: Item) -> bytes:
    try:
        return shelf.read(*item)
    except shelf.ShelfTroubleError:
        raise UnavailableError(refusals.STORE_SLOW) from None
    except (shelf.ShelfMissingError, SealBrokenError) as gone:
        log.incident(gone, where="documents.read")
        raise UnavailableError(refusals.FILE_GONE) from None
