"""«Добавить полис ОМС»: which inputs are shown depends on the kind of policy."""

import reflex as rx

from medportal.features.qualification.components import message, opened, paper_form, refreshed
from medportal.features.qualification.schemas import RecordType
from medportal.features.qualification.state import QualificationState
from medportal.features.qualification.texts import pages as words
from medportal.kernel.actor import Role
from medportal.ui.components.basics import link, notice
from medportal.ui.page import Page
from medportal.ui.say import say


def _body() -> rx.Component:
    return rx.el.div(
        link(words.TITLE, "/qualification", class_name="soft"),
        rx.el.h1(say(words.POLICY_TITLE)),
        rx.el.p(say(words.POLICY_LEAD), class_name="lead"),
        message(),
        opened(),
        rx.cond(QualificationState.opened.state == "verified", notice(say(words.POLICY_HIDDEN))),
        paper_form(RecordType.POLICY),
        refreshed(),
        class_name="stack column",
    )


PAGE = Page(
    "/qualification/policy", words.POLICY_TITLE, _body, door=frozenset({Role.DOCTOR}), on_load=QualificationState.open
)
