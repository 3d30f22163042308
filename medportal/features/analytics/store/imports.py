"""Queries of imports: their rows, files' sealed words, refused rows, and whose turn it is."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

import numpy as np
from sqlalchemy import CursorResult
from sqlmodel import col, delete, or_, select, update

from medportal.features.analytics.models import (
    Practice,
    PracticeImport,
    PracticeTags,
    RefusedRows,
    RememberedMapping,
)
from medportal.features.analytics.rules.intake.tags import Tags
from medportal.features.analytics.schemas.imports import ColumnSeen, ImportState, Origin, Personal, Role
from medportal.features.analytics.store import practices
from medportal.infra import vault
from medportal.infra.db import UnitOfWork
from medportal.kernel import clock

NAME, COLUMNS = "practice_import.sealed_name", "practice_import.sealed_columns"
LIVE = (ImportState.RECEIVED, ImportState.LOOKING, ImportState.WAITING, ImportState.APPLYING)


def next_number(uow: UnitOfWork, practice: Practice) -> int:
    """The number of a new source of a practice; two that ask at once get two numbers."""
    uow.session.refresh(practice, with_for_update=True)
    number = practice.next_source
    practice.next_source = number + 1
    uow.flush()
    return number


def lock(uow: UnitOfWork, practice: Practice) -> None:
    """Hold a practice until the unit ends: whoever changes it as well comes after."""
    uow.session.refresh(practice, with_for_update=True)


def open_done(uow: UnitOfWork, practice: Practice, origin: Origin, *, taken: int = 0) -> PracticeImport:
    """A source that is no file and is done at once."""
    row = PracticeImport(
        practice_id=practices.number_of(practice),
        number=next_number(uow, practice),
        origin=origin,
        state=ImportState.DONE,
        rows=taken,
        taken=taken,
        finished_at=clock.now(),
    )
    uow.session.add(row)
    uow.flush()
    return row


def open_file(uow: UnitOfWork, practice: Practice, import_id: UUID, *, name: str, content_hash: str, size: int) -> None:
    """A source that is a file, received and not yet looked into.

    Raises:
        TakenError: the same file is there already.
    """
    row = PracticeImport(
        id=import_id,
        practice_id=practices.number_of(practice),
        number=next_number(uow, practice),
        origin=Origin.CSV,
        state=ImportState.RECEIVED,
        content_hash=content_hash,
        sealed_name=vault.seal(NAME, import_id, name),
        total=size,
    )
    with uow.attempt():
        uow.session.add(row)
        uow.flush()


def by_hash(uow: UnitOfWork, practice_id: int, content_hash: str) -> PracticeImport | None:
    """The import of the same file."""
    return uow.session.exec(
        select(PracticeImport).where(
            PracticeImport.practice_id == practice_id, PracticeImport.content_hash == content_hash
        )
    ).first()


def find(uow: UnitOfWork, account_id: UUID, import_id: UUID, *, lock: bool = False) -> PracticeImport | None:
    """An import of this account; somebody else's is none."""
    wanted = (
        select(PracticeImport)
        .join(Practice, col(Practice.id) == col(PracticeImport.practice_id))
        .where(PracticeImport.id == import_id, Practice.account_id == account_id)
    )
    return uow.session.exec(wanted.with_for_update(of=PracticeImport) if lock else wanted).first()


def get(uow: UnitOfWork, import_id: UUID, *, lock: bool = False) -> PracticeImport | None:
    """An import, for the job that works on it."""
    return uow.session.get(PracticeImport, import_id, with_for_update=lock or None, populate_existing=True)


def of_origin(uow: UnitOfWork, practice_id: int, origin: Origin) -> Sequence[PracticeImport]:
    """The sources of one origin, in the order in which they came."""
    wanted = select(PracticeImport).where(PracticeImport.practice_id == practice_id, PracticeImport.origin == origin)
    return uow.session.exec(wanted.order_by(col(PracticeImport.number))).all()


def latest(uow: UnitOfWork, practice_id: int, limit: int) -> Sequence[PracticeImport]:
    """The newest files and inventions; day sheets are no imports to a person."""
    wanted = select(PracticeImport).where(
        PracticeImport.practice_id == practice_id, PracticeImport.origin != Origin.HAND
    )
    return uow.session.exec(wanted.order_by(col(PracticeImport.number).desc()).limit(limit)).all()


def forgotten(uow: UnitOfWork, silent_since: datetime, idle_since: datetime) -> Sequence[tuple[UUID, str]]:
    """Imports whose work has been silent for long, and those a person has left without a mapping."""
    wanted = select(PracticeImport.id, PracticeImport.state).where(
        or_(
            col(PracticeImport.state).in_(LIVE) & (col(PracticeImport.beat_at) < silent_since),
            (col(PracticeImport.state) == ImportState.MAPPING) & (col(PracticeImport.beat_at) < idle_since),
        )
    )
    return uow.session.exec(wanted.limit(100)).all()


