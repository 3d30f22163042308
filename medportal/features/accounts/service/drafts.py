"""From the first consent to an active account, or to oblivion after thirty days."""

from collections.abc import Callable
from uuid import UUID

from medportal.features.accounts import rules, store, texts
from medportal.features.accounts.models import Account, Consent, LoginName
from medportal.features.accounts.schemas import (
    UNFINISHED,
    AccountState,
    AccountView,
    LoginKind,
    RevokeReason,
    SignInTicket,
)
from medportal.features.accounts.service import letters, sessions
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel, Purpose
from medportal.infra import audit, facts, nudges, throttle, vault
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.infra.errors import TakenError
from medportal.kernel import clock
from medportal.kernel.actor import SYSTEM, Actor, Role
from medportal.kernel.errors import ConflictError, InvalidError, TooOftenError
from medportal.kernel.problem import Problem
from medportal.kernel.text import Locale

CONSENT_ADDRESS = "consent.sealed_address"

erasers: list[Callable[[UnitOfWork, UUID], None]] = []
"""What higher slices do when an account is erased: each deletes its own rows. The wiring appends them."""


def open_draft(uow: UnitOfWork, actor: Actor, consent_version: str, text_hash: str, locale: Locale = "ru") -> UUID:
    """Create an account in draft together with the consent that permits it (152-FZ art. 9; rules §8).

    Args:
        uow: the caller's unit.
        actor: the visitor; the network address is kept with the consent.
        consent_version: which version of the text was agreed to.
        text_hash: a hash of that text.
        locale: the language the person reads, and is written to in.
    """
    account = Account(language=locale)
    uow.session.add(account)
    uow.flush()
    consent = Consent(account_id=account.id, version=consent_version, text_hash=text_hash, language=locale)
    consent.sealed_address = vault.seal(CONSENT_ADDRESS, consent.id, actor.address[:64])
    uow.session.add(consent)
    notifications.speak(uow, account.id, locale)
    audit.record(uow, actor, "accounts.draft_opened", account.id)
    audit.record(uow, actor, "accounts.consent_given", account.id, consent=consent.id)
    return account.id


def open_client_draft(uow: UnitOfWork, actor: Actor, locale: Locale = "ru") -> UUID:
    """Create an account in draft for a client whom an operator receives; he gives the consent himself, later.

    Until then it is what the client has handed over on paper, kept for his own application (152-FZ art. 6 p. 1.5), and
    it is erased with other drafts when he does not go on.
    """
    account = Account(language=locale)
    uow.session.add(account)
    uow.flush()
    notifications.speak(uow, account.id, locale)
    audit.record(uow, actor, "accounts.client_draft_opened", account.id)
    return account.id


def give_consent(uow: UnitOfWork, actor: Actor, account_id: UUID, version: str, text_hash: str) -> None:
    """Keep the consent of a client to what was keyed in for him; who has made sure that it is he calls this."""
    account = store.get_account(uow, account_id)
    consent = Consent(account_id=account_id, version=version, text_hash=text_hash, language=account.language)
    consent.sealed_address = vault.seal(CONSENT_ADDRESS, consent.id, actor.address[:64])
    uow.session.add(consent)
    audit.record(uow, actor, "accounts.consent_given", account_id, consent=consent.id)


def bearer_of(uow: UnitOfWork, kind: LoginKind, value: str) -> UUID | None:
    """The account that bears this exact SNILS, or has confirmed this contact; None when nobody does."""
    if kind is LoginKind.SNILS:
        digits = rules.snils_digits(value)
        login = store.find_login(uow, kind, login_fingerprint(kind, digits)) if digits else None
        return login.account_id if login else None
    channel = Channel.EMAIL if kind is LoginKind.EMAIL else Channel.SMS
    return notifications.find_account_by_contact(uow, channel, value)


