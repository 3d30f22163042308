"""The work on imports, done by jobs: look into a file, take a mapped table in, and pick up what was left lying."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, cast
from uuid import UUID
from zoneinfo import ZoneInfo

import numpy as np

from medportal.features.analytics import ports
from medportal.features.analytics.models import PracticeImport
from medportal.features.analytics.rules import facts
from medportal.features.analytics.rules.intake import reading as intake
from medportal.features.analytics.rules.intake.grain import REFUSED, Reading, Taken
from medportal.features.analytics.rules.intake.stripping import Stripped, strip, stripped_batches
from medportal.features.analytics.rules.intake.tags import Seen
from medportal.features.analytics.rules.intake.trouble import FileTroubleError
from medportal.features.analytics.schemas.dimensions import CodeKind
from medportal.features.analytics.schemas.imports import Choice, ImportState, Origin, Refusal, Trouble
from medportal.features.analytics.service import keeping
from medportal.features.analytics.service.keeping import TABLE, UPLOAD, remove_files
from medportal.features.analytics.service.receiving import close, header_hash
from medportal.features.analytics.store import imports, practices
from medportal.features.attestations import service as attestations
from medportal.infra import audit, jobs, log, nudges, shelf, vault
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import SYSTEM

LEASE = timedelta(minutes=2)
SILENT = timedelta(minutes=2)
IDLE = timedelta(hours=24)
MOST_ATTEMPTS = 3
WAIT = 5.0
FLUSH_FACTS = 100_000
BEAT_PIECES = 64
MOST_REFUSED = 200_000


class _GoneError(Exception):
    """The import was cancelled, or another worker has it."""


def look(import_id: UUID) -> None:
    """Read a file once: patients' columns go, a table remains, a mapping is guessed. Again from the start when killed."""
    if not _begin(import_id, (ImportState.RECEIVED, ImportState.LOOKING), ImportState.LOOKING):
        return
    found = Stripped()
    try:
        origin, sheet = intake.read(lambda: shelf.open(UPLOAD, import_id), ports.opener().open)
        shelf.put(TABLE, import_id, _beating(import_id, strip(sheet, found)))
    except FileTroubleError as error:
        _fail(import_id, error.trouble)
        return
    except ports.OpenerDownError as error:
        _wait(import_id)
        log.incident(error, where="opening of an import")
        return
    except shelf.ShelfMissingError:
        _fail(import_id, Trouble.LOST)
        return
    except _GoneError:
        remove_files(import_id)
        return
    _looked(import_id, origin, found)


def _looked(import_id: UUID, origin: Origin, found: Stripped) -> None:
    """Keep what was found in a file, and ask for its mapping."""
    with unit_of_work() as uow:
        row = imports.get(uow, import_id, lock=True)
        if row is None or row.state != ImportState.LOOKING:
            uow.after_commit(lambda: remove_files(import_id))
            return
        imports.put_columns(row, found.columns, found.gone)
        row.origin, row.rows, row.header_hash = origin, found.rows + len(found.broken), header_hash(found.columns)
        guessed = {column.role: column.place for column in found.columns if column.role}
        kept = imports.remembered(uow, row.practice_id, row.header_hash)
        row.mapping = json.dumps(kept if kept and max(kept.values()) < len(found.columns) else guessed)
        row.state, row.beat_at, row.done = ImportState.MAPPING, clock.now(), 0
        _put_broken(uow, row, found.broken)
        audit.record(uow, SYSTEM, "analytics.looked", import_id, rows=row.rows, dropped=len(found.gone))
        _nudge(uow, row)
        # The file itself, patients and all, is gone from here on.
        uow.after_commit(lambda: shelf.remove(UPLOAD, import_id))


def apply(import_id: UUID) -> None:
    """Take a mapped table in: laid down part by part unseen, and shown whole in the last transaction, or not at all."""
    with unit_of_work() as uow:
        row = imports.get(uow, import_id)
        if row is None or row.state not in (ImportState.WAITING, ImportState.APPLYING):
            return
        if not imports.take_turn(uow, row.practice_id, import_id, LEASE):
            row.beat_at = clock.now()
            jobs.wake(uow, "analytics.apply", import_id, WAIT)
            return
    if not _begin(import_id, (ImportState.WAITING, ImportState.APPLYING), ImportState.APPLYING):
        return
    try:
        _Applying(import_id).run()
    except shelf.ShelfMissingError:
        _fail(import_id, Trouble.LOST)
    except _GoneError:
        log.get(__name__).info("an import was given up while it was taken in", import_id=str(import_id))


