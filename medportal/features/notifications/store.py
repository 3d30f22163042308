"""Every query of notifications."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, and_, or_
from sqlmodel import col, delete, func, select, update

from medportal.features.notifications.models import BellLine, Contact, ContactConfirmation, Correspondent, OutboxLetter
from medportal.features.notifications.schemas import Channel, LetterState
from medportal.infra.db import UnitOfWork
from medportal.infra.upserts import inserting


def find_correspondent(uow: UnitOfWork, account_id: UUID) -> Correspondent | None:
    """How to write to the account, if it was ever said."""
    return uow.session.get(Correspondent, account_id)


def contacts(uow: UnitOfWork, account_id: UUID) -> Sequence[Contact]:
    """All contacts of an account."""
    return uow.session.exec(select(Contact).where(Contact.account_id == account_id)).all()


def find_contact(uow: UnitOfWork, account_id: UUID, channel: Channel) -> Contact | None:
    """The account's contact on a channel."""
    wanted = select(Contact).where(Contact.account_id == account_id, Contact.channel == channel)
    return uow.session.exec(wanted).first()


def find_confirmed(uow: UnitOfWork, channel: Channel, fingerprint: str) -> Contact | None:
    """The one contact that is confirmed with this value."""
    wanted = select(Contact).where(Contact.channel == channel, Contact.confirmed_fingerprint == fingerprint)
    return uow.session.exec(wanted).first()


def newest_confirmation(uow: UnitOfWork, contact_id: UUID) -> ContactConfirmation | None:
    """The last code or link made for a contact, dead or alive."""
    wanted = select(ContactConfirmation).where(ContactConfirmation.contact_id == contact_id)
    return uow.session.exec(wanted.order_by(col(ContactConfirmation.id).desc()).limit(1)).first()


def find_confirmation(uow: UnitOfWork, fingerprint: str) -> ContactConfirmation | None:
    """The confirmation with this secret."""
    wanted = select(ContactConfirmation).where(ContactConfirmation.secret_fingerprint == fingerprint)
    return uow.session.exec(wanted).first()


def bury_confirmations(uow: UnitOfWork, contact_id: UUID) -> None:
    """Make every unused confirmation of a contact useless."""
    _run(uow, update(ContactConfirmation).where(col(ContactConfirmation.contact_id) == contact_id).values(dead=True))


def count_attempt(uow: UnitOfWork, confirmation: ContactConfirmation, most: int) -> bool:
    """Count one attempt in a single statement, so that attempts side by side cannot exceed `most` together."""
    counted = _run(
        uow,
        update(ContactConfirmation)
        .where(col(ContactConfirmation.id) == confirmation.id, col(ContactConfirmation.attempts) < most)
        .values(attempts=col(ContactConfirmation.attempts) + 1),
    )
    uow.session.refresh(confirmation)
    return counted == 1


def use_up(uow: UnitOfWork, confirmation_id: UUID, now: datetime) -> bool:
    """Mark a confirmation as used; False when somebody was faster."""
    used = _run(
        uow,
        update(ContactConfirmation)
        .where(col(ContactConfirmation.id) == confirmation_id, col(ContactConfirmation.used_at).is_(None))
        .values(used_at=now),
    )
    return used == 1


def add_once(uow: UnitOfWork, letter: OutboxLetter) -> bool:
    """Put a letter into the outbox unless its key is there already; True when it was put."""
    return _add_once(uow, letter)


def add_line_once(uow: UnitOfWork, line: BellLine) -> bool:
    """Put a line under the bell unless its key is there already; True when it was put."""
    return _add_once(uow, line)


def lines(uow: UnitOfWork, account_id: UUID, before: UUID | None, limit: int) -> Sequence[BellLine]:
    """Lines under the bell, newest first, older than one of them if it is named."""
    wanted = select(BellLine).where(BellLine.account_id == account_id)
    if before is not None:
        wanted = wanted.where(col(BellLine.id) < before)
    return uow.session.exec(wanted.order_by(col(BellLine.id).desc()).limit(limit)).all()


def unread_lines(uow: UnitOfWork, account_id: UUID) -> int:
    """How many lines were not read."""
    wanted = select(func.count()).where(BellLine.account_id == account_id, col(BellLine.read_at).is_(None))
    return uow.session.exec(wanted).one()


