"""Numbers of people and organisations: how each is written, what proves it, and how it is kept from showing itself."""

from medportal.kernel.identifiers.judge import KINDS, Judgement, as_json, judge
from medportal.kernel.identifiers.types import (
    IdentifierError,
    Inn,
    Mobile,
    Ogrn,
    OmsPolicy,
    PassportNumber,
    Snils,
)

__all__ = [
    "KINDS",
    "IdentifierError",
    "Inn",
    "Judgement",
    "Mobile",
    "Ogrn",
    "OmsPolicy",
    "PassportNumber",
    "Snils",
    "as_json",
    "judge",
]
