"""The machine-readable lines of the internal passport: two lines of 44 characters (rules §1.6).

Each group is proven by its own check digit before anything is taken from it. Where one typical mistake would explain
a failure, the reading says which character is suspect; it never repairs in silence. `assets/fields.js` reads the same
way, and a test compares the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from medportal.kernel.identifiers.mrz_lines import LENGTH, fit, split
from medportal.kernel.identifiers.mrz_names import read as read_names
from medportal.kernel.identifiers.mrz_names import write as write_name
from medportal.kernel.identifiers.mrz_suspects import (
    Suspect,
    digits_to_doubt,
    misplaced,
    outside_alphabet,
    refilled,
    replaced,
)
from medportal.kernel.identifiers.mrz_texts import LIKELY, MRZ_TEXTS, SUSPECT, UNSURE
from medportal.kernel.identifiers.passport import FIRST_ISSUE, issued_too_early
from medportal.kernel.identifiers.sums import mrz_digit
from medportal.kernel.text import Text

_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class MrzPerson:
    """What the lines say, names in Cyrillic. `cut` means that the last name did not fit into its line."""

    surname: str = field(repr=False)
    given_name: str = field(repr=False)
    patronymic: str = field(repr=False)
    birth_date: date = field(repr=False)
    sex: str = field(repr=False)
    series: str = field(repr=False)
    number: str = field(repr=False)
    issued_on: date = field(repr=False)
    division_code: str = field(repr=False)
    cut: bool = False


@dataclass(frozen=True, slots=True)
class MrzReading:
    """The outcome: `code` is `ok` or names what fails; `person` is there only when everything holds.

    `groups` tells for `document`, `birth`, `extra` and `whole` whether its check digit holds (empty when the reading
    did not come so far). `mended` is the two lines with the suspects replaced, when that makes them hold.
    """

    code: str
    text: Text
    groups: Mapping[str, bool] = field(default_factory=dict[str, bool])
    suspects: tuple[Suspect, ...] = field(default=(), repr=False)
    person: MrzPerson | None = None
    mended: str = field(default="", repr=False)


def parse(text: str, today: date) -> MrzReading:
    """Read two lines as they were typed or pasted; spaces, lower case and « for << are tolerated."""
    return _parse(text, today, 0)


def _parse(text: str, today: date, depth: int) -> MrzReading:
    lines = split(text)
    if len(lines) != 2:
        return _refuse("mrz_lines", count=len(lines))
    first, second = lines
    suspects = outside_alphabet(lines)
    if suspects:
        return _suspected("mrz_alphabet", lines, suspects, today, depth)
    if second.startswith("PN") and not first.startswith("PN"):
        return _refuse("mrz_order", mended=_mended(second + "\n" + first, today, depth))
    first = fit(first)
    for number, line in ((1, first), (2, second)):
        if len(line) != LENGTH:
            mended = _mended(first + "\n" + refilled(second), today, depth) if number == 2 else ""
            return _refuse("mrz_length", mended=mended, line=number, count=len(line))
    lines = [first, second]
    for code, found in misplaced(lines):
        if found:
            return _suspected(code, lines, found, today, depth)
    return _checked(lines, today)


def _checked(lines: list[str], today: date) -> MrzReading:
    groups = proven(lines[1])
    failing = next((name for name, holds in groups.items() if not holds), "")
    if failing:
        # One digit read for another is only doubted, never offered as a correction: other digits could explain it too.
        found = digits_to_doubt(lines[1], lambda line: _stands(line, today))
        reading = _refuse(f"mrz_{failing}", suspects=found)
        return MrzReading(reading.code, reading.text, groups, found)
    person = _person(lines, today)
    if person is None:
        code = "mrz_names" if read_names(lines[0][5:]) is None else "mrz_dates"
        return MrzReading(code, MRZ_TEXTS[code], groups)
    return MrzReading("ok", MRZ_TEXTS["ok"], groups, (), person)


def proven(line: str) -> dict[str, bool]:
    """For each group of the second line, whether its check digit holds."""
    return {
        "document": mrz_digit(line[:9]) == line[9],
        "birth": mrz_digit(line[13:19]) == line[19],
        "extra": mrz_digit(line[28:42]) == line[42],
        "whole": mrz_digit(line[:10] + line[13:20] + line[21:43]) == line[43],
    }


def _stands(line: str, today: date) -> bool:
    return all(proven(line).values()) and _dates(line, today) is not None


def _person(lines: list[str], today: date) -> MrzPerson | None:
    names = read_names(lines[0][5:])
    dates = _dates(lines[1], today)
    if names is None or dates is None:
        return None
    line = lines[1]
    birth, issued, division = dates
    return MrzPerson(
        *names,
        birth_date=birth,
        sex=line[20],
        series=line[:3] + line[28],
        number=line[3:9],
        issued_on=issued,
        division_code=f"{division[:3]}-{division[3:]}",
        cut=lines[0][-1] != "<",
    )


def _dates(line: str, today: date) -> tuple[date, date, str] | None:
    """Birth, issue and division code; the issue date comes first, the other order is taken only if it alone is possible."""
    for issue, division in ((line[29:35], line[35:41]), (line[35:41], line[29:35])):
        issued = _dated(issue, today, 2000) or _dated(issue, today, 1900)
        if issued is None or issued < FIRST_ISSUE or division[2] not in "0123":
            continue
        for century in (2000, 1900):
            birth = _dated(line[13:19], today, century)
            if birth is not None and not issued_too_early(birth, issued):
                return birth, issued, division
    return None


def _dated(digits: str, today: date, century: int) -> date | None:
    try:
        found = date(century + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
    except ValueError:
        return None
    return found if found <= today else None


def _suspected(code: str, lines: list[str], found: tuple[Suspect, ...], today: date, depth: int) -> MrzReading:
    mended = ""
    if all(suspect.likely for suspect in found):
        mended = _mended("\n".join(replaced(lines, found)), today, depth)
    return _refuse(code, suspects=found, mended=mended)


def _mended(text: str, today: date, depth: int) -> str:
    if depth >= _DEEPEST:
        return ""
    reading = _parse(text, today, depth + 1)
    return text if reading.code == "ok" else reading.mended


def _refuse(code: str, suspects: tuple[Suspect, ...] = (), mended: str = "", **places: object) -> MrzReading:
    text = MRZ_TEXTS[code].fill(**places)
    for suspect in suspects[:3]:
        tail = LIKELY if suspect.likely else UNSURE
        told = Text(ru=SUSPECT.ru + tail.ru, en=SUSPECT.en + tail.en).fill(
            line=suspect.line, position=suspect.position, seen=suspect.seen, likely=suspect.likely
        )
        text = Text(ru=text.ru + told.ru, en=text.en + told.en)
    return MrzReading(code, text, suspects=suspects, mended=mended)


def compose(person: MrzPerson) -> str:
    """The two lines of a person's passport, as the passport office would print them.

    Raises:
        ValueError: a name is not in Russian letters, or a number has not its length.
    """
    division = person.division_code.replace("-", "")
    if [len(person.series), len(person.number), len(division)] != [4, 6, 6] or person.sex not in ("M", "F"):
        raise ValueError("the numbers of a passport have 4, 6 and 6 digits, the sex is M or F")
    names = write_name(person.surname) + "<<" + write_name(person.given_name)
    if person.patronymic:
        names += "<" + write_name(person.patronymic)
    document = person.series[:3] + person.number
    birth = f"{person.birth_date:%y%m%d}"
    extra = f"{person.series[3]}{person.issued_on:%y%m%d}{division}<"
    line = f"{document}{mrz_digit(document)}RUS{birth}{mrz_digit(birth)}{person.sex}<<<<<<<{extra}{mrz_digit(extra)}"
    whole = mrz_digit(line[:10] + line[13:20] + line[21:43])
    return ("PNRUS" + names).ljust(LENGTH, "<")[:LENGTH] + "\n" + line + whole
