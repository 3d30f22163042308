"""The throttle: so many attempts in so much time, counted in the database and so across processes."""

import json
import math
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Field, col

from medportal.infra import jobs
from medportal.infra.db import Row, UnitOfWork, unit_of_work
from medportal.infra.upserts import held
from medportal.kernel import clock


class Throttle(Row, table=True):
    """The moments of the latest attempts under one key, as seconds of the epoch."""

    key: str = Field(primary_key=True, max_length=128)
    moments: str = "[]"
    idle_at: datetime = Field(index=True)


def wait_before(uow: UnitOfWork, key: str, limit: int, window: timedelta) -> int:
    """How many seconds to wait; 0 means go, and counts the attempt.

    No more than `limit` attempts go within any `window`. An attempt that has to wait is not counted, so that waiting
    helps. Call it in a unit of its own, or the count is lost when the caller's unit is rolled back.

    Args:
        uow: the unit to count in.
        key: a fingerprint, never a plain value: keys are kept as they are.
        limit: how many attempts may go.
        window: in how much time.
    """
    now = clock.now()
    # Held: two at once would both pass.
    row = held(uow, Throttle, "key", {"key": key, "moments": "[]", "idle_at": now})
    since = (now - window).timestamp()
    moments = [at for at in json.loads(row.moments) if at > since]
    if len(moments) >= limit:
        return max(1, math.ceil(moments[-limit] + window.total_seconds() - now.timestamp()))
    row.moments = json.dumps([*moments, now.timestamp()])
    row.idle_at = now + window
    uow.session.add(row)
    uow.flush()
    return 0


def clear(uow: UnitOfWork, key: str) -> None:
    """Forget the attempts under a key, after one that succeeded."""
    uow.session.exec(delete(Throttle).where(col(Throttle.key) == key))


def purge(uow: UnitOfWork) -> int:
    """Delete the keys whose attempts no longer count; how many."""
    return uow.session.exec(delete(Throttle).where(col(Throttle.idle_at) < clock.now())).rowcount


@jobs.every("throttle.purge", minutes=60)
def purge_now() -> None:
    """Purge, as a chore."""
    with unit_of_work() as uow:
        purge(uow)
