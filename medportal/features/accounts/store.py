"""Every query of accounts."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult
from sqlmodel import col, delete, func, or_, select, update

from medportal.features.accounts import texts
from medportal.features.accounts.models import (
    Account,
    AuthSession,
    Consent,
    Credential,
    LoginName,
    Recovery,
    SignInCode,
    SlowDown,
    SpareCode,
    StaffFactor,
)
from medportal.features.accounts.schemas import UNFINISHED, AccountState, LoginKind, RecoveryState
from medportal.infra.db import UnitOfWork
from medportal.infra.upserts import held
from medportal.kernel.actor import Role
from medportal.kernel.errors import NotFoundError


def get_account(uow: UnitOfWork, account_id: UUID) -> Account:
    """An account.

    Raises:
        NotFoundError: there is none.
    """
    account = find_account(uow, account_id)
    if account is None:
        raise NotFoundError(texts.NO_ACCOUNT)
    return account


def find_account(uow: UnitOfWork, account_id: UUID) -> Account | None:
    """An account, if there is one."""
    return uow.session.get(Account, account_id)


def find_credential(uow: UnitOfWork, account_id: UUID) -> Credential | None:
    """The password of an account, if it has one."""
    return uow.session.get(Credential, account_id)


def staff_of(uow: UnitOfWork, roles: Collection[Role]) -> list[UUID]:
    """The active accounts of staff with one of these roles."""
    wanted = select(Account.id).where(col(Account.role).in_(sorted(roles)), Account.state == AccountState.ACTIVE.value)
    return list(uow.session.exec(wanted).all())


def find_login(uow: UnitOfWork, kind: LoginKind, fingerprint: str) -> LoginName | None:
    """Who bears this name."""
    wanted = select(LoginName).where(LoginName.kind == kind, LoginName.name_fingerprint == fingerprint)
    return uow.session.exec(wanted).first()


def find_login_of(uow: UnitOfWork, account_id: UUID, kind: LoginKind) -> LoginName | None:
    """The name of a kind that an account bears."""
    wanted = select(LoginName).where(LoginName.account_id == account_id, LoginName.kind == kind)
    return uow.session.exec(wanted).first()


def find_session(uow: UnitOfWork, session_id: UUID) -> tuple[AuthSession, Account] | None:
    """A session with its account."""
    wanted = select(AuthSession, Account).join(Account).where(AuthSession.id == session_id)
    return uow.session.exec(wanted).first()


def locked_session(uow: UnitOfWork, session_id: UUID) -> tuple[AuthSession, Account] | None:
    """A session with its account, held until the unit ends."""
    wanted = select(AuthSession, Account).join(Account).where(AuthSession.id == session_id)
    held = wanted.with_for_update(of=AuthSession).execution_options(populate_existing=True)
    return uow.session.exec(held).first()


def open_sessions(uow: UnitOfWork, account_id: UUID, now: datetime) -> Sequence[AuthSession]:
    """Sessions of an account that have neither ended nor been revoked; idle ones may be among them."""
    wanted = select(AuthSession).where(
        AuthSession.account_id == account_id, col(AuthSession.revoked_at).is_(None), AuthSession.expires_at > now
    )
    return uow.session.exec(wanted.order_by(col(AuthSession.seen_at).desc())).all()


def has_sessions(uow: UnitOfWork, account_id: UUID, neighbourhood: str | None = None) -> bool:
    """Whether the account was ever entered, from anywhere or from this neighbourhood; drafts do not count."""
    wanted = select(AuthSession.id).where(AuthSession.account_id == account_id, col(AuthSession.applicant).is_(False))
    if neighbourhood is not None:
        wanted = wanted.where(AuthSession.neighbourhood_fingerprint == neighbourhood)
    return uow.session.exec(wanted.limit(1)).first() is not None


def take_code(uow: UnitOfWork, fingerprint: str, now: datetime) -> SignInCode | None:
    """Use a sign-in code up; None when it is unknown, too old, or used."""
    used = _run(
        uow,
        update(SignInCode)
        .where(
            col(SignInCode.code_fingerprint) == fingerprint,
            col(SignInCode.used_at).is_(None),
            col(SignInCode.expires_at) > now,
        )
        .values(used_at=now),
    )
    wanted = select(SignInCode).where(SignInCode.code_fingerprint == fingerprint)
    return uow.session.exec(wanted).first() if used == 1 else None


def find_factor(uow: UnitOfWork, account_id: UUID, *, lock: bool = False) -> StaffFactor | None:
    """The second factor of an account; `lock` holds it until the unit ends."""
    wanted = select(StaffFactor).where(StaffFactor.account_id == account_id)
    held = wanted.with_for_update().execution_options(populate_existing=True)
    return uow.session.exec(held if lock else wanted).first()


def put_factor(uow: UnitOfWork, row: StaffFactor) -> None:
    """Keep a factor in the place of the one before."""
    _run(uow, delete(StaffFactor).where(col(StaffFactor.account_id) == row.account_id))
    uow.session.add(row)
    uow.flush()


def put_spare_codes(uow: UnitOfWork, account_id: UUID, fingerprints: Sequence[str]) -> None:
    """Keep these spare codes and no others."""
    _run(uow, delete(SpareCode).where(col(SpareCode.account_id) == account_id))
    uow.session.add_all(SpareCode(account_id=account_id, code_fingerprint=one) for one in fingerprints)
    uow.flush()


def use_spare_code(uow: UnitOfWork, account_id: UUID, fingerprint: str, now: datetime) -> bool:
    """Use a spare code up, in one stroke; False when it is unknown or used."""
    mine = (col(SpareCode.account_id) == account_id, col(SpareCode.code_fingerprint) == fingerprint)
    return _run(uow, update(SpareCode).where(*mine, col(SpareCode.used_at).is_(None)).values(used_at=now)) == 1


def spare_codes_left(uow: UnitOfWork, account_id: UUID) -> int:
    """How many spare codes were not used."""
    wanted = select(func.count()).where(SpareCode.account_id == account_id, col(SpareCode.used_at).is_(None))
    return uow.session.exec(wanted).one()


def forget_factor(uow: UnitOfWork, account_id: UUID) -> bool:
    """Take the factor and its spare codes out; whether there was one."""
    _run(uow, delete(SpareCode).where(col(SpareCode.account_id) == account_id))
    return _run(uow, delete(StaffFactor).where(col(StaffFactor.account_id) == account_id)) == 1


def live_consents(uow: UnitOfWork, account_id: UUID) -> Sequence[Consent]:
    """Consents that were not withdrawn."""
    wanted = select(Consent).where(Consent.account_id == account_id, col(Consent.withdrawn_at).is_(None))
    return uow.session.exec(wanted).all()


def get_recovery(uow: UnitOfWork, recovery_id: UUID) -> Recovery | None:
    """A recovery by its id."""
    return uow.session.get(Recovery, recovery_id)


def find_recovery(uow: UnitOfWork, fingerprint: str) -> Recovery | None:
    """A recovery by its token."""
    return uow.session.exec(select(Recovery).where(Recovery.token_fingerprint == fingerprint)).first()


def recoveries_since(uow: UnitOfWork, account_id: UUID, since: datetime) -> int:
    """How many recoveries have been sent for an account."""
    wanted = select(func.count()).where(
        Recovery.account_id == account_id, Recovery.state == RecoveryState.SENT, Recovery.created_at > since
    )
    return uow.session.exec(wanted).one()


def waiting_recoveries(uow: UnitOfWork) -> Sequence[UUID]:
    """Recoveries whose messages have not been written yet."""
    return uow.session.exec(select(Recovery.id).where(Recovery.state == RecoveryState.ASKED).limit(500)).all()


def count_recovery_attempt(uow: UnitOfWork, recovery: Recovery, most: int) -> bool:
    """Count one attempt in a single statement, so that attempts side by side cannot exceed `most` together."""
    counted = _run(
        uow,
        update(Recovery)
        .where(col(Recovery.id) == recovery.id, col(Recovery.attempts) < most)
        .values(attempts=col(Recovery.attempts) + 1),
    )
    return counted == 1


def use_recovery(uow: UnitOfWork, recovery_id: UUID, now: datetime) -> bool:
    """Use a recovery up; False when it is used, or its time is over."""
    used = _run(
        uow,
        update(Recovery)
        .where(col(Recovery.id) == recovery_id, col(Recovery.used_at).is_(None), col(Recovery.expires_at) > now)
        .values(used_at=now),
    )
    return used == 1


def end_recoveries(uow: UnitOfWork, account_id: UUID, now: datetime) -> None:
    """Make every other way to set the account's password useless."""
    _run(
        uow,
        update(Recovery)
        .where(col(Recovery.account_id) == account_id, col(Recovery.used_at).is_(None))
        .values(used_at=now),
    )


