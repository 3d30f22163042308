"""Education: every paper of it, and what may be added."""

import reflex as rx

from medportal.features.qualification.components import message, record, refreshed
from medportal.features.qualification.rules import links
from medportal.features.qualification.schemas import EDUCATION
from medportal.features.qualification.state import CardRow, QualificationState
from medportal.features.qualification.texts import pages as words
from medportal.kernel.actor import Role
from medportal.ui.components.basics import link, link_button
from medportal.ui.page import Page
from medportal.ui.say import say


def _body() -> rx.Component:
    return rx.el.div(
        link(words.TITLE, "/qualification", class_name="soft"),
        rx.el.h1(say(words.EDUCATION_TITLE)),
        rx.el.p(say(words.EDUCATION_LEAD), class_name="lead"),
        message(),
        rx.cond(
            QualificationState.education,
            rx.el.div(rx.foreach(QualificationState.education, _card), class_name="slots"),
            rx.cond(
                QualificationState.loaded, rx.el.p(say(words.EDUCATION_EMPTY), class_name="card", id="no-education")
            ),
        ),
        rx.el.div(
            *(
                link_button(words.ADD[one], links.page_of(one), weight="main" if place == 0 else "second")
                for place, one in enumerate(EDUCATION)
            ),
            class_name="row",
        ),
        refreshed(),
        class_name="stack",
    )


def _card(row: rx.Var[CardRow]) -> rx.Component:
    return rx.el.section(record(row), key=row.id, class_name="card")


PAGE = Page(
    "/qualification/education",
    words.EDUCATION_TITLE,
    _body,
    door=frozenset({Role.DOCTOR}),
    on_load=QualificationState.open,
)
