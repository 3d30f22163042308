"""The service centre: find a client, begin a registration, receive somebody who is registered already."""

import reflex as rx

from medportal.features.desk.components import DecisionForm
from medportal.features.desk.pages.table import message
from medportal.features.desk.state.centre import CENTRE, CentreState
from medportal.features.desk.texts import centre as texts
from medportal.settings import settings
from medportal.ui.browser import RouterLink
from medportal.ui.components.basics import button
from medportal.ui.forms import PrivateText
from medportal.ui.page import Page
from medportal.ui.say import say

S = CentreState


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(texts.CENTRE_TITLE)),
        message(),
        rx.cond(S.registered, _registered(), _nobody()),
        class_name="stack",
    )


def _nobody() -> rx.Component:
    return rx.el.div(
        rx.el.p(say(texts.CENTRE_LEAD), class_name="lead"),
        rx.el.div(
            rx.el.section(rx.el.h2(say(texts.FIND_TITLE)), _find(), class_name="card stack"),
            rx.el.section(
                rx.el.h2(say(texts.BEGIN_TITLE)), rx.el.p(say(texts.BEGIN_LEAD)), _begin(), class_name="card stack"
            ),
            class_name="cards items-start",
        ),
        class_name="stack",
    )


def _find() -> rx.Component:
    return DecisionForm.create(
        rx.el.label(
            rx.el.span(say(texts.FIND_BY), class_name="label"),
            rx.el.select(
                *(rx.el.option(say(words), value=kind) for kind, words in texts.FIND_KINDS.items()),
                name="reason",
                class_name="input w-md",
            ),
            class_name="field",
        ),
        rx.el.label(
            rx.el.span(say(texts.FIND_VALUE), class_name="label"),
            rx.el.input(name="words", class_name="input w-md", auto_complete="off", required=True, max_length=254),
            class_name="field",
        ),
        rx.el.div(button(texts.FIND, kind="submit"), class_name="row"),
        panel="find",
        on_hand_in=S.find,
    )


def _begin() -> rx.Component:
    named = [rx.el.option(one.name, value=one.name) for one in settings().centres]
    return DecisionForm.create(
        rx.el.label(
            rx.el.span(say(texts.CENTRE), class_name="label"),
            rx.el.select(*named, rx.el.option(say(texts.CENTRE_NONE), value=""), name="reason", class_name="input"),
            class_name="field",
        ),
        rx.el.div(button(texts.BEGIN, kind="submit", id="begin"), class_name="row"),
        panel="begin",
        on_hand_in=S.begin,
    )


def _registered() -> rx.Component:
    source = "/private/desk/client?id=" + S.client
    return rx.el.div(
        rx.el.section(
            rx.el.h2(say(texts.PROOF_TITLE)),
            rx.el.p(say(texts.PROOF_LEAD)),
            rx.el.dl(
                *(
                    rx.el.div(
                        rx.el.dt(say(words)), rx.el.dd(PrivateText.create(source=source, name=name, version=S.looks))
                    )
                    for name, words in texts.CLIENT_ROWS.items()
                ),
                class_name="answers",
            ),
            rx.cond(S.proven, rx.fragment(), rx.el.div(button(texts.PROOF_GO, on_click=S.prove, id="prove"))),
            class_name="card stack",
        ),
        rx.el.section(
            rx.el.h2(say(texts.VISIT_TITLE)),
            rx.el.p(say(texts.VISIT_LEAD)),
            rx.el.div(button(texts.VISIT_GO, weight="second", on_click=S.begin_visit, id="visit")),
            class_name="card stack",
        ),
        rx.el.div(
            RouterLink.create(say(texts.OTHER_CLIENT), to="/desk/centre", reload_document=True), class_name="row"
        ),
        class_name="stack",
    )


PAGE = Page("/desk/centre", texts.CENTRE_TITLE, _body, door=frozenset(CENTRE), on_load=CentreState.open)
