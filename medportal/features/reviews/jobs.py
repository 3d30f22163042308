"""What a worker may run for reviews."""

from uuid import UUID

from medportal.features.reviews import service
from medportal.infra import jobs
from medportal.kernel.actor import SYSTEM


@jobs.job(service.TAKE_EFFECT)
def take_effect(case_id: UUID) -> None:
    """Let a decision take effect that was not taken back."""
    service.take_effect(SYSTEM, case_id)


@jobs.sweep("reviews.sweep")
def sweep() -> None:
    """Bring back what waited too long, and tell again what was not heard."""
    service.look_after(SYSTEM)
