"""Every query of qualification, and the only place where its seals are made and opened."""

import json
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlmodel import col, delete, select

from medportal.features.qualification.models import QualificationRecord
from medportal.features.qualification.schemas import Flaw, RecordState, RecordType
from medportal.infra import vault
from medportal.infra.db import UnitOfWork

PLACE = "qualification_record.sealed_answers"


def find(uow: UnitOfWork, record_id: UUID, *, lock: bool = False) -> QualificationRecord | None:
    """A record by its id; `lock` holds the row until the unit ends."""
    query = select(QualificationRecord).where(QualificationRecord.id == record_id)
    return uow.session.exec(query.with_for_update() if lock else query).one_or_none()


def own(uow: UnitOfWork, account_id: UUID, record_id: UUID, *, lock: bool = False) -> QualificationRecord | None:
    """A record by its id, when it is of this account."""
    row = find(uow, record_id, lock=lock)
    return row if row is not None and row.account_id == account_id else None


def of_account(uow: UnitOfWork, account_id: UUID) -> list[QualificationRecord]:
    """The records of an account in the order in which they were made."""
    query = (
        select(QualificationRecord)
        .where(QualificationRecord.account_id == account_id)
        .order_by(col(QualificationRecord.id))
    )
    return list(uow.session.exec(query))


def policy_of(uow: UnitOfWork, account_id: UUID) -> QualificationRecord | None:
    """The policy of an account, if it has one."""
    return next((row for row in of_account(uow, account_id) if row.type == RecordType.POLICY), None)


def put(uow: UnitOfWork, row: QualificationRecord) -> None:
    """Add a record, or send its changes now, so that the database's promises speak."""
    uow.session.add(row)
    uow.flush()


def holder_of(uow: UnitOfWork, fingerprint: str) -> UUID | None:
    """The account that has a paper to itself."""
    query = select(QualificationRecord.account_id).where(QualificationRecord.only_one == fingerprint)
    return uow.session.exec(query).one_or_none()


def others_with(uow: UnitOfWork, fingerprint: str, account_id: UUID) -> tuple[UUID, ...]:
    """Other accounts that have a record of the same paper."""
    query = select(QualificationRecord.account_id).where(
        QualificationRecord.paper_fingerprint == fingerprint, QualificationRecord.account_id != account_id
    )
    return tuple(uow.session.exec(query.distinct().limit(10)).all())


def remove(uow: UnitOfWork, row: QualificationRecord) -> None:
    """Take a record out."""
    uow.session.delete(row)
    uow.flush()


def ended(uow: UnitOfWork, today: date, limit: int = 200) -> list[UUID]:
    """Confirmed records whose typed or told term ended before today."""
    query = (
        select(QualificationRecord.id)
        .where(
            QualificationRecord.state == RecordState.VERIFIED.value,
            col(QualificationRecord.expires_on).is_not(None),
            col(QualificationRecord.expires_on) < today,
        )
        .limit(limit)
    )
    return list(uow.session.exec(query))


def in_states(uow: UnitOfWork, account_id: UUID, states: Iterable[RecordState]) -> list[UUID]:
    """Records of an account that stand in one of these states."""
    wanted = set(states)
    return [row.id for row in of_account(uow, account_id) if row.state in wanted]


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Take out every record of an account."""
    uow.session.exec(delete(QualificationRecord).where(col(QualificationRecord.account_id) == account_id))


def sealed(record_id: UUID, answers: dict[str, str]) -> str:
    """Answers sealed into the row of a record."""
    return vault.seal(PLACE, record_id, json.dumps(answers, ensure_ascii=False, sort_keys=True))


def answers_of(row: QualificationRecord) -> dict[str, str]:
    """What was typed, opened."""
    return json.loads(vault.reveal(PLACE, row.id, row.sealed_answers))


def flaws_of(row: QualificationRecord) -> tuple[Flaw, ...]:
    """What stands in the way of a record."""
    return tuple(Flaw(one) for one in json.loads(row.flaws))


def doubts_of(row: QualificationRecord) -> tuple[Flaw, ...]:
    """What no register can settle about a record."""
    return tuple(Flaw(one) for one in json.loads(row.doubts))


def written(flaws: Iterable[Flaw]) -> str:
    """Flaws as their column holds them."""
    return json.dumps([str(one) for one in flaws])
