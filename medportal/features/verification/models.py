"""Tables of verification: a check for each claim, what was heard in answer, and how the registers are doing."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from medportal.infra.db import Row, new_id


class VerificationCheck(Row, table=True):
    """One claim of one account. The claim stands sealed; its fingerprint makes asking twice impossible.

    `lease` marks who is asking now and until when; `message_id` is the register's handle for the question;
    `superseded_at` is set when the person has changed the answer and this one no longer matters. `subject_id` is the
    record a claim is about where a person has several; it is part of the fingerprint, so that each has its own check.
    """

    __table_args__ = (
        UniqueConstraint("account_id", "kind", "claim_fingerprint"),
        Index("ix_verification_check_due", "state", "next_try_at"),
        Index("ix_verification_check_subject_id", "subject_id"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(index=True)
    kind: str
    subject_id: UUID | None = None
    claim_fingerprint: str
    sealed_claim: str
    sealed_found: str | None = None
    state: str
    reason: str | None = None
    differences: str = "[]"
    demonstration: bool = False
    wakes: str | None = None
    message_id: UUID
    message_at: datetime
    attempts: int = 0
    requested_at: datetime
    asked_at: datetime | None = None
    answered_at: datetime | None = None
    next_try_at: datetime | None = None
    lease: UUID | None = None
    leased_until: datetime | None = None
    superseded_at: datetime | None = None


class VerificationEvidence(Row, table=True):
    """What was sent and what came back, sealed: one row for each answer, kept when the check is asked anew."""

    id: UUID = Field(default_factory=new_id, primary_key=True)
    check_id: UUID = Field(foreign_key="verification_check.id", index=True)
    message_id: UUID
    state: str
    demonstration: bool
    answered_at: datetime
    sealed_request: str
    sealed_response: str


class RegisterCircuit(Row, table=True):
    """The breaker of one register, shared by all workers.

    `last_fault_of` is the check that saw the last fault: one check failing again says nothing new about the register.
    """

    kind: str = Field(primary_key=True)
    circuit: str = "closed"
    faults: int = 0
    last_fault_of: UUID | None = None
    opened_until: datetime | None = None
    changed_at: datetime
