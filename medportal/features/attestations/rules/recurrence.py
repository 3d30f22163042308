"""Repetition by RFC 5545, worked out by dateutil and kept within bounds.

A series is never walked from its start: it is moved forward, by whole periods, to just before the window asked for.
Rules that could keep a search going for ever (a 30 February) are refused when they are written.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice

from dateutil.relativedelta import relativedelta
from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, rrulestr

from medportal.features.attestations import texts
from medportal.kernel.problem import Problem

MOST_LETTERS, MOST_COUNT, MOST_INTERVAL = 200, 5_000, 99
MOST_IN_WINDOW = 1_000
LAST = date(2150, 12, 31)
# The calendar repeats itself, weekdays included, after 400 years: what does not happen in 400 years never does.
CYCLE = 400
FREQUENCIES = {"DAILY": DAILY, "WEEKLY": WEEKLY, "MONTHLY": MONTHLY, "YEARLY": YEARLY}
ALLOWED = {
    "DAILY": frozenset[str](),
    "WEEKLY": frozenset({"BYDAY"}),
    "MONTHLY": frozenset({"BYDAY", "BYMONTHDAY", "BYSETPOS"}),
    "YEARLY": frozenset({"BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS"}),
}
ALWAYS = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"})
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Repeat:
    """A rule as it is kept: always with an end, and with its days spelled out."""

    rule: str
    until: date


def objection(text: str, start: date) -> Problem | None:
    """Why a rule is not taken, or None."""
    try:
        found = settled(text, start)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError):
        return Problem("repeat", "repeat_wrong", texts.REPEAT_WRONG)
    return None if found else Problem("repeat", "repeat_never", texts.REPEAT_NEVER)


def settled(text: str, start: date) -> Repeat | None:
    """The rule in the shape it is kept in: days spelled out, a count turned into an end; None when it never happens.

    Raises:
        ValueError: it is no rule that is supported.
    """
    parts = _parts(text)
    _spell_out(parts, start)
    count = int(parts.pop("COUNT")) if "COUNT" in parts else None
    until = _day(parts.pop("UNTIL")) if "UNTIL" in parts else LAST
    until = min(until, LAST)
    rule = ";".join(f"{name}={value}" for name, value in parts.items())
    if not _happens(rule):
        return None
    if count is not None:
        if not 1 <= count <= MOST_COUNT:
            raise ValueError("a count out of bounds")
        reached = list(islice(_walk(rule, start, start, until), count))
        until = reached[-1] if reached else start
    if next(iter(_walk(rule, start, start, until)), None) is None:
        return None
    return Repeat(f"{rule};UNTIL={until:%Y%m%d}", until)


def days(rule: str, start: date, first: date, last: date) -> list[date]:
    """The days of a kept rule between two days, both included, at most a thousand."""
    body, until = parted(rule)
    return list(islice(_walk(body, start, first, min(last, until)), MOST_IN_WINDOW))


def first_days(rule: str, start: date, first: date, count: int, skipped: frozenset[date]) -> list[date]:
    """The next so many days of a kept rule from a day on, those skipped left out."""
    body, until = parted(rule)
    return list(islice((day for day in _walk(body, start, first, until) if day not in skipped), count))


def parted(rule: str) -> tuple[str, date]:
    """A kept rule without its end, and its end."""
    body, _, until = rule.rpartition(";UNTIL=")
    return body, _day(until)


def _parts(text: str) -> dict[str, str]:
    text = text.strip().upper().removeprefix("RRULE:")
    if not text or len(text) > MOST_LETTERS or not text.isascii():
        raise ValueError("too long or not plain")
    pairs = [part.partition("=") for part in text.split(";") if part]
    parts = {name: value for name, _, value in pairs}
    allowed = ALLOWED[parts["FREQ"]] | ALWAYS
    if len(parts) != len(pairs) or not parts.keys() <= allowed or {"COUNT", "UNTIL"} <= parts.keys():
        raise ValueError("a part that is not supported")
    if not 1 <= int(parts.get("INTERVAL", "1")) <= MOST_INTERVAL:
        raise ValueError("an interval out of bounds")
    if "BYSETPOS" in parts and not all(1 <= abs(int(one)) <= 366 for one in parts["BYSETPOS"].split(",")):
        raise ValueError("a position out of bounds")
    return parts


def _spell_out(parts: dict[str, str], start: date) -> None:
    """What a rule leaves to its start is named, so that the start may be moved along the series."""
    kind = parts["FREQ"]
    if kind == "WEEKLY":
        parts.setdefault("BYDAY", WEEKDAYS[start.weekday()])
    if kind == "YEARLY" and not {"BYDAY", "BYMONTHDAY"} & parts.keys():
        parts.setdefault("BYMONTH", str(start.month))
    if kind in {"MONTHLY", "YEARLY"} and not {"BYDAY", "BYMONTHDAY"} & parts.keys():
        parts["BYMONTHDAY"] = str(start.day)
    elif kind == "YEARLY" and "BYMONTHDAY" in parts and "BYMONTH" not in parts:
        # RFC 5545: the day of every month of the year.
        parts["BYMONTH"] = ",".join(str(month) for month in range(1, 13))


@lru_cache(maxsize=4096)
def _happens(rule: str) -> bool:
    """Whether there is a day in four hundred years; looked for near the end of time, where the search must stop."""
    start = datetime(date.max.year - CYCLE, 1, 1)  # noqa: DTZ001
    if "INTERVAL" in rule and "BYMONTH" in rule:
        # Whether the years of the interval ever meet a leap year depends on the start: seen by `settled`.
        rule = ";".join(part for part in rule.split(";") if not part.startswith("INTERVAL"))
    return next(iter(_rrule(rule, start)), None) is not None


def _walk(rule: str, start: date, first: date, last: date) -> Iterator[date]:
    """The days of a rule from the later of `start` and `first` to `last`."""
    begin = _moved_forward(rule, start, first)
    if begin > last:
        return
    for moment in _rrule(f"{rule};UNTIL={last:%Y%m%d}", datetime.combine(begin, time())):
        day = moment.date()
        if day >= first and day >= start:
            yield day


def _moved_forward(rule: str, start: date, first: date) -> date:
    """The start of a period of the series at or before a day: a multiple of the interval from the first period."""
    if first <= start and "FREQ=DAILY" in rule:
        return start
    parts = dict(part.split("=") for part in rule.split(";"))
    step = int(parts.get("INTERVAL", "1"))
    kind = parts["FREQ"]
    if kind == "DAILY":
        return start + timedelta(days=max(0, (first - start).days // step * step))
    if kind == "WEEKLY":
        begins = WEEKDAYS.index(parts.get("WKST", "MO"))
        week = start - timedelta(days=(start.weekday() - begins) % 7)
        return week + timedelta(weeks=max(0, (first - week).days // 7 // step * step))
    if kind == "MONTHLY":
        months = (first.year - start.year) * 12 + first.month - start.month
        return start.replace(day=1) + relativedelta(months=max(0, months // step * step))
    return date(start.year + max(0, (first.year - start.year) // step * step), 1, 1)


@lru_cache(maxsize=4096)
def _rrule(rule: str, start: datetime) -> rrule:
    made = rrulestr(rule, dtstart=start, cache=False)
    if not isinstance(made, rrule):
        raise TypeError("not one rule")
    return made


def _day(text: str) -> date:
    return datetime.strptime(text[:8], "%Y%m%d").date()  # noqa: DTZ007 (a civil day has no zone)
