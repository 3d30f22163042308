"""Printed fields by their place on the sheet, read by the engine for Russian letters."""

import re
from collections.abc import Iterable
from typing import cast

import cv2

from medportal.features.documents.adapters.reading.edge import SURE, drawn, lines_digits
from medportal.features.documents.adapters.reading.letters import Letters, Word, missed, paper_white, without_labels
from medportal.features.documents.adapters.reading.pictures import Picture
from medportal.features.documents.adapters.reading.recogniser import Recogniser
from medportal.features.documents.adapters.reading.sheet import Sheet, Zone
from medportal.features.documents.rules.reading import printed
from medportal.features.documents.rules.reading.printed import Read
from medportal.features.documents.schemas.reading import Box

ISSUER: Zone = (60, 112, 905, 345)
PERSON: Zone = (480, 765, 905, 970)
BIRTH_PLACE: Zone = (480, 1042, 905, 1195)
ISSUED: Zone = (180, 352, 900, 412)
BORN: Zone = (405, 990, 905, 1045)
STAMP_MARGIN = (40, 90, 120, 40)
LEAST = 12  # points a letter stands tall at least
ENLARGED = 1.4
_DATE = re.compile(r"(\d{2})\.(\d{2})\.(\d{4})")
_DIVISION = re.compile(r"\d{3}-\d{3}")


def read_zone(sheet: Sheet, zone: Zone, letters: Letters) -> list[Word]:
    """The words of a zone, placed on the sheet. A line with a doubtful word is read again by itself, enlarged."""
    return _placed(zone, _words(paper_white(sheet.cut(zone), dark_only=True), letters))


def read_stamp(sheet: Sheet, zone: Zone, letters: Letters) -> tuple[list[Word], Picture]:
    """The words of a zone in any colour, read as `read_zone` reads them, and the zone in black on white."""
    white = paper_white(sheet.cut(zone), dark_only=False)
    return _placed(zone, _words(white, letters)), white


def read_whole(sheet: Sheet, zone: Zone, letters: Letters) -> list[Word]:
    """The words of a zone, or nothing when it shows print that was not read, or cuts a word off."""
    white = without_labels(paper_white(sheet.cut(zone), dark_only=True))
    words = _words(white, letters)
    placed = _placed(zone, words)
    return [] if missed(white, words, LEAST) or any(_cut_off(zone, word) for word in placed) else placed


def read_twice(sheet: Sheet, zone: Zone, letters: Letters) -> list[Word]:
    """The words of a zone that reads the same at two sizes, line by line; other lines are left out."""
    white = paper_white(sheet.cut(zone), dark_only=True)
    lines: dict[tuple[int, int, int], list[Word]] = {}
    for word in _words(white, letters):
        lines.setdefault(word.line, []).append(word)
    same = [line for line in lines.values() if _text(_enlarged(white, line, letters)) == _text(line)]
    return _placed(zone, [word for line in same for word in line])


def _text(line: list[Word]) -> str:
    return "".join(printed.mended(word.text) for word in line if word.height >= LEAST)


def _words(white: Picture, letters: Letters) -> list[Word]:
    lines: dict[tuple[int, int, int], list[Word]] = {}
    for word in letters.read(white):
        lines.setdefault(word.line, []).append(word)
    return [word for line in lines.values() for word in (_again(white, line, letters) if _doubtful(line) else line)]


def _placed(zone: Zone, words: list[Word]) -> list[Word]:
    left, top = zone[0], zone[1]
    return [
        Word(word.text, word.sure, word.line, word.left + left, word.top + top, word.width, word.height)
        for word in words
    ]


def _doubtful(line: list[Word]) -> bool:
    """Whether a line holds letters and cannot be taken as it was read."""
    tall = [word for word in line if word.height >= LEAST]
    plain = [word for word in tall if word.sure >= printed.PLAIN]
    return (
        bool(tall)
        and len(plain) < len(tall)
        and sum(len(word.text) for word in tall) >= 3
        and bool(plain or max(word.sure for word in tall) >= printed.KNOWN)
    )


def _again(white: Picture, line: list[Word], letters: Letters) -> list[Word]:
    """The surer of two readings of a line."""
    read = _enlarged(white, line, letters)
    return read if _least(read) > _least(line) else line


