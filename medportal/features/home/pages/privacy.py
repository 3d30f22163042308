"""How the portal treats a person's data."""

import reflex as rx

from medportal.features.home import texts
from medportal.ui.forms import PrivateText
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say


def _privacy() -> rx.Component:
    return rx.el.article(
        rx.el.h1(say(texts.PRIVACY_TITLE)),
        *(
            rx.el.section(rx.el.h2(say(title)), rx.el.p(say(body)), class_name="stack", style={"--gap": "0.5rem"})
            for title, body in texts.PRIVACY
        ),
        rx.el.section(
            rx.el.h2(say(texts.OPERATOR_TITLE)),
            rx.el.dl(
                *(
                    rx.el.div(
                        rx.el.dt(say(title)),
                        rx.el.dd(
                            PrivateText.create(source="/operator", name=name, missing=say(texts.OPERATOR_MISSING))
                        ),
                    )
                    for name, title in texts.OPERATOR_ROWS.items()
                ),
                class_name="answers",
            ),
            class_name="card stack",
        ),
        class_name="stack column",
    )


PAGE = Page("/privacy", texts.PRIVACY_TITLE, _privacy, door=ANYONE)
