"""The week by hours: a table that is its own picture."""

import reflex as rx

from medportal.features.analytics.components.charts import chart_frame
from medportal.features.analytics.state.dashboard import DashboardState
from medportal.features.analytics.state.rows import HeatCellRow, HeatRowRow
from medportal.features.analytics.texts import dimensions, screens
from medportal.ui.browser import ViewLink
from medportal.ui.say import say


def week() -> rx.Component:
    """Visits by weekday and hour."""
    title = rx.Var.create(screens.HEAT_CHART.pair())
    return chart_frame(
        "week",
        title,
        screens.UNIT_VISITS,
        DashboardState.week_summary,
        rx.cond(
            DashboardState.week.length() > 0,
            rx.el.div(
                rx.el.table(
                    rx.el.caption(say(screens.HEAT_CHART), class_name="unseen"),
                    rx.el.thead(
                        rx.el.tr(
                            rx.el.th(
                                rx.el.span(say(dimensions.DIMENSIONS["weekday"]), class_name="unseen"), scope="col"
                            ),
                            rx.foreach(DashboardState.hours, lambda hour: rx.el.th(hour, scope="col", key=hour)),
                        )
                    ),
                    rx.el.tbody(rx.foreach(DashboardState.week, _row)),
                    class_name="heat-map number",
                ),
                class_name="scroll",
                tab_index=0,
                role="group",
                aria_label=say(screens.HEAT_CHART),
            ),
        ),
        rx.cond(DashboardState.week_note["ru"] != "", rx.el.p(say(DashboardState.week_note), class_name="soft small")),
        twin=None,
        save=DashboardState.week_save,
        id="chart-week",
    )


def _row(row: rx.Var[HeatRowRow]) -> rx.Component:
    return rx.el.tr(
        rx.el.th(
            ViewLink.create(
                rx.el.span(say(row.short), aria_hidden="true"),
                rx.el.span(say(row.name), class_name="unseen"),
                to=row.href,
                custom_attrs={"aria-current": rx.cond(row.chosen, "true", "false")},
            ),
            scope="row",
        ),
        rx.foreach(row.cells, _cell),
        key=row.key,
    )


def _cell(cell: rx.Var[HeatCellRow]) -> rx.Component:
    return rx.el.td(cell.value, class_name=cell.tone, title=say(cell.said), key=cell.key)
