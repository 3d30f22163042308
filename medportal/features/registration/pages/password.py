"""The section «password»: never kept in the draft, hashed at once."""

import reflex as rx

from medportal.features.registration import texts
from medportal.features.registration.components import section_page
from medportal.features.registration.rules import wizard
from medportal.features.registration.schemas import Section
from medportal.features.registration.state import WizardState
from medportal.ui.components.fields import field, strength
from medportal.ui.page import ANYONE, Page


def _body() -> rx.Component:
    first, again = wizard.fields(Section.PASSWORD)
    return section_page(Section.PASSWORD, field(first, below=strength(first.name)), field(again), keeps=False)


PAGE = Page(
    "/register/password", texts.SECTION_TITLES[Section.PASSWORD], _body, door=ANYONE, on_load=WizardState.open_section
)
