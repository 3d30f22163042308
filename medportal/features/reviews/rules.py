"""Rules of reviews: who may decide, until when, and how a case stands to its limit."""

import math
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from medportal.features.reviews.schemas import TO_DECIDE, CaseState, Limit, WaitingTime
from medportal.kernel.actor import Role
from medportal.kernel.clock import MOSCOW
from medportal.kernel.working_days import add_working_days, working_days_between

DECIDERS: Final = frozenset({Role.VERIFIER, Role.ADMINISTRATOR})
STATISTICS: Final = timedelta(days=90)
APPEAL_DAYS: Final = 30
ANSWER_WORKING_DAYS: Final = 5
ANSWER_MOST_DAYS: Final = 30
# How long a decision of one key can be taken back: long enough to read what was pressed, short enough to wait for.
UNDO_FOR: Final = timedelta(seconds=10)
NOTE_LONGEST: Final = 2000
# When the slice that asked is told again of a decision it has not taken in, counted from the telling before.
RETELL: Final = tuple(timedelta(minutes=m) for m in (1, 5, 30, 120, 720, 1440))

_DAY_ENDS: Final = time(18, 0)


def may_decide(role: Role) -> bool:
    """Whether this role works at the desk."""
    return role in DECIDERS


def own(actor_id: UUID, account_id: UUID, asked_by: UUID | None) -> bool:
    """Whether the case is the actor's own: about himself, or opened by him. Four eyes decide, not two."""
    return actor_id in (account_id, asked_by)


def due_at(opened_at: datetime, working_days: int) -> datetime:
    """When so many working days are over: at 18:00 Moscow time of the last one, in the zone of the moment given."""
    opened = opened_at.astimezone(MOSCOW)
    last = add_working_days(opened.date(), working_days)
    return datetime.combine(last, _DAY_ENDS, MOSCOW).astimezone(opened_at.tzinfo)


def limit(now: datetime, due: datetime) -> Limit:
    """How a case stands to its limit."""
    if now > due:
        return Limit.BREACHED
    return Limit.NEAR if days_left(now, due) <= 1 else Limit.IN_TIME


def near_until(now: datetime) -> datetime:
    """The latest limit that counts as near: cases due by then, and not breached, are near."""
    last = add_working_days(_moscow(now), 1)
    return datetime.combine(last, time(23, 59, 59), MOSCOW).astimezone(now.tzinfo)


def days_left(now: datetime, due: datetime) -> int:
    """Working days after today up to the day of the limit; negative beyond it."""
    return working_days_between(_moscow(now), _moscow(due))


def appealable(decided_at: datetime, now: datetime) -> bool:
    """Whether a refusal may still be appealed against."""
    return now - decided_at <= timedelta(days=APPEAL_DAYS)


def to_decide(state: str) -> bool:
    """Whether somebody will still decide."""
    return CaseState(state) in TO_DECIDE


def retell_after(told: int) -> timedelta | None:
    """How long to wait before telling once more; None when it was told often enough."""
    return RETELL[told] if told < len(RETELL) else None


def waiting_time(spans: Sequence[timedelta]) -> WaitingTime | None:
    """Median and 90th percentile (nearest rank) of how long cases took; None of none."""
    if not spans:
        return None
    ordered = sorted(spans)
    return WaitingTime(
        median=ordered[math.ceil(len(ordered) * 0.5) - 1],
        p90=ordered[math.ceil(len(ordered) * 0.9) - 1],
        count=len(ordered),
    )


def _moscow(moment: datetime) -> date:
    return moment.astimezone(MOSCOW).date()
