"""What a worker may run for notifications."""

from uuid import UUID

from medportal.features.notifications import service
from medportal.infra import jobs


@jobs.job("notifications.deliver")
def deliver(letter_id: UUID) -> None:
    """Carry one letter of the outbox."""
    service.deliver(letter_id)


@jobs.sweep("notifications.sweep_outbox")
def sweep_outbox() -> None:
    """Tell again about letters that have waited too long."""
    service.sweep_outbox()
