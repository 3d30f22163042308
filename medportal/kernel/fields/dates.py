"""Dates as people type them, ДД.ММ.ГГГГ."""

import re
from datetime import date

_EARLIEST, _LATEST = 1800, 2200


def read_date(text: str) -> date | None:
    """The day, or None when the text is not ДД.ММ.ГГГГ or there is no such day."""
    found = re.fullmatch(r"([0-9]{2})\.([0-9]{2})\.([0-9]{4})", text)
    if not found or not _EARLIEST <= int(found[3]) <= _LATEST:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def write_date(day: date) -> str:
    """ДД.ММ.ГГГГ."""
    return f"{day:%d.%m.%Y}"
