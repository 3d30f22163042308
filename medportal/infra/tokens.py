"""Signed tokens: the only module that knows python-jose, and every rule that keeps it safe.

One algorithm, a key of 32 bytes, no `crit`, a pinned `typ`, and `exp`, `iat`, `sub`, `aud` and `iss` always required:
without these the library accepts tokens it should not. The audience is the kind, so a token of one kind is no other's.
"""

# python-jose ships no types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownLambdaType=false

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from jose import JOSEError, jwt

from medportal.infra import vault
from medportal.infra.errors import SetupError, TokenError
from medportal.kernel import clock

ALGORITHM = "HS256"
ISSUER = "medportal"
MAX_BYTES = 4096
_RESERVED = frozenset({"exp", "iat", "nbf", "sub", "aud", "iss", "jti", "at_hash"})
# The clock that moves in tests is ours, so times are judged here; the library would judge a required `exp` by its own.
_OPTIONS = {
    "require_iat": True,
    "require_sub": True,
    "require_aud": True,
    "require_iss": True,
    "verify_exp": False,
    "verify_nbf": False,
}

_key: str | None = None


@dataclass(frozen=True, slots=True)
class Claims:
    """What a token says, once it is believed."""

    kind: str
    subject: str
    issued_at: datetime
    expires_at: datetime
    facts: Mapping[str, str | int]


def open_tokens(token_key: str) -> None:
    """Take the signing key in hand.

    Raises:
        SetupError: it is not 32 random bytes in base64.
    """
    global _key
    # Hexadecimal text: whatever the bytes are, they can not be mistaken for a key in another format.
    _key = vault.parse_key("MEDPORTAL_TOKEN_KEY", token_key).hex()


def issue(kind: str, subject: str, ttl: timedelta, **claims: str | int) -> str:
    """Sign a token of a kind for a subject, good for `ttl`."""
    if clash := _RESERVED & claims.keys():
        raise ValueError(f"reserved claims: {sorted(clash)}")
    now = int(clock.now().timestamp())
    body = {"iss": ISSUER, "aud": kind, "sub": subject, "iat": now, "exp": now + int(ttl.total_seconds())}
    token = jwt.encode({**claims, **body}, _opened(), algorithm=ALGORITHM, headers={"typ": _typ(kind)})
    if len(token) > MAX_BYTES:
        raise ValueError("the token is too long")
    return token


def read(kind: str, token: str) -> Claims:
    """Believe a token of this kind.

    Raises:
        TokenError: altered, expired, of another kind, or otherwise not ours.
    """
    try:
        body = _verified(kind, token)
        issued, expires = _moment(body["iat"]), _moment(body["exp"])
    except (JOSEError, ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        raise TokenError("the token is not accepted") from None
    now = clock.now()
    if expires <= now or issued > now + timedelta(minutes=1):
        raise TokenError("the token is not accepted")
    facts = {name: value for name, value in body.items() if name not in _RESERVED}
    return Claims(kind, body["sub"], issued, expires, facts)


def _verified(kind: str, token: str) -> dict[str, Any]:
    if not token.isascii() or len(token) > MAX_BYTES:
        raise ValueError
    header = jwt.get_unverified_header(token)
    if header.keys() != {"alg", "typ"} or header["alg"] != ALGORITHM or header["typ"] != _typ(kind):
        raise ValueError
    body = jwt.decode(token, _opened(), algorithms=[ALGORITHM], audience=kind, issuer=ISSUER, options=_OPTIONS)
    if "nbf" in body or body["aud"] != kind or body["iss"] != ISSUER or not isinstance(body["sub"], str):
        raise ValueError
    return body


def _moment(seconds: object) -> datetime:
    if type(seconds) is not int:
        raise ValueError
    return datetime.fromtimestamp(seconds, UTC)


def _typ(kind: str) -> str:
    return f"{kind}+jwt"


def _opened() -> str:
    if _key is None:
        raise SetupError("no token key in hand: call keys.open_keys(settings()) at the start of the process")
    return _key
