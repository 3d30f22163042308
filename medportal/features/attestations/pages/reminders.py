"""How a person wants to be reminded, and what became of what was sent."""

from typing import Any

import reflex as rx

from medportal.features.attestations import texts
from medportal.features.attestations.components import head
from medportal.features.attestations.rules.choosing import LADDERED
from medportal.features.attestations.state.parts import PartsState
from medportal.features.attestations.texts import parts as words
from medportal.features.attestations.texts import screen
from medportal.kernel.text import Text
from medportal.ui.components.basics import notice
from medportal.ui.page import SIGNED_IN, Page
from medportal.ui.plain import plain, plain_form
from medportal.ui.say import say

_HOURS = [(str(hour), Text(ru=f"{hour:02}:00", en=f"{hour:02}:00")) for hour in range(24)]
_FIELDS = [
    plain("email", words.F_EMAIL, "checkbox", half=True),
    plain("sms", words.F_SMS, "checkbox", half=True),
    plain("digest", words.F_DIGEST, "select", choices=words.DIGESTS.items(), half=True),
    plain("hour", words.F_HOUR, "select", choices=_HOURS, half=True),
    plain("quiet_from", words.F_QUIET_FROM, "select", choices=_HOURS, half=True),
    plain("quiet_to", words.F_QUIET_TO, "select", choices=_HOURS, half=True),
    plain("zone", words.F_ZONE, "select", choices=words.ZONES.items()),
    plain("absent_from", words.F_ABSENT_FROM, "date", hint=words.F_ABSENT_HINT, half=True),
    plain("absent_to", words.F_ABSENT_TO, "date", hint=words.F_ABSENT_HINT, half=True),
    plain(
        "muted", words.F_MUTED, "checks", choices=[(kind, text) for kind, text in texts.KINDS.items() if kind != "own"]
    ),
    *(
        plain(
            f"ladder_{kind}",
            texts.LADDER_OF[kind],
            hint=words.F_LADDER_HINT if not at else None,
            length=80,
            half=bool(at),
        )
        for at, kind in enumerate(LADDERED)
    ),
]


def _body() -> rx.Component:
    return rx.el.div(
        head("/calendar/reminders", words.REMINDERS_TITLE, words.REMINDERS_LEAD),
        rx.cond(PartsState.done["ru"] != "", notice(say(PartsState.done), tone="ok", role="status")),
        rx.el.section(
            plain_form(
                _FIELDS,
                submit=words.SAVE,
                id="form-reminders",
                source="/private/calendar/settings",
                version=PartsState.version,
                problems=PartsState.problems,
                attempt=PartsState.attempt,
                on_send=PartsState.save_settings,
            ),
            class_name="card",
        ),
        rx.el.section(
            rx.el.h2(say(words.LETTERS_TITLE)),
            rx.cond(
                PartsState.reminded.length() > 0,
                rx.el.ul(rx.foreach(PartsState.reminded, _given), class_name="lines"),
                rx.el.p(say(words.LETTERS_EMPTY), class_name="soft"),
            ),
            class_name="card stack",
        ),
        class_name="stack column",
    )


def _given(one: rx.Var[dict[str, Any]]) -> rx.Component:
    kinds = [(kind, say(text)) for kind, text in texts.KINDS.items()]
    return rx.el.li(
        rx.el.strong(rx.match(one["kind"], *kinds, say(texts.KINDS["own"]))),
        rx.el.span(" ", one["due"].to(str), class_name="number"),
        rx.el.span(" · ", one["at"].to(str), ": ", class_name="soft number"),
        rx.cond(
            one["letters"].to(list[dict[str, Any]]).length() > 0,
            rx.foreach(one["letters"].to(list[dict[str, Any]]), _letter),
            rx.cond(
                one["posts"].to(str) != "",
                rx.el.span(say(screen.LETTER_WAITS), " ", one["posts"].to(str), class_name="number"),
                rx.el.span(say(words.BELL_ONLY)),
            ),
        ),
    )


def _letter(one: rx.Var[dict[str, Any]]) -> rx.Component:
    return rx.el.span(say(one["channel"]), " ", say(one["state"]), "; ")


PAGE = Page("/calendar/reminders", words.REMINDERS_TITLE, _body, door=SIGNED_IN, on_load=PartsState.look_at_letters)