def open_draft_session(actor: Actor, consent_version: str, text_hash: str, locale: Locale = "ru") -> SignInTicket:
    """Create a draft and a ticket for its applicant: a cookie for thirty days, so that nothing saved is lost.

    Raises:
        TooOftenError: too many registrations were begun from this address within an hour.
    """
    with unit_of_work() as uow:
        key = vault.fingerprint("throttle.drafts", actor.address)
        if seconds := throttle.wait_before(uow, key, rules.DRAFTS_PER_ADDRESS, rules.HOUR):
            raise TooOftenError(texts.WAIT.fill(wait=rules.wait_in_words(seconds)), seconds)
        account_id = open_draft(uow, actor, consent_version, text_hash, locale)
        return sessions.give_ticket(uow, account_id, applicant=True)


def name_login(uow: UnitOfWork, account_id: UUID, kind: LoginKind, value: str) -> None:
    """Let the account be known by its SNILS at the door. E-mail and phone count by themselves once confirmed.

    An unfinished registration gives way: nobody may hold a person's number by starting a registration with it, and a
    person who lost yesterday's draft may begin anew.

    Raises:
        ConflictError: a registered account has this number; the words tell nothing of whose.
        InvalidError: the value is no SNILS.
        ValueError: the kind is e-mail or phone, a fault of the caller.
    """
    if kind is not LoginKind.SNILS:
        raise ValueError("e-mail and phone become login names by being confirmed")
    digits = rules.snils_digits(value)
    if digits is None:
        raise InvalidError(texts.SNILS_WRONG, [Problem("snils", "snils_format", texts.SNILS_WRONG)])
    fingerprint = login_fingerprint(kind, digits)
    holder = store.find_login(uow, kind, fingerprint)
    if holder is not None and holder.account_id != account_id:
        if store.get_account(uow, holder.account_id).state not in UNFINISHED:
            raise ConflictError(texts.ALREADY_TAKEN)
        uow.session.delete(holder)
        uow.flush()
    login = store.find_login_of(uow, account_id, kind) or LoginName(
        account_id=account_id, kind=kind, name_fingerprint=""
    )
    login.name_fingerprint = fingerprint
    try:
        with uow.attempt():
            uow.session.add(login)
    except TakenError:
        raise ConflictError(texts.ALREADY_TAKEN) from None


def forget_login(uow: UnitOfWork, account_id: UUID, kind: LoginKind) -> None:
    """Let the account be known by this name no more: it is another person's."""
    login = store.find_login_of(uow, account_id, kind)
    if login is not None:
        uow.session.delete(login)
        uow.flush()


def move(uow: UnitOfWork, actor: Actor, account_id: UUID, state: AccountState) -> None:
    """Move an unfinished registration to another unfinished state.

    Raises:
        ConflictError: there is no such way from where it stands.
    """
    account = store.get_account(uow, account_id)
    before = AccountState(account.state)
    if before is state:
        return
    if state not in UNFINISHED or not rules.may_move(before, state):
        raise ConflictError(texts.NOT_A_DRAFT)
    account.state = state
    audit.record(uow, actor, "accounts.state_changed", account_id, before=before, after=state)
    facts.changed(uow, account_id)
    nudges.nudge(uow, account_id)


def activate(uow: UnitOfWork, actor: Actor, account_id: UUID) -> SignInTicket:
    """Finish a registration: the account becomes active, the applicant's session ends, the doctor may come in.

    Raises:
        ConflictError: it is not an unfinished registration, or its SNILS went to another one meanwhile.
        InvalidError: the consent, the password or a confirmed contact is missing.
    """
    account = store.get_account(uow, account_id)
    before = AccountState(account.state)
    if before not in UNFINISHED or not rules.may_move(before, AccountState.ACTIVE):
        raise ConflictError(texts.NOT_A_DRAFT)
    if store.find_login_of(uow, account_id, LoginKind.SNILS) is None:
        raise ConflictError(texts.ALREADY_TAKEN)
    _complete(uow, account_id)
    account.state = AccountState.ACTIVE
    notifications.settle(uow, account_id)
    audit.record(uow, actor, "accounts.activated", account_id)
    notifications.post(
        uow, account_id, letters.registered(), purpose=Purpose.REGISTRATION, key=f"registered:{account_id}"
    )
    sessions.revoke_all(uow, actor, account_id, RevokeReason.REGISTERED)
    facts.changed(uow, account_id)
    nudges.nudge(uow, account_id)
    return sessions.give_ticket(uow, account_id)


