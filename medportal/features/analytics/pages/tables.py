"""The tables of a practice."""

import reflex as rx

from medportal.features.analytics.components.asking import asked, compared_with, conditions, nothing_yet, sections
from medportal.features.analytics.state.rows import ChoiceRow, HeadRow, LineRow
from medportal.features.analytics.state.tables import TablesState
from medportal.features.analytics.texts import screens
from medportal.kernel.actor import Role
from medportal.ui.browser import CopyTable, SaveFile, ViewLink
from medportal.ui.components.basics import button
from medportal.ui.page import Page
from medportal.ui.say import say

_TABLE = "figures"


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(screens.TABLES_TITLE)),
        sections("/analytics/tables", {"/analytics": TablesState.charts}),
        rx.cond(
            TablesState.loaded,
            rx.cond(TablesState.empty, nothing_yet(), _full()),
            rx.el.div(class_name="card waiting", aria_busy="true"),
        ),
        class_name="stack practice",
        style={"--gap": "1.25rem"},
    )


def _full() -> rx.Component:
    return rx.fragment(
        asked(TablesState),
        conditions(TablesState.chips, TablesState.clear),
        compared_with(TablesState),
        rx.el.ul(rx.foreach(TablesState.kinds, _kind), class_name="segments", aria_label=say(screens.TABLE_BY)),
        _find(),
        _table(),
        _pages(),
        _files(),
    )


def _kind(row: rx.Var[ChoiceRow]) -> rx.Component:
    names = [(key, say(text)) for key, text in screens.BY.items()]
    return rx.el.li(
        ViewLink.create(
            rx.match(row.key, *names, ""),
            to=row.href,
            custom_attrs={"aria-current": rx.cond(row.chosen, "true", "false")},
        ),
        key=row.key,
    )


def _find() -> rx.Component:
    return rx.el.form(
        rx.el.div(
            rx.el.label(say(screens.FIND), html_for="find"),
            rx.el.input(
                id="find",
                name="find",
                type="search",
                default_value=TablesState.find,
                key=TablesState.find,
                max_length=60,
                class_name="input w-md",
            ),
            class_name="field",
        ),
        button(screens.FIND_BUTTON, weight="second", kind="submit"),
        rx.el.p(say(TablesState.found), role="status", class_name="soft small"),
        on_submit=TablesState.search,
        role="search",
        class_name="row items-end",
    )


def _table() -> rx.Component:
    return rx.el.div(
        rx.el.table(
            rx.el.caption(say(TablesState.caption), ", ", say(TablesState.period), class_name="unseen"),
            rx.el.thead(rx.el.tr(rx.foreach(TablesState.heads, _head))),
            rx.el.tbody(rx.foreach(TablesState.lines, _line)),
            rx.el.tfoot(
                rx.el.tr(
                    rx.el.th(say(screens.TOTAL), scope="row"),
                    rx.foreach(TablesState.totals, lambda said: rx.el.td(say(said))),
                )
            ),
            id=_TABLE,
            class_name="table figures number",
        ),
        rx.cond(TablesState.lines.length() == 0, rx.el.p(say(screens.NO_ROWS), class_name="soft")),
        class_name="scroll card",
        tab_index=0,
        role="group",
        aria_label=say(TablesState.caption),
    )


def _head(row: rx.Var[HeadRow]) -> rx.Component:
    return rx.el.th(
        ViewLink.create(
            say(row.title),
            rx.match(
                row.sorted,
                ("ascending", rx.el.span(" ↑", aria_hidden="true")),
                ("descending", rx.el.span(" ↓", aria_hidden="true")),
                rx.fragment(),
            ),
            to=row.href,
        ),
        scope="col",
        key=row.key,
        custom_attrs={"aria-sort": row.sorted},
    )


def _line(row: rx.Var[LineRow]) -> rx.Component:
    return rx.el.tr(
        rx.el.th(
            rx.cond(row.code != "", rx.el.span(row.code, " ", class_name="soft mono")),
            say(row.label),
            rx.cond(row.known, "", rx.el.span(" (", say(screens.UNKNOWN_CODE), ")", class_name="soft")),
            scope="row",
        ),
        rx.foreach(row.cells, lambda said: rx.el.td(say(said))),
        key=row.key,
    )


def _pages() -> rx.Component:
    return rx.cond(
        TablesState.page["ru"] != "",
        rx.el.nav(
            rx.cond(
                TablesState.previous_page != "",
                ViewLink.create(say(screens.PREVIOUS_PAGE), to=TablesState.previous_page),
            ),
            rx.el.span(say(TablesState.page), role="status"),
            rx.cond(TablesState.next_page != "", ViewLink.create(say(screens.NEXT_PAGE), to=TablesState.next_page)),
            class_name="row",
            aria_label=say(TablesState.page),
        ),
    )


def _files() -> rx.Component:
    return rx.el.div(
        CopyTable.create(
            table=_TABLE, label=say(screens.COPY), done=say(screens.COPIED), trouble=say(screens.COPY_FAILED)
        ),
        rx.el.span(say(screens.SAVE), ":", class_name="soft"),
        *(
            SaveFile.create(
                source=TablesState.save,
                form=form,
                label=form.upper(),
                about=say(TablesState.caption),
                trouble=say(screens.SAVE_FAILED),
                as_picture=False,
            )
            for form in ("csv", "xlsx")
        ),
        class_name="row small",
    )


PAGE = Page("/analytics/tables", screens.TABLES_TITLE, _body, door=frozenset({Role.DOCTOR}), on_load=TablesState.open)
