"""Shapes of accounts that cross the border of the slice."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from medportal.kernel.actor import Role
from medportal.kernel.text import Locale, Text


class AccountState(StrEnum):
    """Where an account stands (rules §2.3). Only an active one signs in."""

    DRAFT = "draft"
    CONTACTS_PENDING = "contacts_pending"
    ACTIVE = "active"
    BLOCKED_DUPLICATE = "blocked_duplicate"
    LOCKED = "locked"
    ERASED = "erased"


UNFINISHED = frozenset({AccountState.DRAFT, AccountState.CONTACTS_PENDING, AccountState.BLOCKED_DUPLICATE})


class LoginKind(StrEnum):
    """By what a person may be known at the door."""

    SNILS = "snils"
    EMAIL = "email"
    PHONE = "phone"


class RevokeReason(StrEnum):
    """Why a session ended before its time."""

    SIGNED_OUT = "signed_out"
    SIGNED_OUT_ELSEWHERE = "signed_out_elsewhere"
    REPLACED = "replaced"
    REGISTERED = "registered"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105
    PASSWORD_RECOVERED = "password_recovered"  # noqa: S105
    TOKEN_REUSED = "token_reused"  # noqa: S105
    CONSENT_WITHDRAWN = "consent_withdrawn"
    FACTOR_RESET = "factor_reset"


class RecoveryPurpose(StrEnum):
    """Why somebody may set a password by a link."""

    RECOVERY = "recovery"
    INVITATION = "invitation"


class RecoveryState(StrEnum):
    """Where a recovery stands: asked for, its messages sent, or dropped without a word to the asker."""

    ASKED = "asked"
    SENT = "sent"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class AccountView:
    """An account as its owner may see it."""

    id: UUID
    state: AccountState
    role: Role
    language: Locale
    created_at: datetime


@dataclass(frozen=True, slots=True)
class SignInTicket:
    """A one-time code, good for a minute, that the browser exchanges for a session at POST /auth/session."""

    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OpenedSession:
    """A session and the signed token for its cookie; `lifetime` is the cookie's age in seconds."""

    session_id: UUID
    token: str = field(repr=False)
    lifetime: int


@dataclass(frozen=True, slots=True)
class SessionView:
    """One of a person's own sessions, as shown to them."""

    id: UUID
    created_at: datetime
    seen_at: datetime
    agent: Text
    current: bool


@dataclass(frozen=True, slots=True)
class RecoveryNeeds:
    """What a person must give besides a new password."""

    code: bool


@dataclass(frozen=True, slots=True)
class FactorProof:
    """The ticket to a session that is worth something, and what its owner works as."""

    ticket: SignInTicket
    role: Role


class FactorNeed(StrEnum):
    """What a session of a member of staff still owes: nothing, a code, or first of all a device that makes codes."""

    NOTHING = "nothing"
    CODE = "code"
    ENROLMENT = "enrolment"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What a device needs to make codes, and the codes for the day it is lost; shown once.

    `address` is the otpauth address in the picture, `picture` an SVG drawing of it.
    """

    secret: str = field(repr=False)
    address: str = field(repr=False)
    picture: str = field(repr=False)
    spare_codes: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class StaffInvitation:
    """A new member of staff, and the link by which they set their password, shown once."""

    account_id: UUID
    link: str = field(repr=False)
