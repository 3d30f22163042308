"""«Мои документы»: the gallery, and the panel that takes new ones in."""

import reflex as rx

from medportal.features.documents.components import gallery, uploader
from medportal.features.documents.pages.parts import OWN_DOOR, add_link, said
from medportal.features.documents.state import DocumentsState
from medportal.features.documents.texts import screens as texts
from medportal.ui.components.basics import link
from medportal.ui.page import Page
from medportal.ui.say import say
from medportal.ui.session import Session


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.h1(say(texts.TITLE)),
            rx.el.div(link(texts.BIN, "/documents/bin"), add_link(), class_name="row"),
            class_name="row between",
        ),
        said(),
        uploader(),
        gallery(version=Session.nudges + DocumentsState.version, binned=False, on_restore=DocumentsState.restore),
        class_name="stack",
    )


PAGE = Page("/documents", texts.TITLE, _body, door=OWN_DOOR, on_load=DocumentsState.open)
