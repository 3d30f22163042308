"""The dashboard, its charts and tables: each from one look at the facts of one doctor."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from uuid import UUID

from medportal.features.analytics.models import Practice
from medportal.features.analytics.rules import codes
from medportal.features.analytics.rules.facts import columns_of, empty, first_of_month, month_number
from medportal.features.analytics.rules.metrics import breakdowns, tables
from medportal.features.analytics.rules.metrics import dashboard as whole
from medportal.features.analytics.rules.metrics.counts import FromFacts, KeptMonths, cut_months
from medportal.features.analytics.rules.metrics.figures import DEFINITIONS
from medportal.features.analytics.rules.metrics.frame import Codebook, Pool, Selection
from medportal.features.analytics.schemas.asking import Period, Query
from medportal.features.analytics.schemas.dimensions import Dimension
from medportal.features.analytics.schemas.figures import Breakdown, Dashboard, Definition, Metric, Table
from medportal.features.analytics.store import practices
from medportal.features.analytics.texts import service as texts
from medportal.features.profile import service as profile
from medportal.infra.db import UnitOfWork, reading
from medportal.kernel import working_days
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ForbiddenError

HOURS_A_DAY = 7.8
ALL_BARS = 10_000


def dashboard(actor: Actor, query: Query) -> Dashboard:
    """Everything the dashboard shows: tiles, months, charts, heat map; the doctor's own data alone.

    Raises:
        ForbiddenError: the actor is no doctor.
    """
    account_id = doctor_of(actor)
    with reading() as uow:
        practice = practices.find(uow, account_id)
        days = practices.days_with_data(uow, practices.number_of(practice)) if practice else None
        if practice is None or days is None:
            return whole.empty(query, practices.goals(uow, practices.number_of(practice)) if practice else {})
        number = practices.number_of(practice)
        kept, goals = _kept(uow, number, query, days[1]), practices.goals(uow, number)
        planned = visits_a_day(uow, account_id, practice)
    return whole.dashboard(query, whole.Ground(kept, *days, planned, working_days_between, goals))


def _kept(uow: UnitOfWork, number: int, query: Query, last_day: date) -> Pool | KeptMonths:
    """What a dashboard is reckoned from: facts under filters, otherwise months that were added up when they changed."""
    book, needed = practices.codebook(uow, number), whole.months_needed(query)
    if query.filters:
        return Pool(practices.read_facts(uow, number, *needed), book)
    months = practices.kept_months(uow, number, *needed)
    cut = cut_months(months, whole.periods_of(query, last_day))
    return KeptMonths(months, Pool(practices.read_months(uow, number, cut), book))


def breakdown(actor: Actor, query: Query, by: Dimension, limit: int = ALL_BARS) -> Breakdown:
    """One chart with all its bars, for its table twin and its file; refusals as of `dashboard`."""
    now, before, *_ = _selected(actor, query)
    earlier = FromFacts.of(before) if before else None
    return breakdowns.breakdown(by, FromFacts.of(now), earlier, query.filters, limit)


def table(actor: Actor, query: Query, by: Dimension) -> Table:
    """The figures of a period by one dimension (`by` may be `Dimension.DAY`); refusals as of `dashboard`."""
    now, before, compared_with, has_data = _selected(actor, query)
    return replace(tables.table(query, by, now, before), compared_with=compared_with, has_data=has_data)


def definitions(_actor: Actor) -> dict[Metric, Definition]:
    """What stands behind each figure: formula, source, what is left out."""
    return dict(DEFINITIONS)


def doctor_of(actor: Actor) -> UUID:
    """The account of a doctor.

    Raises:
        ForbiddenError: nobody has signed in, or not as a doctor.
    """
    account_id = actor.must_be_known()
    if actor.role is not Role.DOCTOR:
        raise ForbiddenError(texts.ONLY_DOCTORS)
    return account_id


def working_days_between(first: date, last: date) -> int:
    """How many working days there are from one day to another, both included; whole months are counted once."""
    start, end = month_number(first), month_number(last)
    if first > first_of_month(start):
        start += 1
    if last < first_of_month(end + 1) - timedelta(days=1):
        end -= 1
    if start > end:
        return _working_days(first, last)
    whole = sum(map(_working_in, range(start, end + 1)))
    before = _working_days(first, first_of_month(start) - timedelta(days=1))
    return before + whole + _working_days(first_of_month(end + 1), last)


def _selected(actor: Actor, query: Query) -> tuple[Selection, Selection | None, Period | None, bool]:
    """The facts asked for, those compared with, of which days they are, and whether there are any in any period."""
    account_id = doctor_of(actor)
    with reading() as uow:
        practice = practices.find(uow, account_id)
        days = practices.days_with_data(uow, practices.number_of(practice)) if practice else None
        before = query.before_until(days[1] if days else None)
        periods = [one for one in (query.period, before) if one is not None]
        if practice is None:
            rows, book = [columns_of(empty()) for _ in periods], Codebook(())
        else:
            number = practices.number_of(practice)
            rows = [practices.read_facts(uow, number, *_months(one)) for one in periods]
            book = practices.codebook(uow, number)
    found = [Selection(Pool(here, book), one, query.filters) for here, one in zip(rows, periods, strict=True)]
    return found[0], found[1] if len(found) > 1 else None, before, days is not None


def _months(period: Period) -> tuple[int, int]:
    return month_number(period.first), month_number(period.last)


def visits_a_day(uow: UnitOfWork, account_id: UUID, practice: Practice | None) -> float | None:
    """How many visits the post plans for a day: hours × share of the post × 60 ÷ minutes a visit."""
    minutes = practice.norm_minutes if practice else None
    if minutes is None and (place := profile.workplace_of(uow, account_id)) is not None:
        minutes, _ = codes.norm_of_post(place.position) or (None, "")
    if minutes is None:
        return None
    hours, share = (practice.hours_a_day, practice.share_of_post) if practice else (None, None)
    return (hours or HOURS_A_DAY) * (share or 1) * 60 / minutes


def _working_days(first: date, last: date) -> int:
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return sum(working_days.is_working_day(day) for day in days)


@cache
def _working_in(month: int) -> int:
    return _working_days(first_of_month(month), first_of_month(month + 1) - timedelta(days=1))
