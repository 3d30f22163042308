"""ClamAV's daemon, spoken to over a Unix socket or TCP: the command INSTREAM of clamd(8).

Only a plain «OK» is clean and only «FOUND» is infected. Whatever else happens (no answer, too long, cut off, «ERROR»),
the file was not scanned, and waits.
"""

import socket
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from medportal.features.documents.schemas.intake import Scan
from medportal.infra import log

TIMEOUT_SECONDS = 30.0
PIECE = 64 * 1024
MAX_ANSWER = 4096
DEFAULT_PORT = 3310
SHAPE = "MEDPORTAL_CLAMD must look like unix:/run/clamav/clamd.ctl or tcp://host:3310"

_log = log.get(__name__)


@dataclass(frozen=True, slots=True)
class ClamdAddress:
    """Where the daemon listens: a path, or a host and a port."""

    path: str | None = None
    host: str = ""
    port: int = DEFAULT_PORT

    @classmethod
    def from_url(cls, url: str) -> "ClamdAddress":
        """Read `unix:/path`, `unix:///path`, a bare `/path`, or `tcp://host:port`.

        Raises:
            ValueError: it is none of these.
        """
        if url.startswith("/"):
            return cls(path=url)
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            raise ValueError(SHAPE) from None
        if parts.scheme == "unix" and not parts.netloc and parts.path.startswith("/"):
            return cls(path=parts.path)
        if parts.scheme == "tcp" and parts.hostname:
            return cls(host=parts.hostname, port=port or DEFAULT_PORT)
        raise ValueError(SHAPE)


class ClamdScanner:
    """Sends each file to the daemon, one connection a file."""

    def __init__(self, address: ClamdAddress, *, timeout: float = TIMEOUT_SECONDS) -> None:
        self._address = address
        self._timeout = timeout

    def scan(self, chunks: Iterable[bytes]) -> Scan:
        """What the daemon says of a file, read piece by piece; `UNAVAILABLE` when it says nothing that counts."""
        try:
            with self._line() as line:
                return _reading(_asked(line, chunks))
        except OSError as error:
            _log.warning("clamd_unavailable", error=type(error).__name__)
            return Scan.UNAVAILABLE

    def _line(self) -> socket.socket:
        if self._address.path is None:
            return socket.create_connection((self._address.host, self._address.port), self._timeout)
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(self._timeout)
        try:
            line.connect(self._address.path)
        except OSError:
            line.close()
            raise
        return line


def _asked(line: socket.socket, chunks: Iterable[bytes]) -> bytes:
    line.sendall(b"zINSTREAM\0")
    for chunk in chunks:
        for at in range(0, len(chunk), PIECE):
            piece = chunk[at : at + PIECE]
            line.sendall(len(piece).to_bytes(4) + piece)
    line.sendall(bytes(4))
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < MAX_ANSWER:
        piece = line.recv(MAX_ANSWER)
        if not piece:
            break
        answer += piece
    return answer


def _reading(answer: bytes) -> Scan:
    if answer == b"stream: OK\0":
        return Scan.CLEAN
    if answer.startswith(b"stream: ") and answer.endswith(b" FOUND\0"):
        return Scan.INFECTED
    _log.warning("clamd_gave_no_verdict", bytes=len(answer))
    return Scan.UNAVAILABLE
