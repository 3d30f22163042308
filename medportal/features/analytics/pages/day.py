"""The sheet of a day."""

import reflex as rx

from medportal.features.analytics.components.asking import heading, sections
from medportal.features.analytics.components.days import day_sheet
from medportal.features.analytics.texts import days as texts
from medportal.kernel.actor import Role
from medportal.ui.page import Page


def _body() -> rx.Component:
    return rx.el.div(
        heading(texts.TITLE, texts.LEAD),
        sections("/analytics/day"),
        day_sheet(),
        class_name="stack practice",
        style={"--gap": "1.5rem"},
    )


PAGE = Page("/analytics/day", texts.TITLE, _body, door=frozenset({Role.DOCTOR}))
