"""The words of verification: what is claimed about a person, and what a register said to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final, Literal
from uuid import UUID

from medportal.features.verification import texts
from medportal.kernel.text import Text


class Kind(StrEnum):
    """What is checked, and so which register is asked."""

    SNILS = "snils"
    INN = "inn"
    PASSPORT = "passport"
    POLICY = "policy"
    EDUCATION = "education"
    PRACTITIONER = "practitioner"


# A person has one SNILS, but many papers: a claim of these kinds is about one record, and each record has its own check.
ABOUT_RECORDS: Final = frozenset({Kind.POLICY, Kind.EDUCATION, Kind.PRACTITIONER})


class State(StrEnum):
    """Where a check stands.

    `queued`, `asking` and `unavailable` wait for a register and go on by themselves; the others are answers.
    """

    QUEUED = "queued"
    ASKING = "asking"
    OK = "ok"
    MISMATCH = "mismatch"
    NOT_FOUND = "not_found"
    INVALID = "invalid"
    UNAVAILABLE = "unavailable"
    ERROR = "error"


WAITING: Final = frozenset({State.QUEUED, State.ASKING, State.UNAVAILABLE})


class Reason(StrEnum):
    """Why a check stands where it stands."""

    NOBODY = "nobody"

    EXPIRED = "expired"
    REPLACED = "replaced"
    ISSUED_WRONGLY = "issued_wrongly"
    DESTROYED = "destroyed"
    HOLDER_DECEASED = "holder_deceased"
    DEFECTIVE = "defective"
    LOST = "lost"
    NOT_VALID = "not_valid"

    POLICY_CLOSED = "policy_closed"
    ANNULLED = "annulled"
    NO_SUCH_PAPER = "no_such_paper"

    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed_out"
    NO_ANSWER_YET = "no_answer_yet"
    GARBLED = "garbled"
    OUT_OF_ORDER = "out_of_order"
    REGISTER_FAILED = "register_failed"
    FAILED_HERE = "failed_here"
    NOT_CONNECTED = "not_connected"
    PAUSED = "paused"
    TOO_OFTEN = "too_often"

    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Person:
    """Whom the claim is about, as they wrote themselves down."""

    surname: str = field(repr=False)
    given_name: str = field(repr=False)
    patronymic: str | None = field(repr=False)
    birth_date: date = field(repr=False)
    sex: Literal["M", "F"] = field(repr=False)


@dataclass(frozen=True, slots=True)
class PassportFacts:
    """The passport by which registers tell people apart: series 4 digits, number 6, division code `000-000`."""

    series: str = field(repr=False)
    number: str = field(repr=False)
    issued_on: date = field(repr=False)
    issuer: str = field(repr=False)
    division_code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PolicyFacts:
    """An OMS policy; `type` is a code of NSI 1.2.643.5.1.13.13.99.2.245: 1 old form, 2 temporary certificate, 3 unified."""

    type: Literal["1", "2", "3"]
    series: str = field(repr=False)
    number: str = field(repr=False)
    issued_on: date = field(repr=False)


class PaperType(StrEnum):
    """What kind of paper is asked about; the employment stands for a line of the Register of Medical Workers."""

    DIPLOMA = "diploma"
    RESIDENCY = "residency"
    INTERNSHIP = "internship"
    COURSE = "course"
    CERTIFICATE = "certificate"
    ACCREDITATION = "accreditation"
    EMPLOYMENT = "employment"


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """A paper of education or admission as it is printed; of an employment `number` is the organisation's FRMO OID."""

    type: PaperType
    series: str = field(repr=False)
    number: str = field(repr=False)
    issued_on: date = field(repr=False)
    issuer: str = field(default="", repr=False)
    issuer_ogrn: str = field(default="", repr=False)
    speciality: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a person says and a register may confirm.

    `number` is bare digits: 11 of a SNILS, 12 of an INN, 10 of a passport (series and number); of a policy or a paper it
    is their own number, and the SNILS where the Register of Medical Workers is asked. The Tax Service and the Interior
    Ministry find people by the passport, so those claims need it; the Social Fund does without. `subject` is the record
    that a claim about a policy or a paper is about.

    Raises:
        ValueError: a claim of this kind needs the passport, or the paper and the record.
    """

    kind: Kind
    person: Person = field(repr=False)
    number: str = field(repr=False)
    passport: PassportFacts | None = field(default=None, repr=False)
    paper: PolicyFacts | PaperFacts | None = field(default=None, repr=False)
    subject: UUID | None = None

    def __post_init__(self) -> None:
        if self.kind in ABOUT_RECORDS:
            wanted = PolicyFacts if self.kind is Kind.POLICY else PaperFacts
            if not isinstance(self.paper, wanted) or self.subject is None:
                raise ValueError(f"a claim of kind {self.kind} needs its paper and its record")
        elif self.passport is None and self.kind is not Kind.SNILS:
            raise ValueError(f"a claim of kind {self.kind} needs the passport")


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of the person's that the register has otherwise; nothing of the register's side is in it.

    `positions` index into the person's own value (a birth date counts as ДД.ММ.ГГГГ). Empty means the whole value:
    either it is missing, or so much differs that single characters would only help somebody who is guessing.
    """

    field: str
    positions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The messages as they went out and came in, kept sealed."""

    request: str = field(repr=False)
    response: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a register said to a claim.

    `receipt` names the register's message, to be acknowledged once the verdict is recorded. `found` holds what else the
    register tells of a confirmed paper (its insurer, until when it is valid); kept sealed.
    """

    state: State
    evidence: Evidence = field(repr=False)
    differences: tuple[Difference, ...] = ()
    reason: Reason | None = None
    demonstration: bool = False
    receipt: UUID | None = None
    found: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)


