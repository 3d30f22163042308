"""Sessions remembered for five seconds, so that events cost no query; what ends here is forgotten at once."""

import dataclasses
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from medportal.features.accounts import rules
from medportal.features.accounts.schemas import AccountState
from medportal.infra import nudges
from medportal.kernel import clock
from medportal.kernel.actor import Role

FOR = timedelta(seconds=5)
MOST = 20_000


@dataclass(frozen=True, slots=True)
class Known:
    """What is remembered of a session that was good a moment ago."""

    session_id: UUID
    account_id: UUID
    role: Role
    state: AccountState
    applicant: bool
    proven: bool
    rot: int
    rot_seen: bool
    seen_at: datetime
    expires_at: datetime

    @property
    def role_now(self) -> Role | None:
        """Who its owner is; None when it is worth nothing."""
        return rules.role_within(self.state, self.role, applicant=self.applicant, proven=self.proven)

    def alive(self, now: datetime) -> bool:
        """Whether its time is not over."""
        return rules.session_alive(now, self.seen_at, self.expires_at, applicant=self.applicant)


_lock = threading.Lock()
_known: dict[UUID, tuple[datetime, Known]] = {}
_forgotten = 0
_listening = False


def find(session_id: UUID) -> Known | None:
    """What is remembered, if it is fresh enough."""
    entry = _known.get(session_id)
    if entry is None or not timedelta() <= clock.now() - entry[0] < FOR:
        return None
    return entry[1]


def mark() -> int:
    """A mark to take before reading: what was read before something was forgotten is not kept."""
    _listen_once()
    return _forgotten


def keep(known: Known, taken: int) -> None:
    """Remember a session as read since the mark."""
    now = clock.now()
    with _lock:
        if taken != _forgotten:
            return
        if len(_known) >= MOST:
            fresh = {key: entry for key, entry in _known.items() if now - entry[0] < FOR}
            _known.clear()
            _known.update(fresh if len(fresh) < MOST else {})
        _known[known.session_id] = (now, known)


def replace(known: Known, *, seen_at: datetime, rot_seen: bool) -> None:
    """Remember that the session was just used, unless it was forgotten meanwhile; its freshness stays as it was."""
    with _lock:
        entry = _known.get(known.session_id)
        if entry is not None and entry[1] is known:
            _known[known.session_id] = (entry[0], dataclasses.replace(known, seen_at=seen_at, rot_seen=rot_seen))


def forget(session_id: UUID) -> None:
    """Forget a session: it ended or changed."""
    global _forgotten
    with _lock:
        _forgotten += 1
        _known.pop(session_id, None)


def forget_account(account_id: UUID) -> None:
    """Forget the sessions of an account; nudges from other processes end up here."""
    global _forgotten
    with _lock:
        _forgotten += 1
        for key in [key for key, (_, known) in _known.items() if known.account_id == account_id]:
            del _known[key]


def _listen_once() -> None:
    global _listening
    with _lock:
        first, _listening = not _listening, True
    if first:
        nudges.listen(forget_account)
