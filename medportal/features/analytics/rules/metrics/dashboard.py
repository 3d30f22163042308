"""The whole dashboard out of the facts of a practice."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from medportal.features.analytics.rules import aims, facts
from medportal.features.analytics.rules.metrics import breakdowns
from medportal.features.analytics.rules.metrics.counts import AddedUp, KeptMonths, from_facts
from medportal.features.analytics.rules.metrics.figures import (
    DEFINITIONS,
    Plan,
    Sums,
    change,
    reckon,
    sums_by_month,
)
from medportal.features.analytics.rules.metrics.frame import Pool, Selection
from medportal.features.analytics.schemas.asking import Period, Query
from medportal.features.analytics.schemas.dimensions import Dimension
from medportal.features.analytics.schemas.figures import Dashboard, HeatMap, Metric, Tile

TREND = 12


@dataclass(frozen=True, slots=True)
class Ground:
    """What a dashboard stands on: facts of its months or, for a question without filters, months added up before;
    codes, the days of all data, the post's plan, own goals.

    `working_days` counts the working days from one day to another.
    """

    kept: Pool | KeptMonths
    first_day: date
    last_day: date
    visits_a_day: float | None
    working_days: Callable[[date, date], int]
    goals: Mapping[Metric, float]

    def plan(self, first: date, last: date) -> Plan:
        """The plan of some days, as far as there are data."""
        first, last = max(first, self.first_day), min(last, self.last_day)
        return Plan(self.working_days(first, last) if first <= last else 0, self.visits_a_day)


def months_needed(query: Query) -> tuple[int, int]:
    """The first and the last month whose facts a dashboard asks for."""
    last = facts.month_number(query.period.last)
    first = min(facts.month_number(query.period.first), last - TREND + 1) - 12
    before = query.before
    return (min(first, facts.month_number(before.first)) if before else first), last


def periods_of(query: Query, last_day: date) -> list[Period]:
    """The period of a question and the one it is compared with, when data end with a day."""
    return [one for one in (query.period, query.before_until(last_day)) if one is not None]


def dashboard(query: Query, ground: Ground) -> Dashboard:
    """Tiles, months, charts and heat map of one question."""
    period, before = query.period, query.before_until(ground.last_day)
    last = facts.month_number(period.last)
    shown = range(min(facts.month_number(period.first), last - TREND + 1), last + 1)
    by_month = _by_month(query, ground)
    # A click on a month must leave its neighbours in sight.
    open_months = query.without(Dimension.MONTH)
    unfiltered_months = by_month if open_months == query else _by_month(open_months, ground)
    now, *others = _added_up(query, ground, by_month)
    earlier = others[0] if others else None
    charts = tuple(
        breakdowns.breakdown(dimension, now.counts, earlier.counts if earlier else None, query.filters, limit)
        for dimension, limit in breakdowns.CHARTS.items()
    )
    trend = _trend(by_month, last, ground)
    plan = ground.plan(period.first, period.last)
    goals = {metric: aims.for_period(metric, goal, period) for metric, goal in ground.goals.items()}
    then = (earlier.sums, ground.plan(before.first, before.last)) if before and earlier else None
    return Dashboard(
        query,
        tuple(_tile(metric, (now.sums, plan), then, trend, goals.get(metric)) for metric in Metric),
        breakdowns.months(
            unfiltered_months, shown, (facts.day_number(ground.first_day), facts.day_number(ground.last_day))
        ),
        charts,
        breakdowns.heat(now.counts),
        ground.first_day,
        ground.last_day,
        plan.working_days,
    )


def empty(query: Query, goals: Mapping[Metric, float]) -> Dashboard:
    """The dashboard of a practice without data."""
    tiles = tuple(
        Tile(one, DEFINITIONS[one].title, DEFINITIONS[one].unit, None, None, None, (), DEFINITIONS[one], goals.get(one))
        for one in Metric
    )
    return Dashboard(query, tiles, (), (), HeatMap(((0,) * 24,) * 7, 0, 0), None, None, 0)


def _by_month(query: Query, ground: Ground) -> dict[int, Sums]:
    """The sums of every month that a question needs."""
    if isinstance(ground.kept, KeptMonths):
        return {number: month.sums for number, month in ground.kept.months.items()}
    first, last = months_needed(query)
    period = Period(facts.first_of_month(first), facts.last_of_month(last))
    return sums_by_month(Selection(ground.kept, period, query.filters).frame())


def _added_up(query: Query, ground: Ground, by_month: dict[int, Sums]) -> list[AddedUp]:
    periods = periods_of(query, ground.last_day)
    if isinstance(ground.kept, KeptMonths):
        return [ground.kept.within(one) for one in periods]
    return from_facts(ground.kept, query.filters, periods, by_month)


def _trend(by_month: dict[int, Sums], last: int, ground: Ground) -> list[tuple[Sums, Plan] | None]:
    """The last months of a period with their plans; None for a month before or after all data."""
    trend: list[tuple[Sums, Plan] | None] = []
    for number in range(last - TREND + 1, last + 1):
        first, final = facts.first_of_month(number), facts.last_of_month(number)
        has_data = final >= ground.first_day and first <= ground.last_day
        trend.append((by_month.get(number, Sums()), ground.plan(first, final)) if has_data else None)
    return trend


def _tile(
    metric: Metric,
    now: tuple[Sums, Plan],
    before: tuple[Sums, Plan] | None,
    trend: list[tuple[Sums, Plan] | None],
    goal: float | None,
) -> Tile:
    value = reckon(metric, *now)
    earlier = reckon(metric, *before) if before else None
    return Tile(
        metric,
        DEFINITIONS[metric].title,
        DEFINITIONS[metric].unit,
        value,
        earlier,
        change(metric, value, earlier),
        tuple(None if month is None else reckon(metric, *month) for month in trend),
        DEFINITIONS[metric],
        goal,
        aims.progress(metric, value, goal),
    )
