"""What a chart says in a sentence, for who cannot see it and for who is in a hurry; and conditions by name."""

from collections.abc import Sequence

from medportal.features.analytics.rules.charts import numbers
from medportal.features.analytics.rules.charts.columns import joined
from medportal.features.analytics.rules.metrics.labels import of_key
from medportal.features.analytics.schemas.asking import Query
from medportal.features.analytics.schemas.dimensions import Dimension
from medportal.features.analytics.schemas.drawings import Heat
from medportal.features.analytics.schemas.figures import Bar, Breakdown, MonthPoint
from medportal.features.analytics.texts import dimensions, screens
from medportal.kernel.text import Text

_NOTHING_MORE = ""


def of_bars(chart: Breakdown) -> Text:
    """The whole and the two largest bars."""
    largest = sorted((bar for bar in chart.bars if bar.value), key=lambda bar: -bar.value)[:2]
    if not largest:
        return screens.NOTHING_HERE
    second = _named(screens.SUMMARY_NEXT, largest[1]) if len(largest) > 1 else _NOTHING_MORE
    return screens.SUMMARY_BARS.fill(
        total=numbers.count(chart.total), first=_named(screens.SUMMARY_ONE, largest[0]), second=second
    )


def of_months(points: Sequence[MonthPoint]) -> Text:
    """Both years, the fullest month (or year, when the chart is of years) and the emptiest whole one."""
    points, by_years = joined(points)
    full = [one for one in points if one.visits]
    if not full:
        return screens.NOTHING_HERE
    # Months that have not begun yet are compared with nothing.
    before = sum(one.last_year for one in points if one.visits or not one.is_partial)
    if len(full) == 1:
        return screens.SUMMARY_ONE_MONTH.fill(before=numbers.count(before), all=_month(full[0], by_years=by_years))
    most = max(full, key=lambda one: one.visits)
    least = min([one for one in full if not one.is_partial] or full, key=lambda one: one.visits)
    return screens.SUMMARY_MONTHS.fill(
        total=numbers.count(sum(one.visits for one in points)),
        before=numbers.count(before),
        most=_small(_month(most, by_years=by_years)),
        least=_small(_month(least, by_years=by_years)),
    )


def of_first(points: Sequence[MonthPoint]) -> Text:
    """First and repeat visits of all months together."""
    first, repeat = sum(one.first for one in points), sum(one.repeat for one in points)
    if not first + repeat:
        return screens.NOTHING_HERE
    return screens.SUMMARY_FIRST.fill(first=numbers.count(first), repeat=numbers.count(repeat))


def of_week(heat: Heat) -> Text:
    """The fullest hour of the week."""
    cells = [cell for row in heat.rows for cell in row.cells]
    if not cells:
        return screens.NO_HOURS
    return screens.SUMMARY_HEAT.fill(most=_small(max(cells, key=lambda cell: cell.value).said))


def conditions(query: Query) -> list[tuple[Dimension, str, Text]]:
    """The conditions of a question by name, «Место: На дому», each with its dimension and value."""
    return [(one.dimension, value, _condition(one.dimension, value)) for one in query.filters for value in one.values]


def _condition(dimension: Dimension, key: str) -> Text:
    value = numbers.short(of_key(dimension, key), 40)
    return screens.CHIP.fill(dimension=dimensions.DIMENSIONS[dimension.value], value=value)


def _named(sentence: Text, bar: Bar) -> Text:
    return sentence.fill(name=_small(bar.label), value=numbers.count(bar.value), share=numbers.per_cent(bar.share))


def _month(one: MonthPoint, *, by_years: bool) -> Text:
    name = screens.YEAR.fill(year=one.month.year) if by_years else numbers.month(one.month)
    return screens.WHOLE_SAID.fill(name=name, said=numbers.count(one.visits))


def _small(name: Text) -> Text:
    # An English name of a value is a title everywhere; a Russian one within a sentence begins small.
    return Text(ru=name.inside().ru, en=name.en)
