"""A registered client at the table: the originals that he has brought are scanned for him."""

import reflex as rx

from medportal.features.desk.pages.table import message, papers
from medportal.features.desk.state.centre import CENTRE, CentreState
from medportal.features.desk.texts import centre as texts
from medportal.ui.components.basics import button
from medportal.ui.forms import PrivateText
from medportal.ui.page import Page
from medportal.ui.say import say

S = CentreState


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(texts.VISIT_TITLE)),
        message(),
        rx.cond(S.client != "", _client()),
        class_name="stack column",
    )


def _client() -> rx.Component:
    who = PrivateText.create(source="/private/desk/client?id=" + S.client, name="full_name", version=0)
    return rx.el.div(
        rx.el.p(say(texts.CLIENT_TITLE), ": ", rx.el.strong(who), class_name="lead"),
        papers(),
        rx.el.div(button(texts.VISIT_END, weight="second", on_click=S.leave, id="leave"), class_name="row"),
        class_name="stack",
    )


PAGE = Page("/desk/centre/visit", texts.VISIT_TITLE, _body, door=frozenset(CENTRE), on_load=CentreState.open_visit)
