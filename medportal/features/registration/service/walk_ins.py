"""Walk-ins: an operator keys a client in from the originals on the table, the client agrees and finishes himself.

The operator never learns the link: it goes to the client's own mailbox, and opening it proves the mailbox. Until then
nothing is asked of registers and nobody can sign in.
"""

import json
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from medportal.features.accounts import service as accounts
from medportal.features.accounts.schemas import UNFINISHED, LoginKind
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel
from medportal.features.registration import rules, store, texts
from medportal.features.registration.models import WalkIn
from medportal.features.registration.rules import wizard
from medportal.features.registration.schemas import Found, HandedIn, Paper, Section, Suggestions, WalkInView
from medportal.features.registration.service import drafting, suggesting, visits
from medportal.features.registration.service.visits import OPERATORS, must_receive
from medportal.infra import audit, throttle, vault
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError, TooOftenError
from medportal.kernel.problem import Problem
from medportal.kernel.text import Locale

KEYED: Final = tuple(one for one in rules.ANSWERED)
SEARCHES_PER_HOUR: Final = 60


def find_client(actor: Actor, kind: LoginKind, value: str) -> Found | None:
    """Whose SNILS, phone or e-mail this is: an account, or an unfinished walk-in. One at most, and no name.

    Raises:
        ForbiddenError: not an operator.
        TooOftenError: more than 60 searches within an hour.
    """
    me = must_receive(actor)
    with unit_of_work() as uow:
        key = vault.fingerprint("throttle.find_client", str(me))
        if seconds := throttle.wait_before(uow, key, SEARCHES_PER_HOUR, timedelta(hours=1)):
            raise TooOftenError(texts.TOO_OFTEN, seconds)
        account_id = accounts.bearer_of(uow, kind, value)
        audit.record(uow, actor, "registration.client_sought", account_id, kind=kind)
        if account_id is not None and accounts.get_account(uow, account_id).state not in UNFINISHED:
            visits.found(uow, me, account_id)
            return Found(account_id, walk_in=False)
        row = None
        if kind is LoginKind.SNILS:
            row = store.unfinished_walk_in(uow, snils=fingerprint("snils", _digits(value)))
        elif kind is LoginKind.PHONE:
            row = store.unfinished_walk_in(uow, phone=fingerprint("phone", _digits(value)[-10:]))
        return Found(row.account_id, walk_in=True) if row is not None else None


def receive(actor: Actor, centre: str, then: str, locale: Locale = "ru") -> UUID:
    """Begin a registration for the client at the table; `then` is woken with its account when the client finishes.

    Raises:
        ForbiddenError: not an operator.
    """
    me = must_receive(actor)
    with unit_of_work() as uow:
        account_id = accounts.open_client_draft(uow, actor, locale)
        store.add_walk_in(uow, WalkIn(account_id=account_id, operator_id=me, centre=centre[:100], wakes=then))
        audit.record(uow, actor, "registration.client_received", account_id)
    return account_id


def served_since(uow: UnitOfWork, actor: Actor, account_id: UUID) -> datetime | None:
    """Since when the actor serves this client, if he does at this moment: an operator, and not his own client.

    Either with this very walk-in, or with a visit that he has opened to a client who is registered already.
    """
    if actor.role not in OPERATORS or actor.account_id in (None, account_id):
        return None
    row = store.walk_in(uow, account_id)
    if row is not None and row.operator_id == actor.account_id and _received(uow, row):
        return row.created_at
    return visits.open_since(uow, actor.account_id, account_id)


def take_over(actor: Actor, account_id: UUID) -> WalkInView:
    """Serve a client whom a colleague has received; from now on the colleague does not. On record.

    Raises:
        ForbiddenError: not an operator, or the client himself.
        NotFoundError: the client is not being received, or has agreed already and goes on alone.
    """
    me = must_receive(actor)
    if me == account_id:
        raise ForbiddenError(texts.OPERATORS_ONLY)
    with unit_of_work() as uow:
        row = store.walk_in(uow, account_id, lock=True)
        if row is None or not _received(uow, row):
            raise NotFoundError(texts.NO_CLIENT)
        if row.operator_id != me:
            row.operator_id = me
            audit.record(uow, actor, "registration.client_taken_over", account_id)
    return client_of(actor, account_id)


