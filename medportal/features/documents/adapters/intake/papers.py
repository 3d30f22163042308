"""In the sandbox: PDF. First everything inside is looked at, then the pages are drawn by another library.

That two parsers agree about the pages is itself a check: a file made to be one thing to one and another to the other
is damaged to us.
"""

import io
from typing import Any, cast

import pikepdf
import pypdfium2  # pyright: ignore[reportMissingTypeStubs]
from pikepdf import Dictionary, Pdf
from pikepdf.settings import qpdf_limit_errors, set_qpdf_limits
from PIL import Image

from medportal.features.documents.adapters.intake import paper_suspects, paper_weights, pictures
from medportal.features.documents.adapters.intake.limits import Limits
from medportal.features.documents.adapters.intake.refusing import Refusal
from medportal.features.documents.rules import intake as rules
from medportal.features.documents.rules import intake_pdf
from medportal.features.documents.schemas.intake import Code, Page

DPI = 200
POINTS = 72  # to the inch
MAX_PAGE_POINTS = 14_400  # PDF 1.7, annex C: 200 inches
MIN_PAGE_POINTS = rules.MIN_SIDE * POINTS / DPI
MAX_TREE = 2_000


def set_limits(limits: Limits) -> None:
    """Have the library stop at streams that grow without end; for the whole process."""
    most = limits.stream_bytes
    set_qpdf_limits(
        flate_max_memory=most, png_max_memory=most, run_length_max_memory=most, tiff_max_memory=most,
        max_stream_filters=4, parser_max_nesting=100,
    )  # fmt: skip


def pages_of(data: bytes, limits: Limits) -> list[Page]:
    """Every page, drawn at 200 dpi.

    Raises:
        Refusal: something inside is not for us.
        Exception: whatever the libraries raise over a damaged file.
    """
    exceeded = qpdf_limit_errors()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            count = _inspected(pdf, limits)
    except pikepdf.PasswordError:
        raise Refusal(Code.PDF_ENCRYPTED) from None
    except pikepdf.PdfError:
        raise Refusal(Code.FILE_TOO_COMPLEX if qpdf_limit_errors() > exceeded else Code.FILE_DAMAGED) from None
    if qpdf_limit_errors() > exceeded:
        raise Refusal(Code.FILE_TOO_COMPLEX)
    return _drawn(data, count)


def _inspected(pdf: Pdf, limits: Limits) -> int:
    """Refuse what is not for us; the number of pages."""
    if pdf.is_encrypted:
        raise Refusal(Code.PDF_ENCRYPTED)
    count = _count(pdf)
    if not 0 < count <= rules.MAX_PAGES:
        raise Refusal(Code.PDF_TOO_MANY_PAGES if count else Code.PDF_NO_PAGES)
    if len(pdf.objects) > intake_pdf.MAX_OBJECTS:
        raise Refusal(Code.FILE_TOO_COMPLEX)
    found = paper_suspects.found_in(pdf, limits.parts)
    if found:
        raise Refusal(*found)
    paper_weights.weigh(pdf, limits)
    return count


def _count(pdf: Pdf) -> int:
    """The number of pages, counted no further than needed: a tree may name the same branch a thousand times."""
    waiting, leaves = [pdf.Root.get("/Pages")], 0
    for _ in range(MAX_TREE):
        if not waiting or leaves > rules.MAX_PAGES:
            break
        node = waiting.pop()
        if not isinstance(node, Dictionary):
            continue
        kids = node.get("/Kids")
        if kids is None:
            leaves += 1
        else:
            # No more than can matter, or one array of a million entries would be walked.
            waiting += list(kids)[: rules.MAX_PAGES + 1]  # type: ignore[call-overload]
    return leaves


def _drawn(data: bytes, count: int) -> list[Page]:
    document = pypdfium2.PdfDocument(data)
    if len(document) != count:
        raise Refusal(Code.FILE_DAMAGED)
    pages = [document[at] for at in range(count)]
    for page in pages:
        if max(page.get_size()) > MAX_PAGE_POINTS:
            raise Refusal(Code.IMAGE_TOO_LARGE)
        if min(page.get_size()) < MIN_PAGE_POINTS:
            raise Refusal(Code.IMAGE_TOO_SMALL)
    return [_draw(page) for page in pages]


def _draw(page: pypdfium2.PdfPage) -> Page:
    # Some writers make a point of every pixel of a photo: such a page is drawn as large as it is useful.
    scale = min(DPI / POINTS, pictures.MAX_SIDE / max(page.get_size()))
    # The library says of itself that a scale is a whole number, and nothing of what it draws.
    bitmap = cast("Any", page).render(scale=scale, may_draw_forms=False)
    return pictures.page_of(cast("Image.Image", bitmap.to_pil()).convert("RGB"))
