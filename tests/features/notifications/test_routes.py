"""The lines under the bell over HTTP: one's own, page by page, and to the portal's own pages only."""

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from medportal.features.notifications import service
from medportal.features.notifications.routes import PAGE, ROUTES
from medportal.features.notifications.schemas import Notice
from medportal.infra.db import unit_of_work
from medportal.kernel.actor import Actor, Role
from medportal.kernel.text import Text
from medportal.ui import session

pytestmark = pytest.mark.usefixtures("outbox")
OURS = {"x-mp": "1"}


class Doors:
    """Whose session a token is: the token is the account."""

    def resolve(self, token: str, address: str = "", *, check_rotation: bool = False) -> Actor:
        return Actor(Role.DOCTOR, UUID(token))

    def at_hand(self, token: str, address: str = "") -> None:
        return None


@pytest.fixture
def client() -> Iterator[TestClient]:
    before = session.sessions._plugged
    session.sessions.plug(Doors())
    yield TestClient(Starlette(routes=ROUTES))
    session.sessions._plugged = before


def _tell(account_id: UUID, count: int) -> None:
    with unit_of_work() as uow:
        for number in range(count):
            words = Text(ru=f"Строка {number}", en=f"Line {number}")
            service.tell(uow, account_id, Notice(words, words, "/cabinet"), key=str(number))


def _ask(client: TestClient, account_id: UUID, path: str = "/private/bell", **headers: str) -> dict:
    return client.get(path, headers={**OURS, "cookie": f"mp_session={account_id}", **headers}).json()


def test_lines_come_newest_first_and_page_by_page(database, client):
    anna = uuid4()
    _tell(anna, PAGE + 5)
    first = _ask(client, anna)
    assert (first["unread"], first["more"], len(first["lines"])) == (PAGE + 5, True, PAGE)
    assert first["lines"][0]["title"] == {"ru": f"Строка {PAGE + 4}", "en": f"Line {PAGE + 4}"}
    assert first["lines"][0]["link"] == "/cabinet"
    rest = _ask(client, anna, f"/private/bell?before={first['lines'][-1]['id']}")
    assert (rest["more"], [line["title"]["ru"] for line in rest["lines"]]) == (
        False, [f"Строка {number}" for number in range(4, -1, -1)],
    )  # fmt: skip


def test_lines_are_ones_own_and_a_strange_address_is_the_first_page(database, client):
    anna, boris = uuid4(), uuid4()
    _tell(anna, 2)
    hers = _ask(client, anna)["lines"]
    assert _ask(client, boris)["lines"] == []
    assert _ask(client, boris, f"/private/bell?before={hers[0]['id']}")["lines"] == []
    assert _ask(client, anna, "/private/bell?before=../../etc")["lines"] == hers


def test_a_page_from_elsewhere_and_a_visitor_get_nothing(database, client):
    anna = uuid4()
    _tell(anna, 1)
    assert client.get("/private/bell", headers={"cookie": f"mp_session={anna}"}).status_code == 403
    assert client.get("/private/bell", headers=OURS).status_code == 403
