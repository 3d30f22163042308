"""The bell: what a person was told, and what he has read. The database is the truth; a nudge only tells to look."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from medportal.features.notifications import store
from medportal.features.notifications.models import BellLine
from medportal.features.notifications.schemas import ALL_CHANNELS, Bell, BellView, Letter, Notice, Purpose
from medportal.features.notifications.service import outbox
from medportal.infra import nudges, vault
from medportal.infra.db import UnitOfWork, new_id, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.text import Text

WORDS = tuple(f"bell_line.sealed_{part}" for part in ("title_ru", "title_en", "body_ru", "body_en"))
PAGE = 30

Tells = Callable[[UnitOfWork, UUID, UUID, date], bool]

tellers: list[Tells] = []
"""Who reminds people of the last days of papers; the wiring fills it. Without one every slice tells of its own papers."""


def told_by_another(uow: UnitOfWork, account_id: UUID, paper_id: UUID, last_day: date) -> bool:
    """Whether the person hears of the last day of a paper by a reminder, so that a notice would be a second message.

    Args:
        uow: the unit of the slice that keeps the paper.
        account_id: whose paper it is.
        paper_id: its id.
        last_day: the day that it names.
    """
    return any(one(uow, account_id, paper_id, last_day) for one in tellers)


def tell(uow: UnitOfWork, account_id: UUID, notice: Notice, *, key: str, letter: Letter | None = None) -> bool:
    """Put a line under the person's bell, and send a letter with it to his confirmed contacts when one is given.

    Args:
        uow: the unit of the cause: no cause, no notice.
        account_id: to whom.
        notice: the words in both languages and the page of the portal they lead to.
        key: what the notice is about, e.g. `f"documents.decided:{case_id}"`; a second one with the key is not given.
        letter: what goes out; without it the bell is all.

    Returns:
        Whether it was given by this call.
    """
    line_id = new_id()
    spoken = (notice.title.ru, notice.title.en, notice.body.ru, notice.body.en)
    title_ru, title_en, body_ru, body_en = (
        vault.seal(place, line_id, words) for place, words in zip(WORDS, spoken, strict=True)
    )
    line = BellLine(
        id=line_id,
        account_id=account_id,
        key=key,
        link=notice.link,
        sealed_title_ru=title_ru,
        sealed_title_en=title_en,
        sealed_body_ru=body_ru,
        sealed_body_en=body_en,
    )
    if not store.add_line_once(uow, line):
        return False
    if letter is not None:
        outbox.post(
            uow, account_id, letter, purpose=Purpose.NOTICE, key=f"bell:{account_id}:{key}", channels=ALL_CHANNELS
        )
    nudges.nudge(uow, account_id)
    return True


def unread(actor: Actor) -> int:
    """How many lines under the bell were not read.

    Raises:
        ForbiddenError: nobody has signed in.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        return store.unread_lines(uow, account_id)


def bell(actor: Actor, before: UUID | None = None, limit: int = PAGE) -> Bell:
    """The lines under the bell, newest first, older than one of them if it is named; at most 100 at once.

    Raises:
        ForbiddenError: nobody has signed in.
    """
    account_id = actor.must_be_known()
    with reading() as uow:
        lines = store.lines(uow, account_id, before, min(limit, 100))
        return Bell(store.unread_lines(uow, account_id), tuple(_shown(line) for line in lines))


def read_line(actor: Actor, line_id: UUID) -> None:
    """Mark one line as read; another's, or one read already, is left alone."""
    _read(actor, line_id)


def read_all(actor: Actor) -> None:
    """Mark every line as read."""
    _read(actor, None)


def _read(actor: Actor, line_id: UUID | None) -> None:
    account_id = actor.must_be_known()
    with unit_of_work() as uow:
        if store.read_lines(uow, account_id, clock.now(), line_id):
            nudges.nudge(uow, account_id)


def _shown(line: BellLine) -> BellView:
    sealed = (line.sealed_title_ru, line.sealed_title_en, line.sealed_body_ru, line.sealed_body_en)
    title_ru, title_en, body_ru, body_en = (
        vault.reveal(place, line.id, words) for place, words in zip(WORDS, sealed, strict=True)
    )
    return BellView(
        line.id, Text(ru=title_ru, en=title_en), Text(ru=body_ru, en=body_en), line.link, line.created_at,
        line.read_at is not None,
    )  # fmt: skip
