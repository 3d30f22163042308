"""What documents need from outside: somebody who looks into files, one who knows malware, one who reads passports."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from medportal.features.documents.schemas.intake import FileKind, Inside, Scan
from medportal.features.documents.schemas.reading import Reading
from medportal.kernel.socket import Socket


class InspectorDownError(Exception):
    """Nobody can look into files now. This says nothing about the file: it waits, and is neither taken nor refused."""


class ReaderDownError(Exception):
    """Nobody can read now, or everybody who tried this document was lost: it goes on unread, to a person."""


class Inspector(Protocol):
    """Looks into a file where it can do no harm, and draws its pages."""

    def look_inside(self, kind: FileKind, data: bytes) -> Inside:
        """What is inside. A file that crashes, hangs or exhausts the one who looks is refused with a code.

        Raises:
            InspectorDownError: nobody could look, whatever the file.
        """
        ...


class Scanner(Protocol):
    """Knows malware."""

    def scan(self, chunks: Iterable[bytes]) -> Scan:
        """What the scanner says; a scanner that is down or unsure says `UNAVAILABLE`, and the file waits."""
        ...


class Reader(Protocol):
    """Reads scans of passports. Slow (a quarter of a second a page) and bound to the processor: not for an event loop."""

    def read_pages(self, files: Sequence[bytes], *, whole: bool) -> Reading:
        """What pictures or PDFs that make one document say; with `whole` both pages of the passport have to be there.

        A file that cannot be opened is a finding, not an error.

        Raises:
            ReaderDownError: nobody could read, whatever the document says.
        """
        ...


inspector: Socket[Inspector] = Socket("documents.inspector")
scanner: Socket[Scanner] = Socket("documents.scanner")
reader: Socket[Reader] = Socket("documents.reader")
