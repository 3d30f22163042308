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

# A right, and in which speciality, where there may be several.
Lost = tuple[Right, str]


def what_if(events: Iterable[PlannedEvent], on: date, *, done: Collection[str] = frozenset()) -> WhatIf:
    """The rights out on the day when nothing is done until then, and the act that prevents most of it.

    Args:
        events: the plan.
        on: the day asked about.
        done: keys of events that are dealt with already.
    """
    plan = list(events)
    held = frozenset((one.right, one.topic) for one in plan if one.right is not None)
    missed = [one for one in plan if one.right is not None and one.due_on < on and one.key not in done]
    outages = _outages(missed, held)
    best, kept = None, frozenset[Lost]()
    for event in sorted(missed, key=lambda one: (one.due_on, one.key)):
        saved = outages.keys() - _outages((other for other in missed if other.key != event.key), held).keys()
        if len(saved) > len(kept):
            best, kept = event, frozenset(saved)
    told = tuple(sorted(outages.values(), key=lambda out: (out.since, out.right, out.key)))
    return WhatIf(on, told, best and best.title, best and best.key, tuple(sorted({right for right, _ in kept})))


def _outages(missed: Iterable[PlannedEvent], held: Collection[Lost]) -> dict[Lost, Outage]:
    """What is out, each thing by what took it first; who has two specialities may lose one and keep the other."""
    first: dict[Lost, Outage] = {}
    for event in sorted(missed, key=lambda one: (one.due_on, one.key)):
        if event.right is None:
            continue
        since = event.due_on + timedelta(days=1)
        for lost in ((event.right, event.topic), *_carried(event.right, event.topic, held)):
            first.setdefault(lost, Outage(lost[0], since, event.key, event.title, event.consequence))
    return first


def _carried(right: Right, topic: str, held: Collection[Lost]) -> Iterable[Lost]:
    """What goes along with a right: only what the person has, and only where it is about the same."""
    for other in CARRIES.get(right, ()):
        topics = {about for one, about in held if one is other}
        if topic in topics or "" in topics:
            yield other, topic if topic in topics else ""
        elif topics and not topic:
            yield from ((other, about) for about in sorted(topics))
