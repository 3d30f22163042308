"""Whether a first row is a header: titles are words, values are dates, numbers and codes."""

import re
from collections.abc import Sequence

_VALUE = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}.*|[\d\s.,:+-]+|[A-ZА-Я]\d\d([.,]\d{1,2})?|[ABАВ]\d\d\.\d{2,3}\.\d{3}.*|.*@.*\..*"
)


def has_header(row: Sequence[str]) -> bool:
    """Whether none of a row's cells looks like a value, and some say something."""
    told = [cell.strip() for cell in row if cell.strip()]
    return bool(told) and not any(_VALUE.fullmatch(cell) for cell in told)
