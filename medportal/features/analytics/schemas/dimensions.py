"""By what a practice is broken down, and the codes under which that is kept."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Dimension(StrEnum):
    """By what figures are broken down and filtered. The last three only order time; `day` stands in tables alone."""

    SERVICE = "service"
    DIAGNOSIS = "diagnosis"
    DIAGNOSIS_CLASS = "class"
    PAYMENT = "payment"
    PLACE = "place"
    AGE = "age"
    KIND = "kind"
    REASON = "reason"
    WEEKDAY = "weekday"
    HOUR = "hour"
    MONTH = "month"
    DAY = "day"


class Payment(IntEnum):
    """Who pays; the numbers are those of the state's dictionary of payment sources. 0: not told."""

    UNKNOWN = 0
    OMS = 1
    BUDGET = 2
    PAID = 3
    DMS = 4
    OTHER = 5
    REGIONAL = 8
    OWN = 9


class Place(IntEnum):
    """Where the visit was."""

    UNKNOWN = 0
    CLINIC = 1
    HOME = 2
    REMOTE = 3
    HOSPITAL = 4


class Age(IntEnum):
    """Age groups; no birth date and no exact age is ever kept. The groups of 39/у-02 are sums of these."""

    UNKNOWN = 0
    INFANT = 1
    CHILD = 2
    TEEN = 3
    YOUNG = 4
    MIDDLE = 5
    BEFORE_PENSION = 6
    PENSION = 7
    OLD = 8


class VisitKind(IntEnum):
    """First or repeat visit."""

    UNKNOWN = 0
    FIRST = 1
    REPEAT = 2


class Reason(IntEnum):
    """Why the person came."""

    UNKNOWN = 0
    DISEASE = 1
    PREVENTIVE = 2
    DISPENSARY = 3
    OTHER = 4


class CodeKind(IntEnum):
    """Lists of codes that each practice keeps for itself."""

    SERVICE = 1
    DIAGNOSIS = 2


@dataclass(frozen=True, slots=True)
class Code:
    """A code as it was met: its number within the practice, and whether its shape is that of the official list."""

    number: int
    code: str
    is_known: bool


# An hour that a row did not tell; a number of a code that a row did not tell.
NO_HOUR = 24
NO_CODE = 0
