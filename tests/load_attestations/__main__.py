"""Figures of the calendar: `python -m tests.load_attestations [doctors]`. SQLite, and PostgreSQL when it is installed.

Printed: the month of a doctor with 5,000 events, a feed of 500 events and its 304, and the daily pass's search for what
is due among twelve dated facts of each doctor (1,000,000 doctors unless told otherwise).
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import text
from sqlmodel import SQLModel

import medportal.tables  # noqa: F401
from medportal.features.attestations import jobs as _jobs  # noqa: F401
from medportal.features.attestations import service
from medportal.features.attestations.schemas.calendar import OwnEvent
from medportal.features.attestations.schemas.kinds import Origin
from medportal.features.attestations.service import exchange
from medportal.features.attestations.service.own import add
from medportal.infra import db, jobs, vault
from medportal.infra.db import new_id, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import SYSTEM, Actor, Role
from tests.conftest import INDEX_KEY, VAULT_KEYS
from tests.support import postgres

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
FACTS, DAYS = 12, 1825

FILL = {
    "sqlite": (
        "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :rows) "
        "INSERT INTO reminder_plan (event_id, account_id, since, next_at) "
        "SELECT printf('%08x0000700080000000%08x', i, i), printf('%08x0000700080000000%08x', i / :facts, 7), "
        "'2026-01-01 06:00:00.000000', "
        "datetime('2026-11-23 06:00:00', '+' || ((i * 7919) % :days) || ' days') || '.000000' FROM n"
    ),
    "postgresql": (
        "INSERT INTO reminder_plan (event_id, account_id, since, next_at) "
        "SELECT (lpad(to_hex(i), 8, '0') || '0000700080000000' || lpad(to_hex(i), 8, '0'))::uuid, "
        "(lpad(to_hex(i / :facts), 8, '0') || '000070008000000000000007')::uuid, '2026-01-01 06:00:00+00', "
        "timestamptz '2026-11-23 06:00:00+00' + ((i * 7919) % :days) * interval '1 day' "
        "FROM generate_series(0, cast(:rows as bigint) - 1) AS i"
    ),
}


Figures = dict[str, float]


def figures(name: str, url: str, doctors: int) -> Figures:
    """Fill one database and measure; times in ms (p95, wall and processor), the search in seconds."""
    db.use(db.open_database(url))
    SQLModel.metadata.create_all(db.engine())
    jobs.use_memory()
    found: Figures = {"plans": doctors * FACTS}
    with clock.stopped(NOW):
        doctor, reader = Actor(Role.DOCTOR, new_id()), Actor(Role.DOCTOR, new_id())
        _fill_calendar(doctor, 5_000)
        _fill_calendar(reader, 500)
        token = service.open_feed(reader).rpartition("/")[2].removesuffix(".ics")
        tag = service.feed(SYSTEM, token).etag
        for what, deed, count in (
            ("month", lambda: service.month(doctor, date(2026, 11, 23)), 60),
            ("agenda", lambda: service.agenda(doctor), 30),
            ("written", lambda: _written_anew(token), 30),
            ("feed", lambda: service.feed(SYSTEM, token), 60),
            ("304", lambda: service.feed(SYSTEM, token, tag), 60),
        ):
            found[what], found[f"{what} work"] = _times(deed, count)
        began = time.perf_counter()
        with db.engine().begin() as connection:
            connection.execute(text("DELETE FROM reminder_plan"))
            connection.execute(text(FILL[name]), {"rows": doctors * FACTS, "facts": FACTS, "days": DAYS})
        with db.engine().connect() as connection:
            connection.execute(text("ANALYZE"))
            connection.commit()
        found["filled"] = time.perf_counter() - began
        began = time.perf_counter()
        found["due"] = service.due_count(SYSTEM, NOW, 10_000_000)
        found["search"] = time.perf_counter() - began
    db.use(None)
    jobs.use(None)
    return found


def measured(doctors: int = 1_000_000) -> Iterator[tuple[str, Figures]]:
    """The figures of both databases, each as soon as it is there."""
    vault.open_vault(VAULT_KEYS, INDEX_KEY)
    with tempfile.TemporaryDirectory() as folder:
        yield "sqlite", figures("sqlite", f"sqlite:///{Path(folder) / 'load.db'}", doctors)
    with postgres.running() as server:
        yield "postgresql", figures("postgresql", server.url(server.create()), doctors)


def _fill_calendar(actor: Actor, count: int) -> None:
    with unit_of_work() as uow:
        for number in range(count):
            day = datetime(2025, 1, 1, 9) + timedelta(days=number % 1000)  # noqa: DTZ001
            event = OwnEvent(f"Событие {number}", day, day + timedelta(hours=1), all_day=bool(number % 2), ladder=(1,))
            add(uow, actor.must_be_known(), event, Origin.OWN)


def _written_anew(token: str) -> object:
    exchange._rendered = exchange._Rendered()
    return service.feed(SYSTEM, token)


def _times(deed: Callable[[], object], count: int) -> tuple[float, float]:
    """p95 of wall and of processor time: where others use the machine, the second is what the portal itself costs."""
    walls: list[float] = []
    works: list[float] = []
    for _ in range(count):
        began, worked = time.perf_counter(), time.process_time()
        deed()
        walls.append((time.perf_counter() - began) * 1000)
        works.append((time.process_time() - worked) * 1000)
    place = int(count * 0.95) - 1
    return sorted(walls)[place], sorted(works)[place]


def main() -> None:
    """Run on both databases."""
    for name, found in measured(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000):
        for what, value in found.items():
            print(f"{name}: {what:<14} {value:>16,.3f}", flush=True)


if __name__ == "__main__":
    main()
