"""The parts of a form as browser components; `assets/form.js` and `assets/controls.js` hold them."""

from typing import Any

import reflex as rx
from reflex.utils.imports import ImportVar
from reflex.vars import VarData


def _one(event: rx.Var[dict[str, Any]]) -> tuple[rx.Var[dict[str, Any]]]:
    return (event,)


def _text(token: rx.Var[str]) -> tuple[rx.Var[str]]:
    return (token,)


def rules_of(form: str, section: str = "whole") -> rx.Var[dict[str, Any]]:
    """What the browser judges a form by: `section` alone, so that a page loads no rules of other pages.

    The modules are written when the frontend is built (`medportal.frontend`).
    """
    name = f"{form}_{section}_rules"
    module = f"$/public/generated/{form}-{section}.js"
    return rx.Var(name, _var_data=VarData(imports={module: [ImportVar(tag="rules", alias=name)]}))


class Form(rx.Component):
    """A form whose answers are judged as the person leaves a field and kept as they are given.

    `on_keep` gets `{section, name, value, number}`; the handler answers by putting `{numbers, at}`
    into `kept`: the numbers of what was kept of late.
    `on_hand_in` gets `{section, values}`; the handler answers with `problems` and a new `attempt`.
    """

    library = "$/public/form.js"
    tag = "Form"
    section: rx.Var[str]
    schema: rx.Var[dict[str, Any]]
    source: rx.Var[str]
    keeps: rx.Var[bool]
    only: rx.Var[list[str]]
    carries: rx.Var[bool]  # the token of the link that opened the page goes along
    problems: rx.Var[list[dict[str, Any]]]
    attempt: rx.Var[int]
    kept: rx.Var[dict[str, Any]]
    on_keep: rx.EventHandler[_one]
    on_hand_in: rx.EventHandler[_one]


class RecordForm(Form):
    """A form about one of several records: which one, the address's `id` says; none is a new one.

    `source` gets the id behind it, and `on_hand_in` gets it as `subject`.
    """

    library = "$/public/lookup.js"
    tag = "RecordForm"


class Lookup(rx.Component):
    """Search as you type in a list that the server keeps; what is nearly in it is offered when the field is left."""

    library = "$/public/lookup.js"
    tag = "Lookup"
    name: rx.Var[str]
    source: rx.Var[str]
    described_by: rx.Var[str]
    nothing: rx.Var[str]
    found: rx.Var[str]
    failed: rx.Var[str]
    maybe: rx.Var[str]
    take: rx.Var[str]
    required: rx.Var[bool]
    max_length: rx.Var[int]


class Errors(rx.Component):
    """The summary of what is wrong, with a link to each field; focus comes here."""

    library = "$/public/form.js"
    tag = "Errors"
    title: rx.Var[str]


class Notes(rx.Component):
    """What is wrong with one field, beside it, and the correction that one press makes."""

    library = "$/public/form.js"
    tag = "Notes"
    name: rx.Var[str]
    mend_word: rx.Var[str]


class Saved(rx.Component):
    """«Сохранено», said when it is true."""

    library = "$/public/form.js"
    tag = "Saved"
    saving: rx.Var[str]
    saved: rx.Var[str]
    offline: rx.Var[str]


class Submit(rx.Component):
    """The form's button; it waits while the answer is on its way."""

    library = "$/public/form.js"
    tag = "Submit"
    text: rx.Var[str]
    wait: rx.Var[str]


class Combo(rx.Component):
    """Search as you type over an official list (ARIA combobox pattern)."""

    library = "$/public/controls.js"
    tag = "Combo"
    name: rx.Var[str]
    source: rx.Var[str]
    described_by: rx.Var[str]
    nothing: rx.Var[str]
    found: rx.Var[str]
    required: rx.Var[bool]
    max_length: rx.Var[int]


