"""The dashboard: what is asked stands in the address, what is answered here."""

from typing import Any

import reflex as rx

from medportal.features.analytics import service
from medportal.features.analytics.rules.charts import numbers
from medportal.features.analytics.schemas.asking import Period, Query
from medportal.features.analytics.schemas.charts import ChartName
from medportal.features.analytics.service.showing import Board
from medportal.features.analytics.state import board as drawn
from medportal.features.analytics.state import rows
from medportal.features.analytics.state.addresses import (
    DASHBOARD,
    TABLES,
    address,
    chips,
    chosen_days,
    compares,
    spans,
    stepped,
)
from medportal.features.analytics.texts import screens
from medportal.kernel import clock
from medportal.kernel.actor import Role
from medportal.ui.handling import NOTHING, call
from medportal.ui.session import actor_of, allow

_NO_COLUMNS = rows.ColumnsRow("", dict(NOTHING), dict(NOTHING), dict(NOTHING))


class DashboardState(rx.State):
    """Figures and charts of one question."""

    loaded: bool = False
    empty: bool = False
    outside: bool = False
    period: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    compared: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    since: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    first_day: str = ""
    last_day: str = ""
    earlier: str = ""
    later: str = ""
    latest: str = ""
    tables: str = ""
    clear: str = ""
    spans: rx.Field[list[rows.ChoiceRow]] = rx.field(default_factory=list)
    compares: rx.Field[list[rows.ChoiceRow]] = rx.field(default_factory=list)
    chips: rx.Field[list[rows.ChipRow]] = rx.field(default_factory=list)
    tiles: rx.Field[list[rows.TileRow]] = rx.field(default_factory=list)
    months: rx.Field[rows.ColumnsRow] = rx.field(default_factory=lambda: _NO_COLUMNS)
    firsts: rx.Field[rows.ColumnsRow] = rx.field(default_factory=lambda: _NO_COLUMNS)
    charts: rx.Field[list[rows.ChartRow]] = rx.field(default_factory=list)
    hours: rx.Field[list[str]] = rx.field(default_factory=list)
    week: rx.Field[list[rows.HeatRowRow]] = rx.field(default_factory=list)
    week_summary: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    week_note: rx.Field[dict[str, str]] = rx.field(default_factory=lambda: dict(NOTHING))
    week_save: str = ""

    @rx.event(supersedes=True)
    @allow(Role.DOCTOR)
    async def open(self) -> None:
        """The page was opened, or another question was put into its address."""
        query = Query.read(dict(self.router.url.query_parameters), clock.today())
        self._show(await call(service.board, await actor_of(self), query))

    @rx.event
    @allow(Role.DOCTOR)
    def choose_days(self, event: dict[str, Any]) -> Any:
        """An own period was typed: it goes into the address."""
        today = clock.today()
        query = Query.read(dict(self.router.url.query_parameters), today)
        chosen = chosen_days(DASHBOARD, query, today, event)
        return rx.redirect(chosen) if chosen else None

    def _show(self, board: Board) -> None:
        whole, query = board.dashboard, board.dashboard.query
        self._show_asked(board)
        self.tiles = [drawn.tile(one) for one in board.tiles]
        self.months = drawn.columns(board, ChartName.MONTHS)
        self.firsts = drawn.columns(board, ChartName.FIRST)
        self.charts = [drawn.chart(board, one) for one in whole.breakdowns]
        self.hours = [f"{hour:02}" for hour in board.week.hours]
        self.week = [drawn.heat_row(row, query) for row in board.week.rows]
        self.week_summary = board.summaries[ChartName.WEEK].pair()
        without = whole.heat.without_hour
        self.week_note = screens.WITHOUT_HOUR.fill(visits=numbers.count(without)).pair() if without else dict(NOTHING)
        self.week_save = drawn.save_source(query, ChartName.WEEK)
        self.loaded = True

    def _show_asked(self, board: Board) -> None:
        whole, query = board.dashboard, board.dashboard.query
        period = query.period
        self.empty = whole.is_empty
        self.period, self.compared = board.period.pair(), board.compared.pair()
        self.first_day, self.last_day = period.first.isoformat(), period.last.isoformat()
        self.earlier, self.later = stepped(DASHBOARD, query, -1), stepped(DASHBOARD, query, 1)
        self.tables = address(TABLES, query)
        self.spans, self.compares = spans(DASHBOARD, query), compares(DASHBOARD, query)
        self.clear = address(DASHBOARD, Query(period, query.compare))
        self.chips = chips(DASHBOARD, query)
        self.since, self.latest, self.outside = dict(NOTHING), "", False
        if whole.first_day is not None and whole.last_day is not None:
            sentence = screens.DATA_ONE_DAY if whole.first_day == whole.last_day else screens.DATA_SINCE
            known = sentence.fill(first=numbers.day(whole.first_day), last=numbers.day(whole.last_day))
            self.since = known.pair()
            self.outside = period.last < whole.first_day or period.first > whole.last_day
            self.latest = address(DASHBOARD, Query(Period.around(period.span, whole.last_day), query.compare))
