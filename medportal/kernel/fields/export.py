"""The schema as the browser's interpreter reads it: plain data, both languages, dictionaries by name only."""

import json
from collections.abc import Iterator
from typing import cast

from medportal.kernel.fields.characters import REFUSED
from medportal.kernel.fields.mending import EMAIL_DOMAINS
from medportal.kernel.fields.passwords import ROWS, STEMS
from medportal.kernel.fields.schema import Check, Json, Schema, Section
from medportal.kernel.fields.texts import COMMON, MEND_TEXTS, STRENGTHS
from medportal.kernel.identifiers.mrz_texts import LIKELY, MRZ_TEXTS, SUSPECT, UNSURE

VERSION = 1


def schema_json(schema: Schema) -> dict[str, object]:
    """Everything the browser needs but the dictionaries.

    The browser may add `options`, a mapping of dictionary name to its items, once it has fetched them; until then
    the rule «one of the list» holds there, and the server decides.
    """
    texts = {**COMMON, **schema.texts}
    mrz_texts = {**MRZ_TEXTS, "suspect": SUSPECT, "likely": LIKELY, "unsure": UNSURE}
    return {
        "version": VERSION,
        "sections": [section.as_json() for section in schema.sections],
        "fields": {name: one.as_json() for name, one in schema.fields.items()},
        "texts": {code: text.pair() for code, text in texts.items()},
        "mends": {code: text.pair() for code, text in MEND_TEXTS.items()},
        "mrz": {code: text.pair() for code, text in mrz_texts.items()},
        "strengths": [text.pair() for text in STRENGTHS],
        "refused": [{"code": code, "re": pattern} for code, pattern in REFUSED],
        "domains": dict(EMAIL_DOMAINS),
        "rows": ROWS,
        "stems": STEMS,
    }


def section_json(schema: Schema, key: str) -> dict[str, object]:
    """What the form of one section needs: its own inputs, of others what its rules look at, the words it may say.

    Judged by it, the section comes out as judged by the whole schema.

    Raises:
        KeyError: there is no such section.
    """
    section = schema.section(key)
    rules = [rule for one in section.fields for rule in one.checks if not rule.server]
    operations = {rule.op for rule in rules}
    codes = {
        *COMMON,
        *(one.required_code for one in section.fields),
        *(rule.code for rule in (*rules, *section.checks)),
        *(MRZ_TEXTS if "passport_lines" in operations else ()),
    }
    mends = {"strip_refused", *(step for one in section.fields for step in one.mends), *(rule.mend for rule in rules)}
    parts = {
        "mrz": "passport_lines" in operations,
        "domains": "domain" in operations | mends,
        **dict.fromkeys(("strengths", "rows", "stems"), "guessable" in operations),
    }
    whole = schema_json(schema)
    return {
        **{name: part for name, part in whole.items() if parts.get(name, True)},
        "sections": [section.as_json()],
        "fields": {
            **{name: _looked_at(schema, name) for name in sorted(set(_others(schema, section, rules)))},
            **{one.name: one.as_json() for one in section.fields},
        },
        "texts": {code: text for code, text in _mapping(whole["texts"]).items() if code in codes},
        "mends": {step: text for step, text in _mapping(whole["mends"]).items() if step in mends},
    }


def browser_modules(schema: Schema) -> dict[str, str]:
    """A module for the browser of each section, by the section's key, and of the whole under the empty key."""
    parts = {"": schema_json(schema), **{one.key: section_json(schema, one.key) for one in schema.sections}}
    return {key: _module(plain) for key, plain in parts.items()}


def _module(plain: dict[str, object]) -> str:
    brought = [name for part, name in (("mrz", "lines"), ("stems", "passwords")) if part in plain]
    imports = "".join(f'import "../{name}.js";\n' for name in brought)
    return f"{imports}export const rules = {json.dumps(plain, ensure_ascii=False, separators=(',', ':'))};\n"


def _others(schema: Schema, section: Section, rules: list[Check]) -> Iterator[str]:
    """Inputs of other sections that rules of this one look at."""
    own = {one.name for one in section.fields}
    for rule in rules:
        for value in rule.params.values():
            names = [value] if isinstance(value, str) else value if isinstance(value, list | tuple) else []
            yield from (name for name in names if isinstance(name, str) and name in schema.fields and name not in own)


def _looked_at(schema: Schema, name: str) -> dict[str, Json]:
    """Of an input that stands elsewhere: how its value is tidied and what it is called."""
    plain = schema.fields[name].as_json()
    return {key: plain[key] for key in ("name", "label", "length", "clean", "secret", "options") if key in plain}


def _mapping(part: object) -> dict[str, object]:
    return cast("dict[str, object]", part)
