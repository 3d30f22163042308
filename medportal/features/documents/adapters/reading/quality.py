"""Measures of a picture: how sharp, how light, how noisy, how glaring (the operating points stand in the rules)."""

from typing import cast

import cv2
import numpy as np

from medportal.features.documents.adapters.reading.pictures import Floats, Picture, levels
from medportal.features.documents.schemas.reading import Quality

SIDE = 1400
GLARING = 252


def measure(gray: Picture, dots_per_inch: float | None, code: Floats | None = None) -> Quality:
    """The measures of a gray page; `code` are four points around the code lines, when they were found."""
    scale = SIDE / max(gray.shape)
    way = cv2.INTER_AREA if scale < 0.6 else cv2.INTER_LINEAR
    page = cast("Picture", cv2.resize(gray, None, fx=scale, fy=scale, interpolation=way))
    dark, light, most = levels(page[::4, ::4], 2, 80, 95)
    rough = cv2.absdiff(page, cv2.medianBlur(page, 3))[::3, ::3]
    return Quality(
        short_side=min(gray.shape),
        dots_per_inch=dots_per_inch,
        sharpness=_sharpness(page),
        contrast=most - dark,
        brightness=light,
        noise=1.48 * levels(rough, 50)[0],
        glare=_largest(page) / page.size,
        glare_on_code=code is not None and _glares(page, code * scale),
    )


def _sharpness(page: Picture) -> float:
    """The variance of the second derivative, on the scale of the Laplacian's, in the blunter of the two directions.

    A camera that moved blurs one direction only, and the other would hide it.
    """
    # Every other line is enough to know it.
    across = cv2.filter2D(page[::2].copy(), cv2.CV_16S, _BEND)
    down = cv2.filter2D(page[:, ::2].copy(), cv2.CV_16S, _BEND.T)
    across, down = (float(cv2.meanStdDev(bend)[1][0, 0]) ** 2 for bend in (across, down))
    return 3 * min(across, down)


_BEND = np.array(((1, -2, 1),), np.float32)


def _largest(page: Picture) -> float:
    bright = cv2.morphologyEx((page >= GLARING).astype(np.uint8), cv2.MORPH_OPEN, np.ones((7, 7), np.uint8))
    if not bright.any():
        return 0.0
    count, _, stats, _ = cv2.connectedComponentsWithStats(bright[::2, ::2])
    return 4.0 * float(stats[1:, cv2.CC_STAT_AREA].max()) if count > 1 else 0.0


def _glares(page: Picture, code: Floats) -> bool:
    """Whether a part of the code lines is white where the rest is paper."""
    left, top = np.clip(code.min(0), 0, None).astype(int)
    right, bottom = np.clip(code.max(0), 1, None).astype(int)
    part = page[top:bottom, left:right]
    if part.size < 400:
        return False
    paper = levels(part, 60)[0]
    return paper < GLARING - 4 and float((part >= GLARING).mean()) > 0.02
