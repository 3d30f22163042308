"""What lies on the table of a service centre, whoever stands at it: the parts that its pages share."""

import reflex as rx

from medportal.features.desk.components import Brought
from medportal.features.desk.state.centre import CentreState
from medportal.features.desk.texts import centre as texts
from medportal.features.documents.components import client_uploader
from medportal.ui.components.basics import notice
from medportal.ui.say import say

S = CentreState


def message() -> rx.Component:
    """What came of the last deed."""
    return rx.cond(
        S.message["ru"] != "",
        rx.match(
            S.tone,
            ("ok", notice(say(S.message), tone="ok", role="status")),
            ("warn", notice(say(S.message), tone="warn", role="status")),
            notice(say(S.message), tone="danger", role="alert"),
        ),
    )


def papers() -> rx.Component:
    """Originals are scanned, and what became of the scans."""
    return rx.el.div(
        client_uploader(S.client),
        rx.el.section(
            rx.el.h2(say(texts.BROUGHT["title"])),
            Brought.create(
                source="/private/desk/papers?id=" + S.client,
                version=S.looks,
                words={name: words.pair() for name, words in texts.BROUGHT.items()},
                on_remove=S.remove,
            ),
            class_name="card stack",
        ),
        class_name="stack",
    )