def _enlarged(white: Picture, line: list[Word], letters: Letters) -> list[Word]:
    tall = [word for word in line if word.height >= LEAST]
    if not tall:
        return []
    top = max(0, min(word.top for word in tall) - 9)
    foot = max(word.top + word.height for word in tall) + 9
    start = max(0, min(word.left for word in tall) - 20)
    part = cv2.resize(white[top:foot, start:], None, fx=ENLARGED, fy=ENLARGED, interpolation=cv2.INTER_CUBIC)
    return [
        Word(
            word.text,
            word.sure,
            line[0].line,
            round(word.left / ENLARGED) + start,
            round(word.top / ENLARGED) + top,
            round(word.width / ENLARGED),
            round(word.height / ENLARGED),
        )
        for word in letters.read(cast("Picture", part), one_line=True)
    ]


def _least(line: list[Word]) -> float:
    return min((word.sure for word in line if word.height >= LEAST), default=0.0)


def reads(words: Iterable[Word]) -> list[Read]:
    """Words as the rules take them."""
    return [(word.text, word.sure, word.height) for word in words]


def box_around(sheet: Sheet, words: Iterable[Word]) -> Box | None:
    """Where some words stand on the picture."""
    places = [(word.left, word.top, word.left + word.width, word.top + word.height) for word in words]
    if not places:
        return None
    lefts, tops, rights, bottoms = zip(*places, strict=True)
    return sheet.box((min(lefts) - 4, min(tops) - 4, max(rights) + 4, max(bottoms) + 4))


def _cut_off(zone: Zone, word: Word) -> bool:
    """Whether a word runs into the left or right border of its zone: what is beyond was not read."""
    runs_out = word.left <= zone[0] + 1 or word.left + word.width >= zone[2] - 1
    return runs_out and word.height >= LEAST and len(word.text) > 1


def first_line(words: list[Word]) -> float:
    """The middle of the highest line of print as tall as letters, in points of the sheet; 0 when there is none."""
    tall = [word for word in words if word.height >= LEAST]
    if not tall:
        return 0.0
    line = min(tall, key=lambda word: word.top).line
    middles = [word.top + word.height / 2 for word in tall if word.line == line]
    return sum(middles) / len(middles)


def person_of(words: list[Word]) -> dict[str, tuple[str, list[Word]]]:
    """Surname, name and patronymic: three lines one under another, each taken only when it is plain.

    The three stand at fixed heights; a line that was not read leaves its place empty and moves nobody.
    """
    height = (PERSON[3] - PERSON[1]) / 3
    rows: dict[str, list[Word]] = {}
    for word in words:
        place = int((word.top + word.height / 2 - PERSON[1]) / height)
        rows.setdefault(("surname", "name", "patronymic")[max(0, min(2, place))], []).append(word)
    found: dict[str, tuple[str, list[Word]]] = {}
    for name, row in rows.items():
        value = printed.value_of(reads(row)).strip(".- ")
        whole = not any(letter.isdigit() for letter in value) and not any(_cut_off(PERSON, word) for word in row)
        if value and whole:
            found[name] = (value, row)
    return found


def dated(sheet: Sheet, words: list[Word], recogniser: Recogniser) -> tuple[str, list[Word]] | None:
    """The first date among the words that both engines read alike."""
    return _first(sheet, words, _DATE, recogniser)


def division(sheet: Sheet, words: list[Word], recogniser: Recogniser) -> tuple[str, list[Word]] | None:
    """The first division code among the words that both engines read alike."""
    return _first(sheet, words, _DIVISION, recogniser)


def _first(
    sheet: Sheet, words: list[Word], pattern: re.Pattern[str], recogniser: Recogniser
) -> tuple[str, list[Word]] | None:
    for count in (1, 2):
        for place in range(len(words) - count + 1):
            run = words[place : place + count]
            text = "".join(word.text for word in run).strip(".,:;_ ")
            if pattern.fullmatch(text) and min(word.sure for word in run) >= SURE_DIGITS:
                return (text, run) if agreed(sheet, [run], recogniser) else None
    return None


def agreed(sheet: Sheet, runs: list[list[Word]], recogniser: Recogniser) -> bool:
    """No check digit covers printed digits: two engines that know nothing of each other have to see the same."""
    seen = lines_digits([_line_of(sheet, run) for run in runs], recogniser)
    return all(
        found.sure >= SURE and found.digits == "".join(sign for word in run for sign in word.text if sign.isdigit())
        for found, run in zip(seen, runs, strict=True)
    )


def _line_of(sheet: Sheet, run: list[Word]) -> Picture:
    left, top = min(word.left for word in run) - 12, min(word.top for word in run)
    right, foot = max(word.left + word.width for word in run) + 12, max(word.top + word.height for word in run)
    cut = sheet.cut((left, top - 24, right, foot + 24)).max(2)
    return drawn(cut, (12, 24, right - left - 12, foot - top + 24))


SURE_DIGITS = 75.0
SURE_SEX = 40.0  # of two words that have no letter in common
