"""What an owner does with a document: types its data, lays a signature to it, bins it, brings it back."""

import json
from collections.abc import Mapping
from uuid import UUID

from medportal.features.documents.models import Document, DocumentFile
from medportal.features.documents.rules import filling, keeping, showing, signing
from medportal.features.documents.schemas.documents import DocumentState
from medportal.features.documents.schemas.handing import Sent
from medportal.features.documents.schemas.intake import Code, Scan, Slot
from medportal.features.documents.schemas.kinds import KINDS, KindKey
from medportal.features.documents.service import cards, desk, inspecting, refusing, serving, settling, shelving
from medportal.features.documents.store import documents as store
from medportal.features.documents.store import files
from medportal.features.documents.texts import intake as intake_texts
from medportal.features.documents.texts import refusals
from medportal.features.profile import service as profile
from medportal.infra import audit, facts, nudges, shelf, vault
from medportal.infra.db import UnitOfWork, new_id, reading, unit_of_work
from medportal.infra.errors import TakenError
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import ConflictError, InvalidError, UnavailableError


def own(uow: UnitOfWork, actor: Actor, document_id: UUID, *, lock: bool = True) -> Document:
    """The actor's own document, whole; another's and a missing one look the same.

    Raises:
        ForbiddenError: nobody is behind the actor.
        NotFoundError: there is no such document of the actor's.
    """
    account_id = actor.must_be_known()
    row = store.find(uow, document_id, lock=lock)
    if row is None or row.account_id != account_id or row.state == DocumentState.GATHERING:
        raise refusing.not_found()
    return row


def fill_in(actor: Actor, document_id: UUID, values: Mapping[str, str]) -> None:
    """Keep what the person typed off a document, and judge the document anew.

    Args:
        actor: whose document it is.
        document_id: the document.
        values: by the names of its kind's fields; those left out stay, unknown ones are refused.

    Raises:
        NotFoundError: there is no such document of the actor's.
        ConflictError: its data are confirmed, or it is replaced or in the bin.
        InvalidError: a value does not fit; the problems name the fields.
    """
    with unit_of_work() as uow:
        row = own(uow, actor, document_id)
        kind = KindKey(row.kind)
        if not showing.may(kind, DocumentState(row.state), binned=row.binned_at is not None, signed=False).fill_in:
            raise ConflictError(refusals.NOT_FILLABLE)
        kept, problems = filling.filled(KINDS[kind], {**cards.values_of(row), **values}, clock.today())
        if problems:
            raise InvalidError(problems[0].text, problems)
        row.sealed_values = vault.seal(cards.VALUES_PLACE, row.id, json.dumps(kept, ensure_ascii=False))
        row.changed_at = clock.now()
        audit.record(uow, actor, "documents.filled_in", row.id, fields=len(kept))
        facts.changed(uow, row.account_id)
        nudges.nudge(uow, row.account_id)
        if row.next_try_at is None and row.lease is None:
            settling.settle_row(uow, actor, row)


def move_to_bin(actor: Actor, document_id: UUID) -> None:
    """Put a document into the bin: it counts no more, and for thirty days its owner can bring it back.

    Who serves the owner at the table may, too: a wrong paper was laid on the scanner.

    Raises:
        NotFoundError: there is no such document for this actor.
    """
    with unit_of_work() as uow:
        row = serving.handled(uow, actor, document_id)
        if row.state == DocumentState.GATHERING:
            raise refusing.not_found()
        if row.binned_at is not None:
            return
        row.binned_at = clock.now()
        if row.state == DocumentState.IN_REVIEW:
            desk.withdraw(uow, actor, row)
        _after(uow, actor, row, "documents.binned")


def appeal(actor: Actor, document_id: UUID, words: str) -> None:
    """The owner does not agree with a refusal: somebody else of the desk decides anew.

    Raises:
        NotFoundError: there is no such document of the actor's.
        ConflictError: it is no refusal, it was appealed against before, 30 days have passed, or the document is in the bin.
        InvalidError: no words, or too many.
    """
    with reading() as uow:
        row = own(uow, actor, document_id, lock=False)
        if row.binned_at is not None or row.state != DocumentState.REJECTED:
            raise ConflictError(refusals.NOT_APPEALABLE)
    desk.appeal(actor, document_id, words)


