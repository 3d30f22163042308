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
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Column, select, update

from medportal.infra import log
from medportal.infra.db import Row, UnitOfWork, unit_of_work
from medportal.infra.errors import SealBrokenError, SetupError

KEY_BYTES = 32
NONCE_BYTES = 12
FEWEST_DISTINCT_BYTES = 12
BATCH = 500
HOW_TO_MAKE_ONE = "python3 -c 'import base64, os; print(base64.b64encode(os.urandom(32)).decode())'"

_log = log.get(__name__)
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
            raise SetupError("MEDPORTAL_VAULT_KEYS must look like name:key,name:key, each name once")
        keys[kid] = parse_key("MEDPORTAL_VAULT_KEYS", encoded)
    if not keys:
        raise SetupError(f"MEDPORTAL_VAULT_KEYS holds no key. Make one: {HOW_TO_MAKE_ONE}")
    index = parse_key("MEDPORTAL_INDEX_KEY", index_key)
    if len({*keys.values(), index}) != len(keys) + 1:
        raise SetupError("MEDPORTAL_VAULT_KEYS and MEDPORTAL_INDEX_KEY: every key must be another one")
    _vault = _Vault(keys, index)


def close_vault() -> None:
    """Forget the keys."""
    global _vault
    _vault = None


def seal(place: str, row_id: UUID, plain: str) -> str:
    """Seal a value for one column of one row; the result is text that starts with the name of its key."""
    vault = _opened()
    nonce = os.urandom(NONCE_BYTES)
    sealed = vault.cipher(vault.newest, place).encrypt(nonce, plain.encode(), _bound(vault.newest, place, row_id))
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
        raw = base64.b64decode(body + "=" * (-len(body) % 4), altchars=b"-_", validate=True)
        plain = vault.cipher(kid, place).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], _bound(kid, place, row_id))
    except (InvalidTag, ValueError, binascii.Error):
        raise SealBrokenError("a sealed value does not open in this place") from None
    return plain.decode()


def fingerprint(place: str, plain: str) -> str:
    """A keyed fingerprint for unique columns and look-up; `place` is the kind of value, like "snils"."""
    return hmac.new(_opened().derived(f"fingerprint/{place}"), plain.encode(), sha256).hexdigest()


def derived_key(purpose: str) -> bytes:
    """A key of its own for another keyed purpose, 32 bytes, made from the key of fingerprints."""
    return _opened().derived(f"purpose/{purpose}")


def file_key(kid: str, salt: bytes) -> bytes:
    """The key of one sealed file, 32 bytes, made from a key of the vault and the file's own salt.

    Raises:
        SealBrokenError: the key of that name is not in hand.
    """
    keys = _opened().keys
    if kid not in keys:
        raise SealBrokenError("the key of this file is not in hand")
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=b"medportal/file").derive(keys[kid])


def newest_kid() -> str:
    """The name of the key that seals now."""
    return _opened().newest


def rotate(uow: UnitOfWork) -> int:
    """Seal anew, in the caller's unit, every value that an older key sealed; returns how many were.

    A value that does not open is left where it stands and logged: it is for a person to look into.
    """
    done = 0
    for column in sealed_columns():
        after: UUID | None = UUID(int=0)
        while after is not None:
            count, after = _rotate(uow, column, after)
            done += count
    return done


def rotate_all() -> int:
    """As `rotate`, in short units one after another, beside people at work; started again, it goes on where it was."""
    done = 0
    for column in sealed_columns():
        after: UUID | None = UUID(int=0)
        while after is not None:
            with unit_of_work() as uow:
                count, after = _rotate(uow, column, after)
            done += count
    return done


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


def sealed_columns() -> list[Column[Any]]:
    """Every column that holds sealed values: named `sealed_*`, in a table whose rows have an `id`."""
    found = [
        column for table in Row.metadata.sorted_tables for column in table.columns if column.name.startswith("sealed_")
    ]
    for column in found:
        if "id" not in column.table.columns:
            raise SetupError(f"{column.table.name} has sealed columns and no id to bind them to")
    return found


def _rotate(uow: UnitOfWork, column: Column[Any], after: UUID) -> tuple[int, UUID | None]:
    """Seal one batch of a column anew; how many were sealed, and after which row to go on, if at all."""
    row_id = column.table.c["id"]
    old = ~column.startswith(f"{newest_kid()}.", autoescape=True)
    rows = uow.session.connection().execute(
        select(row_id, column).where(row_id > after, column.is_not(None), old).order_by(row_id).limit(BATCH)
    )
    done, last, place = 0, None, f"{column.table.name}.{column.name}"
    for last, sealed in rows.all():
        try:
            anew = seal(place, last, reveal(place, last, sealed))
        except SealBrokenError:
            _log.exception("a sealed value does not open", place=place, row=last)
            continue
        # Only over what was read: a value that somebody has just changed is sealed with the new key already.
        same = update(column.table).where(row_id == last, column == sealed).values({column.name: anew})
        done += uow.session.connection().execute(same).rowcount
    return done, last


def _opened() -> _Vault:
    if _vault is None:
        raise SetupError("the vault is not open: call keys.open_keys(settings()) at the start of the process")
    return _vault


def _bound(kid: str, place: str, row_id: UUID) -> bytes:
    return b"\x00".join((kid.encode(), place.encode(), row_id.bytes))


def _subkey(key: bytes, info: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info.encode()).derive(key)
