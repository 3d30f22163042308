"""Pages of others, and programs that only pretend to be ours."""

import re

import pytest

from tests.attacks.served import ANNA, OURS, Target
from tests.attacks.wire import COOKIE, RefusedAtTheDoorError, opened

FOREIGN = ("https://evil.example", "null", "http://localhost", "http://localhost.evil.example", "file://", "")
AUTH = ("/auth/session", "/auth/rotate", "/auth/sign-out")


@pytest.mark.parametrize("origin", [*FOREIGN[:-1], None, "http://localhost:1", "HTTPS://LOCALHOST"])
def test_a_socket_from_another_origin_or_from_none_is_refused(target: Target, origin: str | None) -> None:
    with pytest.raises(RefusedAtTheDoorError), opened(target.url, origin=origin, session=target.people[ANNA].session):
        pass
    assert target.alive()


def test_a_laptop_may_be_called_by_its_number_too(target: Target) -> None:
    with opened(target.url, origin=target.url.replace("localhost", "127.0.0.1")) as tab:
        assert tab.fence()


@pytest.mark.parametrize("token", ["", "x", "short", "x" * 129, "x" * 5000])
def test_a_socket_with_a_misshapen_tab_token_is_refused(target: Target, token: str) -> None:
    with pytest.raises(RefusedAtTheDoorError):
        opened_with(target, f"token={token}")


@pytest.mark.parametrize("query", ["", "token", "token[]=aaaaaaaaaaaa", "sid=abc"])
def test_a_socket_without_a_tab_token_is_refused(target: Target, query: str) -> None:
    with pytest.raises(RefusedAtTheDoorError):
        opened_with(target, query)


def opened_with(target: Target, query: str) -> None:
    import simple_websocket

    port = target.url.rsplit(":", 1)[1]
    address = f"ws://127.0.0.1:{port}/_event/?EIO=4&transport=websocket&{query}"
    try:
        simple_websocket.Client(address, headers={"Origin": target.url}).close()
    except (simple_websocket.ConnectionError, simple_websocket.ConnectionClosed, OSError) as error:
        raise RefusedAtTheDoorError from error


@pytest.mark.parametrize("path", AUTH)
@pytest.mark.parametrize("origin", FOREIGN)
def test_auth_routes_refuse_foreign_pages(target: Target, path: str, origin: str) -> None:
    with target.client(ANNA, **OURS) as client:
        answer = client.post(path, json={"code": "x"}, headers={"origin": origin} if origin else {})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("path", AUTH)
def test_auth_routes_refuse_requests_without_our_header(target: Target, path: str) -> None:
    with target.client(ANNA, origin=target.url) as client:
        for header in ({}, {"x-mp": "0"}, {"x-mp": "1, 1"}, {"x-requested-with": "1"}):
            assert client.post(path, json={"code": "x"}, headers=header).status_code == 403


@pytest.mark.parametrize("path", AUTH)
@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", "something"])
def test_auth_routes_believe_the_browser_that_a_request_is_foreign(target: Target, path: str, site: str) -> None:
    with target.client(ANNA, **OURS, origin=target.url) as client:
        answer = client.post(path, json={"code": "x"}, headers={"sec-fetch-site": site})
    assert answer.status_code == 403


def test_anna_is_still_signed_in_after_all_that(target: Target) -> None:
    with target.client(ANNA, **OURS) as client:
        assert client.get("/private/card").status_code == 200


@pytest.mark.parametrize("path", ["/private/card", "/private/numbers", "/private/differences", "/private/answers"])
def test_private_values_are_not_given_without_our_header(target: Target, path: str) -> None:
    with target.client(ANNA) as client:
        for header in ({}, {"x-mp": "0"}, {"x-mp": ""}):
            answer = client.get(path, headers={**header, "origin": "https://evil.example"})
            assert answer.status_code == 403
            assert answer.headers["cache-control"] == "no-store, private"


def test_no_answer_is_readable_by_another_origin(target: Target) -> None:
    foreign = {"origin": "https://evil.example", "access-control-request-headers": "x-mp"}
    with target.client(ANNA) as client:
        for path in ("/", "/private/card", "/auth/session", "/health/ready", "/demo/letters", "/ping"):
            for method in ("GET", "OPTIONS"):
                answer = client.request(method, path, headers={**foreign, "access-control-request-method": "GET"})
                assert answer.headers.get("access-control-allow-origin") not in {"*", "https://evil.example"}, path


def test_cookies_are_for_the_server_alone(target: Target) -> None:
    with target.client(**OURS, origin=target.url) as client:
        answer = client.post("/auth/sign-out", json={})
    said = answer.headers["set-cookie"].lower()
    assert said.startswith(f"{COOKIE}=")
    assert "httponly" in said
    assert "samesite=lax" in said
    assert "path=/" in said


def test_behind_https_cookies_are_bound_to_it_and_browsers_are_told_to_stay(guarded: Target) -> None:
    origin = "https://portal.example.org"
    with guarded.client(**OURS, origin=origin) as client:
        answer = client.post("/auth/sign-out", json={})
    # On a connection of its own: the server may close one whose body nobody read.
    with guarded.client(**OURS, origin=origin) as client:
        page = client.get("/")
    said = answer.headers["set-cookie"]
    assert said.startswith("__Host-mp_session=")
    assert re.search(r";\s*secure", said.lower())
    assert "domain" not in said.lower()
    assert "max-age=31536000" in page.headers["strict-transport-security"]


def test_behind_https_a_plain_origin_is_foreign(guarded: Target) -> None:
    with guarded.client(**OURS, origin="http://portal.example.org") as client:
        assert client.post("/auth/sign-out", json={}).status_code == 403
    with pytest.raises(RefusedAtTheDoorError), opened(guarded.url, origin=guarded.url):
        pass


def test_one_address_opens_only_so_many_sockets(guarded: Target) -> None:
    tabs, refused = [], 0
    for _ in range(20):
        try:
            tabs.append(opened(guarded.url, origin="https://portal.example.org", connect=False).__enter__())
        except RefusedAtTheDoorError:
            refused += 1
    for tab in tabs:
        tab.close()
    assert len(tabs) <= 12
    assert refused >= 8
    assert guarded.alive()
