"""The red series and number at the right edge, printed downwards: once on each page."""

from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np

from medportal.features.documents.adapters.reading.pictures import Floats, Picture, ink_of, levels
from medportal.features.documents.adapters.reading.recogniser import SIGNS, Recogniser
from medportal.features.documents.adapters.reading.sheet import HALF, SPREAD, Sheet, Zone

UPPER: Zone = (900, 90, 1000, 500)
LOWER: Zone = (900, 790, 1000, 1200)
STAMPED: Zone = (880, 90, 1000, 560)
DIGITS = 10
LETTER = 26  # points of the recognised picture a digit stands tall
SURE = 0.8


@dataclass(frozen=True, slots=True)
class EdgeNumber:
    """Digits, and the least sure of them."""

    digits: str
    sure: float


def read_edge(sheet: Sheet, zone: Zone, recogniser: Recogniser) -> EdgeNumber | None:
    """The number in a zone, or None when there are no ten digits."""
    band = cast("Picture", cv2.rotate(sheet.cut(zone), cv2.ROTATE_90_COUNTERCLOCKWISE))[:, :, 1].copy()
    rows = _rows(band)
    if rows is None:
        return None
    found = line_digits(band, rows, recogniser)
    return found if len(found.digits) == DIGITS else None


def line_digits(gray: Picture, place: Zone, recogniser: Recogniser) -> EdgeNumber:
    """The digits of one printed line whose box is known; other signs are passed over."""
    return lines_digits([drawn(gray, place)], recogniser)[0]


def lines_digits(lines: list[Picture], recogniser: Recogniser) -> list[EdgeNumber]:
    """The digits of several drawn lines, asked for at once."""
    return [_digits(likely) for likely in recogniser.read(lines)] if lines else []


def drawn(gray: Picture, place: Zone) -> Picture:
    """One printed line as the recogniser takes it."""
    left, top, right, bottom = place
    scale = LETTER / (bottom - top)
    middle, half = (top + bottom) / 2, 24 / scale
    width = int(((right - left) + 24) * scale) // 8 * 8 + 8
    across = (left - 12 + np.arange(width) / scale).astype(np.float32)
    down = (middle - half + np.arange(48) / scale).astype(np.float32)
    grid = np.meshgrid(across, down)
    return cast("Picture", cv2.remap(gray, grid[0], grid[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))


def _rows(band: Picture) -> Zone | None:
    """The box of the tallest line of print in a band, if it may be ten digits."""
    ink = ink_of(cast("Picture", cv2.GaussianBlur(band, (0, 0), 1.0)))
    dark = ink > max(30.0, 0.5 * levels(ink, 98)[0])
    joined = cv2.morphologyEx(dark.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((5, 45), np.uint8))
    joined = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((9, 15), np.uint8))
    best: Zone | None = None
    for outline in cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]:
        left, top, width, height = cv2.boundingRect(outline)
        if 14 <= height <= 60 and width >= 5.5 * height and (best is None or width > best[2] - best[0]):
            best = (left, top, left + width, top + height)
    return best


def _digits(likely: Floats) -> EdgeNumber:
    """What a line says when only digits count: a sign is read where it first beats nothing."""
    numbers = likely[:, [SIGNS.index(digit) for digit in "0123456789"]]
    best = numbers.argmax(1)
    seen = numbers.max(1)
    digits, sure, last = "", 1.0, -1
    for step, sign in enumerate(best):
        if seen[step] < 0.4:
            last = -1
        elif sign != last:
            digits, sure, last = digits + str(sign), min(sure, float(seen[step : step + 2].max())), int(sign)
    return EdgeNumber(digits, sure)


def zones_of(sheet: Sheet) -> tuple[Zone, ...]:
    """Where the number may stand on a sheet of this shape."""
    return (UPPER, LOWER) if sheet.height > (SPREAD + HALF) / 2 else (STAMPED,)
