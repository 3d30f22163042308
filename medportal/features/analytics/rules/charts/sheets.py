"""Charts as rows. The twin beside a chart and the file that is saved come from the same sheet."""

from medportal.features.analytics.rules.charts import columns, numbers, week
from medportal.features.analytics.schemas.charts import ChartName, Sheet
from medportal.features.analytics.schemas.drawings import Columns
from medportal.features.analytics.schemas.figures import Breakdown, Dashboard
from medportal.features.analytics.texts import dimensions, screens
from medportal.kernel.text import Text


def title(board: Dashboard, name: ChartName) -> Text:
    """What a chart shows."""
    if name is ChartName.WEEK:
        return screens.HEAT_CHART
    by_years = len(board.months) > columns.MOST_MONTHS
    if name is ChartName.MONTHS:
        return screens.YEARS_CHART if by_years else screens.MONTHS_CHART
    if name is ChartName.FIRST:
        return screens.FIRST_YEARS_CHART if by_years else screens.FIRST_CHART
    return dimensions.BREAKDOWNS[name.value]


def sheet(board: Dashboard, name: ChartName, whole: Breakdown | None = None) -> Sheet:
    """A chart as rows.

    Args:
        board: the dashboard.
        name: which chart.
        whole: for a chart of a dimension all its bars, where those of the dashboard are only the largest.
    """
    head, rows, shares = _rows(board, name, whole)
    return Sheet(title(board, name), numbers.period(board.query.period), head, rows, shares)


_Rows = tuple[tuple[Text, ...], tuple[tuple[Text | int | float | None, ...], ...], frozenset[int]]


def _rows(board: Dashboard, name: ChartName, whole: Breakdown | None) -> _Rows:
    match name:
        case ChartName.MONTHS:
            return _of_columns(columns.against_last_year(board.months), screens.NOW, screens.BEFORE)
        case ChartName.FIRST:
            return _of_columns(columns.first_and_repeat(board.months), screens.FIRST, screens.REPEAT)
        case ChartName.WEEK:
            heat = week.week(board.heat)
            hours = tuple(Text(ru=f"{hour:02}:00", en=f"{hour:02}:00") for hour in heat.hours)
            rows = tuple((row.name, *(cell.value for cell in row.cells)) for row in heat.rows)
            return (dimensions.DIMENSIONS["weekday"], *hours), rows, frozenset()
        case _:
            return _of_bars(whole or board.breakdown(name.dimension or next(iter(board.breakdowns)).dimension))


def _of_columns(chart: Columns, one: Text, other: Text) -> _Rows:
    head = (screens.YEAR_WORD if chart.by_years else screens.MONTH, one, other)
    return head, tuple((column.name, *column.values) for column in chart.columns), frozenset()


def _of_bars(chart: Breakdown) -> _Rows:
    compared = chart.before_total is not None
    coded = any(bar.code for bar in chart.bars)
    head = (
        *((screens.CODE,) if coded else ()),
        dimensions.DIMENSIONS[chart.dimension.value],
        screens.VALUE,
        screens.SHARE,
        *((screens.BEFORE_PERIOD,) if compared else ()),
    )
    rows = tuple(
        (
            *((Text(ru=bar.code, en=bar.code) if bar.code else None,) if coded else ()),
            bar.label,
            bar.value,
            bar.share,
            *((bar.before,) if compared else ()),
        )
        for bar in chart.bars
    )
    return head, rows, frozenset({3 if coded else 2})
