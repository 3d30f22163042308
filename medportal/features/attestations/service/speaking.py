"""Of which papers the calendar reminds, so that nobody else tells of the same last day as well (decision 0033)."""

from datetime import date
from uuid import UUID

from medportal.features.attestations.rules import ladder, planning, sources
from medportal.features.attestations.schemas.kinds import EventKind, FactKind
from medportal.features.attestations.schemas.planning import Fact, PlannedEvent
from medportal.features.attestations.service.sources import facts_of
from medportal.features.attestations.store import events, reminders
from medportal.features.attestations.store import rules as book
from medportal.features.documents import service as documents
from medportal.features.documents.schemas.kinds import KindKey
from medportal.features.qualification import service as qualification
from medportal.infra.db import UnitOfWork
from medportal.kernel import clock


def tells_of(uow: UnitOfWork, account_id: UUID, paper_id: UUID, last_day: date) -> bool:
    """Whether the calendar still has a reminder to give of the last day of a paper, or was told that all is done.

    Args:
        uow: the unit of whoever asks, before it tells of the paper himself.
        account_id: whose paper it is.
        paper_id: a document, or a record of qualification.
        last_day: the day that the paper names.
    """
    today = clock.today()
    about = _events_about(uow, account_id, paper_id, today)
    if not about:
        return False
    done = {row.key for row in events.by_rules(uow, account_id) if row.done_at is not None}
    chosen = reminders.choices(uow, account_id)
    return any(
        one.key in done
        or ladder.has_something_to_say(one.due_on, ladder.ladder_of(one.kind, one.ladder, chosen), last_day, today)
        for one in about
    )


def _events_about(uow: UnitOfWork, account_id: UUID, paper_id: UUID, today: date) -> list[PlannedEvent]:
    told, versions = facts_of(uow, account_id), book.versions(uow)
    plan = planning.plan(told, versions, today)
    document = documents.find_document(uow, account_id, paper_id)
    if document is not None and document.kind is KindKey.PASSPORT:
        # Its days are those of the profile.
        return [one for one in plan if one.kind is EventKind.PASSPORT]
    records = qualification.records_of(uow, account_id)
    # A record speaks for the scan that is laid to it.
    papers = {str(paper_id), *(str(one.id) for one in records if one.document_id == paper_id)}
    counting = {
        _place(one.beaten_by or one.fact) for one in sources.weighed(told, today) if _number(one.fact) in papers
    }
    anchors = {rule.key: rule.anchor for rule in planning.in_force(versions, today)}
    return [one for one in plan if (anchors[one.rule_key], planning.ref_of(one)) in counting]


def _place(fact: Fact) -> tuple[FactKind, str]:
    return fact.kind, fact.ref


def _number(fact: Fact) -> str:
    return fact.paper.partition(":")[2]
