"""Issuing: asked for by the doctor, made by a job between two short units, told when it is ready."""

import hashlib
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from medportal.features.certificates import rules, store, texts
from medportal.features.certificates.models import Certificate
from medportal.features.certificates.schemas import Contents, State, Why
from medportal.features.certificates.service import ending, gathering, printing, sealing
from medportal.features.levels import service as levels
from medportal.features.levels.schemas import Right
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Letter, Notice
from medportal.infra import audit, issuer, jobs, log, nudges, throttle, vault
from medportal.infra.db import UnitOfWork, new_id, reading, unit_of_work
from medportal.infra.errors import TypesetError
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import ConflictError, TooOftenError
from medportal.settings import settings

MAKE = "certificates.make"


@dataclass(frozen=True, slots=True)
class _Order:
    """One certificate to be made, as it stood when the job looked."""

    certificate_id: UUID
    account_id: UUID
    number: str = field(repr=False)
    contents: Contents = field(repr=False)


def request(actor: Actor) -> UUID:
    """Have a certificate made for the actor; the one that is being made already is found again.

    Raises:
        ForbiddenError: something is missing for it; the words name it.
        ConflictError: this portal has no key to sign with.
        TooOftenError: five were asked for within a day.
    """
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        levels.must(uow, account_id, Right.CERTIFICATE)
        if not issuer.ready():
            raise ConflictError(texts.NO_KEY)
        making = [row for row in store.live_of(uow, account_id) if row.state == State.MAKING]
        if making:
            return making[0].id
        key = vault.fingerprint("certificates.asked", str(account_id))
        if wait := throttle.wait_before(uow, key, rules.PER_DAY, timedelta(days=1)):
            raise TooOftenError(texts.TOO_OFTEN, wait)
        row_id, number = new_id(), rules.new_number()
        row = Certificate(
            id=row_id,
            account_id=account_id,
            state=State.MAKING,
            number_fingerprint=sealing.fingerprint(number),
            sealed_number=vault.seal(sealing.NUMBER, row_id, number),
            next_try_at=clock.now() + rules.TRIES_APART,
        )
        store.add(uow, row)
        audit.record(uow, actor, "certificates.asked", row_id)
        jobs.wake(uow, MAKE, row_id)
        nudges.nudge(uow, account_id)
        return row_id


def make(actor: Actor, certificate_id: UUID) -> None:
    """Make one certificate: what it says is looked up anew, signed, typeset with nothing held open, and kept."""
    order = _begun(actor, certificate_id)
    if order is None:
        return
    issued_at = clock.now()
    until = rules.end_of(order.contents.valid_until)
    claims = {"sub": order.number, "iat": int(issued_at.timestamp()), "exp": int(until.timestamp())}
    token = issuer.sign("certificate", {**claims, **order.contents.claims()})
    try:
        pdf = printing.paper(order.number, order.contents, token, issued_at)
    except TypesetError as error:
        log.incident(error, where=MAKE)
        return  # the sweep tries again, later each time
    with unit_of_work() as uow:
        row = store.hold(uow, certificate_id)
        if row is None or row.state != State.MAKING:
            return
        if not _still_so(uow, order):
            return
        ending.end_others(uow, actor, row)
        sealing.put(row, order.contents, token, pdf)
        row.state, row.issued_at, row.next_try_at = State.ISSUED, issued_at, None
        row.contents_mark, row.valid_until = gathering.mark_of(order.contents), order.contents.valid_until
        row.pdf_sha256 = hashlib.sha256(pdf).hexdigest()
        uow.session.add(row)
        audit.record(uow, actor, "certificates.issued", row.id)
        _tell(uow, row, order)


def wake_due(_actor: Actor) -> int:
    """Wake those that wait to be made, a killed worker's among them; how many."""
    with reading() as uow:
        waiting = store.to_make(uow, clock.now())
    if waiting:
        with unit_of_work() as uow:
            for certificate_id in waiting:
                jobs.wake(uow, MAKE, certificate_id)
    return len(waiting)


def _begun(actor: Actor, certificate_id: UUID) -> _Order | None:
    with unit_of_work() as uow:
        row = store.hold(uow, certificate_id)
        if row is None or row.state != State.MAKING or not issuer.ready():
            return None
        contents = gathering.contents_of(uow, row.account_id)
        if contents is None or levels.may(uow, row.account_id, Right.CERTIFICATE) is not None:
            # What it needs was lost while it waited.
            ending.end(uow, actor, row, Why.LEVEL)
            return None
        row.attempts += 1
        row.next_try_at = clock.now() + rules.TRIES_APART * min(row.attempts, 60)
        uow.session.add(row)
        return _Order(row.id, row.account_id, sealing.number_of(row), contents)


def _still_so(uow: UnitOfWork, order: _Order) -> bool:
    now = gathering.contents_of(uow, order.account_id)
    same = now is not None and gathering.mark_of(now) == gathering.mark_of(order.contents)
    return same and levels.may(uow, order.account_id, Right.CERTIFICATE) is None


def _tell(uow: UnitOfWork, row: Certificate, order: _Order) -> None:
    body = texts.READY_BODY.fill(number=rules.shown(order.number), until=f"{order.contents.valid_until:%d.%m.%Y}")
    # The letter names no number: whoever reads it could look the certificate up.
    letter = Letter(
        texts.READY_TITLE,
        texts.READY_LETTER.fill(
            until=f"{order.contents.valid_until:%d.%m.%Y}", link=f"{settings().public_origin}/certificate"
        ),
        texts.READY_TITLE,
    )
    notice = Notice(texts.READY_TITLE, body, "/certificate")
    notifications.tell(uow, row.account_id, notice, key=f"certificates.ready:{row.id}", letter=letter)
    nudges.nudge(uow, row.account_id)
