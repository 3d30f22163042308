"""The browser's part of bringing a practice in, with its words."""

from collections.abc import Mapping
from typing import Any

import reflex as rx

from medportal.features.analytics.texts import bringing as texts
from medportal.features.analytics.texts import imports as words
from medportal.kernel.text import Text
from medportal.ui.say import say


class PracticeImports(rx.Component):
    """Sending, mapping and the list of imports."""

    library = "$/public/practice-imports.js"
    tag = "PracticeImports"
    words: rx.Var[dict[str, Any]]
    roles: rx.Var[list[dict[str, Any]]]
    states: rx.Var[dict[str, Any]]
    origins: rx.Var[dict[str, Any]]


def practice_imports() -> rx.Component:
    """The whole of it."""
    return PracticeImports.create(
        words=said(texts.WORDS),
        roles=rx.Var.create([{"key": key, "text": say(text)} for key, text in words.ROLES.items()]),
        states=said(words.STATES),
        origins=said(words.ORIGINS),
    )


def said(table: Mapping[str, Text]) -> rx.Var[dict[str, Any]]:
    """A table of words in the language of the person, by name."""
    return rx.Var.create({name: say(text) for name, text in table.items()})
