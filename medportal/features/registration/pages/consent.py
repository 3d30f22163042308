"""The consent: a document of its own, nothing ticked beforehand."""

import reflex as rx

from medportal.features.registration import texts
from medportal.features.registration.components import consent_words, message
from medportal.features.registration.rules import wizard
from medportal.features.registration.schemas import Section
from medportal.features.registration.state import WizardState
from medportal.features.registration.texts import consent as consent_texts
from medportal.ui.components.basics import button, link_button, notice, textual_button
from medportal.ui.components.fields import field, form_bottom, form_top
from medportal.ui.forms import Form, rules_of
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(consent_texts.TITLE)),
        rx.el.p(say(consent_texts.NOTE), class_name="lead"),
        consent_words(),
        message(),
        rx.cond(WizardState.statuses["consent"] == "done", _given(), _form()),
        class_name="stack column",
    )


def _form() -> rx.Component:
    return Form.create(
        form_top(),
        *(field(spec) for spec in wizard.fields(Section.CONSENT)),
        form_bottom(text=texts.BEGIN, saves=False),
        section=str(Section.CONSENT),
        schema=rules_of("wizard", Section.CONSENT),
        keeps=False,
        problems=WizardState.problems,
        attempt=WizardState.attempt,
        on_hand_in=WizardState.begin,
    )


def _given() -> rx.Component:
    return rx.el.div(
        notice(rx.el.p(say(texts.ALREADY_AGREED)), tone="ok"),
        rx.el.div(
            link_button(texts.CONTINUE_LIST, "/register"),
            rx.cond(WizardState.correcting, rx.fragment(), _withdrawal()),
            class_name="row",
        ),
        class_name="stack",
    )


def _withdrawal() -> rx.Component:
    return rx.cond(
        WizardState.withdrawing,
        notice(
            rx.el.p(say(texts.WITHDRAW_SURE)),
            rx.el.div(
                button(texts.WITHDRAW_YES, weight="danger", on_click=WizardState.withdraw),
                button(texts.WITHDRAW_NO, weight="second", on_click=WizardState.ask_withdraw(False)),
                class_name="row",
            ),
            tone="warn",
            role="alert",
        ),
        textual_button(texts.WITHDRAW, on_click=WizardState.ask_withdraw(True)),
    )


PAGE = Page("/register/consent", consent_texts.TITLE, _body, door=ANYONE, on_load=WizardState.open)
