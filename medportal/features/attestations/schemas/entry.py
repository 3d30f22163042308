"""What stands beside an event in its sheet: what happened to it."""

from dataclasses import dataclass
from datetime import date, datetime

from medportal.features.attestations.schemas.planning import Move
from medportal.features.notifications.schemas import LetterSeen


@dataclass(frozen=True, slots=True)
class Given:
    """A reminder that was given, and what became of its letters; none when it stood under the bell only.

    `posts_at` is when its letter is due, while it is still to be posted.
    """

    at: datetime
    due_on: date
    rung: str
    letters: tuple[LetterSeen, ...] = ()
    posts_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class EventStory:
    """What happened to an event: moved, put off, reminded of, done."""

    done: bool
    snoozed_until: date | None
    moves: tuple[Move, ...]
    reminders: tuple[Given, ...]
