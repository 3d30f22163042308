"""Tables of reviews: cases, what happened to them, and notes between colleagues."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from medportal.features.reviews.schemas import CaseState
from medportal.infra.db import Row, new_id
from medportal.kernel import clock


class ReviewCase(Row, table=True):
    """One thing to decide. `live_key` names the subject while the case lives: it forbids a second live one.

    `version` grows with everything that changes what a decider would see; a decision names the version it rests on.
    `takes_effect_at` is until when a decision can be taken back: the asker hears of it then.
    `barred_id` is who decided before an appeal, or who holds what is in question. `retell_at` is when the asking slice is told again of the decision.
    """

    __table_args__ = (
        Index("ix_review_case_state_due_at", "state", "due_at"),
        Index("ix_review_case_subject_subject_id", "subject", "subject_id"),
        Index("ix_review_case_decided_at", "decided_at"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(index=True)
    subject: str
    subject_id: UUID
    kind: str = ""
    live_key: str | None = Field(default=None, unique=True)
    state: str = CaseState.OPEN
    outcome: str | None = None
    version: int = 1
    wakes: str | None = None
    term: int
    opened_at: datetime = Field(default_factory=clock.now)
    due_at: datetime
    asked_by: UUID | None = None
    assignee_id: UUID | None = Field(default=None, index=True)
    reasons: str = "[]"
    asked_item: str | None = None
    deadline: datetime | None = Field(default=None, index=True)
    decided_at: datetime | None = None
    decided_by: UUID | None = None
    takes_effect_at: datetime | None = Field(default=None, index=True)
    appeal_of: UUID | None = Field(default=None, unique=True)
    barred_id: UUID | None = None
    told: int = 0
    retell_at: datetime | None = Field(default=None, index=True)
    failed: int = 0
    sealed_failed_rules: str | None = None
    sealed_words: str | None = None
    sealed_appeal: str | None = None


class ReviewEvent(Row, table=True):
    """What happened to a case, who only looked included."""

    id: UUID = Field(default_factory=new_id, primary_key=True)
    case_id: UUID = Field(foreign_key="review_case.id", index=True)
    at: datetime = Field(default_factory=clock.now)
    actor_id: UUID | None = None
    role: str
    deed: str
    reasons: str = "[]"


class ReviewNote(Row, table=True):
    """A note of one colleague for the others."""

    id: UUID = Field(default_factory=new_id, primary_key=True)
    case_id: UUID = Field(foreign_key="review_case.id", index=True)
    author_id: UUID
    at: datetime = Field(default_factory=clock.now)
    sealed_text: str
