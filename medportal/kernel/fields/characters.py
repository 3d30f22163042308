"""Characters: which are refused and why, which look alike, and case folding that two languages do alike.

`str.lower` and the browser's `toLowerCase` differ on rare letters; ours touches Latin and Russian letters only.
"""

import re

_LOWER = "abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
_TO_LOWER = str.maketrans(_UPPER, _LOWER)
_TO_UPPER = str.maketrans(_LOWER, _UPPER)

ODD_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
SPACES = " \t\n\v\f\r" + ODD_SPACES
DASHES = "‐‑‒–—―−﹣－"
APOSTROPHES = "’‘ʼʹ`´"

LATIN_ALIKE = "ABCEHKMOPTXYaceopxyk"
CYRILLIC_ALIKE = "АВСЕНКМОРТХУасеорхук"
KEYS_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~"
KEYS_CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ"
DIGIT_LETTERS = "OoОоIl|ЗзBSsZz"
DIGIT_MEANT = "00001113385522"

REFUSED: tuple[tuple[str, str], ...] = (
    ("control_character", "[\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufff9-\\ufffb]"),
    ("direction_mark", "[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]"),
    (
        "hidden_character",
        "[\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200d\\u2060-\\u2065\\u206a-\\u206f"
        "\\u3164\\ufeff\\uffa0\U000e0000-\U000e0fff]",
    ),
    (
        "emoji",
        "[\\u20e3\\u231a-\\u23ff\\u2600-\\u27bf\\u2b00-\\u2bff\\ufe00-\\ufe0f\U0001f000-\U0001faff]",
    ),
    ("broken_character", "[\\ud800-\\udfff\\ue000-\\uf8ff\\ufdd0-\\ufdef\\ufffc-\\uffff\U000f0000-\U0010ffff]"),
)
"""Code and pattern of each kind of character that no field takes, in the order in which they are looked for."""

_REFUSED = tuple((code, re.compile(pattern)) for code, pattern in REFUSED)


def lower(text: str) -> str:
    """Latin and Russian letters in lower case, the rest as it is."""
    return text.translate(_TO_LOWER)


def upper(text: str) -> str:
    """Latin and Russian letters in upper case, the rest as it is."""
    return text.translate(_TO_UPPER)


def swap(text: str, seen: str, meant: str) -> str:
    """Each character of `seen` replaced by its neighbour in `meant`."""
    return text.translate(str.maketrans(seen, meant))


def fold(text: str) -> str:
    """For comparing words: lower case, е for ё, single spaces in place of hyphens, dashes and runs of spaces."""
    return " ".join(
        part for part in lower(text).replace("ё", "е").replace("-", " ").replace("—", " ").split(" ") if part
    )


def refused(text: str, multiline: bool) -> tuple[str, str] | None:
    """Code and name (U+202E) of the first kind of character that is not taken, or None."""
    if multiline:
        text = re.sub("[\t\n\r]", "", text)
    for code, pattern in _REFUSED:
        found = pattern.search(text)
        if found:
            return code, f"U+{ord(found[0]):04X}"
    return None


def without_refused(text: str) -> str:
    """The text with every refused character taken out."""
    for _code, pattern in _REFUSED:
        text = pattern.sub("", text)
    return text
