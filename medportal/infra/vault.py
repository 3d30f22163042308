"""The vault: personal data at rest.

A value is sealed with AES-256-GCM under a key made for its place ("table.column") and bound to that place and to its
row, so that a value moved elsewhere does not open. Look-ups go by a keyed fingerprint, made with a key of its own.
"""

import base64
import binascii
import hmac
import os
import re
from functools import lru_cache
from hashlib import sha256
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from medportal.infra.errors import SealBrokenError, SetupError

KEY_BYTES = 32
NONCE_BYTES = 12
FEWEST_DISTINCT_BYTES = 12
HOW_TO_MAKE_ONE = (
    "python3 -c 'import base64, os; print(base64.b64encode(os.urandom(32)).decode())'"
)

_KID = re.compile(r"[A-Za-z0-9_-]{1,16}")


class _Vault:
    """The keys in hand: the first seals, all of them open."""

    def __init__(self, keys: dict[str, bytes], index_key: bytes) -> None:
        self.keys = keys
        self.newest = next(iter(keys))
        self.index_key = index_key
        self.cipher = lru_cache(maxsize=1024)(self._cipher)
        self.derived = lru_cache(maxsize=256)(self._derived)

    def _cipher(self, kid: str, place: str) -> AESGCM:
        return AESGCM(_subkey(self.keys[kid], f"medportal/seal/{place}"))

    def _derived(self, purpose: str) -> bytes:
        return _subkey(self.index_key, f"medportal/{purpose}")


_vault: _Vault | None = None


def open_vault(vault_keys: str, index_key: str) -> None:
    """Take the keys in hand: `kid:base64,kid2:base64` with the newest first, and the key of fingerprints.

    Raises:
        SetupError: a key is missing, short, weak, named twice, or does double duty.
    """
    global _vault
    keys: dict[str, bytes] = {}
    for pair in filter(None, (part.strip() for part in vault_keys.split(","))):
        kid, colon, encoded = pair.partition(":")
        if not colon or not _KID.fullmatch(kid) or kid in keys:
            raise SetupError(
                "MEDPORTAL_VAULT_KEYS must look like name:key,name:key, each name once"
            )
        keys[kid] = parse_key("MEDPORTAL_VAULT_KEYS", encoded)
    if not keys:
        raise SetupError(
            f"MEDPORTAL_VAULT_KEYS holds no key. Make one: {HOW_TO_MAKE_ONE}"
        )
    index = parse_key("MEDPORTAL_INDEX_KEY", index_key)
    if len({*keys.values(), index}) != len(keys) + 1:
        raise SetupError(
            "MEDPORTAL_VAULT_KEYS and MEDPORTAL_INDEX_KEY: every key must be another one"
        )
    _vault = _Vault(keys, index)


def close_vault() -> None:
    """Forget the keys."""
    global _vault
    _vault = None


def seal(place: str, row_id: UUID, plain: str) -> str:
    """Seal a value for one column of one row; the result is text that starts with the name of its key."""
    vault = _opened()
    nonce = os.urandom(NONCE_BYTES)
    sealed = vault.cipher(vault.newest, place).encrypt(
        nonce, plain.encode(), _bound(vault.newest, place, row_id)
    )
    return f"{vault.newest}.{base64.urlsafe_b64encode(nonce + sealed).decode().rstrip('=')}"


def reveal(place: str, row_id: UUID, sealed: str) -> str:
    """Open a sealed value where it was sealed.

    Raises:
        SealBrokenError: it was altered, sealed for another place or row, or its key is not in hand.
    """
    vault = _opened()
    kid, _, body = sealed.partition(".")
    if kid not in vault.keys:
        raise SealBrokenError("the key of this value is not in hand")
    try:
        raw = base64.b64decode(
            body + "=" * (-len(body) % 4), altchars=b"-_", validate=True
        )
        plain = vault.cipher(kid, place).decrypt(
            raw[:NONCE_BYTES], raw[NONCE_BYTES:], _bound(kid, place, row_id)
        )
    except (InvalidTag, ValueError, binascii.Error):
        raise SealBrokenError("a sealed value does not open in this place") from None
    return plain.decode()


def fingerprint(place: str, plain: str) -> str:
    """A keyed fingerprint for unique columns and look-up; `place` is the kind of value, like "snils"."""
    return hmac.new(
        _opened().derived(f"fingerprint/{place}"), plain.encode(), sha256
    ).hexdigest()


def derived_key(purpose: str) -> bytes:
    """A key of its own for another keyed purpose, 32 bytes, made from the key of fingerprints."""
    return _opened().derived(f"purpose/{purpose}")


def newest_kid() -> str:
    """The name of the key that seals now."""
    return _opened().newest


def parse_key(variable: str, encoded: str) -> bytes:
    """Decode a key of 32 bytes, in either base64 alphabet.

    Raises:
        SetupError: not base64, not 32 bytes, or not made by chance.
    """
    hint = f"{variable} needs 32 random bytes in base64. Make them: {HOW_TO_MAKE_ONE}"
    plain = encoded.strip().replace("-", "+").replace("_", "/").rstrip("=")
    try:
        key = base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise SetupError(hint) from None
    # Of 32 random bytes about 30 differ; fewer than 12 means that somebody typed a key by hand.
    if len(key) != KEY_BYTES or len(set(key)) < FEWEST_DISTINCT_BYTES:
        raise SetupError(hint)
    return key


def _opened() -> _Vault:
    if _vault is None:
        raise SetupError(
            "the vault is not open: call keys.open_keys(settings()) at the start of the process"
        )
    return _vault


def _bound(kid: str, place: str, row_id: UUID) -> bytes:
    return b"\x00".join((kid.encode(), place.encode(), row_id.bytes))


def _subkey(key: bytes, info: str) -> bytes:
    return HKDF(
        algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info.encode()
    ).derive(key)
