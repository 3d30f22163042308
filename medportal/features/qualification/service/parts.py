"""What other slices ask of qualification, each within its own unit."""

from datetime import date
from uuid import UUID

from medportal.features.qualification import store
from medportal.features.qualification.models import QualificationRecord
from medportal.features.qualification.rules import links, packing, settling
from medportal.features.qualification.schemas import (
    ASKED,
    EDUCATION,
    HOLDING,
    Course,
    Flaw,
    Pack,
    RecordFact,
    RecordState,
    RecordType,
    Slot,
    SlotState,
    SlotView,
)
from medportal.infra.db import UnitOfWork
from medportal.kernel import clock

# Of which a word that was typed is asked by other slices.
_SPOKEN_OF = frozenset({RecordType.ACCREDITATION, RecordType.CERTIFICATE, RecordType.POLICY})


def records_of(uow: UnitOfWork, account_id: UUID) -> tuple[RecordFact, ...]:
    """Every record of an account."""
    return tuple(fact(row) for row in store.of_account(uow, account_id))


def policy_of(uow: UnitOfWork, account_id: UUID) -> RecordFact | None:
    """The policy of an account."""
    row = store.policy_of(uow, account_id)
    return None if row is None else fact(row)


def education_of(uow: UnitOfWork, account_id: UUID) -> tuple[RecordFact, ...]:
    """The papers of education of an account."""
    return tuple(one for one in records_of(uow, account_id) if one.type in EDUCATION)


def courses_of(uow: UnitOfWork, account_id: UUID) -> tuple[Course, ...]:
    """The courses of an account whose hours may count, confirmed or not; what was refused or annulled may not."""
    return tuple(
        _course(row, row.issued_on)
        for row in store.of_account(uow, account_id)
        if row.type == RecordType.TRAINING
        and row.state != RecordState.REFUSED
        and row.issued_on is not None
        and Flaw.ANNULLED not in store.flaws_of(row)
    )


def employer_of(uow: UnitOfWork, account_id: UUID) -> str:
    """The name of the institution the person works at: a job that holds first, then one still being checked, then a
    licence; empty when no paper names one."""
    named = {RecordType.EMPLOYMENT: "organisation", RecordType.LICENCE: "licensee"}
    rows = [row for row in store.of_account(uow, account_id) if row.type in named and row.state != RecordState.REFUSED]
    # Of several that are alike, the one entered last.
    best = max(rows, key=lambda row: (fact(row).holds, row.type == RecordType.EMPLOYMENT, row.id), default=None)
    return store.answers_of(best).get(named[RecordType(best.type)], "") if best else ""


def pack_of(uow: UnitOfWork, account_id: UUID) -> Pack:
    """The qualification pack: what is there, what is missing, what waits; without cards."""
    rows = store.of_account(uow, account_id)
    records = [fact(row) for row in rows]
    found = packing.slots(records, primary=_primary(rows))
    return Pack(
        slots=tuple(SlotView(slot, found[slot], ASKED[slot]) for slot in Slot),
        complete=packing.complete(found),
        education_ok=packing.education_holds(records),
        policy_ok=packing.policy_holds(records),
    )


def answers_about(uow: UnitOfWork, account_id: UUID, record_id: UUID) -> dict[str, str]:
    """What was typed about a record of the account; nothing when there is none."""
    row = store.own(uow, account_id, record_id)
    return store.answers_of(row) if row else {}


def policy_ok(uow: UnitOfWork, account_id: UUID) -> bool:
    """Whether a verified policy is in force: applications are blocked without one (ruling 2)."""
    return packing.policy_holds(records_of(uow, account_id))


def education_ok(uow: UnitOfWork, account_id: UUID) -> bool:
    """Whether a diploma is verified."""
    return packing.education_holds(records_of(uow, account_id))


def admission_ok(uow: UnitOfWork, account_id: UUID) -> bool:
    """Whether an accreditation or a specialist certificate is verified and in force (ruling 10)."""
    return pack_of(uow, account_id).slots[list(Slot).index(Slot.ADMISSION)].state is SlotState.MET


def qualification_ok(uow: UnitOfWork, account_id: UUID) -> bool:
    """Whether the whole pack is there."""
    return pack_of(uow, account_id).complete


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Take out every record when its account is erased."""
    store.erase(uow, account_id)


def fact(row: QualificationRecord) -> RecordFact:
    """A row as other slices reckon with it; a term that ended this night no longer holds."""
    kind, state = RecordType(row.type), RecordState(row.state)
    holds = state in HOLDING and not settling.over(kind, row.expires_on, clock.today())
    typed = store.answers_of(row) if kind in _SPOKEN_OF else {}
    return RecordFact(
        row.id,
        kind,
        state,
        holds,
        row.issued_on,
        row.expires_on,
        confirmed=state in HOLDING or (state is RecordState.EXPIRED and bool(row.by)),
        speciality=typed.get("speciality", ""),
        grade=typed.get("accreditation_kind", "") or typed.get("policy_kind", ""),
        document_id=row.document_id,
        link=links.page_of(kind, row.id),
    )


def _course(row: QualificationRecord, issued_on: date) -> Course:
    typed, told = store.answers_of(row), fact(row)
    return Course(
        id=row.id,
        theme=typed.get("theme", ""),
        institution=typed.get("institution", ""),
        speciality=typed.get("speciality", ""),
        hours=int(typed.get("hours") or 0),
        number=typed.get("series", "") + typed.get("number", ""),
        issued_on=issued_on,
        confirmed=told.confirmed,
        is_duplicate=bool(typed.get("is_duplicate")),
        document_id=row.document_id,
        link=told.link,
    )


def _primary(rows: list[QualificationRecord]) -> bool:
    accreditations = (row for row in rows if row.type == RecordType.ACCREDITATION and fact(row).holds)
    return any(fact(row).grade == "primary" for row in accreditations)
