"""What everybody sees: said in words, and naming who runs the portal."""

import re

from starlette.applications import Starlette
from starlette.testclient import TestClient

from medportal.features.home import texts
from medportal.features.home.pages import PAGES
from medportal.features.home.routes import ROUTES
from medportal.kernel.actor import Role
from medportal.settings import settings
from medportal.ui.page import ANYONE


def test_home_and_privacy_are_open_to_everybody():
    assert {page.route for page in PAGES} == {"/", "/privacy"}
    assert all(page.door == ANYONE and Role.VISITOR in page.door for page in PAGES)


def test_the_home_page_leads_to_registration_and_to_the_door():
    body = str(next(page for page in PAGES if page.route == "/").body())
    assert "/register" in body
    assert "/login" in body
    assert texts.HEADLINE.ru in body


def test_no_english_sentence_stands_in_the_prerendered_page():
    for page in PAGES:
        assert texts.HEADLINE.en not in str(page.body())


def test_the_privacy_page_says_what_the_law_asks_for():
    said = " ".join(title.ru + " " + body.ru for title, body in texts.PRIVACY)
    for word in ("согласи", "Отозвать", "зашифрован", "30 дней", "СФР", "ФНС", "МВД"):
        assert word in said


def test_who_runs_the_portal_is_asked_of_the_settings(monkeypatch):
    monkeypatch.setenv("MEDPORTAL_OPERATOR_NAME", "Учебная больница")
    settings.cache_clear()
    client = TestClient(Starlette(routes=list(ROUTES)))
    assert client.get("/operator", headers={"x-mp": "1"}).json()["name"] == "Учебная больница"
    assert client.get("/operator").status_code == 403


def test_no_picture_and_no_script_comes_from_elsewhere():
    for page in PAGES:
        assert not re.search(r"https?://", str(page.body()))
