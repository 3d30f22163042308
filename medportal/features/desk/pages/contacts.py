"""Where the service centres are; none is invented."""

import reflex as rx

from medportal.features.desk.components import CentreList
from medportal.features.desk.texts import centre as texts
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(texts.CONTACTS_TITLE)),
        rx.el.p(say(texts.CONTACTS_LEAD), class_name="lead"),
        CentreList.create(
            source="/centres",
            none=texts.CONTACTS_NONE.pair(),
            labels={
                "address": texts.ADDRESS.pair(),
                "phone": texts.PHONE.pair(),
                "hours": texts.HOURS.pair(),
            },
        ),
        class_name="stack column",
    )


PAGE = Page("/contacts", texts.CONTACTS_TITLE, _body, door=ANYONE)
