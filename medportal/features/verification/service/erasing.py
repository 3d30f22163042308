"""Forgetting: when an account is erased, so is what was claimed about it and what registers answered."""

from uuid import UUID

from sqlmodel import col, delete, select

from medportal.features.verification.models import VerificationCheck, VerificationEvidence
from medportal.infra.db import UnitOfWork


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Take out the checks and the evidence of an account."""
    checks = select(VerificationCheck.id).where(VerificationCheck.account_id == account_id)
    uow.session.exec(delete(VerificationEvidence).where(col(VerificationEvidence.check_id).in_(checks)))
    uow.session.exec(delete(VerificationCheck).where(col(VerificationCheck.account_id) == account_id))
