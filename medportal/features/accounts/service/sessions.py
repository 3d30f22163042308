"""Sessions: a row that can be ended at any moment, and a signed token in a cookie that names it."""

import secrets
from datetime import timedelta
from uuid import UUID

from medportal.features.accounts import rules, store, texts
from medportal.features.accounts.models import Account, AuthSession, SignInCode
from medportal.features.accounts.schemas import AccountState, OpenedSession, RevokeReason, SessionView, SignInTicket
from medportal.features.accounts.service import letters, remembered
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Purpose
from medportal.infra import audit, nudges, tokens, vault
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.infra.errors import TokenError
from medportal.kernel import clock
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import NotFoundError, RefusedError

KIND = "session"
AGENT, ADDRESS = "auth_session.sealed_agent", "auth_session.sealed_address"


def give_ticket(uow: UnitOfWork, account_id: UUID, *, applicant: bool = False, factor: bool = False) -> SignInTicket:
    """A one-time code for a session of this account; whoever calls has made sure that the person may have it."""
    code = secrets.token_urlsafe(32)
    row = SignInCode(
        code_fingerprint=_code_fingerprint(code),
        account_id=account_id,
        applicant=applicant,
        factor=factor,
        expires_at=clock.now() + rules.TICKET_TTL,
    )
    uow.session.add(row)
    uow.flush()
    return SignInTicket(code)


def redeem(code: str, agent: str, address: str, replacing: str | None = None) -> OpenedSession:
    """Exchange a ticket for a session. The session is always a new one, and the browser's old one ends.

    Args:
        code: the ticket's code.
        agent: the User-Agent header; only the browser's and the system's name are kept.
        address: the network address.
        replacing: the token in the browser's cookie, if it has one.

    Raises:
        RefusedError: the code is unknown, older than a minute, used, or the account was closed meanwhile.
    """
    now = clock.now()
    with unit_of_work() as uow:
        ticket = store.take_code(uow, _code_fingerprint(rules.plain(code)[:200]), now)
        account = store.find_account(uow, ticket.account_id) if ticket else None
        opened = open_one(uow, account, agent, address, ticket) if ticket and account else None
        if opened is not None and replacing is not None:
            _replace(uow, replacing)
    # The used code stays used: the refusal comes after the commit.
    if opened is None:
        raise RefusedError(texts.TICKET_DEAD)
    return opened


def sessions_of(actor: Actor) -> list[SessionView]:
    """The actor's own live sessions, the latest seen first."""
    account_id = actor.must_be_known()
    with reading() as uow:
        account = store.get_account(uow, account_id)
        rows = [row for row in store.open_sessions(uow, account_id, clock.now()) if live(row, account)]
        return [
            SessionView(
                row.id,
                row.created_at,
                row.seen_at,
                rules.agent_words(vault.reveal(AGENT, row.id, row.sealed_agent)),
                row.id == actor.session_id,
            )
            for row in rows
        ]


def sign_out(actor: Actor) -> None:
    """End the session the actor came with; a session ended already is left alone."""
    if actor.session_id is not None:
        _sign_out_one(actor, actor.session_id, RevokeReason.SIGNED_OUT, halfway=actor.account_id is None)


def sign_out_session(actor: Actor, session_id: UUID) -> None:
    """End another of one's own sessions.

    Raises:
        NotFoundError: the actor has no such session.
    """
    if not _sign_out_one(actor, session_id, RevokeReason.SIGNED_OUT_ELSEWHERE):
        raise NotFoundError(texts.NO_SUCH_SESSION)


def sign_out_everywhere(actor: Actor, *, keep_this: bool = False) -> int:
    """End all of one's sessions, the present one too unless told otherwise; how many."""
    account_id = actor.must_be_known()
    kept = actor.session_id if keep_this else None
    with unit_of_work() as uow:
        return revoke_all(uow, actor, account_id, RevokeReason.SIGNED_OUT_ELSEWHERE, but=kept)


def revoke_all(uow: UnitOfWork, actor: Actor, account_id: UUID, reason: RevokeReason, but: UUID | None = None) -> int:
    """End every session of an account, `but` one; their open tabs are told to look."""
    rows = [row for row in store.open_sessions(uow, account_id, clock.now()) if row.id != but]
    for row in rows:
        revoke(uow, actor, row, reason)
    return len(rows)


