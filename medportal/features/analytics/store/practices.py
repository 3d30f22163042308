"""Queries of practices, their facts, codes and goals."""

import hashlib
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select as sql_select
from sqlmodel import col, delete, func, select
from sqlmodel.sql.expression import SelectOfScalar

from medportal.features.analytics.models import (
    Practice,
    PracticeBlock,
    PracticeCode,
    PracticeImport,
    PracticeMix,
    PracticeMonth,
    PracticeTags,
    PracticeTarget,
    RefusedRows,
    RememberedMapping,
)
from medportal.features.analytics.rules import facts
from medportal.features.analytics.rules.metrics import mixes
from medportal.features.analytics.rules.metrics.counts import KeptMonth
from medportal.features.analytics.rules.metrics.figures import SUM_NAMES, Sums, sums_by_month
from medportal.features.analytics.rules.metrics.frame import Codebook, Frame, Pool
from medportal.features.analytics.schemas.dimensions import Code, CodeKind, Dimension
from medportal.features.analytics.schemas.figures import Metric
from medportal.features.analytics.schemas.imports import ImportState
from medportal.infra.db import BYTES, UnitOfWork
from medportal.infra.upserts import inserting


def find(uow: UnitOfWork, account_id: UUID) -> Practice | None:
    """The practice of an account."""
    return uow.session.exec(select(Practice).where(Practice.account_id == account_id)).first()


def make(uow: UnitOfWork, account_id: UUID) -> Practice:
    """The practice of an account, made when there is none; two that are made at once are one."""
    found = find(uow, account_id)
    if found is None:
        made = Practice(account_id=account_id).model_dump(exclude={"id"})
        uow.session.exec(inserting(uow, Practice).values(**made).on_conflict_do_nothing(index_elements=["account_id"]))
        found = uow.session.exec(select(Practice).where(Practice.account_id == account_id)).one()
    return found


def number_of(practice: Practice) -> int:
    """The number of a practice that is kept already."""
    if practice.id is None:
        raise ValueError("this practice is not kept yet")
    return practice.id


def read_facts(uow: UnitOfWork, practice_id: int, first: int, last: int) -> facts.Columns:
    """The facts of a practice from one month to another, of sources that are done."""
    return facts.unpack(uow.session.exec(_bodies(practice_id, first, last)).all())


def read_months(uow: UnitOfWork, practice_id: int, months: Collection[int]) -> facts.Columns:
    """The facts of some months of a practice, in the order of months."""
    bodies = [body for one in sorted(months) for body in uow.session.exec(_bodies(practice_id, one, one))]
    return facts.unpack(bodies)


def facts_digest(uow: UnitOfWork, practice_id: int, first: int, last: int) -> str:
    """What tells whether the facts of some months are still the same."""
    digest = hashlib.sha256()
    for body in uow.session.exec(_bodies(practice_id, first, last)):
        digest.update(hashlib.sha256(body).digest())
    return digest.hexdigest()


def _bodies(practice_id: int, first: int, last: int) -> SelectOfScalar[bytes]:
    return (
        select(PracticeBlock.body)
        .join(
            PracticeImport,
            (col(PracticeImport.practice_id) == col(PracticeBlock.practice_id))
            & (col(PracticeImport.number) == col(PracticeBlock.source)),
        )
        .where(
            PracticeBlock.practice_id == practice_id,
            col(PracticeBlock.month).between(first, last),
            PracticeImport.state == ImportState.DONE,
        )
        .order_by(col(PracticeBlock.month), col(PracticeBlock.source), col(PracticeBlock.part))
        .execution_options(**{BYTES: True})
    )


def codebook(uow: UnitOfWork, practice_id: int) -> Codebook:
    """The codes of a practice."""
    wanted = select(PracticeCode.kind, PracticeCode.number, PracticeCode.code, PracticeCode.is_known)
    found = uow.session.exec(wanted.where(PracticeCode.practice_id == practice_id)).all()
    return Codebook([(CodeKind(kind), Code(number, code, known)) for kind, number, code, known in found])


