"""Dates that a person tells himself."""

import reflex as rx

from medportal.features.attestations import texts
from medportal.features.attestations.components import Records, head
from medportal.features.attestations.schemas.kinds import TOLD, FactKind
from medportal.features.attestations.state.parts import PartsState
from medportal.features.attestations.texts import parts as words
from medportal.ui import form_texts
from medportal.ui.components.basics import notice
from medportal.ui.page import SIGNED_IN, Page
from medportal.ui.plain import plain
from medportal.ui.plain import words as table
from medportal.ui.say import say

_FIELDS = [
    plain(
        "kind",
        words.F_FACT,
        "select",
        choices=[(str(kind), texts.FACTS[kind]) for kind in FactKind if kind in TOLD],
        width="",
    ),
    plain("on", words.F_ON, "date", hint=words.F_ON_HINT, half=True),
    plain("until", words.F_UNTIL, "date", hint=words.F_UNTIL_HINT, half=True),
    plain("topic", words.F_TOPIC, hint=words.F_TOPIC_HINT, length=100),
]


def _body() -> rx.Component:
    return rx.el.div(
        head("/calendar/dates", words.DATES_TITLE, words.DATES_LEAD),
        rx.cond(PartsState.message["ru"] != "", notice(say(PartsState.message), tone="danger", role="alert")),
        Records.create(
            source="/private/calendar/facts",
            version=PartsState.version,
            words=table({**words.FACT_WORDS, "errors": form_texts.ERRORS_TITLE}),
            kind="facts",
            fields=_FIELDS,
            problems=PartsState.problems,
            attempt=PartsState.attempt,
            on_save=PartsState.save_fact,
            on_delete=PartsState.forget_fact,
            on_restore=PartsState.restore_fact,
        ),
        class_name="stack column",
    )


PAGE = Page("/calendar/dates", words.DATES_TITLE, _body, door=SIGNED_IN, on_load=PartsState.arrive)
