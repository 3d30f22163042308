"""Walk-ins: an operator keys a client in from the originals on the table, the client agrees and finishes himself.

The operator never learns the link: it goes to the client's own mailbox, and opening it proves the mailbox. Until then
nothing is asked of registers and nobody can sign in.
"""

import json
import secrets
from datetime import timedelta
from typing import Final
from uuid import UUID

from medportal.features.accounts import service as accounts
from medportal.features.accounts.schemas import UNFINISHED, LoginKind, SignInTicket
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel, Letter
from medportal.features.registration import rules, store, texts
from medportal.features.registration.models import WalkIn
from medportal.features.registration.rules import consent, wizard
from medportal.features.registration.schemas import Found, HandedIn, Paper, Section, WalkInView
from medportal.features.registration.service import drafting
from medportal.infra import audit, throttle, vault
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError, TooOftenError
from medportal.kernel.problem import Problem
from medportal.kernel.text import Locale
from medportal.settings import settings

OPERATORS: Final = frozenset({Role.OPERATOR, Role.ADMINISTRATOR})
KEYED: Final = tuple(one for one in rules.ANSWERED)
LINK_LIFE: Final = timedelta(days=14)
SEARCHES_PER_HOUR: Final = 60
NEEDED: Final = frozenset({Paper.PASSPORT})


def find_client(actor: Actor, kind: LoginKind, value: str) -> Found | None:
    """Whose SNILS, phone or e-mail this is: an account, or an unfinished walk-in. One at most, and no name.

    Raises:
        ForbiddenError: not an operator.
        TooOftenError: more than 60 searches within an hour.
    """
    me = _must_receive(actor)
    with unit_of_work() as uow:
        key = vault.fingerprint("throttle.find_client", str(me))
        if seconds := throttle.wait_before(uow, key, SEARCHES_PER_HOUR, timedelta(hours=1)):
            raise TooOftenError(texts.TOO_OFTEN, seconds)
        account_id = accounts.bearer_of(uow, kind, value)
        audit.record(uow, actor, "registration.client_sought", account_id, kind=kind)
        if account_id is not None and accounts.get_account(uow, account_id).state not in UNFINISHED:
            return Found(account_id, walk_in=False)
        row = None
        if kind is LoginKind.SNILS:
            row = store.unfinished_walk_in(uow, snils=_fingerprint("snils", _digits(value)))
        elif kind is LoginKind.PHONE:
            row = store.unfinished_walk_in(uow, phone=_fingerprint("phone", _digits(value)[-10:]))
        return Found(row.account_id, walk_in=True) if row is not None else None


def receive(actor: Actor, centre: str, then: str, locale: Locale = "ru") -> UUID:
    """Begin a registration for the client at the table; `then` is woken with its account when the client finishes.

    Raises:
        ForbiddenError: not an operator.
    """
    me = _must_receive(actor)
    with unit_of_work() as uow:
        account_id = accounts.open_client_draft(uow, actor, locale)
        store.add_walk_in(uow, WalkIn(account_id=account_id, operator_id=me, centre=centre[:100], wakes=then))
        audit.record(uow, actor, "registration.client_received", account_id)
    return account_id


def key_in(actor: Actor, account_id: UUID, section: Section, values: dict[str, str]) -> HandedIn:
    """Check a section that was keyed in for the client and keep it, right or wrong, as in the wizard.

    Raises:
        ForbiddenError: not an operator.
        NotFoundError: the client is not being received, or has agreed already and goes on alone.
        InvalidError: this section takes no answers.
    """
    _must_receive(actor)
    if section not in KEYED:
        raise InvalidError(texts.NO_SUCH_ANSWER)
    with unit_of_work() as uow:
        row = _at_table(uow, account_id)
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
            row.snils_fingerprint = _fingerprint("snils", _digits(clean["snils"]))
        if section is Section.CONTACTS:
            notifications.put_contact(uow, actor, account_id, Channel.SMS, clean["phone"])
            notifications.put_contact(uow, actor, account_id, Channel.EMAIL, clean["email"])
            row.phone_fingerprint = _fingerprint("phone", _digits(clean["phone"])[-10:])
        return HandedIn()


