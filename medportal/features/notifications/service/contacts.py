"""Contacts: kept sealed, looked up by fingerprint, confirmed for one account at a time."""

from uuid import UUID

from medportal.features.notifications import rules, store, texts
from medportal.features.notifications.models import Contact, Correspondent
from medportal.features.notifications.schemas import Channel, ContactView
from medportal.infra import audit, facts, nudges, vault
from medportal.infra.db import UnitOfWork
from medportal.infra.errors import TakenError
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import InvalidError, NotFoundError
from medportal.kernel.problem import Problem
from medportal.kernel.text import Locale

VALUE = "contact.sealed_value"
FIELDS = {Channel.EMAIL: "email", Channel.SMS: "phone"}
WRONG = {Channel.EMAIL: texts.EMAIL_WRONG, Channel.SMS: texts.PHONE_WRONG}
MISSING = {Channel.EMAIL: texts.NO_EMAIL, Channel.SMS: texts.NO_PHONE}


def put_contact(uow: UnitOfWork, actor: Actor, account_id: UUID, channel: Channel, value: str) -> None:
    """Keep a contact. A changed value is unconfirmed, and codes and links sent for the old one die.

    Raises:
        InvalidError: the value is no e-mail address or mobile number; the problem names `email` or `phone`.
    """
    normal = rules.normal(channel, value)
    if normal is None:
        raise InvalidError(WRONG[channel], [Problem(FIELDS[channel], f"{FIELDS[channel]}_format", WRONG[channel])])
    contact = store.find_contact(uow, account_id, channel) or Contact(account_id=account_id, channel=channel)
    fingerprint = _fingerprint(channel, normal)
    changed = contact.value_fingerprint != fingerprint
    contact.sealed_value = vault.seal(VALUE, contact.id, normal)
    if changed:
        contact.value_fingerprint = fingerprint
        contact.confirmed_at = contact.confirmed_fingerprint = None
        store.bury_confirmations(uow, contact.id)
        audit.record(uow, actor, "notifications.contact_put", account_id, channel=channel)
        facts.changed(uow, account_id)
        nudges.nudge(uow, account_id)
    uow.session.add(contact)
    uow.flush()


def contacts_of(uow: UnitOfWork, account_id: UUID) -> dict[Channel, ContactView]:
    """The account's contacts, masked; a channel without a contact is missing."""
    return {
        Channel(contact.channel): ContactView(
            Channel(contact.channel),
            rules.masked(Channel(contact.channel), value_of(contact)),
            contact.confirmed_at is not None,
            contact.confirmed_at,
        )
        for contact in store.contacts(uow, account_id)
    }


def is_confirmed(uow: UnitOfWork, account_id: UUID, channel: Channel) -> bool:
    """Whether the account has a confirmed contact on the channel."""
    contact = store.find_contact(uow, account_id, channel)
    return contact is not None and contact.confirmed_at is not None


def find_account_by_contact(uow: UnitOfWork, channel: Channel, value: str) -> UUID | None:
    """The one account that has confirmed this contact, however it is spelled; None when nobody has."""
    normal = rules.normal(channel, value)
    contact = store.find_confirmed(uow, channel, _fingerprint(channel, normal)) if normal else None
    return contact.account_id if contact else None


def reveal_contact(uow: UnitOfWork, actor: Actor, account_id: UUID, channel: Channel) -> str:
    """The contact in full. The caller has made sure that the actor may see it; that it was seen is recorded.

    Raises:
        NotFoundError: the account has no such contact.
    """
    contact = store.find_contact(uow, account_id, channel)
    if contact is None:
        raise NotFoundError(MISSING[channel])
    audit.record(uow, actor, "notifications.contact_revealed", account_id, channel=channel)
    return value_of(contact)


def vouch(uow: UnitOfWork, actor: Actor, account_id: UUID, channel: Channel) -> bool:
    """Take a contact as confirmed on the word of the actor, who answers for it; False when it is another's."""
    contact = store.find_contact(uow, account_id, channel)
    if contact is None or not confirm(uow, contact):
        return False
    audit.record(uow, actor, "notifications.contact_vouched", account_id, channel=channel)
    return True


def settle(uow: UnitOfWork, account_id: UUID) -> None:
    """The account is registered for good: from now on nobody takes its confirmed contacts over."""
    _correspondent(uow, account_id).settled = True
    uow.flush()


def speak(uow: UnitOfWork, account_id: UUID, language: Locale) -> None:
    """Write to the account in this language from now on."""
    _correspondent(uow, account_id).language = language
    uow.flush()


def language_of(uow: UnitOfWork, account_id: UUID) -> Locale:
    """The language in which to write to the account; Russian when nothing was said."""
    found = store.find_correspondent(uow, account_id)
    return "en" if found is not None and found.language == "en" else "ru"


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Erase contacts, confirmations and letters of an account."""
    store.erase(uow, account_id)


def value_of(contact: Contact) -> str:
    """The contact in full, for sending to it."""
    return vault.reveal(VALUE, contact.id, contact.sealed_value)


def confirm(uow: UnitOfWork, contact: Contact) -> bool:
    """Mark a contact as confirmed; False when another registered account has it.

    An unfinished registration gives way: the person who proves the contact today may have lost yesterday's draft.
    """
    channel = Channel(contact.channel)
    holder = store.find_confirmed(uow, channel, contact.value_fingerprint)
    if holder is not None and holder.id != contact.id:
        keeper = store.find_correspondent(uow, holder.account_id)
        if keeper is not None and keeper.settled:
            return False
        holder.confirmed_at = holder.confirmed_fingerprint = None
        facts.changed(uow, holder.account_id)
        nudges.nudge(uow, holder.account_id)
        uow.flush()
    try:
        with uow.attempt():
            contact.confirmed_at = contact.confirmed_at or clock.now()
            contact.confirmed_fingerprint = contact.value_fingerprint
    except TakenError:
        return False
    store.bury_confirmations(uow, contact.id)
    facts.changed(uow, contact.account_id)
    nudges.nudge(uow, contact.account_id)
    return True


def _correspondent(uow: UnitOfWork, account_id: UUID) -> Correspondent:
    found = store.find_correspondent(uow, account_id)
    if found is None:
        found = Correspondent(account_id=account_id)
        uow.session.add(found)
    return found


def _fingerprint(channel: Channel, normal: str) -> str:
    return vault.fingerprint(f"contact.{channel}", rules.identity(channel, normal))
