"""One report before it is kept."""

import reflex as rx

from medportal.features.analytics.state.reports import ReportState
from medportal.features.analytics.state.rows import PartRow
from medportal.features.analytics.texts import reports as texts
from medportal.kernel.actor import Role
from medportal.ui.browser import RouterLink, ViewLink
from medportal.ui.components.basics import icon, link, notice
from medportal.ui.page import Page
from medportal.ui.plain import plain_form
from medportal.ui.say import say

_LEFT, _RIGHT = "M15 5l-7 7 7 7", "M9 5l7 7-7 7"


def _body() -> rx.Component:
    return rx.el.div(
        RouterLink.create("← ", say(texts.BACK), to="/analytics/reports"),
        rx.el.h1(rx.cond(ReportState.loaded, say(ReportState.title), say(texts.MAKE_TITLE))),
        rx.cond(
            ReportState.message["ru"] != "",
            notice(
                rx.el.p(say(ReportState.message)), link(texts.BACK, "/analytics/reports"), tone="warn", role="alert"
            ),
        ),
        rx.cond(ReportState.loaded, _report()),
        class_name="stack practice",
        style={"--gap": "1.25rem"},
    )


def _report() -> rx.Component:
    return rx.fragment(
        rx.el.p(say(ReportState.source), class_name="soft small"),
        rx.el.div(
            ViewLink.create(icon(_LEFT), to=ReportState.earlier, class_name="quiet", aria_label=say(texts.EARLIER)),
            rx.el.h2(say(ReportState.period), aria_live="polite"),
            ViewLink.create(icon(_RIGHT), to=ReportState.later, class_name="quiet", aria_label=say(texts.LATER)),
            class_name="period-step",
        ),
        rx.cond(ReportState.no_data, notice(rx.el.p(say(texts.NO_DATA)), tone="warn")),
        rx.el.section(
            rx.el.h2(say(texts.YOURS)),
            plain_form(
                ReportState.fields,
                submit=texts.KEEP,
                id="report",
                source=ReportState.start,
                problems=ReportState.problems,
                attempt=ReportState.attempt,
                on_send=ReportState.make,
            ),
            class_name="card stack",
        ),
        rx.el.section(
            rx.el.h2(say(texts.NUMBERS)),
            rx.el.p(say(texts.NUMBERS_LEAD), class_name="soft"),
            rx.foreach(ReportState.parts, _part),
            class_name="stack",
        ),
    )


def _part(row: rx.Var[PartRow]) -> rx.Component:
    return rx.el.section(
        rx.el.h3(say(row.title)),
        rx.el.div(
            rx.el.table(
                rx.el.caption(say(row.title), class_name="unseen"),
                rx.el.thead(rx.el.tr(rx.foreach(row.head, lambda said: rx.el.th(say(said), scope="col")))),
                rx.el.tbody(
                    rx.foreach(
                        row.rows,
                        lambda cells: rx.el.tr(rx.foreach(cells, lambda said: rx.el.td(say(said)))),
                    )
                ),
                class_name="table number small",
            ),
            class_name="scroll",
            tab_index=0,
            role="group",
            aria_label=say(row.title),
        ),
        rx.cond(row.note["ru"] != "", rx.el.p(say(row.note), class_name="soft small")),
        key=row.key,
        class_name="card stack",
        style={"--gap": "0.6rem"},
    )


PAGE = Page("/analytics/reports/make", texts.MAKE_TITLE, _body, door=frozenset({Role.DOCTOR}), on_load=ReportState.open)
