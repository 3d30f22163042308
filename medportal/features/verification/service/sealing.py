"""How a claim is written down to be sealed, and how it is read back."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from medportal.features.verification.models import VerificationCheck
from medportal.features.verification.schemas import (
    Claim,
    Difference,
    Kind,
    PaperFacts,
    PaperType,
    PassportFacts,
    Person,
    PolicyFacts,
)
from medportal.infra import vault

FOUND_PLACE = "verification_check.sealed_found"
CLAIM_PLACE = "verification_check.sealed_claim"
REQUEST_PLACE = "verification_evidence.sealed_request"
RESPONSE_PLACE = "verification_evidence.sealed_response"


def written(claim: Claim) -> str:
    """A claim as text; equal claims give equal text, so that it can be fingerprinted."""
    person, passport = claim.person, claim.passport
    plain: dict[str, Any] = {
        "kind": claim.kind,
        "number": claim.number,
        "person": [person.surname, person.given_name, person.patronymic, person.birth_date.isoformat(), person.sex],
        "passport": passport
        and [
            passport.series,
            passport.number,
            passport.issued_on.isoformat(),
            passport.issuer,
            passport.division_code,
        ],
    }
    # Only where there is one: a claim of a kind that has none keeps the text, and the fingerprint, it always had.
    if claim.paper is not None:
        plain |= {"subject": str(claim.subject), "paper": _paper_written(claim.paper)}
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)


def found_written(check_id: UUID, found: Mapping[str, str]) -> str | None:
    """What else a register told, sealed for its column; None when it told nothing."""
    return vault.seal(FOUND_PLACE, check_id, json.dumps(dict(found), ensure_ascii=False)) if found else None


def found_of(row: VerificationCheck) -> dict[str, str]:
    """What else a register told about the claim of a check, opened."""
    return json.loads(vault.reveal(FOUND_PLACE, row.id, row.sealed_found)) if row.sealed_found else {}


def _paper_written(paper: PolicyFacts | PaperFacts) -> list[str]:
    if isinstance(paper, PolicyFacts):
        return [paper.type, paper.series, paper.number, paper.issued_on.isoformat()]
    issued_on = paper.issued_on.isoformat()
    return [
        paper.type, paper.series, paper.number, issued_on, paper.issuer, paper.issuer_ogrn, paper.speciality,
    ]  # fmt: skip


def _paper_of(kind: Kind, plain: list[Any]) -> PolicyFacts | PaperFacts:
    if kind is Kind.POLICY:
        return PolicyFacts(plain[0], plain[1], plain[2], date.fromisoformat(plain[3]))
    return PaperFacts(PaperType(plain[0]), plain[1], plain[2], date.fromisoformat(plain[3]), *plain[4:])


def fingerprint(claim: Claim) -> str:
    """What makes two equal claims known as one without opening the seal."""
    return vault.fingerprint("verification.claim", written(claim))


def claim_of(row: VerificationCheck) -> Claim:
    """The claim of a check, opened."""
    plain: dict[str, Any] = json.loads(vault.reveal(CLAIM_PLACE, row.id, row.sealed_claim))
    surname, given_name, patronymic, born, sex = plain["person"]
    passport, paper, kind = plain["passport"], plain.get("paper"), Kind(plain["kind"])
    return Claim(
        kind=kind,
        number=plain["number"],
        person=Person(surname, given_name, patronymic, date.fromisoformat(born), sex),
        passport=passport
        and PassportFacts(passport[0], passport[1], date.fromisoformat(passport[2]), passport[3], passport[4]),
        paper=paper and _paper_of(kind, paper),
        subject=UUID(plain["subject"]) if paper else None,
    )


def differences_written(differences: tuple[Difference, ...]) -> str:
    """Differences as text for their column: names of fields and positions, nothing personal."""
    return json.dumps([[each.field, list(each.positions)] for each in differences])


def differences_of(row: VerificationCheck) -> tuple[Difference, ...]:
    """The differences of a check."""
    return tuple(Difference(field, tuple(positions)) for field, positions in json.loads(row.differences))
