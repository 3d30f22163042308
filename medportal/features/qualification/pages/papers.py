"""A page for each type of paper but the policy: the record's standing, its form, its scan."""

from collections.abc import Callable

import reflex as rx

from medportal.features.qualification.components import message, opened, paper_form, refreshed
from medportal.features.qualification.field_texts import TITLES
from medportal.features.qualification.rules import links
from medportal.features.qualification.schemas import EDUCATION, RecordType
from medportal.features.qualification.state import QualificationState, ScanRow
from medportal.features.qualification.texts import pages as words
from medportal.kernel.actor import Role
from medportal.ui.components.basics import link, notice, tag, textual_button
from medportal.ui.page import Page
from medportal.ui.say import say

_SCANS = {RecordType.REGION: "other"}


def _page(kind: RecordType) -> Page:
    return Page(
        links.page_of(kind), TITLES[kind], _body(kind), door=frozenset({Role.DOCTOR}), on_load=QualificationState.open
    )


def _body(kind: RecordType) -> Callable[[], rx.Component]:
    back = (words.EDUCATION_TITLE, "/qualification/education") if kind in EDUCATION else (words.TITLE, "/qualification")
    there = QualificationState.opened.id != ""

    def body() -> rx.Component:
        return rx.el.div(
            link(*back, class_name="soft"),
            rx.el.h1(say(TITLES[kind])),
            rx.el.p(say(words.RECORD_LEADS[kind]), class_name="lead"),
            message(),
            opened(),
            paper_form(kind),
            rx.cond(there, rx.fragment(_scan(kind), _removal())),
            refreshed(),
            class_name="stack column",
        )

    return body


def _scan(kind: RecordType) -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(words.SCAN_TITLE)),
        rx.el.p(say(words.SCAN_HINT), class_name="soft"),
        rx.cond(
            QualificationState.opened.scans,
            rx.el.ul(rx.foreach(QualificationState.opened.scans, _choice), class_name="remarks"),
        ),
        link(words.SCAN_UPLOAD, f"/documents?add={_SCANS.get(kind, str(kind))}"),
        id="scan",
        class_name="card stack",
        style={"--gap": "0.5rem"},
    )


def _choice(row: rx.Var[ScanRow]) -> rx.Component:
    return rx.el.li(
        rx.el.span(say(row.text), " "),
        rx.cond(
            row.chosen,
            tag(words.SCAN_CHOSEN, "ok"),
            textual_button(words.SCAN_CHOOSE, on_click=QualificationState.attach(row.id)),
        ),
        key=row.id,
    )


def _removal() -> rx.Component:
    return rx.cond(
        QualificationState.removing,
        notice(
            rx.el.div(
                textual_button(words.REMOVE_SURE, on_click=QualificationState.remove, id="remove-sure"),
                textual_button(words.CANCEL, on_click=QualificationState.ask_removal(False)),
                class_name="row",
            ),
            tone="warn",
        ),
        rx.el.div(textual_button(words.REMOVE, on_click=QualificationState.ask_removal(True), id="remove")),
    )


PAGES = tuple(_page(kind) for kind in RecordType if kind is not RecordType.POLICY)
