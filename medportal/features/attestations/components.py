"""Parts of the calendar's screens, as Python sees them; `assets/calendar*.js` hold them."""

from typing import Any

import reflex as rx


def _one(event: rx.Var[dict[str, Any]]) -> tuple[rx.Var[dict[str, Any]]]:
    return (event,)


class Calendar(rx.Component):
    """Four views, a legend, the sheet of an event and the form of an own one."""

    library = "$/public/calendar.js"
    tag = "Calendar"
    source: rx.Var[str]
    words: rx.Var[dict[str, Any]]
    fields: rx.Var[list[dict[str, Any]]]
    version: rx.Var[int]
    nudges: rx.Var[int]
    undo: rx.Var[dict[str, str]]
    problems: rx.Var[list[dict[str, Any]]]
    attempt: rx.Var[int]
    on_save: rx.EventHandler[_one]
    on_move: rx.EventHandler[_one]
    on_delete: rx.EventHandler[_one]
    on_undo: rx.EventHandler[rx.event.no_args_event_spec]
    on_done: rx.EventHandler[_one]
    on_snooze: rx.EventHandler[_one]
