"""The desk's browser components, as Python sees them; `assets/desk.js` holds them."""

from typing import Any

import reflex as rx

from medportal.features.desk import texts
from medportal.ui.say import say


def _one(event: rx.Var[dict[str, Any]]) -> tuple[rx.Var[dict[str, Any]]]:
    return (event,)


def _text(key: rx.Var[str]) -> tuple[rx.Var[str]]:
    return (key,)


class CaseKeys(rx.Component):
    """Single keys for decisions, their help, and the switch that turns them off."""

    library = "$/public/desk.js"
    tag = "CaseKeys"
    title: rx.Var[dict[str, str]]
    keys: rx.Var[list[dict[str, Any]]]
    hint: rx.Var[dict[str, str]]
    on: rx.Var[dict[str, str]]
    off: rx.Var[dict[str, str]]
    help: rx.Var[dict[str, str]]
    close: rx.Var[dict[str, str]]
    shown: rx.Var[int]  # grows with every case that is shown
    on_key: rx.EventHandler[_text]


class CaseScan(rx.Component):
    """The pages of a scan: turned, enlarged, leafed through."""

    library = "$/public/desk.js"
    tag = "CaseScan"
    pages: rx.Var[list[Any]]
    words: rx.Var[dict[str, Any]]
    none: rx.Var[dict[str, str]]


class CaseValues(rx.Component):
    """The comparison, notes and the doctor's words, fetched by the page itself."""

    library = "$/public/desk.js"
    tag = "CaseValues"
    source: rx.Var[str]
    version: rx.Var[int]
    words: rx.Var[dict[str, Any]]
    people: rx.Var[dict[str, Any]]


class DecisionForm(rx.Component):
    """A form whose answers go to the handler and stay nowhere; Ctrl+Enter sends it."""

    library = "$/public/desk.js"
    tag = "DecisionForm"
    panel: rx.Var[str]
    on_hand_in: rx.EventHandler[_one]


class Brought(rx.Component):
    """What was scanned for the client at the table: states and reasons, no picture."""

    library = "$/public/centre.js"
    tag = "Brought"
    source: rx.Var[str]
    version: rx.Var[int]
    words: rx.Var[dict[str, Any]]
    on_remove: rx.EventHandler[_text]


class CentreList(rx.Component):
    """The service centres of the settings."""

    library = "$/public/desk.js"
    tag = "CentreList"
    source: rx.Var[str]
    none: rx.Var[dict[str, str]]
    labels: rx.Var[dict[str, Any]]


class UndoBar(rx.Component):
    """Decisions that can still be taken back, with the seconds that are left; Z takes the last one back."""

    library = "$/public/desk-undo.js"
    tag = "UndoBar"
    offers: rx.Var[list[Any]]
    now: rx.Var[float]
    message: rx.Var[dict[str, str]]
    words: rx.Var[dict[str, Any]]
    listens: rx.Var[bool]
    on_undo: rx.EventHandler[_text]
    on_over: rx.EventHandler[rx.event.no_args_event_spec]


def undo_bar(offers: Any, now: Any, message: Any, on_undo: Any, on_over: Any, *, listens: bool = True) -> rx.Component:
    """What was decided a moment ago; with `listens` the key Z is its own, elsewhere the page has keys already."""
    return UndoBar.create(
        offers=offers,
        now=now,
        message=message,
        words={name: text.pair() for name, text in texts.UNDO.items()},
        listens=listens,
        on_undo=on_undo,
        on_over=on_over,
    )


def keys(on_key: Any, shown: Any) -> rx.Component:
    """The keys of a case."""
    return CaseKeys.create(
        title=texts.KEYS_TITLE.pair(),
        keys=[{"key": key, "text": words.pair()} for key, words in texts.KEYS.items()],
        hint=texts.KEYS_HINT.pair(),
        on=texts.KEYS_ON.pair(),
        off=texts.KEYS_OFF.pair(),
        help=texts.KEYS_HELP.pair(),
        close=texts.CLOSE.pair(),
        shown=shown,
        on_key=on_key,
    )


def scan(pages: rx.Var[list[Any]]) -> rx.Component:
    """The scan of a case."""
    words = {
        "scan": texts.SCAN,
        "page": texts.PAGE,
        "previous": texts.PREVIOUS_PAGE,
        "next": texts.NEXT_PAGE,
        "larger": texts.ZOOM_IN,
        "smaller": texts.ZOOM_OUT,
        "turn": texts.TURN,
        "trouble": texts.PAGE_TROUBLE,
    }
    return CaseScan.create(
        pages=pages, words={name: text.pair() for name, text in words.items()}, none=texts.NO_SCAN.pair()
    )


def comparison(source: rx.Var[str], version: rx.Var[int], people: rx.Var[dict[str, Any]]) -> rx.Component:
    """What was read, typed and answered, side by side."""
    words = {
        "person": texts.PERSON,
        "appeal": texts.APPEAL_WORDS,
        "field": texts.COLUMN_FIELD,
        "read": texts.COLUMN_READ,
        "typed": texts.COLUMN_TYPED,
        "register": texts.COLUMN_REGISTER,
        "at": texts.DIFFERS_AT,
        "notRead": texts.NOT_READ,
        "notTyped": texts.NOT_TYPED,
        "noRegister": texts.REGISTER_NONE,
        "none": texts.NO_VALUES,
        "notes": texts.NOTES,
        "noNotes": texts.NO_NOTES,
        "told": texts.WORDS,
    }
    return CaseValues.create(
        source=source, version=version, people=people, words={name: text.pair() for name, text in words.items()}
    )


def area(name: str, label: Any, hint: Any = None, *, required: bool = False) -> rx.Component:
    """A text area with its label around it."""
    return rx.el.label(
        rx.el.span(say(label), class_name="label"),
        rx.el.span(say(hint), class_name="hint") if hint else rx.fragment(),
        rx.el.textarea(name=name, class_name="input", rows="3", max_length=2000, required=required),
        class_name="field",
    )
