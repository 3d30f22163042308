"""The sheet of a day, as a doctor fills it in by hand."""

from dataclasses import dataclass
from datetime import date

from medportal.kernel.text import Text


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One counter: visits of one kind, reason, place and payment, perhaps with a diagnosis and a service."""

    kind: int
    reason: int
    place: int
    payment: int
    diagnosis: str = ""
    service: str = ""
    visits: int = 0


@dataclass(frozen=True, slots=True)
class DaySheet:
    """A day: its counters, those who did not come, and the minutes of all visits together (0: not told)."""

    day: date
    lines: tuple[SheetLine, ...]
    no_shows: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class NamedLine:
    """A counter with its name."""

    line: SheetLine
    name: Text
