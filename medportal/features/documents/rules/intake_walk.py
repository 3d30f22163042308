"""What a walk over the bytes of a document finds."""

from typing import NamedTuple

from medportal.features.documents.schemas.intake import Code


class Walk(NamedTuple):
    """The flaw of a document if it has one, its size in pixels as far as it is known, and where its tail begins."""

    flaw: Code | None
    size: tuple[int, int] | None = None
    end: int | None = None