def sweep_imports() -> None:
    """Wake work that fell silent, and let go of files that were left without a mapping."""
    now = clock.now()
    with reading() as uow:
        found = imports.forgotten(uow, now - SILENT, now - IDLE)
    for import_id, state in found:
        with unit_of_work() as uow:
            row = imports.get(uow, import_id, lock=True)
            if row is None or row.state != state:
                continue
            if state == ImportState.MAPPING:
                close(uow, row, ImportState.CANCELLED)
            else:
                name = "analytics.look" if state in (ImportState.RECEIVED, ImportState.LOOKING) else "analytics.apply"
                jobs.wake(uow, name, import_id)


def _begin(import_id: UUID, before: tuple[ImportState, ...], state: ImportState) -> bool:
    """Enter a state, from the start: what an earlier try laid down goes. A file that kills its worker is given up."""
    with unit_of_work() as uow:
        row = imports.get(uow, import_id, lock=True)
        if row is None or row.state not in before:
            return False
        row.attempts += 1
        if row.attempts > MOST_ATTEMPTS:
            close(uow, row, ImportState.FAILED, Trouble.BROKEN)
            return False
        row.state, row.beat_at, row.done = state, clock.now(), 0
        if state == ImportState.APPLYING:
            practices.drop_source(uow, row.practice_id, row.number)
        return True


def _wait(import_id: UUID) -> None:
    """Leave a file for the next sweep: that nobody could look into it was not its fault."""
    with unit_of_work() as uow:
        row = imports.get(uow, import_id, lock=True)
        if row is not None and row.state == ImportState.LOOKING:
            row.attempts, row.beat_at = max(row.attempts - 1, 0), clock.now()


def _fail(import_id: UUID, trouble: Trouble) -> None:
    with unit_of_work() as uow:
        row = imports.get(uow, import_id, lock=True)
        if row is not None and row.state in imports.LIVE:
            close(uow, row, ImportState.FAILED, trouble)
            audit.record(uow, SYSTEM, "analytics.refused", import_id, trouble=trouble)
            _nudge(uow, row)


