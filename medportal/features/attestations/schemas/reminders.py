"""How a person is reminded."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from medportal.features.attestations.schemas.kinds import EventKind
from medportal.kernel.text import Text

DEFAULT_LADDER = (180, 90, 60, 30, 14, 7, 1, -1)
OWN_LADDER = (1, 0)


class Digest(StrEnum):
    """One letter for each reminder, or one for all of a day or a week."""

    NONE = "none"
    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Choices:
    """How a person wants to be reminded. Hours are of his own zone; from `quiet_from` to `quiet_to` no letter goes.

    Attributes:
        zone: an IANA name.
        email: whether reminders go by e-mail.
        sms: whether they go by SMS.
        digest: one letter each, or gathered.
        hour: at which letters go.
        quiet_from: the hour at which the quiet begins.
        quiet_to: the hour at which it ends; equal hours mean none.
        absent_from: the first day of an absence, on which nothing is sent; the bell goes on.
        absent_to: its last day.
        muted: kinds of which only the calendar tells.
        ladders: own days before, by kind.
    """

    zone: str = "Europe/Moscow"
    email: bool = True
    sms: bool = False
    digest: Digest = Digest.NONE
    hour: int = 9
    quiet_from: int = 21
    quiet_to: int = 8
    absent_from: date | None = None
    absent_to: date | None = None
    muted: frozenset[EventKind] = frozenset()
    ladders: tuple[tuple[EventKind, tuple[int, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Zone:
    """The zone by whose clock a person lives: its IANA name, and what it is called."""

    key: str
    name: Text


@dataclass(frozen=True, slots=True)
class PassReport:
    """What one pass of reminders did."""

    found: int
    reminded: int
    posted: int
    failed: int
