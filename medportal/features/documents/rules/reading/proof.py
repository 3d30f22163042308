"""What two read code lines prove.

The check digits decide about numbers and dates; names and sex stand outside of them, so each of their letters has to
be plain by itself. Nothing is mended towards a check digit, but for one digit that looked as much like another.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from medportal.features.documents.rules.reading.printed import alike, folded
from medportal.features.documents.schemas.reading import Outcome, Proof, Sign
from medportal.kernel.identifiers import mrz

HEAD = 5  # PNRUS
_DIGITS = (*range(10), *range(13, 20), *range(28, 41), 42, 43)
_SEX = {"M": "МУЖ", "F": "ЖЕН"}
_NOBODY = "PNRUSA<<A".ljust(44, "<")

# Measured on degraded pages of the fixtures: every wrong digit or letter lay below, every readable page above.
PLAIN_DIGIT = 0.5  # likelihood below which a digit was not seen
CONFIDENT = 0.9  # … and above which a failing check digit is the document's, not the picture's
CLEAR = 0.6  # share against the runner-up
NEAR = 0.25  # a runner-up that looked nearly as much like it
PLAIN_LETTER = 0.6  # of every letter of a name that has nobody to confirm it
CLEAR_LETTER = 0.97
ANOTHER = 0.5  # names less alike are of another person
FILLERS = 5  # signs `<` that only code lines have


def prove(upper: Sequence[Sign], lower: Sequence[Sign], today: date) -> Proof:
    """Numbers and dates that the check digits prove, the sex where it is plain, and the names as they were read."""
    line = "".join(sign.char for sign in lower)
    digits = [lower[place] for place in _DIGITS]
    faint = [sign for sign in digits if sign.likely < PLAIN_DIGIT or sign.sure < CLEAR]
    if _mean(sign.likely for sign in upper[:HEAD]) < PLAIN_DIGIT:
        fillers = sum(sign.char == "<" and sign.likely >= PLAIN_DIGIT for sign in upper[HEAD:])
        return Proof(Outcome.UNREADABLE if fillers >= FILLERS and len(faint) < len(digits) / 2 else Outcome.ABSENT)
    if len(faint) > 1:
        return Proof(Outcome.UNREADABLE)
    if not _holds(line, today):
        line = _one_near(line, lower, today)
    if not line:
        confident = min(sign.likely for sign in digits) >= CONFIDENT and min(sign.sure for sign in digits) >= CONFIDENT
        return Proof(Outcome.CHECK_FAILED if confident else Outcome.UNREADABLE)
    values = _numbers(line, today)
    if lower[20].likely >= PLAIN_DIGIT and lower[20].sure >= CLEAR_LETTER:
        values["sex"] = _SEX[lower[20].char]
    return Proof(Outcome.PROVEN, values, _names(upper, line, today), _clear(upper))


def _holds(line: str, today: date) -> bool:
    return mrz.parse(_NOBODY + "\n" + line, today).code == "ok"


def _one_near(line: str, lower: Sequence[Sign], today: date) -> str:
    """The line with one digit replaced by its near-equal runner-up, if exactly one such line holds; else nothing."""
    held = [
        mended
        for place in _DIGITS
        if lower[place].other_likely >= NEAR * lower[place].likely
        and _holds(mended := line[:place] + lower[place].other + line[place + 1 :], today)
    ]
    return held[0] if len(held) == 1 else ""


def _numbers(line: str, today: date) -> dict[str, str]:
    person = mrz.parse(_NOBODY + "\n" + line, today).person
    if person is None:
        return {}
    return {
        "series": person.series,
        "number": person.number,
        "issue_date": f"{person.issued_on:%d.%m.%Y}",
        "division_code": person.division_code,
        "birth_date": f"{person.birth_date:%d.%m.%Y}",
    }


def _names(upper: Sequence[Sign], lower: str, today: date) -> dict[str, str]:
    """Names as they were read. A name that did not fit into the line is not a name."""
    line = "".join(sign.char for sign in upper)
    person = mrz.parse(line + "\n" + lower, today).person
    if person is None:
        return {}
    names = {"surname": person.surname, "name": person.given_name, "patronymic": person.patronymic}
    if person.cut:
        names.pop("patronymic" if person.patronymic else "name")
    return {name: value.upper() for name, value in names.items() if value}


def _clear(upper: Sequence[Sign]) -> bool:
    """Whether every letter, and every filler up to the two after the last letter, is plain by itself."""
    last = max((place for place, sign in enumerate(upper) if sign.char != "<"), default=0)
    named = upper[HEAD : last + 3]
    return bool(named) and all(sign.sure >= CLEAR_LETTER and sign.likely >= PLAIN_LETTER for sign in named)


def confirmed(proof: Proof, printed: Mapping[str, str]) -> dict[str, str]:
    """The names to take: plain by themselves and not contradicted in print, or confirmed by print letter for letter."""
    taken: dict[str, str] = {}
    for name, value in proof.names.items():
        seen = printed.get(name, "")
        if folded(seen) == folded(value) or (proof.clear and not seen):
            taken[name] = value
    return taken


def contradicted(proof: Proof, printed: Mapping[str, str]) -> bool:
    """Whether print names somebody else altogether."""
    pairs = [(value, printed[name]) for name, value in proof.names.items() if printed.get(name)]
    return len(pairs) > 1 and all(alike(*pair) < ANOTHER for pair in pairs[:2])


def _mean(values: Iterable[float]) -> float:
    numbers = list(values)
    return sum(numbers) / len(numbers) if numbers else 0.0
