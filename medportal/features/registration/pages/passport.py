"""The section «passport»: two lines from the photo page fill the rest."""

import reflex as rx

from medportal.features.registration import texts
from medportal.features.registration.components import scan_filler, scan_mark, section_page
from medportal.features.registration.rules import wizard
from medportal.features.registration.schemas import Section
from medportal.features.registration.state import WizardState
from medportal.kernel.fields import Field
from medportal.ui.components.fields import field
from medportal.ui.forms import MrzFiller
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say


def _body() -> rx.Component:
    specs = {spec.name: spec for spec in wizard.fields(Section.PASSPORT)}
    lines = specs.pop("passport_mrz")
    short = ("passport_series", "passport_number")
    return section_page(
        Section.PASSPORT,
        scan_filler(Section.PASSPORT, sends=True),
        field(lines, below=_filler()),
        rx.el.div(*(_marked(specs.pop(name)) for name in short), class_name="two"),
        *(_marked(spec) for spec in specs.values()),
    )


def _marked(spec: Field) -> rx.Component:
    return field(spec, below=scan_mark(spec))


def _filler() -> rx.Component:
    return MrzFiller.create(
        name="passport_mrz",
        other="/private/answers/person",
        other_section=str(Section.PERSON),
        filled=say(texts.MRZ_FILLED),
        same=say(texts.MRZ_SAME),
        differs=say(texts.MRZ_DIFFERS),
        take=say(texts.MRZ_TAKE),
        labels={
            spec.name: spec.label.pair()
            for spec in wizard.fields(Section.PERSON)
            if spec.name in {"surname", "given_name", "patronymic", "birth_date", "sex"}
        },
    )


PAGE = Page(
    "/register/passport", texts.SECTION_TITLES[Section.PASSPORT], _body, door=ANYONE, on_load=WizardState.open_section
)
