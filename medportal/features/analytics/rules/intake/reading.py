"""Any file as a sheet of text: which format it is, and how that one is read."""

from collections.abc import Callable, Iterator

from medportal.features.analytics.rules.intake import delimited, fhir
from medportal.features.analytics.rules.intake.batches import Batch, Sheet, check_width, counted
from medportal.features.analytics.rules.intake.streams import LOOK, Pieces
from medportal.features.analytics.rules.intake.trouble import FileTroubleError
from medportal.features.analytics.schemas.imports import Origin, Trouble

# Files that must be held whole to be read: a spreadsheet and a Parquet file point from their ends to their beginnings.
MOST_HELD = 64 * 1024 * 1024
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOT_TEXT = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"MZ", b"\x7fELF")

Opened = Callable[[], Iterator[bytes]]
# Who opens files that are held whole to be read.
Apart = Callable[[Origin, Iterator[bytes]], Sheet]


def format_of(head: bytes) -> Origin:
    """The format of a file by its first bytes; its name proves nothing.

    Raises:
        FileTroubleError: it is empty, or none of the formats that are read.
    """
    if not head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise FileTroubleError(Trouble.EMPTY)
    if head.startswith(b"PK\x03\x04"):
        return Origin.XLSX
    if head.startswith(b"PAR1"):
        return Origin.PARQUET
    if head.startswith(_OLD_OFFICE):
        # An old .xls, or a new one under a password: Excel keeps both in the same wrapping.
        raise FileTroubleError(Trouble.LOCKED)
    if head.startswith(_NOT_TEXT):
        raise FileTroubleError(Trouble.UNKNOWN_FORMAT)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return Origin.FHIR if start.startswith((b"{", b"[")) else Origin.CSV


def read(opened: Opened, apart: Apart) -> tuple[Origin, Sheet]:
    """A file as a sheet; `opened` gives its pieces from the beginning, as often as it is asked.

    Text is read here, in pieces; a workbook or a Parquet file is opened by `apart`.

    Raises:
        FileTroubleError: the file cannot be read; also while its batches are read on.
    """
    source = Pieces(opened())
    head = source.peek(LOOK)
    origin = format_of(head)
    if origin is Origin.CSV:
        sheet = delimited.sheet(source, head)
    elif origin is Origin.FHIR:
        sheet = fhir.sheet(opened)
    else:
        sheet = apart(origin, _not_too_much(source))
    check_width(len(sheet.titles))
    return origin, Sheet(sheet.titles, counted(_not_empty(sheet.batches)), sheet.broken)


def _not_too_much(source: Pieces) -> Iterator[bytes]:
    while piece := source.read(1 << 20):
        if source.taken > MOST_HELD:
            raise FileTroubleError(Trouble.TOO_LARGE)
        yield piece


def _not_empty(batches: Iterator[Batch]) -> Iterator[Batch]:
    return (batch for batch in batches if len(batch.numbers))
