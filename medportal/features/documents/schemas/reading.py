"""Shapes of reading: what was read on a page, from where, and what is wrong with it. Values never show in a repr."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from medportal.kernel.text import Text


class PageKind(StrEnum):
    """Which page of a passport it is; `unknown` may be anything else, or a page nobody could recognise."""

    PHOTO = "photo_page"
    REGISTRATION = "registration_page"
    UNKNOWN = "unknown"


class Source(StrEnum):
    """Where on the page a value stands: in the code lines at the bottom, or in print."""

    MRZ = "mrz"
    VISUAL = "visual"


class Zone(StrEnum):
    """A part of a page, for sentences that say where it cannot be read."""

    PAGE = "page"
    CODE_LINES = "code_lines"
    ISSUER = "issuer"
    PERSON = "person"
    STAMP = "stamp"


class Code(StrEnum):
    """What is wrong with a page or with a set of pages; also what is only worth a word."""

    QUALITY_LOW_RES = "QUALITY_LOW_RES"
    QUALITY_DARK = "QUALITY_DARK"
    QUALITY_BLUR = "QUALITY_BLUR"
    QUALITY_GLARE = "QUALITY_GLARE"
    QUALITY_NOISE = "QUALITY_NOISE"
    MRZ_CHECK_FAILED = "MRZ_CHECK_FAILED"
    MRZ_NOT_FOUND = "MRZ_NOT_FOUND"
    MRZ_VISUAL_MISMATCH = "MRZ_VISUAL_MISMATCH"
    PAGE_CROPPED = "PAGE_CROPPED"
    PAGE_MISSING_MAIN = "PAGE_MISSING_MAIN"
    PAGE_MISSING_REGISTRATION = "PAGE_MISSING_REGISTRATION"
    PAGES_MISMATCH = "PAGES_MISMATCH"
    FILE_UNREADABLE = "FILE_UNREADABLE"
    CYRILLIC_UNREAD = "CYRILLIC_UNREAD"


class Outcome(StrEnum):
    """What became of the code lines of a page."""

    PROVEN = "proven"  # every check digit holds
    CHECK_FAILED = "check_failed"  # read with confidence, and a check digit does not hold
    UNREADABLE = "unreadable"  # they are there, and cannot be read
    CUT = "cut"  # they leave the picture
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page as it was handed in: left, top, width, height as parts of its width and height."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Field:
    """A value that was read. `proven` says that check digits cover it and hold."""

    value: str = field(repr=False)
    source: Source
    proven: bool
    page: int
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Quality:
    """Measures of a page. They name the reason when it cannot be read; they never decide by themselves."""

    short_side: int
    dots_per_inch: float | None
    sharpness: float
    contrast: float
    brightness: float
    noise: float
    glare: float
    glare_on_code: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """One place of a code line: what stands there, how likely, and what else it could be."""

    char: str = field(repr=False)
    likely: float
    other: str = field(repr=False)
    other_likely: float

    @property
    def sure(self) -> float:
        """How much of what the place can hold speaks for the sign."""
        return self.likely / (self.likely + self.other_likely + 1e-6)


@dataclass(frozen=True, slots=True)
class Proof:
    """What the code lines prove. Dates stand as ДД.ММ.ГГГГ, names in capitals, under the names of the fields."""

    outcome: Outcome
    values: Mapping[str, str] = field(repr=False, default_factory=dict[str, str])
    names: Mapping[str, str] = field(repr=False, default_factory=dict[str, str])
    clear: bool = False  # whether every letter of the names, which no check digit covers, is plain by itself


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell the person. Only what is `decisive` refuses the page; the rest is advice."""

    code: Code
    zone: Zone
    decisive: bool
    text: Text
    page: int | None = None


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page shows, before anybody judges it."""

    kind: PageKind
    outcome: Outcome
    quality: Quality
    readable: bool  # whether the printed fields that decide about this kind of page were read
    cropped: bool
    cyrillic: bool  # whether Russian letters could be read at all here
    fields: Mapping[str, Field] = field(repr=False, default_factory=dict[str, Field])
    another: bool = False  # whether print names somebody else than the code lines
    red_number: str = field(repr=False, default="")  # the ten red digits at the edge, when they were read
    code_number: str = field(repr=False, default="")  # the ten digits in the code lines, when they are proven


@dataclass(frozen=True, slots=True)
class PageReading:
    """One page, read and judged. `turn` is how far it must be turned clockwise to stand upright."""

    kind: PageKind
    turn: int
    quality: Quality
    findings: tuple[Finding, ...]
    fields: Mapping[str, Field] = field(repr=False)
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A file or a set of pages, read and judged."""

    accepted: bool
    codes: tuple[Code, ...]
    findings: tuple[Finding, ...]
    pages: tuple[PageReading, ...]
    fields: Mapping[str, Field] = field(repr=False)
    unread: tuple[str, ...] = ()  # names of fields that somebody has to type


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that was typed otherwise than it was read: indexes of the letters that differ, in each of the two."""

    name: str
    typed: tuple[int, ...]
    read: tuple[int, ...]
