"""Plain HTTP: uploads as a browser sends them, and every route as an attacker would try it."""

from collections.abc import Iterator
from urllib.parse import quote
from uuid import UUID, uuid4

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from medportal.features.documents import service
from medportal.features.documents.routes import ROUTES
from medportal.features.documents.schemas.kinds import KindKey
from medportal.infra import jobs
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ForbiddenError, NotFoundError
from medportal.ui import session
from tests.features.documents.intake import making
from tests.features.documents.keeping import people
from tests.features.documents.keeping.people import hand_in, photo, sent, state

OURS = {"origin": "http://localhost:8000", "x-mp": "1", "sec-fetch-site": "same-origin"}
FOREIGN = [
    {"origin": "https://evil.example"},
    {"origin": None},
    {"x-mp": None},
    {"sec-fetch-site": "cross-site"},
]


class Doors:
    """Sessions by the word in the cookie."""

    def __init__(self) -> None:
        self.known: dict[str, Actor] = {}

    def resolve(self, token: str, address: str = "", *, check_rotation: bool = False) -> Actor | None:
        return self.known.get(token)

    def at_hand(self, token: str, address: str = "") -> Actor | None:
        return self.known.get(token)

    def set_language(self, actor: Actor, locale: str) -> None:
        raise AssertionError("nobody asked for it")


@pytest.fixture
def doors(portal: str) -> Iterator[Doors]:
    made = Doors()
    session.sessions.plug(made)
    return made


@pytest.fixture
def browser(doors: Doors) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=ROUTES), base_url="http://localhost:8000") as client:
        yield client


def enter(browser: TestClient, doors: Doors, actor: Actor) -> TestClient:
    token = uuid4().hex
    doors.known[token] = actor
    browser.cookies.clear()
    browser.cookies.set("mp_session", token)
    return browser


def put(browser: TestClient, data: bytes, headers: dict[str, str] = OURS, name: str = "скан.jpg", **query: object):
    heads = {"content-type": "image/jpeg", "x-name": quote(name), **headers}
    return browser.put("/files", params={"kind": "diploma", **query}, content=data, headers=heads)


def test_a_file_put_is_a_document_shown(browser, doors, anna):
    enter(browser, doors, anna)
    data = making.jpeg(500, 700)
    answer = put(browser, data, name="мой диплом.jpg")
    assert answer.status_code == 201
    told = answer.json()
    assert (told["ordinal"], told["pages"], told["finished"], told["again"]) == (0, 1, True, False)
    at = f"/files/{told['document']}"
    for path in (f"{at}/pages/1", f"{at}/thumbnail", f"{at}/pages/1/thumbnail"):
        picture = browser.get(path)
        assert (picture.status_code, picture.headers["content-type"]) == (200, "image/jpeg")
        assert picture.headers["cache-control"] == "no-store, private"
    saved = browser.get(f"{at}/original")
    assert saved.content == data
    assert saved.headers["content-disposition"].startswith("attachment; ")
    assert "UTF-8''%D0%BC%D0%BE%D0%B9" in saved.headers["content-disposition"]
    assert saved.headers["content-security-policy"].startswith("sandbox")
    assert saved.headers["x-content-type-options"] == "nosniff"
    values = browser.get(f"/private/documents/{told['document']}", headers=OURS)
    assert values.json()["files"] == ["мой диплом.jpg"]


def test_parts_are_joined_and_an_upload_can_be_taken_up_again(browser, doors, anna):
    enter(browser, doors, anna)
    first = put(browser, making.jpeg(300, 400), upload="u-1", ordinal=0).json()
    assert not first["finished"]
    again = put(browser, making.jpeg(300, 400), upload="u-1", ordinal=0)
    assert (again.status_code, again.json()["again"]) == (200, True)
    missing = browser.post(f"/files/{first['document']}/finish", params={"parts": 2}, headers=OURS)
    assert (missing.status_code, "не все страницы" in missing.json()["text"]["ru"]) == (409, True)
    put(browser, making.jpeg(301, 400), upload="u-1", ordinal=1)
    done = browser.post(f"/files/{first['document']}/finish", params={"parts": 2}, headers=OURS)
    assert (done.status_code, done.json()["pages"]) == (201, 2)


