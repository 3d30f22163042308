"""What a worker may run for attestations."""

from uuid import UUID

from medportal.features.attestations import service
from medportal.infra import jobs
from medportal.infra.db import unit_of_work
from medportal.kernel.actor import SYSTEM


@jobs.job("attestations.replan")
def replan(account_id: UUID) -> None:
    """Plan one account anew: a document or the profile has changed. It may be addressed by other posts now, too."""
    with unit_of_work() as uow:
        service.replan_account(uow, account_id)
    with unit_of_work() as uow:
        service.catch_up_posts(uow, account_id)


@jobs.job("attestations.replan_rule")
def replan_rule(row_id: UUID) -> None:
    """Have everyone under a changed rule planned anew."""
    service.replan_rule(SYSTEM, row_id)


@jobs.sweep("attestations.replan_stale")
def replan_stale() -> None:
    """Go on with the plans of those who do not come: a new year has its own dates."""
    service.replan_stale(SYSTEM)


@jobs.sweep("attestations.remind")
def remind() -> None:
    """Give the reminders that are due; what a stopped portal has missed is caught up when it starts."""
    service.remind(SYSTEM)


@jobs.job("attestations.fan_out")
def fan_out(post_id: UUID) -> None:
    """Carry a post of staff to those addressed."""
    service.fan_out(SYSTEM, post_id)


@jobs.sweep("attestations.sweep_posts")
def sweep_posts() -> None:
    """Go on with posts whose worker was stopped."""
    service.sweep_posts(SYSTEM)
