"""What printed Russian words are worth: which are taken, which put a whole value in doubt.

A printed value is taken whole or not at all. Words known from such lines may be read faintly; any other has to be
plain. Endings that no Russian word has (`СКОИ`) are the engine's, and get their letter back.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from medportal.kernel.dictionaries import names

PLAIN = 72.0  # how sure a word has to be, 0..100
SHORT = 88.0  # … when it is too short for its other letters to speak for it
KNOWN = 15.0  # … when it is one of those such lines are made of
JUNK = 45.0  # a short scrap below this is the pattern of the paper

_USUAL = """
    ОТДЕЛ ОТДЕЛОМ ОТДЕЛЕНИЕ ОТДЕЛЕНИЕМ УПРАВЛЕНИЕ УПРАВЛЕНИЕМ ОУФМС УФМС ФМС МВД УМВД ГУ
    УВД ОВД РУВД ТП МП РОССИИ ПО В И ОБЛАСТИ ОБЛАСТЬ ОБЛ
    ОБЛ. КРАЮ КРАЙ КРАЯ РЕСПУБЛИКЕ РЕСПУБЛИКИ РЕСПУБЛИКА РЕСП РЕСП. РАЙОНЕ РАЙОНА РАЙОН
    Р-Н ГОРОДА ГОРОДУ ГОРОД ГОР. Г. С. Д. П. ПОС. ДЕР. СЕЛО
    МИЛИЦИИ ВНУТРЕННИХ ДЕЛ УЛ. ПЕР. ПР-КТ Б-Р Ш. НАБ. ПЛ. МОСКВЕ МОСКВА
    МОСКВЫ САНКТ-ПЕТЕРБУРГ САНКТ-ПЕТЕРБУРГУ ЛЕНИНГРАДСКОЙ ЛЕНИНСКОМ СОВЕТСКОМ КИРОВСКОМ ОКТЯБРЬСКОМ ЦЕНТРАЛЬНОМ ПРИВОЛЖСКОМ ЗАВОДСКОМ ПЕРВОМАЙСКОМ
    ЖЕЛЕЗНОДОРОЖНОМ КРАСНОАРМЕЙСКОМ МОСКОВСКОМ КАЛИНИНСКОМ
"""
_MENDS = (
    (re.compile(r"^©"), "С"),
    (re.compile(r"СКОИ\b"), "СКОЙ"),
    (re.compile(r"СКИИ\b"), "СКИЙ"),
    (re.compile(r"\b(ПО|В|И)[-_](?=[А-ЯЁ])"), r"\1 "),
    (re.compile(r"_"), " "),
    (re.compile(r"(?<=[А-ЯЁ])[:;,](?=\s|$)"), "."),
    (re.compile(r"[`‘’'“”„|]"), ""),
    (re.compile(r"(?<=[А-ЯЁ])\.{2,}"), "."),
)
_LETTERS = re.compile(r"[^А-ЯЁа-яё0-9]")
_FRAME = re.compile(r"[|_—–=-]+")
_SIGN = re.compile(r"[©®@€$&#%?!A-Za-z]")
_WHOLE = re.compile(r"[А-ЯЁ0-9№.\-\"«» ]+")

Read = tuple[str, float, int]  # a word, how sure the engine is, how tall it stands


@cache
def known() -> frozenset[str]:
    """Words that lines of an issuer or of a place are made of, with the adjectives of all subjects of the federation."""
    words = set(_USUAL.split())
    for name in names("subjects"):
        for word in re.findall(r"[А-ЯЁ-]+", name.upper()):
            words.add(word)
            if word.endswith("СКАЯ"):
                words |= {word[:-2] + "ОЙ", word[:-2] + "УЮ"}
            elif word.endswith("СКИЙ"):
                words |= {word[:-2] + "ОМУ", word[:-2] + "ОГО", word[:-2] + "ОМ"}
    return frozenset(words)


def value_of(words: Iterable[Read], least_height: int = 12) -> str:
    """The words as one value, or nothing when any of them is in doubt."""
    taken: list[str] = []
    for raw, sure, height in words:
        word = mended(raw)
        letters = _LETTERS.sub("", word)
        if height < least_height or (len(letters) == 1 and letters.islower() and sure < JUNK):
            continue
        if not letters:
            if _FRAME.fullmatch(raw):
                continue  # a piece of a line, not of a word
            return ""  # a letter that was taken for a sign
        if letters != letters.upper() and height < 17 and not taken:
            continue  # the label above the line
        if letters != letters.upper() or _SIGN.search(word) or sure < _least(word):
            return ""
        taken.append(word)
    value = re.sub(r"\s+", " ", " ".join(taken)).strip(" -")
    return value if _WHOLE.fullmatch(value) else ""


def _least(word: str) -> float:
    if _usual(word):
        return KNOWN
    return PLAIN if len(_LETTERS.sub("", word)) > 4 else SHORT


def mended(text: str) -> str:
    """A word with the engine's own habits taken back."""
    for pattern, instead in _MENDS:
        text = pattern.sub(instead, text)
    return text.strip()


def _usual(word: str) -> bool:
    return all(part in known() or part.rstrip(".") in known() for part in word.split())


def is_issuer(value: str) -> bool:
    """Whether a value may name who issues passports: at least two words, one of them an office."""
    words = set(re.findall(r"[А-ЯЁ]+", value))
    office = re.compile(r"(ОТДЕЛ|УПРАВЛ|О?УФМС|ФМС|МВД|УМВД|У?ОВД|РУВД|УВД|МИЛИЦИ|ПАСПОРТН)")
    return len(words) > 1 and any(office.match(word) for word in words)


def placed(value: str) -> str:
    """A place with its short words as they are written: `Г.САМАРА` and `Г САМАРА` are `Г. САМАРА`."""
    return re.sub(r"(?<![А-ЯЁ-])(Г|С|Д|П|ПОС|РЕСП)(?:\.[ -]*|\s+)(?=[А-ЯЁ])", r"\1. ", value)


def is_place(value: str) -> bool:
    """Whether a value may name a place: a word of at least three letters."""
    return bool(re.search(r"[А-ЯЁ]{3}", value))


def are_names(names: Mapping[str, str]) -> bool:
    """Whether three printed lines are a surname, a name and a patronymic, and not two of them and a neighbour."""
    if set(names) != {"surname", "name", "patronymic"}:
        return False
    return (
        _PATRONYMIC.search(names["patronymic"]) is not None
        and "Ъ" not in names["patronymic"]
        and _PATRONYMIC.search(names["name"]) is None
    )


_PATRONYMIC = re.compile(r"(ВИЧ|ЬИЧ|МИЧ|КИЧ|ТИЧ|ВНА|ИЧНА|ИНИЧНА|ОГЛЫ|КЫЗЫ)$")


def folded(text: str) -> str:
    """Letters and digits alone, Ё as Е: what two readings have to agree on."""
    return re.sub(r"[^А-Я0-9]", "", text.upper().replace("Ё", "Е"))


def alike(one: str, other: str) -> float:
    """How many letters of two words agree, 0..1, by the fewest changes that make one of the other."""
    a, b = folded(one), folded(other)
    if not a or not b:
        return 0.0
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, against in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (letter != against))
    return 1 - row[-1] / max(len(a), len(b))


def rows_of(words: Sequence[tuple[str, float, int, tuple[int, int, int]]]) -> list[list[Read]]:
    """Words gathered by line; the last of each is the line it stands on."""
    rows: dict[tuple[int, int, int], list[Read]] = {}
    for text, sure, height, line in words:
        rows.setdefault(line, []).append((text, sure, height))
    return list(rows.values())
