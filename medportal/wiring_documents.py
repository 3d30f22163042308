"""The wiring of documents, apart from the rest: a chore that inspects or reads one file needs no screens."""

from medportal.features.documents import ports
from medportal.features.documents.adapters.intake.absent import AbsentScanner
from medportal.features.documents.adapters.intake.clamd import ClamdAddress, ClamdScanner
from medportal.features.documents.adapters.intake.pool import SandboxInspector
from medportal.features.documents.adapters.reading.apart import ReaderApart
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
    """Plug in whoever reads passports for the portal: in processes of its own, started when the first page comes."""
    ports.reader.plug(ReaderApart(configured.tessdata))


def plug_reader_here(configured: Settings) -> None:
    """Plug in whoever reads passports in this very process, for a chore that reads one file."""
    # Imported late: OpenCV and the models' runtime are of no use where nobody reads.
    from medportal.features.documents.adapters.reading.reader import PassportReader

    ports.reader.plug(PassportReader(configured.tessdata))
