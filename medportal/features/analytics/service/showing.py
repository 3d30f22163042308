"""The dashboard with its charts placed: what the screen asks for, in one look at the facts."""

from dataclasses import dataclass

from medportal.features.analytics.rules.charts import columns, numbers, sheets, spark, week, words
from medportal.features.analytics.schemas.asking import Compare, Query
from medportal.features.analytics.schemas.charts import ChartName
from medportal.features.analytics.schemas.drawings import Columns, Heat, Spark
from medportal.features.analytics.schemas.figures import Dashboard, Tile
from medportal.features.analytics.service import looking
from medportal.features.analytics.texts import screens
from medportal.kernel.actor import Actor
from medportal.kernel.text import Text


@dataclass(frozen=True, slots=True)
class TileView:
    """One figure in words. `direction` is `up`, `down`, `same`, or empty where there is nothing to compare."""

    tile: Tile
    value: Text
    change: Text | None
    direction: str
    before: Text | None
    goal: Text | None
    spark: Spark | None


@dataclass(frozen=True, slots=True)
class Board:
    """Everything on the dashboard, placed and in words."""

    dashboard: Dashboard
    period: Text
    compared: Text
    tiles: tuple[TileView, ...]
    months: Columns
    first: Columns
    week: Heat
    titles: dict[ChartName, Text]
    summaries: dict[ChartName, Text]


def board(actor: Actor, query: Query) -> Board:
    """The dashboard as a screen shows it.

    Raises:
        ForbiddenError: the actor is no doctor.
    """
    whole = looking.dashboard(actor, query)
    heat = week.week(whole.heat)
    summaries = {
        ChartName.MONTHS: words.of_months(whole.months),
        ChartName.FIRST: words.of_first(whole.months),
        ChartName.WEEK: words.of_week(heat),
        **{ChartName(one.dimension.value): words.of_bars(one) for one in whole.breakdowns},
    }
    return Board(
        dashboard=whole,
        period=numbers.period(query.period),
        compared=numbers.compared(query, query.before_until(whole.last_day)),
        tiles=tuple(_tile(one, compares=query.compare is not Compare.NONE) for one in whole.tiles),
        months=columns.against_last_year(whole.months),
        first=columns.first_and_repeat(whole.months),
        week=heat,
        titles={name: sheets.title(whole, name) for name in ChartName},
        summaries=summaries,
    )


def _tile(tile: Tile, *, compares: bool) -> TileView:
    change = tile.change if compares else None
    # What rounds to nothing is no change.
    moved = 0 if change is None or abs(change) < 0.0005 else 1 if change > 0 else -1
    return TileView(
        tile=tile,
        value=numbers.shown(tile.value, tile.unit),
        change=None if change is None else numbers.change(change if moved else 0.0, tile.unit),
        direction="" if change is None else {1: "up", -1: "down", 0: "same"}[moved],
        before=None if tile.before is None or not compares else numbers.shown(tile.before, tile.unit),
        goal=None if tile.goal is None else screens.GOAL.fill(goal=numbers.shown(tile.goal, tile.unit)),
        spark=spark.spark(tile.trend),
    )
