"""What a worker may run for verification."""

from uuid import UUID

from medportal.features.verification import service
from medportal.infra import jobs
from medportal.kernel.actor import SYSTEM


@jobs.job(service.ASK)
def ask(check_id: UUID) -> None:
    """Ask the register about one check."""
    service.ask(SYSTEM, check_id)


@jobs.sweep("verification.sweep")
def sweep() -> None:
    """Wake the checks whose time has come."""
    _ = service.wake_due(SYSTEM)
