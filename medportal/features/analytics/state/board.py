"""A dashboard turned into rows: words, addresses and places on the screen."""

from dataclasses import replace
from urllib.parse import urlencode

from medportal.features.analytics.rules.charts import numbers
from medportal.features.analytics.schemas.asking import Period, Query, Span
from medportal.features.analytics.schemas.charts import ChartName
from medportal.features.analytics.schemas.dimensions import Dimension
from medportal.features.analytics.schemas.drawings import Column, Columns, HeatRow
from medportal.features.analytics.schemas.figures import Bar, Breakdown
from medportal.features.analytics.service.showing import Board, TileView
from medportal.features.analytics.state import rows
from medportal.features.analytics.state.addresses import DASHBOARD, address
from medportal.features.analytics.texts import screens
from medportal.kernel.text import Text
from medportal.ui.handling import NOTHING

_UNITS = {Dimension.SERVICE: screens.UNIT_SERVICES}


def tile(view: TileView) -> rows.TileRow:
    """One figure."""
    definition = view.tile.definition
    return rows.TileRow(
        key=view.tile.metric.value,
        title=view.tile.title.pair(),
        value=view.value.pair(),
        change=_pair(view.change),
        direction=view.direction,
        before=_pair(screens.WAS.fill(value=view.before) if view.before else None),
        spark=view.spark.path if view.spark else "",
        spark_x=view.spark.last_x if view.spark else 0.0,
        spark_y=view.spark.last_y if view.spark else 0.0,
        formula=definition.formula.pair(),
        source=definition.source.pair(),
        left_out=definition.left_out.pair(),
        goal=_pair(view.goal),
        progress=round(min(max(view.tile.progress or 0.0, 0.0), 1.0) * 100, 1),
    )


def chart(board: Board, one: Breakdown) -> rows.ChartRow:
    """One chart of bars."""
    query, name = board.dashboard.query, ChartName(one.dimension.value)
    most = max((max(bar.value, bar.before or 0) for bar in one.bars), default=0) or 1
    rest = screens.REST.fill(values=screens.REST_VALUES.of(one.rest_values), visits=numbers.count(one.rest))
    drill = ""
    if one.dimension is Dimension.DIAGNOSIS_CLASS and any(bar.is_chosen for bar in one.bars):
        drill = "#chart-diagnosis"
    return rows.ChartRow(
        name=name.value,
        title=board.titles[name].pair(),
        unit=_UNITS.get(one.dimension, screens.UNIT_VISITS).pair(),
        summary=board.summaries[name].pair(),
        bars=[_bar(bar, one, query, most) for bar in one.bars],
        rest=rest.pair() if one.rest_values else dict(NOTHING),
        empty=not any(bar.value or bar.before for bar in one.bars),
        compared=one.before_total is not None,
        save=save_source(query, name),
        drill=drill,
    )


def columns(board: Board, name: ChartName) -> rows.ColumnsRow:
    """One chart of columns."""
    drawn = board.months if name is ChartName.MONTHS else board.first
    query = board.dashboard.query
    chosen = next((one.values for one in query.filters if one.dimension is Dimension.MONTH), ())
    width = 100 / max(len(drawn.columns), 1)
    return rows.ColumnsRow(
        name=name.value,
        title=board.titles[name].pair(),
        summary=board.summaries[name].pair(),
        head=(screens.YEAR_WORD if drawn.by_years else screens.MONTH).pair(),
        ticks=[rows.TickRow(f"{tick.y:g}", tick.label.pair()) for tick in drawn.ticks],
        columns=[
            rows.ColumnRow(
                key=one.key,
                href=_column_href(query, drawn, one.key),
                middle=f"{one.middle:g}%",
                hit_x=f"{at * width:g}%",
                hit_width=f"{width:g}%",
                label=_pair(one.label),
                name=one.name.pair(),
                said=one.said.pair(),
                one=numbers.count(one.values[0]).pair(),
                other=numbers.count(one.values[1]).pair(),
                pieces=[
                    rows.PieceRow(f"{piece.x:g}%", f"{piece.y:g}", f"{piece.width:g}%", f"{piece.height:g}", piece.tone)
                    for piece in one.pieces
                ],
                chosen=one.key in chosen,
                partial=one.is_partial,
                **_hatched(one),
            )
            for at, one in enumerate(drawn.columns)
        ],
        empty=not any(any(one.values) for one in drawn.columns),
        partial=any(one.is_partial and any(one.values) for one in drawn.columns),
        save=save_source(query, name),
    )


def heat_row(row: HeatRow, query: Query) -> rows.HeatRowRow:
    """One weekday."""
    chosen = next((one.values for one in query.filters if one.dimension is Dimension.WEEKDAY), ())
    return rows.HeatRowRow(
        key=str(row.weekday),
        name=row.name.pair(),
        short=row.short.pair(),
        href=address(DASHBOARD, query.toggled(Dimension.WEEKDAY, str(row.weekday))),
        chosen=str(row.weekday) in chosen,
        cells=[
            rows.HeatCellRow(str(cell.hour), f"heat heat-{cell.tone}", str(cell.value), cell.said.pair())
            for cell in row.cells
        ],
    )


def save_source(query: Query, name: ChartName) -> str:
    """Where the files of a chart are asked for; the form and the language are added by the browser."""
    return f"/practice/charts/{name.value}?{urlencode(query.params(), safe='~')}"


def _column_href(query: Query, drawn: Columns, key: str) -> str:
    if not drawn.by_years:
        return address(DASHBOARD, query.toggled(Dimension.MONTH, key))
    year = Period.around(Span.YEAR, query.period.last.replace(year=int(key), month=12, day=31))
    return address(DASHBOARD, replace(query.without(Dimension.MONTH), period=year))


def _bar(bar: Bar, whole: Breakdown, query: Query, most: int) -> rows.BarRow:
    return rows.BarRow(
        key=bar.key,
        href=address(DASHBOARD, query.toggled(whole.dimension, bar.key)),
        label=bar.label.pair(),
        code=bar.code if bar.code != bar.label.ru else "",
        value=numbers.count(bar.value).pair(),
        share=numbers.per_cent(bar.share).pair(),
        before=_pair(None if bar.before is None else numbers.count(bar.before)),
        width=f"{bar.value / most * 100:.2f}%",
        before_width=f"{(bar.before or 0) / most * 100:.2f}%",
        chosen=bar.is_chosen,
        known=bar.is_known,
    )


def _hatched(one: Column) -> dict[str, str]:
    """Where a column is hatched: over its own pieces, which stand last, and not over those behind them."""
    own = [piece for piece in one.pieces if piece.x == one.pieces[-1].x]
    if not own:
        return {}
    top = min(piece.y for piece in own)
    return {
        "hatch_x": f"{own[0].x:g}%",
        "hatch_y": f"{top:g}",
        "hatch_width": f"{own[0].width:g}%",
        "hatch_height": f"{max(piece.y + piece.height for piece in own) - top:g}",
    }


def _pair(said: Text | None) -> dict[str, str]:
    return dict(NOTHING) if said is None else said.pair()
