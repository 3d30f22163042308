"""Code lines made straight: each line gets its own grid of 44 cells, bent as the page is bent.

Two fits a line: a parabola along the middle of the characters, and a parabola of the places between them. The cells
are then drawn upright, 16 points wide each, which is two steps of the recogniser a character.
"""

from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np

from medportal.features.documents.adapters.reading.lines import Line, Strip
from medportal.features.documents.adapters.reading.pictures import Floats, Picture, ink_of, levels, stretched

CELLS = 44
PITCH = 20  # points a cell on the band that is measured
MARGIN = 24
CELL = 16  # points a cell on what is recognised
HEIGHT = 48
LETTER = 0.5  # of the height: how tall a capital stands in what is recognised


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """One code line: the band cut out along it, the fits, and the way back to the page."""

    band: Picture
    back: Floats  # 2 x 3, from points of the band to points of the page
    middle: Floats  # the parabola along the characters
    letter: float  # how tall a capital is on the band
    ends: tuple[float, float, float]  # left, right and bow of the cells
    regular: float  # how plainly characters and gaps take turns: below 0.05 there is no code line

    def across(self, cells: Floats) -> Floats:
        """Where cell borders lie on the band: 0 is the left end of the line, 44 the right."""
        left, right, bow = self.ends
        part = cells / CELLS
        return (left + (right - left) * part + 4 * bow * part * (1 - part)).astype(np.float32)

    def drawn(self, spans: list[tuple[int, int]]) -> Picture:
        """The cells of the spans, side by side, with one empty cell at either end."""
        cells = np.concatenate([np.arange((end - start) * CELL) / CELL + start for start, end in _padded(spans)])
        across = self.across((cells + 0.5 / CELL).astype(np.float32))
        step = self.letter / (LETTER * HEIGHT)
        rows = ((np.arange(HEIGHT) + 0.5 - HEIGHT / 2) * step).astype(np.float32)
        down = np.polyval(self.middle, across).astype(np.float32)[None, :] + rows[:, None]
        wide = np.repeat(across[None, :], HEIGHT, 0)
        return cast("Picture", cv2.remap(self.band, wide, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))

    def corners(self, start: float, end: float) -> Floats:
        """Four points on the page around the cells from `start` to `end`."""
        across = self.across(np.array((start, end), np.float32))
        middle = np.polyval(self.middle, across)
        half = 0.62 * self.letter
        band = [(across[i], middle[i] + side * half, 1.0) for i, side in ((0, -1), (1, -1), (1, 1), (0, 1))]
        return (np.array(band, np.float32) @ self.back.T).astype(np.float32)

    def pitch(self) -> float:
        """Points of the page a cell is wide."""
        ends = self.corners(0, CELLS)
        return float(np.hypot(*(ends[1] - ends[0]))) / CELLS


