"""Invented years of practice, for a try: for an account of the demonstration, or as a file to import."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import numpy as np

from medportal.features.accounts import service as accounts
from medportal.features.analytics.rules import codes, facts, invented
from medportal.features.analytics.schemas.dimensions import CodeKind
from medportal.features.analytics.schemas.imports import Origin
from medportal.features.analytics.service import keeping
from medportal.features.analytics.store import imports, practices
from medportal.features.analytics.texts import columns as words
from medportal.features.analytics.texts import dimensions as names
from medportal.features.analytics.texts import service as texts
from medportal.infra.db import UnitOfWork, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import NotFoundError

SEED = 20260930


def invent(actor: Actor, name: str, years: int = 20, a_day: float = 25) -> int:
    """Give the account of a name (e-mail, phone, SNILS) invented years; those of an earlier call go. How many visits.

    Raises:
        NotFoundError: no account bears the name.
    """
    with unit_of_work() as uow:
        account_id = accounts.find_account(uow, name)
        if account_id is None:
            raise NotFoundError(texts.NO_ACCOUNT)
        return put_invented(uow, actor, account_id, years=years, a_day=a_day)


def put_invented(uow: UnitOfWork, actor: Actor, account_id: UUID, *, years: int = 20, a_day: float = 25) -> int:
    """Put invented years into a practice, in place of those invented before; how many visits."""
    practice = practices.make(uow, account_id)
    number = practices.number_of(practice)
    for row in imports.of_origin(uow, number, Origin.DEMONSTRATION):
        keeping.changed(uow, practice, practices.drop_source(uow, number, row.number))
        uow.session.delete(row)
    parts: list[facts.Facts] = []
    for visits in invented.practice(SEED, clock.today(), years, a_day):
        columns = dict(visits.numbers)
        columns["service"] = _numbered(uow, number, CodeKind.SERVICE, visits.services)
        columns["diagnosis"] = _numbered(uow, number, CodeKind.DIAGNOSIS, visits.diagnoses)
        parts.append(facts.by_grain(columns))
    rows = np.concatenate(parts) if parts else facts.empty()
    keeping.bring(uow, actor, practice, Origin.DEMONSTRATION, rows)
    return int(rows["visits"].sum(dtype=np.int64))


def write_invented(_actor: Actor, file: Path, years: int = 20, a_day: float = 25) -> int:
    """Write invented years as a CSV file such as a clinic's system would give, in Russian; how many rows."""
    count = 0
    with file.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.writer(target, delimiter=";")
        writer.writerow(words.INVENTED)
        for row in _rows(clock.today(), years, a_day):
            writer.writerow(row)
            count += 1
    return count


def _rows(last: date, years: int, a_day: float) -> Iterator[tuple[object, ...]]:
    number = 0
    for visits in invented.practice(SEED, last, years, a_day):
        told = {name: column.tolist() for name, column in visits.numbers.items()}
        for place, (service, diagnosis) in enumerate(zip(visits.services, visits.diagnoses, strict=True)):
            number += 1
            here = {name: column[place] for name, column in told.items()}
            yield (
                f"В-{number:07}",
                f"{facts.day_of(here['day']):%d.%m.%Y}",
                f"{here['hour']:02}:{number * 7 % 60:02}",
                service,
                diagnosis,
                here["payment"],
                names.PLACES[here["place"]].ru,
                names.AGES[here["age"]].ru,
                names.KINDS[here["kind"]].ru,
                names.REASONS[here["reason"]].ru,
                here["minutes"] or "",
                words.ARRIVED if here["visits"] else words.MISSED,
                words.YES if here["rural"] else "",
            )


def _numbered(uow: UnitOfWork, practice_id: int, kind: CodeKind, written: list[str]) -> facts.Ints:
    judge = codes.service if kind is CodeKind.SERVICE else codes.diagnosis
    numbers = practices.number_codes(uow, practice_id, kind, {judge(one) for one in set(written) if one})
    return np.array([numbers.get(one, 0) for one in written], np.int64)