def key_in(actor: Actor, account_id: UUID, section: Section, values: dict[str, str]) -> HandedIn:
    """Check a section that was keyed in for the client and keep it, right or wrong, as in the wizard.

    Raises:
        ForbiddenError: not an operator.
        NotFoundError: the client is not being received, or has agreed already and goes on alone.
        ConflictError: a colleague serves the client.
        InvalidError: this section takes no answers.
    """
    me = must_receive(actor)
    if section not in KEYED:
        raise InvalidError(texts.NO_SUCH_ANSWER)
    with unit_of_work() as uow:
        row = at_table(uow, me, account_id)
        kept = store.answers_of(store.hold(uow, account_id))
        clean, problems = wizard.judge(section, values, kept)
        kept[section] = clean if not problems else wizard.known(section, values)
        store.put(uow, account_id, kept)
        audit.record(uow, actor, "registration.keyed_in", account_id, section=section, problems=len(problems))
        if problems:
            return HandedIn(problems)
        if section is Section.NUMBERS:
            if drafting.is_taken(uow, actor, account_id, clean):
                return HandedIn((Problem("", "taken", texts.TAKEN),), taken=True)
            row.snils_fingerprint = fingerprint("snils", _digits(clean["snils"]))
        if section is Section.CONTACTS:
            notifications.put_contact(uow, actor, account_id, Channel.SMS, clean["phone"])
            notifications.put_contact(uow, actor, account_id, Channel.EMAIL, clean["email"])
            row.phone_fingerprint = fingerprint("phone", _digits(clean["phone"])[-10:])
        return HandedIn()


def client_suggestions(actor: Actor, account_id: UUID, section: Section) -> Suggestions:
    """What was read off the client's passport, for the operator's form of a section.

    Raises:
        ForbiddenError: not an operator.
        NotFoundError: the client is not being received, or has agreed already and goes on alone.
        ConflictError: a colleague serves the client.
    """
    me = must_receive(actor)
    with unit_of_work() as uow:
        at_table(uow, me, account_id)
        found = suggesting.read_for(uow, account_id, section)
        if found.offers:
            audit.record(uow, actor, "registration.client_scan_read", account_id, section=section)
    return found


def client_answers(actor: Actor, account_id: UUID, section: Section) -> dict[str, str]:
    """What was keyed in so far in one section.

    Raises:
        ForbiddenError: not an operator.
        NotFoundError: the client is not being received, or has agreed already and goes on alone.
        ConflictError: a colleague serves the client.
    """
    me = must_receive(actor)
    with unit_of_work() as uow:
        at_table(uow, me, account_id)
        audit.record(uow, actor, "registration.client_looked_at", account_id, section=section)
        return store.answers_of(store.find(uow, account_id)).get(section, {})


def walk_in_of(uow: UnitOfWork, account_id: UUID) -> WalkInView | None:
    """How far a walk-in is; None for an account that was never received."""
    row = store.walk_in(uow, account_id)
    if row is None:
        return None
    valid = {
        section for section, one in wizard.progress(store.answers_of(store.find(uow, account_id))).items() if one.valid
    }
    mail = notifications.contacts_of(uow, account_id).get(Channel.EMAIL)
    return WalkInView(
        account_id=account_id,
        operator_id=row.operator_id,
        scanned=suggesting.has_scan(uow, account_id),
        centre=row.centre,
        done=tuple(section for section in KEYED if section in valid),
        papers=tuple(Paper(one) for one in json.loads(row.papers)),
        email=mail.masked if mail else "",
        invited_at=row.invited_at,
        expires_at=row.expires_at,
        agreed=row.agreed_at is not None,
        finished=row.finished_at is not None,
        proven=row.proven_at is not None,
    )


def client_of(actor: Actor, account_id: UUID) -> WalkInView:
    """How far the client at the table is.

    Raises:
        ForbiddenError: not an operator.
        NotFoundError: nobody of this account was received.
    """
    must_receive(actor)
    with reading() as uow:
        view = walk_in_of(uow, account_id)
    if view is None:
        raise NotFoundError(texts.NO_CLIENT)
    return view


def unproven(uow: UnitOfWork) -> tuple[UUID, ...]:
    """Accounts whose clients have finished and whose identity, seen at the table, is not recorded yet."""
    return tuple(row.account_id for row in store.finished_unproven(uow))


def proof_recorded(uow: UnitOfWork, account_id: UUID) -> None:
    """The proof stands now: do not ask for it again."""
    row = store.walk_in(uow, account_id, lock=True)
    if row is not None and row.proven_at is None:
        row.proven_at = clock.now()


def at_table(uow: UnitOfWork, me: UUID, account_id: UUID) -> WalkIn:
    """The walk-in of a client who stands at this operator's table, held until the unit ends.

    Raises:
        NotFoundError: the client is not being received, or has agreed already and goes on alone.
        ConflictError: a colleague serves the client.
    """
    row = store.walk_in(uow, account_id, lock=True)
    if row is None or not _received(uow, row):
        raise NotFoundError(texts.NO_CLIENT)
    if row.operator_id != me:
        raise ConflictError(texts.AT_COLLEAGUE)
    return row


def _received(uow: UnitOfWork, row: WalkIn) -> bool:
    """Whether the client still stands at a table: he has not agreed yet, and his draft is alive."""
    return row.agreed_at is None and accounts.get_account(uow, row.account_id).state in UNFINISHED


def _digits(value: str) -> str:
    return "".join(sign for sign in value if sign.isascii() and sign.isdigit())


def fingerprint(what: str, value: str) -> str:
    """What a value of a walk-in is found by."""
    return vault.fingerprint(f"walk_in.{what}", value)
