"""The section «work»."""

import reflex as rx

from medportal.features.registration import texts
from medportal.features.registration.components import section_page
from medportal.features.registration.rules import wizard
from medportal.features.registration.schemas import Section
from medportal.features.registration.state import WizardState
from medportal.ui.components.fields import field
from medportal.ui.page import ANYONE, Page


def _body() -> rx.Component:
    either = {"licence_number", "employer_ogrn"}
    return section_page(Section.WORK, *(field(spec, asked=spec.name in either) for spec in wizard.fields(Section.WORK)))


PAGE = Page("/register/work", texts.SECTION_TITLES[Section.WORK], _body, door=ANYONE, on_load=WizardState.open_section)
