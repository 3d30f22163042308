"""The second factor of staff: a code from a device, asked for at every sign-in, before a session is worth anything.

Codes are those of RFC 6238 (SHA-1, 6 digits, 30 seconds), which every authenticator makes. One half-minute to either
side is let pass for clocks that go wrong; a code works once, and none older than the last one used works at all.
"""

import io
import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import segno
from pyotp import random_base32
from pyotp.totp import TOTP

from medportal.features.accounts import rules, store, texts
from medportal.features.accounts.models import StaffFactor
from medportal.features.accounts.schemas import Enrolment, FactorNeed, FactorProof, RevokeReason
from medportal.features.accounts.service import sessions, slow_downs
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel
from medportal.infra import audit, vault
from medportal.infra.db import UnitOfWork, new_id, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ForbiddenError, NotFoundError, RefusedError

ISSUER = "MedPortal"
STEP_SECONDS = 30
SLACK = 1
SPARE_CODES = 10
SECRET, SPARES = "staff_factor.sealed_secret", "staff_factor.sealed_spare_codes"
# Without letters and digits that are taken for each other.
_ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"


@dataclass(frozen=True, slots=True)
class _Halfway:
    """Who stands between the password and the code."""

    account_id: UUID
    role: Role


def factor_need(actor: Actor) -> FactorNeed:
    """What the session still owes before it is worth anything to a member of staff."""
    with reading() as uow:
        who = _halfway(uow, actor)
        if who is None:
            return FactorNeed.NOTHING
        return FactorNeed.CODE if _confirmed(uow, who) else FactorNeed.ENROLMENT


def enrol(actor: Actor) -> None:
    """Make a fresh secret and fresh spare codes for a member of staff who has none that is proved.

    Raises:
        ForbiddenError: the session is not one that owes the factor, or the factor is proved already.
    """
    with unit_of_work() as uow:
        who = _must_enrol(uow, actor)
        factor_id = new_id()
        spares = [_spare_code() for _ in range(SPARE_CODES)]
        store.put_factor(
            uow,
            StaffFactor(
                id=factor_id,
                account_id=who.account_id,
                sealed_secret=vault.seal(SECRET, factor_id, random_base32()),
                sealed_spare_codes=vault.seal(SPARES, factor_id, json.dumps(spares)),
            ),
        )
        audit.record(uow, _acting(actor, who), "accounts.factor_begun", who.account_id)


def enrolment(actor: Actor) -> Enrolment:
    """The secret and the spare codes, to be put into a device and away; only until the device has proved itself.

    Raises:
        ForbiddenError: the session is not one that owes the factor, or the factor is proved already.
        NotFoundError: no secret was made yet.
    """
    with unit_of_work() as uow:
        who = _must_enrol(uow, actor)
        row = store.find_factor(uow, who.account_id)
        if row is None or row.sealed_spare_codes is None:
            raise NotFoundError(texts.FACTOR_BEGIN)
        secret = vault.reveal(SECRET, row.id, row.sealed_secret)
        spares = tuple(json.loads(vault.reveal(SPARES, row.id, row.sealed_spare_codes)))
        name = notifications.reveal_contact(uow, _acting(actor, who), who.account_id, Channel.EMAIL)
    address = TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER)
    return Enrolment(secret, address, _picture(address), spares)


def prove_factor(actor: Actor, code: str) -> FactorProof:
    """Take the code of the device, or a spare one; the ticket in the answer opens the session that is worth something.

    The first right code proves the device: from then on the secret is shown to nobody.

    Raises:
        ForbiddenError: the session is not one that owes the factor.
        RefusedError: the code is wrong, old, or used.
        TooOftenError: five wrong codes; the wait doubles from 30 s to an hour.
    """
    typed = "".join(rules.plain(code).split()).replace("-", "").upper()[:32]
    with unit_of_work() as uow:
        who = _halfway(uow, actor)
        if who is None:
            raise ForbiddenError(texts.FACTOR_NOT_ASKED)
        counts = slow_downs.keys("factor", str(who.account_id), actor.address)
        slow_downs.wait_or_count(uow, counts, who.account_id)
    with unit_of_work() as uow:
        row = store.find_factor(uow, who.account_id, lock=True)
        now = clock.now()
        spare = row is not None and row.confirmed_at is not None and _use_spare(uow, who, typed, now)
        right = row is not None and (spare or _fits(row, typed, now))
        if row is None or not right:
            audit.record(uow, _acting(actor, who), "accounts.factor_refused", who.account_id)
            ticket = None
        else:
            slow_downs.right(uow, counts)
            if row.confirmed_at is None:
                _confirm(uow, actor, who, row)
            audit.record(uow, _acting(actor, who), "accounts.factor_proved", who.account_id, spare=spare)
            ticket = sessions.give_ticket(uow, who.account_id, factor=True)
    # The refusal comes after the commit: a wrong attempt stays counted.
    if ticket is None:
        raise RefusedError(texts.FACTOR_WRONG)
    return FactorProof(ticket, who.role)


