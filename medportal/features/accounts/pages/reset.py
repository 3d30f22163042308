"""Setting a password by a link from a letter; the token stands in the fragment, where no log sees it."""

import reflex as rx

from medportal.features.accounts import field_texts as words
from medportal.features.accounts.components import account_form, said
from medportal.features.accounts.state import ResetState
from medportal.ui.components.basics import link, link_button, notice
from medportal.ui.forms import HashToken
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(words.RESET_TITLE)),
        HashToken.create(on_token=ResetState.open_link),
        said(ResetState.message, "danger"),
        rx.cond(
            ResetState.done,
            rx.el.div(
                notice(say(words.RESET_DONE), tone="ok", role="status"),
                rx.el.div(link_button(words.SIGN_IN, "/login"), class_name="row"),
                class_name="stack",
            ),
            rx.cond(
                ResetState.alive,
                rx.cond(ResetState.needs_code, _form(()), _form(("code",))),
                rx.cond(
                    ResetState.message["ru"] == "",
                    rx.el.p(say(words.RESET_CHECKING), role="status", class_name="soft"),
                    rx.el.p(link(words.ASK_AGAIN, "/recover")),
                ),
            ),
        ),
        class_name="stack column",
    )


def _form(without: tuple[str, ...]) -> rx.Component:
    return account_form(
        "reset",
        button=words.RESET_SAVE,
        state=ResetState,
        on_hand_in=ResetState.set_password,
        without=without,
        carries=True,
    )


PAGE = Page("/recover/set", words.RESET_TITLE, _body, door=ANYONE)
