"""Names at the door, as people type them."""

import re
import unicodedata
from dataclasses import dataclass, field

from medportal.features.accounts.schemas import LoginKind

_SEPARATORS = re.compile(r"[\s()\-\u2010-\u2015.]+")
_SNILS = re.compile(r"[0-9]{11}")
_PHONE = re.compile(r"(?:\+7|8|7)?(9[0-9]{9})")


@dataclass(frozen=True, slots=True)
class Name:
    """What a person may mean by a name typed at the door."""

    kind: LoginKind
    value: str = field(repr=False)


def plain(typed: object) -> str:
    """What a browser sent, as text that can be encoded: it may send anything in place of a string."""
    return typed.encode("utf-8", "replace").decode() if isinstance(typed, str) else ""


def names(typed: str) -> tuple[Name, ...]:
    """Everything the typed name may be: eleven digits can be a SNILS and a phone number at once."""
    folded = unicodedata.normalize("NFKC", typed[:300]).strip()
    if "@" in folded:
        return (Name(LoginKind.EMAIL, folded.casefold()),)
    bare = _SEPARATORS.sub("", folded)
    found = [Name(LoginKind.SNILS, bare)] if _SNILS.fullmatch(bare) else []
    if phone := _PHONE.fullmatch(bare):
        found.append(Name(LoginKind.PHONE, f"+7{phone[1]}"))
    return tuple(found)


def name_key(typed: str) -> str:
    """One key for all spellings of a name, for counting attempts.

    Eleven digits that are a phone too count as the phone: «8 912…» and «+7 912…» are one name.
    """
    meant = names(typed)
    return f"{meant[-1].kind}:{meant[-1].value}" if meant else f"other:{typed.strip().casefold()[:300]}"


def snils_digits(typed: str) -> str | None:
    """The eleven digits of a SNILS; its check sum is the business of who takes it in."""
    bare = _SEPARATORS.sub("", typed[:40])
    return bare if _SNILS.fullmatch(bare) else None
