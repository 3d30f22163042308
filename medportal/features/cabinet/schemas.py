"""Shapes of the cabinet."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from medportal.features.verification.schemas import CheckView


class Level(IntEnum):
    """Levels of an account. Computed from facets, never kept (rules §2.3)."""

    NONE = 0
    SIMPLE = 1
    STANDARD = 2
    CONFIRMED = 3


class Condition(StrEnum):
    """What a level asks for."""

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


@dataclass(frozen=True, slots=True)
class Facets:
    """What is true of an account, each fact by itself; the level follows from them."""

    met: frozenset[Condition]
    waiting: frozenset[Condition] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """The level, and what the next one asks for: met or not, in order."""

    level: Level
    next_level: Level | None
    conditions: tuple[tuple[Condition, bool], ...]


@dataclass(frozen=True, slots=True)
class CabinetView:
    """Everything on the cabinet's first page but the person's own values."""

    standing: Standing
    waiting: frozenset[Condition]
    checks: tuple[CheckView, ...]
    phone: str
    phone_confirmed: bool
    email: str
    email_confirmed: bool