def read_lines(uow: UnitOfWork, account_id: UUID, now: datetime, line_id: UUID | None = None) -> int:
    """Mark one unread line of the account as read, or all of them; how many were."""
    wanted = update(BellLine).where(col(BellLine.account_id) == account_id, col(BellLine.read_at).is_(None))
    if line_id is not None:
        wanted = wanted.where(col(BellLine.id) == line_id)
    return _run(uow, wanted.values(read_at=now))


def get_letter(uow: UnitOfWork, letter_id: UUID) -> OutboxLetter:
    """A letter of the outbox.

    Raises:
        LookupError: there is none.
    """
    letter = uow.session.get(OutboxLetter, letter_id)
    if letter is None:
        raise LookupError("no such letter")
    return letter


def letters_by_key(uow: UnitOfWork, account_id: UUID, keys: Sequence[str]) -> Sequence[OutboxLetter]:
    """The letters of an account with these keys, as they were given to `post`."""
    full = [f"{key}:{channel}" for key in keys for channel in Channel]
    wanted = select(OutboxLetter).where(OutboxLetter.account_id == account_id, col(OutboxLetter.key).in_(full))
    return uow.session.exec(wanted.order_by(col(OutboxLetter.id))).all()


def claim_letter(uow: UnitOfWork, letter_id: UUID, now: datetime, until: datetime) -> OutboxLetter | None:
    """Take a due letter for oneself until a moment; None when it is not due, or somebody else has it."""
    claimed = _run(
        uow,
        update(OutboxLetter)
        .where(
            col(OutboxLetter.id) == letter_id,
            col(OutboxLetter.state) == LetterState.QUEUED,
            col(OutboxLetter.next_try_at) <= now,
        )
        .values(next_try_at=until, attempts=col(OutboxLetter.attempts) + 1),
    )
    return get_letter(uow, letter_id) if claimed else None


def due_letters(uow: UnitOfWork, now: datetime, limit: int = 500) -> Sequence[UUID]:
    """Letters whose time has come."""
    wanted = select(OutboxLetter.id).where(OutboxLetter.state == LetterState.QUEUED, OutboxLetter.next_try_at <= now)
    return uow.session.exec(wanted.order_by(col(OutboxLetter.next_try_at)).limit(limit)).all()


def demonstration_letters(uow: UnitOfWork, limit: int) -> Sequence[OutboxLetter]:
    """The newest letters that a demonstration carrier has taken."""
    wanted = select(OutboxLetter).where(col(OutboxLetter.demonstration).is_(True), col(OutboxLetter.sealed_to) != None)  # noqa: E711
    return uow.session.exec(wanted.order_by(col(OutboxLetter.id).desc()).limit(limit)).all()


def count_by_state(uow: UnitOfWork) -> dict[str, int]:
    """How many letters stand in which state."""
    return dict(uow.session.exec(select(OutboxLetter.state, func.count()).group_by(OutboxLetter.state)).all())


def throw_away_old(uow: UnitOfWork, before: datetime) -> int:
    """Delete finished letters and old confirmations."""
    letters = delete(OutboxLetter).where(
        and_(col(OutboxLetter.created_at) < before, or_(col(OutboxLetter.state) != LetterState.QUEUED))
    )
    confirmations = delete(ContactConfirmation).where(col(ContactConfirmation.created_at) < before)
    return _run(uow, letters) + _run(uow, confirmations)


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Delete everything kept for an account."""
    for table in (BellLine, ContactConfirmation, OutboxLetter, Contact, Correspondent):
        _run(uow, delete(table).where(col(table.account_id) == account_id))


def _add_once(uow: UnitOfWork, row: OutboxLetter | BellLine) -> bool:
    table = type(row)
    # The database keeps the promise, not a look before: two workers may post at once.
    put = inserting(uow, table).values(**row.model_dump()).on_conflict_do_nothing().returning(col(table.id))
    return uow.session.exec(put).first() is not None


def _run(uow: UnitOfWork, statement: Any) -> int:
    return cast("CursorResult[Any]", uow.session.exec(statement)).rowcount
