"""The whole dashboard out of the facts of a practice."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from medportal.features.analytics.rules import aims, facts
from medportal.features.analytics.rules.metrics import breakdowns
from medportal.features.analytics.rules.metrics.figures import (
    DEFINITIONS,
    SUM_NAMES,
    Plan,
    Sums,
    change,
    reckon,
    sums_by_month,
    sums_of,
)
from medportal.features.analytics.rules.metrics.frame import Frame, Pool
from medportal.features.analytics.schemas.asking import Period, Query
from medportal.features.analytics.schemas.dimensions import Dimension
from medportal.features.analytics.schemas.figures import Dashboard, HeatMap, Metric, Tile

TREND = 12
_NUMBERS = attrgetter(*SUM_NAMES)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a dashboard stands on: facts of its months, codes, the days of all data, the post's plan, own goals.

    `working_days` counts the working days from one day to another.
    """

    pool: Pool
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


def dashboard(query: Query, ground: Ground) -> Dashboard:
    """Tiles, months, charts and heat map of one question."""
    period, before = query.period, query.before_until(ground.last_day)
    now = Frame.of(ground.pool, period, query.filters)
    earlier = Frame.of(ground.pool, before, query.filters) if before else None
    last = facts.month_number(period.last)
    shown = range(min(facts.month_number(period.first), last - TREND + 1), last + 1)
    by_month = _by_month(query, ground, shown)
    # A click on a month must leave its neighbours in sight.
    open_months = query.without(Dimension.MONTH)
    unfiltered_months = by_month if open_months == query else _by_month(open_months, ground, shown)
    charts = tuple(
        breakdowns.breakdown(dimension, now, earlier, query.filters, limit)
        for dimension, limit in breakdowns.CHARTS.items()
    )
    trend = _trend(by_month, last, ground)
    plan = ground.plan(period.first, period.last)
    goals = {metric: aims.for_period(metric, goal, period) for metric, goal in ground.goals.items()}
    sums = _sums(period, now, by_month, shown)
    sums_before = (
        (_sums(before, earlier, by_month, shown), ground.plan(before.first, before.last))
        if earlier and before
        else None
    )
    return Dashboard(
        query,
        tuple(_tile(metric, (sums, plan), sums_before, trend, goals.get(metric)) for metric in Metric),
        breakdowns.months(unfiltered_months, shown, facts.day_number(ground.last_day)),
        charts,
        breakdowns.heat(now),
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


def _by_month(query: Query, ground: Ground, shown: range) -> dict[int, Sums]:
    """The sums of whole months, a year before those shown included."""
    first = shown.start - 12
    period = Period(facts.first_of_month(first), facts.day_of(_last_day(shown.stop - 1)))
    return sums_by_month(Frame.of(ground.pool, period, query.filters))


def _sums(period: Period, frame: Frame, by_month: dict[int, Sums], known: range) -> Sums:
    """The sums of a period; those of whole months are there already."""
    first, last = facts.month_number(period.first), facts.month_number(period.last)
    if period.holds_whole_months and first >= known.start - 12 and last < known.stop:
        within = [_NUMBERS(by_month[number]) for number in range(first, last + 1) if number in by_month]
        return Sums(*map(sum, zip(*within, strict=True)))
    return sums_of(frame)


def _trend(by_month: dict[int, Sums], last: int, ground: Ground) -> list[tuple[Sums, Plan] | None]:
    """The last months of a period with their plans; None for a month before or after all data."""
    trend: list[tuple[Sums, Plan] | None] = []
    for number in range(last - TREND + 1, last + 1):
        first, final = facts.first_of_month(number), facts.day_of(_last_day(number))
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


def _last_day(month: int) -> int:
    return facts.day_number(facts.first_of_month(month + 1)) - 1
