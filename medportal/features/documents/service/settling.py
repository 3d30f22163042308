"""Settling: what becomes of a document, by rules, by a person's decision, or by facts that changed."""

import json
from collections.abc import Iterable
from uuid import UUID

from medportal.features.documents.models import Document
from medportal.features.documents.rules import judging
from medportal.features.documents.schemas.documents import HOLDING, WORKING, DocumentState, Reason
from medportal.features.documents.schemas.kinds import KINDS, Checker, KindKey
from medportal.features.documents.service import desk, evidence, moving, telling
from medportal.features.documents.store import documents as store
from medportal.infra.db import UnitOfWork, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor

RULES, PERSON = "rules", "person"
RECHECK = "documents.recheck"
# What the rules may look at again by themselves when a fact has changed.
OPEN = frozenset({*WORKING, DocumentState.IN_REVIEW, DocumentState.FIX_NEEDED})


def settle_row(uow: UnitOfWork, actor: Actor, row: Document) -> None:
    """Judge a document by all that is known now, and move it."""
    row.issued_on, row.expires_on = evidence.last_day(uow, row)
    found = judging.verdict(evidence.gather(uow, row))
    row.waits = found.waits
    before, row.failed = row.failed, json.dumps([one.code for one in found.failed])
    row.decided_by = RULES if found.state in HOLDING else None
    if found.state is DocumentState.VERIFIED:
        row.decided_at = row.decided_at or clock.now()
    moved = arrive(uow, actor, row, found.state, found.reasons)
    if found.state is DocumentState.IN_REVIEW:
        # An open case is not stirred when nothing new is known.
        news = moved or row.failed != before or not desk.is_asked(uow, row)
        if news and row.binned_at is None:
            row.case_id = desk.ask(uow, actor, row, found.failed)
    elif row.case_id is not None:
        desk.withdraw(uow, actor, row)


def lose(uow: UnitOfWork, actor: Actor, row: Document) -> None:
    """Its file is not on the shelf any more, or does not open: the person is asked for it again."""
    arrive(uow, actor, row, DocumentState.FIX_NEEDED, (judging.reason("FILE_LOST"),))


def arrive(uow: UnitOfWork, actor: Actor, row: Document, state: DocumentState, reasons: Iterable[Reason]) -> bool:
    """Move a document, and tell its owner what came of it; whether it was moved."""
    told = tuple(reasons)
    moved = moving.move(uow, actor, row, state, told)
    if moved and row.binned_at is None:
        telling.tell_of(uow, row, told)
    return moved


def settle(actor: Actor, document_id: UUID) -> None:
    """A person has decided, or asks for something: the document follows. Done twice it is done once."""
    with unit_of_work() as uow:
        row = store.find(uow, document_id, lock=True)
        if row is not None and row.state != DocumentState.SUPERSEDED and row.binned_at is None:
            _follow(uow, actor, row, desk.decision(uow, row))


def _follow(uow: UnitOfWork, actor: Actor, row: Document, said: desk.Said | None) -> None:
    if said is None:
        return
    row.decided_by = None if said.state is DocumentState.IN_REVIEW else PERSON
    row.decided_at, row.waits = said.decided_at or row.decided_at, None
    arrive(uow, actor, row, said.state, said.reasons)
    desk.heard(uow, row)


def recheck(actor: Actor, account_id: UUID) -> None:
    """A fact of the account changed: a register answered, the registration ended, the profile was corrected.

    What waits is judged again. What rules confirmed is looked at again, too; a person's decision stands.
    """
    with unit_of_work() as uow:
        for row in store.of_account(uow, account_id):
            state = DocumentState(row.state)
            if row.binned_at is not None or row.next_try_at is not None or row.lease is not None:
                continue
            said = desk.decision(uow, row)
            if state is DocumentState.IN_REVIEW and said is not None and said.decided_at not in {None, row.decided_at}:
                # It was decided a moment ago, and the job that says so has not come yet.
                _follow(uow, actor, row, said)
                continue
            by_rules = state is DocumentState.VERIFIED and row.decided_by == RULES
            if KINDS[KindKey(row.kind)].checker is Checker.NOBODY or row.decided_by == PERSON:
                continue
            if by_rules or state in OPEN:
                settle_row(uow, actor, row)


def expire(actor: Actor) -> int:
    """Move documents whose last day has passed, and tell of those that are near it; how many moved."""
    today = clock.today()
    with unit_of_work() as uow:
        ended = store.ended(uow, HOLDING, today)
    for document_id in ended:
        with unit_of_work() as uow:
            row = store.find(uow, document_id, lock=True)
            if row is not None and row.state in HOLDING and row.expires_on is not None and row.expires_on < today:
                arrive(uow, actor, row, DocumentState.EXPIRED, (judging.reason("DOCUMENT_ENDED"),))
    telling.warn_of_ends(actor)
    return len(ended)
