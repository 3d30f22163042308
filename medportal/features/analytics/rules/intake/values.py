"""What stands in cells: dates, times, numbers, ages, words. Each distinct text is judged once, however many rows hold it.

A judged value is a whole number of zero or more; a text that cannot be one gives the negative of the reason.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

from medportal.features.analytics.rules import facts
from medportal.features.analytics.rules.intake.batches import Texts
from medportal.features.analytics.schemas.imports import Refusal

_RUSSIAN = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_BARE = re.compile(r"(\d{4})(\d\d)(\d\d)")
_SERIAL = re.compile(r"(\d{5})([.,]\d+)?")
_TIME = re.compile(r"(\d{1,2})[:.](\d\d)(?:[:.]\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)?")
_UTC = re.compile(r"\d\s*(Z|[+-]00:?00)$")
_NUMBER = re.compile(r"-?\d{1,9}([.,]\d+)?")
_AGE = re.compile(r"(\d{1,3})([.,]\d+)?\s*(лет|год|года|г\.?|y|yrs?|years?)?")
_MONTHS = re.compile(r"\d{1,2}\s*(мес|м\.|month|дн|нед|сут|day|week).*")
_GROUP = re.compile(r"(\d{1,3})\s*[-–—+]\s*(\d{1,3})?.*")
_EXCEL = date(1899, 12, 30)
OLDEST = date(1970, 1, 1)
_AGE_EDGES = (1, 15, 18, 40, 55, 65, 80)
NOTHING = -99
UTC_MINUTE = 10_000
# How a group is written between the two readings of a file, so that `age_group` reads it back.
GROUPS = ("", "0-0", "1-14", "15-17", "18-39", "40-54", "55-64", "65-79", "80+")
LONGEST_CELL = 64

Judge = Callable[[str], int]


def judged(column: Texts, judge: Judge, known: dict[str, int]) -> facts.Ints:
    """Each cell judged; `known` carries what was judged already from one batch to the next."""
    encoded = column.dictionary_encode()
    words: list[str] = encoded.dictionary.to_pylist()
    for word in words:
        if word not in known:
            if len(known) > 200_000:
                known.clear()
            known[word] = judge(word)
    numbers = np.array([known[word] if word in known else judge(word) for word in words], np.int64)
    return numbers[encoded.indices.to_numpy(zero_copy_only=False)]


def day(text: str) -> int:
    """A date as a day number: ДД.ММ.ГГГГ, ISO, ГГГГММДД, or a number of Excel; a time may follow."""
    text = text.strip()
    if not text:
        return -Refusal.NO_DATE
    try:
        if found := _ISO.match(text):
            year, month, number = int(found[1]), int(found[2]), int(found[3])
        elif found := _RUSSIAN.match(text):
            number, month, year = int(found[1]), int(found[2]), int(found[3])
            year += 2000 if year < 100 else 0
        elif found := _BARE.fullmatch(text):
            year, month, number = int(found[1]), int(found[2]), int(found[3])
        elif found := _SERIAL.fullmatch(text):
            there = _EXCEL + timedelta(days=int(found[1]))
            year, month, number = there.year, there.month, there.day
        else:
            return -Refusal.BAD_DATE
        there = date(year, month, number)
    except ValueError:
        return -Refusal.BAD_DATE
    return facts.day_number(there) if there >= OLDEST else -Refusal.TOO_OLD


def minute(text: str) -> int:
    """The minute of the day in a time, or behind a date; NOTHING where there is none."""
    text = text.strip()
    if found := re.search(r"[T ](\d{1,2}):(\d\d)", text) or _TIME.fullmatch(text):
        hour, minutes = int(found[1]), int(found[2])
        return hour * 60 + minutes if hour < 24 and minutes < 60 else NOTHING
    if (found := _SERIAL.fullmatch(text)) and found[2]:
        return round(float("0" + found[2].replace(",", ".")) * 1440) % 1440
    if re.fullmatch(r"\d{1,2}", text) and int(text) < 24:
        return int(text) * 60
    if re.fullmatch(r"0[.,]\d+", text):
        return round(float(text.replace(",", ".")) * 1440) % 1440
    return NOTHING


def minute_or_utc(text: str) -> int:
    """The minute of the day; `UTC_MINUTE` more where the text says that it is one of UTC (Z, +00:00)."""
    found = minute(text)
    return found + UTC_MINUTE if found >= 0 and _UTC.search(text) else found


def is_utc(text: str) -> bool:
    """Whether a text is a time that says it is one of UTC."""
    return minute_or_utc(text) >= UTC_MINUTE


def local(days: facts.Ints, minutes: facts.Ints, zone: ZoneInfo) -> tuple[facts.Ints, facts.Ints]:
    """Days and minutes on the doctor's own clock. A time with another offset was told as the clock on the wall showed it."""
    told_in_utc = (minutes >= UTC_MINUTE) & (days >= 0)
    if not told_in_utc.any():
        return days, np.where(minutes >= UTC_MINUTE, minutes - UTC_MINUTE, minutes)
    minutes = np.where(minutes >= UTC_MINUTE, minutes - UTC_MINUTE, minutes)
    there, places = np.unique(np.where(told_in_utc, days, 0), return_inverse=True)
    shifts = np.array([_minutes_ahead(int(day), zone) for day in there], np.int64)[places]
    shifted = minutes + np.where(told_in_utc, shifts, 0)
    return days + np.where(told_in_utc, shifted // 1440, 0), np.where(told_in_utc, shifted % 1440, minutes)


@cache
def _minutes_ahead(day: int, zone: ZoneInfo) -> int:
    """How far a clock is ahead of UTC on a day; the hours in which clocks were changed are nobody's."""
    noon = datetime.combine(facts.day_of(day), time(12), tzinfo=UTC)
    return int((noon.astimezone(zone).utcoffset() or timedelta()).total_seconds()) // 60


def count(text: str) -> int:
    """A number of people: «4,0» is four, half of one is no number; empty is NOTHING."""
    found, (_, _, fraction) = number(text), text.strip().replace(",", ".").partition(".")
    return -Refusal.BAD_NUMBER if found >= 0 and fraction.strip("0") else found


def number(text: str) -> int:
    """A count or minutes, rounded; «12,5» is 12 (half to even); empty is NOTHING."""
    text = text.strip().replace("\xa0", "").replace(" ", "")
    if not text:
        return NOTHING
    if not _NUMBER.fullmatch(text):
        return -Refusal.BAD_NUMBER
    value = round(float(text.replace(",", ".")))
    if value < 0 or text.startswith("-"):
        return -Refusal.NEGATIVE
    return value if value <= 1_000_000 else -Refusal.TOO_LARGE


def age_group(text: str) -> int:
    """The age group of an age, or of a group that is named; 0 when it says neither."""
    text = text.strip().casefold()
    if not text:
        return 0
    if _MONTHS.fullmatch(text) or text.startswith(("до года", "under 1", "<1", "0-0")):
        return 1
    if found := _AGE.fullmatch(text):
        return group_of_years(int(found[1]))
    if text.startswith(("80", "старше 80")) or "80 лет и" in text or "80 and over" in text:
        return 8
    if found := _GROUP.fullmatch(text):
        low, high = int(found[1]), int(found[2] or found[1])
        return group_of_years((low + high) // 2)
    return 0


def group_of_years(years: int) -> int:
    """The age group of whole years; nobody is older than 125."""
    return 1 + sum(years >= edge for edge in _AGE_EDGES) if 0 <= years <= 125 else 0


def age_at(birth: str, visit: str) -> int:
    """The age group on the day of a visit, from a birth date that is forgotten at once; 0 when unknown."""
    born, there = day_or_older(birth), day(visit)
    if born is None or there < 0:
        return 0
    on = facts.day_of(there)
    return group_of_years(on.year - born.year - ((on.month, on.day) < (born.month, born.day)))


def day_or_older(text: str) -> date | None:
    """A date, also one before 1970."""
    told = text.strip()
    if found := _ISO.match(told):
        parts = (int(found[1]), int(found[2]), int(found[3]))
    elif found := _RUSSIAN.match(told):
        parts = (int(found[3]), int(found[2]), int(found[1]))
    else:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def looks_like(words: list[str], judge: Callable[[str], Any]) -> float:
    """The share of filled cells of which a judge says yes."""
    told = [word for word in words if word.strip()]
    return sum(bool(judge(word)) for word in told) / len(told) if told else 0.0
