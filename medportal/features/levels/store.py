"""Queries of the levels."""

import json
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import col, delete, select

from medportal.features.levels.models import IdentityProof, LevelTold
from medportal.features.levels.schemas import Condition, Level
from medportal.infra.db import UnitOfWork
from medportal.infra.upserts import inserting
from medportal.kernel import clock


def hold(uow: UnitOfWork, account_id: UUID) -> LevelTold | None:
    """What the account was told last, held until the unit ends; None when it was told nothing."""
    wanted = select(LevelTold).where(LevelTold.account_id == account_id)
    return uow.session.exec(wanted.with_for_update().execution_options(populate_existing=True)).first()


def level_told(uow: UnitOfWork, account_id: UUID) -> Level:
    """The level that the account was told last; none when it was told nothing."""
    row = uow.session.get(LevelTold, account_id)
    return Level(row.level) if row else Level.NONE


def remember_first(uow: UnitOfWork, account_id: UUID, level: int, met: frozenset[Condition]) -> None:
    """Keep a first level; another worker's, if it was faster."""
    now = clock.now()
    row = inserting(uow, LevelTold).values(
        account_id=account_id, level=level, met=written(met), moves=0, told_at=now, settled_at=now
    )
    uow.session.exec(row.on_conflict_do_nothing())


def written(met: frozenset[Condition]) -> str:
    """Conditions as text for their column."""
    return json.dumps(sorted(met))


def met_of(row: LevelTold) -> frozenset[Condition]:
    """The conditions that were met; one that the rules do not know any more is passed over."""
    return frozenset(Condition(one) for one in json.loads(row.met) if one in set(Condition))


def settled_before(uow: UnitOfWork, moment: datetime, limit: int) -> Sequence[UUID]:
    """Accounts that were looked at last before a moment, the longest ago first."""
    wanted = select(LevelTold.account_id).where(LevelTold.settled_at < moment)
    return uow.session.exec(wanted.order_by(col(LevelTold.settled_at)).limit(limit)).all()


def add_proof(uow: UnitOfWork, proof: IdentityProof) -> None:
    """Keep a proof of identity."""
    uow.session.add(proof)
    uow.flush()


def proofs(uow: UnitOfWork, account_id: UUID, person_mark: str) -> Sequence[IdentityProof]:
    """The proofs that are about this very person, newest first."""
    wanted = select(IdentityProof).where(
        IdentityProof.account_id == account_id, IdentityProof.person_mark == person_mark
    )
    return uow.session.exec(wanted.order_by(col(IdentityProof.id).desc())).all()


def any_proof(uow: UnitOfWork, account_id: UUID) -> IdentityProof | None:
    """The newest proof of an account, whoever it was about."""
    wanted = select(IdentityProof).where(IdentityProof.account_id == account_id)
    return uow.session.exec(wanted.order_by(col(IdentityProof.id).desc()).limit(1)).first()


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Take out what is known of an account."""
    for table in (LevelTold, IdentityProof):
        uow.session.exec(delete(table).where(col(table.account_id) == account_id))
