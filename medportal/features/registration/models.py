"""Tables of registration."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from medportal.infra.db import Row, new_id
from medportal.kernel import clock


class Draft(Row, table=True):
    """Answers that are given but not handed in yet, sealed as one; taken out when the registration is submitted.

    A correction of a settled profile is a draft too: it begins with the answers of the profile.
    """

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(unique=True, foreign_key="account.id")
    sealed_answers: str
    created_at: datetime = Field(default_factory=clock.now)
    saved_at: datetime = Field(default_factory=clock.now)


class WalkIn(Row, table=True):
    """A registration that an operator keys in from the originals on the table; the client finishes it himself.

    `papers` names the originals that were seen. The fingerprints find it again while it is unfinished. `wakes` is told
    when the client has finished it; `proven_at` is when the proof of identity was recorded after that.
    """

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(unique=True, foreign_key="account.id")
    operator_id: UUID
    centre: str = ""
    papers: str = "[]"
    snils_fingerprint: str | None = Field(default=None, index=True)
    phone_fingerprint: str | None = Field(default=None, index=True)
    token_fingerprint: str | None = Field(default=None, unique=True)
    wakes: str | None = None
    created_at: datetime = Field(default_factory=clock.now)
    invited_at: datetime | None = None
    expires_at: datetime | None = None
    agreed_at: datetime | None = None
    finished_at: datetime | None = Field(default=None, index=True)
    proven_at: datetime | None = None


class Visit(Row, table=True):
    """A client who is registered already, found by an operator, and at his table until `ends_at`.

    Whoever opens a visit has found the client himself a moment ago. A client stands at one table at a time.
    """

    __table_args__ = (UniqueConstraint("account_id", "operator_id"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(index=True, foreign_key="account.id")
    operator_id: UUID
    found_at: datetime
    opened_at: datetime | None = None
    ends_at: datetime | None = None
