"""Asking a register: between two short units, with nothing held open while the register thinks."""

import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from medportal.features.verification import ports, rules, store
from medportal.features.verification.models import VerificationCheck, VerificationEvidence
from medportal.features.verification.ports import RegisterDownError
from medportal.features.verification.schemas import Claim, Kind, Reason, State, Verdict
from medportal.features.verification.service import circuits, messages, sealing
from medportal.infra import audit, facts, jobs, log, nudges, vault
from medportal.infra.db import UnitOfWork, new_id, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.settings import settings

ASK = "verification.ask"


@dataclass(frozen=True, slots=True)
class _Asking:
    """What one worker holds while it asks."""

    check_id: UUID
    kind: Kind
    token: UUID
    message_id: UUID
    claim: Claim


def ask(actor: Actor, check_id: UUID) -> None:
    """Ask the register about one check and record what it says.

    A check that is answered, put aside, not yet due, or being asked by another worker is left alone. A register that
    gives no answer refuses nobody: the check waits and is asked again, for as long as it takes.
    """
    asking = _begun(actor, check_id)
    if asking is None:
        return
    try:
        register = ports.registers()[asking.kind]
        verdict = register.confirm(asking.claim, asking.message_id)
    except RegisterDownError as down:
        _put_off(actor, asking, down.reason)
        return
    except Exception as error:  # noqa: BLE001 - our own fault must not leave the check hanging, nor blame the register
        _ = log.incident(error, where="verification.ask")
        _put_off(actor, asking, Reason.FAILED_HERE)
        return
    recorded = _record(actor, asking, verdict)
    if recorded and verdict.receipt is not None:
        with suppress(RegisterDownError):
            register.acknowledge(verdict.receipt)


def wake_due(_actor: Actor) -> int:
    """Wake every check whose time has come, those left behind by a killed worker among them; how many."""
    with reading() as uow:
        waiting = store.due(uow, clock.now())
    if waiting:
        with unit_of_work() as uow:
            for check_id in waiting:
                jobs.wake(uow, ASK, check_id)
    return len(waiting)


def _begun(actor: Actor, check_id: UUID) -> _Asking | None:
    """Take the check for this worker, or leave it: first short unit."""
    with unit_of_work() as uow:
        now = clock.now()
        row = store.find(uow, check_id, lock=True)
        if row is None or row.superseded_at is not None or rules.settles(State(row.state)):
            return None
        if row.next_try_at is not None and row.next_try_at > now:
            return None
        if row.leased_until is not None and row.leased_until > now:
            return None
        kind, token = Kind(row.kind), uuid4()
        if (retry_at := circuits.barred_until(uow, kind, now)) is not None:
            _wait(uow, row, Reason.PAUSED, retry_at)
            return None
        if not store.lease(uow, check_id, token, now, now + rules.LEASE):
            return None
        audit.record(uow, actor, "verification.asked", check_id, kind=kind, attempt=row.attempts + 1)
        nudges.nudge(uow, row.account_id)
        return _Asking(check_id, kind, token, row.message_id, sealing.claim_of(row))


def _record(actor: Actor, asking: _Asking, verdict: Verdict) -> bool:
    """Write the verdict down and wake who waits for it: second short unit. False when another worker took over."""
    with unit_of_work() as uow:
        now = clock.now()
        row = store.find(uow, asking.check_id, lock=True)
        circuits.answered(uow, asking.kind, now)
        if row is None or row.lease != asking.token:
            return False
        row.state, row.reason = verdict.state, verdict.reason
        row.differences = sealing.differences_written(verdict.differences)
        row.demonstration, row.answered_at = verdict.demonstration, now
        row.sealed_found = sealing.found_written(row.id, verdict.found)
        row.next_try_at = row.lease = row.leased_until = None
        store.add_evidence(uow, _evidence(asking, verdict, now))
        audit.record(
            uow,
            actor,
            "verification.answered",
            row.id,
            kind=asking.kind,
            state=verdict.state,
            demonstration=verdict.demonstration,
        )
        _wake_asker(uow, row)
        facts.changed(uow, row.account_id)
        nudges.nudge(uow, row.account_id)
        return True


def _put_off(actor: Actor, asking: _Asking, reason: Reason) -> None:
    """Let the check wait for the register: second short unit when there was no answer."""
    with unit_of_work() as uow:
        now = clock.now()
        row = store.find(uow, asking.check_id, lock=True)
        if rules.is_fault(reason):
            circuits.failed(uow, asking.kind, asking.check_id, now)
        elif reason is Reason.NO_ANSWER_YET:
            # It took the question in, so it is well; its answer is merely not ready.
            circuits.answered(uow, asking.kind, now)
        if row is None or row.lease != asking.token:
            return
        row.attempts += 1
        row.lease = row.leased_until = None
        if rules.needs_new_message(reason, now - row.message_at):
            row.message_id, row.message_at = messages.new_message_id(), now
        chance = secrets.randbelow(1001) / 1000
        wait = rules.wait_before_next(row.attempts, demonstration=settings().demonstration, chance=chance)
        audit.record(uow, actor, "verification.unanswered", row.id, kind=asking.kind, reason=reason)
        _wait(uow, row, reason, now + wait)


def _wait(uow: UnitOfWork, row: VerificationCheck, reason: Reason, until: datetime) -> None:
    row.state, row.reason, row.next_try_at = State.UNAVAILABLE, reason, until
    jobs.wake(uow, ASK, row.id, delay=max((until - clock.now()).total_seconds(), 0.0))
    nudges.nudge(uow, row.account_id)


def _wake_asker(uow: UnitOfWork, row: VerificationCheck) -> None:
    if row.wakes is None:
        return
    try:
        jobs.wake(uow, row.wakes, row.subject_id or row.account_id)
    except LookupError as error:
        # The job was renamed while the register thought. The verdict stands all the same.
        _ = log.incident(error, where="verification.ask")


def _evidence(asking: _Asking, verdict: Verdict, now: datetime) -> VerificationEvidence:
    evidence_id = new_id()
    return VerificationEvidence(
        id=evidence_id,
        check_id=asking.check_id,
        message_id=asking.message_id,
        state=verdict.state,
        demonstration=verdict.demonstration,
        answered_at=now,
        sealed_request=vault.seal(sealing.REQUEST_PLACE, evidence_id, verdict.evidence.request),
        sealed_response=vault.seal(sealing.RESPONSE_PLACE, evidence_id, verdict.evidence.response),
    )
