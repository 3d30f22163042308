"""The door seen from outside: where a request carries its token, and what is swept away behind it."""

from medportal.features.accounts import rules, store
from medportal.infra.db import unit_of_work
from medportal.kernel import clock
from medportal.settings import settings


def cookie_name() -> str:
    """The name of the session cookie: `mp_session`, with the prefix `__Host-` over HTTPS."""
    return rules.cookie_name(secure=settings().secure)


def token_in(cookie_header: str) -> str | None:
    """The session token in a Cookie header, for `resolve`; None when there is none, or two."""
    return rules.cookie_value(cookie_header, cookie_name())


def throw_away_old() -> None:
    """Delete used and expired codes, recoveries and counts after a week, and ended sessions after ninety days."""
    now = clock.now()
    with unit_of_work() as uow:
        store.throw_away_old(uow, now, now - rules.KEPT_FOR)
        store.throw_away_sessions(uow, now - rules.SESSIONS_KEPT_FOR)
