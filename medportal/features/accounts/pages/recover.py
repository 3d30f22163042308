"""Asking for recovery, and setting a password by its link: the token stands in the fragment."""

import reflex as rx

from medportal.features.accounts import field_texts as words
from medportal.features.accounts.components import account_form, said
from medportal.features.accounts.state import LoginState
from medportal.ui.components.basics import link
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(words.RECOVER_TITLE)),
        rx.el.p(say(words.RECOVER_LEAD), class_name="lead"),
        said(LoginState.message, LoginState.tone),
        account_form(
            "recover",
            link(words.BACK_TO_LOGIN, "/login"),
            button=words.RECOVER_SEND,
            state=LoginState,
            on_hand_in=LoginState.recover,
        ),
        class_name="stack column",
    )


PAGE = Page("/recover", words.RECOVER_TITLE, _body, door=ANYONE, on_load=LoginState.open)