class Again(rx.Component):
    """A button that may be pressed again only after a while, and says after how long."""

    library = "$/public/controls.js"
    tag = "Again"
    text: rx.Var[str]
    again: rx.Var[str]
    wait: rx.Var[str]
    seconds: rx.Var[int]
    stamp: rx.Var[int]
    on_press: rx.EventHandler[rx.event.no_args_event_spec]


class HashToken(rx.Component):
    """Takes the token out of the address's fragment, where no log sees it, and hands it to the handler once."""

    library = "$/public/controls.js"
    tag = "HashToken"
    on_token: rx.EventHandler[_text]


class Meter(rx.Component):
    """How hard a password is to guess, as it is typed."""

    library = "$/public/meter.js"
    tag = "Meter"
    name: rx.Var[str]
    label: rx.Var[str]


class Reveal(rx.Component):
    """Shows a typed password while pressed on."""

    library = "$/public/controls.js"
    tag = "Reveal"
    name: rx.Var[str]
    show: rx.Var[str]
    hide: rx.Var[str]


class DayInput(rx.Component):
    """A day typed as ДД.ММ.ГГГГ; the form carries it as «2026-11-27», and what is no day as it was typed."""

    library = "$/public/day-input.js"
    tag = "DayInput"
    name: rx.Var[str]
    start: rx.Var[str]
    required: rx.Var[bool]


class MrzFiller(rx.Component):
    """Fills the form from the two lines of a passport, and compares names with those typed before."""

    library = "$/public/mrz-filler.js"
    tag = "MrzFiller"
    name: rx.Var[str]
    other: rx.Var[str]
    other_section: rx.Var[str]
    filled: rx.Var[str]
    differs: rx.Var[str]
    take: rx.Var[str]
    same: rx.Var[str]
    labels: rx.Var[dict[str, Any]]


class ScanFiller(rx.Component):
    """Takes a scan in, has it read, and fills the form with what was read; the values come by private HTTP."""

    library = "$/public/scan.js"
    tag = "ScanFiller"
    source: rx.Var[str]
    words: rx.Var[dict[str, Any]]
    sends: rx.Var[bool]
    asks: rx.Var[bool]  # whether a scan was handed in before
    client: rx.Var[str]  # for whom an operator hands it in; nobody: for oneself


class ScanMark(rx.Component):
    """Beside a field: whether its value was read off the scan, what proves it, and what the scan says otherwise."""

    library = "$/public/scan.js"
    tag = "ScanMark"
    name: rx.Var[str]
    words: rx.Var[dict[str, Any]]
    choices: rx.Var[dict[str, Any]]


class PrivateText(rx.Component):
    """A personal value, fetched by the page itself; it stands in no state."""

    library = "$/public/private.js"
    tag = "PrivateText"
    source: rx.Var[str]
    name: rx.Var[str]
    version: rx.Var[int]
    missing: rx.Var[str]


class Differences(rx.Component):
    """The person's own values with the places that a register has otherwise."""

    library = "$/public/private.js"
    tag = "Differences"
    source: rx.Var[str]
    kind: rx.Var[str]
    labels: rx.Var[dict[str, Any]]
    version: rx.Var[int]
    whole: rx.Var[str]
    places: rx.Var[str]


class Numbers(rx.Component):
    """Masked personal numbers; in full for `seconds` after each change of `revealed`."""

    library = "$/public/private.js"
    tag = "Numbers"
    masked: rx.Var[str]
    full: rx.Var[str]
    version: rx.Var[int]
    revealed: rx.Var[int]
    seconds: rx.Var[int]
    hides: rx.Var[str]
    labels: rx.Var[list[dict[str, Any]]]


class Letters(rx.Component):
    """The demonstration's outbox."""

    library = "$/public/private.js"
    tag = "Letters"
    source: rx.Var[str]
    empty: rx.Var[str]
    to: rx.Var[str]
    sms: rx.Var[str]
    email: rx.Var[str]
