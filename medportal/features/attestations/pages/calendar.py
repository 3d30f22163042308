"""The calendar."""

import reflex as rx

from medportal.features.attestations import texts
from medportal.features.attestations.components import Calendar, Moves, Readiness, WhatIf, head
from medportal.features.attestations.rules.answers import LADDER
from medportal.features.attestations.state.calendar import CalendarState
from medportal.features.attestations.texts import parts, training
from medportal.features.attestations.texts import screen as words
from medportal.kernel.actor import Role
from medportal.ui import form_texts
from medportal.ui.components.basics import notice
from medportal.ui.page import SIGNED_IN, Page
from medportal.ui.plain import plain
from medportal.ui.plain import words as table
from medportal.ui.say import say
from medportal.ui.session import Session

_WORDS = {
    **words.SHEET,
    "kinds": texts.KINDS,
    "states": texts.STATES,
    "views": words.VIEWS,
    "days": words.DAYS,
    "events": words.EVENTS,
    "scopes": words.SCOPES,
    "snoozeFor": words.SNOOZES,
    "channels": words.CHANNELS,
    "letterStates": words.LETTER_STATES,
    "unverified": texts.UNVERIFIED,
    "errors": form_texts.ERRORS_TITLE,
}
_TIMED = ("all_day", ("",))
_REPEATED = ("repeat", ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"))
_FIELDS = [
    plain("title", words.F_TITLE, length=300, required=True),
    plain(
        "kind", words.F_KIND, "select", choices=[(kind, texts.KINDS[kind]) for kind in ("own", "training")], half=True
    ),
    plain("all_day", words.F_ALL_DAY, "checkbox", half=True),
    plain("starts", words.F_STARTS, "date", half=True),
    plain("starts_time", words.F_STARTS_TIME, "time", half=True, when=_TIMED),
    plain("ends", words.F_ENDS, "date", half=True),
    plain("ends_time", words.F_ENDS_TIME, "time", half=True, when=_TIMED),
    plain("repeat", words.F_REPEAT, "select", choices=words.REPEATS.items(), half=True),
    plain("interval", words.F_INTERVAL, "number", hint=words.F_INTERVAL_HINT, min=1, max=99, half=True, when=_REPEATED),
    plain("weekdays", words.F_WEEKDAYS, "checks", choices=words.WEEKDAYS.items(), when=("repeat", ("WEEKLY",))),
    plain("ending", words.F_ENDING, "select", choices=words.ENDINGS.items(), half=True, when=_REPEATED),
    plain("count", words.F_COUNT, "number", min=1, max=5000, half=True, when=("ending", ("count",))),
    plain("until", words.F_UNTIL, "date", half=True, when=("ending", ("until",))),
    plain("ladder", words.F_LADDER, "checks", choices=[(str(one), words.RUNGS[str(one)]) for one in LADDER]),
    plain("place", words.F_PLACE, length=300),
    plain("notes", words.F_NOTES, "textarea", length=5000),
    plain("document", words.F_DOCUMENT, "select"),
]


def _body() -> rx.Component:
    return rx.el.div(
        head("/calendar", words.TITLE, words.LEAD),
        rx.cond(
            Session.role == str(Role.DOCTOR),
            Readiness.create(
                source="/private/calendar/readiness",
                version=Session.nudges + CalendarState.version,
                words=table(training.SCREEN | parts.LOST | {"title": training.TITLE}),
                dates_href="/calendar/dates",
                training_href="/calendar/training",
                on_choose=CalendarState.choose_readiness,
            ),
        ),
        rx.cond(CalendarState.message["ru"] != "", notice(say(CalendarState.message), tone="danger", role="alert")),
        Calendar.create(
            source="/private/calendar",
            words=table(_WORDS),
            fields=_FIELDS,
            version=CalendarState.version,
            nudges=Session.nudges,
            undo=CalendarState.undo,
            problems=CalendarState.problems,
            attempt=CalendarState.attempt,
            on_save=CalendarState.save,
            on_move=CalendarState.move,
            on_delete=CalendarState.delete,
            on_undo=CalendarState.restore,
            on_done=CalendarState.mark,
            on_snooze=CalendarState.snooze,
        ),
        rx.el.div(
            WhatIf.create(source="/private/calendar/what-if", version=CalendarState.version, words=table(parts.PARTS)),
            Moves.create(
                source="/private/calendar/moves",
                version=Session.nudges + CalendarState.version,
                words=table(parts.PARTS),
            ),
            class_name="cards items-start",
        ),
        class_name="stack",
        style={"--gap": "1.25rem"},
    )


PAGE = Page("/calendar", words.TITLE, _body, door=SIGNED_IN, on_load=CalendarState.arrive)
