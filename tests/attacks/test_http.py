"""Requests that no page of ours makes, and what the answers carry."""

import base64
import hashlib
import re
import socket
from contextlib import suppress
from urllib.parse import urlsplit

import httpx
import pytest

from tests.attacks.served import ANNA, OURS, VERA, Target
from tests.attacks.test_sessions import fresh_session, orders
from tests.attacks.wire import COOKIE, opened
from tests.support.portal import CHECKOUT

PAGES = (
    "/",
    "/privacy",
    "/register",
    "/register/consent",
    "/login",
    "/recover",
    "/demo/people",
    "/demo/outbox",
    "/levels",
)
POSTS = ("/", "/login", "/auth/session", "/private/card", "/health/ready", "/demo/letters", "/nowhere")


def raw(target: Target, request: bytes) -> bytes:
    """Send bytes as they are and take what comes back."""
    answer = b""
    with socket.create_connection(("127.0.0.1", urlsplit(target.url).port or 80), timeout=5) as line:
        try:
            line.sendall(request)
            while piece := line.recv(65536):
                answer += piece
        except (ConnectionError, TimeoutError):
            pass
    return answer


def get_raw(target: Target, path: str) -> bytes:
    return raw(target, f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode("latin-1"))


@pytest.mark.parametrize(
    "path",
    [
        "/../pyproject.toml",
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/assets/../../../pyproject.toml",
        "/assets/%2e%2e/%2e%2e/%2e%2e/pyproject.toml",
        "/assets/..%5c..%5cpyproject.toml",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/index.html%00.js",
        "/%00",
        "/data/keys.json",
        "/data/medportal.db",
        "/.env",
        "/.git/config",
        "/rxconfig.py",
        "/keys.json",
        "/fonts/../../../medportal/app.py",
    ],
)
def test_no_file_outside_the_built_frontend_is_served(target: Target, path: str) -> None:
    answer = get_raw(target, path)
    for secret in (b"[project]", b"root:x:", b"SQLite format", b"vault", b"[core]", b"import reflex", b"Traceback"):
        assert secret not in answer
    status = answer.split(b" ", 2)[1] if answer else b"closed"
    assert status in {b"404", b"400", b"403", b"closed", b"307"}
    assert target.alive()


@pytest.mark.parametrize(
    "path", ["/_health", "/_upload", "/_upload/x.txt", "/_all_routes", "/auth-codespace", "/_event"]
)
def test_the_frameworks_own_addresses_are_not_there(target: Target, path: str) -> None:
    with target.client() as client:
        for method in ("GET", "POST", "PUT", "DELETE"):
            answer = client.request(method, path, content=b"x" if method != "GET" else None)
            assert answer.status_code in {404, 405}, (method, path, answer.status_code)
            assert "redis" not in answer.text


def test_ping_tells_nothing(target: Target) -> None:
    with target.client() as client:
        assert client.get("/ping").text.strip('"') == "pong" or client.get("/ping").status_code == 404


def test_health_tells_no_versions_paths_or_addresses(target: Target) -> None:
    with target.client() as client:
        told = client.get("/health/ready").text + client.get("/health/live").text
    assert not re.search(r"/|\d+\.\d+|sqlite|postgres", told.replace("://", ""))


@pytest.mark.parametrize("path", POSTS)
def test_large_bodies_are_refused_before_they_are_read(target: Target, path: str) -> None:
    with target.client(**OURS, origin=target.url) as client:
        for body in (b"x" * 70_000, b"x" * 2_000_000):
            # Whoever does not stop sending after the refusal finds the line cut.
            with suppress(httpx.TransportError):
                assert client.post(path, content=body).status_code == 413
    assert target.alive()


