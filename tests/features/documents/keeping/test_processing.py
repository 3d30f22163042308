"""Work behind the screens: the scanner away, the reader killed, files gone, registers slow; nothing lost or done twice."""

from collections.abc import Iterable, Sequence

import pytest

from medportal.features.documents import ports, service
from medportal.features.documents.ports import ReaderDownError
from medportal.features.documents.schemas.intake import Scan
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.documents.schemas.reading import Reading
from medportal.features.documents.store import documents as store
from medportal.features.documents.texts import reading as reading_words
from medportal.features.verification.schemas import Kind, State
from medportal.infra import audit, jobs, nudges, shelf
from medportal.infra.db import reading, unit_of_work
from medportal.kernel.actor import SYSTEM
from medportal.kernel.errors import ConflictError, UnavailableError
from tests.features.documents.keeping import people
from tests.features.documents.keeping.people import codes, hand_in, passport, photo, seen, sent, state
from tests.features.documents.reading.fixtures import reader


class Scanner:
    """Says what a test has set, and hears everything."""

    def __init__(self, says: Scan) -> None:
        self.says = says
        self.heard = 0

    def scan(self, chunks: Iterable[bytes]) -> Scan:
        self.heard += len(b"".join(chunks))
        return self.says


class Reader:
    """Reads as the real one, after doing what a test wants done first."""

    def __init__(self, first: object = None) -> None:
        self.first = first
        self.reads = 0

    def read_pages(self, files: Sequence[bytes], *, whole: bool) -> Reading:
        self.reads += 1
        if callable(self.first):
            self.first()
        return reader().read_pages(files, whole=whole)


def scanner(says: Scan) -> Scanner:
    made = Scanner(says)
    ports.scanner.plug(made)
    return made


def reads_after(first: object) -> Reader:
    made = Reader(first)
    ports.reader.plug(made)
    return made


@pytest.mark.both_databases
def test_a_passport_that_everything_agrees_on_is_confirmed_without_anybody(anna):
    taken = hand_in(anna, passport())
    shown = seen(anna, taken.document_id)
    assert (shown.card.state, shown.reasons, shown.failed) == ("verified", (), ())
    assert {box.name for box in shown.boxes} >= {"series", "number", "issue_date", "birth_date", "surname"}
    assert {box.page for box in shown.boxes} == {1, 2}
    # She was born in 1966 and got it at 45: it does not end.
    assert shown.card.expires_on is None
    with reading() as uow:
        kept = service.reading_of(uow, anna.account_id, KindKey.PASSPORT)
        assert kept is not None
        assert (kept.fields["series"].value, kept.fields["series"].proven) == ("5012", True)
        assert "5012" not in repr(kept)
        assert service.find_current(uow, anna.account_id, KindKey.PASSPORT).holds
        assert audit.verify(uow).ok


def test_a_blurred_passport_is_refused_with_the_zone_and_mended_by_a_new_version(anna):
    first = hand_in(anna, passport("main_blur4.jpg"))
    shown = seen(anna, first.document_id)
    assert shown.card.state == "fix_needed"
    assert "QUALITY_BLUR" in [one.code for one in shown.reasons]
    assert any(zone.ru in one.text.ru for zone in reading_words.ZONES.values() for one in shown.reasons)
    second = hand_in(anna, passport())
    # There is but one passport: the new one takes the place of the refused one at once.
    assert state(anna, first.document_id) == "superseded"
    assert [one.state for one in seen(anna, second.document_id).versions] == ["verified", "superseded"]
    assert service.gallery(anna).total == 1


def test_a_confirmed_document_stays_until_its_replacement_is_confirmed(anna):
    good = hand_in(anna, passport())
    worse = hand_in(anna, passport("main_blur4.jpg"))
    assert (state(anna, good.document_id), state(anna, worse.document_id)) == ("verified", "fix_needed")
    with reading() as uow:
        assert service.find_current(uow, anna.account_id, KindKey.PASSPORT).document_id == good.document_id


def test_somebody_else_s_passport_goes_to_a_person_with_every_rule_that_failed(anna):
    taken = hand_in(anna, passport("pdf_reg_first.pdf"))
    shown = seen(anna, taken.document_id)
    assert (shown.card.state, shown.failed) == ("in_review", ("READ_DIFFERS",))
    assert shown.review is not None
    assert shown.review.live


