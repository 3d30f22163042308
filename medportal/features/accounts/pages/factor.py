"""The second step of signing in, for staff."""

import reflex as rx

from medportal.features.accounts import field_texts as words
from medportal.features.accounts.components import account_form, said
from medportal.features.accounts.state.factor import FactorState
from medportal.kernel.text import Text
from medportal.ui.components.basics import notice, textual_button
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say
from medportal.ui.session import Session


class FactorKey(rx.Component):
    """The picture, the key and the spare codes, fetched by the page itself: they stand in no state."""

    library = "$/public/factor.js"
    tag = "FactorKey"
    source: rx.Var[str]
    version: rx.Var[int]
    picture_words: rx.Var[str]
    key_words: rx.Var[str]


class SpareCodes(rx.Component):
    """The codes for the day the phone is lost; they can be printed alone."""

    library = "$/public/factor.js"
    tag = "SpareCodes"
    source: rx.Var[str]
    version: rx.Var[int]
    label: rx.Var[str]
    print_words: rx.Var[str]


def _body() -> rx.Component:
    return rx.el.div(
        rx.match(
            FactorState.need,
            ("code", _code()),
            ("enrolment", _enrolment()),
            rx.el.h1(say(words.FACTOR_TITLE)),
        ),
        said(FactorState.message, "danger"),
        class_name="stack column",
    )


def _code() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(words.FACTOR_TITLE)),
        rx.el.p(say(words.FACTOR_LEAD), class_name="lead"),
        rx.el.div(_form(words.FACTOR_GO), class_name="card"),
        rx.el.p(say(words.FACTOR_LOST), class_name="soft small"),
        class_name="stack",
    )


def _enrolment() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(words.ENROL_TITLE)),
        rx.el.p(say(words.ENROL_LEAD), class_name="lead"),
        rx.el.ol(
            rx.el.li(
                rx.el.div(
                    rx.el.p(say(words.ENROL_SCAN)),
                    FactorKey.create(
                        source="/private/factor",
                        version=FactorState.round,
                        picture_words=say(words.ENROL_PICTURE),
                        key_words=say(words.ENROL_KEY),
                    ),
                    class_name="stack",
                )
            ),
            rx.el.li(
                rx.el.div(
                    notice(say(words.ENROL_SPARES), tone="warn"),
                    SpareCodes.create(
                        source="/private/factor",
                        version=FactorState.round,
                        label=say(words.SPARES_LABEL),
                        print_words=say(words.ENROL_PRINT),
                    ),
                    class_name="stack",
                )
            ),
            rx.el.li(rx.el.div(rx.el.p(say(words.ENROL_CODE)), _form(words.ENROL_GO), class_name="stack")),
            class_name="steps card",
        ),
        class_name="stack",
    )


def _form(go: Text) -> rx.Component:
    return account_form(
        "factor",
        textual_button(words.FACTOR_OTHER, on_click=Session.leave),
        button=go,
        state=FactorState,
        on_hand_in=FactorState.prove,
    )


PAGE = Page("/login/factor", words.FACTOR_TITLE, _body, door=ANYONE, on_load=FactorState.open)
