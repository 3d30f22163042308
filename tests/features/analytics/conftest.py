"""Doctors with practices of invented facts, and a clock that stands still."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import uuid4

import numpy as np
import pytest

from medportal.features.analytics.rules import facts
from medportal.features.analytics.schemas.dimensions import CodeKind
from medportal.features.analytics.schemas.imports import Origin
from medportal.features.analytics.service import keeping
from medportal.features.analytics.store import practices
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


def _number(numbers: dict[str, int], known: tuple, place: int) -> int:
    return numbers[known[place - 1][0]] if place else 0
