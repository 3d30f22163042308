"""Serving: what is refused before the server process begins."""

import socket
import threading
import time

import pytest

from medportal import server
from medportal.infra.errors import SetupError
from medportal.settings import Settings


def test_a_port_that_another_portal_serves_is_refused_in_words(monkeypatch: pytest.MonkeyPatch):
    """The server's sockets share a port: two portals would answer each other's people in turn."""
    monkeypatch.setattr(server, "LEAVING_SECONDS", 0.2)
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SetupError, match=f"{port}.*MEDPORTAL_PORT"):
            server.claim_port(Settings(bind="127.0.0.1", port=port))
    server.claim_port(Settings(bind="127.0.0.1", port=port))


def test_a_predecessor_that_is_still_leaving_is_waited_for():
    """Restarted in one breath, a portal must not refuse to start because of its own last worker."""
    with socket.socket() as leaving:
        leaving.bind(("127.0.0.1", 0))
        leaving.listen()
        port = leaving.getsockname()[1]
        gone = threading.Timer(0.3, leaving.close)
        gone.start()
        began = time.monotonic()
        server.claim_port(Settings(bind="127.0.0.1", port=port))
        assert time.monotonic() - began >= 0.2
        gone.join()


def test_an_address_that_is_not_ours_is_refused_in_words():
    with pytest.raises(SetupError, match="MEDPORTAL_BIND"):
        server.claim_port(Settings(bind="198.51.100.7", port=8000))
