"""Where keys come from: the environment; and on the first run of a demonstration, a file in the data directory."""

import base64
import fcntl
import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from medportal.infra import issuer, tokens, vault
from medportal.infra.errors import SetupError
from medportal.settings import Settings

FILE = "keys.json"
ISSUER_FILE = "issuer.pem"


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of the portal, in the shape of their variables."""

    vault_keys: str = field(repr=False)
    index_key: str = field(repr=False)
    token_key: str = field(repr=False)


def new_key() -> str:
    """A fresh key: 32 random bytes in base64."""
    return base64.b64encode(os.urandom(vault.KEY_BYTES)).decode()


def ensure_keys(settings: Settings) -> Keys:
    """The keys to use: those of the environment, or in demonstration mode those of `data/keys.json`, made if missing.

    Raises:
        SetupError: production without keys, or keys given only in part.
    """
    given = {
        "MEDPORTAL_VAULT_KEYS": settings.vault_keys,
        "MEDPORTAL_INDEX_KEY": settings.index_key,
        "MEDPORTAL_TOKEN_KEY": settings.token_key,
    }
    missing = [variable for variable, value in given.items() if not value]
    if not missing:
        return Keys(settings.vault_keys or "", settings.index_key or "", settings.token_key or "")
    if settings.mode == "production" or len(missing) < len(given):
        raise SetupError(_explain(missing))
    return _kept(settings.data_dir / FILE)


def open_keys(settings: Settings) -> Keys:
    """Take the keys in hand: after this the vault and the tokens work in this process.

    Raises:
        SetupError: keys are missing or weak.
    """
    keys = ensure_keys(settings)
    vault.open_vault(keys.vault_keys, keys.index_key)
    tokens.open_tokens(keys.token_key)
    issuer.open_issuer(
        settings.issuer_key or (_kept_issuer(settings.data_dir / ISSUER_FILE) if settings.demonstration else None)
    )
    return keys


def _explain(missing: list[str]) -> str:
    shape = {"MEDPORTAL_VAULT_KEYS": "  (as name:key, for instance k1:…; the newest first when there are several)"}
    lines = ["The portal needs keys to seal personal data and to sign sessions. Set in its environment:"]
    lines += [f"  {variable}{shape.get(variable, '')}" for variable in missing]
    lines += ["Make each key with:", f"  {vault.HOW_TO_MAKE_ONE}", "and keep them apart from the database's copies."]
    return "\n".join(lines)


def _kept_issuer(file: Path) -> str:
    """The signing key of certificates of a demonstration, made if missing."""
    return _kept_text(file, issuer.new_pem)


def _kept(file: Path) -> Keys:
    text = _kept_text(
        file,
        lambda: json.dumps({"vault_keys": f"k1:{new_key()}", "index_key": new_key(), "token_key": new_key()}) + "\n",
    )
    try:
        values = json.loads(text)
        return Keys(values["vault_keys"], values["index_key"], values["token_key"])
    except (ValueError, KeyError, TypeError):
        raise SetupError(f"{file} is damaged: restore it from a copy, for nothing sealed opens without it") from None


def _kept_text(file: Path, make: Callable[[], str]) -> str:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Several processes may start at once: one makes the keys, the others wait and read them.
    with os.fdopen(os.open(file, os.O_RDWR | os.O_CREAT, 0o600), "r+") as kept:
        fcntl.flock(kept, fcntl.LOCK_EX)
        text = kept.read()
        if not text.strip():
            text = make()
            kept.write(text)
            kept.flush()
            os.fsync(kept.fileno())
        os.fchmod(kept.fileno(), 0o600)
    return text
