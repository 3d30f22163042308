"""What the sandbox may answer. Whoever broke out of a decoder could answer anything: only this shape passes."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from medportal.features.documents.rules.intake import MAX_PAGES
from medportal.features.documents.schemas.intake import Code

JPEG_HEAD, JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, hide_input_in_errors=True)


class CostSaid(_Strict):
    """What the look cost, measured by the one who watched."""

    cpu_ms: int = Field(ge=0)
    peak_mb: int = Field(ge=0)


class Watched(_Strict):
    """What the watcher says of the one who looked."""

    state: Literal["answered", "late", "died"]
    cost: CostSaid


class PageSaid(_Strict):
    """One page."""

    width: int = Field(ge=1, le=8192)
    height: int = Field(ge=1, le=8192)
    blank: bool


class Seen(_Strict):
    """What the one who looked says: reasons to refuse, or pages; never both, never neither."""

    codes: Annotated[list[Annotated[Code, Field(strict=False)]], Field(max_length=len(Code))]
    pages: Annotated[list[PageSaid], Field(max_length=MAX_PAGES)]


def is_picture(blob: bytes) -> bool:
    """Whether this is at least by its ends what it must be."""
    return blob.startswith(JPEG_HEAD) and blob.endswith(JPEG_END)
