"""The browser's part of the day sheet, with its words."""

from typing import Any

import reflex as rx

from medportal.features.analytics.components.bringing import said
from medportal.features.analytics.texts import days as texts
from medportal.features.analytics.texts import dimensions as names
from medportal.kernel.text import Text
from medportal.ui.say import say


class DaySheet(rx.Component):
    """Counters of a day, kept as they are typed."""

    library = "$/public/day-sheet.js"
    tag = "DaySheet"
    words: rx.Var[dict[str, Any]]
    choices: rx.Var[dict[str, Any]]


def day_sheet() -> rx.Component:
    """The whole of it."""
    tables = {"reason": names.REASONS, "kind": names.KINDS, "place": names.PLACES, "payment": names.PAYMENTS}
    return DaySheet.create(
        words=said(texts.WORDS), choices=rx.Var.create({name: _listed(table) for name, table in tables.items()})
    )


def _listed(table: dict[int, Text]) -> list[dict[str, Any]]:
    return [{"value": value, "text": say(text)} for value, text in table.items()]