def number_codes(
    uow: UnitOfWork, practice_id: int, kind: CodeKind, met: Collection[tuple[str, bool]], most: int = 65_000
) -> dict[str, int]:
    """Numbers of codes, new ones given to codes not met before; codes beyond the most have none."""
    wanted = select(PracticeCode.code, PracticeCode.number).where(
        PracticeCode.practice_id == practice_id, PracticeCode.kind == kind
    )
    # Two that number codes of one practice at once must not give a number twice.
    uow.session.exec(select(Practice.id).where(Practice.id == practice_id).with_for_update())
    known = dict(uow.session.exec(wanted).all())
    fresh = [(code, is_known) for code, is_known in sorted(set(met)) if code and code not in known]
    start = max(known.values(), default=0) + 1
    for number, (code, is_known) in enumerate(fresh[: max(most - start + 1, 0)], start):
        known[code] = number
        uow.session.add(PracticeCode(practice_id=practice_id, kind=kind, number=number, code=code, is_known=is_known))
    uow.flush()
    return known


def days_with_data(uow: UnitOfWork, practice_id: int) -> tuple[date, date] | None:
    """The first and the last day for which there are facts."""
    wanted = select(func.min(PracticeMonth.first_day), func.max(PracticeMonth.last_day))
    first, last = uow.session.exec(wanted.where(PracticeMonth.practice_id == practice_id)).one()
    return (first, last) if first else None


def put_block(uow: UnitOfWork, practice_id: int, month: int, source: int, rows: facts.Facts, *, part: int = 0) -> None:
    """Keep the facts of one source in one month; none take the block away."""
    found = uow.session.get(PracticeBlock, (practice_id, month, source, part))
    if not len(rows):
        if found is not None:
            uow.session.delete(found)
    elif found is None:
        body = facts.pack(rows)
        uow.session.add(PracticeBlock(practice_id=practice_id, month=month, source=source, part=part, body=body))
    else:
        found.body = facts.pack(rows)
    uow.flush()


def block(uow: UnitOfWork, practice_id: int, month: int, source: int) -> facts.Facts:
    """The facts of one source in one month."""
    found = uow.session.get(PracticeBlock, (practice_id, month, source, 0), populate_existing=True)
    return facts.rows_of(facts.unpack([found.body])) if found else facts.empty()


def add_block(uow: UnitOfWork, practice_id: int, month: int, source: int, part: int, rows: facts.Facts) -> None:  # noqa: PLR0917
    """Lay one more part of a source's month down, where none is."""
    body = facts.pack(rows)
    uow.session.add(PracticeBlock(practice_id=practice_id, month=month, source=source, part=part, body=body))


def account_of(uow: UnitOfWork, practice_id: int) -> UUID:
    """Whose practice it is."""
    return uow.session.exec(select(Practice.account_id).where(Practice.id == practice_id)).one()


def months_of_source(uow: UnitOfWork, practice_id: int, source: int) -> Sequence[int]:
    """The months to which a source brought facts."""
    wanted = select(PracticeBlock.month).where(PracticeBlock.practice_id == practice_id, PracticeBlock.source == source)
    return uow.session.exec(wanted.distinct()).all()


def roll_up(uow: UnitOfWork, practice_id: int, months: Collection[int]) -> None:
    """Reckon the sums of months anew, from the facts as they now stand in this transaction."""
    if not months:
        return
    first, last = min(months), max(months)
    for table in (PracticeMonth, PracticeMix):
        uow.session.exec(
            delete(table).where(col(table.practice_id) == practice_id, col(table.month).between(first, last))
        )
    for start in range(first, last + 1, 24):
        until = min(start + 23, last)
        rows = read_facts(uow, practice_id, start, until)
        if not len(rows["day"]):
            continue
        pool = Pool(rows, Codebook(()))
        months_here = pool.values(Dimension.MONTH)
        for number, sums in sums_by_month(Frame.whole(pool)).items():
            days = rows["day"][months_here == number]
            uow.session.add(
                PracticeMonth(
                    practice_id=practice_id,
                    month=number,
                    first_day=facts.day_of(int(days.min())),
                    last_day=facts.day_of(int(days.max())),
                    **{name: getattr(sums, name) for name in SUM_NAMES},
                )
            )
        for number, body in mixes.of_months(pool):
            uow.session.add(PracticeMix(practice_id=practice_id, month=number, body=body))
    uow.flush()


