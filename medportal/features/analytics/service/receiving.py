"""Imports as their owner handles them: a file comes in, is mapped, watched, given up or taken back."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from uuid import UUID

import numpy as np

from medportal.features.analytics.models import PracticeImport
from medportal.features.analytics.rules.intake import values
from medportal.features.analytics.rules.intake.grain import REFUSED, ROLES
from medportal.features.analytics.rules.intake.stripping import stripped_batches
from medportal.features.analytics.schemas.imports import (
    Choice,
    ColumnSeen,
    ImportState,
    ImportView,
    Origin,
    Personal,
    Preview,
    Refusal,
    Role,
    Trouble,
)
from medportal.features.analytics.service import keeping
from medportal.features.analytics.service.keeping import TABLE, UPLOAD, remove_files
from medportal.features.analytics.service.looking import doctor_of
from medportal.features.analytics.store import imports, practices
from medportal.features.analytics.texts import imports as words
from medportal.features.analytics.texts import service as texts
from medportal.features.attestations import service as attestations
from medportal.infra import audit, jobs, shelf, vault
from medportal.infra.db import UnitOfWork, new_id, reading, unit_of_work
from medportal.infra.errors import TakenError
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import ConflictError, InvalidError, NotFoundError
from medportal.kernel.text import Locale

MOST_BYTES = 1024**3
SHOWN_ROWS = 8
LISTED = 50
OPEN = (*imports.LIVE, ImportState.MAPPING)


def receive(actor: Actor, name: str, pieces: Iterator[bytes]) -> UUID:
    """Take a file in, sealed, and have it looked into behind the screens; the id of the import.

    Raises:
        ForbiddenError: the actor is no doctor.
        ConflictError: the same file is here already; nothing changes.
        InvalidError: it is larger than a file may be.
    """
    account_id = doctor_of(actor)
    import_id = new_id()
    receipt = shelf.put(UPLOAD, import_id, _counted(pieces))
    content_hash = vault.fingerprint("analytics.content", f"{account_id}:{receipt.sha256}")
    try:
        with unit_of_work() as uow:
            practice = practices.make(uow, account_id)
            imports.open_file(uow, practice, import_id, name=name[:200], content_hash=content_hash, size=receipt.size)
            audit.record(uow, actor, "analytics.received", import_id, size=receipt.size)
            jobs.wake(uow, "analytics.look", import_id)
    except BaseException as error:
        shelf.remove(UPLOAD, import_id)
        if isinstance(error, TakenError):
            raise ConflictError(words.TROUBLES[Trouble.ALREADY]) from None
        raise
    return import_id


def imports_of(actor: Actor) -> tuple[ImportView, ...]:
    """The imports of a doctor, the newest first."""
    account_id = doctor_of(actor)
    with reading() as uow:
        practice = practices.find(uow, account_id)
        if practice is None:
            return ()
        return tuple(view_of(row) for row in imports.latest(uow, practices.number_of(practice), LISTED))


def view(actor: Actor, import_id: UUID) -> ImportView:
    """One import.

    Raises:
        NotFoundError: there is none, or not for this doctor.
    """
    with reading() as uow:
        return view_of(_own(uow, actor, import_id))


def preview(actor: Actor, import_id: UUID) -> Preview:
    """The file's columns, those that are gone, first rows, and the mapping as it stands. For its owner alone.

    Raises:
        NotFoundError: there is none, or not for this doctor.
        ConflictError: it is not being mapped.
    """
    with reading() as uow:
        row = _own(uow, actor, import_id)
        if row.state != ImportState.MAPPING:
            raise ConflictError(words.NOT_MAPPING)
        (kept, gone), mapping = imports.columns_of(row), imports.read_mapping(row.mapping)
        zone = attestations.zone_of(uow, practices.account_of(uow, row.practice_id)).name
    first = next(stripped_batches(shelf.open(TABLE, import_id)), None)
    columns: list[list[str]] = [column.slice(0, SHOWN_ROWS).to_pylist() for column in first.columns] if first else []
    rows = tuple(tuple(cell[:80] for cell in cells) for cells in zip(*columns, strict=True))
    in_utc = any(values.is_utc(cell) for row in rows for cell in row)
    return Preview(tuple(kept), tuple(gone), rows, mapping, zone if in_utc else None)


def put_mapping(actor: Actor, import_id: UUID, mapping: Mapping[Role, int], choice: Choice | None = None) -> None:
    """Say what each column tells, and have the rows taken in.

    Raises:
        NotFoundError, ConflictError: as of `preview`.
        InvalidError: no column tells the date, or one stands twice.
    """
    with unit_of_work() as uow:
        row = _own(uow, actor, import_id, lock=True)
        if row.state != ImportState.MAPPING:
            raise ConflictError(words.NOT_MAPPING)
        kept, _ = imports.columns_of(row)
        places = {column.place for column in kept}
        if Role.DATE not in mapping:
            raise InvalidError(words.TROUBLES[Trouble.NO_DATE])
        if len(set(mapping.values())) != len(mapping) or not set(mapping.values()) <= places:
            raise InvalidError(words.BAD_MAPPING)
        row.mapping = json.dumps(dict(mapping))
        row.choice = write_choice(choice or Choice())
        row.state, row.beat_at, row.done, row.attempts = ImportState.WAITING, clock.now(), 0, 0
        imports.remember(uow, row.practice_id, row.header_hash, mapping)
        audit.record(uow, actor, "analytics.mapped", import_id, columns=len(mapping))
        jobs.wake(uow, "analytics.apply", import_id)


def cancel(actor: Actor, import_id: UUID) -> None:
    """Give an import up that is not done; nothing of it stays.

    Raises:
        NotFoundError: there is none, or not for this doctor.
        ConflictError: it is done already: it can be undone.
    """
    with unit_of_work() as uow:
        row = _own(uow, actor, import_id, lock=True)
        if row.state not in OPEN:
            raise ConflictError(words.NOT_OPEN)
        audit.record(uow, actor, "analytics.cancelled", import_id)
        close(uow, row, ImportState.CANCELLED)


def undo(actor: Actor, import_id: UUID) -> None:
    """Take a whole import back: its facts go, and the figures are as if it had never been.

    Raises:
        NotFoundError: there is none, or not for this doctor.
        ConflictError: it is not done.
    """
    account_id = doctor_of(actor)
    with unit_of_work() as uow:
        row = _own(uow, actor, import_id, lock=True)
        if row.state != ImportState.DONE or row.origin == Origin.HAND:
            raise ConflictError(words.NOT_DONE)
        practice = practices.make(uow, account_id)
        row.state, row.content_hash, row.finished_at = ImportState.UNDONE, None, clock.now()
        uow.flush()
        keeping.changed(uow, practice, practices.drop_source(uow, row.practice_id, row.number))
        imports.drop_refused(uow, [import_id])
        audit.record(uow, actor, "analytics.undone", import_id)


def report(actor: Actor, import_id: UUID, locale: Locale = "ru") -> Iterator[str]:
    """Every refused row as lines of CSV: its number, the column and the reason; nothing of what stood in it.

    Raises:
        NotFoundError: there is none, or not for this doctor.
    """
    with reading() as uow:
        row = _own(uow, actor, import_id)
        parts = list(imports.refused(uow, row.id))
    yield "\ufeff" + ";".join(text.within(locale) for text in words.REPORT) + "\r\n"
    for part in parts:
        for number, reason, role in np.frombuffer(part, REFUSED).tolist():
            told = (
                str(number),
                words.ROLES[ROLES[role]].within(locale),
                words.REFUSALS[Refusal(reason)].within(locale),
            )
            yield ";".join(told) + "\r\n"


def close(uow: UnitOfWork, row: PracticeImport, state: ImportState, trouble: Trouble | None = None) -> None:
    """End an import that brings nothing: what it had laid down goes, and the same file may come again."""
    row.state, row.trouble, row.content_hash, row.finished_at = state, trouble, None, clock.now()
    practices.drop_source(uow, row.practice_id, row.number)
    imports.drop_refused(uow, [row.id])
    imports.leave_turn(uow, row.practice_id, row.id)
    uow.after_commit(lambda: remove_files(row.id))


def write_choice(choice: Choice) -> str:
    """A choice as it is kept."""
    days = [day.isoformat() if day else "" for day in (choice.first, choice.last)]
    return json.dumps({"left_out": choice.left_out, "days": days, "same": choice.keep_same})


def view_of(row: PracticeImport) -> ImportView:
    """An import as its owner sees it."""
    _, gone = imports.columns_of(row)
    reasons = {Refusal(int(code)): count for code, count in json.loads(row.reasons).items()}
    return ImportView(
        id=row.id,
        name=imports.name_of(row),
        origin=Origin(row.origin),
        state=ImportState(row.state),
        created_at=row.created_at,
        finished_at=row.finished_at,
        done=row.done,
        total=row.total,
        rows=row.rows,
        taken=row.taken,
        refused=row.refused,
        duplicates=row.duplicates,
        unknown_codes=row.unknown_codes,
        trouble=Trouble(row.trouble) if row.trouble else None,
        personal=tuple(dict.fromkeys(one.personal for one in gone if isinstance(one.personal, Personal))),
        refusals=tuple(sorted(reasons.items(), key=lambda one: -one[1])),
    )


def _own(uow: UnitOfWork, actor: Actor, import_id: UUID, *, lock: bool = False) -> PracticeImport:
    row = imports.find(uow, doctor_of(actor), import_id, lock=lock)
    if row is None:
        raise NotFoundError(texts.NO_IMPORT)
    return row


def _counted(pieces: Iterator[bytes]) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MOST_BYTES:
            raise InvalidError(words.TROUBLES[Trouble.TOO_LARGE])
        yield piece


def header_hash(columns: list[ColumnSeen]) -> str:
    """By what a header is known again."""
    titles = "\x1f".join(column.title.strip().casefold() for column in columns)
    return vault.fingerprint("analytics.header", hashlib.sha256(titles.encode()).hexdigest())
