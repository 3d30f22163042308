"""Institutions of education: a name and the time it was borne, and who carries it on."""

from dataclasses import dataclass
from datetime import date

from medportal.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Institution:
    """One institution under one of its names, as NSI 1.2.643.5.1.13.13.11.1124 keeps them.

    Attributes:
        id: its name in the book.
        name: as it stands on documents.
        city: where it is.
        ogrn: its number, empty where the book does not know it.
        named_from: the first day of this name; none is «as long as is known».
        named_to: the last day of this name.
        successor: `id` of the name that followed.
        accredited_to: the last day of its accreditation, if that has ended.
    """

    id: str
    name: str
    city: str = ""
    ogrn: str = ""
    named_from: date | None = None
    named_to: date | None = None
    successor: str = ""
    accredited_to: date | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name to choose, where it is, and what to know about it; `close` is whether what was typed is nearly it."""

    name: str
    city: str
    note: Text | None = None
    close: bool = False
