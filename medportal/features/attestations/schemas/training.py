"""Trainings that a person enters, and how far they carry towards accreditation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from medportal.kernel.text import Text


class TrainingKind(StrEnum):
    """What a training was: only a course with a certificate of the register counts as CPD hours."""

    COURSE = "course"
    MODULE = "module"
    MEETING = "meeting"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Training:
    """A training as it is entered.

    Attributes:
        title: what it was called, up to 300 characters.
        provider: who held it, up to 300 characters.
        kind: a course with a certificate, a module, a meeting, or else.
        hours: academic hours, 0 to 2,000.
        points: points (ЗЕТ), 0 to 2,000.
        started_on: the first day.
        ended_on: the last day.
        document_id: the certificate, laid to it.
        number: the number of the certificate.
        topic: the speciality it was for; empty for any.
    """

    title: str = field(repr=False)
    provider: str = field(repr=False)
    kind: TrainingKind
    hours: int
    points: int
    started_on: date
    ended_on: date
    document_id: UUID | None = None
    number: str = field(default="", repr=False)
    topic: str = ""


@dataclass(frozen=True, slots=True)
class CourseView:
    """A course under «Квалификация» as it counts towards an accreditation, and where it is kept."""

    training: Training = field(repr=False)
    confirmed: bool
    link: str
    counts: bool = False


@dataclass(frozen=True, slots=True)
class TrainingView:
    """A training as it is kept.

    Attributes:
        id: its id.
        training: what was entered.
        counts: whether it lies in the period of an accreditation that runs.
        course: the same course under «Квалификация», which counts in its stead.
    """

    id: UUID
    training: Training = field(repr=False)
    counts: bool
    course: CourseView | None = None


@dataclass(frozen=True, slots=True)
class Trainings:
    """All that counts towards accreditation: what was entered, newest first, and the courses under «Квалификация».

    `topics` are the specialities of the person's accreditations, where there are several.
    """

    entered: tuple[TrainingView, ...]
    courses: tuple[CourseView, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the plan: how many hours, and how many of them with a certificate."""

    first: date
    hours: int
    cpd: int


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far a person is with his accreditation.

    Attributes:
        starts_on: the day from which hours count.
        ends_on: the last day of the accreditation.
        asks: hours asked for in the period.
        asks_cpd: how many of them with a certificate.
        hours: hours gathered.
        cpd: hours with a certificate.
        points: points gathered.
        first_day: the first working day on which the portfolio may be sent.
        safe_day: the last working day that leaves time to correct what is refused.
        working_days: working days left until the safe day; negative when it is past.
        plan: what is missing, spread over the months left.
        is_certain: whether the days off up to the safe day are decreed already.
        source: the regulation.
        is_verified: whether it was checked.
        topic: of which speciality, where there may be several.
        ref: by what this accreditation is known, whatever its date.
        course_hours: how many of the hours come from courses under «Квалификация».
    """

    starts_on: date
    ends_on: date
    asks: int
    asks_cpd: int
    hours: int
    cpd: int
    points: int
    first_day: date
    safe_day: date
    working_days: int
    plan: tuple[Month, ...]
    is_certain: bool
    source: Text
    is_verified: bool
    topic: str = ""
    ref: str = ""
    course_hours: int = 0

    @property
    def missing(self) -> int:
        """Hours that are missing, those with a certificate included."""
        return max(0, self.asks - self.hours, self.missing_cpd)

    @property
    def missing_cpd(self) -> int:
        """Hours with a certificate that are missing."""
        return max(0, self.asks_cpd - self.cpd)


@dataclass(frozen=True, slots=True)
class ReadinessView:
    """How far a person is with each accreditation, the one that ends first in front; `shown` is the one he looks at."""

    each: tuple[Readiness, ...]
    shown: str


@dataclass(frozen=True, slots=True)
class RowRefused:
    """A row of a list that is not taken in, and why."""

    number: int
    why: Text


@dataclass(frozen=True, slots=True)
class ListRead:
    """A list of trainings as it was read: which column is what, what is taken in, what is not.

    `columns` are the titles in the file; `mapping` names a column by its number for each field.
    """

    columns: tuple[str, ...] = field(repr=False)
    mapping: Mapping[str, int]
    rows: tuple[Training, ...] = field(repr=False)
    refused: tuple[RowRefused, ...]


@dataclass(frozen=True, slots=True)
class ListReport:
    """What became of a list: how many were added and how many were there already; `import_id` undoes it."""

    import_id: UUID | None
    added: int
    known: int
    read: ListRead
