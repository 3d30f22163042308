"""A case: one thing that a person of the staff decides about, from the asking to the decision."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from medportal.features.reviews.schemas.catalogue import Reason
from medportal.features.reviews.schemas.subjects import Subject
from medportal.kernel.text import Text


class CaseState(StrEnum):
    """Where a case stands. The first four are live; of one that is `deciding` the decision can still be taken back."""

    OPEN = "open"
    HELD = "held"
    WAITING = "waiting"
    DECIDING = "deciding"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


TO_DECIDE: Final = frozenset({CaseState.OPEN, CaseState.HELD, CaseState.WAITING})
LIVE: Final = TO_DECIDE | {CaseState.DECIDING}


class Outcome(StrEnum):
    """What was decided."""

    CONFIRMED = "confirmed"
    REFUSED = "refused"


class Deed(StrEnum):
    """What happened to a case, for its timeline; `looked` is kept too."""

    ASKED = "asked"
    REFRESHED = "refreshed"
    LOOKED = "looked"
    ASSIGNED = "assigned"
    RELEASED = "released"
    HELD = "held"
    RESUMED = "resumed"
    NOTED = "noted"
    ITEM_ASKED = "item_asked"
    ANSWERED = "answered"
    LAPSED = "lapsed"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    UNDONE = "undone"
    WITHDRAWN = "withdrawn"
    APPEALED = "appealed"


class Limit(StrEnum):
    """How a case stands to its time limit: `near` is the last working day before it."""

    IN_TIME = "in_time"
    NEAR = "near"
    BREACHED = "breached"


class Shelf(StrEnum):
    """The shelves of the desk: what can be taken, what is mine, what is put off, what waits for the doctor."""

    OPEN = "open"
    MINE = "mine"
    HELD = "held"
    WAITING = "waiting"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class RuleFailure:
    """A rule that could not say yes by itself: its code, and a sentence for the one who decides."""

    code: str
    text: Text = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ask:
    """What a slice wants decided.

    `kind` tells sorts of one subject apart (`passport`, `diploma`): queues are filtered by it. `failed_rules` lists
    every rule that did not pass, so that the decider looks there first. `working_days` is the time limit; without it
    the limit of the subject counts. `barred` may not decide though he is not the one it is about: he holds the number in
    question.
    """

    subject: Subject
    subject_id: UUID
    account_id: UUID
    kind: str = ""
    failed_rules: tuple[RuleFailure, ...] = ()
    working_days: int | None = None
    barred: UUID | None = None


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case as the slice that asked sees it, and may show to the doctor.

    `reasons` say why it was refused, `asked` what is to be supplied anew and `deadline` until when; `note` is what the
    decider wrote for the doctor; `asked_at` is since when the case waits for him. `may_appeal` is whether the refusal may still be appealed against.
    """

    id: UUID
    subject: Subject
    subject_id: UUID
    account_id: UUID
    kind: str
    state: CaseState
    outcome: Outcome | None
    reasons: tuple[Reason, ...]
    asked: Reason | None
    note: str = field(repr=False)
    deadline: datetime | None
    asked_at: datetime | None
    opened_at: datetime
    due_at: datetime
    decided_at: datetime | None
    decided_by: UUID | None
    appeal: bool
    may_appeal: bool

    @property
    def live(self) -> bool:
        """Whether somebody will still decide."""
        return self.state in LIVE


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case as one line of a queue; nothing personal is in it."""

    id: UUID
    subject: Subject
    subject_id: UUID
    account_id: UUID
    kind: str
    state: CaseState
    outcome: Outcome | None
    opened_at: datetime
    due_at: datetime
    deadline: datetime | None
    limit: Limit
    working_days_left: int
    assignee_id: UUID | None
    failed: int
    appeal: bool
    own: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases to list: one shelf, one subject, one sort of it, one standing to the limit; None is all.

    The nearest limit comes first, or with `oldest` what came in first. Decided cases stand with the latest first anyhow.
    """

    shelf: Shelf = Shelf.OPEN
    subject: Subject | None = None
    kind: str | None = None
    limit: Limit | None = None
    oldest: bool = False


@dataclass(frozen=True, slots=True)
class QueueCount:
    """How many live cases of one sort can be taken, and how many of them are near their limit or beyond it."""

    subject: Subject
    kind: str
    total: int
    near: int
    breached: int


@dataclass(frozen=True, slots=True)
class CaseQueue:
    """The lines asked for, the most urgent first, how many there are in all, and the counts of every shelf and sort."""

    rows: tuple[CaseRow, ...]
    total: int
    shelves: dict[Shelf, int]
    sorts: tuple[QueueCount, ...]


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One line of a case's timeline."""

    at: datetime
    actor_id: UUID | None
    role: str
    deed: Deed
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseNote:
    """A note between colleagues; the doctor never sees it."""

    at: datetime
    author_id: UUID
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Everything the desk shows about a case. `version` must be handed back with a decision: it is what was seen."""

    row: CaseRow
    view: CaseView
    version: int
    failed_rules: tuple[RuleFailure, ...]
    notes: tuple[CaseNote, ...]
    events: tuple[CaseEvent, ...]
    may_decide: bool
    takeable: bool
    barred: Text | None
    appeal_words: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class WaitingTime:
    """How long the desk took, of the cases decided in the last 90 days: half were faster, nine of ten were."""

    median: timedelta
    p90: timedelta
    count: int
