"""What time does to cases: an item asked for and not supplied, a decision that nobody took in."""

from uuid import UUID

from medportal.features.reviews import rules, store
from medportal.features.reviews.schemas import CaseState, Deed
from medportal.features.reviews.service import asking, deciding
from medportal.infra import jobs
from medportal.infra.db import reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor


def look_after(actor: Actor) -> None:
    """Let decisions take effect whose message was lost, bring back cases whose doctor let the deadline pass, and tell
    again of decisions that were not taken in.
    """
    with reading() as uow:
        now = clock.now()
        lapsed, untold, due = store.lapsed(uow, now), store.to_retell(uow, now), store.taking_effect(uow, now)
    for case_id in due:
        deciding.take_effect(actor, case_id)
    for case_id in lapsed:
        _lapse(actor, case_id)
    for case_id in untold:
        _retell(case_id)


def _lapse(actor: Actor, case_id: UUID) -> None:
    with unit_of_work() as uow:
        row = store.get(uow, case_id, lock=True)
        late = row is not None and row.deadline is not None and row.deadline < clock.now()
        if row is not None and late and row.state == CaseState.WAITING:
            row.version += 1
            asking.back_to_queue(uow, actor, row, Deed.LAPSED)


def _retell(case_id: UUID) -> None:
    with unit_of_work() as uow:
        row = store.get(uow, case_id, lock=True)
        if row is None or row.retell_at is None or row.retell_at > clock.now() or row.wakes is None:
            return
        row.told += 1
        wait = rules.retell_after(row.told)
        row.retell_at = None if wait is None else clock.now() + wait
        jobs.wake(uow, row.wakes, row.subject_id)
