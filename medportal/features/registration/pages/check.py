"""Check your answers: every line with the way to change it, then submission."""

import reflex as rx

from medportal.features.registration import texts
from medportal.features.registration.components import message
from medportal.features.registration.rules import wizard
from medportal.features.registration.schemas import Section
from medportal.features.registration.state import WizardState
from medportal.kernel.fields.schema import Field
from medportal.ui.browser import RouterLink
from medportal.ui.components.basics import button, link, notice
from medportal.ui.forms import PrivateText
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say

_SHOWN = (Section.PERSON, Section.CONTACTS, Section.NUMBERS, Section.PASSPORT, Section.ADDRESS, Section.WORK)
_HIDDEN = {"sms_code", "passport_mrz", "no_patronymic"}


def _body() -> rx.Component:
    return rx.el.div(
        link(texts.TITLE, "/register", class_name="soft"),
        rx.el.h1(say(texts.CHECK_TITLE)),
        rx.el.p(say(texts.CHECK_LEAD), class_name="lead"),
        message(),
        *(_section(section) for section in _SHOWN),
        _password(),
        rx.cond(
            WizardState.unfinished.length() > 0,
            notice(
                rx.el.strong(say(texts.UNFINISHED)),
                rx.el.ul(
                    *(
                        rx.cond(
                            WizardState.unfinished.contains(str(section)),
                            rx.el.li(link(texts.SECTION_TITLES[section], f"/register/{section}")),
                        )
                        for section in Section
                    ),
                    class_name="list-disc pl-5",
                ),
                tone="danger",
                role="alert",
            ),
        ),
        rx.el.div(
            button(texts.SUBMIT, on_click=WizardState.submit, id="submit"),
            link(texts.BACK, "/register"),
            class_name="row",
        ),
        class_name="stack column",
    )


def _section(section: Section) -> rx.Component:
    title = texts.SECTION_TITLES[section]
    return rx.el.section(
        rx.el.h2(say(title)),
        rx.el.dl(
            *(_line(section, spec) for spec in wizard.fields(section) if spec.name not in _HIDDEN), class_name="answers"
        ),
        class_name="card stack",
        style={"--gap": "0.75rem"},
    )


def _line(section: Section, spec: Field) -> rx.Component:
    return rx.el.div(
        rx.el.dt(say(spec.label)),
        rx.el.dd(PrivateText.create(source="/private/answers", name=spec.name, missing=say(texts.NO_ANSWER))),
        rx.el.dd(_change(section, spec.name, say(spec.label))),
    )


def _password() -> rx.Component:
    return rx.el.section(
        rx.el.dl(
            rx.el.div(
                rx.el.dt(say(texts.SECTION_TITLES[Section.PASSWORD])),
                rx.el.dd(
                    rx.cond(
                        WizardState.statuses["password"] == "done",  # noqa: S105 (the name of a section)
                        say(texts.PASSWORD_SET),
                        say(texts.NO_ANSWER),
                    )
                ),
                rx.el.dd(_change(Section.PASSWORD, "password", say(texts.SECTION_TITLES[Section.PASSWORD]))),
            ),
            class_name="answers",
        ),
        class_name="card",
    )


def _change(section: Section, name: str, what: rx.Var[str]) -> rx.Component:
    return RouterLink.create(
        say(texts.CHANGE), rx.el.span(": ", what, class_name="unseen"), to=f"/register/{section}#{name}"
    )


PAGE = Page("/register/check", texts.CHECK_TITLE, _body, door=ANYONE, on_load=WizardState.open)
