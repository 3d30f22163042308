"""The reader of passports: bytes in, a judged reading out.

A page with code lines is read through them; any other is laid by its corners and by the red number at its edge, which
tells how it lies and which page it is. Printed Russian is read where its model is installed.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np

from medportal.features.documents.adapters.reading import code, edge, photo_page, quality, registration_page
from medportal.features.documents.adapters.reading.letters import Letters, find_model
from medportal.features.documents.adapters.reading.lines import Line, find_lines
from medportal.features.documents.adapters.reading.pictures import (
    Picture,
    UnreadableFileError,
    gray_of,
    open_all,
)
from medportal.features.documents.adapters.reading.recogniser import Recogniser, recogniser
from medportal.features.documents.adapters.reading.sheet import (
    HALF,
    SPREAD,
    WIDTH,
    Sheet,
    find_corners,
    sheet_by_code,
    sheets_by_corners,
)
from medportal.features.documents.rules.reading import proof, verdict
from medportal.features.documents.schemas.reading import (
    Code,
    Field,
    Outcome,
    PageFacts,
    PageKind,
    PageReading,
    Proof,
    Quality,
    Reading,
    Source,
    Zone,
)
from medportal.kernel import clock

MILLIMETRES = 125  # how wide a page of a passport is
PITCH_MM = 2.54
LEAST_SIDE = 64  # points: less is not even a code line
FULL = 0.945  # of the height a spread has: less, and an edge is missing


class PassportReader:
    """Reads pages of Russian passports. One for a process: models stay warm; any number of threads may ask.

    Args:
        tessdata: the folder of Tesseract's models; by default the places where distributions keep them. Without the
            Russian one only the code lines and the red number are read, and the reading says so.
    """

    def __init__(self, tessdata: Path | None = None) -> None:
        folder = find_model(tessdata)
        self._letters = Letters(folder) if folder is not None else None

    @property
    def reads_russian(self) -> bool:
        """Whether printed Russian letters are read here."""
        return self._letters is not None

    def warm_up(self, sheet: Picture) -> None:
        """Have every engine loaded, on a page with nothing on it."""
        gray = gray_of(sheet)
        recogniser().read([gray[:48, :320]])
        if self._letters is not None:
            self._letters.read(gray[:200, :400])
        clock.today()

    def read(self, data: bytes) -> Reading:
        """A file by itself: a picture of one page, or a PDF, which has to hold both."""
        return self.read_pages([data], whole=data.startswith(b"%PDF-"))

    def read_pages(self, files: Sequence[bytes], *, whole: bool) -> Reading:
        """Files that are one document. `whole`: both pages have to be there."""
        try:
            pictures = open_all(files)
        except UnreadableFileError:
            found = verdict.finding(Code.FILE_UNREADABLE, Zone.PAGE, None)
            return Reading(False, (found.code,), (found,), (), {}, ())
        today = clock.today()
        return _judged([self._look(picture, number, today) for number, picture in enumerate(pictures)], whole=whole)

    def _engines(self) -> tuple[Letters | None, Recogniser]:
        return self._letters, recogniser()

    def _look(self, picture: Picture, number: int, today: date) -> tuple[PageFacts, int]:
        gray = gray_of(picture)
        if min(gray.shape) < LEAST_SIDE:
            return _speck(gray, self.reads_russian), 0
        lines = find_lines(gray)
        seen = code.read_code(gray, lines, recogniser(), today)
        if seen is not None and seen.settled:
            return self._with_code(picture, gray, seen, number)
        lost = seen is None or seen.proof.outcome is Outcome.ABSENT
        facts, turn = self._without_code(picture, gray, lines, number) if lost else (None, 0)
        if facts is not None and (facts.readable or facts.kind is PageKind.REGISTRATION or _is_blank(facts)):
            return facts, turn
        again = code.read_code_again(gray, recogniser(), today)
        best = max((one for one in (seen, again) if one is not None), key=_rank, default=None)
        if best is None or (best.proof.outcome is Outcome.ABSENT and facts is not None):
            cut = best is not None and best.cut and facts is not None and facts.kind is PageKind.PHOTO
            facts = facts or _nothing(gray, self.reads_russian)
            return (replace(facts, outcome=Outcome.CUT) if cut else facts), turn
        return self._with_code(picture, gray, best, number)

    def _with_code(self, picture: Picture, gray: Picture, seen: code.CodeLines, number: int) -> tuple[PageFacts, int]:
        sheet = sheet_by_code(picture, seen.grids, find_corners(gray))
        measures = quality.measure(gray, seen.pitch / PITCH_MM * 25.4, seen.corners)
        proven = seen.proof.outcome is Outcome.PROVEN
        fields: dict[str, Field] = {}
        printed: dict[str, str] = {}
        if self._letters is not None and seen.proof.outcome is not Outcome.UNREADABLE:
            printed = {name: value for name, (value, _) in photo_page.printed_names(sheet, self._letters).items()}
        if self._letters is not None and _printed_counts(seen.proof, measures):
            fields |= photo_page.russian_fields(sheet, self._letters, number)
        red = "" if photo_page.names_agree(seen.proof, printed) else photo_page.edge_number(sheet, recogniser())
        if proven:
            names = proof.confirmed(seen.proof, printed)
            fields |= photo_page.code_fields(seen, names, picture.shape, number)
        outcome = Outcome.CUT if seen.cut and not seen.settled else seen.proof.outcome
        facts = PageFacts(
            PageKind.PHOTO,
            outcome,
            measures,
            readable=proven,
            cropped=False,
            cyrillic=self.reads_russian,
            fields=fields,
            another=proof.contradicted(seen.proof, printed),
            red_number=red,
            code_number=seen.proof.values["series"] + seen.proof.values["number"] if proven else "",
        )
        return facts, sheet_turn(sheet)

    def _without_code(self, picture: Picture, gray: Picture, lines: list[Line], number: int) -> tuple[PageFacts, int]:
        sheets = sheets_by_corners(picture, find_corners(gray), lines)
        for sheet in sheets:
            read = [found for zone in edge.zones_of(sheet) if (found := edge.read_edge(sheet, zone, recogniser()))]
            if any(found.sure >= edge.SURE for found in read):
                return self._laid(sheet, gray, read, number), sheet_turn(sheet)
        return self._by_labels(sheets, gray, number)

    def _by_labels(self, sheets: list[Sheet], gray: Picture, number: int) -> tuple[PageFacts, int]:
        """Without a number at the edge only the labels of the stamp can tell what a page is."""
        nothing = _nothing(gray, self.reads_russian)
        if self._letters is None or verdict.unrecognised(nothing.quality) is not None or _is_blank(nothing):
            return nothing, 0
        lying = [sheet for sheet in sheets[:2] if not _is_spread(sheet)]  # as the picture lies, and upside down
        for sheet in lying:
            facts = self._laid(sheet, gray, [], number)
            if facts.kind is PageKind.REGISTRATION:
                return facts, sheet_turn(sheet)
        return nothing, 0

    def _laid(self, sheet: Sheet, gray: Picture, read: list[edge.EdgeNumber], number: int) -> PageFacts:
        measures = quality.measure(gray, _points_across(sheet) / MILLIMETRES * 25.4)
        plain = {found.digits for found in read if found.sure >= edge.SURE}
        red = plain.pop() if len(plain) == 1 else ""
        if not _is_spread(sheet):
            return registration_page.facts_of(sheet, measures, red, self._engines(), page=number)
        fields: dict[str, Field] = {}
        if self._letters is not None and measures.noise <= verdict.NOISE:
            fields = photo_page.all_printed(sheet, self._letters, recogniser(), number)
        if red and len(read) == 2 and read[0].digits == read[1].digits:
            boxes = sheet.box(edge.UPPER)
            fields["series"] = Field(red[:4], Source.VISUAL, proven=False, page=number, box=boxes)
            fields["number"] = Field(red[4:], Source.VISUAL, proven=False, page=number, box=boxes)
        cropped = sheet.height < FULL * SPREAD
        readable = bool(fields.keys() & {"issuing_authority", "surname", "issue_date"}) and not cropped
        return PageFacts(
            PageKind.PHOTO,
            Outcome.ABSENT,
            measures,
            readable,
            cropped,
            self.reads_russian,
            fields,
            red_number=red,
        )


def _printed_counts(told: Proof, measures: Quality) -> bool:
    """Whether print is worth reading: grain swallows whole words, and what is left looks like all there was."""
    return told.outcome is not Outcome.UNREADABLE and measures.noise <= verdict.NOISE


def _is_blank(facts: PageFacts) -> bool:
    return facts.quality.contrast < verdict.CONTRAST and facts.quality.brightness >= verdict.PAPER


def _rank(seen: code.CodeLines) -> int:
    return (Outcome.ABSENT, Outcome.UNREADABLE, Outcome.CHECK_FAILED, Outcome.PROVEN).index(seen.proof.outcome)


def _nothing(gray: Picture, cyrillic: bool) -> PageFacts:
    return PageFacts(PageKind.UNKNOWN, Outcome.ABSENT, quality.measure(gray, None), False, False, cyrillic)


def _speck(gray: Picture, cyrillic: bool) -> PageFacts:
    """A picture on which no letter has room: nothing about it needs to be measured but that."""
    plain = Quality(min(gray.shape), None, sharpness=100.0, contrast=255.0, brightness=255.0, noise=0.0, glare=0.0)
    return PageFacts(PageKind.UNKNOWN, Outcome.ABSENT, plain, False, False, cyrillic)


def _is_spread(sheet: Sheet) -> bool:
    return sheet.height > (SPREAD + HALF) / 2


def _points_across(sheet: Sheet) -> float:
    box = sheet.box((0, 0, WIDTH, sheet.height))
    height, width = sheet.picture.shape[:2]
    return (
        min(box.width * width, box.height * height)
        if sheet.height > WIDTH
        else max(box.width * width, box.height * height)
    )


def sheet_turn(sheet: Sheet) -> int:
    """How far the picture must be turned clockwise to stand upright, in whole quarters."""
    back = np.linalg.inv(sheet.way)
    ends = np.array(((0, sheet.height / 2, 1), (WIDTH, sheet.height / 2, 1)), np.float32) @ back.T
    ends = ends[:, :2] / ends[:, 2:]
    along = ends[1] - ends[0]
    return round(-float(np.degrees(np.arctan2(along[1], along[0]))) / 90) % 4 * 90


_EXPECTED = {
    PageKind.PHOTO: [
        *("series", "number", "issue_date", "issuing_authority", "division_code"),
        *("surname", "name", "patronymic", "sex", "birth_date", "birth_place"),
    ],
    PageKind.REGISTRATION: ["registration_address"],
    PageKind.UNKNOWN: [],
}


def _judged(pages: list[tuple[PageFacts, int]], *, whole: bool) -> Reading:
    facts = [page for page, _ in pages]
    read: list[PageReading] = []
    for number, (page, turn) in enumerate(pages):
        unread = tuple(name for name in _EXPECTED[page.kind] if name not in page.fields)
        read.append(
            PageReading(page.kind, turn, page.quality, verdict.page_findings(page, number), page.fields, unread)
        )
    together = verdict.set_findings(facts, whole=whole)
    findings = (*(finding for page in read for finding in page.findings), *together)
    codes = tuple(dict.fromkeys(finding.code for finding in findings if finding.decisive))
    fields = verdict.merged(facts, codes)
    unread = tuple(dict.fromkeys(name for page in read for name in page.unread if name not in fields))
    return Reading(not codes, codes, findings, tuple(read), fields, unread)
