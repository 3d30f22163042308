"""Shapes of the profile that cross the border of the slice. Personal values never show in a repr."""

import dataclasses
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Literal

GROUPS = ("person", "numbers", "passport", "address", "work")


@dataclass(frozen=True, slots=True)
class _Answers:
    """Answers of one group, under the names of the form's inputs."""

    def answers(self) -> dict[str, str]:
        """Input name to value, every value a string."""
        return {name: "" if value is None else str(value) for name, value in asdict(self).items()}


@dataclass(frozen=True, slots=True)
class PersonAnswers(_Answers):
    """Names, birth date (ДД.ММ.ГГГГ) and sex."""

    surname: str = field(repr=False)
    given_name: str = field(repr=False)
    patronymic: str = field(repr=False)
    no_patronymic: str = field(repr=False)
    birth_date: str = field(repr=False)
    sex: Literal["M", "F"] = field(repr=False)

    @property
    def born(self) -> date:
        """The birth date as a date."""
        return read_date(self.birth_date)


@dataclass(frozen=True, slots=True)
class NumberAnswers(_Answers):
    """SNILS and INN, bare digits."""

    snils: str = field(repr=False)
    inn: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PassportAnswers(_Answers):
    """The passport: series 4 digits, number 6, date ДД.ММ.ГГГГ, code 000-000."""

    passport_series: str = field(repr=False)
    passport_number: str = field(repr=False)
    passport_issued_on: str = field(repr=False)
    passport_issuer: str = field(repr=False)
    passport_division_code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AddressAnswers(_Answers):
    """The registered address."""

    postal_index: str = field(repr=False)
    region: str = field(repr=False)
    city: str = field(repr=False)
    street: str = field(repr=False)
    house: str = field(repr=False)
    flat: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class WorkAnswers(_Answers):
    """Where the person works: by licence or by employer, position and speciality from the lists."""

    licence_number: str = field(repr=False)
    employer_ogrn: str = field(repr=False)
    position: str = field(repr=False)
    speciality: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Identity:
    """Everything the registration asks for, checked and in canonical form."""

    person: PersonAnswers = field(repr=False)
    numbers: NumberAnswers = field(repr=False)
    passport: PassportAnswers = field(repr=False)
    address: AddressAnswers = field(repr=False)
    work: WorkAnswers = field(repr=False)


@dataclass(frozen=True, slots=True)
class Card:
    """The profile as its owner sees it by default: names in full, numbers behind masks."""

    full_name: str = field(repr=False)
    birth_date: str = field(repr=False)
    snils: str = field(repr=False)
    inn: str = field(repr=False)
    passport: str = field(repr=False)
    address: str = field(repr=False)
    workplace: str = field(repr=False)
    position: str = field(repr=False)
    speciality: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Workplace:
    """What is public of a person's work: names from the lists of specialities, positions and regions."""

    speciality: str
    position: str
    region: str


@dataclass(frozen=True, slots=True)
class OwnDifference:
    """A field that a register has otherwise, on the person's side alone: his value as shown and the places in it."""

    field: str
    value: str = dataclasses.field(repr=False)
    positions: tuple[int, ...] = ()


def read_date(text: str) -> date:
    """A date typed as ДД.ММ.ГГГГ and already checked."""
    day, month, year = text.split(".")
    return date(int(year), int(month), int(day))
