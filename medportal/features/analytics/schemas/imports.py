"""Imports: what was brought in, how far it is, and what it could not take."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum, StrEnum
from uuid import UUID

from medportal.kernel.text import Text


class Origin(StrEnum):
    """Where facts come from."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    FHIR = "fhir"
    HAND = "hand"
    DEMONSTRATION = "demonstration"


class ImportState(StrEnum):
    """How far an import is. Only `done` is seen in figures."""

    RECEIVED = "received"
    LOOKING = "looking"
    MAPPING = "mapping"
    WAITING = "waiting"
    APPLYING = "applying"
    DONE = "done"
    UNDONE = "undone"
    CANCELLED = "cancelled"
    FAILED = "failed"


class Refusal(IntEnum):
    """Why a row was not taken."""

    NO_DATE = 1
    BAD_DATE = 2
    FUTURE = 3
    TOO_OLD = 4
    BAD_NUMBER = 5
    NEGATIVE = 6
    TOO_LARGE = 7
    DUPLICATE = 8
    BROKEN = 9
    PERSONAL = 10
    TOO_MANY_CODES = 11
    CALLED_OFF = 12
    LEFT_OUT = 13


class Trouble(StrEnum):
    """Why a whole file was not taken."""

    EMPTY = "empty"
    UNKNOWN_FORMAT = "unknown_format"
    ENCODING = "encoding"
    TRUNCATED = "truncated"
    BOMB = "bomb"
    TOO_LARGE = "too_large"
    TOO_WIDE = "too_wide"
    TOO_LONG = "too_long"
    BROKEN = "broken"
    LOCKED = "locked"
    NO_TABLE = "no_table"
    NO_DATE = "no_date"
    PERSONAL = "personal"
    ALREADY = "already"
    LOST = "lost"


class Role(StrEnum):
    """What a column of a file tells."""

    DATE = "date"
    TIME = "time"
    END = "end"
    MINUTES = "minutes"
    VISITS = "visits"
    NO_SHOWS = "no_shows"
    STATUS = "status"
    SERVICE = "service"
    QUANTITY = "quantity"
    DIAGNOSIS = "diagnosis"
    PAYMENT = "payment"
    PLACE = "place"
    AGE = "age"
    KIND = "kind"
    REASON = "reason"
    RURAL = "rural"
    SICK_OPENED = "sick_opened"
    SICK_CLOSED = "sick_closed"
    ROW_ID = "row_id"
    VISIT = "visit"


class Personal(StrEnum):
    """What identifies a patient."""

    NAME = "name"
    SNILS = "snils"
    POLICY = "policy"
    PASSPORT = "passport"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    BIRTH_DATE = "birth_date"
    CARD = "card"
    PATIENT_ID = "patient_id"


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """A column of a file: its title, what it seems to tell, and, when it identifies patients, by what.

    Titles may be values when a file has no header: they are shown to their owner and kept sealed.
    """

    place: int
    title: str = field(repr=False)
    role: Role | None = None
    personal: Personal | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """What of a file is to be taken: numbers of rows left out, days between which rows must lie.

    With `keep_same`, rows that are the same in every column are all taken.
    """

    left_out: tuple[tuple[int, int], ...] = ()
    first: date | None = None
    last: date | None = None
    keep_same: bool = False


@dataclass(frozen=True, slots=True)
class ImportView:
    """An import as its owner sees it; the name of the file, which may name a patient, goes to nobody else.

    `origin` means something only once the file was looked into.
    """

    id: UUID
    name: str = field(repr=False)
    origin: Origin
    state: ImportState
    created_at: datetime
    finished_at: datetime | None
    done: int
    total: int
    rows: int
    taken: int
    refused: int
    duplicates: int
    unknown_codes: int
    trouble: Trouble | None
    personal: tuple[Personal, ...]
    refusals: tuple[tuple[Refusal, int], ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What its owner sees while he maps a file; the words are the file's own and go nowhere else.

    `told_by` is the clock to which its times in UTC will be turned, None when it has none.
    """

    columns: tuple[ColumnSeen, ...] = field(repr=False)
    gone: tuple[ColumnSeen, ...] = field(repr=False)
    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    mapping: dict[Role, int]
    told_by: Text | None = None
