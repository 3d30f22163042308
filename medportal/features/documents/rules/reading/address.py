"""The stamp of registration: labelled lines made into one address, as the passport desk would write it."""

import re
from collections.abc import Mapping, Sequence

from medportal.features.documents.rules.reading.printed import Read, alike, mended, placed, value_of

LABELS = ("Дата рег.", "Регион", "Район", "Пункт", "Улица", "Дом", "Корп.", "Кв.", "Орган рег. учёта", "Подпись")
NUMBERS = ("Дом", "Корп.", "Кв.")
HEADS = ("МЕСТО ЖИТЕЛЬСТВА", "ЗАРЕГИСТРИРОВАН")
SURE_NUMBER = 60.0  # a house or flat has no letters around it that would betray a mistake
_SHORT = re.compile(r"[Ккх][а-яё]{1,2}[.,:;]?")
_NUMBER = re.compile(r"\d{1,4}[А-Я]?(?:/\d{1,3}[А-Я]?)?")


def labelled(rows: Sequence[Sequence[Read]]) -> dict[str, list[Read]]:
    """The words that follow each label."""
    found: dict[str, list[Read]] = {}
    for row in rows:
        name = ""
        for word in row:
            label = _label(word[0], name)
            if label:
                name = label
                found.setdefault(name, [])
            elif name and not _is_tail(word[0], name):
                found[name].append(word)
    return found


def _label(text: str, current: str) -> str:
    if current in {"Дата рег.", "Орган рег. учёта", "Подпись"} or text == text.upper():
        return ""
    if current == "Корп." and _SHORT.fullmatch(text):
        return "Кв."  # the two letters are often misread; nothing else that short follows a building
    head = {label: label.split()[0] for label in LABELS if not current or label in {"Корп.", "Кв."}}
    best = max(head, key=lambda label: alike(text, head[label]), default="")
    return best if best and alike(text, head[best]) >= 0.66 else ""


def _is_tail(text: str, name: str) -> bool:
    return any(alike(text, part) >= 0.6 for part in name.split()[1:])


def is_registration(rows: Sequence[Sequence[Read]]) -> bool:
    """Whether the words are those of a registration page: three of its labels, or its heading and two."""
    labels = len(labelled(rows))
    headed = any(alike(word[0], head.split()[-1]) > 0.8 for row in rows for word in row for head in HEADS)
    return labels >= 3 or (headed and labels >= 2)


def address_of(parts: Mapping[str, Sequence[Read]]) -> str:
    """The address in one line, or nothing when any part of it is in doubt. Parts that are blank are left out."""
    needed = {"Регион", "Пункт", "Улица", "Дом"}
    if not needed <= parts.keys():
        return ""
    words = {name: placed(value_of(parts.get(name, ()))) for name in ("Регион", "Район", "Пункт", "Улица")}
    if any(not words[name] and (name != "Район" or parts.get(name)) for name in words):
        return ""
    numbers: dict[str, str] = {}
    for name in NUMBERS:
        read = _number(parts.get(name, ()))
        if read is None or (name == "Дом" and not read):
            return ""
        numbers[name] = read
    if not {"Корп.", "Кв."} <= parts.keys():
        return ""
    district = words["Район"] and (words["Район"] if "Р-Н" in words["Район"] else words["Район"] + " Р-Н")
    whole = (
        words["Регион"].rstrip("."),
        district,
        words["Пункт"],
        words["Улица"],
        *(
            f"{label} {value}" if value else ""
            for label, value in zip(("Д.", "КОРП.", "КВ."), numbers.values(), strict=True)
        ),
    )
    return ", ".join(part for part in whole if part)


def _number(words: Sequence[Read]) -> str | None:
    """A number, an empty string for a blank, None for doubt."""
    seen = [(mended(text).strip(".,- "), sure) for text, sure, _ in words]
    seen = [(text, sure) for text, sure in seen if text]
    if not seen:
        return ""
    if len(seen) > 1 or seen[0][1] < SURE_NUMBER or not _NUMBER.fullmatch(seen[0][0]):
        return None
    return seen[0][0]
