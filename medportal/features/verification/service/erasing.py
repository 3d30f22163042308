"""Forgetting: when an account is erased, so is what was claimed about it and what registers answered."""

from uuid import UUID

from medportal.features.verification import store
from medportal.infra.db import UnitOfWork


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Take out the checks and the evidence of an account."""
    store.erase(uow, account_id)
