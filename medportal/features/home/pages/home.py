"""The home page."""

import reflex as rx

from medportal.features.home import texts
from medportal.ui.components.basics import link_button
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say


def _home() -> rx.Component:
    return rx.el.div(
        rx.el.section(
            rx.el.h1(say(texts.HEADLINE)),
            rx.el.p(say(texts.LEAD), class_name="lead"),
            rx.el.div(
                link_button(texts.START, "/register"),
                link_button(texts.HAVE_ACCOUNT, "/login", weight="second"),
                class_name="row",
            ),
            rx.el.p(say(texts.START_HINT), class_name="soft small"),
            class_name="stack",
        ),
        rx.el.div(_how(), _need(), class_name="cards items-start"),
        _safe(),
        class_name="stack",
        style={"--gap": "clamp(2rem, 5vw, 3.5rem)"},
    )


def _how() -> rx.Component:
    steps = (
        (texts.HOW_FILL, texts.HOW_FILL_BODY),
        (texts.HOW_CHECK, texts.HOW_CHECK_BODY),
        (texts.HOW_CABINET, texts.HOW_CABINET_BODY),
    )
    return rx.el.section(
        rx.el.h2(say(texts.HOW_TITLE)),
        rx.el.ol(
            *(
                rx.el.li(rx.el.div(rx.el.h3(say(title)), rx.el.p(say(body), class_name="soft")))
                for title, body in steps
            ),
            class_name="steps",
        ),
        class_name="card stack",
    )


def _need() -> rx.Component:
    items = (texts.NEED_PASSPORT, texts.NEED_NUMBERS, texts.NEED_WORK, texts.NEED_CONTACTS)
    return rx.el.section(
        rx.el.h2(say(texts.NEED_TITLE)),
        rx.el.ul(*(rx.el.li(say(item)) for item in items), class_name="list-disc pl-5 grid gap-3"),
        class_name="card stack",
    )


def _safe() -> rx.Component:
    items = (texts.SAFE_SEALED, texts.SAFE_LOCAL, texts.SAFE_TRACE)
    return rx.el.section(
        rx.el.h2(say(texts.SAFE_TITLE)),
        rx.el.div(*(rx.el.p(say(item), class_name="soft") for item in items), class_name="cards"),
        class_name="stack",
    )


PAGE = Page("/", texts.TITLE, _home, door=ANYONE)
