"""Forgetting: an erased account leaves neither a level nor a proof."""

from uuid import UUID

from medportal.features.levels import store
from medportal.infra.db import UnitOfWork


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Take out what is known of an account's level and identity."""
    store.erase(uow, account_id)
