"""Moves of a document from state to state: on record, with everything that follows from them."""

import json
from collections.abc import Iterable

from medportal.features.documents.models import Document, DocumentMove
from medportal.features.documents.rules import keeping
from medportal.features.documents.schemas.documents import HOLDING, DocumentState, Reason
from medportal.features.documents.service import desk
from medportal.features.documents.store import documents as store
from medportal.infra import audit, facts, nudges
from medportal.infra.db import UnitOfWork
from medportal.kernel import clock
from medportal.kernel.actor import SYSTEM, Actor


def move(
    uow: UnitOfWork, actor: Actor, row: Document, after: DocumentState, reasons: Iterable[Reason] | None = ()
) -> bool:
    """Move a document; whether it was moved. Its reasons are new, too; with None those before stay."""
    codes = row.codes if reasons is None else json.dumps([one.code for one in reasons])
    before = DocumentState(row.state)
    same = before is after and row.codes == codes
    row.codes = codes
    if same:
        return False
    now = clock.now()
    row.state, row.changed_at = after, now
    row.gone_at = keeping.gone_at(after, now, row.binned_at, row.decided_at)
    store.add(
        uow,
        DocumentMove(
            document_id=row.id,
            before=before,
            after=after,
            by_role=actor.role,
            by_id=actor.account_id,
            codes=codes,
            at=now,
        ),
    )
    audit.record(uow, actor, "documents.moved", row.id, before=before, after=after)
    if after is DocumentState.SUPERSEDED:
        desk.withdraw(uow, SYSTEM, row)
    _take_the_place(uow, row, before)
    facts.changed(uow, row.account_id)
    nudges.nudge(uow, row.account_id)
    return True


def _take_the_place(uow: UnitOfWork, row: Document, before: DocumentState) -> None:
    """The version before gives way: one that holds only when the new one holds, any other at once."""
    if row.replaces_id is None:
        return
    old = store.find(uow, row.replaces_id, lock=True)
    if old is None or old.state == DocumentState.SUPERSEDED:
        return
    old_holds = DocumentState(old.state) in HOLDING
    arrived = before is DocumentState.GATHERING
    if DocumentState(row.state) in HOLDING or (arrived and not old_holds):
        move(uow, SYSTEM, old, DocumentState.SUPERSEDED, None)
