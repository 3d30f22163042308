"""Templates, and the reports that were made."""

import reflex as rx

from medportal.features.analytics.components.asking import sections
from medportal.features.analytics.state.reports import ReportsState
from medportal.features.analytics.state.rows import ReportRow, TemplateRow
from medportal.features.analytics.texts import reports as texts
from medportal.kernel.actor import Role
from medportal.ui.browser import RouterLink, SaveFile
from medportal.ui.components.basics import notice, tag, textual_button
from medportal.ui.page import Page
from medportal.ui.say import say


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(texts.TITLE)),
        sections("/analytics/reports"),
        rx.cond(
            ReportsState.message["ru"] != "",
            notice(
                rx.el.p(say(ReportsState.message)),
                rx.cond(ReportsState.removed != "", textual_button(texts.PUT_BACK, on_click=ReportsState.put_back)),
                tone="ok",
                role="status",
            ),
        ),
        rx.el.section(
            rx.el.h2(say(texts.TEMPLATES)),
            rx.el.p(say(texts.LEAD), class_name="soft"),
            rx.el.div(rx.foreach(ReportsState.templates, _template), class_name="cards"),
            class_name="stack",
        ),
        rx.el.section(
            rx.el.h2(say(texts.KEPT)),
            rx.cond(
                ReportsState.reports.length() > 0,
                rx.el.ul(rx.foreach(ReportsState.reports, _report), class_name="tasks"),
                rx.cond(ReportsState.loaded, rx.el.p(say(texts.NONE_KEPT), class_name="soft")),
            ),
            class_name="stack",
        ),
        class_name="stack practice",
        style={"--gap": "1.5rem"},
    )


def _template(row: rx.Var[TemplateRow]) -> rx.Component:
    return rx.el.article(
        rx.el.h3(say(row.title)),
        rx.el.p(say(row.lead)),
        rx.el.p(say(row.source), class_name="soft small"),
        rx.cond(row.own, rx.el.p(tag(texts.OWN_TEMPLATE, "info"))),
        RouterLink.create(
            say(texts.MAKE),
            " ",
            rx.match(row.span, *((span, say(text)) for span, text in texts.SPANS.items()), ""),
            rx.el.span(": ", say(row.title), class_name="unseen"),
            to=row.href,
            class_name="button button-second",
        ),
        key=row.key,
        class_name="card stack",
        style={"--gap": "0.6rem"},
        custom_attrs={"data-template": row.key},
    )


def _report(row: rx.Var[ReportRow]) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.div(
                rx.el.p(say(row.title), class_name="name"),
                rx.el.p(say(row.period), " · ", say(row.made), class_name="soft small number"),
                rx.cond(
                    row.current,
                    rx.fragment(),
                    rx.el.p(tag(texts.CHANGED, "warn"), " ", say(texts.CHANGED_HINT), class_name="small"),
                ),
            ),
            rx.el.div(
                *(
                    SaveFile.create(
                        source=row.save,
                        form=form,
                        label=form.upper(),
                        about=say(row.title),
                        trouble=say(texts.SAVE_FAILED),
                        as_picture=False,
                    )
                    for form in ("pdf", "xlsx")
                ),
                rx.el.button(
                    say(texts.REMOVE),
                    rx.el.span(": ", say(row.title), class_name="unseen"),
                    type="button",
                    class_name="textual",
                    on_click=ReportsState.remove({"id": row.key}),
                ),
                class_name="row",
            ),
            class_name="task report",
        ),
        key=row.key,
        custom_attrs={"data-report": row.key},
    )


PAGE = Page("/analytics/reports", texts.TITLE, _body, door=frozenset({Role.DOCTOR}), on_load=ReportsState.open)
