"""Shapes of files on their way in."""

from dataclasses import dataclass, field
from uuid import UUID

from medportal.features.documents.schemas.kinds import KindKey


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as it came in.

    Attributes:
        kind: what the person says it is.
        name: what it is called there; only shown to its owner.
        declared: the media type the browser claims.
        data: the whole file.
        upload: the sender's own name for the upload: the same name and ordinal again is the same part again.
        ordinal: which part of the document it is, from 0.
        whole: the file is the whole document; else `finish` says when all parts are there.
        replaces: the document whose newer version this is.
        client: whose document it is, when an operator hands it in for somebody at his table.
    """

    kind: KindKey
    name: str = field(repr=False)
    declared: str
    data: bytes = field(repr=False)
    upload: str = ""
    ordinal: int = 0
    whole: bool = True
    replaces: UUID | None = None
    client: UUID | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file that was sent. `finished`: the document is whole and is being looked at."""

    document_id: UUID
    ordinal: int
    pages: int
    finished: bool
    again: bool = False  # this very part was here already