def kept_months(uow: UnitOfWork, practice_id: int, first: int, last: int) -> dict[int, KeptMonth]:
    """What each month that has facts adds up to, from one month to another."""
    named: list[Any] = [
        PracticeMonth.month, PracticeMonth.first_day, PracticeMonth.last_day, PracticeMix.body,
        *(getattr(PracticeMonth, name) for name in SUM_NAMES),
    ]  # fmt: skip
    wanted: Any = (
        sql_select(*named)
        .join(
            PracticeMix,
            (col(PracticeMix.practice_id) == col(PracticeMonth.practice_id))
            & (col(PracticeMix.month) == col(PracticeMonth.month)),
        )
        .where(col(PracticeMonth.practice_id) == practice_id, col(PracticeMonth.month).between(first, last))
        .execution_options(**{BYTES: True})
    )
    found: dict[int, KeptMonth] = {}
    for row in uow.session.connection().execute(wanted).all():
        month, first_day, last_day, body, *sums = tuple(row)
        found[month] = KeptMonth(facts.day_number(first_day), facts.day_number(last_day), Sums(*sums), body)
    return found


def goals(uow: UnitOfWork, practice_id: int) -> dict[Metric, float]:
    """A doctor's own goals."""
    found = uow.session.exec(select(PracticeTarget).where(PracticeTarget.practice_id == practice_id))
    return {Metric(one.metric): one.goal for one in found if one.metric in set(Metric)}


def put_goal(uow: UnitOfWork, practice_id: int, metric: Metric, goal: float | None) -> None:
    """Keep a goal, or take it away."""
    found = uow.session.get(PracticeTarget, (practice_id, metric.value))
    if goal is None:
        if found is not None:
            uow.session.delete(found)
    elif found is None:
        uow.session.add(PracticeTarget(practice_id=practice_id, metric=metric, goal=goal))
    else:
        found.goal = goal


def drop_source(uow: UnitOfWork, practice_id: int, source: int) -> list[int]:
    """Take away all that a source brought; the months it touched."""
    months = list(months_of_source(uow, practice_id, source))
    for table in (PracticeBlock, PracticeTags):
        uow.session.exec(delete(table).where(col(table.practice_id) == practice_id, col(table.source) == source))
    return months


def erase(uow: UnitOfWork, account_id: UUID) -> Sequence[UUID]:
    """Take a practice away with all that belongs to it; the ids of its imports, whose files are still to go."""
    practice = find(uow, account_id)
    if practice is None:
        return ()
    number = number_of(practice)
    imports = uow.session.exec(select(PracticeImport.id).where(PracticeImport.practice_id == number)).all()
    uow.session.exec(delete(RefusedRows).where(col(RefusedRows.import_id).in_(imports)))
    for table in (
        PracticeBlock, PracticeTags, PracticeMonth, PracticeMix, PracticeCode, PracticeImport, RememberedMapping,
        PracticeTarget,
    ):  # fmt: skip
        uow.session.exec(delete(table).where(col(table.practice_id) == number))
    uow.session.delete(practice)
    return imports


def sums_of_colleagues(
    uow: UnitOfWork, practice: Practice, first: int, last: int
) -> dict[int, tuple[Sums, tuple[date, date]]]:
    """Sums of some months of everyone who takes part with the same speciality and region, and their days with data."""
    named = [PracticeMonth.practice_id, func.min(PracticeMonth.first_day), func.max(PracticeMonth.last_day)]
    summed: list[Any] = [*named, *(func.sum(getattr(PracticeMonth, name)) for name in SUM_NAMES)]
    wanted: Any = (
        sql_select(*summed)
        .join(Practice, col(Practice.id) == col(PracticeMonth.practice_id))
        .where(
            col(Practice.compared),
            col(Practice.speciality) == practice.speciality,
            col(Practice.region) == practice.region,
            col(PracticeMonth.month).between(first, last),
        )
        .group_by(col(PracticeMonth.practice_id))
    )
    found: dict[int, tuple[Sums, tuple[date, date]]] = {}
    for row in uow.session.connection().execute(wanted):
        number, first_day, last_day, *sums = tuple(row)
        found[number] = (Sums(*(int(one) for one in sums)), (first_day, last_day))
    return found