def test_another_address_on_the_registration_page_goes_to_a_person_letter_by_letter(portal):
    stamp = "НОВОСИБИРСКАЯ ОБЛ, Д. МАЛЫЕ ВЯЗЁМЫ, УЛ. ЛЕНИНА, Д. 126"
    moved = people.doctor(registration_address=stamp)
    jobs.work_off()
    taken = hand_in(moved, passport())
    assert (state(moved, taken.document_id), seen(moved, taken.document_id).failed) == (
        "in_review", ("ADDRESS_DIFFERS",),
    )  # fmt: skip
    told = service.values(moved, taken.document_id)
    typed, read = told["profile"]["registration_address"], told["read"]["registration_address"]
    marks = told["marks"]["registration_address"]
    assert ("".join(typed[at] for at in marks["typed"]), "".join(read[at] for at in marks["read"])) == ("6", "5")
    # Mended in the profile, nobody has to look any more.
    people.settle(moved.account_id)
    jobs.work_off()
    assert state(moved, taken.document_id) == "verified"


def test_a_register_that_is_slow_is_waited_for_and_one_that_says_no_brings_a_person(portal, registers):
    registers.says = {Kind.PASSPORT: State.UNAVAILABLE}
    clara = people.doctor()
    taken = hand_in(clara, passport())
    assert (state(clara, taken.document_id), str(seen(clara, taken.document_id).card.waits)) == ("checking", "register")
    registers.says = {Kind.PASSPORT: State.INVALID}
    with unit_of_work() as uow:
        for check in service_checks(uow):
            check.next_try_at = None
            jobs.wake(uow, "verification.ask", check.id)
    jobs.work_off()
    assert (state(clara, taken.document_id), seen(clara, taken.document_id).failed) == (
        "in_review", ("REGISTER_SAID_NO",),
    )  # fmt: skip


def service_checks(uow):
    from sqlmodel import select

    from medportal.features.verification.models import VerificationCheck

    return uow.session.exec(select(VerificationCheck).where(VerificationCheck.kind == Kind.PASSPORT)).all()


def test_a_corrected_profile_has_the_confirmed_passport_looked_at_again(anna):
    taken = hand_in(anna, passport())
    assert state(anna, taken.document_id) == "verified"
    people.settle(anna.account_id, surname="ДРУГАЯ")
    jobs.work_off()
    assert (state(anna, taken.document_id), seen(anna, taken.document_id).failed) == ("in_review", ("READ_DIFFERS",))


def test_code_lines_that_fail_are_asked_for_again(anna):
    first = hand_in(anna, passport("mrz_bad_check.jpg"))
    assert "MRZ_CHECK_FAILED" in codes(anna, first.document_id)


@pytest.mark.both_databases
def test_a_scanner_that_is_away_is_asked_again_until_it_is_back(anna, hands):
    away = scanner(Scan.UNAVAILABLE)
    taken = hand_in(anna, photo())
    shown = seen(anna, taken.document_id)
    assert (shown.card.state, str(shown.card.waits)) == ("uploaded", "scanner")
    assert shown.scan_word.ru == "Проверка на вирусы ожидается"
    hands.move(minutes=1)
    jobs.work_off()
    assert away.heard > 0
    assert state(anna, taken.document_id) == "uploaded"
    scanner(Scan.CLEAN)
    hands.move(minutes=1)
    jobs.work_off()
    shown = seen(anna, taken.document_id)
    assert (shown.card.state, shown.card.scan) == ("in_review", Scan.CLEAN)


def test_without_a_scanner_the_document_says_that_nobody_scanned_it(anna):
    taken = hand_in(anna, photo())
    assert seen(anna, taken.document_id).scan_word.ru == "На вирусы не проверялся"


def test_an_infected_file_is_rejected_and_given_to_nobody(anna):
    scanner(Scan.INFECTED)
    taken = hand_in(anna, photo())
    assert (state(anna, taken.document_id), codes(anna, taken.document_id)) == ("rejected", ["FILE_INFECTED"])
    with pytest.raises(ConflictError):
        service.original(anna, taken.document_id)


