"""What each level asks for and gives, and what this version of the portal cannot do yet."""

import reflex as rx

from medportal.features.cabinet import rules, texts
from medportal.features.cabinet.schemas import Level
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(texts.ABOUT_TITLE)),
        rx.el.p(say(texts.ABOUT_LEAD), class_name="lead"),
        *(_level(level) for level in rules.ASKS),
        *(
            rx.el.section(
                rx.el.h2(say(title)), rx.el.p(say(body)), id=key, class_name="stack", style={"--gap": "0.4rem"}
            )
            for key, title, body in texts.NOT_YET
        ),
        class_name="stack column",
    )


def _level(level: Level) -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(texts.LEVELS[level])),
        rx.el.p(say(texts.ABOUT_GIVES[level])),
        rx.el.ul(*(rx.el.li(say(texts.CONDITIONS[one])) for one in rules.ASKS[level]), class_name="list-disc pl-5"),
        class_name="card stack",
        style={"--gap": "0.6rem"},
    )


PAGE = Page("/levels", texts.ABOUT_TITLE, _body, door=ANYONE)
