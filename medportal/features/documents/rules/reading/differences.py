"""What was typed against what was read, letter by letter."""

from collections.abc import Mapping
from difflib import SequenceMatcher

from medportal.features.documents.schemas.reading import Difference


def differences(typed: Mapping[str, str], read: Mapping[str, str]) -> tuple[Difference, ...]:
    """The values that differ, of those that are both typed and read; case, outer and doubled spaces are no difference."""
    found: list[Difference] = []
    for name, value in read.items():
        mine = typed.get(name, "")
        if mine.strip() and value.strip():
            places = unlike(mine, value)
            if places[0] or places[1]:
                found.append(Difference(name, *places))
    return tuple(found)


def unlike(typed: str, read: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Indexes of the letters that differ: in what was typed, and in what was read.

    A letter that is missing in one shows as surplus in the other. Е and Ё are different letters here: the passport
    knows which of them it holds.
    """
    mine, mine_at = _plain(typed)
    other, other_at = _plain(read)
    wrong: set[int] = set()
    missed: set[int] = set()
    for tag, a, b, c, d in SequenceMatcher(None, mine, other, autojunk=False).get_opcodes():
        if tag != "equal":
            wrong |= {mine_at[place] for place in range(a, b)}
            missed |= {other_at[place] for place in range(c, d)}
    return tuple(sorted(wrong)), tuple(sorted(missed))


def _plain(text: str) -> tuple[str, list[int]]:
    """Capitals with single spaces, and where in the text each of them stands."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        space = letter.isspace()
        if space and (not letters or letters[-1] == " "):
            continue
        letters.append(" " if space else letter.upper()[:1])
        places.append(place)
    if letters and letters[-1] == " ":
        letters.pop()
        places.pop()
    return "".join(letters), places
