"""Which register is asked about a paper, what it is asked, and what its answer means for the record."""

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal
from uuid import UUID

from medportal.features.qualification.schemas import Flaw, RecordType
from medportal.features.verification.schemas import (
    CheckView,
    Claim,
    Kind,
    PaperFacts,
    PaperType,
    Person,
    PolicyFacts,
    State,
)
from medportal.features.verification.schemas import Reason as Why
from medportal.kernel.fields.dates import read_date

REGISTERS: Final[Mapping[RecordType, Kind]] = {
    RecordType.POLICY: Kind.POLICY,
    RecordType.DIPLOMA: Kind.EDUCATION,
    RecordType.RESIDENCY: Kind.EDUCATION,
    RecordType.TRAINING: Kind.EDUCATION,
    RecordType.INTERNSHIP: Kind.PRACTITIONER,
    RecordType.CERTIFICATE: Kind.PRACTITIONER,
    RecordType.ACCREDITATION: Kind.PRACTITIONER,
    RecordType.EMPLOYMENT: Kind.PRACTITIONER,
}
_PAPERS: Final[Mapping[RecordType, PaperType]] = {
    RecordType.DIPLOMA: PaperType.DIPLOMA,
    RecordType.RESIDENCY: PaperType.RESIDENCY,
    RecordType.TRAINING: PaperType.COURSE,
    RecordType.INTERNSHIP: PaperType.INTERNSHIP,
    RecordType.CERTIFICATE: PaperType.CERTIFICATE,
    RecordType.ACCREDITATION: PaperType.ACCREDITATION,
    RecordType.EMPLOYMENT: PaperType.EMPLOYMENT,
}
_HOLDER: Final = frozenset({"holder", "surname", "given_name", "patronymic", "birth_date", "sex"})

Answers = Mapping[str, str]


def claim(
    kind: RecordType, record_id: UUID, answers: Answers, profile: Mapping[str, Answers], ogrn: str
) -> Claim | None:
    """What the register is asked about this paper; None where no register has such papers.

    Args:
        kind: the type of paper.
        record_id: the record the claim is about.
        answers: the checked answers of its form.
        profile: the person's answers by group.
        ogrn: the number of the institution, if the book knows it.
    """
    register = REGISTERS.get(kind)
    if register is None:
        return None
    who = profile["person"]
    sex: Literal["M", "F"] = "F" if who["sex"] == "F" else "M"
    person = Person(who["surname"], who["given_name"], who["patronymic"] or None, _day(who["birth_date"]), sex)
    if register is Kind.POLICY:
        policy = policy_facts(answers)
        return Claim(register, person, policy.number, paper=policy, subject=record_id)
    paper = PaperFacts(
        type=_PAPERS[kind],
        series=answers.get("series", ""),
        number=number_of(kind, answers),
        issued_on=_day(answers["issued_on"]),
        issuer=answers.get("institution", "") or answers.get("organisation", ""),
        issuer_ogrn=ogrn,
        speciality=answers.get("base_speciality", "") or answers.get("speciality", ""),
    )
    number = profile["numbers"]["snils"] if register is Kind.PRACTITIONER else paper.number
    return Claim(register, person, number, paper=paper, subject=record_id)


def policy_facts(answers: Answers) -> PolicyFacts:
    """The policy of a form, by its kind (rules §1.4)."""
    issued_on = _day(answers["policy_issued_on"])
    match answers["policy_kind"]:
        case "2":
            return PolicyFacts("2", "", answers["temporary_number"], issued_on)
        case "1":
            return PolicyFacts("1", answers.get("old_series", ""), answers["old_number"], issued_on)
        case _:
            return PolicyFacts("3", "", answers["enp"], issued_on)


def number_of(kind: RecordType, answers: Answers) -> str:
    """The number by which a paper is known; of a job the organisation's OID."""
    if kind is RecordType.POLICY:
        return policy_facts(answers).number
    names = ("number", "admission_number", "frmo_oid", "licence_number")
    return next((answers[name] for name in names if answers.get(name)), "")


def flaws(kind: RecordType, check: CheckView) -> tuple[Flaw, ...]:
    """What a register's answer that is no confirmation says of the paper."""
    policy = kind is RecordType.POLICY
    if check.state is State.NOT_FOUND:
        if kind is RecordType.EMPLOYMENT:
            return (Flaw.NOT_EMPLOYED,)
        return (Flaw.POLICY_UNKNOWN if policy else Flaw.NOT_FOUND,)
    if check.state is State.INVALID:
        return (Flaw.POLICY_CLOSED if policy or check.reason is Why.POLICY_CLOSED else Flaw.ANNULLED,)
    if check.state is State.ERROR:
        return (Flaw.REGISTER_REFUSED,)
    found: list[Flaw] = []
    names = {one.field for one in check.differences}
    if names & _HOLDER:
        found.append(Flaw.POLICY_HOLDER_DIFFERS if policy else Flaw.HOLDER_DIFFERS)
    if "policy_issued_on" in names:
        found.append(Flaw.POLICY_DATE_DIFFERS)
    if "issued_on" in names:
        found.append(Flaw.DATE_DIFFERS)
    if "institution" in names:
        found.append(Flaw.INSTITUTION_DIFFERS)
    return tuple(found) or (Flaw.NOT_FOUND,)


def _day(text: str) -> date:
    day = read_date(text)
    if day is None:
        raise ValueError("a checked date is no date")
    return day
