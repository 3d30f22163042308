"""Holding a session: whom a token names now, and how it is renewed."""

from datetime import datetime
from uuid import UUID

from medportal.features.accounts import rules, store
from medportal.features.accounts.models import AuthSession
from medportal.features.accounts.rules import Rotation
from medportal.features.accounts.schemas import AccountState, OpenedSession, RevokeReason
from medportal.features.accounts.service import remembered, sessions
from medportal.features.accounts.service.remembered import Known
from medportal.infra import audit
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor, Role


def resolve(token: str, address: str = "", *, check_rotation: bool = False) -> Actor | None:
    """Who holds this token now; None when nobody does. The row is remembered for five seconds; call it in a thread.

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
    role = known.role_now
    if role is None or not known.alive(clock.now()):
        return None
    if check_rotation and rot != known.rot and not _still_good(session_id, rot):
        return None
    _saw(known, rot)
    return _actor(known, role, address)


def at_hand(token: str, address: str = "") -> Actor | None:
    """Like `resolve`, but from memory alone: never touches the database, so an event loop may call it.

    None means «not known at the moment»: ask `resolve` in a thread.
    """
    held = sessions.read(token)
    known = remembered.find(held[0]) if held else None
    if held is None or known is None or known.account_id != held[1] or _note_due(known, held[2]):
        return None
    role = known.role_now
    return _actor(known, role, address) if role and known.alive(clock.now()) else None


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


def _actor(known: Known, role: Role, address: str) -> Actor:
    """Who stands behind the session. A member of staff without the second factor is nobody's account yet."""
    return Actor(role, None if role is Role.VISITOR else known.account_id, known.session_id, address)


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
            proven=session.factor_at is not None,
            rot=session.rot,
            rot_seen=session.rot_seen_at is not None,
            seen_at=session.seen_at,
            expires_at=session.expires_at,
        )
    remembered.keep(known, mark)
    return known


def _note_due(known: Known, rot: int) -> bool:
    """Whether it is to be written down that the session was used, or that its newest token has arrived."""
    arrived = rot == known.rot and not known.rot_seen
    return arrived or clock.now() - known.seen_at >= rules.SEEN_STEP


def _saw(known: Known, rot: int) -> None:
    if _note_due(known, rot):
        remembered.replace(known, seen_at=clock.now(), rot_seen=known.rot_seen or rot == known.rot)
        _write_seen(known.session_id, rot, clock.now())


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
