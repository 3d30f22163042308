"""What a worker may run for registration."""

from uuid import UUID

from medportal.features.registration import service
from medportal.infra import jobs
from medportal.kernel.actor import SYSTEM


@jobs.job(service.DUPLICATE_DECIDED)
def duplicate_decided(about: UUID) -> None:
    """Follow a person's decision about numbers that two accounts name."""
    service.follow_duplicate(SYSTEM, about)
