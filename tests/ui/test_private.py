"""Private endpoints: to our own pages, by session, kept by nobody; a refusal has a status and words."""

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError, TooOftenError
from medportal.kernel.text import Text
from medportal.settings import settings
from medportal.ui import session
from medportal.ui.cookies import session_cookie_name, session_token
from medportal.ui.private import private

NO = Text(ru="Нельзя", en="No")
OURS = {"x-mp": "1"}


class Sessions:
    def resolve(self, token: str, address: str = "", *, check_rotation: bool = False) -> Actor | None:
        return Actor(Role.DOCTOR) if token == "good" else None

    def at_hand(self, token: str, address: str = "") -> Actor | None:
        return None


@pytest.fixture
def client():
    before = session.sessions._plugged
    session.sessions.plug(Sessions())

    def answer(actor, request):
        refusals = {"forbidden": ForbiddenError(NO), "missing": NotFoundError(NO), "wrong": InvalidError(NO)}
        refusals |= {"often": TooOftenError(NO, 5), "conflict": ConflictError(NO)}
        if refusal := refusals.get(request.path_params["what"]):
            raise refusal
        return {"role": actor.role}

    yield TestClient(Starlette(routes=[Route("/private/{what}", private(answer), methods=["GET"])]))
    session.sessions._plugged = before


def test_a_page_of_another_origin_gets_nothing(client):
    for headers in ({}, {"x-mp": "0"}, {"x-mp": ""}):
        answer = client.get("/private/card", headers=headers)
        assert answer.status_code == 403
        assert "role" not in answer.text


@pytest.mark.parametrize(("cookie", "role"), [("good", "doctor"), ("forged", "visitor"), ("", "visitor")])
def test_the_session_decides_who_asks(client, cookie, role):
    answer = client.get("/private/card", headers={**OURS, "cookie": f"mp_session={cookie}"})
    assert answer.json() == {"role": role}
    assert answer.headers["cache-control"] == "no-store, private"


@pytest.mark.parametrize(
    ("what", "status"), [("forbidden", 403), ("missing", 404), ("wrong", 422), ("often", 429), ("conflict", 409)]
)
def test_a_refusal_has_a_status_and_words_in_both_languages(client, what, status):
    answer = client.get(f"/private/{what}", headers=OURS)
    assert answer.status_code == status
    assert answer.json() == {"error": {"ru": "Нельзя", "en": "No"}}
    assert answer.headers["cache-control"] == "no-store, private"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_private_values_are_only_read(client, method):
    assert client.request(method, "/private/card", headers=OURS).status_code == 405


@pytest.mark.parametrize(
    ("header", "token"),
    [
        ("mp_session=abc", "abc"),
        ("a=1; mp_session=abc; b=2", "abc"),
        ("xmp_session=abc", ""),
        ("", ""),
        ("mp_session=", ""),
        ("mp_session=" + "a" * 20_000, ""),
        ("mp_session", ""),
    ],
)
def test_the_session_s_cookie_is_found_in_a_header(header, token):
    assert session_token(header) == token


def test_behind_https_the_cookie_is_bound_to_the_host(monkeypatch):
    assert session_cookie_name() == "mp_session"
    monkeypatch.setenv("MEDPORTAL_PUBLIC_ORIGIN", "https://portal.example")
    settings.cache_clear()
    assert session_cookie_name() == "__Host-mp_session"
    assert session_token("__Host-mp_session=abc; mp_session=stolen") == "abc"
    assert session_token("mp_session=stolen") == ""