def restore(actor: Actor, document_id: UUID) -> None:
    """Bring a document back from the bin, as it was; what has ended meanwhile has ended.

    Raises:
        NotFoundError: there is no such document of the actor's.
        ConflictError: it is not in the bin.
    """
    with unit_of_work() as uow:
        row = own(uow, actor, document_id)
        if row.binned_at is None:
            raise ConflictError(refusals.NOT_IN_BIN)
        row.binned_at = None
        _after(uow, actor, row, "documents.restored")
        if DocumentState(row.state) in settling.OPEN and row.next_try_at is None and row.lease is None:
            settling.settle_row(uow, actor, row)


def sign(actor: Actor, document_id: UUID, sent: Sent) -> None:
    """Lay a detached signature (.sig, .p7s) to a document; whether it is valid, its verifier says.

    Raises:
        NotFoundError: there is no such document of the actor's.
        ConflictError: there is a signature already, or none can be laid to this document.
        InvalidError: the file is refused.
        UnavailableError: the file cannot be scanned or kept just now.
    """
    with reading() as uow:
        row = own(uow, actor, document_id, lock=False)
        _must_be_signable(uow, row)
    seen = inspecting.inspect(sent.data, sent.name, sent.declared, Slot.SIGNATURE)
    if not seen.accepted:
        raise refusing.refused(seen.codes[0], Slot.SIGNATURE)
    said = inspecting.scan([sent.data])
    if said is Scan.INFECTED:
        raise refusing.refused(Code.FILE_INFECTED)
    if said is Scan.UNAVAILABLE:
        raise UnavailableError(intake_texts.TRY_LATER)
    item = (files.ORIGINAL, new_id())
    (receipt,) = shelving.lay_down([(item, sent.data)])
    try:
        with unit_of_work() as uow, uow.attempt():
            row = own(uow, actor, document_id)
            _must_be_signable(uow, row)
            store.add(uow, _signature(uow, row, item[1], sent, receipt))
            uow.flush()
            files.claim(uow, [item])
            audit.record(uow, actor, "documents.signed", row.id)
            facts.changed(uow, row.account_id)
            nudges.nudge(uow, row.account_id)
    except TakenError:
        shelving.give_up([item])
        raise refusing.refused(Code.FILE_DUPLICATE) from None
    except Exception:
        shelving.give_up([item])
        raise


def _signature(uow: UnitOfWork, row: Document, file_id: UUID, sent: Sent, receipt: shelf.ShelfReceipt) -> DocumentFile:
    first, last = signing.own_certificate(sent.data, _snils_of(uow, row.account_id)) or (None, None)
    return DocumentFile(
        id=file_id,
        document_id=row.id,
        account_id=row.account_id,
        slot=Slot.SIGNATURE,
        ordinal=0,
        kind=Slot.SIGNATURE,
        size=receipt.size,
        sha256=receipt.sha256,
        content_fingerprint=vault.fingerprint("documents.content", receipt.sha256),
        sealed_name=vault.seal(cards.NAME_PLACE, file_id, sent.name[:200]),
        certificate_from=first,
        certificate_until=last,
    )


def _snils_of(uow: UnitOfWork, account_id: UUID) -> str:
    return profile.answers_of(uow, account_id)["numbers"]["snils"] if profile.is_settled(uow, account_id) else ""


def _must_be_signable(uow: UnitOfWork, row: Document) -> None:
    signed = files.signature(uow, row.id) is not None
    may = showing.may(KindKey(row.kind), DocumentState(row.state), binned=row.binned_at is not None, signed=signed)
    if not may.sign:
        raise ConflictError(refusals.NOT_SIGNABLE)


def _after(uow: UnitOfWork, actor: Actor, row: Document, deed: str) -> None:
    row.gone_at = keeping.gone_at(DocumentState(row.state), row.changed_at, row.binned_at, row.decided_at)
    audit.record(uow, actor, deed, row.id)
    facts.changed(uow, row.account_id)
    nudges.nudge(uow, row.account_id)
