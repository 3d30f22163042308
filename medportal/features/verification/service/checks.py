"""Checks as their owner meets them: asked for, looked at, asked again."""

from datetime import timedelta
from uuid import UUID

from medportal.features.verification import rules, store, texts
from medportal.features.verification.models import VerificationCheck
from medportal.features.verification.schemas import (
    CheckView,
    Circuit,
    Claim,
    Kind,
    Reason,
    RegisterHealth,
    State,
)
from medportal.features.verification.service import messages, sealing
from medportal.features.verification.service.asking import ASK
from medportal.infra import audit, facts, jobs, nudges, throttle, vault
from medportal.infra.db import UnitOfWork, new_id, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import NotFoundError, TooOftenError


def request(uow: UnitOfWork, actor: Actor, account_id: UUID, claim: Claim, then: str | None = None) -> UUID:
    """Have a claim checked by its register; the check of exactly this claim is opened once and found again later.

    A changed claim puts the earlier one of its kind, or about its record, aside. Beyond ten new claims of a kind in a day the check is not
    refused, it waits its turn: answers tell which characters differ, and must not serve for guessing.

    Args:
        uow: the caller's unit; check and job live and die with it.
        actor: who asks.
        account_id: whose claim it is.
        claim: what is claimed.
        then: the job to wake when an answer is there, like "registration.settle"; with the id of the record the claim
            is about, or of the account.

    Returns:
        The id of the check.
    """
    now = clock.now()
    row = store.find_claim(uow, account_id, claim.kind, sealing.fingerprint(claim))
    if row is None:
        fresh = _opened(uow, account_id, claim, then)
        if store.add(uow, fresh):
            audit.record(uow, actor, "verification.requested", fresh.id, kind=claim.kind)
            row = fresh
        else:
            row = store.find_claim(uow, account_id, claim.kind, fresh.claim_fingerprint)
    if row is None:
        raise RuntimeError("a check was both there and not there")
    row.wakes = then or row.wakes
    if row.requested_at != now or row.superseded_at is not None:
        row.requested_at, row.superseded_at = now, None
    store.supersede_others(uow, row, now)
    _set_going(uow, row)
    return row.id


def checks_of(uow: UnitOfWork, account_id: UUID) -> dict[Kind, CheckView]:
    """The current check of each kind that a person has once and that was ever asked for."""
    return {kind: _view(row) for kind, row in store.current(uow, account_id).items()}


def checks_about(uow: UnitOfWork, account_id: UUID) -> dict[UUID, CheckView]:
    """The current check of each record of the account (a policy, a diploma …), by the record's id."""
    return {subject_id: _view(row) for subject_id, row in store.about(uow, account_id).items()}


def told_about(uow: UnitOfWork, account_id: UUID, subject_id: UUID) -> dict[str, str]:
    """What a register told of a record besides yes or no: names of things to values; empty when nothing."""
    row = store.about(uow, account_id).get(subject_id)
    return {} if row is None else sealing.found_of(row)


def drop(uow: UnitOfWork, account_id: UUID, subject_id: UUID) -> None:
    """Ask no more about a record that is no longer claimed."""
    store.supersede_about(uow, account_id, subject_id, clock.now())


def ask_again(actor: Actor, kind: Kind, subject_id: UUID | None = None) -> None:
    """Ask the register once more about the actor's current claim; one that waits is asked now instead of later.

    With `subject_id` the claim about that record alone is asked about.

    A check that is confirmed, queued or being asked is left alone.

    Raises:
        ForbiddenError: nobody has signed in.
        NotFoundError: there is nothing of this kind to ask about.
        TooOftenError: this was done too often in a day.
    """
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        current = store.current(uow, account_id)
        found = current.get(kind) if subject_id is None else store.about(uow, account_id).get(subject_id)
        row = None if found is None else store.find(uow, found.id, lock=True)
        if row is None:
            raise NotFoundError(texts.NOTHING_TO_ASK)
        if row.state in (State.OK, State.QUEUED, State.ASKING):
            return
        if wait := throttle.wait_before(uow, _throttle_key(account_id, kind), rules.ASKS_PER_DAY, rules.DAY):
            raise TooOftenError(texts.TOO_OFTEN, wait)
        now = clock.now()
        if rules.settles(State(row.state)):
            row.message_id, row.message_at, row.attempts = messages.new_message_id(), now, 0
            row.differences, row.answered_at, row.sealed_found = "[]", None, None
        row.state, row.reason, row.next_try_at = State.QUEUED, None, now
        audit.record(uow, actor, "verification.requested_again", row.id, kind=kind)
        jobs.wake(uow, ASK, row.id)
        nudges.nudge(uow, account_id)


def health_of_registers(uow: UnitOfWork) -> tuple[RegisterHealth, ...]:
    """How the registers that were ever asked have behaved lately."""
    return tuple(
        RegisterHealth(Kind(row.kind), Circuit(row.circuit), row.faults, row.opened_until)
        for row in store.circuits(uow)
    )


def _opened(uow: UnitOfWork, account_id: UUID, claim: Claim, then: str | None) -> VerificationCheck:
    now, check_id = clock.now(), new_id()
    wait = throttle.wait_before(uow, _throttle_key(account_id, claim.kind), rules.ASKS_PER_DAY, rules.DAY)
    return VerificationCheck(
        id=check_id,
        account_id=account_id,
        kind=claim.kind,
        subject_id=claim.subject,
        claim_fingerprint=sealing.fingerprint(claim),
        sealed_claim=vault.seal(sealing.CLAIM_PLACE, check_id, sealing.written(claim)),
        state=State.QUEUED,
        reason=Reason.TOO_OFTEN if wait else None,
        wakes=then,
        message_id=messages.new_message_id(),
        message_at=now,
        requested_at=now,
        next_try_at=now + timedelta(seconds=wait),
    )


def _set_going(uow: UnitOfWork, row: VerificationCheck) -> None:
    """Have the check asked when its time comes; one that is answered already wakes its asker at once."""
    if not rules.settles(State(row.state)):
        wait = 0.0 if row.next_try_at is None else (row.next_try_at - clock.now()).total_seconds()
        jobs.wake(uow, ASK, row.id, delay=max(wait, 0.0))
    elif row.wakes is not None:
        jobs.wake(uow, row.wakes, row.subject_id or row.account_id)
    facts.changed(uow, row.account_id)
    nudges.nudge(uow, row.account_id)


def _view(row: VerificationCheck) -> CheckView:
    return CheckView(
        id=row.id,
        kind=Kind(row.kind),
        state=State(row.state),
        reason=None if row.reason is None else Reason(row.reason),
        differences=sealing.differences_of(row),
        demonstration=row.demonstration,
        requested_at=row.requested_at,
        asked_at=row.asked_at,
        answered_at=row.answered_at,
        next_try_at=row.next_try_at,
        subject=row.subject_id,
    )


def _throttle_key(account_id: UUID, kind: Kind) -> str:
    return vault.fingerprint("verification.asks", f"{account_id}/{kind}")
