"""Shapes of the desk: a case with what it is about, and the rows of a comparison."""

from dataclasses import dataclass, field
from uuid import UUID

from medportal.features.reviews.schemas import CaseFile
from medportal.kernel.text import Text


@dataclass(frozen=True, slots=True)
class ScanPage:
    """One page of a scan: its number from 1 and the addresses of its pictures."""

    number: int
    address: str
    thumbnail: str


@dataclass(frozen=True, slots=True)
class Screen:
    """A case as its page shows it; no personal value is in it. `people` says who the ids of the timeline are."""

    file: CaseFile
    title: Text
    pages: tuple[ScanPage, ...]
    people: dict[UUID, Text]


@dataclass(frozen=True, slots=True)
class Row:
    """One value as it was read, typed and answered; positions of characters that differ between read and typed.

    `register_marks` are positions in the typed value that the register has otherwise.
    """

    name: str
    label: Text
    read: str = field(repr=False, default="")
    typed: str = field(repr=False, default="")
    read_marks: tuple[int, ...] = ()
    typed_marks: tuple[int, ...] = ()
    register: Text | None = None
    register_tone: str = "plain"
    register_marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """A comparison of its own below the first one: with another account, or with what no document says.

    `columns` say whose values are compared, and of whom the register speaks; without them it is what was read and typed.
    """

    title: Text
    rows: tuple[Row, ...]
    columns: tuple[Text, Text, Text] | None = None


@dataclass(frozen=True, slots=True)
class Values:
    """The personal side of a case, for private HTTP alone. `role` is what he is in it whose case it is, if not the doctor."""

    who: str = field(repr=False)
    rows: tuple[Row, ...]
    register: Text | None = None
    columns: tuple[Text, Text, Text] | None = None
    beside: tuple[Beside, ...] = ()
    role: Text | None = None


@dataclass(frozen=True, slots=True)
class ClientCard:
    """Who has an account, for the operator who holds the passport in his hand."""

    full_name: str = field(repr=False)
    birth_date: str = field(repr=False)
    passport: str = field(repr=False)
    issued_on: str = field(repr=False)
    proven: bool
