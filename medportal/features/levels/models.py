"""Tables of the levels."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from medportal.infra.db import Row, new_id
from medportal.kernel import clock


class LevelTold(Row, table=True):
    """The level that an account was told last, and the conditions met then: what a move is measured against.

    `moves` counts the moves told, so that each has a key of its own. `settled_at` is when facts were looked at last;
    a fall that only waits for a register is kept back, and `held_since` says since when.
    """

    account_id: UUID = Field(primary_key=True)
    level: int
    met: str = "[]"
    moves: int = 0
    held_since: datetime | None = None
    told_at: datetime = Field(default_factory=clock.now)
    settled_at: datetime = Field(default_factory=clock.now, index=True)


class IdentityProof(Row, table=True):
    """Somebody or something saw who the person is.

    `person_mark` is the fingerprint of the person's SNILS at that moment: an account that turns into another person's
    keeps the row and loses the proof.
    """

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(index=True)
    how: str
    person_mark: str
    proved_by: UUID | None = None
    proved_at: datetime = Field(default_factory=clock.now)
