"""Private values of the cabinet over HTTP: the owner's alone, and nothing to complain of for staff."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from medportal.features.cabinet.routes import ROUTES
from medportal.infra.db import new_id
from medportal.kernel.actor import Actor, Role
from medportal.ui import session


@pytest.fixture
def asked_by(database):
    before = session.sessions._plugged

    def ask(role: Role):
        class Sessions:
            def resolve(self, token, address="", *, check_rotation=False):
                return Actor(role, new_id())

            def at_hand(self, token, address=""):
                return None

        session.sessions.plug(Sessions())
        client = TestClient(Starlette(routes=ROUTES), cookies={"mp_session": "good"})
        return client.get("/private/card", headers={"x-mp": "1"})

    yield ask
    session.sessions._plugged = before


@pytest.mark.parametrize("role", [Role.VERIFIER, Role.OPERATOR, Role.SUPPORT, Role.ADMINISTRATOR])
def test_staff_have_no_card_and_are_not_told_of_an_error(asked_by, role):
    answer = asked_by(role)
    assert (answer.status_code, answer.json()) == (200, {})


def test_a_doctor_without_a_profile_is_told_that_there_is_none(asked_by):
    assert asked_by(Role.DOCTOR).status_code == 404
