"""Bytes into pictures: one for an image, one a page for a PDF, none larger than reading needs."""

import io
from collections.abc import Iterable
from threading import Lock
from typing import Any, TypeAlias, cast

import cv2
import numpy as np
import pypdfium2  # pyright: ignore[reportMissingTypeStubs]
from numpy.typing import NDArray
from PIL import Image

Picture: TypeAlias = NDArray[np.uint8]
Floats: TypeAlias = NDArray[Any]  # of 32 or 64 bits: OpenCV and numpy do not agree which

MAX_SIDE = 2400  # of what is worked on: 13 pixels a millimetre of a passport that fills the picture
MAX_PIXELS = 60_000_000
MAX_PAGES = 10
PDF_DPI = 200

# The whole portal shares the cores: one page never takes more than the one it is read on.
cv2.setNumThreads(1)
_library = cast("Any", pypdfium2)
_pdfium = Lock()  # the library keeps state of its own and must be entered by one at a time


class UnreadableFileError(Exception):
    """The bytes are no picture and no PDF that can be opened, or they are too large."""


def open_all(files: Iterable[bytes]) -> list[Picture]:
    """The pages of all files of one document.

    Raises:
        UnreadableFileError: one of them holds nothing to read, or there are more pages than a document may have.
    """
    pictures: list[Picture] = []
    for data in files:
        pictures += open_pages(data)
        if len(pictures) > MAX_PAGES:
            raise UnreadableFileError
    return pictures


def open_pages(data: bytes) -> list[Picture]:
    """The pages of a PDF, or the one picture, in colour and as its EXIF orientation says.

    Raises:
        UnreadableFileError: nothing to read.
    """
    if data.startswith(b"%PDF-"):
        return _pdf_pages(data)
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as opened:
            width, height = opened.size
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise UnreadableFileError from error
    if width * height > MAX_PIXELS:
        raise UnreadableFileError
    flag = cv2.IMREAD_REDUCED_COLOR_2 if max(width, height) >= 2 * MAX_SIDE else cv2.IMREAD_COLOR
    try:
        picture = cast("Picture | None", cv2.imdecode(np.frombuffer(data, np.uint8), flag))
    except cv2.error as error:
        raise UnreadableFileError from error
    if picture is None:
        raise UnreadableFileError
    return [fitted(picture, MAX_SIDE)]


def _pdf_pages(data: bytes) -> list[Picture]:
    pages: list[Picture] = []
    try:
        with _pdfium, _library.PdfDocument(data) as document:
            if not 1 <= len(document) <= MAX_PAGES:
                raise UnreadableFileError
            for number in range(len(document)):
                page = document[number]
                scale = min(PDF_DPI / 72, MAX_SIDE / max(page.get_size()))
                pages.append(_plain(page.render(scale=scale, may_draw_forms=False).to_numpy().copy()))
                page.close()
    except _library.PdfiumError as error:
        raise UnreadableFileError from error
    return pages


def _plain(picture: Picture) -> Picture:
    if picture.ndim == 2 or picture.shape[2] == 1:
        return cast("Picture", cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR))
    return np.ascontiguousarray(picture[:, :, :3])


def fitted(picture: Picture, side: int) -> Picture:
    """The picture, made smaller when its longer side is longer than asked."""
    scale = side / max(picture.shape[:2])
    if scale >= 1:
        return picture
    height, width = (max(1, round(length * scale)) for length in picture.shape[:2])
    return cast("Picture", cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA))


def gray_of(picture: Picture) -> Picture:
    """The picture without colour."""
    return cast("Picture", cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)) if picture.ndim == 3 else picture


def levels(gray: NDArray[Any], *shares: float) -> list[float]:
    """Below which value the given hundredths of all points lie; a histogram is ten times as fast as sorting."""
    summed: NDArray[np.int64] = np.cumsum(np.bincount(gray.ravel(), minlength=256))
    whole = int(summed[-1])
    return [float(np.searchsorted(summed, share / 100 * whole)) for share in shares]


def stretched(gray: Picture, least: int = 140) -> Picture:
    """A dark or pale picture spread over the range; one whose range is wide enough is left alone."""
    low, high = levels(gray[::4, ::4], 1, 97)
    if high - low >= least or high - low < 4:
        return gray
    ramp = np.clip((np.arange(256) - low) * (200 / (high - low)) + 20, 0, 255).astype(np.uint8)
    return cast("Picture", cv2.LUT(gray, ramp))


def ink_of(gray: Picture, size: int = 15) -> Picture:
    """How much darker than the paper around it every point is, 0..255, whatever the light.

    Strokes narrower than `size` are ink; shadows, photos and dark tables are not.
    """
    paper = cv2.morphologyEx(gray, cv2.MORPH_CLOSE, np.ones((size, size), np.uint8))
    return cast("Picture", cv2.divide(cv2.subtract(paper, gray), cv2.add(paper, np.full_like(paper, 12)), scale=255))
