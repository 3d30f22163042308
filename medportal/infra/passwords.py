"""Passwords: Argon2id through passlib. Slow on purpose: call from a thread, never from the event loop."""

# passlib ships no types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownLambdaType=false

import unicodedata
from functools import cache

from passlib.context import CryptContext

MAX_LENGTH = 256

# OWASP, Password Storage Cheat Sheet: Argon2id with at least 19 MiB, 2 passes, 1 lane.
_context = CryptContext(
    schemes=["argon2"], argon2__type="ID", argon2__memory_cost=32768, argon2__time_cost=2, argon2__parallelism=1
)


def hash_password(plain: str) -> str:
    """Hash a password for keeping.

    Raises:
        ValueError: longer than 256 characters; the form refuses such a password before.
    """
    if len(plain) > MAX_LENGTH:
        raise ValueError("the password is too long")
    return _context.hash(_folded(plain))


def verify(hashed: str, plain: str) -> bool:
    """Whether the password is the one that was hashed; costs the same for a wrong one, and for one too long."""
    if len(plain) > MAX_LENGTH:
        verify_nobody(plain)
        return False
    return _context.verify(_folded(plain), hashed)


def verify_nobody(plain: str) -> None:
    """Spend what `verify` spends, for a name that nobody bears, so that time does not tell."""
    _context.verify(_folded(plain[:MAX_LENGTH]), _nobody())


def needs_rehash(hashed: str) -> bool:
    """Whether the hash was made with a smaller cost than today's; hash anew at the next sign-in."""
    return _context.needs_update(hashed)


@cache
def _nobody() -> str:
    return _context.hash("nobody has this password")


def _folded(plain: str) -> str:
    # «й» typed on a telephone and on a keyboard may be one code point or two: the same password all the same.
    return unicodedata.normalize("NFC", plain)
