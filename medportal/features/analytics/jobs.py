"""What a worker may run for analytics."""

from uuid import UUID

from medportal.features.analytics import service
from medportal.infra import jobs
from medportal.infra.db import unit_of_work

FOLLOW = "analytics.follow"


@jobs.job("analytics.look")
def look(import_id: UUID) -> None:
    """Look into a file that came in."""
    service.look(import_id)


@jobs.job("analytics.apply")
def apply(import_id: UUID) -> None:
    """Take a mapped table in."""
    service.apply(import_id)


@jobs.job(FOLLOW)
def follow(account_id: UUID) -> None:
    """A fact of an account has changed: have it stand among those it belongs to now."""
    with unit_of_work() as uow:
        service.follow(uow, account_id)


@jobs.sweep("analytics.sweep")
def sweep() -> None:
    """Pick up imports whose worker was killed."""
    service.sweep_imports()
