"""A doctor with papers: what is typed off them, and the ways to ask about them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from medportal.demonstration.papers import Admission, Job, Papers, Study, papers_of
from medportal.features.documents.models import Document
from medportal.features.notifications import service as notifications
from medportal.features.qualification import service
from medportal.features.qualification.models import QualificationRecord
from medportal.features.qualification.schemas import RecordCard, RecordType, Saved
from medportal.features.reviews import service as reviews
from medportal.features.reviews.schemas import CaseView, Subject
from medportal.infra import db, facts, jobs
from medportal.kernel.actor import Actor, Role
from tests.features.registration.applicants import Applicant

VERIFIER = Actor(Role.VERIFIER, account_id=db.new_id(), session_id=db.new_id())


def written(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def study(paper: Study) -> dict[str, str]:
    """What is typed off a paper of education."""
    return {
        "institution": paper.institution.name,
        "level": "higher",
        "base_speciality": paper.speciality,
        "speciality": paper.speciality,
        "begun_year": str(paper.begun),
        "ended_year": str(paper.ended),
        "series": paper.series,
        "no_series": "" if paper.series else "on",
        "number": paper.number,
        "issued_on": written(paper.issued_on),
    }


def admission(paper: Admission) -> dict[str, str]:
    """What is typed off a certificate or an accreditation."""
    return {
        "accreditation_kind": "periodic",
        "speciality": paper.speciality,
        "admission_number": paper.number,
        "issued_on": written(paper.issued_on),
        "expires_on": written(paper.expires_on),
    }


def employment(job: Job) -> dict[str, str]:
    """What is typed about a job."""
    return {
        "organisation": job.organisation,
        "frmo_oid": job.oid,
        "position": job.position,
        "order_number": job.order,
        "issued_on": written(job.begun_on),
    }


@dataclass
class Doctor:
    """Somebody who has registered."""

    applicant: Applicant

    @property
    def actor(self) -> Actor:
        return self.applicant.actor

    @property
    def id(self) -> UUID:
        return self.applicant.id

    @property
    def papers(self) -> Papers:
        return papers_of(self.applicant.who)

    def answers(self, kind: RecordType) -> dict[str, str]:
        """What this person would type off their own paper."""
        own = self.papers
        if kind is RecordType.POLICY:
            return {
                "policy_kind": "3",
                "enp": own.policy.enp,
                "policy_issued_on": written(own.policy.issued_on),
                "holder": self.applicant.who.full_name,
            }
        if kind is RecordType.DIPLOMA:
            return study(own.diploma)
        if kind in (RecordType.RESIDENCY, RecordType.INTERNSHIP):
            return study(own.further)
        if kind in (RecordType.CERTIFICATE, RecordType.ACCREDITATION):
            return admission(own.admission)
        assert own.job is not None
        return employment(own.job)

    def save(self, kind: RecordType, record: UUID | None = None, **changes: str) -> Saved:
        return service.save(self.actor, kind, {**self.answers(kind), **changes}, record)

    def saved(self, kind: RecordType, record: UUID | None = None, **changes: str) -> UUID:
        """Save, have every register asked, and hand the record out."""
        outcome = self.save(kind, record, **changes)
        assert outcome.problems == ()
        assert outcome.record_id is not None
        jobs.work_off()
        return outcome.record_id

    def codes(self, kind: RecordType, **changes: str) -> list[tuple[str, str]]:
        return [(one.field, one.code) for one in self.save(kind, **changes).problems]

    def card(self, record: UUID) -> RecordCard:
        return service.card(self.actor, record)

    def flaws(self, record: UUID) -> list[str]:
        return [one.code for one in self.card(record).flaws]

    def upload(self, kind: str, state: str = "in_review") -> UUID:
        """A scan of this kind, uploaded and looked through."""
        with db.unit_of_work() as uow:
            row = Document(
                account_id=self.id,
                kind=kind,
                state=state,
                upload_key=str(db.new_id()),
                series_id=db.new_id(),
                pages=1,
            )
            uow.session.add(row)
            facts.changed(uow, self.id)
        jobs.work_off()
        return row.id

    def case(self, record: UUID, subject: Subject = Subject.EDUCATION) -> CaseView | None:
        with db.reading() as uow:
            return reviews.find(uow, subject, record)

    def row(self, record: UUID) -> QualificationRecord:
        with db.reading() as uow:
            return uow.session.get_one(QualificationRecord, record)

    def told(self) -> list[str]:
        return [line.title.ru for line in notifications.bell(self.actor).lines]
