"""Recovery: a link to the confirmed e-mail and a code to the confirmed phone set a new password.

Whoever asks gets one answer. What follows is written by a job, so that not even the time of the answer tells anything.
"""

import hmac
import secrets
from datetime import datetime
from uuid import UUID

from medportal.features.accounts import rules, store, texts
from medportal.features.accounts.models import Recovery
from medportal.features.accounts.schemas import (
    AccountState,
    RecoveryNeeds,
    RecoveryPurpose,
    RecoveryState,
    RevokeReason,
)
from medportal.features.accounts.service import letters, passwords, sessions, signing_in
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel, Purpose
from medportal.infra import audit, jobs, throttle, vault
from medportal.infra.db import UnitOfWork, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import SYSTEM, Actor
from medportal.kernel.errors import InvalidError, RefusedError, TooOftenError
from medportal.kernel.problem import Problem
from medportal.kernel.text import Text

SEND = "accounts.send_recovery"


def ask_recovery(actor: Actor, name: str) -> Text:
    """Ask to set a new password; the answer is the same whoever asks and whatever for.

    Raises:
        TooOftenError: more than 20 times in an hour from this address, whatever the names.
    """
    typed = rules.plain(name)
    with unit_of_work() as uow:
        _limit(uow, "asks", actor, rules.RECOVERIES_PER_ADDRESS)
        account_id = signing_in.find_account(uow, typed)
        recovery = Recovery(account_id=account_id, expires_at=clock.now() + rules.RECOVERY_TTL)
        uow.session.add(recovery)
        uow.flush()
        audit.record(uow, actor, "accounts.recovery_asked", account_id, recovery=recovery.id)
        jobs.wake(uow, SEND, recovery.id)
    return texts.RECOVERY_ASKED


def send_recovery(recovery_id: UUID) -> None:
    """Write the messages of a recovery, once. A fourth within an hour, or one for nobody, is dropped in silence."""
    with unit_of_work() as uow:
        recovery = store.get_recovery(uow, recovery_id)
        if recovery is None or recovery.state != RecoveryState.ASKED:
            return
        account_id = recovery.account_id
        channels = _channels(uow, account_id) if account_id and recovery.expires_at > clock.now() else set[Channel]()
        since = recovery.created_at - rules.HOUR
        if account_id is None or not channels:
            recovery.state = RecoveryState.DROPPED
        elif store.recoveries_since(uow, account_id, since) >= rules.RECOVERIES_PER_ACCOUNT:
            recovery.state = RecoveryState.DROPPED
            audit.record(uow, SYSTEM, "accounts.recovery_dropped", account_id, recovery=recovery.id)
        else:
            _send(uow, recovery, account_id, channels)
        uow.flush()


def sweep_recoveries() -> None:
    """Tell the engine again about recoveries whose messages are still to be written."""
    with unit_of_work() as uow:
        for recovery_id in store.waiting_recoveries(uow):
            jobs.wake(uow, SEND, recovery_id)


def recovery_needs(actor: Actor, token: str) -> RecoveryNeeds:  # noqa: ARG001
    """What the page of a link must ask for; nothing is used up by looking.

    Raises:
        RefusedError: the link is unknown, expired, used, or tried too often: all look alike.
    """
    with unit_of_work() as uow:
        recovery = _alive(uow, token)
        if recovery is None:
            raise RefusedError(texts.RECOVERY_DEAD)
        return RecoveryNeeds(code=recovery.code_fingerprint is not None)


def finish_recovery(actor: Actor, token: str, code: str, new_password: str) -> None:
    """Set a new password by a link, and by a code where one was sent. Every session ends, every contact is told.

    Args:
        actor: whoever opened the link.
        token: from the link.
        code: from the SMS; ignored when none was sent.
        new_password: the new password.

    Raises:
        InvalidError: the password does not fit (problems at `password`), or the code is wrong (at `code`).
        RefusedError: the link is unknown, expired, used, or its code was wrong five times.
        TooOftenError: too many tries from this address.
    """
    passwords.must_fit(new_password, (), "password")
    recovery_id, personal = _prove(actor, token, code)
    # Only who has proved themselves learns whether a word of the password is one of the person's.
    hashed = passwords.hash_chosen(new_password, personal)
    with unit_of_work() as uow:
        recovery = store.get_recovery(uow, recovery_id)
        done = recovery is not None and recovery.account_id is not None and _finish(uow, actor, recovery, hashed)
    if not done:
        raise RefusedError(texts.RECOVERY_DEAD)


def invite(uow: UnitOfWork, account_id: UUID) -> str:
    """The page by which somebody invited sets the first password: good for 48 hours and once."""
    token = secrets.token_urlsafe(32)
    uow.session.add(
        Recovery(
            account_id=account_id,
            purpose=RecoveryPurpose.INVITATION,
            state=RecoveryState.SENT,
            token_fingerprint=_token_fingerprint(token),
            expires_at=clock.now() + rules.INVITATION_TTL,
        )
    )
    uow.flush()
    return letters.recovery_page(token)


