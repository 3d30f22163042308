"""What a worker may run for levels."""

from uuid import UUID

from medportal.features.levels import service
from medportal.infra import jobs
from medportal.infra.db import unit_of_work
from medportal.kernel.actor import SYSTEM


@jobs.job("levels.settle")
def settle(account_id: UUID) -> None:
    """A fact of an account has changed: compare its level with the one it was told."""
    with unit_of_work() as uow:
        service.settle(uow, account_id)


@jobs.every("levels.age", minutes=60)
def age() -> None:
    """Settle, once a day each, the accounts that time alone may have moved."""
    service.settle_aged(SYSTEM)
