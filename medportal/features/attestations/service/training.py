"""Trainings of a person: entered one by one or as a list, and taken out again."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from medportal.features.attestations.models import TrainingRecord
from medportal.features.attestations.rules import tables, training
from medportal.features.attestations.schemas.training import ListRead, ListReport
from medportal.features.attestations.service import gathering
from medportal.features.attestations.store import trainings
from medportal.features.attestations.texts import training as texts
from medportal.features.documents import service as documents
from medportal.infra import audit, facts, nudges
from medportal.infra.db import UnitOfWork, new_id, unit_of_work
from medportal.infra.errors import TakenError
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import ConflictError, InvalidError, NotFoundError
from medportal.kernel.problem import Problem

MOST = 5_000


def save_training(actor: Actor, values: Mapping[str, str], record_id: UUID | None = None) -> UUID:
    """Enter a training, or correct one, by the answers of its form; its id.

    Raises:
        InvalidError: something does not fit; the problems name the fields of the form.
        NotFoundError: there is no such record.
        ConflictError: there is such a record already, or there are too many.
    """
    account_id = actor.must_be_known()
    one, found = training.read(values)
    found = training.problems(one, clock.today()) if one else found
    if one is None or found:
        raise InvalidError(found[0].text if found else texts.TITLE_MISSING, found)
    with unit_of_work() as uow:
        one = replace(
            one,
            document_id=_document(uow, account_id, values.get("document", "")),
            topic=gathering.topic_named(uow, account_id, values.get("topic", "")),
        )
        row = trainings.find(uow, account_id, record_id) if record_id else _new_row(account_id)
        if row is None:
            raise NotFoundError(texts.NO_TRAINING)
        if record_id is None and trainings.count(uow, account_id) >= MOST:
            raise ConflictError(texts.TOO_MANY)
        trainings.write(row, one)
        try:
            with uow.attempt():
                uow.session.add(row)
                uow.flush()
        except TakenError:
            raise ConflictError(texts.KNOWN) from None
        audit.record(uow, actor, "attestations.training_saved", row.id)
        _changed(uow, account_id)
        return row.id


def delete_training(actor: Actor, record_id: UUID) -> None:
    """Take a training out.

    Raises:
        NotFoundError: there is no such record.
    """
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        row = trainings.find(uow, account_id, record_id)
        if row is None:
            raise NotFoundError(texts.NO_TRAINING)
        uow.session.delete(row)
        audit.record(uow, actor, "attestations.training_deleted", record_id)
        _changed(uow, account_id)


def read_list(actor: Actor, data: bytes, mapping: Mapping[str, int] | None = None) -> ListRead:
    """Read a list of trainings from a CSV or XLSX file and take nothing in: what would become of each row.

    Raises:
        InvalidError: the file is too large, no table, empty, or its columns are not known; the problem names `file`.
    """
    actor.must_be_known()
    table = tables.read(data)
    if isinstance(table, str):
        words = {"large": texts.FILE_LARGE, "none": texts.FILE_NONE}[table]
        raise InvalidError(words, [Problem("file", "file_refused", words)])
    if len(table) < 2:
        raise InvalidError(texts.FILE_EMPTY, [Problem("file", "file_empty", texts.FILE_EMPTY)])
    return training.listed(table, mapping, clock.today())


def import_list(actor: Actor, data: bytes, mapping: Mapping[str, int] | None = None) -> ListReport:
    """Take a list of trainings in; the same list twice changes nothing, and `undo_import` takes it out again.

    Raises:
        InvalidError: as of `read_list`, or title and last day have no column.
        ConflictError: there would be too many records; nothing was taken in.
    """
    account_id = actor.must_be_known()
    seen = read_list(actor, data, mapping)
    if not {"title", "ended_on"} <= seen.mapping.keys():
        raise InvalidError(texts.MAPPING, [Problem("file", "mapping", texts.MAPPING)])
    import_id = new_id()
    with unit_of_work() as uow:
        fresh = {trainings.fingerprint(one): one for one in seen.rows}
        there = trainings.known(uow, account_id, list(fresh))
        if trainings.count(uow, account_id) + len(fresh) - len(there) > MOST:
            raise ConflictError(texts.TOO_MANY)
        for key, one in fresh.items():
            if key not in there:
                row = _new_row(account_id, import_id)
                trainings.write(row, one)
                uow.session.add(row)
        added = len(fresh) - len(there)
        if added:
            audit.record(uow, actor, "attestations.trainings_imported", import_id, added=added)
            _changed(uow, account_id)
    return ListReport(import_id if added else None, added, len(seen.rows) - added, seen)


def undo_import(actor: Actor, import_id: UUID) -> int:
    """Take out what an import has put in; how many records there were, none when it was undone already."""
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        count = trainings.drop_import(uow, account_id, import_id)
        if count:
            audit.record(uow, actor, "attestations.import_undone", import_id, count=count)
            _changed(uow, account_id)
        return count


def _new_row(account_id: UUID, import_id: UUID | None = None) -> TrainingRecord:
    today = clock.today()
    return TrainingRecord(
        account_id=account_id, sealed_words="", record_fingerprint="", kind="", hours=0, points=0, started_on=today,
        ended_on=today, import_id=import_id,
    )  # fmt: skip


def _document(uow: UnitOfWork, account_id: UUID, value: str) -> UUID | None:
    try:
        document_id = UUID(value) if value else None
    except ValueError:
        return None
    if document_id is None or documents.find_document(uow, account_id, document_id) is None:
        return None
    return document_id


def _changed(uow: UnitOfWork, account_id: UUID) -> None:
    facts.changed(uow, account_id)
    nudges.nudge(uow, account_id)
