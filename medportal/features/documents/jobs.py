"""What a worker may run for documents."""

from uuid import UUID

from medportal.features.documents import service
from medportal.infra import jobs
from medportal.kernel.actor import SYSTEM


@jobs.job("documents.process")
def process(document_id: UUID) -> None:
    """Scan, read and settle one document."""
    service.process(SYSTEM, document_id)


@jobs.job("documents.settle")
def settle(document_id: UUID) -> None:
    """Follow a person's decision about one document."""
    service.settle(SYSTEM, document_id)


@jobs.job("documents.recheck")
def recheck(account_id: UUID) -> None:
    """Judge again what waits, after a fact of the account changed."""
    service.recheck(SYSTEM, account_id)


@jobs.job("documents.clear")
def clear(_: UUID) -> None:
    """Take off the shelf what is due."""
    service.clear(SYSTEM)


@jobs.sweep("documents.sweep")
def sweep() -> None:
    """Wake what waits for its turn, and clear what is due on the shelf."""
    service.wake_due(SYSTEM)
    service.clear(SYSTEM)


@jobs.every("documents.days", minutes=60)
def days() -> None:
    """End what has ended, warn of what will, let go what the table lets go."""
    service.expire(SYSTEM)
    service.let_go(SYSTEM)
