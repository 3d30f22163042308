"""The internal passport as a calendar: when it may be issued and how long it lives (rules §1.5)."""

from datetime import date, timedelta

FIRST_AT = 14
EXCHANGES = (20, 45)
GRACE = timedelta(days=90)
FIRST_ISSUE = date(1997, 10, 1)


def birthday(birth: date, years: int) -> date:
    """The day a person turns so many years; somebody born on 29 February turns on 1 March."""
    try:
        return birth.replace(year=birth.year + years)
    except ValueError:
        return date(birth.year + years, 3, 1)


def age(birth: date, on: date) -> int:
    """Full years on a day; negative before birth."""
    years = on.year - birth.year
    return years if on >= birthday(birth, years) else years - 1


def valid_until(birth: date, issued: date) -> date | None:
    """The last day of a passport, ninety days after the next exchange; None when there is no exchange left."""
    for years in EXCHANGES:
        turn = birthday(birth, years)
        if issued < turn:
            return turn + GRACE
    return None


def issued_too_early(birth: date, issued: date) -> bool:
    """Whether the passport would have been issued before its holder turned fourteen."""
    return issued < birthday(birth, FIRST_AT)
