"""Serving: what is refused before the server process begins."""

import socket

import pytest

from medportal import server
from medportal.infra.errors import SetupError
from medportal.settings import Settings


def test_a_port_that_another_portal_serves_is_refused_in_words():
    """The server's sockets share a port: two portals would answer each other's people in turn."""
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SetupError, match=f"{port}.*MEDPORTAL_PORT"):
            server.claim_port(Settings(bind="127.0.0.1", port=port))
    server.claim_port(Settings(bind="127.0.0.1", port=port))


def test_an_address_that_is_not_ours_is_refused_in_words():
    with pytest.raises(SetupError, match="MEDPORTAL_BIND"):
        server.claim_port(Settings(bind="198.51.100.7", port=8000))
