"""The charts: visits by each dimension, by month against last year, by weekday and hour."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from medportal.features.analytics.rules import facts
from medportal.features.analytics.rules.metrics.figures import Sums
from medportal.features.analytics.rules.metrics.frame import Frame, summed
from medportal.features.analytics.rules.metrics.labels import label
from medportal.features.analytics.schemas.asking import Filter
from medportal.features.analytics.schemas.dimensions import NO_CODE, NO_HOUR, Dimension
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
    dimension: Dimension, now: Frame, before: Frame | None, filters: Sequence[Filter], limit: int
) -> Breakdown:
    """Visits by one dimension (services by service), the largest first unless the values have an order.

    Definition: the sum of visits of the facts of each value, under the filters of all other dimensions.
    """
    counts = counted(dimension, now)
    earlier = counted(dimension, before) if before is not None else None
    chosen = next((set(one.values) for one in filters if one.dimension is dimension), set[str]())
    numbers = np.flatnonzero(counts if earlier is None else _joined(counts, earlier)).tolist()
    total, before_total = int(counts.sum()), None if earlier is None else int(earlier.sum())
    bars = [_bar((dimension, number), now, counts, earlier, chosen) for number in numbers]
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


def months(by_month: dict[int, Sums], shown: range, last_day: int) -> tuple[MonthPoint, ...]:
    """Visits of each month beside those of the same month a year before."""
    none = Sums()
    return tuple(
        MonthPoint(
            month=facts.first_of_month(number),
            visits=(here := by_month.get(number, none)).visits,
            last_year=by_month.get(number - 12, none).visits,
            first=here.first,
            repeat=here.repeat,
            is_partial=facts.day_number(facts.first_of_month(number + 1)) - 1 > last_day,
        )
        for number in shown
    )


def heat(frame: Frame) -> HeatMap:
    """Visits by weekday and hour; filters of weekday and hour themselves do not hold here."""
    places = frame.values(Dimension.WEEKDAY) * 25 + frame.column("hour")
    cells: Any = summed(places, frame.weights("visits", Dimension.WEEKDAY, Dimension.HOUR), 7 * 25).reshape(7, 25)
    return HeatMap(
        tuple(tuple(row[:24]) for row in cells.tolist()),
        int(cells[:, :24].max()),
        int(cells[:, NO_HOUR].sum()),
    )


def counted(dimension: Dimension, frame: Frame) -> facts.Ints:
    """Visits (services by service) of each value, by its small number, its own filter left out."""
    if dimension is Dimension.DIAGNOSIS_CLASS and not frame.has_filter(Dimension.DIAGNOSIS, Dimension.DIAGNOSIS_CLASS):
        # A class is the sum of its diagnoses, which are fewer than facts.
        by_code = counted(Dimension.DIAGNOSIS, frame)
        return summed(frame.book.class_index[: len(by_code)], by_code)
    weights = frame.weights("services" if dimension is Dimension.SERVICE else "visits", dimension)
    counts = summed(frame.values(dimension), weights)
    if dimension is Dimension.SERVICE and len(counts):
        # Rows without a code of a service are no service.
        counts[NO_CODE] = 0
    return counts


def _joined(one: facts.Ints, other: facts.Ints) -> facts.Ints:
    joined = np.zeros(max(len(one), len(other)), np.int64)
    joined[: len(one)] += one
    joined[: len(other)] += other
    return joined


def _bar(
    what: tuple[Dimension, int], frame: Frame, counts: facts.Ints, earlier: facts.Ints | None, chosen: set[str]
) -> Bar:
    dimension, number = what
    key, name, code, is_known = label(dimension, number, frame.book)
    value = int(counts[number]) if number < len(counts) else 0
    before = None if earlier is None else int(earlier[number]) if number < len(earlier) else 0
    total = int(counts.sum())
    return Bar(key, name, value, before, value / total if total else 0.0, code, is_known, key in chosen)
