"""No malware scanner: nothing is pretended, every file says that nobody scanned it."""

from collections.abc import Iterable

from medportal.features.documents.schemas.intake import Scan


class AbsentScanner:
    """Scans nothing."""

    def scan(self, chunks: Iterable[bytes]) -> Scan:  # noqa: ARG002
        """Say that there is no scanner."""
        return Scan.NOT_SCANNED
