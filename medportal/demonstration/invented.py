"""What an invented person is: every answer the registration asks for, and what the person shows.

Numbers are made from a serial so that their check digits agree. They are nobody's: names are words for make-believe,
phones lie in a block of zeros, e-mail stands at example.com, which is reserved for examples.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from medportal.kernel.identifiers.mrz import MrzPerson, compose
from medportal.kernel.text import Text


class Proof(StrEnum):
    """What an invented person shows about the portal and its registers."""

    ALL_GOOD = "all_good"
    NAME_MISMATCH = "name_mismatch"
    BIRTH_DATE_MISMATCH = "birth_date_mismatch"
    SNILS_UNKNOWN = "snils_unknown"
    INN_OF_ANOTHER = "inn_of_another"
    REGISTER_DOWN = "register_down"
    REGISTER_SLOW = "register_slow"
    REGISTER_GARBAGE = "register_garbage"
    PASSPORT_REPLACED = "passport_replaced"
    HOLDER_DECEASED = "holder_deceased"
    POLICY_CLOSED = "policy_closed"
    DIPLOMA_UNKNOWN = "diploma_unknown"
    DIPLOMA_IN_ANOTHER_NAME = "diploma_in_another_name"
    ACCREDITATION_ANNULLED = "accreditation_annulled"


@dataclass(frozen=True, slots=True)
class Work:
    """Where the person works: the licence of an own practice or the employer's number, and what as."""

    position: str
    speciality: str
    licence_number: str | None = None
    employer_ogrn: str | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """Where the person lives."""

    postal_index: str
    region: str
    city: str
    street: str
    house: str
    flat: str


@dataclass(frozen=True, slots=True)
class Passport:
    """The internal passport; the division code is written with its hyphen."""

    series: str
    number: str
    issued_on: date
    issuer: str
    division_code: str


@dataclass(frozen=True, slots=True)
class Invented:
    """One invented person with every answer of the wizard, passwords excepted."""

    key: str
    proves: Proof
    says: Text
    surname: str
    given_name: str
    patronymic: str | None
    birth_date: date
    sex: Literal["M", "F"]
    phone: str
    email: str
    snils: str
    inn: str
    passport: Passport
    address: Address
    work: Work

    @property
    def mrz(self) -> tuple[str, str]:
        """The two machine-readable lines of the passport's photo page (order 186, appendix 12)."""
        lines = compose(
            MrzPerson(
                surname=self.surname,
                given_name=self.given_name,
                patronymic=self.patronymic or "",
                birth_date=self.birth_date,
                sex=self.sex,
                series=self.passport.series,
                number=self.passport.number,
                issued_on=self.passport.issued_on,
                division_code=self.passport.division_code,
            )
        )
        first, second = lines.split("\n")
        return first, second

    @property
    def full_name(self) -> str:
        """Surname, given name and patronymic in one line."""
        return " ".join(part for part in (self.surname, self.given_name, self.patronymic) if part)


def snils(serial: str) -> str:
    """Nine digits with their control number: the eleven digits of a SNILS."""
    total = sum(int(digit) * (9 - place) for place, digit in enumerate(serial))
    return f"{serial}{total % 101 % 100:02d}"


def inn(serial: str) -> str:
    """Ten digits with their two control digits: the INN of a person."""
    tenth = _weighted(serial, (7, 2, 4, 10, 3, 5, 9, 4, 6, 8))
    return serial + tenth + _weighted(serial + tenth, (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8))


def ogrn(serial: str) -> str:
    """Twelve digits with their control digit: the OGRN of an organisation."""
    return f"{serial}{int(serial) % 11 % 10}"


def _weighted(digits: str, weights: tuple[int, ...]) -> str:
    return str(sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11 % 10)
