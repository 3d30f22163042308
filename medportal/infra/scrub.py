"""The scrubber: masks what looks like a person in anything that is about to be logged."""

import logging
import re
import traceback
from collections.abc import Iterable, Mapping, MutableMapping
from datetime import datetime
from enum import Enum
from typing import Any, cast
from uuid import UUID

MASK = "•••"
FRAMES = 25
DEPTH = 3
TOO_DEEP = "<deep>"
SMALL = 10**9

_EMAIL = re.compile(r"[^\s@<>\"'(),;:=]+@[^\s@<>\"'(),;:=]+\.[^\s@<>\"'(),;:=]{2,}")
_COOKIE = re.compile(r"(?i)\b((?:set-)?cookie|authorization|x-api-key)\b(['\"]?\s*[:=,]\s*).*")
_JWT = re.compile(r"\beyJ[\w-]{5,}(?:\.[\w-]*){1,4}")
_SECRET = re.compile(r"(?i)\b(token|password|passwd|secret|code|session)(['\"]?\s*[:=]\s*)(?!•)[^\s,;&}\]]+")
_URL_LOGIN = re.compile(r"(?<=://)[^/\s@]+@")
# Digits with the separators people use: SNILS 112-233-445 95, +7 (912) 345-67-89, 45 08 123456. Six or more are masked.
_DIGITS = re.compile(r"(?<![\w-])\+?\(?\d(?:[ \u00a0()./-]{0,2}\d){5,}(?!\w)|\d{10,}")
_UUID = re.compile(r"\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b")
_TIME = re.compile(r"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
_SECRET_NAMES = frozenset({"token", "password", "secret", "code", "cookie", "authorization", "session", "key"})
# Line breaks, escape sequences of terminals and marks that turn the writing direction: they forge lines and hide words.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|«[^»\n]*»|`[^`\n]*`")
_DRIVER_DETAIL = re.compile(r"(?s)\b(?:DETAIL|CONTEXT|Failing row contains)\b.*")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]+(?:[ -]+[А-Яа-яЁё]+)*")

# Libraries that quote whole events, with the payload and the Cookie header, when something is odd.
TALKATIVE = ("reflex", "reflex_base", "socketio", "engineio", "granian", "uvicorn", "_granian", "pyhanko")
_DETAIL = re.compile(r"\s*(?::\s|[{(\[<=\"'`\n]).*", re.DOTALL)
_OURS = frozenset({"timestamp", "level", "logger", "exception", "_record", "_from_structlog"})


def text(value: str) -> str:
    """The text with e-mail addresses, personal numbers, cookies and tokens masked."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found.group())
        return f"\x00{chr(0xE000 + len(kept) - 1)}\x00"

    value = _TIME.sub(keep, _UUID.sub(keep, _CONTROL.sub(" ", value)))
    value = _COOKIE.sub(rf"\1\2{MASK}", value)
    value = _URL_LOGIN.sub(f"{MASK}@", value)
    value = _JWT.sub(MASK, value)
    value = _SECRET.sub(rf"\1\2{MASK}", value)
    value = _EMAIL.sub(MASK, value)
    value = _DIGITS.sub(MASK, value)
    return re.sub(r"\x00(.)\x00", lambda m: kept[ord(m.group(1)) - 0xE000], value)


def message(value: str) -> str:
    """The message of an exception: as `text`, and nothing quoted and no Cyrillic word is left in it."""
    return text(_CYRILLIC.sub(MASK, _QUOTED.sub(MASK, _DRIVER_DETAIL.sub("", value)))).strip()[:500]


def traceback_of(error: BaseException, *, messages: bool = True) -> str:
    """Where it happened: files, lines and functions, no local variables, no quoted values."""
    lines: list[str] = []
    for part in _chain(error):
        frames = traceback.extract_tb(part.__traceback__, limit=-FRAMES)
        lines += [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        said = message(str(part)) if messages else ""
        lines.append(f"{type(part).__module__}.{type(part).__qualname__}" + (f": {said}" if said else ""))
    return "\n".join(lines)


def _chain(error: BaseException) -> list[BaseException]:
    chain: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in chain and len(chain) < 5:
        chain.append(current)
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return chain[::-1]


def event(_logger: object, _method: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Scrub every value of a record; a value of an unknown kind is replaced by the name of its type."""
    for key, value in entry.items():
        if key not in _OURS:
            entry[key] = _named(key, value, 0)
    return entry


def _named(name: object, value: object, depth: int) -> object:
    return MASK if name in _SECRET_NAMES and value is not None else _plain(value, depth)


def _plain(value: object, depth: int) -> object:
    if isinstance(value, Mapping | list | tuple | set | frozenset):
        return _several(cast(Iterable[object], value), depth + 1) if depth < DEPTH else TOO_DEEP
    if isinstance(value, Enum):
        return _plain(value.value, depth)
    if value is None or isinstance(value, bool | float):
        return value
    if isinstance(value, int):
        return value if abs(value) < SMALL else MASK
    if isinstance(value, UUID | datetime):
        return str(value)
    return text(value) if isinstance(value, str) else f"<{type(value).__name__}>"


def _several(values: Iterable[object], depth: int) -> object:
    if isinstance(values, Mapping):
        named = cast(Mapping[object, object], values)
        return {text(str(name)): _named(name, value, depth) for name, value in named.items()}
    return [_plain(value, depth) for value in values]


def talkative(logger: str) -> bool:
    """Whether records under this name may quote what a browser sent."""
    return logger.split(".", 1)[0] in TALKATIVE


def withhold(record: logging.LogRecord) -> bool:
    """Cut the detail out of what talkative libraries say: payloads and headers never reach the log."""
    if talkative(record.name):
        said = record.getMessage()
        record.msg, record.args = _DETAIL.sub(" …", said)[:200], None
    return True
