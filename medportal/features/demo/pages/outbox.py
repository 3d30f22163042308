"""Letters and SMS that would have been sent."""

import reflex as rx

from medportal.features.demo import texts
from medportal.ui.forms import Letters
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(texts.OUTBOX_TITLE)),
        rx.el.p(say(texts.OUTBOX_LEAD), class_name="lead"),
        Letters.create(
            source="/demo/letters",
            empty=say(texts.OUTBOX_EMPTY),
            to=say(texts.TO),
            sms=say(texts.SMS),
            email=say(texts.EMAIL),
        ),
        class_name="stack column",
    )


PAGE = Page("/demo/outbox", texts.OUTBOX_TITLE, _body, door=ANYONE, demonstration_only=True)
