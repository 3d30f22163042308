"""Russian letters: Tesseract inside the process, with the Russian model of the distribution, when there is one."""

from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, cast

import cv2
import numpy as np

from medportal.features.documents.adapters.reading.pictures import Picture, levels

MODEL = "rus.traineddata"
PLACES = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was read: its place in points of the picture, and how sure the engine is, 0..100."""

    text: str
    sure: float
    line: tuple[int, int, int]
    left: int
    top: int
    width: int
    height: int


def find_model(told: Path | None) -> Path | None:
    """The folder that holds the Russian model: the one the settings name, or one of the usual ones."""
    folders = [told] if told is not None else [Path(place) for place in PLACES]
    return next((folder for folder in folders if (folder / MODEL).is_file()), None)


class Letters:
    """One engine; who asks while it is busy waits."""

    def __init__(self, folder: Path) -> None:
        import tesserocr  # a large library, of use only where the model is

        self._modes = tesserocr.PSM
        self._engine: Any = tesserocr.PyTessBaseAPI(path=str(folder), lang="rus", oem=tesserocr.OEM.LSTM_ONLY)
        self._engine.SetVariable("debug_file", "/dev/null")
        self._engine.SetVariable("tessedit_do_invert", "0")  # print is dark here; light print is not looked for
        self._busy = Lock()

    def read(self, gray: Picture, *, one_line: bool = False) -> list[Word]:
        """The words of a block, or of one line, of dark text on light paper, about 25 points tall."""
        height, width = gray.shape
        with self._busy:
            self._engine.SetPageSegMode(self._modes.SINGLE_LINE if one_line else self._modes.SINGLE_BLOCK)
            self._engine.SetImageBytes(np.ascontiguousarray(gray).tobytes(), width, height, 1, width)
            self._engine.SetSourceResolution(200)
            rows = str(self._engine.GetTSVText(0)).splitlines()
            self._engine.Clear()
        words: list[Word] = []
        for row in rows:
            cells = row.split("\t")
            if len(cells) == 12 and cells[0] == "5" and cells[11].strip():
                numbers = [int(cell) for cell in cells[1:10]]
                line = (numbers[1], numbers[2], numbers[3])
                words.append(Word(cells[11].strip(), float(cells[10]), line, *numbers[5:9]))
        return words


def paper_white(picture: Picture, *, dark_only: bool) -> Picture:
    """Text on white: the pattern of the paper and the light are divided away.

    With `dark_only` coloured print vanishes too; without it, coloured ink counts as dark.
    """
    blue, green, red = cv2.split(picture)
    flat = cast("Picture", cv2.max(cv2.max(blue, green), red) if dark_only else red)
    height, width = flat.shape
    # Paper changes slowly: a quarter of the size is enough to know it.
    small = cv2.resize(flat, (width // 4 + 1, height // 4 + 1), interpolation=cv2.INTER_AREA)
    paper = cv2.GaussianBlur(cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8)), (0, 0), 2.2)
    paper = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    even = cast("Picture", cv2.divide(flat, paper, scale=255))
    dark = levels(even[::2, ::2], 0.7)[0]
    low = min(dark + 20, 150)
    ramp = np.clip((np.arange(256) - low) * (255 / max(215 - low, 25)), 0, 255).astype(np.uint8)
    return cast("Picture", cv2.LUT(even, ramp))


def without_labels(white: Picture) -> Picture:
    """The same with rows blanked that hold nothing as tall as the rest: small labels between the lines of a value."""
    count, _, stats, _ = cv2.connectedComponentsWithStats((white < DARK).astype(np.uint8))
    solid = stats[1:count][stats[1:count, cv2.CC_STAT_AREA] > 25]
    if len(solid) < 4:
        return white
    tall = solid[solid[:, cv2.CC_STAT_HEIGHT] >= 0.8 * np.quantile(solid[:, cv2.CC_STAT_HEIGHT], 0.75)]
    rows = np.zeros(len(white), bool)
    for top, height in tall[:, (cv2.CC_STAT_TOP, cv2.CC_STAT_HEIGHT)]:
        rows[max(0, top - 10) : top + height + 6] = True
    kept = white.copy()
    kept[~rows] = 255
    return kept


def missed(white: Picture, words: list[Word], least: int) -> bool:
    """Whether print as tall as letters stands where no word was read: then what was read is not the whole.

    A box far too wide for what was read in it speaks for none of its ink: the engine gave that word up.
    """
    left_over = (white < DARK).astype(np.uint8)
    for word in words:
        if word.width > WIDE * len(word.text):
            continue
        left_over[
            max(0, word.top - 4) : word.top + word.height + 4, max(0, word.left - 5) : word.left + word.width + 5
        ] = 0
    count, _, stats, _ = cv2.connectedComponentsWithStats(left_over)
    sizes = stats[1:count]
    tall = (sizes[:, cv2.CC_STAT_HEIGHT] >= least) & (sizes[:, cv2.CC_STAT_HEIGHT] <= 3 * least)
    solid = sizes[:, cv2.CC_STAT_AREA] >= 2 * least
    narrow = sizes[:, cv2.CC_STAT_WIDTH] <= 4 * least
    return bool((tall & solid & narrow).any())


WIDE = 50  # points: no letter is
DARK = 110  # of 255: what is print after the paper was made white
