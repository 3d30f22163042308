"""The pack (F65): which parts are there, which wait, which are missing."""

from collections.abc import Sequence

from medportal.features.qualification.schemas import (
    ASKED,
    RecordFact,
    RecordState,
    RecordType,
    Slot,
    SlotState,
)

OPTIONAL = frozenset({Slot.TRAINING, Slot.REGION})
# The policy has a gate of its own (ruling 2); it is no part of the qualification.
_APART = frozenset({Slot.POLICY})
_WAITING = frozenset({RecordState.CHECKING, RecordState.IN_REVIEW})


def slots(records: Sequence[RecordFact], *, primary: bool = False) -> dict[Slot, SlotState]:
    """How each part stands; `primary` is whether a primary accreditation is confirmed, which needs nothing after the
    diploma."""
    return {slot: _state(slot, [one for one in records if one.type in types], primary) for slot, types in ASKED.items()}


def complete(found: dict[Slot, SlotState]) -> bool:
    """Whether everything that is asked for is there."""
    asked = set(Slot) - OPTIONAL - _APART
    return all(found[slot] is SlotState.MET or found[slot] is SlotState.OPTIONAL for slot in asked)


def policy_holds(records: Sequence[RecordFact]) -> bool:
    """Whether the person has a verified policy in force."""
    return any(one.holds for one in records if one.type is RecordType.POLICY)


def education_holds(records: Sequence[RecordFact]) -> bool:
    """Whether a diploma is verified."""
    return any(one.holds for one in records if one.type is RecordType.DIPLOMA)


def _state(slot: Slot, records: Sequence[RecordFact], primary: bool) -> SlotState:
    if any(one.holds for one in records):
        return SlotState.MET
    if any(one.state in _WAITING for one in records):
        return SlotState.WAITING
    if records:
        return SlotState.FIX
    if slot in OPTIONAL or (slot is Slot.POSTGRADUATE and primary):
        return SlotState.OPTIONAL
    return SlotState.MISSING
