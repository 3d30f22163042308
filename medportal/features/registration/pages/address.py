"""The section «address»."""

import reflex as rx

from medportal.features.registration import texts
from medportal.features.registration.components import fields_of, scan_filler, section_page
from medportal.features.registration.schemas import Section
from medportal.features.registration.state import WizardState
from medportal.ui.page import ANYONE, Page


def _body() -> rx.Component:
    return section_page(Section.ADDRESS, scan_filler(Section.ADDRESS, sends=True), *fields_of(Section.ADDRESS))


PAGE = Page(
    "/register/address", texts.SECTION_TITLES[Section.ADDRESS], _body, door=ANYONE, on_load=WizardState.open_section
)
