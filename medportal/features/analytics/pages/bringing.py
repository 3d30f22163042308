"""Bringing a practice in from files."""

import reflex as rx

from medportal.features.analytics.components.asking import heading, sections
from medportal.features.analytics.components.bringing import practice_imports
from medportal.features.analytics.texts import bringing as texts
from medportal.kernel.actor import Role
from medportal.ui.page import Page


def _body() -> rx.Component:
    return rx.el.div(
        heading(texts.TITLE, texts.LEAD),
        sections("/analytics/import"),
        practice_imports(),
        class_name="stack practice",
        style={"--gap": "1.5rem"},
    )


PAGE = Page("/analytics/import", texts.TITLE, _body, door=frozenset({Role.DOCTOR}))