@pytest.mark.parametrize(
    ("data", "query", "status", "code"),
    [
        (making.jpeg(), {"name": "a.exe"}, 415, "FILE_TYPE_NOT_ALLOWED"),
        (making.png(), {"name": "a.jpg"}, 415, "FILE_EXT_MISMATCH"),
        (b"MZ" + bytes(4000), {}, 415, "FILE_CONTENT_UNKNOWN"),
        (b"", {}, 422, "FILE_EMPTY"),
        (making.jpeg()[:-40], {}, 422, "FILE_DAMAGED"),
        (b"\xff\xd8\xff" + bytes(10 * 1024 * 1024), {}, 413, "FILE_TOO_LARGE"),
        (making.jpeg(), {"kind": "spaceship"}, 422, "NO_KIND"),
        (making.jpeg(), {"upload": "../../etc"}, 422, "WRONG_ADDRESS"),
        (making.jpeg(), {"ordinal": "-1"}, 422, "WRONG_ADDRESS"),
        (making.jpeg(), {"replaces": "nothing"}, 404, "NOTFOUND"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_refusal_has_a_code_a_status_and_words_in_both_languages(browser, doors, anna, data, query, status, code):
    answer = put(enter(browser, doors, anna), data, **query)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert set(answer.json()["text"]) == {"ru", "en"}
    assert service.gallery(anna).total == 0


def test_a_body_is_not_read_when_it_is_said_to_be_too_long(browser, doors, anna):
    enter(browser, doors, anna)

    def never() -> Iterator[bytes]:
        raise AssertionError("somebody read the body")
        yield b""

    headers = OURS | {"content-length": str(2 * 1024**3)}
    answer = browser.put("/files", params={"kind": "diploma"}, content=never(), headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (413, "FILE_TOO_LARGE")


def test_a_body_longer_or_shorter_than_it_was_said_to_be_is_not_kept(browser, doors, anna):
    enter(browser, doors, anna)
    for length in (10, 10_000_000):
        answer = put(browser, making.jpeg(), OURS | {"content-length": str(length)})
        assert (answer.status_code, answer.json()["code"]) == (400, "BROKEN_OFF")
    assert service.gallery(anna).total == 0


@pytest.mark.parametrize("changes", FOREIGN)
def test_foreign_pages_change_nothing(browser, doors, anna, changes):
    taken = service.take_in(anna, photo(upload="u", whole=False))
    enter(browser, doors, anna)
    headers = {name: value for name, value in (OURS | changes).items() if value is not None}
    assert put(browser, making.jpeg(), headers).status_code == 403
    assert browser.post(f"/files/{taken.document_id}/finish", headers=headers).status_code == 403
    assert browser.delete(f"/files/{taken.document_id}/parts", headers=headers).status_code == 403
    assert service.take_in(anna, photo(upload="u", whole=False)).again


def everywhere(document: UUID) -> list[tuple[str, str]]:
    """Every route that names a document."""
    at = f"/files/{document}"
    return [
        ("GET", f"{at}/thumbnail"),
        ("GET", f"{at}/pages/1"),
        ("GET", f"{at}/pages/1/thumbnail"),
        ("GET", f"{at}/original"),
        ("GET", f"{at}/signature"),
        ("GET", f"/private/documents/{document}"),
        ("POST", f"{at}/finish?parts=1"),
        ("DELETE", f"{at}/parts"),
        ("DELETE", f"{at}/parts/0"),
    ]


def strangers(boris: Actor) -> dict[str, Actor]:
    return {
        "another doctor": boris,
        "an applicant": Actor(Role.APPLICANT, people.account()),
        **{str(role): people.staff(role) for role in (Role.VERIFIER, Role.OPERATOR, Role.SUPPORT, Role.ADMINISTRATOR)},
        "nobody": Actor(Role.VISITOR),
    }


def test_no_route_gives_a_document_to_anybody_but_its_owner(browser, doors, anna, boris):
    taken = hand_in(anna, photo())
    service.sign(anna, taken.document_id, sent(b"\x30\x82\x01\x00" + bytes(256), "a.sig"))
    begun = service.take_in(anna, photo(7, upload="u", whole=False))
    for document in (taken.document_id, begun.document_id, uuid4()):
        for who, actor in strangers(boris).items():
            enter(browser, doors, actor)
            for method, path in everywhere(document):
                answer = browser.request(method, path, headers=OURS)
                # A document that is another's looks like one that is not there.
                assert answer.status_code in {403, 404}, (who, method, path)
                assert answer.status_code == 404 or who == "nobody", (who, method, path)
            replaced = put(browser, making.jpeg(310, 410), replaces=document)
            assert replaced.status_code in {403, 404}, who
            signed = put(browser, b"\x30\x82\x01\x00" + bytes(99), slot="signature", document=document, name="a.sig")
            assert signed.status_code in {403, 404}, who
    assert state(anna, taken.document_id) == "in_review"
    assert service.finish(anna, begun.document_id, 1).finished


def test_no_use_case_gives_a_document_to_anybody_but_its_owner(anna, boris):
    taken = hand_in(anna, photo())
    service.move_to_bin(anna, taken.document_id)
    deeds = [
        service.view,
        service.values,
        service.history,
        lambda actor, it: service.page(actor, it, 1),
        service.original,
        service.signature,
        service.move_to_bin,
        service.restore,
        lambda actor, it: service.fill_in(actor, it, {"number": "1"}),
        lambda actor, it: service.finish(actor, it, 1),
        service.discard,
        lambda actor, it: service.sign(actor, it, sent(b"\x30\x82\x01\x00" + bytes(256), "a.sig")),
    ]
    for document in (taken.document_id, uuid4()):
        for who, actor in strangers(boris).items():
            for number, deed in enumerate(deeds):
                with pytest.raises((NotFoundError, ForbiddenError)) as refusal:
                    deed(actor, document)
                assert who == "nobody" or isinstance(refusal.value, NotFoundError), (who, number)
    assert service.gallery(anna).binned == 1
    assert service.gallery(boris).total == 0


def test_staff_open_a_document_only_by_saying_why_and_the_owner_sees_it(browser, doors, anna):
    taken, vera, case = hand_in(anna, photo()), people.staff(), uuid4()
    with pytest.raises(NotFoundError):
        service.page(vera, taken.document_id, 1)
    for role in (Role.SUPPORT, Role.DOCTOR, Role.APPLICANT):
        with pytest.raises(NotFoundError):
            service.open_for_review(Actor(role, uuid4()), taken.document_id, case, "любопытство")
    shown = service.open_for_review(vera, taken.document_id, case, "Проверка диплома")
    assert (shown.card.id, shown.may.bin, shown.original) == (taken.document_id, False, "")
    enter(browser, doors, vera)
    assert browser.get(f"/files/{taken.document_id}/pages/1").status_code == 200
    # The original, and everything that changes something, stays the owner's.
    assert browser.get(f"/files/{taken.document_id}/original").status_code == 404
    assert browser.delete(f"/files/{taken.document_id}/parts", headers=OURS).status_code == 404
    with pytest.raises(NotFoundError):
        service.move_to_bin(vera, taken.document_id)
    looks = service.view(anna, taken.document_id).looks
    look = next(one for one in looks if not one.own)
    assert look.by.ru == "сотрудник отдела проверки"
    assert service.values(anna, taken.document_id)["looks"] == {
        str(look.id): {"ru": "Проверка диплома", "en": "Проверка диплома"}
    }
    # Another colleague has not said why.
    with pytest.raises(NotFoundError):
        service.page(people.staff(), taken.document_id, 1)


def test_staff_may_not_look_on_for_ever(anna, hands):
    taken, vera = hand_in(anna, photo()), people.staff()
    service.open_for_review(vera, taken.document_id, None, "Сверка")
    hands.move(minutes=29)
    assert service.page(vera, taken.document_id, 1)
    hands.move(minutes=2)
    with pytest.raises(NotFoundError):
        service.page(vera, taken.document_id, 1)


@pytest.mark.parametrize("number", [0, -1, 2, 99])
def test_a_page_that_is_not_there_is_not_found(anna, number):
    taken = hand_in(anna, photo())
    with pytest.raises(NotFoundError):
        service.page(anna, taken.document_id, number)


@pytest.mark.parametrize("guess", ["1", "../../etc/passwd", "00000000-0000-0000-0000-000000000000", "%00"])
def test_a_guessed_address_is_not_found(browser, doors, anna, guess):
    enter(browser, doors, anna)
    assert browser.get(f"/files/{guess}/original").status_code == 404


def test_too_many_files_within_an_hour_are_asked_to_wait(browser, doors, portal):
    applicant = Actor(Role.APPLICANT, people.account())
    enter(browser, doors, applicant)
    for _ in range(40):
        assert put(browser, b"MZ" + bytes(100), kind=KindKey.PASSPORT).status_code == 415
    # Only what reaches the service counts: a file refused by its first bytes costs nothing.
    for number in range(41):
        answer = put(browser, making.jpeg()[: -40 - number], kind=KindKey.PASSPORT)
    assert (answer.status_code, answer.json()["wait"] > 0) == (429, True)
    jobs.work_off()
