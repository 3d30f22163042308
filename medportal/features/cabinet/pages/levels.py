"""What each level asks for and gives, what each right asks for, and how to come by it."""

import reflex as rx

from medportal.features.cabinet import texts
from medportal.features.levels.schemas import ASKS, NEEDS, Condition, Level, Right
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(texts.ABOUT_TITLE)),
        rx.el.p(say(texts.ABOUT_LEAD), class_name="lead"),
        *(_level(level, conditions) for level, conditions in ASKS.items()),
        _rights(),
        *(
            rx.el.section(
                rx.el.h2(say(title)), rx.el.p(say(body)), id=key, class_name="stack", style={"--gap": "0.4rem"}
            )
            for key, title, body in texts.HOW
        ),
        class_name="stack column",
    )


def _level(level: Level, conditions: tuple[Condition, ...]) -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(level.words)),
        rx.el.p(say(level.gives)),
        rx.el.ul(*(rx.el.li(say(one.words)) for one in conditions), class_name="list-disc pl-5"),
        class_name="card stack",
        style={"--gap": "0.6rem"},
    )


def _rights() -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(texts.RIGHTS_NEED_TITLE), id="rights-title"),
        rx.el.div(
            rx.el.table(
                rx.el.thead(
                    rx.el.tr(
                        *(
                            rx.el.th(say(one), scope="col")
                            for one in (texts.RIGHT, texts.ASKED_LEVEL, texts.ASKED_BESIDE)
                        )
                    )
                ),
                rx.el.tbody(*(_right(right, *needs) for right, needs in NEEDS.items())),
                aria_labelledby="rights-title",
                class_name="table",
            ),
            class_name="scroll",
            tab_index=0,
            role="region",
            aria_labelledby="rights-title",
        ),
        class_name="stack",
        style={"--gap": "0.6rem"},
    )


def _right(right: Right, level: Level, beside: tuple[Condition, ...]) -> rx.Component:
    return rx.el.tr(
        rx.el.th(say(right.words), scope="row"),
        rx.el.td(say(level.words if level else texts.NOTHING_BESIDE)),
        rx.el.td(*(rx.el.div(say(one.words)) for one in beside) if beside else (say(texts.NOTHING_BESIDE),)),
    )


PAGE = Page("/levels", texts.ABOUT_TITLE, _body, door=ANYONE)
