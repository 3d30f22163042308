"""What a worker may run for the desk."""

from uuid import UUID

from medportal.features.desk import service
from medportal.infra import jobs
from medportal.kernel.actor import SYSTEM


@jobs.job(service.PROVE)
def prove(account_id: UUID) -> None:
    """Record the proof of a client who was seen at the table and has finished."""
    service.record_proof(SYSTEM, account_id)


@jobs.sweep("desk.sweep")
def sweep() -> None:
    """Record what a lost message left behind."""
    service.record_waiting_proofs(SYSTEM)