@pytest.mark.both_databases
def test_a_worker_killed_in_the_middle_is_followed_by_another(anna, hands):
    class Killed(BaseException):
        pass

    def die() -> None:
        raise Killed

    killed = reads_after(die)
    taken = service.take_in(anna, passport())
    with pytest.raises(Killed):
        jobs.work_off()
    whole = reads_after(None)
    hands.move(minutes=1)
    jobs.work_off()
    # The dead worker's lease still runs: nobody reads a second time meanwhile.
    assert (killed.reads, whole.reads) == (1, 0)
    hands.move(minutes=5)
    jobs.work_off()
    assert whole.reads == 1
    assert state(anna, taken.document_id) == "verified"


def test_a_worker_that_was_only_slow_writes_nothing_once_another_has_taken_over(anna, hands):
    def overtaken() -> None:
        hands.move(minutes=6)
        ports.reader.plug(quick)
        service.wake_due(SYSTEM)
        service.process(SYSTEM, taken.document_id)

    quick = Reader()
    slow = reads_after(overtaken)
    taken = service.take_in(anna, passport())
    jobs.work_off()
    assert (slow.reads, quick.reads) == (1, 1)
    assert [move.after for move in service.history(anna, taken.document_id)] == ["uploaded", "verified"]


def test_messages_that_were_lost_are_sent_again_by_the_sweep(anna, hands):
    taken = service.take_in(anna, photo())
    assert jobs.engine().forget() > 0  # type: ignore[attr-defined]
    hands.move(minutes=1)
    jobs.work_off()
    assert state(anna, taken.document_id) == "in_review"


def test_a_scan_that_ends_its_reader_again_and_again_goes_to_a_person_unread(anna, hands):
    class Crash(Exception):
        pass

    def crash() -> None:
        raise Crash

    ended = reads_after(crash)
    taken = hand_in(anna, passport())
    for _ in range(8):
        hands.move(minutes=6)
        jobs.work_off()
    assert ended.reads == 5
    assert (state(anna, taken.document_id), seen(anna, taken.document_id).failed) == (
        "in_review", ("NOT_READ",),
    )  # fmt: skip


def test_whoever_looks_at_a_document_sees_that_it_waits_for_a_reader(anna, hands):
    def lost() -> None:
        raise ReaderDownError

    told: list[object] = []
    reads_after(lost)
    taken = service.take_in(anna, passport())
    nudges.listen(told.append)
    try:
        jobs.work_off()
    finally:
        nudges.forget(told.append)
    assert str(seen(anna, taken.document_id).card.waits) == "reader"
    assert told == [anna.account_id]


def test_a_file_that_vanished_is_asked_for_again(anna, hands):
    taken = service.take_in(anna, photo())
    for name in list(shelf._opened().listing()):
        shelf._opened().remove(name.name)
    jobs.work_off()
    assert (state(anna, taken.document_id), codes(anna, taken.document_id)) == ("fix_needed", ["FILE_LOST"])
    with pytest.raises(UnavailableError) as refusal:
        service.page(anna, taken.document_id, 1)
    assert "Загрузите документ ещё раз" in refusal.value.text.ru
    again = hand_in(anna, photo(1, replaces=taken.document_id))
    assert (state(anna, taken.document_id), state(anna, again.document_id)) == ("superseded", "in_review")


@pytest.mark.parametrize("kind", [KindKey.SNILS, KindKey.INN])
def test_a_number_typed_off_a_card_is_settled_by_the_register(anna, kind):
    taken = hand_in(anna, photo(kind=kind))
    assert (state(anna, taken.document_id), seen(anna, taken.document_id).failed) == (
        "in_review", ("NUMBER_UNTYPED",),
    )  # fmt: skip
    number = people.NUMBERS[0][0 if kind is KindKey.SNILS else 1]
    service.fill_in(anna, taken.document_id, {"number": number})
    assert state(anna, taken.document_id) == "verified"
    assert not seen(anna, taken.document_id).review


def test_two_workers_at_once_take_a_document_once(anna):
    taken = service.take_in(anna, photo())
    with unit_of_work() as uow:
        row = store.find(uow, taken.document_id)
        now = row.created_at
        first = store.lease(uow, row.id, row.id, now, now + people.DAY)
        second = store.lease(uow, row.id, row.series_id, now, now + people.DAY)
    assert (first, second) == (True, False)


def test_a_document_without_a_checker_is_simply_kept(anna):
    taken = hand_in(anna, sent(photo(4).data, kind=KindKey.OTHER))
    assert state(anna, taken.document_id) == "kept"