def take_turn(uow: UnitOfWork, practice_id: int, import_id: UUID, lease: timedelta) -> bool:
    """Take the practice's turn for an import, unless another import holds it: two at once follow each other."""
    now = clock.now()
    statement = (
        update(Practice)
        .where(
            col(Practice.id) == practice_id,
            or_(
                col(Practice.busy_with).is_(None),
                col(Practice.busy_with) == import_id,
                col(Practice.busy_until) < now,
            ),
        )
        .values(busy_with=import_id, busy_until=now + lease)
    )
    return cast("CursorResult[Any]", uow.session.exec(statement)).rowcount == 1


def leave_turn(uow: UnitOfWork, practice_id: int, import_id: UUID) -> None:
    """Let the next import go on."""
    uow.session.exec(
        update(Practice)
        .where(col(Practice.id) == practice_id, col(Practice.busy_with) == import_id)
        .values(busy_with=None, busy_until=None)
    )


def name_of(row: PracticeImport) -> str:
    """The name of the file, as it was on its owner's disk."""
    return vault.reveal(NAME, row.id, row.sealed_name) if row.sealed_name else ""


def put_columns(row: PracticeImport, columns: Sequence[ColumnSeen], gone: Sequence[ColumnSeen]) -> None:
    """Keep what the columns are called and seem to tell, sealed."""
    told = [[[one.place, one.title, one.role, one.personal] for one in these] for these in (columns, gone)]
    row.sealed_columns = vault.seal(COLUMNS, row.id, json.dumps(told, ensure_ascii=False))


def columns_of(row: PracticeImport) -> tuple[list[ColumnSeen], list[ColumnSeen]]:
    """The columns that remain, and those that identified patients."""
    if not row.sealed_columns:
        return [], []
    kept, gone = json.loads(vault.reveal(COLUMNS, row.id, row.sealed_columns))
    return [_column(one) for one in kept], [_column(one) for one in gone]


def _column(told: list[Any]) -> ColumnSeen:
    place, title, role, personal = told
    return ColumnSeen(place, title, Role(role) if role else None, Personal(personal) if personal else None)


def remembered(uow: UnitOfWork, practice_id: int, header_hash: str) -> dict[Role, int] | None:
    """How this person mapped files with the same header."""
    found = uow.session.get(RememberedMapping, (practice_id, header_hash))
    return read_mapping(found.mapping) if found else None


def remember(uow: UnitOfWork, practice_id: int, header_hash: str, mapping: Mapping[Role, int]) -> None:
    """Remember a mapping for the next file with the same header."""
    uow.session.merge(
        RememberedMapping(practice_id=practice_id, header_hash=header_hash, mapping=json.dumps(dict(mapping)))
    )


def read_mapping(text: str) -> dict[Role, int]:
    """A mapping as it is kept."""
    told = cast("dict[str, int]", json.loads(text))
    return {Role(role): place for role, place in told.items() if role in set(Role)}


def known_tags(uow: UnitOfWork, practice_id: int) -> Tags:
    """Hashes of the rows that done sources brought."""
    wanted = (
        select(PracticeTags.body)
        .join(
            PracticeImport,
            (col(PracticeImport.practice_id) == col(PracticeTags.practice_id))
            & (col(PracticeImport.number) == col(PracticeTags.source)),
        )
        .where(PracticeTags.practice_id == practice_id, PracticeImport.state == ImportState.DONE)
    )
    return np.frombuffer(b"".join(uow.session.exec(wanted).all()), np.uint64)


def put_tags(uow: UnitOfWork, practice_id: int, source: int, part: int, tags: Tags) -> None:
    """Keep hashes of rows."""
    if len(tags):
        uow.session.add(PracticeTags(practice_id=practice_id, source=source, part=part, body=tags.tobytes()))


def put_refused(uow: UnitOfWork, import_id: UUID, part: int, body: bytes) -> None:
    """Keep numbers of refused rows with their reasons."""
    if body:
        uow.session.add(RefusedRows(import_id=import_id, part=part, body=body))


def drop_refused(uow: UnitOfWork, import_ids: Collection[UUID]) -> None:
    """Forget the refused rows of imports."""
    uow.session.exec(delete(RefusedRows).where(col(RefusedRows.import_id).in_(import_ids)))


def refused(uow: UnitOfWork, import_id: UUID) -> Iterator[bytes]:
    """Refused rows, part by part."""
    wanted = select(RefusedRows.body).where(RefusedRows.import_id == import_id).order_by(col(RefusedRows.part))
    yield from uow.session.exec(wanted)
