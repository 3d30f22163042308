"""Working days of Russia: public holidays, days off moved by the government, and terms counted in working days.

Holidays are those of article 112 of the Labour Code; the days that the government moves from one year to the next are
known up to the year of its last decree. Both come with the library `holidays`. For later years a holiday that falls on
a weekend moves to the next working day (art. 112 part 2), and `is_certain` says that the decree is still to come.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import takewhile

from medportal.kernel.text import Text

DECREED_UNTIL = 2027
FIRST_YEAR = 1992
MOST_WORKING_DAYS = 5_000
_DAY = timedelta(days=1)
_MOVED = "перенесено"
_DAY_OFF_MOVED = Text(ru="Выходной, перенесён на этот день", en="Day off moved to this day")
_WORKING_SATURDAY = Text(ru="Рабочий день вместо выходного", en="Working day in place of a day off")


class DayKind(StrEnum):
    """Why a day differs from what its weekday says."""

    HOLIDAY = "holiday"
    MOVED = "moved"
    WORKING = "working"


@dataclass(frozen=True, slots=True)
class DayMark:
    """A day that differs from what its weekday says, and its name."""

    day: date
    kind: DayKind
    name: Text


@dataclass(frozen=True, slots=True)
class _Year:
    off: dict[date, DayMark]
    working: dict[date, DayMark]


def is_working_day(day: date) -> bool:
    """Whether people work on this day: a weekday that is no holiday, or a weekend day made a working one."""
    year = _year(day.year)
    if day in year.working:
        return True
    return day.weekday() < 5 and day not in year.off


def mark_of(day: date) -> DayMark | None:
    """What is special about a day; None for an ordinary weekday or weekend."""
    year = _year(day.year)
    return year.off.get(day) or year.working.get(day)


def marks(first: date, last: date) -> tuple[DayMark, ...]:
    """The special days from the first to the last, both included, in order."""
    found = (
        mark
        for number in range(first.year, last.year + 1)
        for mark in (*_year(number).off.values(), *_year(number).working.values())
    )
    return tuple(sorted((one for one in found if first <= one.day <= last), key=lambda one: one.day))


def is_certain(day: date) -> bool:
    """Whether the days off of that year are decreed already; else they may still be moved."""
    return day.year <= DECREED_UNTIL


def add_working_days(day: date, count: int) -> date:
    """The day on which so many working days have passed, the first counted being the one after `day`.

    A term begins the day after the event that starts it (Civil Code art. 191). A negative count goes back.

    Raises:
        ValueError: more than twenty years of working days.
    """
    if abs(count) > MOST_WORKING_DAYS:
        raise ValueError("too many working days")
    step = _DAY if count >= 0 else -_DAY
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def working_days_between(day: date, until: date) -> int:
    """How many working days lie after `day` up to and including `until`; negative when `until` is earlier."""
    if until < day:
        return -working_days_between(until, day)
    return sum(is_working_day(day + timedelta(days=n)) for n in range(1, (until - day).days + 1))


def on_or_after(day: date) -> date:
    """The day itself when it is a working one, else the next: where a term that ends on a day off ends (art. 193)."""
    while not is_working_day(day):
        day += _DAY
    return day


def on_or_before(day: date) -> date:
    """The day itself when it is a working one, else the working day before."""
    while not is_working_day(day):
        day -= _DAY
    return day


@lru_cache(maxsize=256)
def _year(number: int) -> _Year:
    if number < FIRST_YEAR:
        return _Year({}, {})
    # Imported here: the library is large, and a restart that counts no days should not wait for it.
    from holidays import country_holidays

    russian = country_holidays("RU", years=number, language="ru")
    english = country_holidays("RU", years=number, language="en_US")
    off = {day: _mark(day, name, english.get(day) or name) for day, name in russian.items()}
    if number > DECREED_UNTIL:
        off |= _moved_by_law(off)
    working = {
        day: DayMark(day, DayKind.WORKING, _WORKING_SATURDAY) for day in russian.weekend_workdays if day.year == number
    }
    return _Year(off, working)


def _mark(day: date, name: str, english: str) -> DayMark:
    if _MOVED in name:
        return DayMark(day, DayKind.MOVED, _DAY_OFF_MOVED)
    return DayMark(day, DayKind.HOLIDAY, Text(ru=name, en=english))


def _moved_by_law(off: dict[date, DayMark]) -> dict[date, DayMark]:
    """Holidays on a weekend move to the next working day; those of January are for the government to move."""
    moved: dict[date, DayMark] = {}
    for day in takewhile(lambda one: one.year < date.max.year, sorted(off)):
        if day.month > 1 and day.weekday() >= 5:
            to = day + _DAY
            while to.weekday() >= 5 or to in off or to in moved:
                to += _DAY
            moved[to] = DayMark(to, DayKind.MOVED, _DAY_OFF_MOVED)
    return moved
