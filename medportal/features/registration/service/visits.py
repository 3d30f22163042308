"""Visits: a client who is registered already comes to a table, and the operator scans the originals that he has brought.

Nothing is keyed in and nothing of the account is shown: papers are laid down for it, and its owner is told at once.
"""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Letter, Notice
from medportal.features.profile import service as profile
from medportal.features.registration import store, texts
from medportal.features.registration.models import Visit
from medportal.infra import audit
from medportal.infra.db import UnitOfWork, new_id, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ForbiddenError, NotFoundError

OPERATORS: Final = frozenset({Role.OPERATOR, Role.ADMINISTRATOR})
# A search says whom the operator has before him; a visit is over by itself when he forgets to end it.
FOUND_FOR: Final = timedelta(minutes=30)
LASTS: Final = timedelta(hours=1)


def must_receive(actor: Actor) -> UUID:
    """The account of an operator.

    Raises:
        ForbiddenError: the actor is none.
    """
    if actor.role not in OPERATORS:
        raise ForbiddenError(texts.OPERATORS_ONLY)
    return actor.must_be_known()


def found(uow: UnitOfWork, operator_id: UUID, account_id: UUID) -> None:
    """An operator has found this client by a number from the document on his table."""
    now = clock.now()
    row = store.visit(uow, account_id, operator_id) or Visit(
        id=new_id(), account_id=account_id, operator_id=operator_id, found_at=now
    )
    row.found_at = now
    store.put_visit(uow, row)


def must_have_found(uow: UnitOfWork, actor: Actor, account_id: UUID) -> Visit:
    """The actor has this client before him: found of late, by a number from a document, and not himself.

    Raises:
        ForbiddenError: not an operator, or the client himself.
        NotFoundError: the actor has not found this client of late, or the client is not registered.
    """
    me = must_receive(actor)
    if me == account_id:
        raise ForbiddenError(texts.NOT_ONESELF)
    row = store.visit(uow, account_id, me)
    if row is None or row.found_at <= clock.now() - FOUND_FOR or not profile.is_settled(uow, account_id):
        raise NotFoundError(texts.NOT_FOUND_FIRST)
    return row


def begin_visit(actor: Actor, account_id: UUID) -> None:
    """Serve a registered client at one's own table for an hour; a colleague who did so does not any more.

    The client is told at once, by a notice and a letter. Done again within the hour it changes nothing.

    Raises:
        ForbiddenError: not an operator, or the client himself.
        NotFoundError: the actor has not found this client of late, or the client is not registered.
    """
    now = clock.now()
    with unit_of_work() as uow:
        mine = must_have_found(uow, actor, account_id)
        if _is_open(mine, now):
            return
        for row in store.visits(uow, account_id):
            if row.operator_id != mine.operator_id and _is_open(row, now):
                row.ends_at = now
                store.put_visit(uow, row)
        mine.opened_at, mine.ends_at = now, now + LASTS
        store.put_visit(uow, mine)
        audit.record(uow, actor, "registration.visit_begun", account_id)
        notice = Notice(texts.VISIT_TITLE, texts.VISIT_BODY, "/documents")
        letter = Letter(texts.VISIT_TITLE, texts.VISIT_BODY)
        key = f"registration.visit:{mine.id}:{now.isoformat()}"
        notifications.tell(uow, account_id, notice, key=key, letter=letter)


def end_visit(actor: Actor, account_id: UUID) -> None:
    """The client leaves the table; without a visit nothing happens.

    Raises:
        ForbiddenError: not an operator.
    """
    me, now = must_receive(actor), clock.now()
    with unit_of_work() as uow:
        row = store.visit(uow, account_id, me)
        if row is not None and _is_open(row, now):
            row.ends_at = now
            store.put_visit(uow, row)
            audit.record(uow, actor, "registration.visit_ended", account_id)


def is_visiting(actor: Actor, account_id: UUID) -> bool:
    """Whether this registered client stands at the actor's table.

    Raises:
        ForbiddenError: not an operator.
    """
    me = must_receive(actor)
    with reading() as uow:
        return open_since(uow, me, account_id) is not None


def had_visit(actor: Actor, account_id: UUID) -> bool:
    """Whether this registered client has stood at the actor's table, today or earlier.

    Raises:
        ForbiddenError: not an operator.
    """
    me = must_receive(actor)
    with reading() as uow:
        row = store.visit(uow, account_id, me)
    return row is not None and row.opened_at is not None


def open_since(uow: UnitOfWork, operator_id: UUID | None, account_id: UUID) -> datetime | None:
    """Since when a visit to this operator is open, if one is."""
    row = store.visit(uow, account_id, operator_id) if operator_id else None
    return row.opened_at if row is not None and _is_open(row, clock.now()) else None


def _is_open(row: Visit, now: datetime) -> bool:
    return row.opened_at is not None and row.ends_at is not None and row.ends_at > now
