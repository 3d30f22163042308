"""Whoever reads may be lost over a document: it waits, is tried again, and goes to a person unread in the end."""

from collections.abc import Sequence

import pytest

from medportal.features.documents import ports, service
from medportal.features.documents.schemas.documents import DocumentState
from medportal.features.documents.schemas.reading import Reading
from medportal.features.documents.service.processing import READS
from medportal.infra import jobs
from medportal.infra.db import reading
from medportal.kernel import clock
from medportal.kernel.actor import SYSTEM, Actor
from tests.features.documents.keeping import people
from tests.features.documents.keeping.people import passport, state


class LostReader:
    """Ends with every document it is given, as often as it is told to."""

    def __init__(self, then: ports.Reader, times: int) -> None:
        self.then, self.times, self.asked = then, times, 0

    def read_pages(self, files: Sequence[bytes], *, whole: bool) -> Reading:
        self.asked += 1
        if self.asked <= self.times:
            raise ports.ReaderDownError
        return self.then.read_pages(files, whole=whole)


def _wait_and_work(hands: clock.Hands) -> None:
    hands.move(minutes=2)
    service.wake_due(SYSTEM)
    jobs.work_off()


@pytest.mark.both_databases
def test_a_document_whose_reader_was_lost_is_read_by_the_next_one(
    anna: Actor, hands: clock.Hands, warm_reader: ports.Reader
):
    lost = LostReader(warm_reader, times=1)
    ports.reader.plug(lost)
    taken = people.hand_in(anna, passport())
    assert state(anna, taken.document_id) == DocumentState.UPLOADED
    _wait_and_work(hands)
    assert lost.asked == 2
    assert state(anna, taken.document_id) == DocumentState.VERIFIED


def test_a_document_that_ends_every_reader_goes_to_a_person_unread(
    anna: Actor, hands: clock.Hands, warm_reader: ports.Reader
):
    lost = LostReader(warm_reader, times=1000)
    ports.reader.plug(lost)
    taken = people.hand_in(anna, passport())
    for _ in range(READS + 1):
        _wait_and_work(hands)
    assert lost.asked == READS
    assert state(anna, taken.document_id) == DocumentState.IN_REVIEW
    assert anna.account_id is not None
    with reading() as uow:
        kept = service.reading_of(uow, anna.account_id, people.KindKey.PASSPORT)
    assert kept is None
