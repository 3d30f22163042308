"""Keeping facts: what a source brings stands in its months, and the sums of those months with it, or not at all."""

from collections.abc import Iterable
from uuid import UUID

import numpy as np

from medportal.features.analytics.models import Practice
from medportal.features.analytics.rules import facts
from medportal.features.analytics.schemas.imports import Origin
from medportal.features.analytics.store import imports, practices, reports
from medportal.infra import audit, nudges, shelf
from medportal.infra.db import UnitOfWork
from medportal.kernel.actor import Actor

UPLOAD, TABLE = "analytics.upload", "analytics.table"


def split(rows: facts.Facts) -> dict[int, facts.Facts]:
    """Facts by month."""
    if not len(rows):
        return {}
    months = facts.months_of(rows["day"])
    order = np.argsort(months, kind="stable")
    numbers, starts = np.unique(months[order], return_index=True)
    return dict(zip(numbers.tolist(), np.split(rows[order], starts[1:]), strict=True))


def put(uow: UnitOfWork, practice: Practice, source: int, rows: facts.Facts) -> None:
    """Put the facts of a source that has none yet, and reckon the sums of its months anew."""
    number = practices.number_of(practice)
    by_month = split(rows)
    for month, here in by_month.items():
        practices.put_block(uow, number, month, source, here)
    practices.roll_up(uow, number, by_month)


def changed(uow: UnitOfWork, practice: Practice, months: Iterable[int]) -> None:
    """Reckon the sums of months anew and have open tabs look again."""
    practices.roll_up(uow, practices.number_of(practice), list(months))
    nudges.nudge(uow, practice.account_id)


def bring(uow: UnitOfWork, actor: Actor, practice: Practice, origin: Origin, rows: facts.Facts) -> UUID:
    """Keep facts of one origin as a source of their own, done at once; its id."""
    row = imports.open_done(uow, practice, origin, taken=int(rows["visits"].sum(dtype=np.int64)))
    put(uow, practice, row.number, rows)
    audit.record(uow, actor, "analytics.brought", row.id, origin=origin, facts=len(rows))
    nudges.nudge(uow, practice.account_id)
    return row.id


def erase(uow: UnitOfWork, account_id: UUID) -> None:
    """Take away the practice of an account that is erased, and what its imports had on the shelf."""
    for import_id in practices.erase(uow, account_id):
        uow.after_commit(lambda import_id=import_id: remove_files(import_id))
    reports.erase(uow, account_id)


def remove_files(import_id: UUID) -> None:
    """Take what an import had on the shelf away."""
    for place in (UPLOAD, TABLE):
        shelf.remove(place, import_id)
