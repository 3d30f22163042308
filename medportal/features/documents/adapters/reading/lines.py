"""Where on a page long lines of text run, at any of four orientations and at a slant; and which two are the code lines.

Characters of a line are closed to one body, each body is a rotated rectangle; two parallel bodies of equal length at
the distance of the code lines are a candidate.
"""

from dataclasses import dataclass
from itertools import combinations
from typing import cast

import cv2
import numpy as np

from medportal.features.documents.adapters.reading.pictures import Floats, Picture, ink_of, levels, stretched

SIDE = 1000  # the longer side of the picture on which lines are looked for
BRIDGE = 17  # characters nearer than this run together
SHARE = 0.45  # of the darkest ink: what counts as ink


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line of text, in points of the page: its middle, its length, its height and its direction in degrees."""

    x: float
    y: float
    length: float
    height: float
    angle: float

    @property
    def middle(self) -> Floats:
        """The middle as a vector."""
        return np.array((self.x, self.y), np.float32)

    def scaled(self, scale: float) -> "Line":
        """The same line on a picture of another size."""
        return Line(self.x * scale, self.y * scale, self.length * scale, self.height * scale, self.angle)


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """The two code lines in their order, the direction of reading and the direction down the page."""

    upper: Line
    lower: Line
    along: Floats
    down: Floats

    @property
    def gap(self) -> float:
        """From the middle of one line to the middle of the other."""
        return abs(float((self.lower.middle - self.upper.middle) @ self.down))

    @property
    def ends(self) -> tuple[float, float]:
        """Where the lines begin and end, along them, from the middle of the upper one."""
        shift = float((self.lower.middle - self.upper.middle) @ self.along)
        halves = self.upper.length / 2, self.lower.length / 2
        return min(-halves[0], shift - halves[1]), max(halves[0], shift + halves[1])

    def upside_down(self) -> "Strip":
        """The same two lines, read the other way."""
        return Strip(self.lower, self.upper, -self.along, -self.down)


def find_lines(gray: Picture) -> list[Line]:
    """Long lines of text, wherever they run, in points of the gray page; the longest first."""
    small = cast("Picture", cv2.GaussianBlur(stretched(_small(gray)), (0, 0), 0.9))
    scale = max(gray.shape) / SIDE
    ink = ink_of(small)
    dark = (ink > max(20.0, SHARE * levels(ink[::3, ::3], 99.5)[0])).astype(np.uint8)
    found = _bodies(dark, upright=False) + _bodies(dark, upright=True)
    return [line.scaled(scale) for line in sorted(found, key=lambda line: -line.length)]


def _small(gray: Picture) -> Picture:
    scale = SIDE / max(gray.shape)
    way = cv2.INTER_AREA if scale < 0.6 else cv2.INTER_LINEAR
    return cast("Picture", cv2.resize(gray, None, fx=scale, fy=scale, interpolation=way))


def _bodies(dark: Picture, *, upright: bool) -> list[Line]:
    wide, narrow = (3, BRIDGE), (3, BRIDGE - 2)
    if upright:
        wide, narrow = wide[::-1], narrow[::-1]
    joined = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones(wide, np.uint8))
    joined = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones(narrow, np.uint8))
    found: list[Line] = []
    for outline in cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]:
        line = line_of(outline)
        steep = abs(line.angle) > 45
        if steep == upright and line.length >= 0.05 * SIDE and line.length >= 3 * line.height and line.height >= 4:
            found.append(line)
    return found


def line_of(outline: "cv2.typing.MatLike") -> Line:
    """The smallest rotated rectangle around an outline, as a line along its longer side; its angle within ±90."""
    (x, y), (width, height), angle = cv2.minAreaRect(outline)
    if width < height:
        width, height, angle = height, width, angle + 90
    return Line(x, y, width, height, (angle + 90) % 180 - 90)


def find_strips(lines: list[Line], shape: tuple[int, ...], share: float = 0.25) -> list[Strip]:
    """Pairs of lines that may be the code lines, the likeliest first; `share` of the longer side is the least length."""
    long = [line for line in lines if line.length >= share * max(shape[:2]) and line.length >= 10 * line.height]
    pairs = [pair for pair in combinations(long, 2) if _paired(*pair)]
    pairs.sort(key=lambda pair: -pair[0].length - pair[1].length)
    return [_facing(one, other, shape) for one, other in pairs[:3]]


def _paired(one: Line, other: Line) -> bool:
    along, down = directions(one.angle)
    apart = other.middle - one.middle
    height = (one.height + other.height) / 2
    return (
        abs((one.angle - other.angle + 90) % 180 - 90) < 3
        and min(one.length, other.length) > 0.75 * max(one.length, other.length)
        and 1.2 * height < abs(float(apart @ down)) < 3.2 * height
        and abs(float(apart @ along)) < 0.15 * one.length
    )


def directions(angle: float) -> tuple[Floats, Floats]:
    """Along a line, and down from it."""
    turn = np.deg2rad(angle)
    along = np.array((np.cos(turn), np.sin(turn)), np.float32)
    return along, np.array((-along[1], along[0]), np.float32)


def _facing(one: Line, other: Line, shape: tuple[int, ...]) -> Strip:
    """The code lines stand at the foot of the page: up is where most of the picture lies."""
    along, down = directions((one if one.length > other.length else other).angle)
    middle = np.array((shape[1], shape[0]), np.float32) / 2
    if float(((one.middle + other.middle) / 2 - middle) @ down) < 0:
        along, down = -along, -down
    upper, lower = (one, other) if float((other.middle - one.middle) @ down) > 0 else (other, one)
    return Strip(upper, lower, along, down)


def joined(lines: list[Line], shape: tuple[int, ...]) -> list[Line]:
    """Lines put together of pieces that lie in a row, as glare or a stain leaves them."""
    whole: list[Line] = []
    for start in lines[:40]:
        along, down = directions(start.angle)
        row = [
            piece
            for piece in lines
            if abs(float((piece.middle - start.middle) @ down)) < 0.5 * start.height
            and 0.5 * start.height < piece.height < 2 * start.height
            and abs((piece.angle - start.angle + 90) % 180 - 90) < 6
        ]
        ends = [
            float((piece.middle - start.middle) @ along) + side * piece.length / 2 for piece in row for side in (-1, 1)
        ]
        length = max(ends) - min(ends)
        covered = sum(piece.length for piece in row)
        if len(row) > 1 and covered > 0.45 * length and length > 0.4 * min(shape[:2]):
            middle = start.middle + along * (max(ends) + min(ends)) / 2
            whole.append(Line(float(middle[0]), float(middle[1]), length, start.height, start.angle))
    return _unlike(whole)


def _unlike(lines: list[Line]) -> list[Line]:
    kept: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.length):
        if all(float(np.hypot(*(line.middle - other.middle))) > line.height for other in kept):
            kept.append(line)
    return kept
