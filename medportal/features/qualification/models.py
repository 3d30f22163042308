"""Tables of qualification: one row for each paper that a person claims."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field

from medportal.infra.db import Row, new_id


class QualificationRecord(Row, table=True):
    """One paper of one account. What was typed stands sealed.

    `only_one` makes a second of the same impossible: of a paper by type, series, number and issuer across accounts
    (ruling 18), of a policy by its account; it is empty where several are lawful (duplicates, jobs, licences).
    `paper_fingerprint` finds others of the same number. `doubts` is what no register can settle, `flaws` what stands in
    the way now; `past_case_id` is a decision about answers that have changed since. `person_fingerprint` is of the names that were claimed: when the cabinet changes, the claim is made anew.
    """

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(index=True)
    type: str
    sealed_answers: str
    only_one: str | None = Field(default=None, unique=True)
    paper_fingerprint: str | None = Field(default=None, index=True)
    person_fingerprint: str = ""
    document_id: UUID | None = None
    state: str = Field(index=True)
    flaws: str = "[]"
    doubts: str = "[]"
    by: str = ""
    wants_person: bool = False
    past_case_id: UUID | None = None
    issued_on: date | None = None
    expires_on: date | None = None
    created_at: datetime
    changed_at: datetime
    settled_at: datetime | None = None
