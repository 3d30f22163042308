"""What a calendar shows, and what a person enters into it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from medportal.features.attestations.schemas.kinds import EventKind, EventState, Origin, Right
from medportal.features.attestations.schemas.planning import PaperView
from medportal.kernel.text import Text
from medportal.kernel.working_days import DayMark


@dataclass(frozen=True, slots=True)
class EventView:
    """One event on one day. Title, notes and place of own events are the person's words and never show in a repr.

    Attributes:
        id: the row; all days of a series share it.
        day: the day of this occurrence in the person's zone; with `id` it names the occurrence.
        last_day: its last day.
        starts_at: the moment in the person's zone; None for a whole day.
        state: done, ahead, soon or overdue.
        days_left: days from today; negative when it is past.
        source: the regulation, or whose event it is.
        reckoned_from: from which document or date it was reckoned.
        consequence: what happens when it is missed.
        is_verified: whether the rule was checked against its source.
        movable: whether the person may move and edit it.
        paper: the paper it is reckoned from; told only of one event, for the sheet that explains it.
    """

    id: UUID
    key: str
    kind: EventKind
    origin: Origin
    title: Text = field(repr=False)
    day: date
    last_day: date
    starts_at: datetime | None
    ends_at: datetime | None
    opens_on: date | None
    state: EventState
    days_left: int
    source: Text | None
    reckoned_from: Text
    consequence: Text | None
    is_verified: bool
    right: Right | None
    movable: bool
    repeats: bool
    notes: str = field(default="", repr=False)
    place: str = field(default="", repr=False)
    document_id: UUID | None = None
    paper: PaperView | None = None


@dataclass(frozen=True, slots=True)
class DayView:
    """One day of a calendar: whether people work on it, its name if it has one, and its events in order."""

    day: date
    works: bool
    mark: DayMark | None
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True)
class CalendarView:
    """The days of a month (whole weeks, Monday first), a week or a year; `today` in the person's zone."""

    first: date
    last: date
    today: date
    zone: str
    days: tuple[DayView, ...]
    counts: tuple[tuple[EventKind, int], ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """«Повестка»: events in order from a day on, overdue ones first; `more_from` is where to go on."""

    today: date
    overdue: tuple[EventView, ...]
    events: tuple[EventView, ...]
    more_from: date | None


@dataclass(frozen=True, slots=True)
class OwnEvent:
    """An event as a person enters it.

    Attributes:
        title: up to 200 characters.
        starts: the local moment; of a whole day only the date counts.
        ends: the local end; of whole days the last one, included.
        all_day: whether it has no hours.
        zone: an IANA name.
        repeat: an RFC 5545 rule without `RRULE:`; empty for once.
        ladder: days before at which to remind.
        kind: training or an own one.
        notes: up to 4,000 characters.
        place: up to 200 characters.
        document_id: a document of the person, attached.
    """

    title: str = field(repr=False)
    starts: datetime
    ends: datetime
    all_day: bool = True
    zone: str = "Europe/Moscow"
    repeat: str = ""
    ladder: tuple[int, ...] = (1, 0)
    kind: EventKind = EventKind.OWN
    notes: str = field(default="", repr=False)
    place: str = field(default="", repr=False)
    document_id: UUID | None = None
