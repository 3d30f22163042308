"""«Что перестанет работать, если…»: which rights are out on a day, and which one act keeps most of them."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from medportal.features.attestations.schemas.kinds import Right
from medportal.features.attestations.schemas.planning import Outage, PlannedEvent, WhatIf

# Without the first, the others are out as well: who may not practise has no pay for a category and signs nothing
# as a doctor (323-FZ art. 69, 100).
CARRIES = {
    Right.PRACTISE: (Right.CATEGORY_PAY,),
    Right.ACCREDITATION_ACCESS: (),
    Right.ADMISSION: (),
    Right.IDENTITY: (Right.SIGN,),
}


def what_if(events: Iterable[PlannedEvent], on: date, *, done: Collection[str] = frozenset()) -> WhatIf:
    """The rights out on the day when nothing is done until then, and the act that prevents most of it.

    Args:
        events: the plan.
        on: the day asked about.
        done: keys of events that are dealt with already.
    """
    missed = [one for one in events if one.right is not None and one.due_on < on and one.key not in done]
    outages = _outages(missed)
    best, kept = None, frozenset[Right]()
    for event in sorted(missed, key=lambda one: (one.due_on, one.key)):
        without = {out.right for out in _outages(other for other in missed if other.key != event.key)}
        saved = frozenset(out.right for out in outages) - without
        if best is None or len(saved) > len(kept):
            best, kept = event, saved
    return WhatIf(on, outages, best and best.title, best and best.key, tuple(sorted(kept)))


def _outages(missed: Iterable[PlannedEvent]) -> tuple[Outage, ...]:
    first: dict[Right, Outage] = {}
    for event in sorted(missed, key=lambda one: (one.due_on, one.key)):
        if event.right is None:
            continue
        for right in (event.right, *CARRIES.get(event.right, ())):
            since = event.due_on + timedelta(days=1)
            first.setdefault(right, Outage(right, since, event.key, event.title, event.consequence))
    return tuple(sorted(first.values(), key=lambda out: (out.since, out.right)))
