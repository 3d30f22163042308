"""Claims of invented people."""

from dataclasses import replace

from medportal.demonstration.invented import Invented, Proof
from medportal.demonstration.people import proving
from medportal.features.verification.schemas import Claim, Kind, PassportFacts, Person


def claim_of(someone: Invented, kind: Kind = Kind.SNILS, **changes: object) -> Claim:
    """What an invented person would claim; `changes` alter answers about the person, or the `number`."""
    papers = someone.passport
    numbers = {
        Kind.SNILS: someone.snils,
        Kind.INN: someone.inn,
        Kind.PASSPORT: papers.series + papers.number,
    }
    person = Person(someone.surname, someone.given_name, someone.patronymic, someone.birth_date, someone.sex)
    number = str(changes.pop("number", numbers[kind]))
    passport = PassportFacts(papers.series, papers.number, papers.issued_on, papers.issuer, papers.division_code)
    return Claim(kind, replace(person, **changes), number, passport)


def claim(proof: Proof = Proof.ALL_GOOD, kind: Kind = Kind.SNILS, **changes: object) -> Claim:
    """The claim of the first invented person who shows this."""
    return claim_of(proving(proof), kind, **changes)
