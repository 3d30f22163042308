"""Tables of analytics. Nothing here identifies a patient; what a file said about itself is sealed."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import DDL, CheckConstraint, Index, LargeBinary, UniqueConstraint, event
from sqlmodel import Field

from medportal.infra.db import Row, new_id
from medportal.kernel import clock


class Practice(Row, table=True):
    """The practice of one doctor: a small number for its facts, its norms, and whether it stands among colleagues."""

    id: int | None = Field(default=None, primary_key=True)
    account_id: UUID = Field(unique=True)
    next_source: int = 1
    norm_minutes: float | None = None
    hours_a_day: float | None = None
    share_of_post: float | None = None
    sheet: str = "[]"
    compared: bool = False
    speciality: str = ""
    region: str = ""
    busy_with: UUID | None = None
    busy_until: datetime | None = None
    created_at: datetime = Field(default_factory=clock.now)


class PracticeBlock(Row, table=True):
    """The facts that one source brought to one month, packed (rules.facts), in parts when there are very many."""

    practice_id: int = Field(primary_key=True)
    month: int = Field(primary_key=True)
    source: int = Field(primary_key=True)
    part: int = Field(primary_key=True, default=0)
    body: bytes = Field(sa_type=LargeBinary)


class PracticeTags(Row, table=True):
    """Keyed hashes of the numbers of one source's rows, sorted: a row that comes again in another file is known."""

    practice_id: int = Field(primary_key=True)
    source: int = Field(primary_key=True)
    part: int = Field(primary_key=True, default=0)
    body: bytes = Field(sa_type=LargeBinary)


class PracticeMonth(Row, table=True):
    """Sums of a month, kept in the transaction that changes its facts: what colleagues are compared by."""

    __table_args__ = (Index("ix_practice_month_month", "month", "practice_id"),)

    practice_id: int = Field(primary_key=True)
    month: int = Field(primary_key=True)
    first_day: date
    last_day: date
    visits: int = 0
    no_shows: int = 0
    minutes: int = 0
    timed: int = 0
    services: int = 0
    rural: int = 0
    sick_opened: int = 0
    sick_closed: int = 0
    first: int = 0
    repeat: int = 0
    disease: int = 0
    preventive: int = 0
    dispensary: int = 0
    reasoned: int = 0
    home: int = 0
    placed: int = 0


class PracticeMix(Row, table=True):
    """What a month adds up to by each value of each dimension, packed (rules.metrics.mixes), kept with its sums."""

    practice_id: int = Field(primary_key=True)
    month: int = Field(primary_key=True)
    body: bytes = Field(sa_type=LargeBinary)


# PostgreSQL would squeeze bodies, and unsqueeze megabytes for each question about many years.
for _packed in ("practice_block", "practice_mix"):
    event.listen(
        Row.metadata.tables[_packed],
        "after_create",
        DDL(f"ALTER TABLE {_packed} ALTER COLUMN body SET STORAGE EXTERNAL").execute_if(dialect="postgresql"),
    )


class PracticeCode(Row, table=True):
    """A code that a practice has met, and its small number."""

    __table_args__ = (UniqueConstraint("practice_id", "kind", "code"),)

    practice_id: int = Field(primary_key=True)
    kind: int = Field(primary_key=True)
    number: int = Field(primary_key=True)
    code: str
    is_known: bool = True


class PracticeImport(Row, table=True):
    """One source of facts: a file, the day sheets, or invented years. `number` is what its facts are marked with.

    `content_hash` is empty again once the import is undone or given up, so that the file may come again.
    """

    __table_args__ = (
        UniqueConstraint("practice_id", "number"),
        UniqueConstraint("practice_id", "content_hash"),
        Index("ix_practice_import_state_beat_at", "state", "beat_at"),
        CheckConstraint("number > 0", name="numbered"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    practice_id: int = Field(index=True)
    number: int
    origin: str
    state: str
    content_hash: str | None = None
    sealed_name: str | None = None
    sealed_columns: str | None = None
    header_hash: str = ""
    mapping: str = "{}"
    choice: str = "{}"
    done: int = 0
    total: int = 0
    rows: int = 0
    taken: int = 0
    refused: int = 0
    duplicates: int = 0
    unknown_codes: int = 0
    reasons: str = "{}"
    trouble: str | None = None
    attempts: int = 0
    created_at: datetime = Field(default_factory=clock.now)
    beat_at: datetime = Field(default_factory=clock.now)
    finished_at: datetime | None = None


class RefusedRows(Row, table=True):
    """Numbers of rows that an import did not take, each with its reason and column; never what stood in them."""

    import_id: UUID = Field(primary_key=True)
    part: int = Field(primary_key=True)
    body: bytes = Field(sa_type=LargeBinary)


class RememberedMapping(Row, table=True):
    """How a person mapped files with this header."""

    practice_id: int = Field(primary_key=True)
    header_hash: str = Field(primary_key=True)
    mapping: str
    changed_at: datetime = Field(default_factory=clock.now)


class PracticeTarget(Row, table=True):
    """A doctor's own goal for a figure."""

    practice_id: int = Field(primary_key=True)
    metric: str = Field(primary_key=True)
    goal: float
    changed_at: datetime = Field(default_factory=clock.now)


class PracticeReport(Row, table=True):
    """A report that was made: its words and numbers, sealed, for the doctor typed some of them himself.

    `facts_digest` tells whether the facts it rests on are still the same.
    """

    __table_args__ = (Index("ix_practice_report_account_id_id", "account_id", "id"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID
    template: str
    fingerprint: str
    first_day: date
    last_day: date
    facts_digest: str
    sealed_content: str
    made_at: datetime = Field(default_factory=clock.now)
    removed_at: datetime | None = Field(default=None, index=True)
