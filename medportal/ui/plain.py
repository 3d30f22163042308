"""Forms whose fields are a list; `assets/plain-form.js` draws them, a handler judges what was typed."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import reflex as rx

from medportal.kernel.text import Text
from medportal.ui import form_texts

Kind = Literal[
    "text", "textarea", "date", "time", "number", "select", "checkbox", "checks", "numbers", "hidden", "heading"
]
Choices = Iterable[tuple[str, Text]]


def _one(event: rx.Var[dict[str, Any]]) -> tuple[rx.Var[dict[str, Any]]]:
    return (event,)


def plain(
    name: str,
    label: Text,
    kind: Kind = "text",
    *,
    hint: Text | None = None,
    choices: Choices | None = None,
    when: tuple[str, tuple[str, ...]] | None = None,
    **more: Any,
) -> dict[str, Any]:
    """One field.

    Args:
        name: its name among the values that are sent.
        label: its words.
        kind: what it looks like.
        hint: what helps to fill it in.
        choices: of a select or of checks, or what each of several numbers counts (they are sent with commas between);
            without them the source of the form gives them under `$choices`.
        when: shown only while another field has one of these values.
        **more: `half`, `width`, `length`, `min`, `max`, `value`, `required`, as plain-form.js knows them.
    """
    field: dict[str, Any] = {"name": name, "kind": kind, "label": label.pair(), **more}
    if hint is not None:
        field["hint"] = hint.pair()
    if choices is not None:
        field["choices"] = [{"value": value, "text": words.pair()} for value, words in choices]
    if when is not None:
        field["when"] = {"name": when[0], "is": list(when[1])}
    return field


class PlainForm(rx.Component):
    """A form of such fields. `on_send` gets `{…extra, values}`; the handler answers with `problems`, a new `attempt`.

    `clears`: what was taken in leaves the form empty.
    """

    library = "$/public/plain-form.js"
    tag = "PlainForm"
    fields: rx.Var[list[dict[str, Any]]]
    source: rx.Var[str]
    version: rx.Var[int]
    problems: rx.Var[list[dict[str, Any]]]
    attempt: rx.Var[int]
    extra: rx.Var[dict[str, Any]]
    submit: rx.Var[dict[str, str]]
    title: rx.Var[dict[str, str]]
    compact: rx.Var[bool]
    clears: rx.Var[bool]
    on_send: rx.EventHandler[_one]


def plain_form(
    fields: list[dict[str, Any]] | rx.Var[list[dict[str, Any]]], *, submit: Text, **props: Any
) -> rx.Component:
    """The form; `props` are those of `PlainForm`."""
    return PlainForm.create(fields=fields, submit=submit.pair(), title=form_texts.ERRORS_TITLE.pair(), **props)


def words(table: Mapping[str, Text | Mapping[str, Text]]) -> dict[str, Any]:
    """A table of words as a component of the browser takes it."""
    return {key: value.pair() if isinstance(value, Text) else words(value) for key, value in table.items()}
