"""Every query of verification."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import CursorResult, and_, or_, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, delete, select

from medportal.features.verification.models import RegisterCircuit, VerificationCheck, VerificationEvidence
from medportal.features.verification.schemas import WAITING, Circuit, Kind, State
from medportal.infra.db import UnitOfWork

_WAITING = tuple(state.value for state in WAITING)


def find(uow: UnitOfWork, check_id: UUID, *, lock: bool = False) -> VerificationCheck | None:
    """A check by its id; `lock` holds the row until the unit ends."""
    query = select(VerificationCheck).where(VerificationCheck.id == check_id)
    return uow.session.exec(query.with_for_update() if lock else query).one_or_none()


def find_claim(uow: UnitOfWork, account_id: UUID, kind: Kind, fingerprint: str) -> VerificationCheck | None:
    """The check of exactly this claim, current or superseded."""
    query = select(VerificationCheck).where(
        VerificationCheck.account_id == account_id,
        VerificationCheck.kind == kind.value,
        VerificationCheck.claim_fingerprint == fingerprint,
    )
    return uow.session.exec(query.with_for_update()).one_or_none()


def current(uow: UnitOfWork, account_id: UUID) -> dict[Kind, VerificationCheck]:
    """The newest check of each kind that a person has once."""
    query = (
        select(VerificationCheck)
        .where(
            VerificationCheck.account_id == account_id,
            col(VerificationCheck.superseded_at).is_(None),
            col(VerificationCheck.subject_id).is_(None),
        )
        .order_by(col(VerificationCheck.requested_at), col(VerificationCheck.id))
    )
    return {Kind(row.kind): row for row in uow.session.exec(query)}


def about(uow: UnitOfWork, account_id: UUID) -> dict[UUID, VerificationCheck]:
    """The newest check of each record of an account, by the record."""
    query = (
        select(VerificationCheck)
        .where(
            VerificationCheck.account_id == account_id,
            col(VerificationCheck.superseded_at).is_(None),
            col(VerificationCheck.subject_id).is_not(None),
        )
        .order_by(col(VerificationCheck.requested_at), col(VerificationCheck.id))
    )
    return {row.subject_id: row for row in uow.session.exec(query) if row.subject_id is not None}


def supersede_about(uow: UnitOfWork, account_id: UUID, subject_id: UUID, at: datetime) -> None:
    """Put aside whatever is asked about a record."""
    _ = uow.session.exec(
        update(VerificationCheck)
        .where(
            col(VerificationCheck.account_id) == account_id,
            col(VerificationCheck.subject_id) == subject_id,
            col(VerificationCheck.superseded_at).is_(None),
        )
        .values(superseded_at=at)
    )


def add(uow: UnitOfWork, row: VerificationCheck) -> bool:
    """Put a check in; False when somebody else put the same claim in a moment ago."""
    try:
        with uow.session.begin_nested():
            uow.session.add(row)
    except IntegrityError:
        return False
    return True


def supersede_others(uow: UnitOfWork, row: VerificationCheck, at: datetime) -> None:
    """Put aside every other claim of the same kind, or about the same record: the person answers differently now."""
    same = (
        col(VerificationCheck.kind) == row.kind
        if row.subject_id is None
        else col(VerificationCheck.subject_id) == row.subject_id
    )
    _ = uow.session.exec(
        update(VerificationCheck)
        .where(
            col(VerificationCheck.account_id) == row.account_id,
            same,
            col(VerificationCheck.id) != row.id,
            col(VerificationCheck.superseded_at).is_(None),
        )
        .values(superseded_at=at)
    )


def due(uow: UnitOfWork, now: datetime, limit: int = 500) -> list[UUID]:
    """Checks whose time has come and which nobody is asking, the longest waiting first."""
    query = (
        select(VerificationCheck.id)
        .where(
            col(VerificationCheck.state).in_(_WAITING),
            col(VerificationCheck.superseded_at).is_(None),
            or_(col(VerificationCheck.next_try_at).is_(None), col(VerificationCheck.next_try_at) <= now),
            or_(col(VerificationCheck.leased_until).is_(None), col(VerificationCheck.leased_until) <= now),
        )
        .order_by(col(VerificationCheck.next_try_at))
        .limit(limit)
    )
    return list(uow.session.exec(query))


def lease(uow: UnitOfWork, check_id: UUID, token: UUID, now: datetime, until: datetime) -> bool:
    """Take the check for oneself, in one stroke; False when somebody else has it, or it needs no asking."""
    taken = uow.session.exec(
        update(VerificationCheck)
        .where(
            col(VerificationCheck.id) == check_id,
            col(VerificationCheck.state).in_(_WAITING),
            or_(col(VerificationCheck.leased_until).is_(None), col(VerificationCheck.leased_until) <= now),
        )
        .values(lease=token, leased_until=until, state=State.ASKING.value, asked_at=now)
        .execution_options(synchronize_session=False)
    )
    return _touched(taken)


def add_evidence(uow: UnitOfWork, row: VerificationEvidence) -> None:
    """Keep what was sent and heard."""
    uow.session.add(row)


def circuit(uow: UnitOfWork, kind: Kind, now: datetime) -> RegisterCircuit:
    """The breaker of a register, made closed when it is missing, held until the unit ends."""
    query = select(RegisterCircuit).where(RegisterCircuit.kind == kind.value).with_for_update()
    row = uow.session.exec(query).one_or_none()
    if row is None:
        try:
            with uow.session.begin_nested():
                row = RegisterCircuit(kind=kind.value, changed_at=now)
                uow.session.add(row)
        except IntegrityError:
            row = uow.session.exec(query).one()
    return row


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Take out the checks of an account and their evidence."""
    checks = select(VerificationCheck.id).where(VerificationCheck.account_id == account_id)
    uow.session.exec(delete(VerificationEvidence).where(col(VerificationEvidence.check_id).in_(checks)))
    uow.session.exec(delete(VerificationCheck).where(col(VerificationCheck.account_id) == account_id))


def circuits(uow: UnitOfWork) -> list[RegisterCircuit]:
    """The breakers of all registers that were ever asked."""
    return list(uow.session.exec(select(RegisterCircuit).order_by(RegisterCircuit.kind)))


def take_trial(uow: UnitOfWork, kind: Kind, now: datetime, trial: timedelta) -> bool:
    """Be the one who tries an open register whose pause is over, in one stroke.

    While the trial runs nobody else passes; a trial that was killed ends by itself after its time.
    """
    taken = uow.session.exec(
        update(RegisterCircuit)
        .where(
            col(RegisterCircuit.kind) == kind.value,
            col(RegisterCircuit.circuit).in_((Circuit.OPEN.value, Circuit.HALF_OPEN.value)),
            and_(col(RegisterCircuit.opened_until).is_not(None), col(RegisterCircuit.opened_until) <= now),
        )
        .values(circuit=Circuit.HALF_OPEN.value, opened_until=now + trial, changed_at=now)
        .execution_options(synchronize_session=False)
    )
    return _touched(taken)


def _touched(result: object) -> bool:
    return isinstance(result, CursorResult) and result.rowcount == 1