def locked_slow_down(uow: UnitOfWork, key: str, now: datetime) -> SlowDown:
    """The count of wrong attempts under a key, made if missing, and held until the unit ends."""
    row = SlowDown(key_fingerprint=key, last_at=now, wait_until=now)
    return held(uow, SlowDown, "key_fingerprint", row.model_dump())


def end_slow_downs(uow: UnitOfWork, account_id: UUID) -> None:
    """Forget the wrong attempts made on an account."""
    _run(uow, delete(SlowDown).where(col(SlowDown.account_id) == account_id))


def forget_slow_down(uow: UnitOfWork, key: str) -> None:
    """Forget the wrong attempts under a key."""
    _run(uow, delete(SlowDown).where(col(SlowDown.key_fingerprint) == key))


def old_drafts(uow: UnitOfWork, before: datetime) -> Sequence[UUID]:
    """Registrations begun before a moment and never finished."""
    wanted = select(Account.id).where(col(Account.state).in_(UNFINISHED), Account.created_at < before)
    return uow.session.exec(wanted.limit(200)).all()


def throw_away_old(uow: UnitOfWork, now: datetime, before: datetime) -> None:
    """Delete what time has made useless: codes, recoveries, counts of attempts, sessions long ended."""
    _run(uow, delete(SignInCode).where(col(SignInCode.expires_at) < before))
    _run(uow, delete(Recovery).where(col(Recovery.expires_at) < before))
    _run(uow, delete(SlowDown).where(col(SlowDown.last_at) < before, col(SlowDown.wait_until) < now))


def throw_away_sessions(uow: UnitOfWork, before: datetime) -> None:
    """Delete sessions that ended, or were ended, before a moment."""
    old = or_(col(AuthSession.expires_at) < before, col(AuthSession.revoked_at) < before)
    _run(uow, delete(AuthSession).where(old))


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Delete everything kept for an account but its bare row."""
    for table in (SignInCode, AuthSession, SpareCode, StaffFactor, Credential, LoginName, Consent, Recovery, SlowDown):
        _run(uow, delete(table).where(col(table.account_id) == account_id))


def _run(uow: UnitOfWork, statement: Any) -> int:
    return cast("CursorResult[Any]", uow.session.exec(statement)).rowcount
