"""The address of the registration page against the one in the profile: what matters of it, letter by letter.

The passport desk writes «Г. КАЗАНЬ, УЛ. ЛЕНИНА, Д. 5», people type «Казань, Ленина ул., 5» and an index beside it. What
kind of place a word is, the index, Ё for Е and a district that was left out are no difference; names and numbers are.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

_STREETS: Final[dict[str, str]] = {
    word: kind
    for kind, words in {
        "улица": "ул улица",
        "переулок": "пер переулок",
        "проспект": "пр-кт просп пр-т проспект",
        "бульвар": "б-р бул бульвар",
        "шоссе": "ш шоссе",
        "набережная": "наб набережная",
        "площадь": "пл площадь",
        "проезд": "пр-д проезд",
        "тупик": "туп тупик",
    }.items()
    for word in words.split()
}
_OF_KINDS: Final = (
    "г гор город с село д дер деревня п пос поселок пгт рп ст ст-ца станица х хутор аул мкр микрорайон "
    "обл область край респ республика ао автономный округ автономная р-н район "
    "дом к корп корпус стр строение кв квартира ком комната"
)
_KINDS: Final = frozenset(_OF_KINDS.split())
_DISTRICT: Final = frozenset({"р-н", "район"})
_WORD: Final = re.compile(r"[а-яё0-9a-z]+(?:[-/][а-яё0-9a-z]+)*", re.IGNORECASE)
_INDEX: Final = re.compile(r"\s*[1-6]\d{5}\s*")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    at: int

    @property
    def numbered(self) -> bool:
        """Whether it is a number, with letters or a fraction behind it or without."""
        return self.text[:1].isdigit()


def line(answers: Mapping[str, str]) -> str:
    """The address of a profile in one line, in the order of the stamp; nothing when there is none."""
    house, flat = answers.get("house", ""), answers.get("flat", "")
    parts = [answers.get(name, "") for name in ("postal_index", "region", "city", "street")]
    parts += [f"д. {house}" if house else "", f"кв. {flat}" if flat else ""]
    return ", ".join(part for part in parts if part)


def unlike(typed: str, read: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Indexes of the letters that differ: in what was typed, and in what was read; none when it is the same place."""
    mine, other = _telling(typed, read), _telling(read, typed)
    wrong, missed = _compared(_letters(mine), _letters(other))
    my_street, other_street = _street(typed), _street(read)
    if my_street is not None and other_street is not None and my_street.text != other_street.text:
        wrong.add(my_street.at)
        missed.add(other_street.at)
    return tuple(sorted(wrong)), tuple(sorted(missed))


def _telling(address: str, beside: str) -> list[_Word]:
    """The words of an address that tell where it is, a place named twice in a row («Г. МОСКВА, Г. МОСКВА») once."""
    known = {word.text for part in _parts(beside) for word in part}
    of_districts = not known.isdisjoint(_DISTRICT)
    found: list[_Word] = []
    for part in _parts(address):
        district = any(word.text in _DISTRICT for word in part)
        telling = _without_kinds(part)
        if district and not of_districts and not any(word.text in known for word in telling):
            continue
        if [one.text for one in telling] != [one.text for one in found[-len(telling) :]]:
            found += telling
    return found


def _parts(address: str) -> list[list[_Word]]:
    parts: list[list[_Word]] = []
    start = 0
    for piece in address.split(","):
        if not _INDEX.fullmatch(piece):
            words = [_Word(_plain(found.group()), start + found.start()) for found in _WORD.finditer(piece)]
            parts += [words] if words else []
        start += len(piece) + 1
    return parts


def _without_kinds(part: list[_Word]) -> list[_Word]:
    """A part without the words that say what it is; something stays of each («Набережная»), and «12 д» keeps its letter."""
    kept: list[_Word] = []
    left = len(part)
    for place, word in enumerate(part):
        letter_of_house = len(word.text) == 1 and place > 0 and part[place - 1].numbered and place + 1 == len(part)
        kind = word.text in _KINDS or word.text in _STREETS
        if kind and not letter_of_house and left > 1:
            left -= 1
        else:
            kept.append(word)
    return kept


def _street(address: str) -> _Word | None:
    for part in _parts(address):
        found = [word for word in part if word.text in _STREETS]
        if found and len(part) > 1:
            return _Word(_STREETS[found[0].text], found[0].at)
    return None


def _letters(words: list[_Word]) -> list[tuple[str, int]]:
    return [(letter, word.at + place) for word in words for place, letter in enumerate(word.text)]


def _compared(mine: list[tuple[str, int]], other: list[tuple[str, int]]) -> tuple[set[int], set[int]]:
    wrong: set[int] = set()
    missed: set[int] = set()
    one, two = "".join(letter for letter, _ in mine), "".join(letter for letter, _ in other)
    for change, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if change != "equal":
            wrong |= {place for _, place in mine[a:b]}
            missed |= {place for _, place in other[c:d]}
    return wrong, missed


def _plain(word: str) -> str:
    return word.lower().replace("ё", "е")
