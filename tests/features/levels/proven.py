"""A registered doctor who is brought to a level by what other slices keep."""

from datetime import date
from uuid import UUID, uuid4

from medportal.features.documents.models import Document
from medportal.features.documents.schemas.documents import DocumentState
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.levels import service
from medportal.features.levels.schemas import How, Level
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import BellView
from medportal.infra import facts, jobs
from medportal.infra.db import new_id, reading, unit_of_work
from medportal.kernel.actor import Actor, Role
from tests.features.registration.applicants import Applicant
from tests.support.proving import policy

OPERATOR = Actor(Role.OPERATOR, UUID("0192aaaa-0000-7000-8000-000000000001"))


class Doctor:
    """One doctor, and what is true of him."""

    def __init__(self, applicant: Applicant) -> None:
        self.applicant, self.id = applicant, applicant.id
        jobs.work_off()

    @property
    def actor(self) -> Actor:
        return self.applicant.actor

    @property
    def level(self) -> Level:
        with reading() as uow:
            return service.standing_of(uow, self.id).level

    def keep(
        self,
        kind: KindKey,
        state: DocumentState = DocumentState.VERIFIED,
        expires_on: date | None = None,
        *,
        work_off: bool = True,
    ) -> UUID:
        """A document in a state, as if it had been taken in and looked at."""
        document_id = new_id()
        with unit_of_work() as uow:
            row = Document(
                id=document_id, account_id=self.id, kind=kind, state=state, upload_key=uuid4().hex,
                series_id=document_id, pages=1, issued_on=date(2025, 3, 1), expires_on=expires_on,
            )  # fmt: skip
            uow.session.add(row)
            facts.changed(uow, self.id)
        if work_off:
            jobs.work_off()
        return document_id

    def becomes(self, document_id: UUID, state: DocumentState) -> None:
        with unit_of_work() as uow:
            row = uow.session.get(Document, document_id)
            assert row is not None
            row.state = state
            facts.changed(uow, self.id)
        jobs.work_off()

    def standard(self, until: date | None = None) -> "Doctor":
        """Passport and accreditation verified."""
        self.passport = self.keep(KindKey.PASSPORT)
        self.accreditation = self.keep(KindKey.ACCREDITATION, expires_on=until or date(2030, 3, 1))
        return self

    def confirmed(self, until: date | None = None) -> "Doctor":
        """Everything that «Подтверждённая» asks for."""
        self.standard(until)
        with unit_of_work() as uow:
            policy(uow, self.id)
        self.seen_in_person()
        assert self.level is Level.CONFIRMED
        return self

    def seen_in_person(self) -> UUID:
        with unit_of_work() as uow:
            proof = service.record_proof(uow, OPERATOR, self.id, How.IN_PERSON)
        jobs.work_off()
        return proof

    def told(self) -> list[BellView]:
        """What stands under the bell about levels, the oldest first."""
        lines = notifications.bell(self.actor).lines
        return [one for one in reversed(lines) if "ровень" in one.title.ru]

    def letters(self) -> list[str]:
        """Subjects of the letters about levels, by e-mail."""
        found = [one for one in notifications.demonstration_outbox() if one.to == self.applicant.who.email]
        return [one.subject for one in reversed(found) if "ровень учётной" in one.subject]
