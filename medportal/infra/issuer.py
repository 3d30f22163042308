"""What the portal signs for the world: JWS with ES256, verified by anybody who has the published key.

The second module that knows python-jose, under the rules of the first (`tokens`): exactly one algorithm, keys as PEM, a
pinned `typ`, required claims, no `crit`, a size limit. Nothing here needs a database, so a token is verified anywhere.
"""

# python-jose ships no types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false

import base64
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, cast

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from jose import JOSEError, jws

from medportal.infra.errors import SetupError, TokenError
from medportal.kernel import clock

ALGORITHM = "ES256"
ISSUER = "medportal"
MAX_BYTES = 4096
MAX_LIST_BYTES = 4_000_000
SKEW_SECONDS = 300
_BLOCK = re.compile(r"-----BEGIN [A-Z ]+-----.+?-----END [A-Z ]+-----", re.DOTALL)
_COORDINATE = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True, slots=True)
class Key:
    """A key by its short name: the public half for everybody, the private one where we sign."""

    kid: str
    public: ec.EllipticCurvePublicKey = field(repr=False)
    private_pem: str = field(default="", repr=False)


_keys: tuple[Key, ...] = ()


def new_pem() -> str:
    """A fresh signing key, PKCS#8 in PEM."""
    private = ec.generate_private_key(ec.SECP256R1())
    return _private_pem(private)


def open_issuer(pem: str | None) -> None:
    """Take the keys in hand: PEM blocks one after another, the signing key first, then older ones that still verify.

    Without any the portal issues nothing.

    Raises:
        SetupError: a block is no P-256 key, or the first is not a private one.
    """
    global _keys
    keys = tuple(_key(block) for block in _BLOCK.findall((pem or "").replace("\\n", "\n")))
    if (pem and not keys) or (keys and not keys[0].private_pem):
        raise SetupError(
            "MEDPORTAL_ISSUER_KEY: the first PEM block must be a private P-256 key (medportal keys issuer)"
        )
    _keys = keys


def ready() -> bool:
    """Whether a signing key is in hand."""
    return bool(_keys)


def sign(kind: str, claims: Mapping[str, Any]) -> str:
    """Sign claims of a kind; `iss` and `aud` are put in, `iat` and `exp` (seconds) and `sub` are the caller's to give.

    Raises:
        SetupError: no key is in hand.
        ValueError: a claim is missing, or the token would be too long.
    """
    if not _keys:
        raise SetupError("MEDPORTAL_ISSUER_KEY is not set: nothing can be issued")
    body = {"iss": ISSUER, "aud": kind, **claims}
    if missing := {"iat", "exp", "sub"} - body.keys():
        raise ValueError(f"missing claims: {sorted(missing)}")
    # Bytes, not a dict: letters stay letters, and the code to scan stays small.
    plain = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    token = jws.sign(
        cast("Any", plain), _keys[0].private_pem, headers={"typ": _typ(kind), "kid": _keys[0].kid}, algorithm=ALGORITHM
    )
    if len(token) > _limit(kind):
        raise ValueError("the token is too long")
    return token


