"""Taking files in: looked into, laid on the shelf, and only then written into rows, in one transaction with their job."""

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from medportal.features.documents.models import Document, DocumentFile, DocumentPage
from medportal.features.documents.schemas.documents import DocumentState
from medportal.features.documents.schemas.handing import Sent, Taken
from medportal.features.documents.schemas.intake import Code, Inspection, Slot
from medportal.features.documents.schemas.kinds import APPLICANT_KINDS, KINDS, KindKey
from medportal.features.documents.service import gathering, inspecting, refusing, serving, shelving
from medportal.features.documents.service.cards import NAME_PLACE
from medportal.features.documents.store import documents as store
from medportal.features.documents.store import files
from medportal.features.documents.texts import intake as intake_texts
from medportal.features.documents.texts import refusals
from medportal.infra import shelf, throttle, vault
from medportal.infra.db import UnitOfWork, new_id, reading, unit_of_work
from medportal.infra.errors import TakenError
from medportal.kernel import clock
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ConflictError, ForbiddenError, TooOftenError, UnavailableError

FILES_AN_HOUR = 240
APPLICANT_FILES_AN_HOUR = 40
HOUR = timedelta(hours=1)
TRIES = 3  # parts of one upload that come at once each want to begin it
NAME_LENGTH = 200
_CONTENT = "documents.content"


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A file that was looked into and lies on the shelf."""

    file_id: UUID
    seen: Inspection
    fingerprint: str
    receipts: list[shelf.ShelfReceipt]
    page_ids: list[UUID]

    @property
    def items(self) -> list[files.Item]:
        """What of it lies on the shelf."""
        found: list[files.Item] = [(files.ORIGINAL, self.file_id)]
        for page_id in self.page_ids:
            found += [(files.IMAGE, page_id), (files.THUMBNAIL, page_id)]
        return found


def may_take_in(actor: Actor, kind: KindKey, client: UUID | None = None) -> UUID:
    """Whose document it will be: the actor's own, or the client's whom he serves at the table.

    Raises:
        ForbiddenError: this actor hands in no documents, or not of this kind, or does not serve this client.
    """
    if actor.account_id is None:
        raise ForbiddenError(refusals.SIGN_IN)
    if client is not None:
        with reading() as uow:
            serving.must_serve(uow, actor, client, kind)
        return client
    if actor.role not in {Role.DOCTOR, Role.APPLICANT}:
        raise ForbiddenError(refusals.NOT_YOURS)
    if actor.role is Role.APPLICANT and kind not in APPLICANT_KINDS:
        raise ForbiddenError(refusals.APPLICANT_KINDS)
    return actor.account_id


def take_in(actor: Actor, sent: Sent) -> Taken:
    """Take one file in: a whole document, or the next part of one that `finish` will complete.

    The same part sent again, after a lost connection, is found again and not doubled.

    Raises:
        ForbiddenError: this actor may not, or not for this client.
        InvalidError: the file is refused; the problem's code says why.
        ConflictError: the document is complete, the place is taken, or what it would replace cannot be replaced.
        NotFoundError: what it would replace is not there.
        TooOftenError: too many files within an hour.
        UnavailableError: the file cannot be looked into or kept just now.
    """
    account_id = may_take_in(actor, sent.kind, sent.client)
    _count(actor)
    sent = replace(sent, upload=sent.upload or new_id().hex)
    with reading() as uow:
        fingerprint = _fingerprint(uow, account_id, sent)
        again = gathering.found_again(uow, account_id, sent.upload, sent.ordinal, fingerprint)
        gathering.must_be_replaceable(uow, account_id, sent)
    if again is not None:
        return again
    prepared = _prepare(account_id, sent, fingerprint)
    try:
        taken = _write_once(actor, account_id, sent, prepared)
    except Exception:
        shelving.give_up(prepared.items)
        raise
    if taken.again:
        shelving.give_up(prepared.items)
    return taken


def _write_once(actor: Actor, account_id: UUID, sent: Sent, prepared: _Prepared) -> Taken:
    """Write the rows, though other parts of the same upload, or the very same part, come in at the same moment."""
    for _ in range(TRIES):
        try:
            with unit_of_work() as uow, uow.attempt():
                return _write(uow, actor, account_id, sent, prepared)
        except TakenError:
            with reading() as uow:
                again = gathering.found_again(uow, account_id, sent.upload, sent.ordinal, prepared.fingerprint)
                if again is not None:
                    return again
                if gathering.keeps(files.holder_of(uow, account_id, prepared.fingerprint), sent.upload):
                    break
    raise refusing.refused(Code.FILE_DUPLICATE)


def _prepare(account_id: UUID, sent: Sent, fingerprint: str) -> _Prepared:
    most = KINDS[sent.kind].pages[1]
    try:
        seen = inspecting.inspect(
            sent.data, sent.name, sent.declared, is_known=lambda _: _is_known(account_id, sent, fingerprint)
        )
    except inspecting.InspectorDownError:
        raise UnavailableError(intake_texts.TRY_LATER) from None
    if not seen.accepted:
        raise refusing.refused(seen.codes[0])
    if inspecting.is_wholly_blank(seen.pages):
        raise refusing.refused(Code.PAGES_BLANK)
    if len(seen.pages) > most:
        raise refusing.too_many_pages(most)
    prepared = _Prepared(new_id(), seen, fingerprint, [], [new_id() for _ in seen.pages])
    things = [(files.ORIGINAL, prepared.file_id, sent.data)]
    for page_id, page in zip(prepared.page_ids, seen.pages, strict=True):
        things += [(files.IMAGE, page_id, page.image), (files.THUMBNAIL, page_id, page.thumbnail)]
    prepared.receipts.extend(shelving.lay_down([((place, item), data) for place, item, data in things]))
    return prepared


def _is_known(account_id: UUID, sent: Sent, fingerprint: str) -> bool:
    with reading() as uow:
        holder = files.holder_of(uow, account_id, fingerprint)
    if holder is not None and holder.binned_at is not None:
        raise refusing.refused(Code.FILE_DUPLICATE, words=refusals.IN_BIN)
    return gathering.keeps(holder, sent.upload)


def _write(uow: UnitOfWork, actor: Actor, account_id: UUID, sent: Sent, prepared: _Prepared) -> Taken:
    if sent.client is not None:
        # Looked into for seconds: the client may have agreed meanwhile, and goes on alone.
        serving.must_serve(uow, actor, sent.client)
    row = gathering.opened(uow, actor, account_id, sent)
    if row.state != DocumentState.GATHERING:
        raise ConflictError(refusals.FINISHED)
    if (part := files.find_part(uow, row.id, Slot.DOCUMENT, sent.ordinal)) is not None:
        if part.content_fingerprint != prepared.fingerprint:
            raise ConflictError(refusals.PART_TAKEN)
        return Taken(row.id, sent.ordinal, row.pages, finished=False, again=True)
    row.pages += len(prepared.page_ids)
    if row.pages > KINDS[sent.kind].pages[1]:
        raise refusing.too_many_pages(KINDS[sent.kind].pages[1])
    row.changed_at = clock.now()
    gathering.give_way(uow, actor, account_id, prepared.fingerprint, row)
    _add_rows(uow, row, account_id, sent, prepared)
    files.claim(uow, prepared.items)
    if sent.whole:
        gathering.complete(uow, actor, row)
    return Taken(row.id, sent.ordinal, row.pages, finished=sent.whole)


def _add_rows(uow: UnitOfWork, row: Document, account_id: UUID, sent: Sent, prepared: _Prepared) -> None:
    original, *pictures = prepared.receipts
    store.add(
        uow,
        DocumentFile(
            id=prepared.file_id,
            document_id=row.id,
            account_id=account_id,
            slot=Slot.DOCUMENT,
            ordinal=sent.ordinal,
            kind=str(prepared.seen.kind),
            size=original.size,
            sha256=original.sha256,
            content_fingerprint=prepared.fingerprint,
            sealed_name=vault.seal(NAME_PLACE, prepared.file_id, sent.name[:NAME_LENGTH]),
        ),
    )
    uow.flush()
    pairs = zip(prepared.page_ids, prepared.seen.pages, pictures[::2], pictures[1::2], strict=True)
    for number, (page_id, page, image, thumbnail) in enumerate(pairs, start=1):
        store.add(
            uow,
            DocumentPage(
                id=page_id,
                document_id=row.id,
                file_id=prepared.file_id,
                ordinal=sent.ordinal,
                number=number,
                width=page.width,
                height=page.height,
                blank=page.blank,
                image_sha256=image.sha256,
                image_size=image.size,
                thumbnail_sha256=thumbnail.sha256,
                thumbnail_size=thumbnail.size,
            ),
        )
    uow.flush()


def _count(actor: Actor) -> None:
    limit = APPLICANT_FILES_AN_HOUR if actor.role is Role.APPLICANT else FILES_AN_HOUR
    with unit_of_work() as uow:
        wait = throttle.wait_before(uow, vault.fingerprint("documents.files", str(actor.account_id)), limit, HOUR)
    if wait:
        raise TooOftenError(refusals.TOO_OFTEN, wait)


def _fingerprint(uow: UnitOfWork, account_id: UUID, sent: Sent) -> str:
    """What a file is known by. A page of an earlier version may come again beside the one that was missing: it is known
    by its upload, too, so that only the very same page twice in one upload is the same file again."""
    digest = inspecting.sha256(sent.data)
    plain = vault.fingerprint(_CONTENT, digest)
    holder = None if sent.whole else files.holder_of(uow, account_id, plain)
    if holder is None or not gathering.keeps(holder, sent.upload) or holder.upload_key == sent.upload:
        return plain
    if holder.series_id != gathering.series_of(uow, account_id, sent):
        return plain
    return vault.fingerprint(_CONTENT, f"{digest}:{sent.upload}")


def replace_with(actor: Actor, document_id: UUID, sent: Sent) -> Taken:
    """Hand in a newer version of a document; see `take_in`."""
    return take_in(actor, replace(sent, replaces=document_id))
