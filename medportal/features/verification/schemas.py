"""The words of verification: what is claimed about a person, and what a register said to it."""

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
class Claim:
    """What a person says and a register may confirm.

    `number` is bare digits: 11 of a SNILS, 12 of an INN, 10 of a passport (series and number). The Tax Service and
    the Interior Ministry find people by the passport, so those claims need it; the Social Fund does without.

    Raises:
        ValueError: a claim of this kind needs the passport.
    """

    kind: Kind
    person: Person = field(repr=False)
    number: str = field(repr=False)
    passport: PassportFacts | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if self.passport is None and self.kind is not Kind.SNILS:
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

    `receipt` names the register's message, to be acknowledged once the verdict is recorded.
    """

    state: State
    evidence: Evidence = field(repr=False)
    differences: tuple[Difference, ...] = ()
    reason: Reason | None = None
    demonstration: bool = False
    receipt: UUID | None = None


@dataclass(frozen=True, slots=True)
class CheckView:
    """A check as others see it: no number and no name is in it."""

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
