"""The demonstration's own pages: whole in the demonstration, absent outside it."""

import json
import os
import re
import subprocess
import sys

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from medportal.demonstration.people import PEOPLE
from medportal.features.demo.pages import PAGES
from medportal.features.demo.routes import ROUTES
from medportal.features.notifications import jobs as _letters  # noqa: F401
from medportal.features.notifications import ports
from medportal.features.notifications import service as notifications
from medportal.features.notifications.adapters.demonstration import DemonstrationCarrier
from medportal.infra import jobs
from tests.features.accounts.people import ANNA, draft

LIST = "import json; from medportal import app; from starlette.routing import Route; \
print(json.dumps([page.route for page in app.PAGES] + [route.path for route in app.ROUTES if isinstance(route, Route)]))"


def test_every_invented_person_stands_on_the_page_with_every_answer_and_what_they_show():
    rendered = str(next(page for page in PAGES if page.route == "/demo/people").body())
    # Plain values are rendered with their letters escaped, sentences are not.
    body = re.sub(r"\\u([0-9a-f]{4})", lambda hit: chr(int(hit[1], 16)), rendered)
    for who in PEOPLE:
        assert who.full_name in body
        assert who.inn in body
        assert who.says.ru in body
        assert who.phone in body


@pytest.mark.parametrize(("mode", "there"), [("demonstration", True), ("production", False)])
def test_the_pages_exist_in_the_demonstration_alone(mode, there):
    environment = {**os.environ, "MEDPORTAL_MODE": mode}
    said = subprocess.run(
        [sys.executable, "-c", LIST], env=environment, capture_output=True, check=True, timeout=60
    ).stdout.splitlines()[-1]
    addresses = json.loads(said)
    assert "/register" in addresses
    assert any(address.startswith("/demo") for address in addresses) is there


@pytest.fixture
def client(database):
    ports.mailer.plug(DemonstrationCarrier())
    ports.sms_gateway.plug(DemonstrationCarrier())
    return TestClient(Starlette(routes=list(ROUTES)))


def test_letters_that_would_have_been_sent_are_listed_newest_first(client):
    draft(ANNA)
    jobs.work_off()
    listed = client.get("/demo/letters", headers={"x-mp": "1"}).json()["letters"]
    assert [letter["id"] for letter in listed] == [str(one.id) for one in notifications.demonstration_outbox()]
    assert all(set(letter) == {"id", "channel", "at", "to", "subject", "body"} for letter in listed)


def test_letters_are_given_to_our_own_pages_alone(client):
    assert client.get("/demo/letters").status_code == 403
    assert client.post("/demo/letters", headers={"x-mp": "1"}).status_code == 405