@dataclass(frozen=True, slots=True)
class CheckView:
    """A check as others see it: no number and no name is in it. `subject` is the record it is about, if it is about one."""

    id: UUID
    kind: Kind
    state: State
    reason: Reason | None
    differences: tuple[Difference, ...]
    demonstration: bool
    requested_at: datetime
    asked_at: datetime | None
    answered_at: datetime | None
    next_try_at: datetime | None
    subject: UUID | None = None

    @property
    def waiting(self) -> bool:
        """Whether the register still owes an answer and will be asked without anybody's doing."""
        return self.state in WAITING

    @property
    def kind_name(self) -> Text:
        """What is checked, like «СНИЛС»."""
        return texts.KINDS[self.kind]

    @property
    def register_name(self) -> Text:
        """The authority that is asked, like «МВД России»."""
        return texts.REGISTERS[self.kind]

    @property
    def state_name(self) -> Text:
        """The state in a word or two."""
        return texts.STATES[self.state]

    @property
    def explanation(self) -> Text:
        """What the state means and what, if anything, to do."""
        return texts.EXPLANATIONS[self.state]

    @property
    def reason_text(self) -> Text | None:
        """Why it is so, where there is a reason to tell."""
        return None if self.reason is None else texts.REASONS[self.reason]

    @property
    def difference_text(self) -> Text | None:
        """The fields that differ in one sentence, like «Отличается: фамилия, дата рождения.»."""
        if not self.differences:
            return None
        names = [texts.FIELDS[each.field] for each in self.differences]
        joined = Text(ru=", ".join(each.ru for each in names), en=", ".join(each.en for each in names))
        return texts.DIFFERS.fill(fields=joined)


class Circuit(StrEnum):
    """The breaker of a register: closed lets through, open lets nobody through, half open lets one through."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half_open"


@dataclass(frozen=True, slots=True)
class RegisterHealth:
    """How a register has behaved lately."""

    kind: Kind
    circuit: Circuit
    faults: int
    opened_until: datetime | None
