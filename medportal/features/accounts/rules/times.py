"""Lives and waits: how long a session, a ticket, a draft and a wrong attempt count, and who someone is meanwhile."""

from datetime import datetime, timedelta
from enum import Enum, auto

from medportal.features.accounts import texts
from medportal.features.accounts.schemas import UNFINISHED, AccountState
from medportal.kernel.actor import Role
from medportal.kernel.text import Text

TICKET_TTL = timedelta(seconds=60)
SESSION_IDLE = timedelta(hours=12)
SESSION_MOST = timedelta(days=7)
DRAFT_LIFE = timedelta(days=30)
SEEN_STEP = timedelta(minutes=5)
ROTATION_GRACE = timedelta(seconds=60)
REVEAL_TTL = timedelta(seconds=30)

PAIR_FREE = 5
ADDRESS_FREE = 60
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)
FAILURES_FORGOTTEN_AFTER = timedelta(hours=24)

RECOVERY_TTL = timedelta(hours=1)
INVITATION_TTL = timedelta(hours=48)
HALFWAY_TTL = timedelta(minutes=15)
RECOVERY_ATTEMPTS = 5
RECOVERIES_PER_ACCOUNT = 3
RECOVERIES_PER_ADDRESS = 20
FINISHES_PER_ADDRESS = 60
DRAFTS_PER_ADDRESS = 200
KEPT_FOR = timedelta(days=7)
SESSIONS_KEPT_FOR = timedelta(days=90)
HOUR = timedelta(hours=1)

STAFF = frozenset({Role.VERIFIER, Role.OPERATOR, Role.SUPPORT, Role.ADMINISTRATOR})

_MOVES = {
    AccountState.DRAFT: {AccountState.CONTACTS_PENDING, AccountState.BLOCKED_DUPLICATE, AccountState.ACTIVE},
    AccountState.CONTACTS_PENDING: {AccountState.DRAFT, AccountState.BLOCKED_DUPLICATE, AccountState.ACTIVE},
    AccountState.BLOCKED_DUPLICATE: {AccountState.DRAFT, AccountState.CONTACTS_PENDING},
    AccountState.ACTIVE: {AccountState.LOCKED},
    AccountState.LOCKED: {AccountState.ACTIVE},
    AccountState.ERASED: set[AccountState](),
}


def wait_after(failures: int, free: int) -> timedelta:
    """How long to wait after so many wrong attempts: nothing, then 30 s, doubling up to an hour."""
    if failures < free:
        return timedelta()
    return min(FIRST_WAIT * 2 ** min(failures - free, 16), LONGEST_WAIT)


def wait_in_words(seconds: int) -> Text:
    """«45 секунд», «2 минуты», «1 час»: rounded up so that coming then is never too early."""
    if seconds < 100:
        return texts.SECONDS.of(seconds)
    return texts.MINUTES.of(-(-seconds // 60)) if seconds <= 90 * 60 else texts.HOURS.of(-(-seconds // 3600))


def may_move(before: AccountState, after: AccountState) -> bool:
    """Whether an account may go from one state to another."""
    return after in _MOVES[before]


def role_within(state: AccountState, role: Role, *, applicant: bool, proven: bool) -> Role | None:
    """Who the owner of a session is now; None when the session is worth nothing in this state.

    A member of staff who has not `proven` the second factor is a visitor: nothing but the page that asks for it knows
    that somebody stands before it.
    """
    if applicant:
        return Role.APPLICANT if state in UNFINISHED else None
    if state is not AccountState.ACTIVE:
        return None
    return Role.VISITOR if role in STAFF and not proven else role


def session_alive(now: datetime, seen_at: datetime, expires_at: datetime, *, applicant: bool) -> bool:
    """12 hours without a sign of life end a session, 7 days end any; an applicant's lives as long as the draft."""
    return now < expires_at and (applicant or now - seen_at < SESSION_IDLE)


class Rotation(Enum):
    """What the number inside a token says about it."""

    CURRENT = auto()
    PREVIOUS = auto()
    STOLEN = auto()


def rotation(held: int, current: int, current_seen_at: datetime | None, now: datetime) -> Rotation:
    """Judge a token by its number.

    The previous number is good until the current one has been seen, for the answer that carried it may have been lost,
    and for a minute after, for requests that were under way. Anything older is a copy somebody kept.
    """
    if held == current:
        return Rotation.CURRENT
    fresh = current_seen_at is None or now - current_seen_at <= ROTATION_GRACE
    return Rotation.PREVIOUS if held == current - 1 and fresh else Rotation.STOLEN
