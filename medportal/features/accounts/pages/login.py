"""Signing in."""

import reflex as rx

from medportal.features.accounts import field_texts as words
from medportal.features.accounts.components import account_form, said
from medportal.features.accounts.state import LoginState
from medportal.kernel.actor import Role
from medportal.ui.components.basics import link, notice
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say
from medportal.ui.session import Session


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(words.LOGIN_TITLE)),
        said(LoginState.message, LoginState.tone),
        rx.cond(
            Session.role == str(Role.APPLICANT),
            notice(rx.el.span(say(words.UNFINISHED_TITLE)), link(words.UNFINISHED_GO, "/register")),
        ),
        rx.el.div(
            account_form(
                "login",
                link(words.FORGOT, "/recover"),
                button=words.SIGN_IN,
                state=LoginState,
                on_hand_in=LoginState.sign_in,
            ),
            class_name="card",
        ),
        rx.el.p(say(words.NO_ACCOUNT), " ", link(words.REGISTER, "/register")),
        class_name="stack column",
    )


PAGE = Page("/login", words.LOGIN_TITLE, _body, door=ANYONE, on_load=LoginState.open)
