"""Shapes of the gallery and the viewer. No value of a document is in them: only states, dates, ids and places."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final, Literal
from uuid import UUID

from medportal.features.documents.schemas.intake import Scan
from medportal.features.documents.schemas.kinds import FieldSpec, KindKey
from medportal.features.documents.schemas.reading import Box, Source
from medportal.kernel.text import Text


class DocumentState(StrEnum):
    """Where a document stands.

    `gathering`: its pages are still coming. `uploaded`, `checking`: the portal works on it, or waits for a scanner, a
    register or the end of the registration. `kept`: nobody checks this kind. «Истекает» and «В корзине» are not
    states but flags of a card.
    """

    GATHERING = "gathering"
    UPLOADED = "uploaded"
    CHECKING = "checking"
    IN_REVIEW = "in_review"
    VERIFIED = "verified"
    KEPT = "kept"
    FIX_NEEDED = "fix_needed"
    REJECTED = "rejected"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"


WORKING: Final = frozenset({DocumentState.UPLOADED, DocumentState.CHECKING})
HOLDING: Final = frozenset({DocumentState.VERIFIED, DocumentState.KEPT})
WAITING: Final = frozenset({*WORKING, DocumentState.IN_REVIEW})

Tone = Literal["calm", "good", "warn", "bad", "faded"]
Order = Literal["newest", "oldest", "kind", "ending"]


class Waits(StrEnum):
    """What a document waits for, beyond its turn."""

    SCANNER = "scanner"
    READER = "reader"
    REGISTER = "register"
    REGISTRATION = "registration"


class LookKind(StrEnum):
    """What was opened."""

    VIEW = "view"
    PAGE = "page"
    ORIGINAL = "original"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a document stands where it stands: a stable code, what is wrong, and what cures it."""

    code: str
    text: Text
    cure: Text | None = None


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """What to show of a gallery; `words` are looked for in kinds, states, file names and typed values."""

    kind: KindKey | None = None
    state: DocumentState | None = None
    expiring: bool = False
    binned: bool = False
    words: str = ""
    order: Order = "newest"
    offset: int = 0
    limit: int = 60


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """One document in the gallery. `thumbnail` is an address; it is empty when there is nothing to show."""

    id: UUID
    kind: KindKey
    title: Text
    state: DocumentState
    word: Text
    tone: Tone
    scan: Scan
    waits: Waits | None
    pages: int
    created_at: datetime
    issued_on: date | None
    expires_on: date | None
    expiring: bool
    binned: bool
    gone_on: date | None  # when the bin lets it go
    kept_why: Text | None  # why the bin keeps it
    thumbnail: str


@dataclass(frozen=True, slots=True)
class Gallery:
    """Cards of one page of the gallery, and how many there are of what; the bin counts apart."""

    cards: tuple[DocumentCard, ...]
    total: int
    by_kind: dict[KindKey, int]
    by_state: dict[DocumentState, int]
    expiring: int
    binned: int


@dataclass(frozen=True, slots=True)
class Brought:
    """A document that was handed in for a client at a table, and why it is not good yet."""

    card: DocumentCard
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """One page: its number from 1, its size, and where its picture is."""

    number: int
    width: int
    height: int
    blank: bool
    address: str
    thumbnail: str


@dataclass(frozen=True, slots=True)
class BoxView:
    """Where on a page a value was read; the value itself travels by private HTTP under the same name."""

    name: str
    label: Text
    page: int
    box: Box
    source: Source
    proven: bool


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version of a document, by the one that was handed in."""

    document_id: UUID
    state: DocumentState
    word: Text
    created_at: datetime
    current: bool


@dataclass(frozen=True, slots=True)
class MoveView:
    """One move of a document from state to state, and who made it."""

    at: datetime
    after: DocumentState
    word: Text
    by: Text


@dataclass(frozen=True, slots=True)
class LookView:
    """Somebody opened the document. The why, in staff's words, travels by private HTTP."""

    id: UUID
    at: datetime
    by: Text
    own: bool
    what: LookKind


@dataclass(frozen=True, slots=True)
class May:
    """What the one who looks may do with the document now."""

    replace: bool = False
    bin: bool = False
    restore: bool = False
    fill_in: bool = False
    sign: bool = False


@dataclass(frozen=True, slots=True)
class ReviewView:
    """How the desk stands to a document. `deadline`: until when the doctor is asked to mend it."""

    case_id: UUID
    live: bool
    opened_at: datetime
    due_at: datetime
    deadline: datetime | None
    decided_at: datetime | None
    may_appeal: bool


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document in the viewer."""

    card: DocumentCard
    pages: tuple[PageView, ...]
    boxes: tuple[BoxView, ...]
    unread: tuple[Text, ...]
    reasons: tuple[Reason, ...]
    advice: tuple[Reason, ...]
    scan_word: Text
    versions: tuple[VersionView, ...]
    moves: tuple[MoveView, ...]
    looks: tuple[LookView, ...]
    fields: tuple[FieldSpec, ...]
    files: int
    signed: bool
    may: May
    original: str
    review: ReviewView | None = None
    failed: tuple[str, ...] = ()  # codes of the rules that did not say yes


@dataclass(frozen=True, slots=True)
class DocumentFact:
    """A document as other slices reckon with it. `holds`: it is good today, and not in the bin.

    `confirmed`: by registers or by a person, even if it has ended since. `certificate`: between which days the owner's
    own certificate is valid by which it was signed; nobody has verified that.
    """

    document_id: UUID
    kind: KindKey
    state: DocumentState
    issued_on: date | None
    expires_on: date | None
    created_at: datetime
    holds: bool
    series_id: UUID
    confirmed: bool
    speciality: str = ""
    certificate: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class ReadField:
    """A value that was read off a scan; pages count from 1."""

    value: str = field(repr=False)
    source: Source
    proven: bool
    page: int
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class KeptReading:
    """What the reader said of a document: suggestions for forms. Nothing in it is to be taken without a look."""

    document_id: UUID
    accepted: bool
    codes: tuple[str, ...]
    fields: dict[str, ReadField] = field(repr=False)
    unread: tuple[str, ...] = ()
    findings: tuple[Reason, ...] = ()
