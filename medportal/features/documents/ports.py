"""What documents need from outside: somebody who looks into files, and somebody who knows malware."""

from collections.abc import Iterable
from typing import Protocol

from medportal.features.documents.schemas.intake import FileKind, Inside, Scan
from medportal.kernel.socket import Socket


class InspectorDownError(Exception):
    """Nobody can look into files now. This says nothing about the file: it waits, and is neither taken nor refused."""


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


inspector: Socket[Inspector] = Socket("documents.inspector")
scanner: Socket[Scanner] = Socket("documents.scanner")