def _padded(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return (
        [(spans[0][0] - 1, spans[0][1]), *spans[1:-1], (spans[-1][0], spans[-1][1] + 1)]
        if len(spans) > 1
        else [(spans[0][0] - 1, spans[0][1] + 1)]
    )


def lay_grids(gray: Picture, strip: Strip) -> tuple[Grid, Grid] | None:
    """The grids of both lines, or None when there is nothing like two lines of text.

    Both bands share their ends, so that a line that lost some characters borrows them from the other, and the fit of
    the line that shows its cells more plainly guides the other.
    """
    left, right = strip.ends
    bands = [_cut_out(gray, strip, line, left, right - left) for line in (strip.upper, strip.lower)]
    ready: list[tuple[Floats, float, Floats]] = []
    for band, _ in bands:
        ink = ink_of(cast("Picture", cv2.GaussianBlur(stretched(band), (0, 0), 0.8)))
        fitted = _middle(ink)
        if fitted is None:
            return None
        ready.append((*fitted, _profile(ink, *fitted)))
    rough = [_best(profile, _START, _WIDE) for _, _, profile in ready]
    start = max(rough, key=lambda ends: ends[1])[0]
    grids: list[Grid] = []
    for (band, back), (middle, letter, profile) in zip(bands, ready, strict=True):
        ends, regular = _best(profile, _best(profile, start, _NEAR)[0], _CLOSE)
        grids.append(Grid(band, back, middle, letter, (float(ends[0]), float(ends[1]), float(ends[2])), regular))
    return grids[0], grids[1]


def _cut_out(gray: Picture, strip: Strip, line: Line, left: float, length: float) -> tuple[Picture, Floats]:
    scale = CELLS * PITCH / length
    width, height = CELLS * PITCH + 2 * MARGIN, max(24, int(strip.gap * scale))
    depth = float((line.middle - strip.upper.middle) @ strip.down) - height / 2 / scale
    corner = strip.upper.middle + strip.along * (left - MARGIN / scale) + strip.down * depth
    back = np.stack((strip.along / scale, strip.down / scale, corner), 1).astype(np.float32)
    way = cv2.WARP_INVERSE_MAP | cv2.INTER_LINEAR
    band = cv2.warpAffine(gray, back, (width, height), flags=way, borderMode=cv2.BORDER_REPLICATE)
    return cast("Picture", band), back


def _middle(ink: Picture) -> tuple[Floats, float] | None:
    dark = ink > 0.5 * levels(ink, 97)[0]
    places: list[tuple[float, float, float]] = []
    for left in range(0, ink.shape[1] - 40, 20):
        rows = dark[:, left : left + 60].sum(1)
        total = int(rows.sum())
        if total >= 60:
            part = np.cumsum(rows) / total
            top, bottom = int(np.searchsorted(part, 0.03)), int(np.searchsorted(part, 0.97))
            places.append((left + 30, (top + bottom) / 2, bottom - top))
    if len(places) < 8:
        return None
    x, y, tall = np.array(places, np.float32).T
    kept = np.ones(len(x), bool)
    curve: Floats = np.zeros(3)
    for _ in range(3):
        if kept.sum() < 4:
            return None
        curve = cast("Floats", np.polyfit(x[kept], y[kept], 2))
        off = np.abs(cast("Floats", np.polyval(curve, x)) - y)
        kept = off < max(2.0, 2.5 * float(np.median(off)))
    letter = float(np.median(tall[kept])) if kept.any() else 0.0
    return (curve.astype(np.float32), letter) if letter >= 6 else None


def _profile(ink: Picture, middle: Floats, letter: float) -> Floats:
    """Ink a column, along the bent line, 0..1."""
    height, width = ink.shape
    half = int(letter * 0.55)
    line = cast("Floats", np.polyval(middle, np.arange(width, dtype=np.float32)))
    rows: Floats = line[None, :] + np.arange(-half, half + 1)[:, None]
    values = ink[np.clip(np.rint(rows).astype(int), 0, height - 1), np.arange(width)[None, :]].astype(np.float32)
    top = max(float(np.percentile(values, 95)), 1.0)
    profile = np.minimum(values, top).mean(0, keepdims=True) / top
    return cast("Floats", cv2.GaussianBlur(profile.astype(np.float32), (0, 0), PITCH * 0.06))[0]


_START = np.array((MARGIN, MARGIN + CELLS * PITCH, 0.0), np.float32)
# How far and how finely ends and bow are tried, in cells.
_WIDE = (np.arange(-1.2, 1.21, 0.2), np.arange(-1.8, 1.81, 0.2))
_NEAR = (np.arange(-0.7, 0.71, 0.14), np.arange(-0.4, 0.41, 0.1))
_CLOSE = (np.arange(-0.1, 0.11, 0.05), np.arange(-0.1, 0.11, 0.05))
_PART = np.arange(CELLS + 1) / CELLS
_BEND = 4 * _PART * (1 - _PART)


def _best(profile: Floats, start: Floats, steps: tuple[Floats, Floats]) -> tuple[Floats, float]:
    """Ends and bow of the 44 cells near a start: least ink on the borders, none outside, all of it inside."""
    shifts, bows = steps[0] * PITCH, steps[1] * PITCH
    tried = cast("list[Floats]", np.meshgrid(start[0] + shifts, start[1] + shifts, start[2] + bows, indexing="ij"))
    left, right, bow = (values.ravel() for values in tried)
    borders = left[:, None] + (right - left)[:, None] * _PART + bow[:, None] * _BEND
    crossed = profile[np.clip(np.rint(borders), 0, len(profile) - 1).astype(np.intp)].mean(1)
    summed = np.concatenate(((0.0,), np.cumsum(profile)))
    cell = (right - left) / CELLS
    outside = (_sum(summed, left - cell, left) + _sum(summed, right, right + cell)) / cell
    scores = _sum(summed, left, right) / (right - left) - 1.5 * crossed - 0.25 * outside
    place = int(scores.argmax())
    return np.array((left[place], right[place], bow[place])), float(scores[place])


def _sum(summed: Floats, start: Floats, end: Floats) -> Floats:
    last = len(summed) - 1
    return summed[np.clip(end, 0, last).astype(np.intp)] - summed[np.clip(start, 0, last).astype(np.intp)]
