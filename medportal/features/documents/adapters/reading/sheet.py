"""The page as a sheet of paper: where its corners are, and how a part of it is cut out upright.

Everything that is printed is looked for on a canonical sheet of 8 points a millimetre: the spread with the photo
stands 125 x 176 mm, the page of registration lies 125 x 88 mm.
"""

from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np

from medportal.features.documents.adapters.reading.grid import CELLS, Grid
from medportal.features.documents.adapters.reading.lines import Line
from medportal.features.documents.adapters.reading.pictures import Floats, Picture
from medportal.features.documents.schemas.reading import Box

WIDTH = 1000
SPREAD, HALF = 1408, 703  # heights
# The code lines on the spread: left and right end, middles of the upper and of the lower line.
CODE_LEFT, CODE_RIGHT, CODE_UPPER, CODE_LOWER = 43, 936, 1301, 1352
EVEN = 4.0  # how little the ground around a sheet may vary
Zone = tuple[int, int, int, int]  # left, top, right, bottom on the canonical sheet


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A canonical sheet laid over a picture."""

    picture: Picture
    height: int
    way: Floats  # 3 x 3, from the picture to the sheet

    def cut(self, zone: Zone) -> Picture:
        """A part of the sheet, upright, at its canonical size."""
        left, top, right, bottom = zone
        shift = np.array(((1, 0, -left), (0, 1, -top), (0, 0, 1)), np.float32)
        size = (right - left, bottom - top)
        cut = cv2.warpPerspective(
            self.picture, shift @ self.way, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        return cast("Picture", cut)

    def box(self, zone: Zone) -> Box:
        """Where a part of the sheet lies on the picture."""
        left, top, right, bottom = zone
        corners = np.array((((left, top), (right, top), (right, bottom), (left, bottom)),), np.float32)
        return box_of(cv2.perspectiveTransform(corners, np.linalg.inv(self.way))[0], self.picture.shape)

    def inside(self, zone: Zone) -> float:
        """How much of a part of the sheet the picture shows, 0..1."""
        left, top, right, bottom = zone
        corners = np.array((((left, top), (right, top), (right, bottom), (left, bottom)),), np.float32)
        there = cv2.perspectiveTransform(corners, np.linalg.inv(self.way))[0].astype(np.float32)
        height, width = self.picture.shape[:2]
        frame = np.array(((0, 0), (width, 0), (width, height), (0, height)), np.float32)
        shared, _ = cv2.intersectConvexConvex(there, frame)
        return float(shared) / max(1.0, float(cv2.contourArea(there)))


def box_of(points: "cv2.typing.MatLike", shape: tuple[int, ...]) -> Box:
    """The upright rectangle around some points, in parts of the picture."""
    height, width = shape[:2]
    low = np.clip(points.min(0) / (width, height), 0, 1)
    high = np.clip(points.max(0) / (width, height), 0, 1)
    left, top, right, bottom = (round(float(value), 4) for value in (*low, *high))
    return Box(left, top, round(right - left, 4), round(bottom - top, 4))


def sheet_by_code(picture: Picture, grids: tuple[Grid, Grid], corners: Floats | None) -> Sheet:
    """The spread, laid by its code lines; by its corners, where they are seen and agree with the lines."""
    seen = np.array(
        [grid.corners(cell, cell + 1e-3)[[0, 3]].mean(0) for grid in grids for cell in (0, CELLS)], np.float32
    )
    right = np.array(
        [(x, y) for y in (CODE_UPPER, CODE_LOWER) for x in (CODE_LEFT, CODE_RIGHT)],
        np.float32,
    )
    if corners is not None:
        frame = np.array(((0, 0), (WIDTH, 0), (WIDTH, SPREAD), (0, SPREAD)), np.float32)
        for turn in range(4):
            way = cv2.getPerspectiveTransform(np.roll(corners, turn, 0).astype(np.float32), frame)
            off = cv2.perspectiveTransform(seen[None], way)[0] - right
            if float(np.abs(off).max()) < 0.05 * WIDTH:
                return Sheet(picture, SPREAD, way.astype(np.float32))
    way, _ = cv2.estimateAffinePartial2D(seen, right, method=cv2.LMEDS)
    return Sheet(picture, SPREAD, np.vstack((way, (0, 0, 1))).astype(np.float32))


def sheets_by_corners(picture: Picture, corners: Floats | None, lines: list[Line]) -> list[Sheet]:
    """Without code lines: the sheet in each of the four ways it may lie, upright first."""
    height, width = picture.shape[:2]
    if corners is None:
        corners = _straightened(width, height, lines)
    corners = np.roll(corners, -int(np.argmin(corners.sum(1))), 0)
    wide = float(np.hypot(*(corners[1] - corners[0])) + np.hypot(*(corners[2] - corners[3])))
    tall = float(np.hypot(*(corners[3] - corners[0])) + np.hypot(*(corners[2] - corners[1])))
    sheets: list[Sheet] = []
    for turn in (0, 2, 1, 3):
        across, down = (wide, tall) if turn % 2 == 0 else (tall, wide)
        size = round(WIDTH * down / across)
        frame = np.array(((0, 0), (WIDTH, 0), (WIDTH, size), (0, size)), np.float32)
        way = cv2.getPerspectiveTransform(np.roll(corners, turn, 0).astype(np.float32), frame)
        sheets.append(Sheet(picture, size, way.astype(np.float32)))
    return sheets


def _straightened(width: int, height: int, lines: list[Line]) -> Floats:
    """The corners of the whole picture, turned about its middle as its longer lines slant."""
    corners = np.array(((0, 0), (width, 0), (width, height), (0, height)), np.float32)
    long = [line for line in lines if line.length > 0.1 * max(width, height)]
    if not long:
        return corners
    slants = np.array([(line.angle + 45) % 90 - 45 for line in long])
    order = np.argsort(slants)
    weight = np.cumsum(np.array([line.length for line in long])[order])
    slant = float(slants[order][np.searchsorted(weight, weight[-1] / 2)])
    if abs(slant) < 0.7:
        return corners
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -slant, 1.0)
    return (corners @ turn[:, :2].T + turn[:, 2]).astype(np.float32)


def find_corners(gray: Picture) -> Floats | None:
    """The corners of a sheet that lies on something else, clockwise, or None when it fills the gray picture."""
    scale = 400 / max(gray.shape)
    small = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR)
    soft = cast("Picture", cv2.GaussianBlur(small, (0, 0), 2))
    edge = np.concatenate((soft[0], soft[-1], soft[:, 0], soft[:, -1])).astype(np.float32)
    ground = float(np.median(edge))
    if float(np.abs(edge - ground).mean()) < EVEN:
        found = _four((cv2.absdiff(soft, np.full_like(soft, round(ground))) > 6).astype(np.uint8) * 255)
        if found is not None:
            return found / scale
    _, bright = cv2.threshold(soft, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    found = _four(cast("Picture", bright))
    return None if found is None else found / scale


def _four(mask: Picture) -> Floats | None:
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    outlines = cv2.findContours(closed, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]
    if not outlines:
        return None
    hull = cv2.convexHull(max(outlines, key=cv2.contourArea))
    area, whole = cv2.contourArea(hull), float(mask.size)
    if not 0.3 * whole < area < 0.96 * whole:
        return None
    for slack in (0.01, 0.02, 0.03, 0.05):
        four = cv2.approxPolyDP(hull, slack * cv2.arcLength(hull, closed=True), closed=True)
        if len(four) == 4 and cv2.contourArea(four) > 0.93 * area:
            points = four[:, 0].astype(np.float32)
            turning = cv2.contourArea(points, oriented=True)
            return points if turning > 0 else points[::-1].copy()
    return None
