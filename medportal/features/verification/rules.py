"""Rules of verification: how values are compared, when a register is asked again, when it is left in peace."""

import unicodedata
from collections.abc import Sequence
from datetime import timedelta
from difflib import SequenceMatcher
from typing import Final

from medportal.features.verification.schemas import Circuit, Difference, Kind, Reason, State

ASKS_PER_DAY: Final = 10
DAY: Final = timedelta(days=1)
LEASE: Final = timedelta(seconds=60)
FAULTS_TO_OPEN: Final = 5
MESSAGE_LIFE: Final = timedelta(days=1)

_SECONDS_IN_DEMONSTRATION: Final = (2, 5, 10, 30, 60, 120, 300)
_MINUTES_IN_PRODUCTION: Final = (1, 2, 5, 10, 30, 60, 120, 240, 360)
_PAUSE_IN_DEMONSTRATION: Final = timedelta(seconds=15)
_PAUSE_IN_PRODUCTION: Final = timedelta(minutes=2)
_JITTER: Final = 0.2
_SHARE_SHOWN: Final = 3
_IGNORED: Final = frozenset(" \u00a0-\u2010\u2011\u2013\u2014'’.")
_NUMBER_FIELDS: Final = {
    Kind.SNILS: "snils",
    Kind.INN: "inn",
    Kind.PASSPORT: "passport_number",
    Kind.POLICY: "policy_number",
    Kind.EDUCATION: "paper_number",
    Kind.PRACTITIONER: "paper_number",
}
# Troubles that say something about the register; a long queue, or a slip of our own, does not.
_FAULTS: Final = frozenset(
    {Reason.UNREACHABLE, Reason.TIMED_OUT, Reason.GARBLED, Reason.OUT_OF_ORDER, Reason.REGISTER_FAILED}
)
# The register has dealt with this very message, badly, and would do so again.
_SPOILT: Final = frozenset({Reason.GARBLED, Reason.REGISTER_FAILED, Reason.FAILED_HERE})


def number_field(kind: Kind) -> str:
    """The input that holds the number of a claim."""
    return _NUMBER_FIELDS[kind]


def difference(field: str, own: str | None, held: str | None) -> Difference | None:
    """How a person's value differs from the register's, or None when both mean the same.

    Case, «ё» and «е», spaces, hyphens, apostrophes and dots are not differences. Positions are told only while at most
    a third of the characters differ, as in a slip of the pen. Beyond that the field alone is named: a guesser who
    claims another person's data must not learn a number digit by digit.
    """
    plain, places = _plain(own or "")
    other, _ = _plain(held or "")
    if plain == other:
        return None
    if not plain or not other:
        return Difference(field)
    strange = _strange(plain, other)
    if len(strange) * _SHARE_SHOWN > len(plain):
        return Difference(field)
    return Difference(field, tuple(sorted({places[index] for index in strange})))


def differences(compared: Sequence[tuple[str, str | None, str | None]]) -> tuple[Difference, ...]:
    """The fields that differ, of triples: the field, the person's value, the register's value."""
    found = (difference(field, own, held) for field, own, held in compared)
    return tuple(each for each in found if each is not None)


def wait_before_next(attempts: int, *, demonstration: bool, chance: float) -> timedelta:
    """How long to wait after so many attempts without an answer; the last rung is kept for as long as it takes.

    `chance` between 0 and 1 spreads the waits by a fifth to either side, so that a register which comes back is not
    asked by everybody in the same second.
    """
    rungs = _SECONDS_IN_DEMONSTRATION if demonstration else tuple(each * 60 for each in _MINUTES_IN_PRODUCTION)
    rung = rungs[min(max(attempts, 1), len(rungs)) - 1]
    return timedelta(seconds=rung * (1 - _JITTER + 2 * _JITTER * chance))


def pause(*, demonstration: bool) -> timedelta:
    """For how long an opened breaker keeps a register in peace."""
    return _PAUSE_IN_DEMONSTRATION if demonstration else _PAUSE_IN_PRODUCTION


def is_fault(reason: Reason) -> bool:
    """Whether this trouble counts against the register."""
    return reason in _FAULTS


def circuit_after_fault(circuit: Circuit, faults: int) -> Circuit:
    """The breaker after so many faults in a row: the trial in half-open needs only one."""
    return Circuit.OPEN if circuit is Circuit.HALF_OPEN or faults >= FAULTS_TO_OPEN else circuit


def needs_new_message(reason: Reason, age: timedelta) -> bool:
    """Whether the next asking must be a message of its own.

    Normally it is not: the register may have taken the message in, and knows it again by its identifier. But a spoilt
    answer would come again, and a queue forgets messages after a while.
    """
    return reason in _SPOILT or age >= MESSAGE_LIFE


def settles(state: State) -> bool:
    """Whether this state is an answer: nothing more happens unless somebody asks again."""
    return state not in (State.QUEUED, State.ASKING, State.UNAVAILABLE)


def _plain(value: str) -> tuple[str, list[int]]:
    """The characters that count, and where each stands in the value."""
    plain: list[str] = []
    places: list[int] = []
    for place, character in enumerate(value):
        if character in _IGNORED:
            continue
        if unicodedata.combining(character) and plain:
            # A mark written apart belongs to the letter before it.
            plain[-1] = unicodedata.normalize("NFC", plain[-1] + character)
            continue
        for part in character.casefold():
            plain.append(part)
            places.append(place)
    return "".join(plain).replace("ё", "е"), places


def _strange(own: str, held: str) -> list[int]:
    """The characters of one's own value that are wrong, too many, or stand where one is missing."""
    if own.isdigit() and held.isdigit() and len(own) == len(held):
        return [index for index, (mine, theirs) in enumerate(zip(own, held, strict=True)) if mine != theirs]
    strange: list[int] = []
    for change, start, end, _, _ in SequenceMatcher(None, own, held, autojunk=False).get_opcodes():
        if change == "insert":
            strange.append(min(start, len(own) - 1))
        elif change != "equal":
            strange.extend(range(start, end))
    return strange
