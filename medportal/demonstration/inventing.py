"""How an invented person is made: numbers from a serial, an address from the passport's division."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from medportal.demonstration.invented import (
    Address,
    Invented,
    Passport,
    Proof,
    Work,
    inn,
    ogrn,
    snils,
)
from medportal.demonstration.proofs import PROVES

_MOSCOW = Address("101000", "Москва", "Москва", "Примерная улица", "1", "1")
_PETERSBURG = Address("190000", "Санкт-Петербург", "Санкт-Петербург", "Учебный переулок", "7", "12")
_SAMARA = Address("443000", "Самарская область", "Самара", "улица Образцовая", "24", "5")
POLYCLINIC = ogrn("123990000001")
HOSPITAL = ogrn("123990000002")
MOSCOW_ISSUER = ("ГУ МВД России по г. Москве", "770-001")
PETERSBURG_ISSUER = (
    "ГУ МВД России по г. Санкт-Петербургу и Ленинградской области",
    "780-001",
)
SAMARA_ISSUER = ("ГУ МВД России по Самарской области", "630-001")


@dataclass(frozen=True, slots=True)
class Name:
    """How a person is called; `key` is the part of the mail address before the @."""

    key: str
    surname: str
    given_name: str
    patronymic: str | None
    sex: Literal["M", "F"]


def invent(
    serial: int,
    proves: Proof,
    name: Name,
    birth_date: date,
    papers: tuple[str, date, tuple[str, str]],
    *,
    work: Work,
) -> Invented:
    """One invented person: numbers follow from `serial`, the home from the division that issued the passport.

    Args:
        serial: four digits that nobody else has.
        proves: what the person shows.
        name: names and sex.
        birth_date: the day of birth.
        papers: series of the passport, day of its issue, issuer and division code.
        work: where the person works.
    """
    series, issued_on, (issuer, division_code) = papers
    addresses = {"770": _MOSCOW, "780": _PETERSBURG, "630": _SAMARA}
    return Invented(
        key=name.key,
        proves=proves,
        says=PROVES[proves],
        surname=name.surname,
        given_name=name.given_name,
        patronymic=name.patronymic,
        birth_date=birth_date,
        sex=name.sex,
        phone=f"+7900000{serial:04d}",
        email=f"{name.key}@example.com",
        snils=snils(f"98700{serial:04d}"),
        inn=inn(f"{division_code[:2]}9900{serial:04d}"),
        passport=Passport(series, f"90{serial:04d}", issued_on, issuer, division_code),
        address=addresses[division_code[:3]],
        work=work,
    )
