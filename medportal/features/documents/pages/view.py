"""One document: its pages with what was read, the verdict, its own fields, its history."""

import reflex as rx

from medportal.features.documents.components import (
    Acts,
    Appeal,
    Binned,
    Facts,
    History,
    OwnFields,
    Read,
    SignatureSlot,
    Verdict,
    viewer,
)
from medportal.features.documents.pages.parts import OWN_DOOR, said
from medportal.features.documents.state import DocumentsState
from medportal.features.documents.texts import viewer as texts
from medportal.features.reviews.components import appeal_words
from medportal.ui.page import Page
from medportal.ui.session import Session


def _body() -> rx.Component:
    return viewer(
        said(),
        Binned.create(on_restore=DocumentsState.restore),
        Verdict.create(),
        Appeal.create(version=DocumentsState.version, on_appeal=DocumentsState.appeal, **appeal_words()),
        Read.create(),
        OwnFields.create(
            problems=DocumentsState.problems, saved=DocumentsState.saved, on_fill_in=DocumentsState.fill_in
        ),
        Acts.create(on_bin=DocumentsState.to_bin),
        Facts.create(),
        SignatureSlot.create(),
        History.create(),
        version=Session.nudges + DocumentsState.version,
    )


PAGE = Page("/documents/view", texts.TITLE, _body, door=OWN_DOOR, on_load=DocumentsState.open)
