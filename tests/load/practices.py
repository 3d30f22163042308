"""Speed of practices: the dashboard of one doctor, alone and among ten million facts, and a large import.

Runs without a browser: what is measured is the time of the service, from the question to the whole answer.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from statistics import median, quantiles
from uuid import UUID, uuid4

from sqlalchemy import insert

import medportal.tables  # noqa: F401
from medportal.features.analytics import models, service
from medportal.features.analytics.rules import facts
from medportal.features.analytics.schemas.asking import Filter, Period, Query, Span
from medportal.features.analytics.schemas.dimensions import Dimension
from medportal.features.analytics.schemas.imports import ImportState, Origin
from medportal.features.analytics.service import keeping
from medportal.features.analytics.store import practices
from medportal.infra import db, jobs, tokens, vault
from medportal.infra.db import new_id, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import SYSTEM, Actor, Role
from tests.conftest import INDEX_KEY, TOKEN_KEY, VAULT_KEYS
from tests.support import postgres

DOCTORS, FACTS_EACH = 2_500, 4_000
ROWS = 1_000_000
RUNS = 60
YEAR = Query(Period.around(Span.YEAR, clock.today().replace(year=clock.today().year - 1)))
ALL = Query(Period(date(1990, 1, 1), clock.today()))
FILTERED = Query(
    YEAR.period, YEAR.compare, (Filter(Dimension.PAYMENT, ("1",)), Filter(Dimension.DIAGNOSIS_CLASS, ("X", "IX")))
)
ALL_FILTERED = Query(ALL.period, ALL.compare, FILTERED.filters)


@contextmanager
def _opened(url: str) -> Iterator[None]:
    vault.open_vault(VAULT_KEYS, INDEX_KEY)
    tokens.open_tokens(TOKEN_KEY)
    jobs.use_memory()
    db.use(db.open_database(url))
    try:
        models.Practice.metadata.create_all(db.engine())
        yield
    finally:
        db.use(None)


def dashboards() -> Iterator[tuple[str, float, float | None]]:
    """Dashboards on both databases: what, milliseconds, and what was promised."""
    with tempfile.TemporaryDirectory() as folder, postgres.running() as server:
        for name, url in (("SQLite", f"sqlite:///{folder}/load.db"), ("PostgreSQL", server.url(server.create()))):
            with _opened(url):
                alone = uuid4()
                with unit_of_work() as uow:
                    service.put_invented(uow, SYSTEM, alone)
                yield from _asked(f"{name}: 20 years × 25 visits a day", alone, 25)
                among, seconds = _many()
                yield f"{name}: {DOCTORS * FACTS_EACH:,} facts of {DOCTORS:,} doctors laid down, seconds", seconds, None
                yield from _asked(f"{name}: one of {DOCTORS:,} doctors", among, 30)
                yield from _asked(f"{name}: 20 years among them", alone, 30)


def _asked(what: str, account_id: UUID, most: float) -> Iterator[tuple[str, float, float | None]]:
    actor = Actor(Role.DOCTOR, account_id)
    for told, query, promised in (
        ("a year", YEAR, most),
        ("a year, two filters", FILTERED, most),
        ("all years", ALL, most),
        ("all years, two filters", ALL_FILTERED, most),
    ):
        service.dashboard(actor, query)
        spent: list[float] = []
        worked: list[float] = []
        for _ in range(RUNS):
            start, work = time.perf_counter(), time.thread_time()
            service.dashboard(actor, query)
            spent.append((time.perf_counter() - start) * 1000)
            worked.append((time.thread_time() - work) * 1000)
        yield f"{what}, {told}: p50", median(spent), promised
        yield f"{what}, {told}: p95", quantiles(spent, n=20)[-1], None
        yield f"{what}, {told}: processor time p50", median(worked), None


def _many() -> tuple[UUID, float]:
    """Thousands of doctors with the same four years of work; one of them, and how long it took to lay down."""
    start = time.perf_counter()
    with unit_of_work() as uow:
        account_id = uuid4()
        service.put_invented(uow, SYSTEM, account_id, years=4, a_day=FACTS_EACH / 4 / 225)
    with unit_of_work() as uow:
        practice = practices.find(uow, account_id)
        rows = facts.rows_of(practices.read_facts(uow, practice.id, 0, 40_000))[:FACTS_EACH]
        bodies = {month: facts.pack(here) for month, here in keeping.split(rows).items()}
    first = 100_000
    now = clock.now()
    for at in range(0, DOCTORS, 100):
        numbers = range(first + at, first + at + 100)
        with unit_of_work() as uow:
            connection = uow.session.connection()
            connection.execute(
                insert(models.Practice),
                [models.Practice(id=number, account_id=uuid4()).model_dump() for number in numbers],
            )
            connection.execute(
                insert(models.PracticeImport),
                [
                    models.PracticeImport(
                        id=new_id(),
                        practice_id=number,
                        number=1,
                        origin=Origin.CSV,
                        state=ImportState.DONE,
                        finished_at=now,
                    ).model_dump()
                    for number in numbers
                ],
            )
            connection.execute(
                insert(models.PracticeBlock),
                [
                    {"practice_id": number, "month": month, "source": 1, "part": 0, "body": body}
                    for number in numbers
                    for month, body in bodies.items()
                ],
            )
    return account_id, time.perf_counter() - start


def importing() -> Iterator[tuple[str, float, float | None]]:
    """A million rows of CSV into SQLite, in a process of its own so that its memory is its own."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "tests.load.importing", folder], capture_output=True, text=True, check=True
        )
        told = json.loads(done.stdout.splitlines()[-1])
    yield "import of 1,000,000 rows of CSV, rows a second", told["rate"], None
    yield "import: rows a second of processor time", told["rate_of_work"], None
    yield "import: memory before it begins, MB", told["before"], None
    yield "import: most memory, MB", told["memory"], 300
