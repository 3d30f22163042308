"""Slowing down: a wrong attempt is counted before it is judged, so that attempts side by side count too."""

from datetime import datetime, timedelta
from uuid import UUID

from medportal.features.accounts import rules, store, texts
from medportal.infra import vault
from medportal.infra.db import UnitOfWork
from medportal.kernel import clock
from medportal.kernel.errors import TooOftenError

ADDRESS = "address"
Key = tuple[str, int]


def keys(what: str, name: str, address: str) -> tuple[Key, Key]:
    """The two counts an attempt falls under: the pair of name and address, and the address alone."""
    pair = vault.fingerprint("slow_down.pair", f"{what}|{name}|{address}")
    return (pair, rules.PAIR_FREE), (vault.fingerprint("slow_down.address", f"{what}|{address}"), rules.ADDRESS_FREE)


def wait_or_count(uow: UnitOfWork, counts: tuple[Key, ...], account_id: UUID | None = None) -> None:
    """Count an attempt as wrong until `right` takes it back.

    Raises:
        TooOftenError: the wait is not over; said in the same way whether or not there is such an account.
    """
    now = clock.now()
    rows = [(store.locked_slow_down(uow, key, now), free) for key, free in sorted(counts)]
    wait = max(row.wait_until - now for row, _ in rows)
    if wait > timedelta():
        seconds = -(-int(wait.total_seconds() * 1000) // 1000)
        raise TooOftenError(texts.WAIT.fill(wait=rules.wait_in_words(seconds)), seconds)
    for row, free in rows:
        if now - row.last_at >= rules.FAILURES_FORGOTTEN_AFTER:
            row.failures = 0
        row.failures += 1
        row.last_at = now
        row.wait_until = _until(now, row.failures, free)
    # Only the pair is tied to the account: who recovers access need not wait, the address goes on being watched.
    rows_by_key = {row.key_fingerprint: row for row, _ in rows}
    rows_by_key[counts[0][0]].account_id = account_id
    uow.flush()


def right(uow: UnitOfWork, counts: tuple[Key, ...]) -> None:
    """The attempt was right: the pair is forgotten, the address gets its one attempt back."""
    now = clock.now()
    # Held in one order everywhere, or two attempts side by side could wait for each other for ever.
    rows = {key: (store.locked_slow_down(uow, key, now), free) for key, free in sorted(counts)}
    pair = counts[0][0]
    for key, (row, free) in rows.items():
        if key != pair:
            row.failures = max(0, row.failures - 1)
            row.wait_until = _until(now, row.failures, free)
    uow.flush()
    store.forget_slow_down(uow, pair)


def _until(now: datetime, failures: int, free: int) -> datetime:
    return now + rules.wait_after(failures, free)
