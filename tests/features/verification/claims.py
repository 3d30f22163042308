"""Claims of invented people."""

from dataclasses import replace
from uuid import NAMESPACE_OID, uuid5

from medportal.demonstration.invented import Invented, Proof
from medportal.demonstration.papers import Admission, Job, Study, papers_of
from medportal.demonstration.people import proving
from medportal.features.verification.schemas import (
    ABOUT_RECORDS,
    Claim,
    Kind,
    PaperFacts,
    PaperType,
    PassportFacts,
    Person,
    PolicyFacts,
)

RECORDS = {kind: uuid5(NAMESPACE_OID, kind) for kind in ABOUT_RECORDS}


def claim_of(someone: Invented, kind: Kind = Kind.SNILS, **changes: object) -> Claim:
    """What an invented person would claim; `changes` alter answers about the person, the `number`, or the `paper`."""
    papers = someone.passport
    own = papers_of(someone)
    numbers = {
        Kind.SNILS: someone.snils,
        Kind.INN: someone.inn,
        Kind.PASSPORT: papers.series + papers.number,
        Kind.POLICY: own.policy.enp,
        Kind.EDUCATION: own.diploma.number,
        Kind.PRACTITIONER: someone.snils,
    }
    facts: dict[Kind, PolicyFacts | PaperFacts] = {
        Kind.POLICY: PolicyFacts("3", "", own.policy.enp, own.policy.issued_on),
        Kind.EDUCATION: study_facts(own.diploma),
        Kind.PRACTITIONER: admission_facts(own.admission),
    }
    person = Person(someone.surname, someone.given_name, someone.patronymic, someone.birth_date, someone.sex)
    number = str(changes.pop("number", numbers[kind]))
    paper = changes.pop("paper", facts.get(kind))
    subject = changes.pop("subject", RECORDS[kind] if paper else None)
    passport = PassportFacts(papers.series, papers.number, papers.issued_on, papers.issuer, papers.division_code)
    return Claim(kind, replace(person, **changes), number, passport, paper, subject)


def claim(proof: Proof = Proof.ALL_GOOD, kind: Kind = Kind.SNILS, **changes: object) -> Claim:
    """The claim of the first invented person who shows this."""
    return claim_of(proving(proof), kind, **changes)


def study_facts(study: Study) -> PaperFacts:
    """A paper of education as it is claimed."""
    return PaperFacts(
        PaperType(study.type),
        study.series,
        study.number,
        study.issued_on,
        study.institution.name,
        study.institution.ogrn,
        study.speciality,
    )


def admission_facts(admission: Admission) -> PaperFacts:
    """A certificate or an accreditation as it is claimed."""
    return PaperFacts(PaperType(admission.type), "", admission.number, admission.issued_on)


def job_facts(job: Job) -> PaperFacts:
    """A job as it is claimed."""
    return PaperFacts(PaperType.EMPLOYMENT, "", job.oid, job.begun_on)
