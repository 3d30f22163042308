"""In the sandbox: pictures. What comes out are new files made of pixels alone: upright, no EXIF, no position, no text."""

import io
import warnings

from PIL import Image

from medportal.features.documents.adapters.intake.refusing import Refusal
from medportal.features.documents.rules import intake as rules
from medportal.features.documents.schemas.intake import FileKind, Page

FORMATS = {FileKind.JPEG: "JPEG", FileKind.PNG: "PNG"}
MAX_SIDE = 4096  # of what is shown and read: 14 pixels a millimetre on a sheet of A4
THUMBNAIL_SIDE = 320
QUALITY, THUMBNAIL_QUALITY = 90, 80
BLANK_RANGE = 12  # of 255: what paper and a scanner's lamp make of nothing at all

EXIF_ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

Image.MAX_IMAGE_PIXELS = rules.MAX_PIXELS
warnings.simplefilter("error", Image.DecompressionBombWarning)


def pages_of(kind: str, data: bytes) -> list[Page]:
    """The picture as a single page.

    Raises:
        Refusal: the picture is too large or too small.
        OSError: it cannot be decoded; other errors of the decoder mean the same.
    """
    with Image.open(io.BytesIO(data), formats=[FORMATS[FileKind(kind)]]) as opened:
        if (objection := rules.pixel_objection(*opened.size)) is not None:
            raise Refusal(objection)
        # A JPEG is decoded no larger than it is needed.
        opened.draft(None, (MAX_SIDE, MAX_SIDE))
        opened.load()
        turn = TURNS.get(opened.getexif().get(EXIF_ORIENTATION, 1))
        plain = _flat(opened)
    return [page_of(plain if turn is None else plain.transpose(turn))]


def page_of(image: Image.Image) -> Page:
    """A page made of a plain picture, with its thumbnail."""
    image.thumbnail((MAX_SIDE, MAX_SIDE), reducing_gap=2.0)
    small = image.copy()
    small.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), reducing_gap=2.0)
    return Page(
        image.width, image.height, _is_blank(small), _encoded(image, QUALITY), _encoded(small, THUMBNAIL_QUALITY)
    )


def _flat(image: Image.Image) -> Image.Image:
    """The picture in grey or in colour of eight bits, laid on white where it is transparent."""
    if image.mode.startswith("I"):
        # Sixteen bits: a plain conversion would cut the light half off instead of scaling it.
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        covered = image.convert("RGBA")
        plain = Image.new("RGB", image.size, "white")
        plain.paste(covered, mask=covered.getchannel("A"))
        return plain
    return image.convert("L" if image.mode in ("1", "L") else "RGB")


def _is_blank(small: Image.Image) -> bool:
    histogram = small.convert("L").histogram()
    shades = [shade for shade, count in enumerate(histogram) if count]
    return shades[-1] - shades[0] < BLANK_RANGE


def _encoded(image: Image.Image, quality: int) -> bytes:
    written = io.BytesIO()
    image.info.clear()
    image.save(written, "JPEG", quality=quality, subsampling=0, exif=b"", icc_profile=None, comment=b"")
    return written.getvalue()
