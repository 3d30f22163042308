"""Proof that a contact is the person's own: a code by SMS, a link by e-mail."""

import hmac
import secrets
from datetime import timedelta
from uuid import UUID

from medportal.features.notifications import rules, store, texts
from medportal.features.notifications.models import Contact, ContactConfirmation
from medportal.features.notifications.schemas import (
    Channel,
    CodeOutcome,
    CodeSent,
    CodeVerdict,
    Letter,
    LinkOutcome,
    LinkSent,
    LinkVerdict,
    Purpose,
    Sent,
)
from medportal.features.notifications.service import contacts, outbox
from medportal.infra import audit, throttle, vault
from medportal.infra.db import UnitOfWork, new_id, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import SYSTEM, Actor
from medportal.kernel.errors import ConflictError, NotFoundError, TooOftenError
from medportal.kernel.problem import Problem
from medportal.settings import settings

HOUR = timedelta(hours=1)


def send_code(uow: UnitOfWork, actor: Actor, account_id: UUID) -> CodeSent:
    """Send six digits to the account's phone: good for 10 minutes and 5 attempts, the ones before die.

    Raises:
        NotFoundError: there is no phone yet.
        ConflictError: the phone is confirmed already.
        TooOftenError: sooner than 60 seconds after the last one, or more than 5 in an hour.
    """
    contact = _to_confirm(uow, account_id, Channel.SMS)
    _not_too_often(uow, contact)
    code = f"{secrets.randbelow(10**6):06}"
    confirmation_id = new_id()
    _open(uow, contact, confirmation_id, _code_fingerprint(confirmation_id, code), rules.CODE_TTL)
    words = texts.SMS_CODE.fill(code=code)
    letter = Letter(texts.SMS_CODE_SUBJECT, words, brief=words, lifetime=rules.CODE_TTL)
    outbox.put(uow, contact, letter, Purpose.CONFIRMATION, f"confirmation:{confirmation_id}")
    audit.record(uow, actor, "notifications.code_sent", account_id)
    return Sent(int(rules.RESEND_AFTER.total_seconds()), int(rules.CODE_TTL.total_seconds()))


def check_code(uow: UnitOfWork, account_id: UUID, code: str) -> CodeVerdict:
    """Compare a typed code with the one sent; the right one confirms the phone.

    The caller commits whatever the verdict is: a wrong attempt is counted in its unit.
    """
    contact = store.find_contact(uow, account_id, Channel.SMS)
    if contact is not None and contact.confirmed_at is not None:
        return CodeVerdict(CodeOutcome.OK)
    confirmation = store.newest_confirmation(uow, contact.id) if contact else None
    if contact is None or confirmation is None or confirmation.dead:
        return CodeVerdict(CodeOutcome.NONE)
    if confirmation.expires_at <= clock.now():
        return CodeVerdict(CodeOutcome.EXPIRED)
    if not store.count_attempt(uow, confirmation, rules.CODE_ATTEMPTS):
        return CodeVerdict(CodeOutcome.EXHAUSTED)
    typed = _code_fingerprint(confirmation.id, "".join(code.split())[:32])
    if not hmac.compare_digest(typed, confirmation.secret_fingerprint):
        return _wrong(uow, confirmation)
    return CodeVerdict(CodeOutcome(_finish(uow, contact, confirmation)))


def send_link(uow: UnitOfWork, actor: Actor, account_id: UUID) -> LinkSent:
    """Send a link to the account's e-mail: good for 48 hours and once, the ones before die.

    The secret stands in the fragment of the address, which browsers do not send and servers do not log.

    Raises:
        NotFoundError: there is no e-mail yet.
        ConflictError: the e-mail is confirmed already.
        TooOftenError: sooner than 60 seconds after the last one, or more than 5 in an hour.
    """
    contact = _to_confirm(uow, account_id, Channel.EMAIL)
    _not_too_often(uow, contact)
    token = secrets.token_urlsafe(32)
    confirmation_id = new_id()
    _open(uow, contact, confirmation_id, _token_fingerprint(token), rules.LINK_TTL)
    body = texts.CONFIRM_BODY.fill(link=f"{settings().public_origin}/confirm/email#{token}")
    letter = Letter(texts.CONFIRM_SUBJECT, body, lifetime=rules.LINK_TTL)
    outbox.put(uow, contact, letter, Purpose.CONFIRMATION, f"confirmation:{confirmation_id}")
    audit.record(uow, actor, "notifications.link_sent", account_id)
    return Sent(int(rules.RESEND_AFTER.total_seconds()), int(rules.LINK_TTL.total_seconds()))


