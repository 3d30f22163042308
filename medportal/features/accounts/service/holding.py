"""Holding a session: whom a token names now, and how it is renewed."""

import asyncio
from datetime import datetime
from uuid import UUID

from medportal.features.accounts import rules, store
from medportal.features.accounts.models import AuthSession
from medportal.features.accounts.rules import Rotation
from medportal.features.accounts.schemas import AccountState, OpenedSession, RevokeReason
from medportal.features.accounts.service import remembered, sessions
from medportal.features.accounts.service.remembered import Known
from medportal.infra import audit, log
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor, Role


def resolve(token: str, address: str = "", *, check_rotation: bool = False) -> Actor | None:
    """Who holds this token now; None when nobody does. Cheap: the row is remembered for five seconds.

    Args:
        token: the value of the session cookie.
        address: the network address, passed on in the actor.
        check_rotation: judge the token's number too. Right for every HTTP request and for the handshake of a socket;
            wrong for events on an open socket, which keeps the cookie it was opened with. A number that is too old
            ends the session: somebody kept a copy.
    """
    held = sessions.read(token)
    if held is None:
        return None
    session_id, account_id, rot = held
    known = remembered.find(session_id) or _look(session_id)
    if known is None or known.account_id != account_id:
        return None
    role = rules.role_within(known.state, known.role, applicant=known.applicant)
    if role is None or not known.alive(clock.now()):
        return None
    if check_rotation and rot != known.rot and not _still_good(session_id, rot):
        return None
    _saw(known, rot)
    return Actor(role, account_id, session_id, address)


def rotate(token: str) -> OpenedSession | None:
    """A new token for the same session; None when the session is over, or this token is a kept copy."""
    held = sessions.read(token)
    if held is None:
        return None
    session_id, account_id, rot = held
    with unit_of_work() as uow:
        found = store.locked_session(uow, session_id)
        if found is None or found[0].account_id != account_id or not sessions.live(*found):
            return None
        session, _ = found
        verdict = rules.rotation(rot, session.rot, session.rot_seen_at, clock.now())
        if verdict is Rotation.STOLEN:
            _end_reused(uow, session)
            return None
        if verdict is Rotation.CURRENT:
            session.rot, session.rot_seen_at = session.rot + 1, None
        session.seen_at = clock.now()
        uow.after_commit(lambda: remembered.forget(session_id))
        return sessions.opened(session)


def _look(session_id: UUID) -> Known | None:
    mark = remembered.mark()
    with reading() as uow:
        found = store.find_session(uow, session_id)
        if found is None or not sessions.live(*found):
            return None
        session, account = found
        known = Known(
            session_id=session.id,
            account_id=account.id,
            role=Role(account.role),
            state=AccountState(account.state),
            applicant=session.applicant,
            rot=session.rot,
            rot_seen=session.rot_seen_at is not None,
            seen_at=session.seen_at,
            expires_at=session.expires_at,
        )
    remembered.keep(known, mark)
    return known


def _saw(known: Known, rot: int) -> None:
    """Note that the session was used just now. On an event loop the note is written beside it: events do not wait."""
    current = rot == known.rot
    now = clock.now()
    if now - known.seen_at < rules.SEEN_STEP and (known.rot_seen or not current):
        return
    remembered.replace(known, seen_at=now, rot_seen=known.rot_seen or current)
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        _write_seen(known.session_id, rot, now)
    else:
        loop.run_in_executor(None, _write_seen_aside, known.session_id, rot, now)


def _write_seen_aside(session_id: UUID, rot: int, now: datetime) -> None:
    try:
        _write_seen(session_id, rot, now)
    except Exception as error:  # noqa: BLE001 (the person goes on working; the next note is due in five minutes)
        log.incident(error, where="session seen")


def _write_seen(session_id: UUID, rot: int, now: datetime) -> None:
    with unit_of_work() as uow:
        found = store.locked_session(uow, session_id)
        if found is None or not sessions.live(*found):
            return
        session, _ = found
        session.seen_at = max(session.seen_at, now)
        if rot == session.rot and session.rot_seen_at is None:
            session.rot_seen_at = now


def _still_good(session_id: UUID, rot: int) -> bool:
    with unit_of_work() as uow:
        found = store.locked_session(uow, session_id)
        if found is None or not sessions.live(*found):
            return False
        session, _ = found
        verdict = rules.rotation(rot, session.rot, session.rot_seen_at, clock.now())
        if verdict is Rotation.STOLEN:
            _end_reused(uow, session)
        return verdict is not Rotation.STOLEN


def _end_reused(uow: UnitOfWork, session: AuthSession) -> None:
    actor = Actor(Role.VISITOR)
    audit.record(uow, actor, "accounts.session_token_reused", session.account_id, session=session.id)
    sessions.revoke(uow, actor, session, RevokeReason.TOKEN_REUSED)
