"""The pack: what is there, what is missing, what waits for whom."""

import reflex as rx

from medportal.features.qualification.components import message, record, refreshed, toned
from medportal.features.qualification.state import AddRow, CardRow, QualificationState, SlotRow
from medportal.features.qualification.texts import pages as words
from medportal.kernel.actor import Role
from medportal.ui.browser import RouterLink
from medportal.ui.components.basics import notice
from medportal.ui.page import Page
from medportal.ui.say import say


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(words.TITLE)),
        rx.el.p(say(words.LEAD), class_name="lead"),
        message(),
        rx.cond(
            QualificationState.loaded,
            rx.cond(
                QualificationState.complete,
                notice(say(words.COMPLETE), tone="ok", role="status"),
                notice(say(words.INCOMPLETE), role="status"),
            ),
        ),
        rx.el.div(rx.foreach(QualificationState.slots, _slot), class_name="slots slots-wide", id="slots"),
        refreshed(),
        class_name="stack",
    )


def _slot(row: rx.Var[SlotRow]) -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2(say(row.title)),
            rx.cond(row.cards, rx.fragment(), toned(row.state_text, row.tone)),
            class_name="row",
        ),
        rx.el.p(say(row.hint), class_name="soft small"),
        rx.cond(
            row.single,
            rx.foreach(row.cards, _untitled),
            rx.foreach(row.cards, _titled),
        ),
        rx.cond(row.adds, rx.el.div(rx.foreach(row.adds, _add), class_name="row")),
        key=row.slot,
        class_name="card stack",
        style={"--gap": "0.75rem"},
        custom_attrs={"data-slot": row.slot, "data-state": row.state},
    )


def _titled(card: rx.Var[CardRow]) -> rx.Component:
    return record(card)


def _untitled(card: rx.Var[CardRow]) -> rx.Component:
    return record(card, titled=False)


def _add(row: rx.Var[AddRow]) -> rx.Component:
    return RouterLink.create(
        say(row.text), to=row.href, key=row.type, class_name="button button-second", custom_attrs={"data-add": row.type}
    )


PAGE = Page("/qualification", words.TITLE, _body, door=frozenset({Role.DOCTOR}), on_load=QualificationState.open)
