"""How a claim is written down to be sealed, and how it is read back."""

import json
from datetime import date
from typing import Any

from medportal.features.verification.models import VerificationCheck
from medportal.features.verification.schemas import Claim, Difference, Kind, PassportFacts, Person
from medportal.infra import vault

CLAIM_PLACE = "verification_check.sealed_claim"
REQUEST_PLACE = "verification_evidence.sealed_request"
RESPONSE_PLACE = "verification_evidence.sealed_response"


def written(claim: Claim) -> str:
    """A claim as text; equal claims give equal text, so that it can be fingerprinted."""
    person, passport = claim.person, claim.passport
    return json.dumps(
        {
            "kind": claim.kind,
            "number": claim.number,
            "person": [
                person.surname,
                person.given_name,
                person.patronymic,
                person.birth_date.isoformat(),
                person.sex,
            ],
            "passport": passport
            and [
                passport.series,
                passport.number,
                passport.issued_on.isoformat(),
                passport.issuer,
                passport.division_code,
            ],
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def fingerprint(claim: Claim) -> str:
    """What makes two equal claims known as one without opening the seal."""
    return vault.fingerprint("verification.claim", written(claim))


def claim_of(row: VerificationCheck) -> Claim:
    """The claim of a check, opened."""
    plain: dict[str, Any] = json.loads(vault.reveal(CLAIM_PLACE, row.id, row.sealed_claim))
    surname, given_name, patronymic, born, sex = plain["person"]
    passport = plain["passport"]
    return Claim(
        kind=Kind(plain["kind"]),
        number=plain["number"],
        person=Person(surname, given_name, patronymic, date.fromisoformat(born), sex),
        passport=passport
        and PassportFacts(passport[0], passport[1], date.fromisoformat(passport[2]), passport[3], passport[4]),
    )


def differences_written(differences: tuple[Difference, ...]) -> str:
    """Differences as text for their column: names of fields and positions, nothing personal."""
    return json.dumps([[each.field, list(each.positions)] for each in differences])


def differences_of(row: VerificationCheck) -> tuple[Difference, ...]:
    """The differences of a check."""
    return tuple(Difference(field, tuple(positions)) for field, positions in json.loads(row.differences))
