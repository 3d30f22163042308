"""A client who was received in a centre opens the link of his letter: he reads the consent and gives it himself."""

import reflex as rx

from medportal.features.registration import texts
from medportal.features.registration.components import consent_words
from medportal.features.registration.rules import wizard
from medportal.features.registration.schemas import Section
from medportal.features.registration.state.activation import ActivationState
from medportal.ui.components.basics import notice
from medportal.ui.components.fields import field, form_bottom, form_top
from medportal.ui.forms import Form, HashToken, rules_of
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say

S = ActivationState


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(texts.ACTIVATION_TITLE)),
        HashToken.create(on_token=S.open_link),
        rx.cond(S.message["ru"] != "", notice(say(S.message), tone="warn", role="status")),
        rx.cond(
            S.alive,
            rx.el.div(
                rx.el.p(say(texts.ACTIVATION_LEAD), class_name="lead"),
                consent_words(),
                Form.create(
                    form_top(),
                    *(field(spec) for spec in wizard.fields(Section.CONSENT)),
                    form_bottom(text=texts.ACTIVATION_GO, saves=False),
                    section=str(Section.CONSENT),
                    schema=rules_of("wizard", Section.CONSENT),
                    keeps=False,
                    carries=True,
                    problems=S.problems,
                    attempt=S.attempt,
                    on_hand_in=S.agree,
                ),
                class_name="stack",
            ),
            rx.cond(S.looked, rx.fragment(), rx.el.p(say(texts.ACTIVATION_CHECKING), role="status", class_name="soft")),
        ),
        class_name="stack column",
    )


PAGE = Page("/activate", texts.ACTIVATION_TITLE, _body, door=ANYONE)
