"""In the sandbox: how much work a PDF would make if it were drawn. Weighed before anything is drawn."""

import re
from collections import Counter

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from medportal.features.documents.adapters.intake.limits import Limits
from medportal.features.documents.adapters.intake.refusing import Refusal
from medportal.features.documents.rules import intake as rules
from medportal.features.documents.rules import intake_jpeg
from medportal.features.documents.schemas.intake import Code

LZW_BYTES = 200_000  # expands up to 1400 times, and the library knows no limit for it
MAX_DEPTH = 24  # of forms drawn by forms
PIXELS = rules.MAX_PAGES * rules.MAX_PIXELS

_DRAWN = re.compile(rb"/([^\s()<>\[\]{}/%]+)\s+Do\b")


def weigh(pdf: Pdf, limits: Limits) -> None:
    """Refuse pictures, streams and drawings that grow beyond all measure.

    Raises:
        Refusal: something does.
    """
    _weigh_streams(pdf, limits)
    work = _Work(limits.whole_bytes)
    for page in pdf.pages:
        for stream in _contents(page.obj):
            work.add(stream, page.obj.get("/Resources"))


def _weigh_streams(pdf: Pdf, limits: Limits) -> None:
    """What every stream becomes when it is decoded."""
    drawing = whole = 0
    operators = {stream.objgen for page in pdf.pages for stream in _contents(page.obj)}
    for stream in pdf.objects:
        if not isinstance(stream, Stream):
            continue
        drawn_by = stream.objgen in operators
        if stream.get("/Subtype") == Name.Image and not drawn_by:
            _weigh_picture(stream)
            continue
        size = len(_decoded(stream))
        whole += size
        drawing += size if drawn_by or stream.get("/Subtype") == Name.Form or "/PatternType" in stream else 0
        if drawing > limits.stream_bytes or whole > limits.whole_bytes:
            raise Refusal(Code.FILE_TOO_COMPLEX)


class _Work:
    """Operators and pixels that are really drawn: a form drawn ten times by a form drawn ten times counts a hundred."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._known: dict[tuple[int, int], tuple[int, int]] = {}
        self._bytes = self._pixels = 0

    def add(self, stream: Stream, resources: Object | None) -> None:
        """Draw one more stream of operators.

        Raises:
            Refusal: it is too much by now.
        """
        operators, pixels = self._of(stream, resources, 0)
        self._bytes += operators
        self._pixels += pixels
        if self._bytes > self._most_bytes or self._pixels > PIXELS:
            raise Refusal(Code.FILE_TOO_COMPLEX)

    def _of(self, stream: Stream, resources: Object | None, depth: int) -> tuple[int, int]:
        if depth > MAX_DEPTH:
            raise Refusal(Code.FILE_TOO_COMPLEX)
        if stream.objgen in self._known:
            return self._known[stream.objgen]
        # A form that draws itself is drawn once by every reader.
        self._known[stream.objgen] = (0, 0)
        decoded = _decoded(stream)
        operators, pixels = len(decoded), 0
        named = resources.get("/XObject") if isinstance(resources, Dictionary) else None
        for name, count in Counter(_DRAWN.findall(decoded)).items():
            drawn = named.get("/" + name.decode("latin-1")) if isinstance(named, Dictionary) else None
            if not isinstance(drawn, Stream):
                continue
            if drawn.get("/Subtype") == Name.Image:
                pixels += count * _pixels(drawn)
                continue
            below, painted = self._of(drawn, drawn.get("/Resources", resources), depth + 1)
            operators, pixels = operators + count * below, pixels + count * painted
        self._known[stream.objgen] = (operators, pixels)
        return operators, pixels


def _contents(page: Object) -> list[Stream]:
    contents = page.get("/Contents")
    listed = list(contents) if isinstance(contents, Array) else [contents]  # type: ignore[call-overload]
    return [one for one in listed if isinstance(one, Stream)]


def _decoded(stream: Stream) -> bytes | memoryview:
    """A stream as it is when decoded; nothing for what only a decoder of pictures or fonts could tell."""
    if "/LZWDecode" in _filters(stream) and len(stream.read_raw_bytes()) > LZW_BYTES:
        raise Refusal(Code.FILE_TOO_COMPLEX)
    try:
        return memoryview(stream.get_stream_buffer(pikepdf.StreamDecodeLevel.generalized))
    except pikepdf.DataDecodingError as error:
        if "limit exceeded" in str(error):
            raise Refusal(Code.FILE_TOO_COMPLEX) from None
        return b""
    except pikepdf.PdfError:
        return b""


def _weigh_picture(stream: Stream) -> None:
    pixels = _pixels(stream)
    if _filters(stream) == ["/DCTDecode"]:
        # The picture's own head may say another size than the PDF around it.
        own = intake_jpeg.walk(stream.read_raw_bytes()).size
        pixels = max(pixels, own[0] * own[1] if own else 0)
    if pixels > rules.MAX_PIXELS:
        raise Refusal(Code.IMAGE_TOO_LARGE)


def _pixels(picture: Stream) -> int:
    width, height = picture.get("/Width", 0), picture.get("/Height", 0)
    if not isinstance(width, int) or not isinstance(height, int) or min(width, height) < 0:
        raise Refusal(Code.FILE_DAMAGED)
    return width * height


def _filters(stream: Stream) -> list[str]:
    told = stream.get("/Filter")
    if told is None:
        return []
    return [str(told)] if isinstance(told, Name) else [str(one) for one in told]  # type: ignore[attr-defined]
