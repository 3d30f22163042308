"""Out to a person's own calendar, and in from it."""

import reflex as rx

from medportal.features.attestations.components import FeedBox, FileImport, head
from medportal.features.attestations.state.parts import PartsState
from medportal.features.attestations.texts import parts as words
from medportal.ui.components.basics import notice
from medportal.ui.page import SIGNED_IN, Page
from medportal.ui.plain import words as table
from medportal.ui.say import say


def _body() -> rx.Component:
    return rx.el.div(
        head("/calendar/exchange", words.EXCHANGE_TITLE),
        rx.cond(PartsState.message["ru"] != "", notice(say(PartsState.message), tone="danger", role="alert")),
        rx.el.section(
            rx.el.h2(say(words.FEED_TITLE)),
            rx.el.p(say(words.FEED_LEAD)),
            FeedBox.create(
                source="/private/calendar/feed",
                version=PartsState.version,
                words=table(words.FEED),
                on_open=PartsState.open_feed,
                on_revoke=PartsState.revoke_feed,
            ),
            class_name="card stack",
        ),
        rx.el.section(
            rx.el.h2(say(words.ICS_TITLE)),
            FileImport.create(
                url="/calendar/import",
                words=table({**words.IMPORT, "fileHint": words.ICS_HINT}),
                accept=".ics,text/calendar",
                on_done=PartsState.imported,
            ),
            class_name="card stack",
        ),
        class_name="stack column",
    )


PAGE = Page("/calendar/exchange", words.EXCHANGE_TITLE, _body, door=SIGNED_IN, on_load=PartsState.arrive)