def _limit(uow: UnitOfWork, what: str, actor: Actor, most: int) -> None:
    key = vault.fingerprint("throttle.recovery", f"{what}|{actor.address}")
    if seconds := throttle.wait_before(uow, key, most, rules.HOUR):
        raise TooOftenError(texts.WAIT.fill(wait=rules.wait_in_words(seconds)), seconds)


def _channels(uow: UnitOfWork, account_id: UUID) -> set[Channel]:
    account = store.find_account(uow, account_id)
    if account is None or account.state != AccountState.ACTIVE:
        return set()
    return {channel for channel in Channel if notifications.is_confirmed(uow, account_id, channel)}


def _send(uow: UnitOfWork, recovery: Recovery, account_id: UUID, channels: set[Channel]) -> None:
    token, code = secrets.token_urlsafe(32), f"{secrets.randbelow(10**6):06}"
    both = len(channels) > 1
    recovery.token_fingerprint = _token_fingerprint(token)
    recovery.code_fingerprint = _code_fingerprint(recovery.id, code) if both else None
    recovery.state = RecoveryState.SENT
    link = letters.recovery_link(token, with_code=both)
    where = {Channel.EMAIL} if both else channels
    notifications.post(
        uow, account_id, link, purpose=Purpose.RECOVERY, key=f"recovery_link:{recovery.id}", channels=where
    )
    if both:
        words = letters.recovery_code(code)
        notifications.post(
            uow, account_id, words, purpose=Purpose.RECOVERY, key=f"recovery_code:{recovery.id}", channels={Channel.SMS}
        )
    audit.record(uow, SYSTEM, "accounts.recovery_sent", account_id, recovery=recovery.id, with_code=both)


def _alive(uow: UnitOfWork, token: str) -> Recovery | None:
    recovery = store.find_recovery(uow, _token_fingerprint(rules.plain(token)[:200]))
    if recovery is None or recovery.used_at is not None or recovery.expires_at <= clock.now():
        return None
    return recovery if recovery.attempts < rules.RECOVERY_ATTEMPTS else None


def _prove(actor: Actor, token: str, code: str) -> tuple[UUID, tuple[str, ...]]:
    with unit_of_work() as uow:
        _limit(uow, "finishes", actor, rules.FINISHES_PER_ADDRESS)
    with unit_of_work() as uow:
        recovery = _alive(uow, token)
        right = recovery is not None and _code_fits(uow, recovery, code)
        account_id = recovery.account_id if recovery is not None else None
        personal = passwords.words_of(uow, account_id) if account_id and right else ()
        if recovery is not None and not right:
            audit.record(uow, actor, "accounts.recovery_refused", recovery.account_id, recovery=recovery.id)
    # Refusals come after the commit: a wrong attempt stays counted.
    if recovery is None:
        raise RefusedError(texts.RECOVERY_DEAD)
    if not right:
        raise InvalidError(texts.RECOVERY_CODE, [Problem("code", "code_wrong", texts.RECOVERY_CODE)])
    return recovery.id, personal


def _code_fits(uow: UnitOfWork, recovery: Recovery, code: str) -> bool:
    if recovery.code_fingerprint is None:
        return True
    if not store.count_recovery_attempt(uow, recovery, rules.RECOVERY_ATTEMPTS):
        return False
    typed = _code_fingerprint(recovery.id, "".join(rules.plain(code).split())[:32])
    return hmac.compare_digest(typed, recovery.code_fingerprint)


def _finish(uow: UnitOfWork, actor: Actor, recovery: Recovery, hashed: str) -> bool:
    account_id, now = recovery.account_id, clock.now()
    account = store.find_account(uow, account_id) if account_id else None
    if account_id is None or account is None or account.state != AccountState.ACTIVE:
        return False
    if not store.use_recovery(uow, recovery.id, now):
        return False
    passwords.put_password(uow, account_id, hashed)
    _shut_out_others(uow, actor, account_id, now)
    audit.record(uow, actor, "accounts.recovered", account_id, recovery=recovery.id)
    passwords.tell_changed(uow, account_id)
    return True


def _shut_out_others(uow: UnitOfWork, actor: Actor, account_id: UUID, now: datetime) -> None:
    sessions.revoke_all(uow, actor, account_id, RevokeReason.PASSWORD_RECOVERED)
    store.end_recoveries(uow, account_id, now)
    store.end_slow_downs(uow, account_id)


def _token_fingerprint(token: str) -> str:
    return vault.fingerprint("recovery.token", token)


def _code_fingerprint(recovery_id: UUID, code: str) -> str:
    return vault.fingerprint("recovery.code", f"{recovery_id}:{code}")
