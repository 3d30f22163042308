"""How easily a password is guessed: by its runs, by the words in it, by what is known of its owner.

Everything but the list of common passwords is done alike in the browser.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from medportal.kernel.fields.characters import KEYS_CYRILLIC, KEYS_LATIN, lower, swap
from medportal.kernel.fields.texts import STRENGTHS
from medportal.kernel.text import Text

ROWS = (
    "0123456789 abcdefghijklmnopqrstuvwxyz абвгдеёжзийклмнопрстуфхцчшщъыьэюя qwertyuiop asdfghjkl zxcvbnm"
    " йцукенгшщзхъ фывапролджэ ячсмитьбю 1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p 90"
)
_STEMS = (
    "password passw0rd parol пароль qwerty йцукен admin welcome letmein iloveyou privet привет lubov любовь doctor"
    " доктор vrach врач medic hospital больница medportal medicina медицина russia россия moscow moskva москва zenit"
    " spartak dragon monkey master login secret football princess sunshine"
)
STEMS = tuple(_STEMS.split())
_LATIN = "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya"
_ALPHABET = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_TRANSLIT = str.maketrans(dict(zip(_ALPHABET, _LATIN.split(" "), strict=True)))
_FORWARD = frozenset(ROWS[place : place + 2] for place in range(len(ROWS) - 1) if " " not in ROWS[place : place + 2])
_SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Strength:
    """Score 0 (cannot be taken) to 4, and the word for it."""

    score: int
    text: Text


def password_strength(password: str, facts: Mapping[str, str], *, with_list: bool = True) -> Strength:
    """How strong a password is.

    Args:
        password: what was typed.
        facts: the person's other values by input name, as far as they are known.
        with_list: look among common passwords too; the browser cannot.
    """
    score = _score(password, facts)
    if with_list and is_common(password):
        score = 0
    return Strength(score, STRENGTHS[score])


def _score(password: str, facts: Mapping[str, str]) -> int:
    plain = lower(password)
    left = weight(password)
    for stem in STEMS:
        if stem in plain:
            left -= len(stem) - 2
    if len(password) < _SHORTEST or left <= 4 or personal(password, facts):
        return 0
    classes = [bool(re.search(pattern, password)) for pattern in ("[0-9]", "[a-zа-яё]", "[A-ZА-ЯЁ]")]
    if not all(classes):
        return 1
    worth = left * (65 if re.search("[^0-9A-Za-zА-Яа-яЁё]", password) else 60)
    return 1 if worth < 450 else 2 if worth < 600 else 3 if worth < 780 else 4


def weight(password: str) -> int:
    """The length that counts: a run along a row, the alphabet or one key counts as two characters.

    Never more than twice the number of different characters.
    """
    plain = lower(password)
    total, place = 0, 0
    while place < len(plain):
        length = _run(plain, place)
        total += min(length, 2)
        place += length
    return min(total, 2 * len(set(plain)))


def _run(plain: str, start: int) -> int:
    kind = _step(plain[start : start + 2], "")
    end = start + 1
    while kind and end < len(plain) and _step(plain[end - 1 : end + 1], kind) == kind:
        end += 1
    return end - start if end - start > 2 else 1


def _step(pair: str, wanted: str) -> str:
    if len(pair) < 2:
        return ""
    kinds = ("=" if pair[0] == pair[1] else "", ">" if pair in _FORWARD else "", "<" if pair[::-1] in _FORWARD else "")
    if wanted:
        return wanted if wanted in kinds else ""
    return next((kind for kind in kinds if kind), "")


def personal(password: str, facts: Mapping[str, str]) -> bool:
    """Whether a password contains a name, an e-mail's first part, six digits of a number, or a date of its owner.

    Names are also looked for in Latin letters and as typed with the wrong keyboard layout.
    """
    plain = lower(password)
    digits = re.sub("[^0-9]", "", plain)
    for name, value in facts.items():
        if name == "email":
            parts = [value.partition("@")[0]]
        elif re.fullmatch(r"[0-9]{2}\.[0-9]{2}\.[0-9]{4}", value):
            day, month, year = value.split(".")
            if any(form in digits for form in (day + month + year, year + month + day, day + month + year[2:])):
                return True
            continue
        else:
            parts = re.split("[ '.-]+", value)
        if any(_within(plain, lower(part)) for part in parts) or _shares_digits(digits, value):
            return True
    return False


def _within(plain: str, part: str) -> bool:
    if not re.search("[a-zа-яё]", part):
        return False
    yoless = part.replace("ё", "е")
    forms = (part, yoless, yoless.translate(_TRANSLIT), swap(part, KEYS_CYRILLIC, KEYS_LATIN))
    return any(len(form) > (2 if re.search("[а-яё]", form) else 3) and form in plain for form in forms)


def _shares_digits(digits: str, value: str) -> bool:
    number = re.sub("[^0-9]", "", value)
    return any(number[place : place + 6] in digits for place in range(len(number) - 5))


_UNLEET = str.maketrans("@4031$57!", "aaoeissti")


def is_common(password: str) -> bool:
    """Whether a password is a common word, name or key pattern, as it is or lightly dressed.

    Case, digits and signs at the ends, letters written as digits, the other keyboard layout and doubling do not
    hide a common word; five or more unordered digits beside it do.
    """
    plain = lower(password)
    forms = {
        plain,
        plain.translate(_UNLEET),
        swap(plain, KEYS_CYRILLIC, KEYS_LATIN),
        swap(plain, KEYS_LATIN, KEYS_CYRILLIC),
    }
    return any(_dressed(form) for form in forms)


def _dressed(plain: str) -> bool:
    words = _common_words()
    core = re.sub("^[^a-zа-яё]+|[^a-zа-яё]+$", "", plain)
    around = plain.replace(core, " ", 1) if core else plain
    half = core[: len(core) // 2]
    known = plain in words or core in words or (len(core) % 2 == 0 and half * 2 == core and half in words)
    return known and (plain in words or weight(around.replace(" ", "")) < 5 or _looks_like_year(around))


def _looks_like_year(around: str) -> bool:
    return re.fullmatch("[^0-9]*(?:19|20)[0-9]{2}[^0-9]*", around) is not None


@cache
def _common_words() -> frozenset[str]:
    text = files("medportal.kernel.fields").joinpath("common_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