def read(kind: str, token: str, keys: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """What a token of a kind says, once its signature holds. Whether its time is over is for the caller to say.

    Args:
        kind: what it must be.
        token: as it came.
        keys: a JWKS to verify with; without it, the keys in hand.

    Raises:
        TokenError: altered, signed by another key, of another kind, or otherwise not to be believed.
    """
    try:
        return _verified(kind, token, _public(keys))
    except (JOSEError, ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError):
        raise TokenError("the token is not accepted") from None


def jwks() -> dict[str, Any]:
    """The public keys, as published."""
    return {"keys": [_jwk(key) for key in _keys]}


def moment(seconds: object) -> datetime:
    """A claim that is a moment.

    Raises:
        TokenError: it is none.
    """
    if type(seconds) is not int or not 0 <= seconds < 1 << 36:
        raise TokenError("the token is not accepted")
    return datetime.fromtimestamp(seconds, UTC)


def _verified(kind: str, token: str, keys: Mapping[str, str]) -> dict[str, Any]:
    if not token.isascii() or len(token) > _limit(kind):
        raise ValueError
    header = jws.get_unverified_header(token)
    if header.keys() != {"alg", "typ", "kid"} or header["alg"] != ALGORITHM or header["typ"] != _typ(kind):
        raise ValueError
    plain = jws.verify(token, keys[header["kid"]], algorithms=[ALGORITHM])
    body: dict[str, Any] = json.loads(plain)
    if body["iss"] != ISSUER or body["aud"] != kind or not isinstance(body["sub"], str):
        raise ValueError
    # Clocks of two machines differ by a little; a token from the future is not ours.
    if moment(body["iat"]).timestamp() - clock.now().timestamp() > SKEW_SECONDS:
        raise ValueError
    moment(body["exp"])
    return body


def _public(keys: Mapping[str, Any] | None) -> dict[str, str]:
    if keys is None:
        return {key.kid: _public_pem(key.public) for key in _keys}
    return {str(one["kid"]): _public_pem(_from_jwk(one)) for one in keys["keys"][:20]}


def _from_jwk(jwk: Mapping[str, Any]) -> ec.EllipticCurvePublicKey:
    if jwk["kty"] != "EC" or jwk["crv"] != "P-256" or "d" in jwk:
        raise ValueError
    x, y = (_number(jwk[name]) for name in ("x", "y"))
    return ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()


def _number(text: str) -> int:
    if not _COORDINATE.fullmatch(text):
        raise ValueError
    return int.from_bytes(base64.urlsafe_b64decode(text + "="), "big")


def _key(block: str) -> Key:
    try:
        if "PRIVATE" in block.split("\n", 1)[0]:
            private = serialization.load_pem_private_key(block.encode(), None)
            if isinstance(private, ec.EllipticCurvePrivateKey) and private.curve.name == "secp256r1":
                return Key(_kid(private.public_key()), private.public_key(), _private_pem(private))
        else:
            public = serialization.load_pem_public_key(block.encode())
            if isinstance(public, ec.EllipticCurvePublicKey) and public.curve.name == "secp256r1":
                return Key(_kid(public), public)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        pass
    raise SetupError("MEDPORTAL_ISSUER_KEY holds a block that is not a P-256 key in PEM (medportal keys issuer)")


def _kid(public: ec.EllipticCurvePublicKey) -> str:
    """The thumbprint of RFC 7638, cut short: it only tells a handful of keys apart."""
    parts = _coordinates(public)
    canonical = json.dumps({"crv": "P-256", "kty": "EC", **parts}, separators=(",", ":"), sort_keys=True)
    return base64.urlsafe_b64encode(sha256(canonical.encode()).digest())[:11].decode()


def _jwk(key: Key) -> dict[str, str]:
    return {"kty": "EC", "crv": "P-256", "use": "sig", "alg": ALGORITHM, "kid": key.kid, **_coordinates(key.public)}


def _coordinates(public: ec.EllipticCurvePublicKey) -> dict[str, str]:
    numbers = public.public_numbers()
    return {
        name: base64.urlsafe_b64encode(value.to_bytes(32, "big")).decode().rstrip("=")
        for name, value in (("x", numbers.x), ("y", numbers.y))
    }


def _private_pem(private: ec.EllipticCurvePrivateKey) -> str:
    plain = serialization.NoEncryption()
    return private.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain).decode()


def _public_pem(public: ec.EllipticCurvePublicKey) -> str:
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return public.public_bytes(serialization.Encoding.PEM, form).decode()


def _limit(kind: str) -> int:
    return MAX_LIST_BYTES if kind == "revoked" else MAX_BYTES


def _typ(kind: str) -> str:
    return f"mp-{kind}+jwt"
