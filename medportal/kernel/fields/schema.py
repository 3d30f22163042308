"""What a form field is: one declaration, evaluated by Python here and by `assets/fields.js` in the browser.

Everything in it is data: checks are names with parameters, patterns use only what Python's `re` and the browser's
`RegExp` with the flag `u` read alike (classes by hand, no anchors, no look-behind), sentences are looked up by code.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from medportal.kernel.text import Text

Json = str | int | bool | Sequence["Json"] | Mapping[str, "Json"] | None
Level = Literal["problem", "warning"]


@dataclass(frozen=True, slots=True)
class Check:
    """One rule: the operation, the code it reports, and what the operation needs to know.

    `level` warning lets the value pass; `mend` names the correction that a warning offers. A `server` check is not
    sent to the browser, because it needs what is too large or too private for it.
    """

    op: str
    code: str
    params: Mapping[str, Json] = field(default_factory=dict[str, Json])
    level: Level = "problem"
    mend: str = ""
    server: bool = False

    def as_json(self) -> dict[str, Json]:
        """The rule as the browser reads it."""
        plain: dict[str, Json] = {"op": self.op, "code": self.code, **self.params}
        if self.level == "warning":
            plain["level"] = self.level
        if self.mend:
            plain["mend"] = self.mend
        return plain


def check(op: str, code: str, **params: Json) -> Check:
    """A rule that must hold."""
    return Check(op, code, params)


def warn(op: str, code: str, mend: str = "", **params: Json) -> Check:
    """A rule whose breach is only remarked on."""
    return Check(op, code, params, level="warning", mend=mend)


@dataclass(frozen=True, slots=True)
class Field:
    """One input: its name, words, template, how it is cleaned and what must hold.

    Attributes:
        name: the `name` of the input; stable.
        label: nominative words; sentences are built as «Фамилия: …».
        hint: what to enter and where to find it.
        sample: the expected template, put into sentences.
        kind: the control: text, textarea, password, checkbox, radio, combobox.
        length: the most characters a value may have.
        required: whether an empty value is refused (with the sentence of `required_code`).
        unless: a checkbox that lifts the requirement.
        asked_if: another input and its value with which alone this one is asked for; otherwise it counts as empty.
        clean: what is tidied without asking, in order (`kernel.fields.cleaning`).
        checks: rules in order; the first broken one is told, the rest wait (`kernel.fields.checks`).
        mends: corrections that may be offered, in order (`kernel.fields.mending`).
        show: how a good value is written in its input.
        options: name of the dictionary a combobox picks from.
        choices: value and words of each radio button.
        multiline: line breaks and tabs are allowed.
        secret: a password: never trimmed, never mended, never echoed.
    """

    name: str
    label: Text
    hint: Text | None = None
    sample: Text | None = None
    kind: Literal["text", "textarea", "password", "checkbox", "radio", "combobox"] = "text"
    inputmode: str = "text"
    autocomplete: str = "off"
    length: int = 100
    required: bool = True
    required_code: str = "required"
    unless: str = ""
    asked_if: tuple[str, str] | None = None
    clean: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    mends: tuple[str, ...] = ()
    show: str = ""
    options: str = ""
    choices: tuple[tuple[str, Text], ...] = ()
    multiline: bool = False
    secret: bool = False

    def as_json(self) -> dict[str, Json]:
        """What the browser judges by; hints and choices stand in the page, what is empty is left out."""
        plain: dict[str, Json] = {
            "name": self.name,
            "label": self.label.pair(),
            "length": self.length,
            "required": self.required,
            "required_code": self.required_code,
            "unless": self.unless,
            "asked_if": self.asked_if,
            "sample": self.sample.pair() if self.sample else None,
            "clean": self.clean,
            "checks": [rule.as_json() for rule in self.checks if not rule.server],
            "mends": self.mends,
            "show": self.show,
            "options": self.options,
            "multiline": self.multiline,
            "secret": self.secret,
        }
        return {key: value for key, value in plain.items() if value or key == "required"}


@dataclass(frozen=True, slots=True)
class Section:
    """One page of a form: its fields, and rules that look at several of them (reported at the first of theirs)."""

    key: str
    title: Text
    fields: tuple[Field, ...]
    checks: tuple[Check, ...] = ()

    def as_json(self) -> dict[str, Json]:
        """The section as the browser reads it; fields by name."""
        return {
            "key": self.key,
            "fields": [one.name for one in self.fields],
            "checks": [rule.as_json() for rule in self.checks],
        }


@dataclass(frozen=True)
class Schema:
    """A whole form. `texts` are the form's own sentences by code; the common ones are added to them."""

    sections: tuple[Section, ...]
    texts: Mapping[str, Text]

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """Every field by name."""
        return {one.name: one for section in self.sections for one in section.fields}

    def section(self, key: str) -> Section:
        """The section with this key.

        Raises:
            KeyError: there is none.
        """
        for section in self.sections:
            if section.key == key:
                return section
        raise KeyError(key)
