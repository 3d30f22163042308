"""What a worker may run for certificates."""

from uuid import UUID

from medportal.features.certificates import service
from medportal.infra import jobs
from medportal.infra.db import unit_of_work
from medportal.kernel.actor import SYSTEM


@jobs.job("certificates.make")
def make(certificate_id: UUID) -> None:
    """Make a certificate that was asked for."""
    service.make(SYSTEM, certificate_id)


@jobs.job("certificates.settle")
def settle(account_id: UUID) -> None:
    """A fact of an account has changed: does its certificate still rest on something."""
    with unit_of_work() as uow:
        service.settle(uow, account_id)


@jobs.sweep("certificates.sweep")
def sweep() -> None:
    """Wake what a killed worker has left unmade."""
    service.wake_due(SYSTEM)


@jobs.every("certificates.forget", minutes=1440)
def forget() -> None:
    """Take numbers off the published list that have ended by themselves."""
    service.forget_ended(SYSTEM)
