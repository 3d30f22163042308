"""The way out of reminders by letter: an address in each of them that works without signing in (RFC 8058)."""

import hmac
from dataclasses import replace
from uuid import UUID

from medportal.features.attestations.store import reminders
from medportal.features.notifications import service as notifications
from medportal.infra import audit, nudges, vault
from medportal.infra.db import reading, unit_of_work
from medportal.kernel.actor import Actor
from medportal.kernel.text import Locale
from medportal.settings import settings


def address_of(account_id: UUID) -> str:
    """Where one POST ends the letters of an account. It opens nothing else, so it need not run out."""
    return f"{settings().public_origin}/calendar/unsubscribe/{account_id.hex}.{_mark(account_id)}"


def language_behind(_actor: Actor, token: str) -> Locale | None:
    """The language of the person behind such an address; None when it is none."""
    account_id = _account_of(token)
    if account_id is None:
        return None
    with reading() as uow:
        return notifications.language_of(uow, account_id)


def unsubscribe(actor: Actor, token: str) -> bool:
    """End reminders by letter; the bell goes on, and letters can be chosen again. False when the address is none."""
    account_id = _account_of(token)
    if account_id is None:
        return False
    with unit_of_work() as uow:
        chosen = reminders.choices(uow, account_id)
        if chosen.email:
            reminders.put_choices(uow, account_id, replace(chosen, email=False))
            audit.record(uow, actor, "attestations.unsubscribed", account_id)
            nudges.nudge(uow, account_id)
    return True


def _account_of(token: str) -> UUID | None:
    account, _, mark = token.partition(".")
    try:
        account_id = UUID(hex=account)
    except ValueError:
        return None
    good = hmac.compare_digest(mark.encode("ascii", "replace"), _mark(account_id).encode())
    return account_id if good and account_id.hex == account else None


def _mark(account_id: UUID) -> str:
    return vault.fingerprint("attestations.unsubscribe", account_id.hex)
