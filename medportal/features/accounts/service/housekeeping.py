"""What time has made useless is thrown away."""

from medportal.features.accounts import rules, store
from medportal.infra.db import unit_of_work
from medportal.kernel import clock


def throw_away_old() -> None:
    """Delete used and expired codes, recoveries and counts after a week, and ended sessions after ninety days."""
    now = clock.now()
    with unit_of_work() as uow:
        store.throw_away_old(uow, now, now - rules.KEPT_FOR)
        store.throw_away_sessions(uow, now - rules.SESSIONS_KEPT_FOR)
