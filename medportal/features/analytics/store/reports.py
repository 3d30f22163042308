"""Every query of reports."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import col, delete, select

from medportal.features.analytics.models import PracticeReport
from medportal.infra.db import UnitOfWork


def find(uow: UnitOfWork, account_id: UUID, report_id: UUID) -> PracticeReport | None:
    """A report of the account, removed or not."""
    row = uow.session.get(PracticeReport, report_id)
    return row if row is not None and row.account_id == account_id else None


def kept(uow: UnitOfWork, account_id: UUID, limit: int) -> Sequence[PracticeReport]:
    """The newest reports of an account that were not removed."""
    wanted = select(PracticeReport).where(
        PracticeReport.account_id == account_id, col(PracticeReport.removed_at).is_(None)
    )
    return uow.session.exec(wanted.order_by(col(PracticeReport.id).desc()).limit(limit)).all()


def last_of(uow: UnitOfWork, account_id: UUID, template: str) -> PracticeReport | None:
    """The newest report of an account by one template that was not removed."""
    wanted = select(PracticeReport).where(
        PracticeReport.account_id == account_id,
        PracticeReport.template == template,
        col(PracticeReport.removed_at).is_(None),
    )
    return uow.session.exec(wanted.order_by(col(PracticeReport.id).desc()).limit(1)).first()


def purge(uow: UnitOfWork, before: datetime) -> None:
    """Delete what was removed before a moment."""
    uow.session.exec(delete(PracticeReport).where(col(PracticeReport.removed_at) < before))


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Delete every report of an account."""
    uow.session.exec(delete(PracticeReport).where(col(PracticeReport.account_id) == account_id))
