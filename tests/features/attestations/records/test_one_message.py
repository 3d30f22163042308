"""Of a record that has ended one slice tells: the calendar when it reminds of it, else qualification itself."""

from datetime import datetime, time, timedelta

import pytest

from medportal.features.attestations import service
from medportal.features.notifications import service as notifications
from medportal.features.qualification.schemas import RecordState, RecordType
from medportal.infra import jobs
from medportal.kernel import clock
from medportal.kernel.actor import SYSTEM, Actor, Role
from tests.features.qualification.doctors import Doctor

EXPIRED = "Аккредитация: срок истёк"


def titles(anna: Doctor) -> list[str]:
    """The bell, newest first; the session in which she registered is over by then."""
    return [line.title.ru for line in notifications.bell(Actor(Role.DOCTOR, anna.id), limit=100).lines]


@pytest.mark.parametrize("reminded", [True, False], ids=["the-calendar-reminds", "nobody-reminds"])
def test_a_record_that_ended_is_told_of_once(anna: Doctor, hands: clock.Hands, reminded: bool):
    record = anna.saved(RecordType.ACCREDITATION)
    ends = anna.papers.admission.expires_on
    hands.move(seconds=(datetime.combine(ends, time(9, 30), clock.MOSCOW) - clock.now()).total_seconds())
    jobs.work_off()
    service.remind(SYSTEM)
    if reminded:
        notifications.tellers[:] = [service.tells_of]
    before = len(titles(anna))
    hands.move(days=1)
    jobs.work_off()
    service.remind(SYSTEM)
    assert anna.row(record).state == RecordState.EXPIRED
    new = [title for title in titles(anna)[: len(titles(anna)) - before] if "ккредитаци" in title]
    calendar = f"Окончание аккредитации: {anna.papers.admission.speciality}"
    assert sorted(new) == sorted([calendar] if reminded else [calendar, EXPIRED])
    assert clock.today() == ends + timedelta(days=1)
