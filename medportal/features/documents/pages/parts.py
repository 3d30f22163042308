"""What the pages of documents have in common."""

from typing import Final

import reflex as rx

from medportal.features.documents.state import DocumentsState
from medportal.features.documents.texts import screens as texts
from medportal.kernel.actor import Role
from medportal.ui.browser import RouterLink
from medportal.ui.components.basics import notice
from medportal.ui.say import say

OWN_DOOR: Final = frozenset({Role.DOCTOR})


def add_link() -> rx.Component:
    """The button that opens the panel: a link, so that the way back closes it."""
    return RouterLink.create(
        say(texts.ADD),
        to="/documents?add=",
        id="add-document",
        class_name="button button-main",
        custom_attrs={"preventScrollReset": True},
    )


def said() -> rx.Component:
    """What the last deed came to."""
    return rx.cond(
        DocumentsState.message["ru"] != "",
        rx.cond(
            DocumentsState.tone == "ok",
            notice(say(DocumentsState.message), tone="ok", role="status", id="said", tab_index=-1),
            notice(say(DocumentsState.message), tone="danger", role="alert"),
        ),
    )
