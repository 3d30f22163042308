"""The breakers: a register that fails again and again is left in peace for a while, then one check tries it."""

from datetime import datetime
from uuid import UUID

from medportal.features.verification import rules, store
from medportal.features.verification.schemas import Circuit, Kind
from medportal.infra import log
from medportal.infra.db import UnitOfWork
from medportal.settings import settings

_log = log.get(__name__)


def barred_until(uow: UnitOfWork, kind: Kind, now: datetime) -> datetime | None:
    """When to come again, if the register is to be left in peace now; None lets this check through.

    Of those who come when the pause is over exactly one gets through, as a trial.
    """
    row = store.circuit(uow, kind, now)
    if row.circuit == Circuit.CLOSED or store.take_trial(uow, kind, now, rules.LEASE):
        return None
    pause_ends = row.opened_until or now
    if row.circuit == Circuit.HALF_OPEN:
        # The trial will most likely be over long before its time is.
        return min(pause_ends, now + rules.pause(demonstration=settings().demonstration))
    return pause_ends


def answered(uow: UnitOfWork, kind: Kind, now: datetime) -> None:
    """The register is well: close the breaker and forget its faults."""
    row = store.circuit(uow, kind, now)
    if row.circuit != Circuit.CLOSED:
        _log.info("a register answers again", kind=kind)
        row.changed_at = now
    row.circuit, row.faults, row.last_fault_of, row.opened_until = Circuit.CLOSED, 0, None, None


def failed(uow: UnitOfWork, kind: Kind, check_id: UUID, now: datetime) -> None:
    """Count a fault. One check that fails over and over counts once: its own ladder spares the register already."""
    row = store.circuit(uow, kind, now)
    if row.last_fault_of != check_id:
        row.faults, row.last_fault_of = row.faults + 1, check_id
    after = rules.circuit_after_fault(Circuit(row.circuit), row.faults)
    if after is Circuit.OPEN and row.circuit != Circuit.OPEN:
        _log.warning("a register is left in peace", kind=kind, faults=row.faults)
        row.circuit, row.changed_at = Circuit.OPEN, now
        row.opened_until = now + rules.pause(demonstration=settings().demonstration)
