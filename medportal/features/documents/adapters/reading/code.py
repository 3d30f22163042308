"""The code lines of a page: every way of finding them is tried until one is read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from medportal.features.documents.adapters.reading import lines as found
from medportal.features.documents.adapters.reading.code_lines import read_lines
from medportal.features.documents.adapters.reading.grid import CELLS, Grid, lay_grids
from medportal.features.documents.adapters.reading.lines import Line, Strip
from medportal.features.documents.adapters.reading.pictures import Floats, Picture
from medportal.features.documents.adapters.reading.recogniser import Recogniser
from medportal.features.documents.adapters.reading.whole_page import find_lines_again
from medportal.features.documents.rules.reading.proof import prove
from medportal.features.documents.schemas.reading import Outcome, Proof

HOPELESS = -0.04  # of the grids' regularity: nothing takes turns there
LETTERS = (17.0, 34.0)  # how tall capitals of code lines stand on the band: the type has one shape
_RANK = (Outcome.ABSENT, Outcome.UNREADABLE, Outcome.CHECK_FAILED, Outcome.PROVEN)


@dataclass(frozen=True, slots=True, eq=False)
class CodeLines:
    """Code lines that were found, and what they prove."""

    proof: Proof
    grids: tuple[Grid, Grid]
    cut: bool

    @property
    def corners(self) -> Floats:
        """Four points on the page around both lines."""
        upper, lower = (grid.corners(0, CELLS) for grid in self.grids)
        return np.array((upper[0], upper[1], lower[2], lower[3]), np.float32)

    @property
    def pitch(self) -> float:
        """Points of the page a character is wide."""
        return self.grids[0].pitch()

    @property
    def settled(self) -> bool:
        """Whether another attempt can say no more."""
        return self.proof.outcome in (Outcome.PROVEN, Outcome.CHECK_FAILED)


def read_code(gray: Picture, lines: list[Line], recogniser: Recogniser, today: date) -> CodeLines | None:
    """The code lines as our own way of finding them sees them; the best of what was tried, or None."""
    return _best_of(gray, _strips(lines, gray.shape), recogniser, today)


def read_code_again(gray: Picture, recogniser: Recogniser, today: date) -> CodeLines | None:
    """The second attempt: lines of text found on the whole page by the detection model. Slow."""
    return _best_of(gray, iter(found.find_strips(find_lines_again(gray), gray.shape)), recogniser, today)


def _strips(lines: list[Line], shape: tuple[int, ...]) -> Iterator[Strip]:
    plain = found.find_strips(lines, shape)
    yield from plain[:1]
    yield from (strip.upside_down() for strip in plain[:1])
    yield from plain[1:2]
    if not plain:
        yield from found.find_strips(found.joined(lines, shape), shape)[:1]


def _best_of(gray: Picture, strips: Iterator[Strip], recogniser: Recogniser, today: date) -> CodeLines | None:
    best: CodeLines | None = None
    for strip in strips:
        grids = lay_grids(gray, strip)
        if grids is None:
            continue
        read = read_lines(grids, recogniser) if _plausible(grids) else None
        proof = Proof(Outcome.ABSENT) if read is None else prove(*read, today)
        lines = CodeLines(proof, grids, _leaves(grids, gray.shape))
        if best is None or _RANK.index(proof.outcome) > _RANK.index(best.proof.outcome):
            best = lines
        if best.proof.outcome is not Outcome.ABSENT:
            return best
    return best


def _plausible(grids: tuple[Grid, Grid]) -> bool:
    """Whether two lines may be code lines, before the model is asked: letters of the right shape, evenly spaced."""
    letter = sum(grid.letter for grid in grids) / 2
    return LETTERS[0] <= letter <= LETTERS[1] and sum(grid.regular for grid in grids) / 2 >= HOPELESS


def _leaves(grids: tuple[Grid, Grid], shape: tuple[int, ...]) -> bool:
    """Whether the lines run out of the picture."""
    height, width = shape[:2]
    ends = np.concatenate([grid.corners(0, CELLS) for grid in grids])
    room = 0.5 * grids[0].pitch()
    return bool((ends < -room).any() or (ends[:, 0] > width + room).any() or (ends[:, 1] > height + room).any())
