"""Tables of documents. Files themselves lie on the shelf under the ids of these rows; what they say is sealed here."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from medportal.infra.db import Row, new_id
from medportal.kernel import clock


class Document(Row, table=True):
    """One version of one document. A newer version names the one it replaces and bears the same `series_id`.

    `codes` are why it stands where it stands, `failed` the rules that failed, both JSON. `lease` marks who works on it
    and until when; `next_try_at` when a worker is to look. `upload_key` is the sender's own name for the upload, so
    that one sent again is found again.
    """

    __table_args__ = (
        UniqueConstraint("account_id", "upload_key"),
        Index("ix_document_due", "state", "next_try_at"),
        Index("ix_document_account_id_kind", "account_id", "kind"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    account_id: UUID = Field(index=True)
    kind: str
    state: str
    upload_key: str
    series_id: UUID = Field(index=True)
    replaces_id: UUID | None = None
    pages: int = 0
    scan: str = "unavailable"
    scanned_at: datetime | None = None
    waits: str | None = None
    codes: str = "[]"
    failed: str = "[]"
    read_at: datetime | None = None
    sealed_reading: str | None = None
    sealed_values: str | None = None
    issued_on: date | None = None
    expires_on: date | None = Field(default=None, index=True)
    case_id: UUID | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    attempts: int = 0
    next_try_at: datetime | None = None
    lease: UUID | None = None
    leased_until: datetime | None = None
    warned_of: date | None = None
    binned_at: datetime | None = None
    gone_at: datetime | None = Field(default=None, index=True)
    created_at: datetime = Field(default_factory=clock.now)
    changed_at: datetime = Field(default_factory=clock.now)


class DocumentFile(Row, table=True):
    """A file as it was handed in: the original, or a detached signature. The same file twice is forbidden here.

    Of a signature whose certificate is the owner's own, the two days are those between which that certificate is valid.
    """

    __table_args__ = (
        UniqueConstraint("document_id", "slot", "ordinal"),
        UniqueConstraint("account_id", "content_fingerprint"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    document_id: UUID = Field(foreign_key="document.id")
    account_id: UUID
    slot: str
    ordinal: int
    kind: str
    size: int
    sha256: str
    content_fingerprint: str
    sealed_name: str
    certificate_from: date | None = None
    certificate_until: date | None = None
    created_at: datetime = Field(default_factory=clock.now)


class DocumentPage(Row, table=True):
    """One page as it may be shown; its picture and its thumbnail lie on the shelf under this id."""

    __table_args__ = (UniqueConstraint("document_id", "ordinal", "number"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    document_id: UUID = Field(foreign_key="document.id")
    file_id: UUID = Field(foreign_key="document_file.id", index=True)
    ordinal: int
    number: int
    width: int
    height: int
    blank: bool
    image_sha256: str
    image_size: int
    thumbnail_sha256: str
    thumbnail_size: int


class DocumentMove(Row, table=True):
    """One move of a document from state to state."""

    id: UUID = Field(default_factory=new_id, primary_key=True)
    document_id: UUID = Field(index=True)
    before: str | None = None
    after: str
    by_role: str
    by_id: UUID | None = None
    codes: str = "[]"
    at: datetime = Field(default_factory=clock.now)


class DocumentLook(Row, table=True):
    """Somebody opened a document: who, when, for which case and why."""

    __table_args__ = (Index("ix_document_look_document_id_at", "document_id", "at"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    document_id: UUID
    account_id: UUID
    viewer_id: UUID | None
    viewer_role: str
    what: str
    case_id: UUID | None = None
    sealed_why: str | None = None
    at: datetime = Field(default_factory=clock.now)


class DocumentTrace(Row, table=True):
    """The record that there was a document, when its files are gone: what it was, its last state, and why it went."""

    document_id: UUID = Field(primary_key=True)
    account_id: UUID = Field(index=True)
    kind: str
    state: str
    pages: int
    files: int
    bytes: int
    handed_in_at: datetime
    gone_at: datetime
    why: str


class ShelfChore(Row, table=True):
    """A file to be taken off the shelf: after its rows went, or when the rows it was laid down for never came."""

    item_id: UUID = Field(primary_key=True)
    place: str = Field(primary_key=True)
    due_at: datetime = Field(index=True)
