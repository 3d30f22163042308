"""Doctors with practices of invented facts, and a clock that stands still."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import numpy as np
import pytest

import medportal.features.analytics.jobs  # noqa: F401
from medportal.features.analytics import ports, service
from medportal.features.analytics.adapters.apart import OpenerApart
from medportal.features.analytics.rules import facts
from medportal.features.analytics.schemas.asking import Period, Query
from medportal.features.analytics.schemas.dimensions import CodeKind
from medportal.features.analytics.schemas.figures import Metric
from medportal.features.analytics.schemas.imports import Choice, ImportState, Origin
from medportal.features.analytics.schemas.imports import Role as ColumnRole
from medportal.features.analytics.service import keeping
from medportal.features.analytics.store import practices
from medportal.infra import jobs, shelf
from medportal.infra.db import unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor, Role

DIAGNOSES = (("J06.9", True), ("I10", True), ("Z00.0", True), ("E11.9", True), ("444814009", False))
SERVICES = (("B01.047.001", True), ("B01.047.002", True), ("A05.10.006", True), ("ЭКГ-1", False))


@pytest.fixture
def hands() -> Iterator[clock.Hands]:
    with clock.stopped(datetime(2026, 11, 27, 9, 0, tzinfo=UTC)) as hands:
        yield hands


@pytest.fixture
def doctor(database: str, hands: clock.Hands) -> Actor:
    return Actor(Role.DOCTOR, uuid4())


@pytest.fixture
def other(database: str, hands: clock.Hands) -> Actor:
    return Actor(Role.DOCTOR, uuid4())


def columns(rows: list[dict]) -> dict[str, np.ndarray]:
    """Rows of plain numbers as columns; what is left out is zero, and the hour unknown."""
    named = {name: [row.get(name, 24 if name == "hour" else 0) for row in rows] for name in (*facts.KEYS, *facts.SUMS)}
    return {name: np.array(values, np.int64) for name, values in named.items()}


def fact(day: date, **told) -> dict:
    """One row: a visit unless told otherwise."""
    return {"day": facts.day_number(day), "visits": 1, **told}


def bring(actor: Actor, rows: list[dict], origin: Origin = Origin.CSV):
    """Keep rows whose codes are numbers from 1 in DIAGNOSES and SERVICES."""
    with unit_of_work() as uow:
        practice = practices.make(uow, actor.must_be_known())
        number = practices.number_of(practice)
        found = {
            kind: practices.number_codes(uow, number, kind, known)
            for kind, known in ((CodeKind.DIAGNOSIS, DIAGNOSES), (CodeKind.SERVICE, SERVICES))
        }
        named = [
            {
                **row,
                "diagnosis": _number(found[CodeKind.DIAGNOSIS], DIAGNOSES, row.get("diagnosis", 0)),
                "service": _number(found[CodeKind.SERVICE], SERVICES, row.get("service", 0)),
            }
            for row in rows
        ]
        return keeping.bring(uow, actor, practice, origin, facts.by_grain(columns(named)))


# Facts of every kind: of all dimensions, of several months, hours known and not, codes numbered far apart.
SOME = [
    fact(date(2024 + n // 12, 1 + n % 12, 1 + n), hour=(8 + n) % 25, service=n % 5, services=2 if n % 5 else 0,
         diagnosis=n % 6, payment=n % 6, place=n % 5, age=n % 9, kind=n % 3, reason=n % 5, visits=1 + n % 4,
         no_shows=n % 2, minutes=15 * (n % 3), timed=int(n % 3 > 0), rural=n % 2)
    for n in range(20)
]  # fmt: skip
MORE = [fact(date(2024, 3, 4), hour=9, diagnosis=2), fact(date(2023, 11, 30), service=1, services=70_000)]


def _number(numbers: dict[str, int], known: tuple, place: int) -> int:
    return numbers[known[place - 1][0]] if place else 0


ALL = Choice()


@pytest.fixture
def shelves(doctor: Actor, tmp_path: Path) -> None:
    """A shelf to lay files on, somebody to open them, and the jobs that work on them."""
    shelf.use(shelf.FolderStore(tmp_path / "files"))
    ports.opener.plug(OpenerApart())


def pieces(data: bytes, size: int = 65_536) -> Iterator[bytes]:
    """A file as it comes over the wire."""
    for start in range(0, len(data), size):
        yield data[start : start + size]


def receive(actor: Actor, data: bytes | str, name: str = "visits.csv"):
    """Bring a file in and have it looked into."""
    import_id = service.receive(actor, name, pieces(data.encode() if isinstance(data, str) else data))
    jobs.work_off()
    return import_id


def take_in(actor: Actor, data: bytes | str, choice: Choice = ALL, **mapping: int):
    """Bring a file in and take it whole, by the mapping that was guessed unless one is given."""
    import_id = receive(actor, data)
    if service.view(actor, import_id).state is not ImportState.MAPPING:
        return service.view(actor, import_id)
    guessed = service.preview(actor, import_id).mapping
    service.put_mapping(actor, import_id, {ColumnRole(k): v for k, v in mapping.items()} or guessed, choice)
    jobs.work_off()
    return service.view(actor, import_id)


def figures(
    actor: Actor, first: date = date(1975, 1, 1), last: date = date(2026, 12, 31)
) -> dict[Metric, float | None]:
    """The figures of a long period."""
    return {tile.metric: tile.value for tile in service.dashboard(actor, Query(Period(first, last))).tiles}


def on_shelf(tmp_path: Path) -> list[Path]:
    """The files that lie on the shelf."""
    return [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
