"""The dashboard of a practice."""

import reflex as rx

from medportal.features.analytics.components.asking import (
    asked,
    compared_with,
    conditions,
    heading,
    nothing_yet,
    sections,
)
from medportal.features.analytics.components.charts import bars, columns
from medportal.features.analytics.components.figures import tiles
from medportal.features.analytics.components.week import week
from medportal.features.analytics.state.dashboard import DashboardState
from medportal.features.analytics.texts import screens
from medportal.kernel.actor import Role
from medportal.ui.browser import ViewLink
from medportal.ui.components.basics import notice
from medportal.ui.page import Page
from medportal.ui.say import say


def _body() -> rx.Component:
    return rx.el.div(
        heading(screens.TITLE, screens.LEAD),
        sections("/analytics", {"/analytics/tables": DashboardState.tables}),
        rx.cond(
            DashboardState.loaded,
            rx.cond(DashboardState.empty, nothing_yet(), _full()),
            rx.el.div(class_name="card waiting", aria_busy="true"),
        ),
        class_name="stack practice",
        style={"--gap": "1.5rem"},
    )


def _full() -> rx.Component:
    return rx.fragment(
        asked(DashboardState),
        rx.cond(
            DashboardState.outside,
            notice(
                rx.el.p(say(screens.OUTSIDE), " ", say(DashboardState.since)),
                ViewLink.create(say(screens.TO_LAST_DATA), to=DashboardState.latest),
                tone="warn",
            ),
        ),
        conditions(DashboardState.chips, DashboardState.clear),
        compared_with(DashboardState),
        tiles(DashboardState.tiles),
        rx.el.section(
            rx.el.h2(say(screens.CHARTS)),
            rx.el.p(say(screens.PRESS_TO_FILTER), " ", say(DashboardState.since), class_name="soft small"),
            columns(DashboardState.months, screens.NOW, screens.BEFORE, ("now", "before")),
            rx.el.div(rx.foreach(DashboardState.charts, bars), class_name="charts"),
            columns(DashboardState.firsts, screens.FIRST, screens.REPEAT, ("first", "repeat")),
            week(),
            class_name="stack",
        ),
    )


PAGE = Page("/analytics", screens.TITLE, _body, door=frozenset({Role.DOCTOR}), on_load=DashboardState.open)
