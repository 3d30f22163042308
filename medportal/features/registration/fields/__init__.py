"""The schema of the registration wizard: every section, every input, every rule, once for server and browser."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Literal

from medportal.features.registration import field_texts as words
from medportal.features.registration.fields import papers, person, places
from medportal.kernel import dictionaries
from medportal.kernel import fields as engine
from medportal.kernel.fields import FieldOutcome, Schema, SectionOutcome


@cache
def schema() -> Schema:
    """The wizard's schema: sections in the order of the task list."""
    sections = (
        person.consent(),
        person.person(),
        person.contacts(),
        papers.numbers(),
        papers.passport(),
        places.address(),
        places.work(),
        person.password(),
    )
    return Schema(sections, words.PROBLEMS)


def evaluate(
    section_key: str, values: Mapping[str, object], today: date, facts: Mapping[str, object] | None = None
) -> SectionOutcome:
    """Judge one section of the wizard; `facts` are values of other sections, for rules that look across.

    Raises:
        KeyError: there is no such section.
    """
    return engine.evaluate(schema(), section_key, values, today, facts)


def evaluate_field(name: str, values: Mapping[str, object], today: date) -> FieldOutcome:
    """Judge one input of the wizard; `values` may hold anything known by input name.

    Raises:
        KeyError: there is no such input.
    """
    return engine.evaluate_field(schema(), name, values, today)


def browser_modules() -> dict[str, str]:
    """What `assets/fields.js` needs for each section, both languages, without dictionaries."""
    return engine.browser_modules(schema())


def dictionary_json(name: Literal["specialities", "positions", "subjects"]) -> dict[str, object]:
    """One list for a combobox: `{"name", "source", "items": [str], "notes": {item: str}}`."""
    return dictionaries.dictionary_json(name)