def test_bodies_of_unknown_length_are_refused(target: Target) -> None:
    with target.client(**OURS, origin=target.url) as client:
        answer = client.post("/auth/session", content=iter([b'{"code": "', b"x" * 100, b'"}']))
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "body", [b"", b"{", b"null", b"[]", b'{"code": null}', b'{"code": {"$gt": ""}}', b"[" * 1900, b"\xff\xfe", b'"x"']
)
def test_wrong_bodies_get_a_plain_refusal(target: Target, body: bytes) -> None:
    with target.client(**OURS, origin=target.url) as client:
        answer = client.post("/auth/session", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("size", [20_000, 300_000])
def test_huge_headers_are_survived(target: Target, size: int) -> None:
    head = f"GET /private/card HTTP/1.1\r\nHost: localhost\r\nx-mp: 1\r\nCookie: mp_session={'x' * size}\r\nConnection: close\r\n\r\n"
    answer = raw(target, head.encode())
    assert not answer.startswith(b"HTTP/1.1 2")
    assert not answer.startswith(b"HTTP/1.1 500")
    assert target.alive()


def test_thousands_of_headers_and_half_a_request_are_survived(target: Target) -> None:
    raw(target, b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"".join(b"X-%d: 1\r\n" % n for n in range(3000)) + b"\r\n")
    raw(target, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 200)
    raw(
        target,
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG",
    )
    assert target.alive()


@pytest.mark.parametrize("path", ["/", "/login", "/private/card", "/auth/session", "/health/live"])
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND", "FOO"])
def test_wrong_methods_do_nothing(target: Target, method: str, path: str) -> None:
    answer = raw(
        target,
        f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode(),
    )
    status = answer.split(b" ", 2)[1] if answer else b"closed"
    assert status in {b"400", b"403", b"404", b"405", b"413", b"501", b"closed"}, answer[:200]


@pytest.mark.parametrize(
    "to",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/%09/evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "///evil.example",
    ],
)
def test_signing_in_never_leads_to_a_foreign_address(target: Target, to: str) -> None:
    person = target.people[VERA]
    with opened(target.url, path="/login") as tab:
        values = {"login": person.typed["email"], "password": person.password}
        where = {"pathname": "/login", "asPath": f"/login?next={to}", "query": {"next": to}}
        tab.event("login.sign_in", {"event": {"section": "login", "values": values}}, router_data=where)
        tab.wait_for('"code"')
        following = [one["next"] for one in orders(tab) if "next" in one]
    assert following
    assert all(re.fullmatch(r"/[a-z].*|/", one) and "\\" not in one for one in following)


def test_a_closed_door_leads_only_to_our_own_door(target: Target) -> None:
    for path in (
        "/cabinet",
        "/security",
        "//evil.example/cabinet",
        "/cabinet?next=//evil.example",
        "/cabinet/%0d%0aset-cookie:a=b",
    ):
        answer = get_raw(target, path)
        location = re.search(rb"(?im)^location: (.*)\r$", answer)
        if location:
            assert location[1].startswith((b"/login?next=%2F", b"http://localhost"))
            assert not location[1].startswith(b"/login?next=%2F%2F")
        assert b"\r\nset-cookie: a=b" not in answer.lower()


def test_a_redirect_to_a_tidier_path_stays_here(target: Target) -> None:
    for path in ("//evil.example/", "//evil.example", "/\\evil.example/", "/login//evil.example/"):
        location = re.search(rb"(?im)^location: (.*)\r$", get_raw(target, path))
        assert not location or not re.match(rb"(https?:)?//(?!localhost)", location[1]), location[1]


@pytest.mark.parametrize("page", [*PAGES, "/no/such/page"])
def test_every_page_allows_exactly_its_own_scripts(target: Target, page: str) -> None:
    with target.client() as client:
        answer = client.get(page)
    policy = {
        name: rest.split()
        for name, *rest in (
            part.strip().partition(" ")[::2] for part in answer.headers["content-security-policy"].split(";")
        )
        for rest in ["".join(rest)]
    }
    scripts = policy["script-src"]
    assert "'unsafe-inline'" not in scripts
    assert "'unsafe-eval'" not in scripts
    assert "*" not in scripts
    inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", answer.text, re.DOTALL)
    wanted = {"'sha256-" + base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() + "'" for one in inline}
    assert wanted == {one for one in scripts if one.startswith("'sha256-")}
    assert inline, "the page has scripts of its own"
    assert policy["frame-ancestors"] == ["'none'"]
    assert policy["object-src"] == ["'none'"]
    assert policy["base-uri"] == ["'none'"]
    assert not re.findall(r"<[^>]+\son[a-z]+\s*=", answer.text), "no handler stands in an attribute"
    assert not re.findall(r"(?:src|href)=\"(?:https?:)?//", answer.text), "nothing is loaded from elsewhere"