def _sign_out_one(actor: Actor, session_id: UUID, reason: RevokeReason, *, halfway: bool = False) -> bool:
    account_id = None if halfway else actor.must_be_known()
    with unit_of_work() as uow:
        found = store.find_session(uow, session_id)
        if found is None or (not halfway and found[0].account_id != account_id) or found[0].revoked_at is not None:
            return False
        revoke(uow, actor, found[0], reason)
        return True


def revoke(uow: UnitOfWork, actor: Actor, session: AuthSession, reason: RevokeReason) -> None:
    """End one session; its open tabs are told to look."""
    session.revoked_at = clock.now()
    session_id = session.id
    uow.after_commit(lambda: remembered.forget(session_id))
    audit.record(uow, actor, "accounts.session_ended", session.account_id, session=session_id, reason=reason)
    nudges.nudge(uow, session.account_id)


def open_one(uow: UnitOfWork, account: Account, agent: str, address: str, ticket: SignInCode) -> OpenedSession | None:
    """Open a session for an account that may have one in its state; None when it may not."""
    applicant = ticket.applicant
    role = rules.role_within(AccountState(account.state), Role(account.role), applicant=applicant, proven=ticket.factor)
    if role is None:
        return None
    now = clock.now()
    life = account.created_at + rules.DRAFT_LIFE - now if applicant else rules.SESSION_MOST
    halfway = role is Role.VISITOR
    life = rules.HALFWAY_TTL if halfway else life
    nearby = vault.fingerprint("auth_session.neighbourhood", f"{account.id}|{rules.neighbourhood(address)}")
    first = not store.has_sessions(uow, account.id)
    strange = not first and not store.has_sessions(uow, account.id, nearby)
    key = rules.agent_key(agent)
    session = AuthSession(
        account_id=account.id, applicant=applicant, expires_at=now + life, neighbourhood_fingerprint=nearby
    )
    session.factor_at = now if ticket.factor else None
    session.sealed_agent = vault.seal(AGENT, session.id, key)
    session.sealed_address = vault.seal(ADDRESS, session.id, address[:64])
    uow.session.add(session)
    uow.flush()
    actor = Actor(role, account.id, session.id, address)
    audit.record(uow, actor, "accounts.session_opened", account.id, session=session.id, new_address=strange)
    if strange and not applicant and not ticket.factor:
        notifications.post(uow, account.id, letters.alert(key), purpose=Purpose.SECURITY, key=f"alert:{session.id}")
    return opened(session)


def opened(session: AuthSession) -> OpenedSession:
    """The token of a session with its present number."""
    left = max(timedelta(seconds=1), session.expires_at - clock.now())
    token = tokens.issue(KIND, str(session.account_id), left, sid=str(session.id), rot=session.rot)
    return OpenedSession(session.id, token, int(left.total_seconds()))


def _replace(uow: UnitOfWork, token: str) -> None:
    held = read(token)
    found = store.find_session(uow, held[0]) if held else None
    if held is None or found is None or found[0].revoked_at is not None:
        return
    session, account = found
    revoke(uow, Actor(Role(account.role), account.id, session.id), session, RevokeReason.REPLACED)


def read(token: str) -> tuple[UUID, UUID, int] | None:
    """Session, account and number from a token that is ours; None for any other."""
    try:
        claims = tokens.read(KIND, token)
        rot = claims.facts["rot"]
        return (UUID(str(claims.facts["sid"])), UUID(claims.subject), rot) if isinstance(rot, int) else None
    except (TokenError, KeyError, ValueError):
        return None


def live(session: AuthSession, account: Account) -> bool:
    """Whether a session is worth something now."""
    return (
        session.revoked_at is None
        and rules.session_alive(clock.now(), session.seen_at, session.expires_at, applicant=session.applicant)
        and rules.role_within(AccountState(account.state), Role(account.role), applicant=session.applicant, proven=True)
        is not None
    )


def _code_fingerprint(code: str) -> str:
    return vault.fingerprint("sign_in_code", code)
