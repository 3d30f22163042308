"""Shapes of intake: what a file claims to be, what was found inside, and what may be shown of it."""

from dataclasses import dataclass, field
from enum import StrEnum

from medportal.kernel.problem import Problem


class Slot(StrEnum):
    """Where a file is to be put. A detached signature fits only into its own slot (domain rules 2.5, ruling 19)."""

    DOCUMENT = "document"
    SIGNATURE = "signature"


class FileKind(StrEnum):
    """What a file is by its content; its name proves nothing."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    SIGNATURE = "signature"


class Code(StrEnum):
    """Why a file is not taken in. The codes are stable: scripts and letters rely on them."""

    FILE_EMPTY = "FILE_EMPTY"
    FILE_TOO_LARGE = "FILE_TOO_LARGE"
    FILE_TYPE_NOT_ALLOWED = "FILE_TYPE_NOT_ALLOWED"
    FILE_EXT_MISMATCH = "FILE_EXT_MISMATCH"
    FILE_CONTENT_UNKNOWN = "FILE_CONTENT_UNKNOWN"
    FILE_DAMAGED = "FILE_DAMAGED"
    FILE_TRAILING_DATA = "FILE_TRAILING_DATA"
    FILE_TOO_COMPLEX = "FILE_TOO_COMPLEX"
    FILE_DUPLICATE = "FILE_DUPLICATE"
    FILE_INFECTED = "FILE_INFECTED"
    IMAGE_TOO_LARGE = "IMAGE_TOO_LARGE"
    IMAGE_TOO_SMALL = "IMAGE_TOO_SMALL"
    PDF_ENCRYPTED = "PDF_ENCRYPTED"
    PDF_ACTIVE_CONTENT = "PDF_ACTIVE_CONTENT"
    PDF_ATTACHMENT = "PDF_ATTACHMENT"
    PDF_TOO_MANY_PAGES = "PDF_TOO_MANY_PAGES"
    PDF_NO_PAGES = "PDF_NO_PAGES"
    PAGES_BLANK = "PAGES_BLANK"


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it may be shown: re-encoded, upright, with nothing of the original but its pixels. Both are JPEG."""

    width: int
    height: int
    blank: bool
    image: bytes = field(repr=False)
    thumbnail: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Cost:
    """What looking into a file took: time on a processor, and the most memory at any moment."""

    cpu_ms: int
    peak_mb: int


@dataclass(frozen=True, slots=True)
class Inside:
    """What was found inside a file: reasons to refuse it, or its pages."""

    codes: tuple[Code, ...] = ()
    pages: tuple[Page, ...] = ()
    cost: Cost | None = None


@dataclass(frozen=True, slots=True)
class Inspection:
    """The answer of intake. `pages` are there only when the file is accepted, and never for a signature."""

    sha256: str
    size: int
    kind: FileKind | None
    codes: tuple[Code, ...]
    problems: tuple[Problem, ...]
    pages: tuple[Page, ...]
    cost: Cost | None = None

    @property
    def accepted(self) -> bool:
        """Whether the file may be taken in."""
        return not self.codes


class Scan(StrEnum):
    """What the malware scanner said."""

    CLEAN = "clean"
    INFECTED = "infected"
    UNAVAILABLE = "unavailable"
    NOT_SCANNED = "not_scanned"
