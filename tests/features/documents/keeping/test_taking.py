"""Taking in: whole documents and parts, limits, retries, the same file again, and whose it may be."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

import pytest

from medportal.features.documents import service
from medportal.features.documents.schemas.documents import DocumentFilter, DocumentState
from medportal.features.documents.schemas.intake import Scan
from medportal.features.documents.schemas.kinds import KindKey
from medportal.infra import jobs
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError
from tests.features.documents.intake import making
from tests.features.documents.keeping import people
from tests.features.documents.keeping.people import hand_in, passport, photo, seen, sent, state


def codes_of(refusal: pytest.ExceptionInfo[InvalidError]) -> list[str]:
    return [problem.code for problem in refusal.value.problems]


@pytest.mark.both_databases
def test_a_photo_travels_from_the_browser_to_a_card_with_pages(anna):
    data = making.jpeg(600, 800)
    taken = hand_in(anna, sent(data, "Диплом Анны.jpg"))
    assert taken.finished
    assert taken.pages == 1
    (card,) = service.gallery(anna).cards
    assert (card.id, card.kind, card.state, card.scan) == (
        taken.document_id, KindKey.DIPLOMA, DocumentState.IN_REVIEW, Scan.NOT_SCANNED,
    )  # fmt: skip
    assert service.page(anna, card.id, 1).startswith(b"\xff\xd8\xff")
    assert service.page(anna, card.id, 1, "thumbnail").startswith(b"\xff\xd8\xff")
    saved = service.original(anna, card.id)
    assert (saved.data, saved.name, saved.media) == (data, "Диплом Анны.jpg", "image/jpeg")


@pytest.mark.both_databases
def test_several_photos_become_one_document_in_their_order(anna):
    key = uuid4().hex
    parts = [photo(shade, upload=key, ordinal=shade, whole=False) for shade in (0, 1, 2)]
    # They may arrive in any order.
    first = service.take_in(anna, parts[2])
    service.take_in(anna, parts[0])
    assert service.gallery(anna).total == 0
    with pytest.raises(ConflictError):
        service.finish(anna, first.document_id, 3)
    service.take_in(anna, parts[1])
    done = service.finish(anna, first.document_id, 3)
    jobs.work_off()
    assert (done.pages, done.finished) == (3, True)
    shown = seen(anna, first.document_id)
    assert [page.width for page in shown.pages] == [300, 301, 302]
    assert service.original(anna, first.document_id).media == "application/zip"
    # Finishing twice is finishing once.
    assert service.finish(anna, first.document_id, 3).finished
    assert [move.after for move in shown.moves] == [DocumentState.UPLOADED, DocumentState.IN_REVIEW]


@pytest.mark.both_databases
def test_a_part_sent_again_after_a_lost_connection_is_not_doubled(anna):
    part = photo(upload="u1", whole=False)
    first, again = service.take_in(anna, part), service.take_in(anna, part)
    assert (again.document_id, again.again, again.pages) == (first.document_id, True, 1)
    with pytest.raises(ConflictError):
        service.take_in(anna, photo(5, upload="u1", whole=False))
    service.finish(anna, first.document_id, 1)
    jobs.work_off()
    assert service.take_in(anna, part).finished
    assert service.gallery(anna).total == 1


@pytest.mark.both_databases
def test_parts_that_come_at_the_same_moment_make_one_document(anna):
    def send(ordinal: int) -> UUID:
        return service.take_in(anna, photo(ordinal // 2, upload="u", ordinal=ordinal // 2, whole=False)).document_id

    # Each of three parts is sent twice, all six at once.
    with ThreadPoolExecutor(6) as at_once:
        documents = set(at_once.map(send, range(6)))
    assert len(documents) == 1
    assert service.finish(anna, documents.pop(), 3).pages == 3
    jobs.work_off()
    assert service.gallery(anna).total == 1
    assert service.verify_store(people.staff()).checked == 9
    assert service.verify_store(people.staff()).ok


@pytest.mark.both_databases
def test_the_same_file_again_is_refused_to_one_person_and_not_to_another(anna, boris):
    first = hand_in(anna, photo())
    with pytest.raises(InvalidError) as refusal:
        service.take_in(anna, photo(kind=KindKey.OTHER))
    assert codes_of(refusal) == ["FILE_DUPLICATE"]
    service.move_to_bin(anna, first.document_id)
    with pytest.raises(InvalidError) as refusal:
        service.take_in(anna, photo())
    assert codes_of(refusal) == ["FILE_DUPLICATE"]
    assert "корзин" in refusal.value.text.ru
    assert hand_in(boris, photo()).finished


@pytest.mark.both_databases
def test_a_page_of_the_version_before_comes_again_beside_the_one_that_was_missing(anna):
    passport = {"kind": KindKey.PASSPORT, "upload": "u2", "whole": False}
    first = hand_in(anna, photo(1, kind=KindKey.PASSPORT))
    for ordinal in (0, 1, 0):
        taken = service.take_in(anna, photo(1 + ordinal, ordinal=ordinal, **passport))
    assert taken.again
    with pytest.raises(InvalidError) as refusal:
        service.take_in(anna, photo(1, ordinal=2, **passport))
    assert codes_of(refusal) == ["FILE_DUPLICATE"]
    assert service.finish(anna, taken.document_id, 2).pages == 2
    jobs.work_off()
    assert service.view(anna, first.document_id).card.state == DocumentState.SUPERSEDED
    with pytest.raises(InvalidError) as refusal:
        service.take_in(anna, photo(1, kind=KindKey.DIPLOMA, upload="u3", whole=False))
    assert codes_of(refusal) == ["FILE_DUPLICATE"]


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.jpg", "FILE_EMPTY"),
        (b"\xff\xd8\xff" + bytes(10 * 1024 * 1024), "a.jpg", "FILE_TOO_LARGE"),
        (making.png(), "a.jpg", "FILE_EXT_MISMATCH"),
        (making.pdf(pages=11), "a.pdf", "PDF_TOO_MANY_PAGES"),
        (b"-----BEGIN CMS-----", "a.p7s", "FILE_TYPE_NOT_ALLOWED"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_intake_refuses_leaves_nothing_behind(anna, data, name, code):
    with pytest.raises(InvalidError) as refusal:
        service.take_in(anna, sent(data, name))
    assert codes_of(refusal) == [code]
    assert service.gallery(anna).total == 0
    assert service.verify_store(people.staff()).ok


def test_a_kind_has_its_own_number_of_pages(anna):
    with pytest.raises(InvalidError) as refusal:
        service.take_in(anna, sent(making.pdf(pages=3), "a.pdf", KindKey.SNILS))
    assert codes_of(refusal) == ["PDF_TOO_MANY_PAGES"]
    assert "2 страниц" in refusal.value.text.ru
    for ordinal in range(2):
        service.take_in(anna, photo(ordinal, kind=KindKey.SNILS, upload="s", ordinal=ordinal, whole=False))
    with pytest.raises(InvalidError):
        service.take_in(anna, photo(9, kind=KindKey.SNILS, upload="s", ordinal=2, whole=False))


def test_an_unfinished_upload_can_be_thrown_away_whole_or_in_part(anna):
    first = service.take_in(anna, photo(0, upload="u", whole=False))
    service.take_in(anna, photo(1, upload="u", ordinal=1, whole=False))
    service.discard(anna, first.document_id, 1)
    assert service.finish(anna, first.document_id, 1).pages == 1
    with pytest.raises(ConflictError):
        service.discard(anna, first.document_id)
    other = service.take_in(anna, photo(1, upload="v", whole=False))
    service.discard(anna, other.document_id)
    with pytest.raises(NotFoundError):
        service.finish(anna, other.document_id, 1)
    # What was thrown away may be sent anew, and nothing of it lies on the shelf.
    assert service.take_in(anna, photo(1)).finished
    jobs.work_off()
    assert service.verify_store(people.staff()).ok


def test_an_upload_left_unfinished_is_gone_after_two_days(anna, hands):
    left = service.take_in(anna, photo(upload="u", whole=False))
    hands.move(hours=47)
    service.let_go(anna)
    assert service.take_in(anna, photo(upload="u", whole=False)).again
    hands.move(hours=49)
    jobs.work_off()
    with pytest.raises(NotFoundError):
        service.finish(anna, left.document_id, 1)
    assert service.take_in(anna, photo()).finished


@pytest.mark.both_databases
def test_the_pages_of_an_upload_that_broke_off_can_be_sent_anew_at_once(anna):
    left = service.take_in(anna, photo(0, upload="broke-off", whole=False))
    service.take_in(anna, photo(1, upload="broke-off", ordinal=1, whole=False))
    # Chosen again on a fresh page: one as a part of another upload, one as a document of its own.
    again = service.take_in(anna, photo(0, upload="anew", whole=False))
    assert not again.again
    assert service.finish(anna, again.document_id, 1).pages == 1
    assert service.take_in(anna, photo(1)).finished
    jobs.work_off()
    assert service.gallery(anna).total == 2
    # The upload that broke off has lost its pages to them: it is gone, and whoever goes on with it is told.
    with pytest.raises(NotFoundError):
        service.finish(anna, left.document_id, 2)
    with pytest.raises(InvalidError) as refusal:
        service.take_in(anna, photo(0, upload="broke-off", whole=False))
    assert codes_of(refusal) == ["FILE_DUPLICATE"]
    assert service.verify_store(people.staff()).ok


def test_the_other_pages_of_an_upload_that_broke_off_stay_for_it(anna):
    left = service.take_in(anna, photo(0, upload="broke-off", whole=False))
    service.take_in(anna, photo(1, upload="broke-off", ordinal=1, whole=False))
    assert service.take_in(anna, photo(1)).finished
    with pytest.raises(ConflictError):
        service.finish(anna, left.document_id, 2)
    assert service.finish(anna, left.document_id, 1).pages == 1


def test_a_file_that_is_refused_takes_nothing_from_an_upload_under_way(anna):
    left = service.take_in(anna, sent(making.pdf(pages=3), "a.pdf", upload="under-way", whole=False))
    with pytest.raises(InvalidError):
        service.take_in(anna, sent(making.pdf(pages=3), "a.pdf", KindKey.SNILS))
    assert service.finish(anna, left.document_id, 1).pages == 3


@pytest.mark.parametrize("role", [Role.VERIFIER, Role.OPERATOR, Role.SUPPORT, Role.ADMINISTRATOR])
def test_staff_hand_in_no_documents(portal, role):
    with pytest.raises(ForbiddenError):
        service.take_in(people.staff(role), photo())


def test_a_visitor_hands_in_no_documents(portal):
    with pytest.raises(ForbiddenError):
        service.take_in(Actor(Role.VISITOR), photo())


@pytest.mark.both_databases
def test_an_applicant_s_passport_is_read_at_once_and_judged_when_the_registration_is_finished(portal):
    account_id = people.account()
    applicant = Actor(Role.APPLICANT, account_id)
    with pytest.raises(ForbiddenError):
        service.take_in(applicant, photo())
    taken = hand_in(applicant, passport())
    shown = seen(applicant, taken.document_id)
    assert (shown.card.state, str(shown.card.waits)) == (DocumentState.CHECKING, "registration")
    assert service.values(applicant, taken.document_id)["read"]["surname"] == "ВИНОГРАДОВА"  # type: ignore[index]
    people.settle(account_id)
    jobs.work_off()
    assert state(Actor(Role.DOCTOR, account_id), taken.document_id) == "verified"


def test_a_signature_fits_only_into_its_own_slot(anna):
    taken = hand_in(anna, photo())
    der = b"\x30\x82\x01\x00" + bytes(256)
    with pytest.raises(InvalidError) as refusal:
        service.sign(anna, taken.document_id, photo(3))
    assert codes_of(refusal) == ["FILE_TYPE_NOT_ALLOWED"]
    service.sign(anna, taken.document_id, sent(der, "диплом.p7s"))
    assert service.signature(anna, taken.document_id).data == der
    shown = seen(anna, taken.document_id)
    assert (shown.signed, shown.may.sign) == (True, False)
    with pytest.raises(ConflictError):
        service.sign(anna, taken.document_id, sent(der + b"0", "диплом.p7s"))


def test_the_gallery_filters_searches_and_counts(anna):
    hand_in(anna, photo(0, name="Ординатура.jpg", kind=KindKey.RESIDENCY))
    hand_in(anna, photo(1, name="справка.jpg", kind=KindKey.OTHER))
    binned = hand_in(anna, photo(2, kind=KindKey.OTHER))
    service.move_to_bin(anna, binned.document_id)
    every = service.gallery(anna)
    assert (every.total, every.binned) == (2, 1)
    assert every.by_kind == {KindKey.RESIDENCY: 1, KindKey.OTHER: 1}
    assert every.by_state == {DocumentState.IN_REVIEW: 1, DocumentState.KEPT: 1}

    def found(**wanted: object) -> list[KindKey]:
        return [card.kind for card in service.gallery(anna, DocumentFilter(**wanted)).cards]  # type: ignore[arg-type]

    assert found(words="ординатур") == [KindKey.RESIDENCY]
    assert found(words="СПРАВКА") == [KindKey.OTHER]
    assert found(state=DocumentState.KEPT) == [KindKey.OTHER]
    assert found(kind=KindKey.RESIDENCY) == [KindKey.RESIDENCY]
    assert found(binned=True) == [KindKey.OTHER]
    assert found(order="oldest") == [KindKey.RESIDENCY, KindKey.OTHER]
    assert found(words="нет такого") == []
