"""Institutions: found by name, abbreviation or city, with slips forgiven; judged by the day a paper was issued.

Case, «ё» and «е», quotes, hyphens and the ways to write «имени» are not differences.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from medportal.features.qualification.schemas import Institution, Suggestion
from medportal.features.qualification.texts import records as texts

LONGEST_QUERY: Final = 200
MOST: Final = 8
_SURE, _LIKELY, _TYPO = 100.0, 62.0, 82.0
_SILENT: Final = frozenset({"им", "и", "при", "в", "на", "по", "для"})

Book = tuple[Institution, ...]


def fold(name: str) -> str:
    """A name as it is compared."""
    plain = name.casefold().replace("ё", "е")
    plain = re.sub(r"\bимени\b|\bим\.", "им", plain)
    return " ".join(re.findall(r"[0-9a-zа-я]+", plain))


def find(book: Book, name: str) -> tuple[Institution, ...]:
    """Every institution of this name: one name may have been borne at different times.

    What stands in brackets behind a name (a faculty, another name) may be left out.
    """
    wanted = fold(name)
    return tuple(one for one in book if wanted in (fold(one.name), fold(one.name.partition(" (")[0])))


def suggest(book: Book, query: str, limit: int = MOST) -> tuple[Suggestion, ...]:
    """Names like what was typed, the likeliest first; nothing for nothing."""
    wanted = fold(query[:LONGEST_QUERY])
    if not wanted:
        return ()
    rows = _indexed(book)
    ranked = {place: _SURE - place / 1000 for place, row in enumerate(rows) if _fits(row, wanted)}
    if len(ranked) < limit and len(wanted) > 2:
        texts_of = [row[0] for row in rows]
        for _, score, place in process.extract(wanted, texts_of, scorer=fuzz.WRatio, limit=limit, score_cutoff=_LIKELY):
            _ = ranked.setdefault(place, score - 1)
    best = sorted(ranked, key=lambda place: -ranked[place])[:limit]
    return tuple(_suggestion(book, book[place], wanted) for place in best)


def objection(book: Book, name: str, issued_on: date | None) -> str | None:
    """The code of what is wrong with an institution on the day a paper was issued; None when nothing is.

    A name that is nearly one of the list is a slip, not an unknown institution (F63).
    """
    named = find(book, name)
    if not named:
        return "institution_typo" if _slip(book, name) or suggest(book, name, 1) else "institution_unlisted"
    if issued_on is None:
        return None
    then = [one for one in named if _named(one, issued_on)]
    if not then:
        return "institution_renamed"
    accredited = any(one.accredited_to is None or issued_on <= one.accredited_to for one in then)
    return None if accredited else "institution_not_accredited"


def _slip(book: Book, name: str) -> bool:
    wanted = fold(name)
    return any(fuzz.ratio(wanted, row[0]) >= _TYPO for row in _indexed(book))


def ogrn_of(book: Book, name: str) -> str:
    """The number of an institution, empty when the book does not know it."""
    return next((one.ogrn for one in find(book, name) if one.ogrn), "")


def _named(one: Institution, day: date) -> bool:
    return (one.named_from is None or one.named_from <= day) and (one.named_to is None or day <= one.named_to)


@lru_cache(maxsize=8)
def _indexed(book: Book) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """Of each institution: the folded name, the words of name and city, the abbreviation."""
    rows: list[tuple[str, tuple[str, ...], str]] = []
    for one in book:
        name = fold(one.name)
        before = name.split(" им ")[0].split()
        rows.append(
            (
                name,
                tuple(f"{name} {fold(one.city)}".split()),
                "".join(word[0] for word in before if word not in _SILENT),
            )
        )
    return tuple(rows)


def _fits(row: tuple[str, tuple[str, ...], str], wanted: str) -> bool:
    """Every word begins a word of name or city, or the whole is the beginning of the abbreviation."""
    _, words, short = row
    asked: Sequence[str] = wanted.split()
    if all(any(word.startswith(part) for word in words) for part in asked):
        return True
    return len(asked) == 1 and len(wanted) > 1 and short.startswith(wanted)


def _suggestion(book: Book, one: Institution, wanted: str) -> Suggestion:
    note = None
    successor = next((other for other in book if other.id == one.successor), None) if one.successor else None
    if one.accredited_to is not None:
        note = texts.NOTE_NOT_ACCREDITED.fill(to=f"{one.accredited_to:%d.%m.%Y}")
    elif one.named_to is not None and successor is not None:
        note = texts.NOTE_RENAMED.fill(to=f"{one.named_to:%d.%m.%Y}", name=successor.name)
    elif one.named_to is not None:
        note = texts.NOTE_NAMED_TO.fill(to=f"{one.named_to:%d.%m.%Y}")
    elif one.named_from is not None:
        note = texts.NOTE_NAMED_FROM.fill(since=f"{one.named_from:%d.%m.%Y}")
    return Suggestion(one.name, one.city, note, close=fuzz.ratio(fold(one.name), wanted) >= _TYPO)