def client_answers(actor: Actor, account_id: UUID, section: Section) -> dict[str, str]:
    """What was keyed in so far in one section.

    Raises:
        ForbiddenError: not an operator.
        NotFoundError: the client is not being received, or has agreed already and goes on alone.
    """
    _must_receive(actor)
    with unit_of_work() as uow:
        _at_table(uow, account_id)
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
    _must_receive(actor)
    with reading() as uow:
        view = walk_in_of(uow, account_id)
    if view is None:
        raise NotFoundError(texts.NO_CLIENT)
    return view


def invite(actor: Actor, account_id: UUID, papers: tuple[Paper, ...]) -> WalkInView:
    """Send the client the letter by which he agrees and finishes: good for 14 days. Sent again, the one before is dead.

    `papers` are the originals the operator has seen; the passport is among them, or nobody was identified.

    Raises:
        ForbiddenError: not an operator, or the client himself.
        NotFoundError: the client is not being received, or has agreed already and goes on alone.
        ConflictError: a section is not finished.
        InvalidError: the passport was not seen.
        TooOftenError: more than five letters within an hour.
    """
    _must_receive(actor)
    if not set(papers) >= NEEDED:
        raise InvalidError(texts.PASSPORT_FIRST)
    token = secrets.token_urlsafe(32)
    with unit_of_work() as uow:
        row = _at_table(uow, account_id)
        view = walk_in_of(uow, account_id)
        if view is None or set(view.done) != set(KEYED):
            raise ConflictError(texts.SECTIONS_FIRST)
        key = vault.fingerprint("throttle.invite_client", str(account_id))
        if seconds := throttle.wait_before(uow, key, 5, timedelta(hours=1)):
            raise TooOftenError(texts.TOO_OFTEN, seconds)
        row.papers = json.dumps(sorted(set(papers)))
        row.operator_id = actor.must_be_known()
        row.token_fingerprint = _fingerprint("token", token)
        row.invited_at, row.expires_at = clock.now(), clock.now() + LINK_LIFE
        notifications.invite(uow, account_id, _letter(token, row), key=f"activation:{row.id}:{row.token_fingerprint}")
        audit.record(uow, actor, "registration.client_invited", account_id, papers=len(papers), until=row.expires_at)
        uow.flush()
    return client_of(actor, account_id)


def open_invitation(actor: Actor, token: str) -> None:  # noqa: ARG001
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


def unproven(uow: UnitOfWork) -> tuple[UUID, ...]:
    """Accounts whose clients have finished and whose identity, seen at the table, is not recorded yet."""
    return tuple(row.account_id for row in store.finished_unproven(uow))


def proof_recorded(uow: UnitOfWork, account_id: UUID) -> None:
    """The proof stands now: do not ask for it again."""
    row = store.walk_in(uow, account_id, lock=True)
    if row is not None and row.proven_at is None:
        row.proven_at = clock.now()


def _must_receive(actor: Actor) -> UUID:
    if actor.role not in OPERATORS:
        raise ForbiddenError(texts.OPERATORS_ONLY)
    return actor.must_be_known()


def _at_table(uow: UnitOfWork, account_id: UUID) -> WalkIn:
    row = store.walk_in(uow, account_id, lock=True)
    if row is None or row.agreed_at is not None or accounts.get_account(uow, account_id).state not in UNFINISHED:
        raise NotFoundError(texts.NO_CLIENT)
    return row


def _invited(uow: UnitOfWork, token: str) -> WalkIn:
    row = store.walk_in_by_token(uow, _fingerprint("token", token[:200])) if token else None
    if row is None or row.expires_at is None or row.expires_at <= clock.now():
        raise NotFoundError(texts.LINK_DEAD)
    return row


def _letter(token: str, row: WalkIn) -> Letter:
    until = f"{(row.expires_at or clock.now()).astimezone(clock.MOSCOW):%d.%m.%Y}"
    link = f"{settings().public_origin}/activate#{token}"
    return Letter(texts.ACTIVATION_SUBJECT, texts.ACTIVATION_BODY.fill(link=link, until=until), lifetime=LINK_LIFE)


def _digits(value: str) -> str:
    return "".join(sign for sign in value if sign.isascii() and sign.isdigit())


def _fingerprint(what: str, value: str) -> str:
    return vault.fingerprint(f"walk_in.{what}", value)
