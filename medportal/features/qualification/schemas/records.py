"""A record: one paper that a person claims, from the form to the answer of a register or of a person."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from medportal.features.qualification.texts import records as texts
from medportal.kernel.problem import Problem
from medportal.kernel.text import Text


class RecordType(StrEnum):
    """What kind of paper a record is about; also the name of its form and of its kind of scan where there is one."""

    POLICY = "policy"
    DIPLOMA = "diploma"
    INTERNSHIP = "internship"
    RESIDENCY = "residency"
    TRAINING = "training"
    CERTIFICATE = "certificate"
    ACCREDITATION = "accreditation"
    EMPLOYMENT = "employment"
    LICENCE = "licence"
    REGION = "region"


EDUCATION: Final = (RecordType.DIPLOMA, RecordType.INTERNSHIP, RecordType.RESIDENCY, RecordType.TRAINING)


class RecordState(StrEnum):
    """Where a record stands.

    `checking` waits for a register and `in_review` for a person of the staff; `needs_scan` waits for the doctor, who has
    not uploaded what that person would look at.
    """

    CHECKING = "checking"
    IN_REVIEW = "in_review"
    NEEDS_SCAN = "needs_scan"
    VERIFIED = "verified"
    FIX_NEEDED = "fix_needed"
    REFUSED = "refused"
    EXPIRED = "expired"


HOLDING: Final = frozenset({RecordState.VERIFIED})


class Flaw(StrEnum):
    """Why a record is not confirmed (F63). Stable codes; each has its words, its cure and the input it leads to."""

    NOT_FOUND = "not_found"
    HOLDER_DIFFERS = "holder_differs"
    DATE_DIFFERS = "date_differs"
    INSTITUTION_DIFFERS = "institution_differs"
    ANNULLED = "annulled"
    POLICY_UNKNOWN = "policy_unknown"
    POLICY_CLOSED = "policy_closed"
    POLICY_HOLDER_DIFFERS = "policy_holder_differs"
    POLICY_DATE_DIFFERS = "policy_date_differs"
    NOT_EMPLOYED = "not_employed"
    EXPIRED = "expired"
    SCAN_MISSING = "scan_missing"
    # A person decides: what the rules could not settle.
    NUMBER_SHARED = "number_shared"
    INSTITUTION_UNKNOWN = "institution_unknown"
    NO_REGISTER = "no_register"
    REGISTER_REFUSED = "register_refused"


@dataclass(frozen=True, slots=True)
class FlawView:
    """One thing to mend: its code, what is wrong, what cures it, and the address of the input where that is done."""

    code: str
    text: Text
    cure: Text
    link: str


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of saving: the record, or what stands in the way."""

    record_id: UUID | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordFact:
    """A record as other slices reckon with it.

    Attributes:
        id: its id.
        type: what paper it is about.
        state: where it stands.
        holds: whether it is confirmed and in force today.
        issued_on: when the paper was issued.
        expires_on: its last day, if it has one.
        confirmed: whether a register or a person has confirmed it, even if it has ended since.
        speciality: which one it is about; empty for papers that are about none.
        grade: of an accreditation its kind (primary, specialised, periodic), of a policy the kind of policy.
        document_id: the scan that is laid to it.
        link: the address of its page.
    """

    id: UUID
    type: RecordType
    state: RecordState
    holds: bool
    issued_on: date | None
    expires_on: date | None
    confirmed: bool = False
    speciality: str = ""
    grade: str = ""
    document_id: UUID | None = None
    link: str = ""

    @property
    def title(self) -> Text:
        """What kind of paper it is."""
        return texts.TYPES[self.type]


@dataclass(frozen=True, slots=True)
class Course:
    """A course of further training as other slices count its hours.

    Attributes:
        id: the id of its record.
        theme: what was taught.
        institution: where.
        speciality: for which speciality.
        hours: how many hours the paper names.
        number: series and number of the paper.
        issued_on: when the paper was issued.
        confirmed: whether a register or a person has confirmed it.
        is_duplicate: whether the paper was issued in place of one that was lost.
        document_id: the scan that is laid to it.
        link: the address of its page.
    """

    id: UUID
    theme: str = field(repr=False)
    institution: str = field(repr=False)
    speciality: str
    hours: int
    number: str = field(repr=False)
    issued_on: date
    confirmed: bool
    is_duplicate: bool
    document_id: UUID | None
    link: str


@dataclass(frozen=True, slots=True)
class ScanChoice:
    """A scan that may be laid to a record."""

    document_id: UUID
    uploaded_at: datetime
    chosen: bool


@dataclass(frozen=True, slots=True)
class RecordCard:
    """A record as its owner's screen shows it; values of the paper are not in it, they travel by private HTTP.

    `by` says who confirmed it: a register or a person. `noted`: whoever decided wrote something for the doctor. `waiting_why` is what a register's trouble is, where it waits.
    """

    id: UUID
    type: RecordType
    state: RecordState
    flaws: tuple[FlawView, ...]
    by: str
    register: Text | None
    waiting_why: Text | None
    demonstration: bool
    answered_at: datetime | None
    next_try_at: datetime | None
    review_due_at: datetime | None
    expires_on: date | None
    may_ask_again: bool
    may_ask_person: bool
    may_appeal: bool
    noted: bool
    scans: tuple[ScanChoice, ...]

    @property
    def title(self) -> Text:
        """What kind of paper it is."""
        return texts.TYPES[self.type]

    @property
    def state_name(self) -> Text:
        """The state in a word or two; a policy that holds is «активный» (F30)."""
        active = self.type is RecordType.POLICY and self.state is RecordState.VERIFIED
        return texts.POLICY_ACTIVE if active else texts.STATES[self.state]


@dataclass(frozen=True, slots=True)
class ReviewPaper:
    """A record as the one who decides about it sees it: what was typed, and how registers answered."""

    id: UUID
    type: RecordType
    state: RecordState
    rows: tuple[tuple[Text, str], ...] = field(repr=False)
    flaws: tuple[Text, ...] = ()
    register: Text | None = None
    register_state: Text | None = None
    document_id: UUID | None = None
