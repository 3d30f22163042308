"""Tidying that needs no permission, because the meaning cannot change; and how a good value is written in its input.

A tidied value is a fixed point: tidying it again changes nothing. What a person should know about is told in a
notice, by code.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from medportal.kernel.fields.characters import APOSTROPHES, DASHES, ODD_SPACES, SPACES, fold, lower, upper
from medportal.kernel.identifiers.mrz_lines import fit, split

_TYPED_DATE = re.compile(r"([0-9]{1,2})[./ -]([0-9]{1,2})[./ -]([0-9]{4})(?: ?г\.?)?")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def trim(text: str) -> str:
    """Spaces of any kind off the ends."""
    return text.strip(SPACES)


def plain_spaces(text: str) -> str:
    """No-break and other odd spaces become ordinary ones."""
    return re.sub(f"[{ODD_SPACES}]", " ", text)


def dashes(text: str) -> str:
    """Every dash becomes a hyphen."""
    return re.sub(f"[{DASHES}]", "-", text)


def apostrophes(text: str) -> str:
    """Every apostrophe becomes the straight one."""
    return re.sub(f"[{APOSTROPHES}]", "'", text)


def compact(text: str) -> str:
    """No spaces at all."""
    return text.replace(" ", "")


def code_digits(text: str) -> str:
    """A code without spaces and hyphens."""
    return text.replace(" ", "").replace("-", "")


def date_dots(text: str) -> str:
    """1.2.1980, 1/2/1980, 01021980 and 1980-02-01 become 01.02.1980; anything else is left alone."""
    if found := _TYPED_DATE.fullmatch(text):
        return f"{found[1]:0>2}.{found[2]:0>2}.{found[3]}"
    if found := _ISO_DATE.fullmatch(text):
        return f"{found[3]}.{found[2]}.{found[1]}"
    if re.fullmatch(r"[0-9]{8}", text):
        return f"{text[:2]}.{text[2:4]}.{text[4:]}"
    return text


def phone(text: str) -> str:
    """Separators out; 8 or 7 before ten digits becomes +7."""
    digits = re.sub(r"[ ().-]", "", text)
    return f"+7{digits[1:]}" if re.fullmatch(r"[78][0-9]{10}", digits) else digits


def email(text: str) -> str:
    """The domain in lower case; the part before @ belongs to its server and is left alone."""
    head, at, domain = text.rpartition("@")
    return head + at + lower(domain)


def division(text: str) -> str:
    """770001 becomes 770-001."""
    digits = text.replace(" ", "")
    return f"{digits[:3]}-{digits[3:]}" if re.fullmatch(r"[0-9]{6}", digits) else digits


def snils(text: str) -> str:
    """The printed form becomes eleven digits; other separators are left for the person to see."""
    return code_digits(text) if re.fullmatch(r"[0-9]{3}-[0-9]{3}-[0-9]{3}[ -][0-9]{2}", text) else text


def tick(text: str) -> str:
    """A ticked box is `on`, whatever the form called it."""
    return "on" if text in ("on", "true", "1") else ""


def mrz(text: str) -> str:
    """Two passport lines in capitals and at full length; anything else is left alone."""
    lines = split(text)
    return f"{fit(lines[0])}\n{lines[1]}" if len(lines) == 2 else text


def pick(text: str, options: Sequence[str]) -> str:
    """The dictionary's own spelling of what was typed, if it is there; the first of several."""
    wanted = fold(text)
    return next((option for option in options if fold(option) == wanted), text)


CLEAN: Mapping[str, Callable[[str], str]] = {
    "plain_spaces": plain_spaces,
    "dashes": dashes,
    "apostrophes": apostrophes,
    "compact": compact,
    "code_digits": code_digits,
    "date": date_dots,
    "phone": phone,
    "email": email,
    "division": division,
    "snils": snils,
    "tick": tick,
    "mrz": mrz,
    "upper": upper,
}
"""Name → tidying. `pick` stands apart: it needs the dictionary."""

NOTICES: Mapping[str, str] = {"phone": "plus_seven"}
"""Tidyings that are told, and the code of the notice; told when they do more than take separators out."""


def _snils_shown(value: str) -> str:
    return f"{value[:3]}-{value[3:6]}-{value[6:9]} {value[9:]}" if re.fullmatch("[0-9]{11}", value) else value


def _series_shown(value: str) -> str:
    return f"{value[:2]} {value[2:]}" if re.fullmatch("[0-9]{4}", value) else value


def _phone_shown(value: str) -> str:
    if not re.fullmatch(r"\+7[0-9]{10}", value):
        return value
    return f"+7 {value[2:5]} {value[5:8]}-{value[8:10]}-{value[10:]}"


SHOW: Mapping[str, Callable[[str], str]] = {"snils": _snils_shown, "series": _series_shown, "phone": _phone_shown}
"""Name → how a good value stands in its input; tidying takes it back."""
