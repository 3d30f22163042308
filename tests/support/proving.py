"""Brings a registered doctor of a served portal to «Подтверждённая», in a process of its own: `… <СНИЛС> [lose]`.

What takes days in life (a desk that decides, a visit to a centre) is written as other slices keep it.
"""

import sys
from datetime import timedelta
from uuid import UUID, uuid4

from sqlmodel import col, select

from medportal import wiring
from medportal.features.documents.models import Document
from medportal.features.documents.schemas.documents import DocumentState
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.levels import service as levels
from medportal.features.levels.schemas import How
from medportal.features.profile.models import Profile
from medportal.features.qualification.models import QualificationRecord
from medportal.features.qualification.schemas import RecordState, RecordType
from medportal.infra import facts, vault
from medportal.infra.db import UnitOfWork, new_id, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor, Role

OPERATOR = Actor(Role.OPERATOR, UUID("0192aaaa-0000-7000-8000-000000000001"))


def confirm(uow: UnitOfWork, account_id: UUID) -> None:
    """Passport and accreditation verified, a policy in force, the person seen at a centre."""
    verified(uow, account_id, KindKey.PASSPORT)
    verified(uow, account_id, KindKey.ACCREDITATION)
    policy(uow, account_id)
    levels.record_proof(uow, OPERATOR, account_id, How.IN_PERSON)


def verified(uow: UnitOfWork, account_id: UUID, kind: KindKey, state: DocumentState = DocumentState.VERIFIED) -> UUID:
    """A document in a state, as if it had been taken in and looked at."""
    document_id, today = new_id(), clock.today()
    row = Document(
        id=document_id, account_id=account_id, kind=kind, state=state, upload_key=uuid4().hex, series_id=document_id,
        pages=1, issued_on=today - timedelta(days=400),
        expires_on=today + timedelta(days=900) if kind is KindKey.ACCREDITATION else None,
    )  # fmt: skip
    uow.session.add(row)
    facts.changed(uow, account_id)
    return document_id


def policy(uow: UnitOfWork, account_id: UUID) -> None:
    """A policy that the insurance fund has confirmed."""
    now, record_id = clock.now(), new_id()
    row = QualificationRecord(
        id=record_id, account_id=account_id, type=RecordType.POLICY, state=RecordState.VERIFIED, by="register",
        sealed_answers=vault.seal("qualification_record.sealed_answers", record_id, "{}"),
        created_at=now, changed_at=now, settled_at=now,
    )  # fmt: skip
    uow.session.add(row)
    facts.changed(uow, account_id)


def lose(uow: UnitOfWork, account_id: UUID) -> None:
    """The accreditation does not hold any more."""
    wanted = select(Document).where(Document.account_id == account_id, col(Document.kind) == KindKey.ACCREDITATION)
    for row in uow.session.exec(wanted):
        row.state = DocumentState.REJECTED
    facts.changed(uow, account_id)


if __name__ == "__main__":
    wiring.plug()
    with unit_of_work() as unit:
        mark = vault.fingerprint("snils", sys.argv[1])
        found = unit.session.exec(select(Profile.account_id).where(Profile.snils_fingerprint == mark)).one()
        (lose if "lose" in sys.argv else confirm)(unit, found)
