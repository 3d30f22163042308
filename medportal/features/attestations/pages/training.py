"""Trainings, the import of a list, and readiness for accreditation."""

import reflex as rx

from medportal.features.attestations.components import FileImport, Readiness, Records, head
from medportal.features.attestations.state.calendar import CalendarState
from medportal.features.attestations.state.parts import PartsState
from medportal.features.attestations.texts import parts as words
from medportal.features.attestations.texts import training as texts
from medportal.ui import form_texts
from medportal.ui.components.basics import notice
from medportal.ui.page import SIGNED_IN, Page
from medportal.ui.plain import plain
from medportal.ui.plain import words as table
from medportal.ui.say import say

_FIELDS = [
    plain("title", texts.F_TITLE, length=400),
    plain("provider", texts.F_PROVIDER, length=400),
    plain("kind", texts.F_KIND, "select", choices=texts.KINDS.items(), width=""),
    plain("hours", texts.F_HOURS, "number", min=0, max=2000, half=True),
    plain("points", texts.F_POINTS, "number", min=0, max=2000, half=True),
    plain("started_on", texts.F_STARTED, "date", half=True),
    plain("ended_on", texts.F_ENDED, "date", half=True),
    plain("number", texts.F_NUMBER, hint=texts.F_NUMBER_HINT, length=60),
    plain("topic", texts.F_TOPIC, "select", width="", when=("several", ("on",))),
    plain("document", texts.F_DOCUMENT, "select", width=""),
]


def _body() -> rx.Component:
    return rx.el.div(
        head("/calendar/training", texts.LIST_TITLE, words.TRAINING_LEAD),
        rx.cond(PartsState.message["ru"] != "", notice(say(PartsState.message), tone="danger", role="alert")),
        Readiness.create(
            source="/private/calendar/readiness",
            version=PartsState.version,
            words=table(texts.SCREEN | words.LOST | {"title": texts.TITLE}),
            dates_href="/calendar/dates",
            on_choose=CalendarState.choose_readiness,
        ),
        Records.create(
            source="/private/calendar/training",
            version=PartsState.version,
            words=table({**words.TRAINING_WORDS, "errors": form_texts.ERRORS_TITLE}),
            kind="training",
            fields=_FIELDS,
            problems=PartsState.problems,
            attempt=PartsState.attempt,
            on_save=PartsState.save_training,
            on_delete=PartsState.delete_training,
            on_restore=PartsState.restore_training,
        ),
        rx.el.section(
            rx.el.h2(say(words.IMPORT_LIST)),
            FileImport.create(
                url="/calendar/training/import",
                words=table({**words.IMPORT, "fileHint": words.LIST_HINT}),
                accept=".csv,.xlsx,text/csv",
                columns=[{"value": name, "text": text.pair()} for name, text in texts.FIELDS.items()],
                on_done=PartsState.imported,
                on_undo=PartsState.undo_import,
            ),
            class_name="card stack",
        ),
        class_name="stack column",
    )


PAGE = Page("/calendar/training", texts.LIST_TITLE, _body, door=SIGNED_IN, on_load=PartsState.arrive)
