"""Figures of the calendar: `python -m tests.load_attestations [doctors]`. SQLite, and PostgreSQL when it is installed.

Printed: the month of a doctor with 5,000 events, a feed of 500 events and its 304, and the daily pass's search for what
is due among twelve dated facts of each doctor (1,000,000 doctors unless told otherwise).
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
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


def figures(name: str, url: str, doctors: int) -> None:
    """Fill one database and print its figures."""
    db.use(db.open_database(url))
    SQLModel.metadata.create_all(db.engine())
    jobs.use_memory()
    with clock.stopped(NOW):
        doctor = Actor(Role.DOCTOR, new_id())
        _fill_calendar(doctor, 5_000)
        print(f"{name}: month of 5,000 events, ms   {_times(lambda: service.month(doctor, date(2026, 11, 23)), 60)}")
        print(f"{name}: agenda of the same, ms      {_times(lambda: service.agenda(doctor), 30)}")
        reader = Actor(Role.DOCTOR, new_id())
        _fill_calendar(reader, 500)
        token = service.open_feed(reader).rpartition("/")[2].removesuffix(".ics")
        tag = service.feed(SYSTEM, token).etag
        print(f"{name}: feed of 500, written, ms    {_times(lambda: _written_anew(token), 30)}")
        print(f"{name}: feed of 500 events, ms      {_times(lambda: service.feed(SYSTEM, token), 60)}")
        print(f"{name}: the same, 304, ms           {_times(lambda: service.feed(SYSTEM, token, tag), 60)}")
        began = time.perf_counter()
        with db.engine().begin() as connection:
            connection.execute(text("DELETE FROM reminder_plan"))
            connection.execute(text(FILL[name]), {"rows": doctors * FACTS, "facts": FACTS, "days": DAYS})
        with db.engine().connect() as connection:
            connection.execute(text("ANALYZE"))
            connection.commit()
        print(f"{name}: {doctors * FACTS:,} plans written in {time.perf_counter() - began:.0f} s")
        for ahead in (0, 6):
            until = NOW + timedelta(days=ahead)
            began = time.perf_counter()
            found = service.due_count(SYSTEM, until, 10_000_000)
            print(f"{name}: {found:,} due within {ahead + 1} days found in {time.perf_counter() - began:.3f} s")
    db.use(None)
    jobs.use(None)


def _fill_calendar(actor: Actor, count: int) -> None:
    with unit_of_work() as uow:
        for number in range(count):
            day = datetime(2025, 1, 1, 9) + timedelta(days=number % 1000)  # noqa: DTZ001
            event = OwnEvent(f"Событие {number}", day, day + timedelta(hours=1), all_day=bool(number % 2), ladder=(1,))
            add(uow, actor.must_be_known(), event, Origin.OWN)


def _written_anew(token: str) -> object:
    exchange._rendered = exchange._Rendered()
    return service.feed(SYSTEM, token)


def _times(deed: Callable[[], object], count: int) -> str:
    """Wall and processor time: on a machine that others use, the second is what the portal itself costs."""
    walls: list[float] = []
    works: list[float] = []
    for _ in range(count):
        began, worked = time.perf_counter(), time.process_time()
        deed()
        walls.append((time.perf_counter() - began) * 1000)
        works.append((time.process_time() - worked) * 1000)
    place = int(count * 0.95) - 1
    walls.sort()
    works.sort()
    work = f"processor p50 {statistics.median(works):.1f}, p95 {works[place]:.1f}"
    return f"p50 {statistics.median(walls):.1f}, p95 {walls[place]:.1f}; {work}"


def main() -> None:
    """Run on both databases."""
    doctors = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    vault.open_vault(VAULT_KEYS, INDEX_KEY)
    with tempfile.TemporaryDirectory() as folder:
        figures("sqlite", f"sqlite:///{Path(folder) / 'load.db'}", doctors)
    with postgres.running() as server:
        figures("postgresql", server.url(server.create()), doctors)


if __name__ == "__main__":
    main()
