"""The search of institutions: answered from memory, so that every key pressed may ask."""

from collections import OrderedDict
from threading import Lock

from medportal.features.qualification import ports
from medportal.features.qualification.rules import institutions
from medportal.features.qualification.schemas import Suggestion
from medportal.features.qualification.texts import records as texts
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import TooOftenError

BURST, REFILL = 60.0, 2.0
_KNOWN = 10_000
_buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
_lock = Lock()


def suggest(actor: Actor, query: str) -> tuple[Suggestion, ...]:
    """Institutions like what was typed, at most eight.

    Raises:
        ForbiddenError: nobody has signed in.
        TooOftenError: more than a person can type; one process counts for itself.
    """
    if not _may(str(actor.must_be_known())):
        raise TooOftenError(texts.SLOW_DOWN, 5)
    return institutions.suggest(ports.institutions().book(), query)


def _may(key: str) -> bool:
    """A token bucket for each person: a burst, then two a second."""
    now = clock.now().timestamp()
    with _lock:
        left, seen = _buckets.pop(key, (BURST, now))
        left = min(BURST, left + max(0.0, now - seen) * REFILL)
        _buckets[key] = (left - 1 if left >= 1 else left, now)
        while len(_buckets) > _KNOWN:
            _ = _buckets.popitem(last=False)
    return left >= 1
