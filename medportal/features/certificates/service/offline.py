"""Verifying without the portal: a token, the published keys, a list that was kept. No database is touched."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from medportal.features.certificates import rules
from medportal.features.certificates.schemas import Verdict
from medportal.infra import issuer
from medportal.infra.errors import TokenError
from medportal.kernel import clock
from medportal.kernel.actor import Actor


def token_of(given: str) -> str:
    """The token in a token, a link or the path of a PDF."""
    if given.lower().endswith(".pdf") and Path(given).is_file():
        return rules.token_in(Path(given).read_bytes()) or ""
    return given.rsplit("#", 1)[-1]


def verify(_actor: Actor, token: str, keys: Mapping[str, Any], revoked: str | None) -> dict[str, Any]:
    """What can be said of a token with published keys and a list.

    Args:
        _actor: anybody.
        token: the token.
        keys: the JWKS.
        revoked: the signed list; without a fresh one a token that holds is `unsure`, not `valid`.

    Returns:
        The verdict, what the certificate says, and the moment of the list.
    """
    try:
        claims = issuer.read("certificate", token, keys)
        contents = rules.contents_of(claims)
        until = issuer.moment(claims["exp"])
    except (TokenError, ValueError, KeyError, TypeError):
        return {"verdict": Verdict.FORGED.value, "contents": None, "list_of": None}
    now, (made_at, hashes) = clock.now(), _list(revoked, keys)
    if rules.number_hash(claims["sub"]) in hashes:
        verdict = Verdict.REVOKED
    elif now >= until:
        verdict = Verdict.EXPIRED
    else:
        verdict = Verdict.VALID if made_at is not None and now < made_at + rules.FRESH else Verdict.UNSURE
    return {
        "verdict": verdict.value,
        "number": rules.shown(claims["sub"]),
        "contents": contents.claims(),
        "list_of": made_at.isoformat() if made_at else None,
    }


def _list(revoked: str | None, keys: Mapping[str, Any]) -> tuple[datetime | None, frozenset[str]]:
    """The moment and the hashes of a list; nothing when there is none or it is not ours. An old one still accuses."""
    if revoked is None:
        return None, frozenset()
    try:
        claims = issuer.read("revoked", revoked, keys)
        return issuer.moment(claims["iat"]), frozenset(str(one) for one in claims["hashes"])
    except (TokenError, KeyError, TypeError):
        return None, frozenset()
