"""The offices of the demonstration: which registers there are, and how each may misbehave."""

from enum import StrEnum


class Office(StrEnum):
    """Which register; the word is the same as the portal's kind of check."""

    SNILS = "snils"
    INN = "inn"
    PASSPORT = "passport"
    POLICY = "policy"
    EDUCATION = "education"
    PRACTITIONER = "practitioner"


class Fault(StrEnum):
    """How a whole register misbehaves on demand."""

    OK = "ok"
    SLOW = "slow"
    DOWN = "down"
    MISMATCH = "mismatch"
    GARBAGE = "garbage"
