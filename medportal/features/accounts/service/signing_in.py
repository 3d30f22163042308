"""Signing in: one answer for every failure, in the same words and in about the same time."""

from dataclasses import dataclass
from uuid import UUID

from medportal.features.accounts import rules, store, texts
from medportal.features.accounts.models import Credential
from medportal.features.accounts.rules import Name
from medportal.features.accounts.schemas import AccountState, LoginKind, SignInTicket
from medportal.features.accounts.service import drafts, sessions, slow_downs
from medportal.features.accounts.service.slow_downs import Key
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel
from medportal.infra import audit, passwords
from medportal.infra.db import UnitOfWork, unit_of_work
from medportal.kernel.actor import Actor
from medportal.kernel.errors import RefusedError

CHANNELS = {LoginKind.EMAIL: Channel.EMAIL, LoginKind.PHONE: Channel.SMS}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Whom a name may mean, and the hash to compare with; both empty when it means nobody."""

    account_id: UUID | None
    password_hash: str | None


def sign_in(actor: Actor, name: str, password: str) -> SignInTicket:
    """Check a name (SNILS, confirmed e-mail or phone, in any spelling) and a password; call it in a thread.

    Raises:
        RefusedError: unknown name, wrong password, unconfirmed contact, unfinished or locked account: all look alike.
        TooOftenError: five wrong attempts with this name from this address; the wait doubles from 30 s to an hour.
    """
    name, password = rules.plain(name), rules.plain(password)
    with unit_of_work() as uow:
        candidates = _candidates(uow, name)
        known = next((c.account_id for c in candidates if c.account_id), None)
        counts = slow_downs.keys("sign_in", rules.name_key(name), actor.address)
        slow_downs.wait_or_count(uow, counts, known)
    # The transaction is closed: hashing takes long, and as long for nobody as for somebody.
    matched = [candidate for candidate in candidates if _matches(candidate, password)]
    fresh_hash = _fresh_hash(matched, password)
    ticket = _conclude(actor, matched, known, counts, fresh_hash)
    if ticket is None:
        raise RefusedError(texts.SIGN_IN_REFUSED)
    return ticket


def find_account(uow: UnitOfWork, typed: str) -> UUID | None:
    """The account a typed name means: by SNILS, or by a confirmed contact."""
    found = (_bearer(uow, name) for name in rules.names(typed))
    return next((account_id for account_id in found if account_id), None)


def _candidates(uow: UnitOfWork, typed: str) -> list[_Candidate]:
    # One comparison per meaning of the name, whether or not somebody bears it: time depends on the spelling alone.
    meanings = rules.names(typed)
    return [_candidate(uow, _bearer(uow, meaning)) for meaning in meanings] or [_Candidate(None, None)]


def _candidate(uow: UnitOfWork, account_id: UUID | None) -> _Candidate:
    credential: Credential | None = store.find_credential(uow, account_id) if account_id else None
    return _Candidate(account_id, credential.password_hash if credential else None)


def _bearer(uow: UnitOfWork, name: Name) -> UUID | None:
    if name.kind is LoginKind.SNILS:
        login = store.find_login(uow, name.kind, drafts.login_fingerprint(name.kind, name.value))
        return login.account_id if login else None
    return notifications.find_account_by_contact(uow, CHANNELS[name.kind], name.value)


def _matches(candidate: _Candidate, password: str) -> bool:
    if candidate.password_hash is None:
        passwords.verify_nobody(password)
        return False
    return passwords.verify(candidate.password_hash, password)


def _fresh_hash(matched: list[_Candidate], password: str) -> str | None:
    kept = matched[0].password_hash if matched else None
    return passwords.hash_password(password) if kept and passwords.needs_rehash(kept) else None


def _conclude(
    actor: Actor, matched: list[_Candidate], known: UUID | None, counts: tuple[Key, ...], fresh_hash: str | None
) -> SignInTicket | None:
    with unit_of_work() as uow:
        account = store.find_account(uow, matched[0].account_id) if matched and matched[0].account_id else None
        if account is None or account.state != AccountState.ACTIVE:
            audit.record(uow, actor, "accounts.sign_in_refused", known)
            return None
        slow_downs.right(uow, counts)
        credential = store.find_credential(uow, account.id)
        if fresh_hash and credential and credential.password_hash == matched[0].password_hash:
            credential.password_hash = fresh_hash
        audit.record(uow, actor, "accounts.signed_in", account.id)
        return sessions.give_ticket(uow, account.id)
