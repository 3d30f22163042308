"""Tables of registration."""

from datetime import datetime
from uuid import UUID

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
