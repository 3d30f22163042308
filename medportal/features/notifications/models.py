"""Tables of notifications."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from medportal.features.notifications.schemas import LetterState
from medportal.infra.db import Row, new_id
from medportal.kernel import clock


class Correspondent(Row, table=True):
    """How to write to an account. A settled one is registered: its confirmed contacts cannot be taken over."""

    account_id: UUID = Field(primary_key=True)
    language: str = "ru"
    settled: bool = False


class Contact(Row, table=True):
    """One way to reach an account. `confirmed_fingerprint` is filled while confirmed: one owner per contact."""

    __table_args__ = (UniqueConstraint("account_id", "channel"), UniqueConstraint("channel", "confirmed_fingerprint"))

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID
    channel: str
    sealed_value: str = ""
    value_fingerprint: str = ""
    confirmed_at: datetime | None = None
    confirmed_fingerprint: str | None = None


class ContactConfirmation(Row, table=True):
    """A code or a link that proves a contact. It dies when used, replaced, or when the contact changes."""

    id: UUID = Field(default_factory=new_id, primary_key=True)
    contact_id: UUID = Field(index=True)
    account_id: UUID = Field(index=True)
    secret_fingerprint: str = Field(index=True)
    created_at: datetime = Field(default_factory=clock.now, index=True)
    expires_at: datetime
    attempts: int = 0
    used_at: datetime | None = None
    dead: bool = False


class OutboxLetter(Row, table=True):
    """A letter that must go out, written together with its cause; `key` forbids a second one.

    Once a real carrier has taken it, the words and the address are wiped: codes and links do not lie about.
    """

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(index=True)
    channel: str
    purpose: str
    key: str = Field(unique=True)
    sealed_to: str | None = None
    sealed_subject: str | None = None
    sealed_body: str | None = None
    sealed_unsubscribe: str | None = None
    language: str = "ru"
    state: str = Field(default=LetterState.QUEUED, index=True)
    attempts: int = 0
    created_at: datetime = Field(default_factory=clock.now, index=True)
    next_try_at: datetime = Field(default_factory=clock.now)
    worthless_at: datetime | None = None
    sent_at: datetime | None = None
    demonstration: bool = False


class BellLine(Row, table=True):
    """One line under a person's bell; `key` forbids a second one. The words may be his own and are sealed."""

    __table_args__ = (
        UniqueConstraint("account_id", "key"),
        Index("ix_bell_line_account_id_read_at", "account_id", "read_at"),
        Index("ix_bell_line_account_id_id", "account_id", "id"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID
    key: str
    link: str = ""
    sealed_title_ru: str
    sealed_title_en: str
    sealed_body_ru: str
    sealed_body_en: str
    created_at: datetime = Field(default_factory=clock.now)
    read_at: datetime | None = None
