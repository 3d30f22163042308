"""The qualification pack (F65): what is asked for, and how each part stands."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from medportal.features.qualification.schemas.records import RecordCard, RecordType


class Slot(StrEnum):
    """A part of the pack."""

    POLICY = "policy"
    DIPLOMA = "diploma"
    POSTGRADUATE = "postgraduate"
    TRAINING = "training"
    ADMISSION = "admission"
    PRACTICE = "practice"
    REGION = "region"


class SlotState(StrEnum):
    """How a part stands: there, being checked, to be mended, missing, or not asked of this person."""

    MET = "met"
    WAITING = "waiting"
    FIX = "fix"
    MISSING = "missing"
    OPTIONAL = "optional"


ASKED: Final[dict[Slot, tuple[RecordType, ...]]] = {
    Slot.POLICY: (RecordType.POLICY,),
    Slot.DIPLOMA: (RecordType.DIPLOMA,),
    Slot.POSTGRADUATE: (RecordType.RESIDENCY, RecordType.INTERNSHIP),
    Slot.TRAINING: (RecordType.TRAINING,),
    # Either satisfies (ruling 10); the licence is the licensee's, so a job does as well (ruling 8).
    Slot.ADMISSION: (RecordType.ACCREDITATION, RecordType.CERTIFICATE),
    Slot.PRACTICE: (RecordType.EMPLOYMENT, RecordType.LICENCE),
    Slot.REGION: (RecordType.REGION,),
}


@dataclass(frozen=True, slots=True)
class SlotView:
    """A part of the pack with the records that are in it; `types` are the papers of which any one will do."""

    slot: Slot
    state: SlotState
    types: tuple[RecordType, ...]
    cards: tuple[RecordCard, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """The pack. `complete` is what opens medical functions (F68); the policy is shown beside it and has its own gate."""

    slots: tuple[SlotView, ...]
    complete: bool
    education_ok: bool
    policy_ok: bool
