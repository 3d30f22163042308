"""Queries of imports."""

from collections.abc import Sequence

from sqlmodel import col, select

from medportal.features.analytics.models import Practice, PracticeImport
from medportal.features.analytics.schemas.imports import ImportState, Origin
from medportal.features.analytics.store import practices
from medportal.infra.db import UnitOfWork
from medportal.kernel import clock


def next_number(uow: UnitOfWork, practice: Practice) -> int:
    """The number of a new source of a practice; two that ask at once get two numbers."""
    uow.session.refresh(practice, with_for_update=True)
    number = practice.next_source
    practice.next_source = number + 1
    uow.flush()
    return number


def open_done(uow: UnitOfWork, practice: Practice, origin: Origin, *, taken: int = 0) -> PracticeImport:
    """A source that is no file and is done at once."""
    row = PracticeImport(
        practice_id=practices.number_of(practice),
        number=next_number(uow, practice),
        origin=origin,
        state=ImportState.DONE,
        rows=taken,
        taken=taken,
        finished_at=clock.now(),
    )
    uow.session.add(row)
    uow.flush()
    return row


def of_origin(uow: UnitOfWork, practice_id: int, origin: Origin) -> Sequence[PracticeImport]:
    """The sources of one origin, in the order in which they came."""
    wanted = select(PracticeImport).where(PracticeImport.practice_id == practice_id, PracticeImport.origin == origin)
    return uow.session.exec(wanted.order_by(col(PracticeImport.number))).all()
