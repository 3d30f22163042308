"""A case on its screen: opened on record, and its personal side for private HTTP."""

from uuid import UUID

from medportal.features.desk.schemas import Screen, Values
from medportal.features.desk.service import people
from medportal.features.desk.service.papers import who_is
from medportal.features.desk.service.subjects import SUBJECTS, title_of
from medportal.features.reviews import service as reviews
from medportal.features.reviews.schemas import CaseFile
from medportal.infra.db import reading
from medportal.kernel.actor import Actor
from medportal.kernel.errors import NotFoundError


def open_case(actor: Actor, case_id: UUID) -> Screen:
    """Open a case with its scan; who looked and why is on record, twice: with the case and with the document.

    Raises:
        ForbiddenError: the actor does not work at the desk.
        NotFoundError: no such case, or it is about the actor.
    """
    file = reviews.open_case(actor, case_id)
    shown = SUBJECTS.get(file.row.subject)
    try:
        pages = shown.scan(actor, file) if shown else ()
    except NotFoundError:
        # What it was about is gone: the case can still be read, and its owner withdraws it.
        pages = ()
    me = actor.must_be_known()
    with reading() as uow:
        ids = [event.actor_id for event in file.events if event.actor_id != file.row.account_id]
        called = people.called(uow, me, [*ids, file.row.assignee_id, *(note.author_id for note in file.notes)])
    return Screen(file, title_of(file.row.subject, file.row.kind), pages, called)


def values(actor: Actor, case_id: UUID) -> tuple[CaseFile, Values]:
    """The personal side of a case that was opened before.

    Raises:
        ForbiddenError: the actor does not work at the desk.
        NotFoundError: no such case, it is about the actor, or its scan was not opened a moment ago.
    """
    with reading() as uow:
        file = reviews.case_of(uow, actor, case_id)
    shown = SUBJECTS.get(file.row.subject)
    return file, shown.values(actor, file) if shown else Values(who_is(file.row.account_id), ())
