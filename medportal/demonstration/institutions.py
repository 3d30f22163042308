"""Invented institutions of medical education: with numbers, a history of names, and one that lost its accreditation."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from medportal.demonstration.invented import ogrn


@dataclass(frozen=True, slots=True)
class Institution:
    """One institution under one of its names."""

    id: str
    name: str
    city: str
    ogrn: str
    named_from: date | None = None
    named_to: date | None = None
    successor: str = ""
    accredited_to: date | None = None


UNIVERSITY: Final = Institution(
    "demo-1",
    "Учебный медицинский университет имени А.А. Примерова",
    "Москва",
    ogrn("123990000011"),
    named_from=date(2015, 1, 1),
)
ACADEMY: Final = Institution(
    "demo-2",
    "Учебная медицинская академия",
    "Москва",
    ogrn("123990000011"),
    named_to=date(2014, 12, 31),
    successor="demo-1",
)
FURTHER: Final = Institution(
    "demo-3",
    "Образцовая академия последипломного образования",
    "Санкт-Петербург",
    ogrn("123990000012"),
)
CLOSED: Final = Institution(
    "demo-4",
    "Вымышленский медицинский институт",
    "Вымышленск",
    ogrn("123990000013"),
    accredited_to=date(2016, 6, 30),
)
INSTITUTIONS: Final = (UNIVERSITY, ACADEMY, FURTHER, CLOSED)
