"""Notices: what a person is told of his documents, once each."""

from datetime import timedelta

from medportal.features.documents.models import Document
from medportal.features.documents.rules import showing
from medportal.features.documents.schemas.documents import HOLDING, DocumentState, Reason
from medportal.features.documents.schemas.kinds import KINDS, KindKey
from medportal.features.documents.store import documents as store
from medportal.features.documents.texts import notices as texts
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Letter, Notice
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.text import Text

LONGEST = timedelta(days=max(one.warn_days for one in KINDS.values()))
LINK = "/documents"


def tell_of(uow: UnitOfWork, row: Document, reasons: tuple[Reason, ...]) -> None:
    """Tell of a move that matters to the owner; others pass in silence."""
    words = texts.MOVES.get(row.state)
    if words is None or (row.state == DocumentState.EXPIRED and _is_told(uow, row)):
        return
    said = [one.text for one in reasons] or [texts.LOOK]
    body = Text(ru=" ".join(one.ru for one in said), en=" ".join(one.en for one in said))
    _tell(uow, row, words, body, key=f"documents.moved:{row.id}:{row.state}:{row.changed_at.isoformat()}")


def warn_of_ends(_actor: Actor) -> int:
    """Tell once of each document that is near its last day, unless reminders do; how many were told."""
    today = clock.today()
    with reading() as uow:
        near = store.ending(uow, HOLDING, today + LONGEST)
    told = 0
    for document_id in near:
        with unit_of_work() as uow:
            row = store.find(uow, document_id, lock=True)
            state = DocumentState(row.state) if row else None
            if row is None or state is None or row.warned_of == row.expires_on or row.expires_on is None:
                continue
            if showing.ends_soon(KindKey(row.kind), state, row.expires_on, today):
                row.warned_of = row.expires_on
                if _is_told(uow, row):
                    continue
                body = texts.ENDS_ON.fill(day=f"{row.expires_on:%d.%m.%Y}")
                _tell(uow, row, texts.ENDS_SOON, body, key=f"documents.ends:{row.id}:{row.expires_on}")
                told += 1
    return told


def _is_told(uow: UnitOfWork, row: Document) -> bool:
    return row.expires_on is not None and notifications.told_by_another(uow, row.account_id, row.id, row.expires_on)


def _tell(uow: UnitOfWork, row: Document, words: Text, body: Text, key: str) -> None:
    title = words.fill(document=KINDS[KindKey(row.kind)].title)
    letter = Letter(subject=title, body=texts.LETTER.fill(title=title, body=body))
    notifications.tell(uow, row.account_id, Notice(title, body, LINK), key=key, letter=letter)
