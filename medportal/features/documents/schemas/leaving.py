"""Shapes of what leaves: a file for its owner to save, and the record of a document that is gone."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from medportal.features.documents.schemas.documents import DocumentState
from medportal.features.documents.schemas.kinds import KindKey
from medportal.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Download:
    """A file for its owner to save."""

    name: str = field(repr=False)
    media: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class GoneView:
    """The record that there was a document: its files are gone."""

    document_id: UUID
    kind: KindKey
    title: Text
    state: DocumentState
    pages: int
    handed_in_at: datetime
    gone_at: datetime
    why: Text
