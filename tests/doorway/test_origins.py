"""Where a request comes from, as far as it can be believed."""

import pytest

from medportal.doorway.origins import client_seen, header
from medportal.settings import Settings


@pytest.mark.parametrize(
    ("public", "origins"),
    [
        ("https://portal.example", {"https://portal.example"}),
        ("https://portal.example/", {"https://portal.example"}),
        ("https://portal.example:8443", {"https://portal.example:8443"}),
        ("http://localhost:8000", {"http://localhost:8000", "http://127.0.0.1:8000", "http://[::1]:8000"}),
        ("http://127.0.0.1:9000", {"http://localhost:9000", "http://127.0.0.1:9000", "http://[::1]:9000"}),
        ("http://localhost", {"http://localhost", "http://127.0.0.1", "http://[::1]"}),
        ("https://localhost.example", {"https://localhost.example"}),
    ],
)
def test_pages_may_come_from_the_public_origin_and_on_a_laptop_from_its_twins(public, origins):
    assert Settings(public_origin=public).origins == origins


def _scope(*forwarded: str) -> dict:
    headers = [(b"x-forwarded-for", value.encode()) for value in forwarded]
    return {"type": "http", "client": ("10.0.0.1", 4000), "headers": headers}


@pytest.mark.parametrize(
    ("hops", "forwarded", "seen"),
    [
        (0, "203.0.113.9", "10.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "1.2.3.4, 203.0.113.9", "203.0.113.9"),
        (2, "1.2.3.4, 203.0.113.9, 10.1.1.1", "203.0.113.9"),
        (2, "203.0.113.9", "10.0.0.1"),
        (1, "", "10.0.0.1"),
        (1, " , ,", "10.0.0.1"),
    ],
)
def test_only_what_our_own_proxies_wrote_is_believed(hops, forwarded, seen):
    assert client_seen(_scope(forwarded), hops)["client"][0] == seen


def test_the_first_header_of_a_name_counts_and_a_missing_one_is_empty():
    headers = [(b"origin", b"https://a"), (b"origin", b"https://b")]
    assert header(headers, b"origin") == "https://a"
    assert header(headers, b"cookie") == ""
