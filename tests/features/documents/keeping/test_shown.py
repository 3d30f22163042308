"""What the screens fetch: cards by any address, one document with its values, and nothing of anybody else's."""

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from medportal.features.documents import service
from medportal.features.documents.routes import ROUTES
from medportal.features.documents.schemas.kinds import KindKey
from medportal.infra import jobs
from medportal.kernel.actor import Actor, Role
from medportal.ui import session
from tests.features.documents.keeping.people import passport, photo, sent

pytestmark = pytest.mark.both_databases
OURS = {"x-mp": "1"}


class _Door:
    """Lets in whoever is set, whatever the cookie says."""

    actor: Actor | None = None

    def resolve(self, token: str, address: str = "", *, check_rotation: bool = False) -> Actor | None:
        return self.actor

    def at_hand(self, token: str, address: str = "") -> Actor | None:
        return self.actor

    def set_language(self, actor: Actor, locale: str) -> None:
        raise AssertionError("nobody asked for it")


@pytest.fixture
def door(portal: str) -> _Door:
    made = _Door()
    session.sessions.plug(made)
    return made


@pytest.fixture
def browser(door: _Door, anna: Actor) -> Iterator[TestClient]:
    door.actor = anna
    with TestClient(Starlette(routes=ROUTES), base_url="http://localhost:8000") as client:
        client.cookies.set("mp_session", "any")
        yield client


def gallery(browser: TestClient, **asked: str):
    answer = browser.get("/private/documents", params=asked, headers=OURS)
    assert answer.status_code == 200
    return answer.json()


def kinds(found) -> list[str]:
    return [one["kind"] for one in found["cards"]]


def hand_in(actor: Actor, *papers) -> list[UUID]:
    taken = [service.take_in(actor, one).document_id for one in papers]
    jobs.work_off()
    return taken


def test_the_gallery_is_filtered_sorted_searched_and_counted_by_its_address(browser, anna):
    hand_in(
        anna, photo(0), photo(1, kind=KindKey.OTHER, name="Справка о прививках.jpg"), photo(2, kind=KindKey.CONSENT)
    )
    assert kinds(gallery(browser)) == ["consent", "other", "diploma"]
    assert kinds(gallery(browser, order="oldest")) == ["diploma", "other", "consent"]
    assert kinds(gallery(browser, kind="other")) == ["other"]
    assert kinds(gallery(browser, words="ПРИВИВКАХ")) == ["other"]
    assert kinds(gallery(browser, state="kept")) == ["consent", "other"]
    assert kinds(gallery(browser, offset="2")) == ["diploma"]
    assert gallery(browser, kind="other")["by_kind"] == {"consent": 1, "other": 1, "diploma": 1}


def test_an_address_that_makes_no_sense_shows_everything(browser, anna):
    hand_in(anna, photo(0))
    for asked in ({"kind": "spell"}, {"state": "lost"}, {"order": "id; drop table"}, {"offset": "-1"}, {"offset": "٣"}):
        assert kinds(gallery(browser, **asked)) == ["diploma"]


def test_the_bin_says_until_when(browser, anna):
    (document,) = hand_in(anna, photo(0, kind=KindKey.OTHER))
    service.move_to_bin(anna, document)
    assert gallery(browser)["cards"] == []
    (card,) = gallery(browser, binned="1")["cards"]
    assert card["binned"]
    assert card["days_left"] == 30
    assert card["gone_on"] == "23.12.2026"


def test_a_document_comes_with_boxes_values_and_what_may_be_done(browser, anna):
    (document,) = hand_in(anna, passport())
    shown = browser.get(f"/private/documents/{document}/view", headers=OURS).json()
    assert shown["values"]["read"]["number"] == "956874"
    number = next(one for one in shown["boxes"] if one["name"] == "number")
    assert number["proven"]
    assert 0 <= number["box"]["left"] < number["box"]["left"] + number["box"]["width"] <= 1
    assert shown["pages"][number["page"] - 1]["address"] == f"/files/{document}/pages/{number['page']}"
    assert shown["may"] == {"replace": True, "bin": True, "restore": False, "fill_in": False, "sign": True}
    assert [one["own"] for one in shown["looks"]] == [True]


def test_values_typed_come_back_to_their_owner_and_are_never_cached(browser, anna):
    (document,) = hand_in(anna, sent(photo(0).data, kind=KindKey.OTHER))
    service.fill_in(anna, document, {"number": "77-1", "issued_on": "01.02.2020"})
    answer = browser.get(f"/private/documents/{document}/view", headers=OURS)
    assert answer.json()["values"]["typed"]["number"] == "77-1"
    assert answer.json()["card"]["issued_on"] == "01.02.2020"
    assert "no-store" in answer.headers["cache-control"]


def test_nobody_else_is_shown_anything(browser, door, anna, boris):
    (document,) = hand_in(anna, photo(0))
    address = f"/private/documents/{document}/view"
    assert browser.get(address).status_code == 403  # not from one of our pages
    for stranger in (boris, Actor(Role.VERIFIER, uuid4()), Actor(Role.ADMINISTRATOR, uuid4())):
        door.actor = stranger
        assert browser.get(address, headers=OURS).status_code == 404
        assert gallery(browser)["cards"] == []
    door.actor = None
    assert browser.get(address, headers=OURS).status_code == 403
    assert browser.get("/private/documents", headers=OURS).status_code == 403
    assert browser.get("/private/documents/not-a-number/view", headers=OURS).status_code == 404
