"""What goes out to other calendars and comes in from them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from medportal.features.attestations.schemas.kinds import EventKind
from medportal.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as another calendar needs it. For whole days `ends` is the day after the last one, at midnight UTC."""

    id: UUID
    title: str = field(repr=False)
    notes: str = field(repr=False)
    place: str = field(repr=False)
    kind: EventKind
    all_day: bool
    zone: str
    starts_at: datetime
    ends_at: datetime
    rrule: str | None
    skipped: tuple[date, ...]
    ladder: tuple[int, ...]
    cancelled: bool
    sequence: int
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class FeedView:
    """That there is a feed, and since when; its address was shown once and is not kept."""

    created_at: datetime


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it is served. `body` is None when the reader has it already."""

    etag: str
    body: bytes | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of a file: events added, those there already, and those left out with the reason."""

    added: int
    known: int
    left_out: tuple[tuple[int, Text], ...]
