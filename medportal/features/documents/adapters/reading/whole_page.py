"""The second way of finding lines of text: the detection model of `rapidocr`, over the whole page.

It sees lines through blur where our own way gives up, and takes ten times as long: it is asked last.
"""

from functools import cache

import cv2
import numpy as np

from medportal.features.documents.adapters.reading.lines import Line, line_of
from medportal.features.documents.adapters.reading.models import Model
from medportal.features.documents.adapters.reading.pictures import Picture

SIDE = 960
LIKELY = 0.3
OUT = 1.6  # the model marks the core of a line: how much is added around it, as it was trained


@cache
def _model() -> Model:
    return Model("det")


def find_lines_again(gray: Picture) -> list[Line]:
    """Lines of text in points of the gray page, the longest first."""
    scale = SIDE / max(gray.shape)
    height, width = (max(32, round(side * scale / 32) * 32) for side in gray.shape)
    small = cv2.cvtColor(cv2.resize(gray, (width, height), interpolation=cv2.INTER_AREA), cv2.COLOR_GRAY2BGR)
    batch = small.astype(np.float32).transpose(2, 0, 1)[None] / 127.5 - 1
    likely = _model().answer(batch)[0, 0]
    marked = cv2.dilate((likely > LIKELY).astype(np.uint8), np.ones((2, 2), np.uint8))
    found: list[Line] = []
    for outline in cv2.findContours(marked, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]:
        core = line_of(outline)
        if core.length >= 0.05 * SIDE and core.height >= 3:
            around = core.length * core.height * OUT / (2 * (core.length + core.height))
            whole = Line(core.x, core.y, core.length + 2 * around, core.height + 2 * around, core.angle)
            found.append(whole.scaled(1 / scale))
    return sorted(found, key=lambda line: -line.length)
