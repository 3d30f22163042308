"""What a worker may run for accounts."""

from uuid import UUID

from medportal.features.accounts import service
from medportal.infra import jobs


@jobs.job("accounts.send_recovery")
def send_recovery(recovery_id: UUID) -> None:
    """Write the messages of one recovery."""
    service.send_recovery(recovery_id)


@jobs.sweep("accounts.sweep_recoveries")
def sweep_recoveries() -> None:
    """Tell again about recoveries whose messages are still to be written."""
    service.sweep_recoveries()


@jobs.every("accounts.forget_drafts", minutes=60)
def forget_drafts() -> None:
    """Erase registrations that were never finished, and what else time has made useless."""
    service.forget_drafts()
    service.throw_away_old()
