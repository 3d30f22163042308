"""The page a letter's link opens: the token stands in the fragment, so that no server's log ever sees it."""

import reflex as rx

from medportal.features.registration import texts
from medportal.features.registration.state import ContactsState
from medportal.ui.components.basics import link_button, notice
from medportal.ui.forms import HashToken
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(texts.LINK_TITLE)),
        HashToken.create(on_token=ContactsState.use_link),
        rx.cond(
            ContactsState.link_message["ru"] == "",
            rx.el.p(say(texts.LINK_CHECKING), role="status", class_name="soft"),
            rx.el.div(
                rx.cond(
                    ContactsState.link_done,
                    notice(say(ContactsState.link_message), tone="ok", role="status"),
                    notice(say(ContactsState.link_message), tone="danger", role="alert"),
                ),
                rx.el.div(link_button(texts.CONTINUE_LIST, "/register"), class_name="row"),
                class_name="stack",
            ),
        ),
        class_name="stack column",
    )


PAGE = Page("/confirm/email", texts.LINK_TITLE, _body, door=ANYONE)
