"""How many sockets one address may open: every new one costs the server a state that lives half an hour."""

from collections import OrderedDict

from medportal.kernel import clock
from medportal.settings import settings

_ADDRESSES = 20_000


class Handshakes:
    """A token bucket per address: a burst for a hospital behind one address, then a steady trickle."""

    def __init__(self) -> None:
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def may_enter(self, address: str) -> bool:
        """Whether this address may open one more socket now; counts it if so."""
        burst, refill = settings().socket_burst, settings().socket_refill
        now = clock.now().timestamp()
        left, seen = self._buckets.pop(address, (float(burst), now))
        left = min(float(burst), left + max(0.0, now - seen) * refill)
        allowed = left >= 1
        self._buckets[address] = (left - 1 if allowed else left, now)
        while len(self._buckets) > _ADDRESSES:
            self._buckets.popitem(last=False)
        return allowed
