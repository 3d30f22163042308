"""What staff post into calendars."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from medportal.kernel.text import Text


class PostKind(StrEnum):
    """What a post is about (F3, F12c)."""

    INSPECTION = "inspection"
    PROGRAMME = "programme"
    COMPETITION = "competition"
    REGULATION = "regulation"


@dataclass(frozen=True, slots=True)
class Post:
    """A post as staff write it. An empty region or speciality means all; `level` is the lowest that is addressed."""

    kind: PostKind
    title: Text
    body: Text
    on_date: date | None = None
    region: str = ""
    speciality: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class PostView:
    """A post as the list of staff shows it; `reached` grows until `done`."""

    id: UUID
    post: Post
    at: datetime
    reached: int
    done: bool
    withdrawn: bool
