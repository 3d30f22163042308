"""The bin: what may still come back, and until when."""

import reflex as rx

from medportal.features.documents.components import gallery
from medportal.features.documents.pages.parts import OWN_DOOR, said
from medportal.features.documents.state import DocumentsState
from medportal.features.documents.texts import screens as texts
from medportal.ui.components.basics import link
from medportal.ui.page import Page
from medportal.ui.say import say
from medportal.ui.session import Session


def _body() -> rx.Component:
    return rx.el.div(
        link(texts.TO_GALLERY, "/documents", class_name="back"),
        rx.el.h1(say(texts.BIN)),
        rx.el.p(say(texts.BIN_LEAD), class_name="soft"),
        said(),
        gallery(version=Session.nudges + DocumentsState.version, binned=True, on_restore=DocumentsState.restore),
        class_name="stack",
    )


PAGE = Page("/documents/bin", texts.BIN, _body, door=OWN_DOOR, on_load=DocumentsState.open)
