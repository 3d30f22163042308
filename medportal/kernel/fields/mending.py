"""Corrections worth one click. Each is a guess: the engine offers it only when the field is right with it."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from medportal.kernel.fields.characters import (
    CYRILLIC_ALIKE,
    DIGIT_LETTERS,
    DIGIT_MEANT,
    KEYS_CYRILLIC,
    KEYS_LATIN,
    LATIN_ALIKE,
    lower,
    swap,
    upper,
    without_refused,
)
from medportal.kernel.identifiers.mrz import parse

EMAIL_DOMAINS: Mapping[str, str] = {
    "gmail.con": "gmail.com",
    "gmail.co": "gmail.com",
    "gmail.ru": "gmail.com",
    "gmial.com": "gmail.com",
    "gmai.com": "gmail.com",
    "gamil.com": "gmail.com",
    "mail.ri": "mail.ru",
    "mail.r": "mail.ru",
    "mail.tu": "mail.ru",
    "maill.ru": "mail.ru",
    "mai.ru": "mail.ru",
    "yandex.tu": "yandex.ru",
    "yandex.ri": "yandex.ru",
    "yadnex.ru": "yandex.ru",
    "yandx.ru": "yandex.ru",
    "jandex.ru": "yandex.ru",
    "ramber.ru": "rambler.ru",
    "rambler.tu": "rambler.ru",
}
"""Domains that are nearly always a slip of the finger."""

Mending = Callable[[str, date], str]
ALONE = frozenset({"layout", "mrz"})
"""Corrections that are not combined with others."""


def _title(value: str, _today: date) -> str:
    return re.sub("(^|[ -])([а-яё])", lambda m: m[1] + upper(m[2]), lower(value))


def _layout(value: str, _today: date) -> str:
    # A text with Russian letters was not typed with the wrong layout.
    return value if re.search("[А-ЯЁа-яё]", value) else swap(value, KEYS_LATIN, KEYS_CYRILLIC)


def _yo(value: str, _today: date) -> str:
    place = value.rfind("е")
    return value if place < 0 else f"{value[:place]}ё{value[place + 1 :]}"


def _domain(value: str, _today: date) -> str:
    head, at, domain = value.rpartition("@")
    return head + at + EMAIL_DOMAINS.get(domain, domain)


def _plus_seven(value: str, _today: date) -> str:
    return f"+7{value}" if re.fullmatch("9[0-9]{9}", value) else value


MENDS: Mapping[str, Mending] = {
    "strip_refused": lambda value, _today: without_refused(value),
    "cyrillic": lambda value, _today: swap(value, LATIN_ALIKE, CYRILLIC_ALIKE),
    "latin": lambda value, _today: swap(value, CYRILLIC_ALIKE, LATIN_ALIKE),
    "licence_letters": lambda value, _today: swap(value, "LOCFS", "ЛОСФС"),
    "layout": _layout,
    "single_spaces": lambda value, _today: re.sub(" {2,}", " ", value),
    "tight_hyphens": lambda value, _today: re.sub(" *-+ *", "-", value),
    "digits": lambda value, _today: swap(value, DIGIT_LETTERS, DIGIT_MEANT),
    "only_digits": lambda value, _today: re.sub("[^0-9]", "", value),
    "plus_seven": _plus_seven,
    "title": _title,
    "yo": _yo,
    "domain": _domain,
    "mrz": lambda value, today: parse(value, today).mended or value,
}
"""Name → correction."""
