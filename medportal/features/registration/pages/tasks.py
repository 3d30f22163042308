"""The task list: every section with its status."""

import reflex as rx

from medportal.features.registration import rules, texts
from medportal.features.registration.components import message, refreshed
from medportal.features.registration.schemas import Section, Status
from medportal.features.registration.state import WizardState
from medportal.ui.browser import RouterLink
from medportal.ui.components.basics import link_button, tag
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say

_TONES = {
    Status.LOCKED: "plain",
    Status.EMPTY: "info",
    Status.STARTED: "warn",
    Status.WAITING: "warn",
    Status.DONE: "ok",
}


# The consent and the password of a finished registration have their place in «Вход и безопасность».
_CORRECTED = rules.CORRECTABLE | {Section.CONTACTS}


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(rx.cond(WizardState.correcting, say(texts.CORRECTION_TITLE), say(texts.TITLE))),
        rx.el.p(rx.cond(WizardState.correcting, say(texts.CORRECTION_LEAD), say(texts.LEAD)), class_name="lead"),
        message(),
        rx.cond(
            WizardState.correcting,
            rx.el.ol(*(_line(section) for section in Section if section in _CORRECTED), class_name="tasks"),
            rx.el.ol(*(_line(section) for section in Section), class_name="tasks"),
        ),
        rx.cond(
            WizardState.correcting,
            rx.fragment(),
            rx.cond(
                WizardState.statuses["consent"] == "done",
                rx.el.div(
                    link_button(texts.CHECK_ANSWERS, "/register/check"),
                    rx.cond(
                        WizardState.saved_at != "",
                        rx.el.span(say(texts.LAST_SAVED), " ", WizardState.saved_at, class_name="soft small number"),
                    ),
                    class_name="row",
                ),
                rx.el.p(say(texts.LOCKED_CONSENT), class_name="soft"),
            ),
        ),
        refreshed(),
        class_name="stack column",
    )


def _line(section: Section) -> rx.Component:
    title = rx.el.span(say(texts.SECTION_TITLES[section]), class_name="name")
    status = WizardState.statuses[str(section)]
    to = "/register/confirm" if section is Section.CONTACTS else f"/register/{section}"
    opened = RouterLink.create(title, _status(status), to=f"/register/{section}", id=f"task-{section}")
    if section is Section.CONTACTS:
        waiting = RouterLink.create(title, _status(status), to=to, id=f"task-{section}")
        opened = rx.cond(status == "waiting", waiting, opened)
    # Before the first answer of the server only the consent can be opened; that is also a visitor's truth.
    closed = rx.el.div(title, _status(status), class_name="task")
    locked = (status == "locked") | (~WizardState.loaded & (section is not Section.CONSENT))
    return rx.el.li(rx.cond(locked, closed, opened))


def _status(status: rx.Var[str]) -> rx.Component:
    return rx.match(
        status,
        *((str(one), tag(texts.STATUS[one], _TONES[one])) for one in Status),
        tag(texts.STATUS[Status.EMPTY], "plain"),
    )


PAGE = Page("/register", texts.TITLE, _body, door=ANYONE, on_load=WizardState.open)
