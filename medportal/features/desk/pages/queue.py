"""The queues of the desk."""

import reflex as rx

from medportal.features.desk import texts
from medportal.features.desk.components import undo_bar
from medportal.features.desk.state.asked import DESK
from medportal.features.desk.state.queue import Choice, Line, QueueState
from medportal.features.desk.state.undo import UndoState
from medportal.ui.browser import Nudged, RouterLink
from medportal.ui.components.basics import button, link, tag
from medportal.ui.page import Page
from medportal.ui.say import say
from medportal.ui.session import Session

_TONES = ("ok", "warn", "danger")


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(texts.TITLE)),
        undo_bar(UndoState.offers, UndoState.now, UndoState.message, UndoState.undo, UndoState.pass_by),
        rx.el.nav(
            rx.el.ul(rx.foreach(QueueState.shelves, _shelf), class_name="shelves"), aria_label=say(texts.SHELVES_LABEL)
        ),
        rx.el.div(
            rx.el.aside(
                rx.el.h2(say(texts.FILTER), class_name="unseen"),
                rx.el.ul(rx.foreach(QueueState.sorts, _sort), class_name="sorts"),
                rx.el.ul(rx.foreach(QueueState.limits, _sort), class_name="sorts"),
                rx.el.ul(rx.foreach(QueueState.orders, _sort), class_name="sorts"),
                rx.el.p(say(texts.SAVED_HINT), class_name="soft small"),
                class_name="stack desk-side",
            ),
            rx.el.section(
                rx.cond(
                    QueueState.first != "",
                    rx.el.div(button(texts.START, on_click=QueueState.start, id="start"), class_name="row"),
                ),
                rx.cond(QueueState.loaded, rx.cond(QueueState.total > 0, _list(), _empty())),
                class_name="stack desk-main",
            ),
            class_name="desk",
        ),
        Nudged.create(count=Session.nudges, on_nudge=QueueState.refresh),
        class_name="stack",
    )


def _shelf(one: rx.Var[Choice]) -> rx.Component:
    return rx.el.li(
        RouterLink.create(
            say(one.text),
            " ",
            rx.el.span(one.total, class_name="count number"),
            to=one.href,
            custom_attrs={"aria-current": rx.cond(one.current, "page", "false")},
        ),
        key=one.key,
    )


def _sort(one: rx.Var[Choice]) -> rx.Component:
    return rx.el.li(
        RouterLink.create(
            rx.el.span(say(one.text)),
            rx.cond(one.total >= 0, rx.el.span(one.total, class_name="count number")),
            rx.cond(
                one.near > 0,
                rx.el.span(
                    one.near,
                    rx.el.span(" ", say(texts.LIMITS["near"]), class_name="unseen"),
                    class_name="count count-warn number",
                ),
            ),
            rx.cond(
                one.breached > 0,
                rx.el.span(
                    one.breached,
                    rx.el.span(" ", say(texts.LIMITS["breached"]), class_name="unseen"),
                    class_name="count count-danger number",
                ),
            ),
            to=one.href,
            custom_attrs={"aria-current": rx.cond(one.current, "true", "false")},
        ),
        key=one.key,
    )


def _list() -> rx.Component:
    columns = (texts.COLUMN_CASE, texts.COLUMN_OPENED, texts.COLUMN_DUE, texts.COLUMN_FAILED, texts.COLUMN_WHO)
    return rx.el.div(
        rx.el.table(
            rx.el.caption(say(texts.TOTAL), ": ", QueueState.total, class_name="soft small"),
            rx.el.thead(rx.el.tr(*(rx.el.th(say(one), scope="col") for one in columns))),
            rx.el.tbody(rx.foreach(QueueState.lines, _line)),
            class_name="table cases",
        ),
        rx.cond(QueueState.more != "", link(texts.MORE, QueueState.more)),
        class_name="stack",
    )


def _line(line: rx.Var[Line]) -> rx.Component:
    return rx.el.tr(
        rx.el.td(
            rx.cond(
                line.href != "",
                RouterLink.create(say(line.title), to=line.href),
                rx.el.span(say(line.title)),
            ),
            rx.cond(line.appeal, rx.el.span(" ", tag(texts.APPEAL, "warn"))),
            rx.cond(line.own, rx.el.span(" ", tag(texts.OWN))),
        ),
        rx.el.td(line.opened, class_name="number", custom_attrs={"data-label": say(texts.COLUMN_OPENED)}),
        rx.el.td(
            rx.match(line.tone, *((tone, tag(line.limit, tone)) for tone in _TONES), tag(line.limit)),
            rx.el.div(
                line.due,
                rx.cond(line.left["ru"] != "", rx.el.span(" · ", say(line.left))),
                class_name="soft small number",
            ),
            custom_attrs={"data-label": say(texts.COLUMN_DUE)},
        ),
        rx.el.td(line.failed, class_name="number", custom_attrs={"data-label": say(texts.COLUMN_FAILED)}),
        rx.el.td(say(line.holder), custom_attrs={"data-label": say(texts.COLUMN_WHO)}),
        key=line.id,
    )


def _empty() -> rx.Component:
    return rx.cond(
        QueueState.filtered,
        rx.el.div(
            rx.el.p(say(texts.EMPTY_FILTERED)),
            rx.el.p(link(texts.SHOW_ALL, "/desk")),
            class_name="card stack",
            role="status",
        ),
        rx.el.div(rx.el.p(say(texts.EMPTY)), class_name="card", role="status"),
    )


PAGE = Page("/desk", texts.TITLE, _body, door=frozenset(DESK), on_load=QueueState.open)
