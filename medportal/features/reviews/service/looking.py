"""Looking: the queues, one case, and the next one to take. Opening a case is a deed and is kept."""

from dataclasses import replace
from uuid import UUID

from medportal.features.reviews import rules, store, texts
from medportal.features.reviews.models import ReviewCase
from medportal.features.reviews.schemas import CaseFile, CaseNote, CaseQueue, Deed, QueueCount, Shelf, Subject, Wanted
from medportal.features.reviews.service import taking, views
from medportal.infra import audit
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import NotFoundError

PAGE = 50
MOST = 200


def queue(actor: Actor, wanted: Wanted, offset: int = 0, limit: int = PAGE) -> CaseQueue:
    """One page of a queue and the counts of all.

    Raises:
        ForbiddenError: the actor does not work at the desk.
    """
    glance = _glance(actor, wanted)
    with reading() as uow:
        rows = store.listed(uow, glance, max(offset, 0), min(max(limit, 1), MOST))
        sorts = store.counts_by_sort(uow, glance)
        return CaseQueue(
            rows=tuple(views.line(row, glance.me) for row in rows),
            total=store.count(uow, glance),
            shelves={shelf: store.count(uow, replace(glance, wanted=Wanted(shelf))) for shelf in Shelf},
            sorts=tuple(QueueCount(Subject(subject), kind, *counts) for subject, kind, *counts in sorts),
        )


def open_case(actor: Actor, case_id: UUID) -> CaseFile:
    """Open a case to look at it; who looked is kept, in its timeline and in the audit.

    Raises:
        ForbiddenError: the actor does not work at the desk.
        NotFoundError: no such case, or it is about the actor.
    """
    me = taking.must_work_here(actor)
    with unit_of_work() as uow:
        row = _seen(uow, me, case_id)
        views.happened(uow, actor, row, Deed.LOOKED)
        audit.record(uow, actor, "reviews.opened", row.id, sort=Subject(row.subject))
        return _file(uow, row, me)


def version_of(actor: Actor, case_id: UUID) -> int:
    """Which version of a case stands now, to tell a page that shows an older one; nothing of it is opened.

    Raises:
        ForbiddenError: the actor does not work at the desk.
        NotFoundError: no such case, or it is about the actor.
    """
    me = taking.must_work_here(actor)
    with reading() as uow:
        return _seen(uow, me, case_id).version


def case_of(uow: UnitOfWork, actor: Actor, case_id: UUID) -> CaseFile:
    """The case for a part of its screen, without a new line in its timeline.

    Raises:
        ForbiddenError: the actor does not work at the desk.
        NotFoundError: no such case, or it is about the actor.
    """
    me = taking.must_work_here(actor)
    return _file(uow, _seen(uow, me, case_id), me)


def next_case(actor: Actor, wanted: Wanted, after: UUID | None = None, *, back: bool = False) -> UUID | None:
    """The case that follows another in a queue (or comes before it), or the first one the actor may decide.

    Cases of colleagues, and the actor's own, are passed over.

    Raises:
        ForbiddenError: the actor does not work at the desk.
    """
    glance = _glance(actor, wanted)
    with reading() as uow:
        rows = store.listed(uow, glance, 0, MOST)
        mine = [row.id for row in rows if row.id == after or _for(glance.me, row)]
    if back:
        mine.reverse()
    if after is not None and after in mine:
        mine = mine[mine.index(after) + 1 :]
    return mine[0] if mine else None


def _glance(actor: Actor, wanted: Wanted) -> store.Glance:
    now = clock.now()
    return store.Glance(wanted, taking.must_work_here(actor), now, rules.near_until(now))


def _for(me: UUID, row: ReviewCase) -> bool:
    return row.assignee_id in (None, me) and taking.objection(me, row) is None


def _seen(uow: UnitOfWork, me: UUID, case_id: UUID) -> ReviewCase:
    row = store.get(uow, case_id)
    if row is None or row.account_id == me:
        raise NotFoundError(texts.NO_SUCH_CASE)
    return row


def _file(uow: UnitOfWork, row: ReviewCase, me: UUID) -> CaseFile:
    barred = taking.objection(me, row)
    takeable = barred is None and rules.to_decide(row.state)
    if barred is None and row.assignee_id not in (None, me):
        barred = texts.AT_COLLEAGUE
    return CaseFile(
        row=views.line(row, me),
        view=views.view(uow, row),
        version=row.version,
        failed_rules=views.rules_of(row),
        notes=tuple(
            CaseNote(one.at, one.author_id, views.reveal(views.NOTE, one.id, one.sealed_text))
            for one in store.notes(uow, row.id)
        ),
        events=tuple(views.event(one) for one in store.events(uow, row.id)),
        may_decide=barred is None and rules.to_decide(row.state),
        takeable=takeable,
        barred=barred,
        appeal_words=views.reveal(views.APPEAL, row.id, row.sealed_appeal),
    )
