"""Rules of the certificates: numbers nobody guesses, what ends one, what a file says about itself."""

import hashlib
import re
import secrets
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from medportal.features.certificates.schemas import Basis, Contents, Verdict
from medportal.kernel.clock import MOSCOW

# Crockford's alphabet: no I, L, O, U, which people misread. 20 signs of 5 bits are 100 bits of chance.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SIGNS, GROUP = 20, 5
LONGEST = timedelta(days=365)
PER_DAY = 5
CHECKS_PER_MINUTE = 30
FRESH = timedelta(hours=24)
TRIES_APART = timedelta(minutes=1)
KEYWORD = "medportal-certificate:"
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "О": "0", "С": "C", "Е": "E", "А": "A", "В": "B", "К": "K",
                          "М": "M", "Н": "H", "Р": "P", "Т": "T", "Х": "X"})  # fmt: skip
_IN_FILE = re.compile(
    re.escape(KEYWORD).encode() + rb"([A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10,3000}\.[A-Za-z0-9_-]{86})"
)


def new_number() -> str:
    """A fresh number."""
    return "".join(secrets.choice(ALPHABET) for _ in range(SIGNS))


def shown(number: str) -> str:
    """A number in groups, as it is printed."""
    return "-".join(number[at : at + GROUP] for at in range(0, SIGNS, GROUP))


def read_number(typed: str) -> str | None:
    """A number as somebody typed it: case, hyphens, spaces and Cyrillic look-alikes forgiven; None when it is none."""
    plain = re.sub(r"[\s–—-]", "", typed[:100]).upper().translate(_MISREAD)
    return plain if len(plain) == SIGNS and set(plain) <= set(ALPHABET) else None


def number_hash(number: str) -> str:
    """What the published list holds instead of the number."""
    return hashlib.sha256(f"medportal/certificate/{number}".encode()).hexdigest()[:32]


def valid_until(today: date, ends: Iterable[date | None]) -> date:
    """The last day: the earliest end of what the certificate rests on, and a year at most."""
    return min((today + LONGEST, *(end for end in ends if end is not None)))


def end_of(day: date) -> datetime:
    """The moment a last day ends, in Moscow."""
    return datetime.combine(day + timedelta(days=1), time(), MOSCOW)


def contents_of(claims: Mapping[str, Any]) -> Contents:
    """What a verified token says.

    Raises:
        ValueError, KeyError, TypeError: it is not shaped like a certificate.
    """
    return Contents(
        name=str(claims["name"]),
        speciality=str(claims["spec"]),
        basis=Basis(claims["doc"]),
        basis_number=str(claims["num"]),
        basis_until=date.fromisoformat(claims["duntil"]),
        verified_on=date.fromisoformat(claims["on"]),
        valid_until=date.fromisoformat(claims["until"]),
        demonstration=bool(claims["demo"]),
    )


def verdict(*, revoked: bool, until: datetime, now: datetime) -> Verdict:
    """What is said of a certificate that was issued."""
    if revoked:
        return Verdict.REVOKED
    return Verdict.VALID if now < until else Verdict.EXPIRED


def token_in(pdf: bytes) -> str | None:
    """The token that a PDF of ours carries in its keywords; found by its look, so that no stranger's PDF is parsed."""
    found = _IN_FILE.search(pdf)
    return found[1].decode() if found else None
