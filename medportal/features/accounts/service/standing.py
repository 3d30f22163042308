"""Facts about an account from which higher slices compute its level."""

from uuid import UUID

from medportal.features.accounts import store
from medportal.infra.db import UnitOfWork


def has_password(uow: UnitOfWork, account_id: UUID) -> bool:
    """Whether the account has set a password."""
    return store.find_credential(uow, account_id) is not None


def has_consent(uow: UnitOfWork, account_id: UUID) -> bool:
    """Whether the account's consent holds."""
    return bool(store.live_consents(uow, account_id))