def account_of(actor: Actor) -> AccountView:
    """The actor's own account."""
    with reading() as uow:
        return get_account(uow, actor.must_be_known())


def get_account(uow: UnitOfWork, account_id: UUID) -> AccountView:
    """An account.

    Raises:
        NotFoundError: there is none.
    """
    account = store.get_account(uow, account_id)
    language: Locale = "en" if account.language == "en" else "ru"
    return AccountView(account.id, AccountState(account.state), Role(account.role), language, account.created_at)


def set_language(actor: Actor, locale: Locale) -> None:
    """Speak and write to the actor in this language from now on."""
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        store.get_account(uow, account_id).language = locale
        notifications.speak(uow, account_id, locale)


def withdraw_consent(actor: Actor) -> None:
    """Withdraw the consent: processing stops, the account is locked, every session ends (152-FZ art. 9 p. 2).

    An unfinished registration is erased at once: nothing but the consent ever held it.
    """
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        account = store.get_account(uow, account_id)
        for consent in store.live_consents(uow, account_id):
            consent.withdrawn_at = clock.now()
            audit.record(uow, actor, "accounts.consent_withdrawn", account_id, consent=consent.id)
        sessions.revoke_all(uow, actor, account_id, RevokeReason.CONSENT_WITHDRAWN)
        if account.state in UNFINISHED:
            erase(uow, actor, account_id)
            return
        account.state = AccountState.LOCKED
        facts.changed(uow, account_id)
        store.end_recoveries(uow, account_id, clock.now())
        notifications.post(
            uow, account_id, letters.withdrawn(), purpose=Purpose.SECURITY, key=f"withdrawn:{account_id}"
        )


def erase(uow: UnitOfWork, actor: Actor, account_id: UUID) -> None:
    """Erase an account everywhere: higher slices first, then contacts and letters, then what is kept here.

    The bare row stays, so that the audit log goes on naming something.
    """
    for eraser in erasers:
        eraser(uow, account_id)
    sessions.revoke_all(uow, actor, account_id, RevokeReason.SIGNED_OUT_ELSEWHERE)
    uow.flush()
    notifications.erase(uow, account_id)
    store.erase(uow, account_id)
    store.get_account(uow, account_id).state = AccountState.ERASED
    audit.record(uow, actor, "accounts.erased", account_id)


def forget_drafts() -> int:
    """Erase the registrations begun thirty days ago and never finished, each in a unit of its own; how many."""
    before = clock.now() - rules.DRAFT_LIFE
    with reading() as uow:
        old = store.old_drafts(uow, before)
    for account_id in old:
        with unit_of_work() as uow:
            # Looked at again: it may have been finished in the meantime.
            if store.get_account(uow, account_id).state in UNFINISHED:
                erase(uow, SYSTEM, account_id)
    return len(old)


def login_fingerprint(kind: LoginKind, value: str) -> str:
    """The fingerprint under which a login name is kept."""
    return vault.fingerprint(f"login_name.{kind}", value)


def _complete(uow: UnitOfWork, account_id: UUID) -> None:
    if not store.live_consents(uow, account_id):
        raise InvalidError(texts.CONSENT_FIRST, [Problem("consent", "consent_missing", texts.CONSENT_FIRST)])
    if store.find_credential(uow, account_id) is None:
        raise InvalidError(texts.PASSWORD_FIRST, [Problem("password", "password_missing", texts.PASSWORD_FIRST)])
    if not any(notifications.is_confirmed(uow, account_id, channel) for channel in Channel):
        raise InvalidError(texts.CONTACT_FIRST, [Problem("phone", "contact_unconfirmed", texts.CONTACT_FIRST)])
