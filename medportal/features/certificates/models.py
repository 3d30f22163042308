"""Tables of the certificates."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from medportal.infra.db import Row, new_id
from medportal.kernel import clock


class Certificate(Row, table=True):
    """One certificate: asked for, made by a job, issued, revoked. What it says and its PDF are sealed.

    `contents_mark` tells, without opening the seal, whether what it says is still so.
    """

    __table_args__ = (Index("ix_certificate_state_next_try_at", "state", "next_try_at"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(index=True)
    state: str
    number_fingerprint: str = Field(unique=True)
    sealed_number: str
    contents_mark: str = ""
    sealed_contents: str | None = None
    sealed_token: str | None = None
    sealed_pdf: str | None = None
    pdf_sha256: str | None = None
    valid_until: date | None = None
    issued_at: datetime | None = None
    revoked_at: datetime | None = None
    why: str | None = None
    attempts: int = 0
    next_try_at: datetime | None = None
    created_at: datetime = Field(default_factory=clock.now)


class RevokedNumber(Row, table=True):
    """A number that counts no more, by its hash, until its certificate would have ended. It outlives its account.

    Only hashes are published: a list of numbers would open what they stand for to everybody.
    """

    number_hash: str = Field(primary_key=True)
    until: date = Field(index=True)
    revoked_at: datetime = Field(default_factory=clock.now)
