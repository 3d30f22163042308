"""The section «contacts»: phone and e-mail; proving them has a page of its own."""

import reflex as rx

from medportal.features.registration import texts
from medportal.features.registration.components import section_page
from medportal.features.registration.rules import wizard
from medportal.features.registration.schemas import Section
from medportal.features.registration.state import WizardState
from medportal.kernel.fields import Field
from medportal.ui.components.fields import field
from medportal.ui.page import ANYONE, Page


def _body() -> rx.Component:
    return section_page(
        Section.CONTACTS,
        *(field(spec) for spec in wizard.fields(Section.CONTACTS) if spec.name != "sms_code"),
        rx.cond(WizardState.correcting, field(_PASSWORD)),
        keeps=~WizardState.correcting,
    )


# Asked for in a correction only; it is no answer of the section, so the server alone judges it.
_PASSWORD = Field(
    name="current_password",
    label=texts.CURRENT_PASSWORD,
    hint=texts.CURRENT_PASSWORD_HINT,
    kind="password",
    secret=True,
    length=256,
    autocomplete="current-password",
)

PAGE = Page(
    "/register/contacts", texts.SECTION_TITLES[Section.CONTACTS], _body, door=ANYONE, on_load=WizardState.open_section
)
