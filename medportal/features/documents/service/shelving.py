"""Files on and off the shelf, so that neither a dying process nor a store that fails leaves anything behind.

What is about to be laid down is written as a chore to clear first; the rows that come for it take the chore back.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from medportal.features.documents.service import refusing
from medportal.features.documents.store import files
from medportal.features.documents.store.files import Item
from medportal.infra import jobs, log, shelf
from medportal.infra.db import UnitOfWork, new_id, reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor

CLEAR = "documents.clear"
CLAIM_WITHIN = timedelta(hours=1)

_log = log.get(__name__)

Laid = tuple[Item, bytes]


def lay_down(things: Sequence[Laid]) -> list[shelf.ShelfReceipt]:
    """Seal and keep files that rows will come for within the hour.

    Raises:
        UnavailableError: the store cannot take them now; what was laid down is cleared away.
    """
    items = [item for item, _ in things]
    with unit_of_work() as uow:
        files.clear_later(uow, items, clock.now() + CLAIM_WITHIN)
    try:
        return [shelf.put(place, item_id, [data]) for (place, item_id), data in things]
    except shelf.ShelfTroubleError as trouble:
        _log.warning("the store of files cannot take a file", reason=str(trouble))
        give_up(items)
        raise refusing.store_down() from None


def give_up(items: Iterable[Item]) -> None:
    """No rows will come for these files: clear them away now."""
    with unit_of_work() as uow:
        clear_soon(uow, items)


def clear_soon(uow: UnitOfWork, items: Iterable[Item]) -> None:
    """Have files taken off the shelf once the caller's unit is committed."""
    files.clear_later(uow, items, clock.now())
    jobs.wake(uow, CLEAR, new_id())


def clear(_actor: Actor) -> int:
    """Take off the shelf what is due; how many files. What the store cannot remove now stays due."""
    with reading() as uow:
        due = files.to_clear(uow, clock.now())
    done = 0
    for item in due:
        try:
            shelf.remove(*item)
        except shelf.ShelfTroubleError:
            continue
        with unit_of_work() as uow:
            files.cleared(uow, item)
        done += 1
    return done
