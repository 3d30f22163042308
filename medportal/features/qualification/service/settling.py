"""Settling: a register answered, a person decided, a day passed, the cabinet changed. Each look is idempotent."""

from uuid import UUID

from medportal.features.qualification import store
from medportal.features.qualification.rules import settling
from medportal.features.qualification.schemas import Flaw, RecordState, RecordType
from medportal.features.qualification.service import moving, people
from medportal.features.qualification.service.moving import SETTLE
from medportal.features.reviews import service as reviews
from medportal.infra.db import reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor

__all__ = ["SETTLE", "look_again", "settle", "sweep"]


def settle(actor: Actor, record_id: UUID) -> None:
    """Put a record where its register and its case say it stands; a record that is gone is let be."""
    with unit_of_work() as uow:
        row = store.find(uow, record_id, lock=True)
        if row is None:
            return
        moving.reckon(uow, actor, row)
        reviews.heard(uow, moving.subject_of(RecordType(row.type)), row.id)


def look_again(actor: Actor, account_id: UUID) -> None:
    """Some fact of an account changed: claims made in another name are made anew, and scans may have come."""
    with reading() as uow:
        groups = people.answers_of(uow, account_id)
        if groups is None:
            return
        person = people.fingerprint(groups)
        rows = store.of_account(uow, account_id)
        renamed = [row.id for row in rows if row.person_fingerprint != person]
        waiting = [row.id for row in rows if row.state == RecordState.NEEDS_SCAN]
    for record_id in renamed:
        with unit_of_work() as uow:
            row = store.find(uow, record_id, lock=True)
            if row is not None and row.person_fingerprint != person:
                row.person_fingerprint, row.changed_at = person, clock.now()
                moving.set_going(uow, actor, row, groups)
    for record_id in set(waiting) - set(renamed):
        settle(actor, record_id)


def sweep(actor: Actor) -> int:
    """Let papers whose term ended yesterday expire; how many."""
    with reading() as uow:
        ended = store.ended(uow, clock.today())
    for record_id in ended:
        with unit_of_work() as uow:
            row = store.find(uow, record_id, lock=True)
            still = row is not None and row.state == RecordState.VERIFIED
            if row is not None and still and settling.over(RecordType(row.type), row.expires_on, clock.today()):
                moving.move(uow, actor, row, settling.Standing(RecordState.EXPIRED, (Flaw.EXPIRED,), by="register"))
    return len(ended)
