"""Queries of trainings, and the only place where their words are sealed and opened."""

import json
from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult
from sqlmodel import col, delete, func, select

from medportal.features.attestations.models import TrainingRecord
from medportal.features.attestations.schemas.training import Training, TrainingKind
from medportal.infra import vault
from medportal.infra.db import UnitOfWork

WORDS = "training_record.sealed_words"


def of(uow: UnitOfWork, account_id: UUID) -> Sequence[TrainingRecord]:
    """The trainings of an account, newest first."""
    wanted = select(TrainingRecord).where(TrainingRecord.account_id == account_id)
    return uow.session.exec(wanted.order_by(col(TrainingRecord.ended_on).desc(), col(TrainingRecord.id))).all()


def find(uow: UnitOfWork, account_id: UUID, record_id: UUID) -> TrainingRecord | None:
    """A training of this account; another's is as good as none."""
    row = uow.session.get(TrainingRecord, record_id)
    return row if row is not None and row.account_id == account_id else None


def count(uow: UnitOfWork, account_id: UUID) -> int:
    """How many trainings an account has."""
    return uow.session.exec(select(func.count()).where(TrainingRecord.account_id == account_id)).one()


def known(uow: UnitOfWork, account_id: UUID, fingerprints: Sequence[str]) -> set[str]:
    """Which of these trainings are there already."""
    wanted = select(TrainingRecord.record_fingerprint).where(
        TrainingRecord.account_id == account_id, col(TrainingRecord.record_fingerprint).in_(fingerprints)
    )
    return set(uow.session.exec(wanted).all())


def write(row: TrainingRecord, one: Training) -> None:
    """Put a training into its row."""
    row.sealed_words = vault.seal(
        WORDS,
        row.id,
        json.dumps(
            {"title": one.title, "provider": one.provider, "number": one.number, "topic": one.topic},
            ensure_ascii=False,
        ),
    )
    row.record_fingerprint = fingerprint(one)
    row.kind, row.hours, row.points = one.kind, one.hours, one.points
    row.started_on, row.ended_on, row.document_id = one.started_on, one.ended_on, one.document_id


def opened(row: TrainingRecord) -> Training:
    """A training as it was entered."""
    words = json.loads(vault.reveal(WORDS, row.id, row.sealed_words))
    return Training(
        words["title"], words["provider"], TrainingKind(row.kind), row.hours, row.points, row.started_on,
        row.ended_on, row.document_id, words.get("number", ""), words.get("topic", ""),
    )  # fmt: skip


def fingerprint(one: Training) -> str:
    """By what a training is known: entered twice, it is the same."""
    words = "|".join((one.title.casefold(), one.provider.casefold(), str(one.hours), str(one.points)))
    return vault.fingerprint("training_record", f"{words}|{one.started_on}|{one.ended_on}")


def drop_import(uow: UnitOfWork, account_id: UUID, import_id: UUID) -> int:
    """Take out what an import has put in; how many there were."""
    statement = delete(TrainingRecord).where(
        col(TrainingRecord.account_id) == account_id, col(TrainingRecord.import_id) == import_id
    )
    return cast("CursorResult[Any]", uow.session.exec(statement)).rowcount
