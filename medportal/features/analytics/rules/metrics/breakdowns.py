"""The charts: visits by each dimension, by month against last year, by weekday and hour."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from medportal.features.analytics.rules import facts
from medportal.features.analytics.rules.metrics.counts import Counts
from medportal.features.analytics.rules.metrics.figures import Sums
from medportal.features.analytics.rules.metrics.frame import Codebook
from medportal.features.analytics.rules.metrics.labels import label
from medportal.features.analytics.rules.metrics.mixes import HOURS, together
from medportal.features.analytics.schemas.asking import Filter
from medportal.features.analytics.schemas.dimensions import NO_HOUR, Dimension
from medportal.features.analytics.schemas.figures import Bar, Breakdown, HeatMap, MonthPoint
from medportal.features.analytics.texts import dimensions as texts

# What the dashboard shows, and how many bars of each: the rest is one sum.
CHARTS: dict[Dimension, int] = {
    Dimension.SERVICE: 12,
    Dimension.DIAGNOSIS_CLASS: 24,
    Dimension.DIAGNOSIS: 12,
    Dimension.PAYMENT: 12,
    Dimension.PLACE: 12,
    Dimension.AGE: 12,
    Dimension.KIND: 12,
    Dimension.REASON: 12,
}
# Values that stand in their own order, not by size.
_ORDERED = {Dimension.AGE, Dimension.WEEKDAY, Dimension.HOUR, Dimension.MONTH, Dimension.DAY}


def breakdown(
    dimension: Dimension, now: Counts, before: Counts | None, filters: Sequence[Filter], limit: int
) -> Breakdown:
    """Visits by one dimension (services by service), the largest first unless the values have an order.

    Definition: the sum of visits of the facts of each value, under the filters of all other dimensions.
    """
    counts = now.by(dimension)
    earlier = before.by(dimension) if before is not None else None
    chosen = next((set(one.values) for one in filters if one.dimension is dimension), set[str]())
    numbers = np.flatnonzero(counts if earlier is None else together(counts, earlier)).tolist()
    total, before_total = int(counts.sum()), None if earlier is None else int(earlier.sum())
    bars = [_bar((dimension, number), now.book, counts, earlier, chosen) for number in numbers]
    if dimension not in _ORDERED:
        bars.sort(key=lambda bar: (-bar.value, -(bar.before or 0), bar.key))
    # What was chosen stays in sight, however small.
    shown = [bar for place, bar in enumerate(bars) if place < limit or bar.is_chosen]
    return Breakdown(
        dimension,
        texts.BREAKDOWNS[dimension],
        texts.SERVICES_UNIT if dimension is Dimension.SERVICE else texts.VISITS_UNIT,
        tuple(shown),
        total,
        before_total,
        rest=total - sum(bar.value for bar in shown),
        rest_values=len(bars) - len(shown),
    )


def months(by_month: dict[int, Sums], shown: range, days: tuple[int, int]) -> tuple[MonthPoint, ...]:
    """Visits of each month beside those of the same month a year before; `days` are those on which data begin and end."""
    none = Sums()
    return tuple(
        MonthPoint(
            month=facts.first_of_month(number),
            visits=(here := by_month.get(number, none)).visits,
            last_year=by_month.get(number - 12, none).visits,
            first=here.first,
            repeat=here.repeat,
            is_partial=facts.day_number(facts.first_of_month(number)) < days[0]
            or facts.day_number(facts.last_of_month(number)) > days[1],
        )
        for number in shown
    )


def heat(counts: Counts) -> HeatMap:
    """Visits by weekday and hour; filters of weekday and hour themselves do not hold here."""
    cells: Any = counts.week.reshape(7, HOURS)
    return HeatMap(
        tuple(tuple(row[:NO_HOUR]) for row in cells.tolist()),
        int(cells[:, :NO_HOUR].max()),
        int(cells[:, NO_HOUR].sum()),
    )


def _bar(
    what: tuple[Dimension, int], book: Codebook, counts: facts.Ints, earlier: facts.Ints | None, chosen: set[str]
) -> Bar:
    dimension, number = what
    key, name, code, is_known = label(dimension, number, book)
    value = int(counts[number]) if number < len(counts) else 0
    before = None if earlier is None else int(earlier[number]) if number < len(earlier) else 0
    total = int(counts.sum())
    return Bar(key, name, value, before, value / total if total else 0.0, code, is_known, key in chosen)