def _beating(import_id: UUID, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Pieces handed on, with a sign of life now and then; stops when the import was cancelled."""
    done = 0
    for number, piece in enumerate(pieces):
        done += len(piece)
        if number % BEAT_PIECES == 0:
            with unit_of_work() as uow:
                row = imports.get(uow, import_id)
                if row is None or row.state != ImportState.LOOKING:
                    raise _GoneError
                row.beat_at, row.done = clock.now(), min(done, row.total)
        yield piece


def _put_broken(uow: UnitOfWork, row: PracticeImport, broken: list[int]) -> None:
    imports.drop_refused(uow, [row.id])
    rows = np.zeros(len(broken[:MOST_REFUSED]), REFUSED)
    rows["row"], rows["reason"] = broken[:MOST_REFUSED], Refusal.BROKEN
    imports.put_refused(uow, row.id, 0, rows.tobytes())
    row.reasons = json.dumps({Refusal.BROKEN.value: len(broken)} if broken else {})
    row.refused = len(broken)


def _nudge(uow: UnitOfWork, row: PracticeImport) -> None:
    nudges.nudge(uow, practices.account_of(uow, row.practice_id))


class _Applying:
    """One pass over a table: facts are laid down under a source that nobody sees until the end."""

    def __init__(self, import_id: UUID) -> None:
        self._id = import_id
        with reading() as uow:
            row = imports.get(uow, import_id)
            if row is None:
                raise _GoneError
            self._practice, self._source = row.practice_id, row.number
            zone = ZoneInfo(attestations.zone_of(uow, practices.account_of(uow, row.practice_id)).key)
            seen = Seen(imports.known_tags(uow, row.practice_id))
            mapping, choice = imports.read_mapping(row.mapping), _read_choice(row.choice)
            self._broken = row.refused - sum(
                count for code, count in json.loads(row.reasons).items() if int(code) != Refusal.BROKEN
            )
        secret = vault.derived_key("analytics.tags")
        today = facts.day_number(clock.today(zone))
        self._reading = Reading(mapping, choice, today, zone, secret=secret, seen=seen)
        self._numbers: dict[CodeKind, facts.Ints] = {kind: np.zeros(1, np.int64) for kind in CodeKind}
        self._held: list[Taken] = []
        self._reasons: Counter[int] = Counter({Refusal.BROKEN.value: self._broken} if self._broken else {})
        self._part = self._rows = self._taken = self._refused = 0

    def run(self) -> None:
        """All of it.

        Raises:
            _GoneError: the import was cancelled meanwhile.
        """
        for batch in stripped_batches(shelf.open(TABLE, self._id)):
            taken = self._reading.take(batch)
            self._held.append(taken)
            self._rows += len(batch.numbers)
            self._taken += taken.count
            self._reasons.update(taken.refused["reason"].tolist())
            if sum(len(one.rows) for one in self._held) >= FLUSH_FACTS:
                with unit_of_work() as uow:
                    self._lay_down(uow, self._still_mine(uow))
            else:
                self._beat()
        with unit_of_work() as uow:
            row = self._still_mine(uow)
            self._lay_down(uow, row)
            self._show(uow, row)

    def _beat(self) -> None:
        with unit_of_work() as uow:
            self._still_mine(uow)

    def _still_mine(self, uow: UnitOfWork) -> PracticeImport:
        row = imports.get(uow, self._id, lock=True)
        if row is None or row.state != ImportState.APPLYING:
            raise _GoneError
        if not imports.take_turn(uow, self._practice, self._id, LEASE):
            raise _GoneError
        row.beat_at, row.done, row.total = clock.now(), self._rows, max(row.rows, 1)
        return row

    def _lay_down(self, uow: UnitOfWork, row: PracticeImport) -> None:
        """Keep what is held, under numbers of codes that the practice knows."""
        if not self._held:
            return
        self._part += 1
        for kind, met in self._reading.codes.items():
            known = practices.number_codes(uow, self._practice, kind, met.taken())
            self._numbers[kind] = np.array([0, *(known.get(code, 0) for code, _ in met.known)], np.int64)
        rows = np.concatenate([one.rows for one in self._held])
        rows["service"] = self._numbers[CodeKind.SERVICE][rows["service"]]
        rows["diagnosis"] = self._numbers[CodeKind.DIAGNOSIS][rows["diagnosis"]]
        for month, here in keeping.split(rows).items():
            practices.add_block(uow, self._practice, month, self._source, self._part, here)
        tags = np.concatenate([one.tags for one in self._held])
        imports.put_tags(uow, self._practice, self._source, self._part, tags)
        refused = np.concatenate([one.refused for one in self._held])
        kept = refused[: max(MOST_REFUSED - self._refused, 0)]
        self._refused += len(refused)
        imports.put_refused(uow, row.id, self._part, kept.tobytes())
        self._held = []

    def _show(self, uow: UnitOfWork, row: PracticeImport) -> None:
        """The last step: from here on figures know of it."""
        row.state, row.finished_at = ImportState.DONE, clock.now()
        row.taken, row.refused = self._taken, sum(self._reasons.values())
        row.duplicates = self._reasons[Refusal.DUPLICATE.value]
        row.reasons = json.dumps({str(code): count for code, count in self._reasons.items()})
        row.unknown_codes = sum(not known for met in self._reading.codes.values() for _, known in met.taken())
        row.done = row.total
        uow.flush()
        practices.roll_up(uow, self._practice, practices.months_of_source(uow, self._practice, self._source))
        imports.leave_turn(uow, self._practice, self._id)
        audit.record(uow, SYSTEM, "analytics.applied", row.id, taken=row.taken, refused=row.refused)
        _nudge(uow, row)
        uow.after_commit(lambda: remove_files(self._id))


def _read_choice(text: str) -> Choice:
    told = cast("dict[str, Any]", json.loads(text))
    if not told:
        return Choice()
    first, last = (date.fromisoformat(day) if day else None for day in told["days"])
    return Choice(tuple((low, high) for low, high in told["left_out"]), first, last, bool(told["same"]))
