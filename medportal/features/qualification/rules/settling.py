"""How a record stands, from what a register and a person said of it. Pure: the same facts give the same standing."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal
from uuid import UUID

from medportal.features.qualification.rules import registers
from medportal.features.qualification.schemas import Flaw, RecordState, RecordType
from medportal.features.reviews.schemas import CaseState, CaseView, Outcome
from medportal.features.verification.schemas import CheckView, State

MOST_RECORDS: Final = 40
# Certificates that ended in 2025 hold until this day (order 34н).
BRIDGE_YEAR: Final = 2025
BRIDGE: Final = date(2027, 1, 1)
By = Literal["", "register", "person"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a record stands and why; `ask_person` says that a person must decide, with these flaws to look at."""

    state: RecordState
    flaws: tuple[Flaw, ...] = ()
    by: By = ""
    ask_person: bool = False


def standing(
    kind: RecordType,
    *,
    check: CheckView | None,
    case: CaseView | None,
    past_case: UUID | None,
    doubts: tuple[Flaw, ...],
    wants_person: bool,
) -> Standing:
    """The standing of a record.

    Args:
        kind: the type of paper.
        check: what the register was asked and said, if it was asked.
        case: the latest decision of a person, or the case that waits for one.
        past_case: the case that was the latest when the answers changed last: it was about something else.
        doubts: what no register can settle, known when the record was saved.
        wants_person: the doctor asked that a person look.
    """
    decided = None if case is None or case.id == past_case else _by_person(case)
    if decided is not None:
        return decided
    if doubts or check is None:
        return Standing(RecordState.IN_REVIEW, doubts or (Flaw.NO_REGISTER,), ask_person=True)
    if check.waiting:
        return Standing(RecordState.CHECKING)
    if check.state is State.OK:
        return Standing(RecordState.VERIFIED, by="register")
    found = registers.flaws(kind, check)
    if check.state is State.ERROR or wants_person:
        return Standing(RecordState.IN_REVIEW, found, ask_person=True)
    return Standing(RecordState.FIX_NEEDED, found)


def _by_person(case: CaseView) -> Standing | None:
    if case.state is CaseState.WITHDRAWN:
        return None
    if case.live:
        # The doctor has an item to supply while the case waits for it.
        waits = case.state is CaseState.WAITING
        return Standing(RecordState.FIX_NEEDED if waits else RecordState.IN_REVIEW)
    confirmed = case.outcome is Outcome.CONFIRMED
    return Standing(RecordState.VERIFIED if confirmed else RecordState.REFUSED, by="person")


def in_force_until(kind: RecordType, expires_on: date | None) -> date | None:
    """The last day on which a paper counts: certificates that ended in 2025 were carried on (order 34н)."""
    carried = kind is RecordType.CERTIFICATE and expires_on is not None and expires_on.year == BRIDGE_YEAR
    return BRIDGE if carried else expires_on


def over(kind: RecordType, expires_on: date | None, today: date) -> bool:
    """Whether the term of a paper has ended."""
    until = in_force_until(kind, expires_on)
    return until is not None and until < today
