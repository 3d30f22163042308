"""Shapes of qualification: records, what is wrong with one, the pack, institutions."""

from medportal.features.qualification.schemas.institutions import Institution, Suggestion
from medportal.features.qualification.schemas.pack import ASKED, Pack, Slot, SlotState, SlotView
from medportal.features.qualification.schemas.records import (
    EDUCATION,
    HOLDING,
    Course,
    Flaw,
    FlawView,
    RecordCard,
    RecordFact,
    RecordState,
    RecordType,
    ReviewPaper,
    Saved,
    ScanChoice,
)

__all__ = [
    "ASKED",
    "EDUCATION",
    "HOLDING",
    "Course",
    "Flaw",
    "FlawView",
    "Institution",
    "Pack",
    "RecordCard",
    "RecordFact",
    "RecordState",
    "RecordType",
    "ReviewPaper",
    "Saved",
    "ScanChoice",
    "Slot",
    "SlotState",
    "SlotView",
    "Suggestion",
]
