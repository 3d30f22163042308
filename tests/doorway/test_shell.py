"""The shell: who is let in to a page or a socket, and what every answer wears."""

import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs
from uuid import UUID

import httpx
import pytest

from medportal.doorway.csp import Policies
from medportal.doorway.live import LiveTabs
from medportal.doorway.shell import Shell
from medportal.infra import vault
from medportal.kernel.actor import Actor, Role
from medportal.settings import settings
from medportal.ui.page import ANYONE, SIGNED_IN
from tests.conftest import INDEX_KEY, VAULT_KEYS

ORIGIN = "http://localhost:8000"
ANNA, BORIS = UUID(int=1), UUID(int=2)
PEOPLE = {
    "anna": Actor(Role.DOCTOR, ANNA, UUID(int=11)),
    "anna-elsewhere": Actor(Role.DOCTOR, ANNA, UUID(int=12)),
    "boris": Actor(Role.APPLICANT, BORIS, UUID(int=21)),
}


class Inner:
    """The app behind the shell: it remembers what reached it."""

    def __init__(self) -> None:
        self.reached: list[dict[str, Any]] = []

    async def __call__(self, scope, receive, send):
        self.reached.append(scope)
        if scope["type"] != "http":
            return
        if scope["path"] == "/broken":
            raise RuntimeError("Иванов 112-233-445 95")
        headers = [(b"content-type", b"text/html; charset=utf-8")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"<p>hello</p>"})


@pytest.fixture
def made(tmp_path) -> Callable[[], tuple[Shell, Inner, LiveTabs]]:
    vault.open_vault(VAULT_KEYS, INDEX_KEY)
    inner = Inner()
    app: Any = SimpleNamespace(event_namespace=None, sio=None)

    def resolve(token: str, address: str = "", *, check_rotation: bool = False) -> Actor | None:
        assert check_rotation
        return PEOPLE.get(token)

    def make() -> tuple[Shell, Inner, LiveTabs]:
        live = LiveTabs(app, resolve)
        doors = {"/": ANYONE, "/cabinet": SIGNED_IN, "/desk": frozenset({Role.OPERATOR})}
        shell = Shell(
            inner,
            reflex_app=app,
            live=live,
            resolve=resolve,
            origins=frozenset({ORIGIN}),
            doors=doors,
            policies=Policies(tmp_path),
        )
        return shell, inner, live

    return make


def _ask(shell: Shell, method: str, path: str, who: str = "", **how: Any) -> httpx.Response:
    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=shell)
        cookies = {"mp_session": who} if who else {}
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, cookies=cookies) as client:
            return await client.request(method, path, **how)

    return asyncio.run(ask())


@pytest.mark.parametrize(
    "path", ["/_health", "/_upload", "/_all_routes", "/auth-codespace", "/_event", "/_event/?token=x"]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_addresses_of_the_framework_are_not_there(made, path, method):
    shell, inner, _ = made()
    assert _ask(shell, method, path).status_code == 404
    assert inner.reached == []


@pytest.mark.parametrize(
    ("path", "who", "leads"),
    [
        ("/", "", None),
        ("/cabinet", "anna", None),
        ("/cabinet", "", "/login?next=%2Fcabinet"),
        ("/cabinet/", "", "/login?next=%2Fcabinet%2F"),
        ("/cabinet", "boris", "/login?next=%2Fcabinet"),
        ("/cabinet", "forged", "/login?next=%2Fcabinet"),
        ("/desk", "anna", "/cabinet"),
        ("/unknown", "", None),
    ],
)
def test_a_door_lets_in_or_leads_to_the_right_place(made, path, who, leads):
    shell, inner, _ = made()
    answer = _ask(shell, "GET", path, who)
    assert answer.headers.get("location") == leads
    assert answer.status_code == (303 if leads else 200)
    assert len(inner.reached) == (0 if leads else 1)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"content-length": "10"}, 200),
        ({"content-length": str(64 * 1024 + 1)}, 413),
        ({"content-length": "-1"}, 413),
        ({"content-length": "٣"}, 413),
        ({"transfer-encoding": "chunked"}, 413),
    ],
)
def test_a_body_too_large_or_of_unknown_length_is_refused_unread(made, headers, status):
    shell, _, _ = made()
    encoded = [(name.encode(), value.encode()) for name, value in headers.items()]
    sent: list[dict[str, Any]] = []
    scope = {"type": "http", "method": "POST", "path": "/auth/session", "headers": encoded, "query_string": b""}

    async def send(message):
        sent.append(message)

    async def receive():
        raise AssertionError("nothing is read at the door")

    asyncio.run(shell(scope, receive, send))
    assert sent[0]["status"] == status


