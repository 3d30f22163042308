"""The bell of the header."""

from typing import Any

import reflex as rx

from medportal.features.notifications import texts
from medportal.features.notifications.state import BellState
from medportal.ui.session import Session

_WORDS = {
    "title": texts.BELL_TITLE,
    "none": texts.BELL_NONE,
    "some": texts.BELL_SOME,
    "announce": texts.BELL_ANNOUNCE,
    "empty": texts.BELL_EMPTY,
    "read": texts.BELL_READ,
    "readAll": texts.BELL_READ_ALL,
    "more": texts.BELL_MORE,
    "wait": texts.BELL_WAIT,
    "lost": texts.BELL_LOST,
}


class Bell(rx.Component):
    """A button with a count, and a panel whose lines the browser fetches when it opens."""

    library = "$/public/bell.js"
    tag = "Bell"
    unread: rx.Var[int]
    nudges: rx.Var[int]
    source: rx.Var[str]
    words: rx.Var[dict[str, Any]]
    on_look: rx.EventHandler[rx.event.no_args_event_spec]
    on_read: rx.EventHandler[rx.event.passthrough_event_spec(str)]
    on_read_all: rx.EventHandler[rx.event.no_args_event_spec]


def bell() -> rx.Component:
    """The bell of whoever has signed in."""
    return Bell.create(
        unread=BellState.unread,
        nudges=Session.nudges,
        source="/private/bell",
        words={name: text.pair() for name, text in _WORDS.items()},
        on_look=BellState.look,
        on_read=BellState.read,
        on_read_all=BellState.read_all,
    )
