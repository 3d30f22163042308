"""ClamAV's daemon: the real one, and ones that misbehave; clean is only what it calls clean."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from medportal import wiring_documents
from medportal.features.documents import ports
from medportal.features.documents.adapters.intake.absent import AbsentScanner
from medportal.features.documents.adapters.intake.clamd import ClamdAddress, ClamdScanner
from medportal.features.documents.schemas.intake import Scan
from medportal.features.documents.service import inspecting
from medportal.infra.errors import SetupError
from medportal.settings import settings
from tests.support import clamd_server, servers
from tests.support.clamd_server import MALWARE

SHORT = 0.5


@pytest.fixture(scope="module")
def daemon() -> Iterator[Path]:
    with clamd_server.running() as path:
        yield path


def test_the_daemon_calls_an_honest_file_clean_and_malware_infected(daemon: Path):
    scanner = ClamdScanner(ClamdAddress(str(daemon)))
    assert scanner.scan([b"an honest ", b"", b"document"]) is Scan.CLEAN
    assert scanner.scan([b""]) is Scan.CLEAN
    assert scanner.scan([MALWARE[:20], MALWARE[20:]]) is Scan.INFECTED
    assert scanner.scan(bytes(200_000) for _ in range(4)) is Scan.CLEAN


def test_a_file_too_long_for_the_daemon_is_not_called_clean(daemon: Path):
    assert ClamdScanner(ClamdAddress(str(daemon))).scan([bytes(500_000)] * 6) is Scan.UNAVAILABLE


def test_a_daemon_that_is_down_makes_the_file_wait(tmp_path: Path):
    assert ClamdScanner(ClamdAddress(str(tmp_path / "nothing"))).scan([b"x"]) is Scan.UNAVAILABLE
    port = servers.free_port()
    assert ClamdScanner(ClamdAddress(host="127.0.0.1", port=port), timeout=SHORT).scan([b"x"]) is Scan.UNAVAILABLE


@contextmanager
def odd_daemon(answer: bytes | None, *, reads: bool = True) -> Iterator[ClamdAddress]:
    """One that reads a whole stream, or nothing at all, and answers what it is told; None: it stays silent."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        stop = threading.Event()

        def serve() -> None:
            line, _ = server.accept()
            with line:
                received = b""
                while reads and not received.endswith(bytes(4)):
                    received += line.recv(65536)
                assert not reads or received.startswith(b"zINSTREAM\0")
                if answer is not None:
                    line.sendall(answer)
                else:
                    stop.wait(5)

        thread = threading.Thread(target=serve)
        thread.start()
        yield ClamdAddress(host="127.0.0.1", port=server.getsockname()[1])
        stop.set()
        thread.join()


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"stream: OK\0", Scan.CLEAN),
        (b"stream: Win.Test.EICAR_HDB-1 FOUND\0", Scan.INFECTED),
        (b"stream: OK", Scan.UNAVAILABLE),
        (b"stream: OK FOUN", Scan.UNAVAILABLE),
        (b"INSTREAM size limit exceeded. ERROR\0", Scan.UNAVAILABLE),
        (b"stream: Can't allocate memory ERROR\0", Scan.UNAVAILABLE),
        (b"", Scan.UNAVAILABLE),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 9000, Scan.UNAVAILABLE),
        (None, Scan.UNAVAILABLE),
    ],
)
def test_only_a_whole_verdict_counts(answer: bytes | None, expected: Scan):
    with odd_daemon(answer) as address:
        assert ClamdScanner(address, timeout=SHORT).scan([b"a document"]) is expected


def test_a_daemon_that_takes_nothing_is_not_waited_for_forever():
    with odd_daemon(None, reads=False) as address:
        assert ClamdScanner(address, timeout=SHORT).scan(bytes(1 << 20) for _ in range(64)) is Scan.UNAVAILABLE


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("unix:/run/clamav/clamd.ctl", ClamdAddress("/run/clamav/clamd.ctl")),
        ("unix:///run/clamd.ctl", ClamdAddress("/run/clamd.ctl")),
        ("/run/clamd.ctl", ClamdAddress("/run/clamd.ctl")),
        ("tcp://scanner:3311", ClamdAddress(host="scanner", port=3311)),
        ("tcp://[::1]", ClamdAddress(host="::1", port=3310)),
    ],
)
def test_addresses_are_read(url: str, expected: ClamdAddress):
    assert ClamdAddress.from_url(url) == expected


@pytest.mark.parametrize("url", ["", "http://x", "tcp://", "tcp://x:port", "unix:clamd.ctl", "clamd", "unix://host/p"])
def test_an_address_that_is_none_is_a_fault_of_the_set_up(url: str, monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(ValueError, match="MEDPORTAL_CLAMD"):
        ClamdAddress.from_url(url)
    if url:
        monkeypatch.setenv("MEDPORTAL_CLAMD", url)
        settings.cache_clear()
        with pytest.raises(SetupError, match="MEDPORTAL_CLAMD"):
            wiring_documents.plug(settings())


def test_without_a_scanner_a_file_is_said_to_be_unscanned():
    wiring_documents.plug(settings())
    assert isinstance(ports.scanner(), AbsentScanner)
    assert inspecting.scan([MALWARE]) is Scan.NOT_SCANNED


def test_the_setting_names_the_daemon(daemon: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MEDPORTAL_CLAMD", f"unix:{daemon}")
    settings.cache_clear()
    wiring_documents.plug(settings())
    assert inspecting.scan([MALWARE]) is Scan.INFECTED
