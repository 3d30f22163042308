"""Tables of attestations."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from medportal.infra.db import Row, new_id
from medportal.kernel import clock


class CalendarRule(Row, table=True):
    """One version of one rule. Nothing is overwritten: staff make a new version, and events say by which they stand."""

    __table_args__ = (UniqueConstraint("key", "version"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    key: str
    version: int
    body: str
    created_at: datetime = Field(default_factory=clock.now)
    created_by: UUID | None = None


class CalendarFact(Row, table=True):
    """A date that the person has told. Dates of documents and of the profile stay where they are."""

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(index=True)
    kind: str
    topic: str = ""
    happened_on: date
    until: date | None = None
    changed_at: datetime = Field(default_factory=clock.now)


class CalendarEvent(Row, table=True):
    """One event of one person, or a series of his own that repeats.

    `first_on` and `last_on` are the UTC days between which it, or its series, may stand in a window; `rrule` is RFC
    5545. Words of a person are sealed; an event made by a rule finds its words in the rule, and only what it is about
    is sealed here. `due_on` is the day that reminders count down to. `paper` is the paper it is reckoned from,
    «document:ID» or «record:ID». `sequence` grows with every change, for calendars that subscribe.
    """

    __table_args__ = (
        UniqueConstraint("account_id", "key"),
        Index("ix_calendar_event_window", "account_id", "first_on", "last_on"),
        Index("ix_calendar_event_rule_key", "rule_key", postgresql_where=text("rule_key IS NOT NULL")),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID
    key: str
    kind: str
    origin: str
    rule_key: str | None = None
    paper: str | None = None
    rule_version: int | None = None
    step: str | None = None
    fact_origin: str | None = None
    sealed_words: str | None = None
    zone: str = "Europe/Moscow"
    all_day: bool = True
    starts_at: datetime
    ends_at: datetime
    due_on: date
    opens_on: date | None = None
    first_on: date
    last_on: date
    rrule: str | None = None
    skipped: str = "[]"
    ladder: str | None = None
    document_id: UUID | None = None
    done_at: datetime | None = None
    cancelled_at: datetime | None = None
    sequence: int = 0
    created_at: datetime = Field(default_factory=clock.now)
    changed_at: datetime = Field(default_factory=clock.now)


class CalendarMove(Row, table=True):
    """What a new plan moved, and why."""

    __table_args__ = (Index("ix_calendar_move_account_id_id", "account_id", "id"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID
    event_key: str
    kind: str
    rule_key: str
    step: str
    before: date | None = None
    after: date | None = None
    why: str
    at: datetime = Field(default_factory=clock.now)


class ReminderPlan(Row, table=True):
    """When an event is to be reminded of next; gone when nothing is left to say. The daily pass reads this index."""

    __table_args__ = (Index("ix_reminder_plan_next_at", "next_at", "event_id"),)

    event_id: UUID = Field(primary_key=True)
    account_id: UUID = Field(index=True)
    since: datetime
    next_at: datetime
    snoozed_until: date | None = None


class ReminderMark(Row, table=True):
    """A reminder given: its key forbids a second one for the same date and rung."""

    event_id: UUID = Field(primary_key=True)
    due_on: date = Field(primary_key=True)
    rung: str = Field(primary_key=True)
    account_id: UUID = Field(index=True)
    at: datetime = Field(default_factory=clock.now)


class ReminderSettings(Row, table=True):
    """How a person wants to be reminded, and of which of several accreditations he looks at the readiness."""

    account_id: UUID = Field(primary_key=True)
    zone: str = "Europe/Moscow"
    email: bool = True
    sms: bool = False
    digest: str = "none"
    hour: int = 9
    quiet_from: int = 21
    quiet_to: int = 8
    absent_from: date | None = None
    absent_to: date | None = None
    muted: str = "[]"
    ladders: str = "{}"
    readiness_of: str | None = None


class ReminderLetter(Row, table=True):
    """A reminder given, and its letter. `post_at` is when the letter is due; empty when there is none or it is posted.

    The line under the bell is kept by notifications under the same key; `told_at` is empty while it is still to be put
    there. `letter_key` leads to the letter in the outbox, and so to its state.
    """

    __table_args__ = (
        Index("ix_reminder_letter_account_id_id", "account_id", "id"),
        Index("ix_reminder_letter_event_id", "event_id"),
        Index(
            "ix_reminder_letter_post_at",
            "post_at",
            sqlite_where=text("post_at IS NOT NULL"),
            postgresql_where=text("post_at IS NOT NULL"),
        ),
        Index(
            "ix_reminder_letter_untold",
            "id",
            sqlite_where=text("told_at IS NULL"),
            postgresql_where=text("told_at IS NULL"),
        ),
        UniqueConstraint("account_id", "key"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID
    key: str
    event_id: UUID
    due_on: date
    rung: str
    created_at: datetime = Field(default_factory=clock.now)
    told_at: datetime | None = None
    post_at: datetime | None = None
    letter_key: str | None = None


class CalendarFeed(Row, table=True):
    """A secret address by which another calendar subscribes; only its fingerprint is kept."""

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(index=True)
    token_fingerprint: str = Field(unique=True)
    created_at: datetime = Field(default_factory=clock.now)
    revoked_at: datetime | None = None


class CalendarStamp(Row, table=True):
    """When anything in a person's calendar changed last, so that an unchanged feed is told from one number."""

    account_id: UUID = Field(primary_key=True)
    number: int = 0
    changed_at: datetime = Field(default_factory=clock.now)
    planned_on: date | None = Field(default=None, index=True)


class TrainingRecord(Row, table=True):
    """A training the person has entered: where, what, how many hours and points. Words are sealed."""

    __table_args__ = (
        UniqueConstraint("account_id", "record_fingerprint"),
        Index("ix_training_record_account_id_ended_on", "account_id", "ended_on"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID
    sealed_words: str
    record_fingerprint: str
    kind: str
    hours: int
    points: int
    started_on: date
    ended_on: date
    document_id: UUID | None = None
    import_id: UUID | None = Field(default=None, index=True)
    created_at: datetime = Field(default_factory=clock.now)


class CalendarPost(Row, table=True):
    """What staff post: an inspection, a programme, a competition, a change of regulations; and to whom.

    Empty means everybody. `fanned_to` is the last account that has it; `fanned_at` is set when all have.
    """

    id: UUID = Field(default_factory=new_id, primary_key=True)
    kind: str
    title_ru: str
    title_en: str
    body_ru: str
    body_en: str
    on_date: date | None = None
    region: str = ""
    speciality: str = ""
    level: int = 0
    created_by: UUID | None = None
    created_at: datetime = Field(default_factory=clock.now)
    fanned_to: UUID | None = None
    fanned_at: datetime | None = None
    reached: int = 0
    withdrawn_at: datetime | None = None