@pytest.mark.parametrize("path", ["/files", "/calendar/import", "/calendar/training/import", "/practice/imports"])
def test_a_file_of_any_length_is_let_in_to_the_route_that_counts_it(made, path):
    shell, inner, _ = made()
    assert _ask(shell, "PUT", path, "anna", content=b"0" * (1 << 20)).status_code == 200
    assert _ask(shell, "POST", path, "anna", content=b"0" * (1 << 20)).status_code == 413
    assert [scope["path"] for scope in inner.reached] == [path]


def test_every_answer_wears_the_security_headers(made):
    shell, _, _ = made()
    for path, who in (("/", ""), ("/cabinet", ""), ("/_health", ""), ("/broken", "")):
        worn = _ask(shell, "GET", path, who).headers
        assert worn["x-content-type-options"] == "nosniff"
        assert worn["x-frame-options"] == "DENY"
        assert "script-src 'self'" in worn["content-security-policy"]
        assert "cache-control" in worn
        assert "strict-transport-security" not in worn


def test_behind_https_browsers_are_told_to_stay(made, monkeypatch):
    monkeypatch.setenv("MEDPORTAL_PUBLIC_ORIGIN", "https://portal.example")
    settings.cache_clear()
    shell, _, _ = made()
    assert "max-age=31536000" in _ask(shell, "GET", "/").headers["strict-transport-security"]


@pytest.mark.parametrize(
    ("path", "caching"),
    [("/assets/a-1b2c.js", "immutable"), ("/fonts/golos.woff2", "max-age=2592000"), ("/", "no-cache")],
)
def test_only_hashed_files_are_kept_for_ever(made, path, caching):
    shell, _, _ = made()
    assert caching in _ask(shell, "GET", path).headers["cache-control"]


def test_a_request_that_breaks_is_answered_with_a_number_in_both_languages(made):
    shell, _, _ = made()
    answer = _ask(shell, "GET", "/broken")
    assert answer.status_code == 500
    assert "MP-" in answer.text
    assert 'lang="en"' in answer.text
    for secret in ("Иванов", "112-233", "RuntimeError", "Traceback"):
        assert secret not in answer.text


# Sockets


def _knock(
    shell: Shell, *, origin: str = ORIGIN, token: str = "tab-token-1", who: str = "", path: str = "/_event/"
) -> list[str]:
    sent: list[str] = []
    headers = [(b"origin", origin.encode()), (b"cookie", f"mp_session={who}".encode())]
    scope = {
        "type": "websocket",
        "path": path,
        "headers": headers if origin else headers[1:],
        "query_string": f"EIO=4&transport=websocket&token={token}".encode(),
        "client": ("192.0.2.10", 1),
    }

    async def receive():
        return {"type": "websocket.connect"}

    async def send(message):
        sent.append(message["type"])

    asyncio.run(shell(scope, receive, send))
    return sent


@pytest.mark.parametrize(
    "how",
    [
        {"origin": "https://evil.example"},
        {"origin": ""},
        {"origin": "null"},
        {"origin": ORIGIN + ".evil.example"},
        {"token": "short"},
        {"token": "x" * 129},
        {"path": "/other"},
    ],
)
def test_a_socket_that_is_not_ours_is_closed_before_it_is_accepted(made, how):
    shell, inner, _ = made()
    assert _knock(shell, **how) == ["websocket.close"]
    assert inner.reached == []


def _key(inner: Inner) -> str:
    return parse_qs(inner.reached[-1]["query_string"].decode())["token"][0]


def test_the_key_of_a_state_follows_from_session_and_tab_and_is_not_what_the_browser_says(made):
    shell, inner, _ = made()
    keys = set()
    for who in ("anna", "anna-elsewhere", "boris", "", "forged"):
        _knock(shell, who=who)
        keys.add(_key(inner))
        assert "tab-token-1" not in _key(inner)
    # A forged cookie is nobody's: it opens the same empty state as no cookie at all.
    assert len(keys) == 4


def test_the_same_tab_finds_its_state_again(made):
    shell, inner, _ = made()
    _knock(shell, who="anna")
    first = _key(inner)
    _knock(shell, who="anna")
    assert _key(inner) == first
    _knock(shell, who="anna", token="tab-token-2")
    assert _key(inner) != first


def test_a_tab_is_known_as_live_only_while_its_socket_is_open(made):
    shell, inner, live = made()
    seen: list[int] = []

    async def inside(scope, receive, send):
        seen.append(len(live._tabs.get(ANNA, {})))

    shell._app = inside
    _knock(shell, who="anna")
    assert seen == [1]
    assert live._tabs == {}
    assert inner.reached == []


def test_one_address_opens_only_so_many_sockets(made, monkeypatch):
    monkeypatch.setenv("MEDPORTAL_SOCKET_BURST", "3")
    monkeypatch.setenv("MEDPORTAL_SOCKET_REFILL", "0.001")
    settings.cache_clear()
    shell, inner, _ = made()
    for _ in range(6):
        _knock(shell)
    assert len(inner.reached) == 3
