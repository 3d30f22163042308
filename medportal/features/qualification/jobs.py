"""What a worker may run for qualification."""

from uuid import UUID

from medportal.features.qualification import service
from medportal.infra import jobs
from medportal.kernel.actor import SYSTEM

LOOK_AGAIN = "qualification.look_again"


@jobs.job(service.SETTLE)
def settle(record_id: UUID) -> None:
    """Settle one record."""
    service.settle(SYSTEM, record_id)


@jobs.job(LOOK_AGAIN)
def look_again(account_id: UUID) -> None:
    """A fact of an account changed."""
    service.look_again(SYSTEM, account_id)


@jobs.sweep("qualification.sweep")
def sweep() -> None:
    """Let papers expire whose term has ended."""
    _ = service.sweep(SYSTEM)
