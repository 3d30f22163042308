"""Fields of forms, built from the declaration that also judges them: the words and the rules cannot part."""

from dataclasses import replace
from typing import Any

import reflex as rx

from medportal.kernel.fields.schema import Field
from medportal.ui import form_texts as texts
from medportal.ui.components.basics import link
from medportal.ui.forms import Combo, Errors, Meter, Notes, Reveal, Saved, Submit
from medportal.ui.say import say

# Short answers get short boxes: the length of the box tells what is expected.
_WIDTHS = ((7, "w-xs"), (20, "w-sm"), (40, "w-md"))


def field(
    spec: Field, *, below: rx.Component | None = None, asked: bool = False, control: rx.Component | None = None
) -> rx.Component:
    """One field: label, hint, control, and the place where findings appear.

    Args:
        spec: the declaration.
        below: what stands under the findings.
        asked: the field is not marked optional although its rules let it be empty: here it is what is asked for,
            or one of two of which either will do.
        control: what the answer is given with, where it is none of the usual controls.
    """
    name = spec.name
    if asked:
        spec = replace(spec, required=True)
    match spec.kind if control is None else "own":
        case "own":
            pass
        case "radio":
            return _radio(spec, name, below)
        case "checkbox":
            return _checkbox(spec, name)
        case "textarea":
            control = rx.el.textarea(class_name="input mono", rows="2", spell_check=False, **_attributes(spec, name))
        case "combobox":
            control = Combo.create(
                name=name,
                source=f"/dictionaries/{spec.options}.json",
                described_by=_described(spec, name),
                nothing=say(texts.NOTHING_FOUND),
                found=say(texts.FOUND),
                required=spec.required,
                max_length=spec.length,
            )
        case "password":
            control = _password(spec, name)
        case _:
            control = rx.el.input(type=_type(spec), class_name=f"input {_width(spec)}", **_attributes(spec, name))
    return rx.el.div(
        rx.el.label(say(spec.label), _optional(spec), html_for=name),
        _hint(spec, name),
        control or rx.fragment(),
        Notes.create(name=name, mend_word=say(texts.MEND)),
        below or rx.fragment(),
        class_name="field",
    )


def form_top() -> rx.Component:
    """The summary of errors; it comes first in every form."""
    return Errors.create(title=say(texts.ERRORS_TITLE))


def form_bottom(*side: rx.Component, text: Any = texts.CONTINUE, saves: bool = True) -> rx.Component:
    """The button, the word that answers are saved, and side roads."""
    saved = Saved.create(saving=say(texts.SAVING), saved=say(texts.SAVED), offline=say(texts.OFFLINE))
    return rx.el.div(
        rx.el.div(Submit.create(text=say(text), wait=say(texts.WAIT)), *side, class_name="row"),
        saved if saves else rx.fragment(),
        class_name="stack",
        style={"--gap": "0.5rem"},
    )


def back_link(href: str) -> rx.Component:
    """The way back to the list."""
    return link(texts.BACK_TO_LIST, href)


def _radio(spec: Field, name: str, below: rx.Component | None) -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(say(spec.label), _optional(spec)),
        _hint(spec, name),
        rx.el.div(
            *(
                rx.el.label(
                    rx.el.input(
                        type="radio",
                        name=name,
                        value=value,
                        id=name if place == 0 else f"{name}-{value}",
                        aria_describedby=_described(spec, name),
                    ),
                    rx.el.span(say(words)),
                    class_name="choice",
                )
                for place, (value, words) in enumerate(spec.choices)
            ),
            class_name="choices",
        ),
        Notes.create(name=name, mend_word=say(texts.MEND)),
        below or rx.fragment(),
        class_name="field",
    )


def _checkbox(spec: Field, name: str) -> rx.Component:
    return rx.el.div(
        rx.el.label(
            rx.el.input(type="checkbox", name=name, id=name, aria_describedby=_described(spec, name)),
            rx.el.span(say(spec.label)),
            class_name="choice",
        ),
        _hint(spec, name),
        Notes.create(name=name, mend_word=say(texts.MEND)),
        class_name="field",
    )


def _password(spec: Field, name: str) -> rx.Component:
    return rx.el.div(
        rx.el.input(type="password", class_name="input w-md", **_attributes(spec, name)),
        Reveal.create(name=name, show=say(texts.SHOW_PASSWORD), hide=say(texts.HIDE_PASSWORD)),
        class_name="row",
    )


def strength(name: str) -> rx.Component:
    """The meter under a new password."""
    return Meter.create(name=name, label=say(texts.STRENGTH))


def _attributes(spec: Field, name: str) -> dict[str, Any]:
    return {
        "name": name,
        "id": name,
        "input_mode": spec.inputmode,
        "auto_complete": spec.autocomplete,
        # A little more than the rule allows, so that a paste too long is told, not cut in silence.
        "max_length": spec.length * 4 + 64,
        "aria_describedby": _described(spec, name),
        "aria_required": spec.required and not spec.unless,
    }


def _described(spec: Field, name: str) -> str:
    return f"{name}-hint {name}-note" if spec.hint else f"{name}-note"


def _hint(spec: Field, name: str) -> rx.Component:
    return rx.el.span(say(spec.hint), id=f"{name}-hint", class_name="hint") if spec.hint else rx.fragment()


def _optional(spec: Field) -> rx.Component:
    if spec.required or spec.unless:
        return rx.fragment()
    return rx.el.span(" ", say(texts.OPTIONAL), class_name="soft", style={"font-weight": "400"})


def _type(spec: Field) -> str:
    return {"tel": "tel", "email": "email"}.get(spec.inputmode, "text")


def _width(spec: Field) -> str:
    return next((name for most, name in _WIDTHS if spec.length <= most), "")
