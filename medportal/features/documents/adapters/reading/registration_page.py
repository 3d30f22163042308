"""The page with the stamp of registration."""

from collections.abc import Mapping
from dataclasses import replace

from medportal.features.documents.adapters.reading import zones
from medportal.features.documents.adapters.reading.letters import Letters, Word, missed
from medportal.features.documents.adapters.reading.pictures import Picture
from medportal.features.documents.adapters.reading.recogniser import Recogniser
from medportal.features.documents.adapters.reading.sheet import Sheet
from medportal.features.documents.rules.reading import address, printed
from medportal.features.documents.rules.reading.printed import Read
from medportal.features.documents.rules.reading.verdict import NOISE
from medportal.features.documents.schemas.reading import Field, Outcome, PageFacts, PageKind, Quality, Source

# The stamp is looked for everywhere but at the edge with the number.
LEFT, TOP, RIGHT, FOOT = 40, 85, 880, 30


def facts_of(
    sheet: Sheet, quality: Quality, red: str, engines: tuple[Letters | None, Recogniser], *, page: int
) -> PageFacts:
    """What a page of this shape shows: a registration if its labels are there, something unknown otherwise."""
    letters, recogniser = engines
    if letters is None:
        return PageFacts(PageKind.REGISTRATION, Outcome.ABSENT, quality, False, False, False, red_number=red)
    zone = (LEFT, TOP, RIGHT, sheet.height - FOOT)
    words, white = zones.read_stamp(sheet, zone, letters)
    rows = printed.rows_of([(word.text, word.sure, word.height, word.line) for word in words])
    if not address.is_registration(rows):
        return PageFacts(PageKind.UNKNOWN, Outcome.ABSENT, quality, False, False, True, red_number=red)
    parts = address.labelled(rows)
    value = address.address_of(parts)
    stamped = _stamped(words)
    fields: dict[str, Field] = {}
    if value and quality.noise <= NOISE and _whole(white, stamped) and _numbers_agree(sheet, parts, words, recogniser):
        box = zones.box_around(sheet, stamped)
        fields["registration_address"] = Field(value, Source.VISUAL, proven=False, page=page, box=box)
    return PageFacts(PageKind.REGISTRATION, Outcome.ABSENT, quality, True, False, True, fields, red_number=red)


def _whole(white: Picture, stamped: list[Word]) -> bool:
    """Whether every sign of the address was read: a word that was passed over would leave another address."""
    top = max(0, min(word.top for word in stamped) - TOP)
    foot = max(word.top + word.height for word in stamped) - TOP
    moved = [replace(word, left=word.left - LEFT, top=word.top - TOP - top) for word in stamped]
    return not missed(white[top:foot], moved, zones.LEAST)


def _numbers_agree(sheet: Sheet, parts: Mapping[str, list[Read]], words: list[Word], recogniser: Recogniser) -> bool:
    """Whether house, building and flat are read alike by the other engine: no letters around them speak for them."""
    reads = [
        read for name in address.NUMBERS for read in parts.get(name, []) if any(sign.isdigit() for sign in read[0])
    ]
    runs = [[next(word for word in words if (word.text, word.sure, word.height) == read)] for read in reads]
    return zones.agreed(sheet, runs, recogniser)


def _stamped(words: list[Word]) -> list[Word]:
    """The words of the address: below the date, above the office."""
    top = min((word.top for word in words if printed.alike(word.text, "Регион") > 0.7), default=0)
    foot = max((word.top + word.height for word in words if printed.alike(word.text, "Дом") > 0.6), default=10_000)
    return [word for word in words if top - 10 <= word.top and word.top + word.height <= foot + 10]
