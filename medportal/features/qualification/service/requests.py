"""What a doctor asks for about a saved record: check it again, have a person look, lay a scan to it, delete it."""

from uuid import UUID

from medportal.features.qualification import store
from medportal.features.qualification.models import QualificationRecord
from medportal.features.qualification.rules.registers import REGISTERS
from medportal.features.qualification.schemas import RecordState, RecordType
from medportal.features.qualification.service import moving
from medportal.features.qualification.texts import records as texts
from medportal.features.reviews import service as reviews
from medportal.features.verification import service as verification
from medportal.infra import audit, facts, nudges
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel.actor import Actor
from medportal.kernel.errors import ConflictError, NotFoundError

MAY_ASK_AGAIN = frozenset({RecordState.FIX_NEEDED, RecordState.CHECKING})
MAY_ASK_PERSON = frozenset({RecordState.FIX_NEEDED, RecordState.NEEDS_SCAN})


def ask_again(actor: Actor, record_id: UUID) -> None:
    """Have the register asked once more about this record, and about no other.

    Raises:
        NotFoundError: there is no such record of the actor's.
        ConflictError: nothing is to be asked.
        TooOftenError: this was done too often in a day.
    """
    with reading() as uow:
        row = _own(uow, actor, record_id)
        register = REGISTERS.get(RecordType(row.type))
        if register is None or row.state not in MAY_ASK_AGAIN:
            raise ConflictError(texts.NOTHING_TO_ASK)
    verification.ask_again(actor, register, record_id)
    with unit_of_work() as uow:
        moving.reckon(uow, actor, _own(uow, actor, record_id, lock=True))


def ask_person(actor: Actor, record_id: UUID) -> None:
    """Have a person look at a record that its register did not confirm.

    Raises:
        NotFoundError: there is no such record of the actor's.
        ConflictError: nobody needs to look, or there is no scan to look at.
    """
    with unit_of_work() as uow:
        row = _own(uow, actor, record_id, lock=True)
        if row.state not in MAY_ASK_PERSON:
            raise ConflictError(texts.NOTHING_TO_ASK)
        if not moving.scans_of(uow, row.account_id, RecordType(row.type)):
            raise ConflictError(texts.NO_SCAN)
        row.wants_person = True
        audit.record(uow, actor, "qualification.person_asked", row.id)
        moving.reckon(uow, actor, row)


def appeal(actor: Actor, record_id: UUID, words: str) -> None:
    """The doctor does not agree with a refusal by staff: somebody else of the desk decides anew.

    Raises:
        NotFoundError: there is no such record of the actor's.
        ConflictError: it is no refusal, it was appealed against before, 30 days have passed, or the answers have changed since.
        InvalidError: no words, or too many.
    """
    with reading() as uow:
        row = _own(uow, actor, record_id)
        if row.state != RecordState.REFUSED:
            raise ConflictError(texts.NOT_APPEALABLE)
        subject = moving.subject_of(RecordType(row.type))
    reviews.appeal(actor, subject, record_id, words)


def attach(actor: Actor, record_id: UUID, document_id: UUID) -> None:
    """Lay a scan of the actor's own to a record.

    Raises:
        NotFoundError: there is no such record, or no such scan of this kind, of the actor's.
    """
    with unit_of_work() as uow:
        row = _own(uow, actor, record_id, lock=True)
        scans = moving.scans_of(uow, row.account_id, RecordType(row.type))
        if document_id not in {one.document_id for one in scans}:
            raise NotFoundError(texts.NO_SUCH_SCAN)
        row.document_id = document_id
        audit.record(uow, actor, "qualification.scan_laid", row.id, document=document_id)
        facts.changed(uow, row.account_id)
        reviews.answered(uow, moving.subject_of(RecordType(row.type)), row.id, actor)
        moving.reckon(uow, actor, row)
        nudges.nudge(uow, row.account_id)


def remove(actor: Actor, record_id: UUID) -> None:
    """Delete a record; what was asked about it is asked no more.

    Raises:
        NotFoundError: there is no such record of the actor's.
    """
    with unit_of_work() as uow:
        row = _own(uow, actor, record_id, lock=True)
        verification.drop(uow, row.account_id, row.id)
        reviews.withdraw(uow, actor, moving.subject_of(RecordType(row.type)), row.id)
        audit.record(uow, actor, "qualification.removed", row.id)
        store.remove(uow, row)
        facts.changed(uow, row.account_id)
        nudges.nudge(uow, row.account_id)


def _own(uow: UnitOfWork, actor: Actor, record_id: UUID, *, lock: bool = False) -> QualificationRecord:
    row = store.own(uow, actor.must_be_known(), record_id, lock=lock)
    if row is None:
        raise NotFoundError(texts.NO_RECORD)
    return row
