"""Which character of the passport lines is likely misread: by its place, by its shape, by what would mend the sums."""

from collections.abc import Callable
from dataclasses import dataclass, field

from medportal.kernel.identifiers.mrz_names import foreign

_LATIN_OF = dict(zip("АВЕКМНОРСТУХІЅЗ", "ABEKMHOPCTYXIS3", strict=True))
_DIGIT_OF = dict(zip("OQDILZASGTB", "00011245678", strict=True))
_LETTER_OF = {"0": "O", "1": "I", "5": "S"}
_ALIKE = ("869", "74", "7", "89", "91", "63", "580", "12", "0369", "4830")
_DIGITS = (*range(10), *range(13, 20), *range(28, 41), 42, 43)
_FILLERS = (*range(21, 28), 41)
_ALPHABET = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<")


@dataclass(frozen=True, slots=True)
class Suspect:
    """A character in doubt: line 1 or 2, position from 1, what stands there and what probably should (or nothing)."""

    line: int
    position: int
    seen: str = field(repr=False)
    likely: str = field(repr=False)


def outside_alphabet(lines: list[str]) -> tuple[Suspect, ...]:
    """Characters that never occur in the lines, most often Cyrillic letters that look Latin."""
    found: list[Suspect] = []
    for line in (1, 2):
        for place, char in enumerate(lines[line - 1]):
            if char not in _ALPHABET:
                likely = _LATIN_OF.get(char, "")
                if line == 2 and place in _DIGITS:
                    likely = _DIGIT_OF.get(likely, likely)
                found.append(Suspect(line, place + 1, char, likely))
    return tuple(found)


def misplaced(lines: list[str]) -> list[tuple[str, tuple[Suspect, ...]]]:
    """Characters that cannot stand where they stand, by code, in the order in which they are told."""
    first, second = lines
    sex = () if second[20] in "MF" else (Suspect(2, 21, second[20], ""),)
    return [
        ("mrz_head", _unlike(1, first, 0, "PNRUS") + _unlike(2, second, 10, "RUS")),
        ("mrz_digit", tuple(_not_digit(second, place) for place in _DIGITS if second[place] not in "0123456789")),
        ("mrz_sex", sex),
        ("mrz_filler", tuple(Suspect(2, place + 1, second[place], "<") for place in _FILLERS if second[place] != "<")),
        (
            "mrz_names",
            tuple(
                Suspect(1, place + 6, first[place + 5], _LETTER_OF.get(first[place + 5], ""))
                for place in foreign(first[5:])
            ),
        ),
    ]


def digits_to_doubt(line: str, holds: Callable[[str], bool]) -> tuple[Suspect, ...]:
    """Every single digit of line 2 whose look-alike would make all the sums hold."""
    return tuple(
        Suspect(2, place + 1, line[place], likely)
        for place in _DIGITS
        for likely in _ALIKE[int(line[place])]
        if holds(line[:place] + likely + line[place + 1 :])
    )


def replaced(lines: list[str], suspects: tuple[Suspect, ...]) -> list[str]:
    """The lines with what is likely in place of what was seen."""
    chars = [list(line) for line in lines]
    for suspect in suspects:
        chars[suspect.line - 1][suspect.position - 1] = suspect.likely
    return ["".join(line) for line in chars]


def refilled(line: str) -> str:
    """The second line with exactly seven fillers after the sex: their count is what people lose first."""
    head, tail = line[:21], line[21:].lstrip("<")
    return f"{head}<<<<<<<{tail}"


def _unlike(number: int, line: str, start: int, expected: str) -> tuple[Suspect, ...]:
    return tuple(
        Suspect(number, start + place + 1, line[start + place], char)
        for place, char in enumerate(expected)
        if line[start + place] != char
    )


def _not_digit(line: str, place: int) -> Suspect:
    return Suspect(2, place + 1, line[place], _DIGIT_OF.get(line[place], ""))
