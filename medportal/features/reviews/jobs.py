"""What a worker may run for reviews."""

from medportal.features.reviews import service
from medportal.infra import jobs
from medportal.kernel.actor import SYSTEM


@jobs.sweep("reviews.sweep")
def sweep() -> None:
    """Bring back what waited too long, and tell again what was not heard."""
    service.look_after(SYSTEM)