def spare_codes_left(actor: Actor) -> int:
    """How many spare codes the actor has left."""
    with reading() as uow:
        return store.spare_codes_left(uow, actor.must_be_known())


def reset_factor(actor: Actor, email: str) -> None:
    """Forget the factor of a member of staff who lost the device: the next sign-in enrols anew. His sessions end.

    Raises:
        ForbiddenError: the actor is neither an administrator nor the console, or it is the actor's own.
        NotFoundError: no member of staff has this address.
    """
    if actor.role not in (Role.SYSTEM, Role.ADMINISTRATOR):
        raise ForbiddenError(texts.NOT_ALLOWED)
    with unit_of_work() as uow:
        account_id = notifications.find_account_by_contact(uow, Channel.EMAIL, email)
        account = store.find_account(uow, account_id) if account_id else None
        if account is None or Role(account.role) not in rules.STAFF:
            raise NotFoundError(texts.NO_SUCH_STAFF)
        if account.id == actor.account_id:
            raise ForbiddenError(texts.NOT_ALLOWED)
        store.forget_factor(uow, account.id)
        sessions.revoke_all(uow, actor, account.id, RevokeReason.FACTOR_RESET)
        audit.record(uow, actor, "accounts.factor_reset", account.id)


def _halfway(uow: UnitOfWork, actor: Actor) -> _Halfway | None:
    if actor.session_id is None or actor.role is not Role.VISITOR:
        return None
    found = store.find_session(uow, actor.session_id)
    if found is None or not sessions.live(*found):
        return None
    session, account = found
    owes = not session.applicant and session.factor_at is None and Role(account.role) in rules.STAFF
    return _Halfway(account.id, Role(account.role)) if owes else None


def _must_enrol(uow: UnitOfWork, actor: Actor) -> _Halfway:
    who = _halfway(uow, actor)
    if who is None or _confirmed(uow, who):
        raise ForbiddenError(texts.FACTOR_NOT_ASKED)
    return who


def _confirmed(uow: UnitOfWork, who: _Halfway) -> bool:
    row = store.find_factor(uow, who.account_id)
    return row is not None and row.confirmed_at is not None


def _acting(actor: Actor, who: _Halfway) -> Actor:
    """For the log of deeds the one behind a visitor's session has a name."""
    return Actor(who.role, who.account_id, actor.session_id, actor.address)


def _fits(row: StaffFactor, typed: str, now: datetime) -> bool:
    """Whether the device made this code just now; its half-minute is used up."""
    maker, step = TOTP(vault.reveal(SECRET, row.id, row.sealed_secret)), int(now.timestamp()) // STEP_SECONDS
    for one in range(step - SLACK, step + SLACK + 1):
        if one > row.last_step and secrets.compare_digest(maker.generate_otp(one), typed):
            row.last_step = one
            return True
    return False


def _confirm(uow: UnitOfWork, actor: Actor, who: _Halfway, row: StaffFactor) -> None:
    spares: list[str] = json.loads(vault.reveal(SPARES, row.id, row.sealed_spare_codes or ""))
    row.confirmed_at, row.sealed_spare_codes = clock.now(), None
    store.put_spare_codes(uow, who.account_id, [_spare_fingerprint(who, one) for one in spares])
    audit.record(uow, _acting(actor, who), "accounts.factor_confirmed", who.account_id)


def _use_spare(uow: UnitOfWork, who: _Halfway, typed: str, now: datetime) -> bool:
    return store.use_spare_code(uow, who.account_id, _spare_fingerprint(who, typed), now)


def _spare_fingerprint(who: _Halfway, code: str) -> str:
    return vault.fingerprint("staff_factor.spare_code", f"{who.account_id}:{code.replace('-', '')}")


def _spare_code() -> str:
    signs = "".join(secrets.choice(_ALPHABET) for _ in range(10))
    return f"{signs[:5]}-{signs[5:]}"


def _picture(address: str) -> str:
    drawn = io.BytesIO()
    segno.make_qr(address, error="m").save(
        drawn, kind="svg", scale=4, border=4, xmldecl=False, light="#fff", dark="#000"
    )
    return drawn.getvalue().decode()
