"""The letter to a client: by its link he agrees, and goes on alone. The operator never learns the link."""

import json
import secrets
from datetime import timedelta
from typing import Final
from uuid import UUID

from medportal.features.accounts import service as accounts
from medportal.features.accounts.schemas import SignInTicket
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel, Letter
from medportal.features.registration import store, texts
from medportal.features.registration.models import WalkIn
from medportal.features.registration.rules import consent
from medportal.features.registration.schemas import Paper, WalkInView
from medportal.features.registration.service.walk_ins import (
    KEYED,
    at_table,
    client_of,
    fingerprint,
    must_receive,
    walk_in_of,
)
from medportal.infra import audit, throttle, vault
from medportal.infra.db import UnitOfWork, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import ConflictError, InvalidError, NotFoundError, TooOftenError
from medportal.kernel.problem import Problem
from medportal.settings import settings

LINK_LIFE: Final = timedelta(days=14)
NEEDED: Final = frozenset({Paper.PASSPORT})


def invite(actor: Actor, account_id: UUID, papers: tuple[Paper, ...]) -> WalkInView:
    """Send the client the letter by which he agrees and finishes: good for 14 days. Sent again, the one before is dead.

    `papers` are the originals the operator has seen; the passport is among them, or nobody was identified.

    Raises:
        ForbiddenError: not an operator, or the client himself.
        NotFoundError: the client is not being received, or has agreed already and goes on alone.
        ConflictError: a section is not finished, or a colleague serves the client.
        InvalidError: the passport was not seen.
        TooOftenError: more than five letters within an hour.
    """
    me = must_receive(actor)
    if not set(papers) >= NEEDED:
        raise InvalidError(texts.PASSPORT_FIRST)
    token = secrets.token_urlsafe(32)
    with unit_of_work() as uow:
        row = at_table(uow, me, account_id)
        view = walk_in_of(uow, account_id)
        if view is None or set(view.done) != set(KEYED):
            raise ConflictError(texts.SECTIONS_FIRST)
        key = vault.fingerprint("throttle.invite_client", str(account_id))
        if seconds := throttle.wait_before(uow, key, 5, timedelta(hours=1)):
            raise TooOftenError(texts.TOO_OFTEN, seconds)
        row.papers = json.dumps(sorted(set(papers)))
        row.token_fingerprint = fingerprint("token", token)
        row.invited_at, row.expires_at = clock.now(), clock.now() + LINK_LIFE
        notifications.invite(uow, account_id, _letter(token, row), key=f"activation:{row.id}:{row.token_fingerprint}")
        audit.record(uow, actor, "registration.client_invited", account_id, papers=len(papers), until=row.expires_at)
        uow.flush()
    return client_of(actor, account_id)


def open_invitation(_actor: Actor, token: str) -> None:
    """Whether the link of a letter is alive; nothing is used up by looking.

    Raises:
        NotFoundError: it is unknown, used, replaced by a newer one, or its time is over.
    """
    with unit_of_work() as uow:
        _invited(uow, token)


def agree(actor: Actor, token: str, *, agreed: bool) -> SignInTicket:
    """The client opens the link and agrees: his own act. The mailbox is proved, and the rest of the wizard is his.

    Raises:
        InvalidError: the consent was not given.
        NotFoundError: the link is unknown, used, replaced by a newer one, or its time is over.
        ConflictError: the address was confirmed by another account meanwhile.
    """
    if not agreed:
        raise InvalidError(texts.CONSENT_NEEDED, [Problem("consent", "consent_needed", texts.CONSENT_NEEDED)])
    with unit_of_work() as uow:
        row = _invited(uow, token)
        row.agreed_at, row.token_fingerprint = clock.now(), None
        accounts.give_consent(uow, actor, row.account_id, consent.VERSION, consent.text_hash())
        if not notifications.vouch(uow, actor, row.account_id, Channel.EMAIL):
            raise ConflictError(texts.TAKEN)
        audit.record(uow, actor, "registration.client_agreed", row.account_id)
        return accounts.give_ticket(uow, row.account_id, applicant=True)


def _invited(uow: UnitOfWork, token: str) -> WalkIn:
    row = store.walk_in_by_token(uow, fingerprint("token", token[:200])) if token else None
    if row is None or row.expires_at is None or row.expires_at <= clock.now():
        raise NotFoundError(texts.LINK_DEAD)
    return row


def _letter(token: str, row: WalkIn) -> Letter:
    until = f"{(row.expires_at or clock.now()).astimezone(clock.MOSCOW):%d.%m.%Y}"
    link = f"{settings().public_origin}/activate#{token}"
    return Letter(texts.ACTIVATION_SUBJECT, texts.ACTIVATION_BODY.fill(link=link, until=until), lifetime=LINK_LIFE)