@pytest.mark.parametrize("path", [*PAGES, "/favicon.svg", "/health/live", "/private/card", "/nowhere", "/_upload"])
def test_every_answer_carries_the_security_headers(target: Target, path: str) -> None:
    with target.client() as client:
        headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] in {"same-origin", "no-referrer"}
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["server"] == "MedPortal"
    assert "x-powered-by" not in headers


def test_only_files_with_a_hash_in_their_name_are_kept_for_ever(target: Target) -> None:
    with target.client() as client:
        page = client.get("/")
        assert page.headers["cache-control"] == "no-cache"
        assets = sorted(set(re.findall(r'"(/assets/[^"]+\.(?:js|css))"', page.text)))
        assert assets
        for path in assets:
            answer = client.get(path)
            kept = "immutable" in answer.headers.get("cache-control", "")
            assert kept == bool(re.search(r"-[\w-]{8}\.(js|css)$", path)), path
        for path in ("/login", "/words/en.json", "/favicon.svg", "/demo/people", "/assets/nothing-AAAAAAAA.js"):
            assert "immutable" not in client.get(path).headers.get("cache-control", ""), path
        assert client.get("/assets/nothing-AAAAAAAA.js").status_code == 404


def test_pages_that_are_not_there_are_not_found(target: Target) -> None:
    with target.client() as client:
        for path in (
            "/no/such/page",
            "/register/invented",
            "/cabinet/x",
            "/private/nothing",
            "/wp-login.php",
            "/" + "я" * 50,
        ):
            answer = client.get(path)
            assert answer.status_code == 404, path
            assert "Traceback" not in answer.text


def test_sources_and_maps_are_not_served(target: Target) -> None:
    with target.client() as client:
        assets = re.findall(r'"(/assets/[^"]+\.js)"', client.get("/").text)
        assert all(client.get(f"{path}.map").status_code == 404 for path in set(assets))
    assert not list((CHECKOUT / ".web/build/client").rglob("*.map"))


def test_header_injection_through_a_path_or_a_parameter_does_not_work(target: Target) -> None:
    for path in ("/login?next=/%0d%0aset-cookie:%20a=b", "/cabinet%0d%0aset-cookie:%20a=b", "/%0d%0aset-cookie:%20a=b"):
        assert b"\r\nset-cookie: a=b" not in get_raw(target, path).lower()


def test_what_breaks_is_answered_with_a_number_and_nothing_else(target: Target) -> None:
    session = fresh_session(target, ANNA)
    target.run("alter table auth_session rename to auth_session_gone")
    try:
        with target.client(**OURS) as client:
            for path in ("/private/card", "/cabinet"):
                answer = client.get(path, headers={"cookie": f"{COOKIE}={session}"})
                assert answer.status_code == 500, path
                number = re.search(r"MP-[2-9A-Z]{4}-[2-9A-Z]{4}", answer.text)
                assert number
                assert number[0] in target.log(), "the same number stands in the log"
                for inside in ("Traceback", "sqlite", "sqlalchemy", "auth_session", ".py", "select"):
                    assert inside not in answer.text.lower()
                assert answer.headers["x-content-type-options"] == "nosniff"
                assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    finally:
        target.run("alter table auth_session_gone rename to auth_session")
    with target.client(**OURS) as client:
        assert client.get("/private/card", headers={"cookie": f"{COOKIE}={session}"}).status_code == 200