def use_link(actor: Actor, token: str) -> LinkVerdict:
    """Confirm an e-mail address by the token of its link; who opens it need not be signed in."""
    fingerprint = _token_fingerprint(token[:128])
    with unit_of_work() as uow:
        confirmation = store.find_confirmation(uow, fingerprint)
        if confirmation is None or not hmac.compare_digest(confirmation.secret_fingerprint, fingerprint):
            return LinkVerdict(LinkOutcome.UNKNOWN)
        if confirmation.used_at is not None:
            return LinkVerdict(LinkOutcome.USED)
        contact = store.find_contact(uow, confirmation.account_id, Channel.EMAIL)
        if confirmation.dead or contact is None or contact.id != confirmation.contact_id:
            return LinkVerdict(LinkOutcome.UNKNOWN)
        if confirmation.expires_at <= clock.now():
            return LinkVerdict(LinkOutcome.EXPIRED)
        outcome = LinkOutcome(_finish(uow, contact, confirmation, actor))
        return LinkVerdict(outcome, contact.account_id if outcome is LinkOutcome.OK else None)


def _to_confirm(uow: UnitOfWork, account_id: UUID, channel: Channel) -> Contact:
    contact = store.find_contact(uow, account_id, channel)
    if contact is None:
        field = contacts.FIELDS[channel]
        raise NotFoundError(contacts.MISSING[channel], [Problem(field, f"{field}_missing", contacts.MISSING[channel])])
    if contact.confirmed_at is not None:
        raise ConflictError(texts.ALREADY_CONFIRMED)
    return contact


def _not_too_often(uow: UnitOfWork, contact: Contact) -> None:
    last = store.newest_confirmation(uow, contact.id)
    since = clock.now() - last.created_at if last and not _of_another_value(contact, last) else None
    if since is not None and since < rules.RESEND_AFTER:
        seconds = max(1, -(-int((rules.RESEND_AFTER - since).total_seconds() * 1000) // 1000))
        raise TooOftenError(texts.SENT_JUST_NOW.fill(wait=rules.wait_in_words(seconds)), seconds)
    account = vault.fingerprint("throttle.confirm_account", f"{contact.channel}:{contact.account_id}")
    value = vault.fingerprint("throttle.confirm_contact", contact.value_fingerprint)
    waits = [throttle.wait_before(uow, key, rules.SENDS_PER_HOUR, HOUR) for key in (account, value)]
    if seconds := max(waits):
        raise TooOftenError(texts.SENT_TOO_OFTEN.fill(wait=rules.wait_in_words(seconds)), seconds)


def _of_another_value(contact: Contact, confirmation: ContactConfirmation) -> bool:
    # A person who mistyped a number and has mended it need not wait for a message that went elsewhere.
    return confirmation.dead and confirmation.used_at is None and confirmation.contact_id == contact.id


def _open(uow: UnitOfWork, contact: Contact, row_id: UUID, fingerprint: str, ttl: timedelta) -> None:
    store.bury_confirmations(uow, contact.id)
    uow.session.add(
        ContactConfirmation(
            id=row_id,
            contact_id=contact.id,
            account_id=contact.account_id,
            secret_fingerprint=fingerprint,
            expires_at=clock.now() + ttl,
        )
    )
    uow.flush()


def _wrong(uow: UnitOfWork, confirmation: ContactConfirmation) -> CodeVerdict:
    left = rules.CODE_ATTEMPTS - confirmation.attempts
    audit.record(uow, SYSTEM, "notifications.code_wrong", confirmation.account_id, left=left)
    return CodeVerdict(CodeOutcome.WRONG if left else CodeOutcome.EXHAUSTED, left)


def _finish(uow: UnitOfWork, contact: Contact, confirmation: ContactConfirmation, actor: Actor = SYSTEM) -> str:
    if not store.use_up(uow, confirmation.id, clock.now()) or not contacts.confirm(uow, contact):
        audit.record(uow, actor, "notifications.contact_taken", contact.account_id, channel=Channel(contact.channel))
        return "taken"
    audit.record(uow, actor, "notifications.contact_confirmed", contact.account_id, channel=Channel(contact.channel))
    return "ok"


def _code_fingerprint(confirmation_id: UUID, code: str) -> str:
    return vault.fingerprint("contact_confirmation.code", f"{confirmation_id}:{code}")


def _token_fingerprint(token: str) -> str:
    return vault.fingerprint("contact_confirmation.link", token)
