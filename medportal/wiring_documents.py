"""The wiring of documents, apart from the rest: a chore that inspects or reads one file needs no screens."""

import threading
from collections.abc import Sequence
from pathlib import Path

from medportal.features.documents import ports
from medportal.features.documents.adapters.intake.absent import AbsentScanner
from medportal.features.documents.adapters.intake.clamd import ClamdAddress, ClamdScanner
from medportal.features.documents.adapters.intake.pool import SandboxInspector
from medportal.features.documents.schemas.reading import Reading
from medportal.infra.errors import SetupError
from medportal.settings import Settings


def plug(configured: Settings) -> None:
    """Plug in whoever looks into files and whoever knows malware; processes start when the first file comes.

    Raises:
        SetupError: the address of the malware scanner is not one.
    """
    ports.inspector.plug(SandboxInspector())
    if configured.clamd is None:
        ports.scanner.plug(AbsentScanner())
        return
    try:
        ports.scanner.plug(ClamdScanner(ClamdAddress.from_url(configured.clamd)))
    except ValueError as error:
        raise SetupError(str(error)) from None


def plug_reader(configured: Settings) -> None:
    """Plug in whoever reads passports; he comes when the first page does."""
    ports.reader.plug(_LateReader(configured.tessdata))


class _LateReader:
    """Reads as the one it calls. OpenCV and the models' runtime are of no use in a process where nobody reads."""

    def __init__(self, tessdata: Path | None) -> None:
        self._tessdata = tessdata
        self._called: ports.Reader | None = None
        self._lock = threading.Lock()

    def read_pages(self, files: Sequence[bytes], *, whole: bool) -> Reading:
        """See `Reader.read_pages`."""
        with self._lock:
            if self._called is None:
                from medportal.features.documents.adapters.reading.reader import PassportReader

                self._called = PassportReader(self._tessdata)
        return self._called.read_pages(files, whole=whole)
