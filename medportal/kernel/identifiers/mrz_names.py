"""Names in the machine-readable lines: the passport's own one-to-one, reversible transliteration (rules §1.6)."""

import re

CYRILLIC = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
LATIN = "ABVGDE2JZIQKLMNOPRSTUFHC34WXY9678"
_TO_CYRILLIC = dict(zip(LATIN, CYRILLIC, strict=True))
_TO_LATIN = dict(zip(CYRILLIC, LATIN, strict=True))
_SONS_AND_DAUGHTERS = ("ОГЛЫ", "КЫЗЫ", "ГЫЗЫ", "УЛЫ", "УУЛУ", "КИЗИ")


def foreign(zone: str) -> list[int]:
    """Indexes of characters that stand for no letter."""
    return [place for place, char in enumerate(zone) if char != "<" and char not in _TO_CYRILLIC]


def read(zone: str) -> tuple[str, str, str] | None:
    """Surname, given name and patronymic out of `SURNAME<<NAME<PATRONYMIC`, or None when one of the first two is missing.

    Parts of a double name are joined by a hyphen; the last of several given parts is the patronymic, which is how
    the line is made up.
    """
    head, _, tail = zone.partition("<<")
    surname = [part for part in head.split("<") if part]
    given = [part for part in tail.split("<") if part]
    if not surname or not given:
        return None
    words = [_cyrillic(part) for part in given]
    tail_length = 2 if len(words) > 2 and words[-1] in _SONS_AND_DAUGHTERS else min(1, len(words) - 1)
    cut = len(words) - tail_length
    patronymic = " ".join([_title(word) if not place else word.lower() for place, word in enumerate(words[cut:])])
    return (
        "-".join(_title(_cyrillic(part)) for part in surname),
        "-".join(_title(word) for word in words[:cut]),
        patronymic,
    )


def write(name: str) -> str:
    """A Cyrillic name as it stands in the line.

    Raises:
        ValueError: the name has a character outside the Russian alphabet.
    """
    plain = re.sub(r"['’.]", "", name.strip().upper())
    parts = [part for part in re.split(r"[ -]+", plain) if part]
    if any(char not in _TO_LATIN for part in parts for char in part):
        raise ValueError("a name in the passport lines is written in Russian letters")
    return "<".join("".join(_TO_LATIN[char] for char in part) for part in parts)


def _cyrillic(part: str) -> str:
    return "".join(_TO_CYRILLIC[char] for char in part)


def _title(word: str) -> str:
    return word[0] + word[1:].lower()
