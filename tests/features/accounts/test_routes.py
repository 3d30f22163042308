import json

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from medportal.features.accounts import service
from medportal.features.accounts.routes import routes
from medportal.settings import settings
from tests.features.accounts.people import ANNA, sign_in

OURS = {"origin": "http://localhost:8000", "x-mp": "1", "sec-fetch-site": "same-origin"}
PATHS = ("/auth/session", "/auth/rotate", "/auth/sign-out")


@pytest.fixture
def browser(portal):
    with TestClient(Starlette(routes=routes), base_url="http://localhost:8000") as client:
        yield client


def enter(browser, **changes):
    code = sign_in(ANNA.email, ANNA.password)
    return browser.post("/auth/session", json={"code": code}, headers=OURS | changes)


def test_a_ticket_becomes_a_cookie_that_scripts_cannot_read_and_other_sites_cannot_use(anna, browser):
    answer = enter(browser)
    assert (answer.status_code, answer.json()) == (200, {"ok": True})
    name, _, rest = answer.headers["set-cookie"].partition("=")
    attributes = {part.strip().lower() for part in rest.split(";")[1:]}
    assert name == "mp_session"
    assert attributes == {"httponly", "max-age=604800", "path=/", "samesite=lax"}
    assert answer.headers["cache-control"] == "no-store"
    assert service.resolve(browser.cookies["mp_session"]).account_id == anna.id


def test_over_https_the_cookie_is_bound_to_the_host(anna, portal, monkeypatch):
    monkeypatch.setenv("MEDPORTAL_PUBLIC_ORIGIN", "https://portal.example")
    settings.cache_clear()
    with TestClient(Starlette(routes=routes), base_url="https://portal.example") as browser:
        answer = enter(browser, origin="https://portal.example")
        assert answer.headers["set-cookie"].startswith("__Host-mp_session=")
        assert "Secure" in answer.headers["set-cookie"]
        assert "Domain" not in answer.headers["set-cookie"]
        assert browser.post("/auth/rotate", headers=OURS | {"origin": "https://portal.example"}).status_code == 200
        assert enter(browser, origin="http://localhost:8000").status_code == 403


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "changes",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": None},
        {"origin": "http://localhost:8001"},
        {"x-mp": None},
        {"x-mp": "0"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://evil.example:8000", "host": "evil.example:8000"},
    ],
)
def test_foreign_pages_change_nothing(anna, browser, path, changes):
    enter(browser)
    token = browser.cookies["mp_session"]
    code = sign_in(ANNA.email, ANNA.password)
    headers = {name: value for name, value in (OURS | changes).items() if value is not None}
    answer = browser.post(path, json={"code": code}, headers=headers)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert service.resolve(token) is not None
    assert service.redeem(code, "", "").token


@pytest.mark.parametrize("path", PATHS)
def test_only_post_is_answered(browser, path):
    assert browser.get(path, headers=OURS).status_code == 405


def test_old_browsers_that_say_nothing_of_the_site_are_let_in(anna, browser):
    headers = {name: value for name, value in OURS.items() if name != "sec-fetch-site"}
    code = sign_in(ANNA.email, ANNA.password)
    assert browser.post("/auth/session", json={"code": code}, headers=headers).status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"7",
        b'{"code": 7}',
        b'{"code": ""}',
        b'{"code": null}',
        b"\xff\xfe",
        b"[" * 1500,
        b"x" * 1_000_000,
    ],
)
def test_what_is_no_ticket_is_refused_politely(browser, body):
    answer = browser.post("/auth/session", content=body, headers=OURS)
    assert (answer.status_code, answer.json()["ok"]) == (400, False)
    assert set(answer.json()["text"]) == {"ru", "en"}


@pytest.mark.parametrize("code", ["guess", "\ud800", "x" * 1900])
def test_a_wrong_ticket_opens_nothing(browser, code):
    answer = browser.post("/auth/session", content=json.dumps({"code": code}), headers=OURS)
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


def test_a_session_planted_before_signing_in_is_not_the_one_after(anna, browser):
    planted = anna.come_in().token
    browser.cookies.set("mp_session", planted)
    answer = enter(browser)
    assert planted not in answer.headers["set-cookie"]
    assert service.resolve(planted) is None


def test_renewing_gives_another_cookie_for_the_same_session(anna, browser):
    enter(browser)
    before = browser.cookies["mp_session"]
    assert browser.post("/auth/rotate", headers=OURS).status_code == 200
    after = browser.cookies["mp_session"]
    assert after != before
    assert service.resolve(after).session_id == service.resolve(before).session_id


def test_renewing_without_a_session_takes_the_cookie_back(browser):
    browser.cookies.set("mp_session", "invented")
    answer = browser.post("/auth/rotate", headers=OURS)
    assert answer.status_code == 401
    assert 'mp_session=""' in answer.headers["set-cookie"]


def test_signing_out_ends_the_session_and_takes_the_cookie_back_as_often_as_asked(anna, browser):
    enter(browser)
    token = browser.cookies["mp_session"]
    for _ in range(2):
        answer = browser.post("/auth/sign-out", headers=OURS)
        assert (answer.status_code, answer.json()) == (200, {"ok": True})
        assert 'mp_session=""' in answer.headers["set-cookie"]
    assert service.resolve(token) is None


def test_answers_name_nobody(anna, browser):
    answers = [enter(browser), browser.post("/auth/rotate", headers=OURS), browser.post("/auth/sign-out", headers=OURS)]
    assert not any(str(anna.id) in answer.text or "anna" in answer.text for answer in answers)
