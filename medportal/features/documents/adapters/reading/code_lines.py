"""Two grids into two lines of text, with how sure every sign is.

What a place of the line cannot hold is not considered, and places that always hold the same are not recognised at
all: the model costs by width. Check digits are asked afterwards, by the rules.
"""

from typing import cast

import cv2
import numpy as np

from medportal.features.documents.adapters.reading.grid import CELL, CELLS, Grid
from medportal.features.documents.adapters.reading.pictures import Floats
from medportal.features.documents.adapters.reading.recogniser import SIGNS, STEP, Recogniser
from medportal.features.documents.schemas.reading import Sign
from medportal.kernel.identifiers.mrz_names import LATIN

HEAD = "PNRUS"
STEPS = CELL // STEP
# The lower line without `RUS` and the fillers, which stand in every passport.
LOWER_SPANS = [(0, 10), (13, 21), (28, 41), (42, 44)]
_FIXED = {**dict(zip(range(10, 13), "RUS", strict=True)), **dict.fromkeys([*range(21, 28), 41], "<")}


def _allowed(line: int) -> Floats:
    signs = np.array(list(SIGNS))
    names = np.isin(signs, list(LATIN + "<"))
    digits = np.char.isdigit(signs)
    rows: list[Floats] = []
    for place in range(CELLS):
        if line == 0:
            rows.append(signs == HEAD[place] if place < len(HEAD) else names)
        elif place in _FIXED:
            rows.append(signs == _FIXED[place])
        else:
            rows.append(np.isin(signs, list("MF")) if place == 20 else digits)
    return np.array(rows).astype(np.float32)


_ALLOWED = (_allowed(0), _allowed(1))


def read_lines(grids: tuple[Grid, Grid], recogniser: Recogniser) -> tuple[list[Sign], list[Sign]]:
    """The signs of both lines."""
    named = _named(grids[0])
    upper, lower = recogniser.read([grids[0].drawn([(0, named)]), grids[1].drawn(LOWER_SPANS)])
    first = _signs(upper, [(0, named)], 0)
    if named < CELLS and any(sign.char != "<" for sign in first[named - 2 : named]):
        whole = [(0, CELLS)]
        first = _signs(recogniser.read([grids[0].drawn(whole)])[0], whole, 0)
    return first, _signs(lower, LOWER_SPANS, 1)


def _named(grid: Grid) -> int:
    """How many cells hold the names and two fillers: the rest looks like these two."""
    drawn = grid.drawn([(0, CELLS)])[:, CELL:-CELL]
    cells = drawn.reshape(drawn.shape[0], CELLS, CELL).transpose(1, 0, 2).astype(np.float32)
    tail = cells[-2:].mean(0)
    place = CELLS
    while place > len(HEAD) and _likeness(cells[place - 1], tail) > 0.75:
        place -= 1
    return min(place + 2, CELLS)


def _likeness(one: Floats, other: Floats) -> float:
    return float(cast("Floats", cv2.matchTemplate(one, other, cv2.TM_CCOEFF_NORMED))[0, 0])


def _signs(likely: Floats, spans: list[tuple[int, int]], line: int) -> list[Sign]:
    seen = {place: row for row, place in enumerate(place for start, end in spans for place in range(start, end))}
    found: list[Sign] = []
    for place in range(CELLS):
        row = seen.get(place)
        if row is None:
            found.append(Sign(_FIXED.get(place, "<") if line else "<", 1.0, "", 0.0))
            continue
        scores = likely[(row + 1) * STEPS : (row + 2) * STEPS].max(0) * _ALLOWED[line][place]
        second, best = np.argsort(scores)[-2:]
        found.append(Sign(SIGNS[best], float(scores[best]), SIGNS[second], float(scores[second])))
    return found
