"""Of the last day of a paper a person hears from the calendar or from documents: never from both, never from neither."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from medportal.features.attestations import service
from medportal.features.attestations.schemas.kinds import EventKind
from medportal.features.documents import service as documents
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.notifications import service as notifications
from medportal.features.reviews import service as reviews
from medportal.features.reviews.schemas import Subject
from medportal.infra import jobs
from medportal.infra.db import reading
from medportal.kernel import clock
from medportal.kernel.actor import SYSTEM, Actor, Role
from tests.features.documents.keeping import people
from tests.features.documents.keeping.people import hand_in, photo

ENDS = date(2027, 2, 1)
BY_DOCUMENTS = {"soon": "Выписка об аккредитации: срок действия скоро закончится", "over": "Выписка об аккредитации: срок действия закончился"}  # fmt: skip
BY_CALENDAR = "Окончание аккредитации: Терапия"


@pytest.fixture(autouse=True)
def told_by_the_calendar(portal: str):
    notifications.tellers[:] = [service.tells_of]


def accredited(anna: Actor) -> None:
    """A confirmed accreditation that ends on `ENDS`."""
    taken = hand_in(anna, photo(0, kind=KindKey.ACCREDITATION)).document_id
    documents.fill_in(
        anna, taken, {"issued_on": "01.02.2022", "expires_on": f"{ENDS:%d.%m.%Y}", "speciality": "Терапия"}
    )
    vera = people.staff(Role.VERIFIER)
    with reading() as uow:
        case = reviews.find(uow, Subject.DOCUMENT, taken)
    reviews.confirm(vera, case.id, reviews.open_case(vera, case.id).version)
    jobs.work_off()


def heard(anna: Actor, hands: clock.Hands, until: date) -> dict[str, list[date]]:
    """What was said of the accreditation's end, and on which days, when every day is lived to a date."""
    seen: dict[str, list[date]] = {}
    known = set[object]()
    while clock.today() <= until:
        jobs.work_off()
        service.remind(SYSTEM)
        for line in notifications.bell(anna, limit=100).lines:
            if line.id not in known and line.title.ru in {*BY_DOCUMENTS.values(), BY_CALENDAR}:
                seen.setdefault(line.title.ru, []).append(clock.today())
            known.add(line.id)
        hands.move(hours=12)
    return seen


@pytest.mark.both_databases
def test_where_the_calendar_reminds_documents_keep_silent(anna: Actor, hands: clock.Hands):
    accredited(anna)
    said = heard(anna, hands, date(2027, 2, 3))
    assert set(said) == {BY_CALENDAR}
    assert {(ENDS - day).days for day in said[BY_CALENDAR]} >= {60, 30, 14, 7, 1, -1}
    assert set(Counter(said[BY_CALENDAR]).values()) == {1}


def test_where_the_person_has_muted_the_kind_documents_speak(anna: Actor, hands: clock.Hands):
    accredited(anna)
    service.choose_reminders(anna, replace(service.reminder_choices(anna), muted=frozenset({EventKind.ACCREDITATION})))
    said = heard(anna, hands, date(2027, 2, 3))
    assert {title: len(days) for title, days in said.items()} == dict.fromkeys(BY_DOCUMENTS.values(), 1)


def test_of_a_date_that_is_done_nobody_speaks_any_more(anna: Actor, hands: clock.Hands):
    accredited(anna)
    (end,) = [one for one in service.agenda(anna).events if one.title.ru == BY_CALENDAR]
    service.mark_done(anna, end.id)
    assert heard(anna, hands, date(2027, 2, 3)) == {}


def test_a_paper_that_came_too_late_for_a_reminder_is_told_of_by_documents(anna: Actor, hands: clock.Hands):
    taken = hand_in(anna, photo(1, kind=KindKey.OTHER)).document_id
    documents.fill_in(anna, taken, {"expires_on": "28.11.2026"})
    for _ in range(3):
        hands.move(hours=2)
        jobs.work_off()
    # The ladder of such papers is 30, 14, 7 and the day after: five days before, nothing is still to come in time.
    assert any(one.kind is EventKind.TERM for one in service.agenda(anna).events)
    titles = [line.title.ru for line in notifications.bell(anna).lines]
    assert [one for one in titles if one.endswith("срок действия скоро закончится")] == [
        "Другой документ: срок действия скоро закончится"
    ]


def test_the_passport_is_told_of_by_the_calendar(portal: str, hands: clock.Hands):
    young = people.doctor(birth_date="10.01.1982", passport_issued_on="20.01.2002")
    other = people.doctor(1, "pdf_reg_first.pdf")
    jobs.work_off()
    taken, last = hand_in(young, people.passport()).document_id, date(2027, 4, 10)
    with reading() as uow:
        assert service.tells_of(uow, young.account_id, taken, last)
        assert not service.tells_of(uow, other.account_id, taken, last)
