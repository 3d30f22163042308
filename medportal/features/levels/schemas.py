"""Shapes of the levels that cross the border of the slice."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from uuid import UUID

from medportal.features.levels import texts
from medportal.kernel.text import Text


class Level(IntEnum):
    """Levels of an account. Computed from facets, never set by hand (rules §2.3)."""

    NONE = 0
    SIMPLE = 1
    STANDARD = 2
    CONFIRMED = 3

    @property
    def words(self) -> Text:
        """The level as a person reads it, like «Стандартная»."""
        return texts.LEVELS[self]

    @property
    def gives(self) -> Text:
        """What it opens, in a sentence; nothing is opened by none."""
        return texts.GIVES[self]


class Condition(StrEnum):
    """What a level asks for; the last two are asked for by single rights alone."""

    CONSENT = "consent"
    IDENTITY = "identity"
    ANY_CONTACT = "any_contact"
    NUMBERS = "numbers"
    PASSPORT = "passport"
    PASSPORT_SCAN = "passport_scan"
    QUALIFICATION_SCAN = "qualification_scan"
    PHONE = "phone"
    PASSWORD = "password"  # noqa: S105 (the name of a condition)
    BOTH_CONTACTS = "both_contacts"
    SNILS_CHECK = "snils_check"
    INN_CHECK = "inn_check"
    PASSPORT_CHECK = "passport_check"
    POLICY_CHECK = "policy_check"
    QUALIFICATION = "qualification"
    IDENTITY_PROOF = "identity_proof"
    EDUCATION = "education"
    PACK = "pack"

    @property
    def words(self) -> Text:
        """What must be true, like «Полис ОМС подтверждён»."""
        return texts.CONDITIONS[self]

    @property
    def cure(self) -> Text:
        """What the person does when it is not."""
        return texts.CURES[self]


class Waits(StrEnum):
    """Whose turn it is with a condition that is not met."""

    REGISTER = "register"
    DESK = "desk"
    YOU = "you"


class Right(StrEnum):
    """What a level or a verified fact opens (rules §2.4)."""

    NOTICES = "notices"
    SCHEDULE = "schedule"
    RECORDS_ACCESS = "records_access"
    TRAINING_APPLICATION = "training_application"
    LICENCE_APPLICATION = "licence_application"
    ACCREDITATION_APPLICATION = "accreditation_application"
    CLOSED_REGULATIONS = "closed_regulations"
    PREFILLED_FORMS = "prefilled_forms"
    ACTIVE_PROFILE = "active_profile"
    PATIENT_BOOKING = "patient_booking"
    PRESCRIPTIONS = "prescriptions"
    PROGRAMMES = "programmes"
    CERTIFICATE = "certificate"

    @property
    def words(self) -> Text:
        """What it lets a person do."""
        return texts.RIGHTS[self]


class How(StrEnum):
    """How an identity was proven."""

    IN_PERSON = "in_person"
    UKEP = "ukep"
    BANK = "bank"

    @property
    def words(self) -> Text:
        """The way in words."""
        return texts.PROOFS[self]


# What each level asks for beyond the one below it.
ASKS: dict[Level, tuple[Condition, ...]] = {
    Level.SIMPLE: (Condition.CONSENT, Condition.IDENTITY, Condition.ANY_CONTACT),
    Level.STANDARD: (
        Condition.NUMBERS,
        Condition.PASSPORT,
        Condition.PHONE,
        Condition.PASSWORD,
        Condition.PASSPORT_SCAN,
        Condition.QUALIFICATION_SCAN,
    ),
    Level.CONFIRMED: (
        Condition.BOTH_CONTACTS,
        Condition.SNILS_CHECK,
        Condition.INN_CHECK,
        Condition.PASSPORT_CHECK,
        Condition.POLICY_CHECK,
        Condition.QUALIFICATION,
        Condition.IDENTITY_PROOF,
    ),
}

# What each right asks for: a level, and facts beside it. A verified passport opens the professional profile (F24).
NEEDS: dict[Right, tuple[Level, tuple[Condition, ...]]] = {
    Right.NOTICES: (Level.NONE, (Condition.ANY_CONTACT,)),
    Right.SCHEDULE: (Level.STANDARD, ()),
    Right.RECORDS_ACCESS: (Level.STANDARD, ()),
    Right.ACTIVE_PROFILE: (Level.SIMPLE, (Condition.PASSPORT_CHECK, Condition.EDUCATION)),
    Right.TRAINING_APPLICATION: (Level.SIMPLE, (Condition.POLICY_CHECK,)),
    Right.PATIENT_BOOKING: (Level.SIMPLE, (Condition.PACK,)),
    Right.PRESCRIPTIONS: (Level.SIMPLE, (Condition.PACK,)),
    Right.PROGRAMMES: (Level.SIMPLE, (Condition.PACK,)),
    Right.LICENCE_APPLICATION: (Level.CONFIRMED, (Condition.POLICY_CHECK,)),
    Right.ACCREDITATION_APPLICATION: (Level.CONFIRMED, (Condition.POLICY_CHECK,)),
    Right.CLOSED_REGULATIONS: (Level.CONFIRMED, ()),
    Right.PREFILLED_FORMS: (Level.CONFIRMED, ()),
    Right.CERTIFICATE: (Level.CONFIRMED, ()),
}


@dataclass(frozen=True, slots=True)
class Facets:
    """What is true of an account, each fact by itself; and which of the others are in whose hands, if not the person's."""

    met: frozenset[Condition]
    register: frozenset[Condition] = frozenset()
    desk: frozenset[Condition] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """The level, and what the next one asks for: met or not, in order."""

    level: Level
    next_level: Level | None
    conditions: tuple[tuple[Condition, bool], ...]


@dataclass(frozen=True, slots=True)
class Usual:
    """How long the desk took with cases of a sort in its last 90 days; too few tell nothing."""

    median: timedelta
    p90: timedelta
    count: int

    @property
    def words(self) -> Text:
        """In a sentence, or that there is too little to say."""
        if self.count < FEW:
            return texts.USUAL_UNKNOWN
        return texts.USUAL.fill(median=_span(self.median), p90=_span(self.p90))


FEW = 5


def _span(long: timedelta) -> Text:
    minutes = max(1, round(long.total_seconds() / 60))
    if minutes < 90:
        return texts.MINUTES.of(minutes)
    hours = round(minutes / 60)
    return texts.HOURS.of(hours) if hours <= 48 else texts.DAYS.of(round(hours / 24))


@dataclass(frozen=True, slots=True)
class Step:
    """One condition on the way to the next level; `waits` is None when it is met, `usual` is told while the desk has it."""

    condition: Condition
    waits: Waits | None
    usual: Usual | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a right is closed: everything that is missing, and one sentence that names it."""

    right: Right
    missing: tuple[Condition, ...]
    text: Text


@dataclass(frozen=True, slots=True)
class Way:
    """Where an account stands, what is left to do, and what is open already."""

    standing: Standing
    steps: tuple[Step, ...]
    rights: tuple[tuple[Right, Refusal | None], ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A level that changed, and the conditions that changed it."""

    before: Level
    after: Level
    conditions: tuple[Condition, ...]

    @property
    def up(self) -> bool:
        """Whether the account gained a level."""
        return self.after > self.before


@dataclass(frozen=True, slots=True)
class ProofView:
    """A proof of identity that counts: how and when, and by which member of staff."""

    id: UUID
    how: How
    proved_at: datetime
    proved_by: UUID | None
