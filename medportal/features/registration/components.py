"""The frame of a section's page: heading, form, button, the way back."""

from collections.abc import Mapping

import reflex as rx

from medportal.features.documents.components import doubt_words
from medportal.features.registration import rules, texts
from medportal.features.registration.rules import consent, suggesting, wizard
from medportal.features.registration.schemas import Section
from medportal.features.registration.state import WizardState
from medportal.features.registration.texts import consent as consent_texts
from medportal.features.registration.texts import scan as scan_texts
from medportal.kernel.fields import Field
from medportal.kernel.text import Text
from medportal.ui.browser import Nudged
from medportal.ui.components.basics import link, notice
from medportal.ui.components.fields import field, form_bottom, form_top
from medportal.ui.forms import Form, ScanFiller, ScanMark, rules_of
from medportal.ui.say import say
from medportal.ui.session import Session


def section_page(section: Section, *fields: rx.Component, keeps: rx.Var[bool] | bool = True) -> rx.Component:
    """A section: one thing per page."""
    return rx.el.div(
        rx.cond(
            WizardState.correcting,
            link(texts.CORRECTION_TITLE, "/register", class_name="soft"),
            link(texts.TITLE, "/register", class_name="soft"),
        ),
        rx.el.h1(say(texts.SECTION_TITLES[section])),
        rx.el.p(say(texts.SECTION_LEADS[section]), class_name="lead"),
        rx.cond(WizardState.correcting, notice(say(texts.NUMBERS_HIDDEN)))
        if section in rules.SEALED
        else rx.fragment(),
        message(),
        section_form(section, *(fields or fields_of(section)), keeps=keeps),
        class_name="stack column",
    )


def section_form(section: Section, *fields: rx.Component, keeps: rx.Var[bool] | bool) -> rx.Component:
    """The form of a section, around its fields."""
    return Form.create(
        form_top(),
        *fields,
        form_bottom(link(texts.BACK, "/register"), saves=section is not Section.PASSWORD),
        section=str(section),
        schema=rules_of("wizard", section),
        source="" if section is Section.PASSWORD else f"/private/answers/{section}",
        keeps=keeps,
        problems=WizardState.problems,
        attempt=WizardState.attempt,
        kept=WizardState.kept,
        on_keep=WizardState.keep,
        on_hand_in=WizardState.hand_in,
    )


def consent_words() -> rx.Component:
    """The consent as it is read before it is given."""
    return rx.el.article(
        *(
            rx.el.section(rx.el.h2(say(title)), rx.el.p(say(body)), class_name="stack", style={"--gap": "0.35rem"})
            for title, body in consent_texts.PARAGRAPHS
        ),
        # A filled sentence is in no catalogue: it carries both languages itself.
        rx.el.p(
            say(rx.Var.create(consent_texts.VERSION.fill(version=consent.VERSION).pair())), class_name="soft small"
        ),
        class_name="card stack",
    )


def fields_of(section: Section) -> list[rx.Component]:
    """The fields of a section in their order."""
    return [field(spec, below=scan_mark(spec) if _is_read(section, spec) else None) for spec in wizard.fields(section)]


def scan_filler(section: Section, *, sends: bool) -> rx.Component:
    """What a scan of the passport offers to a section; with `sends` the scan is handed in here."""
    return ScanFiller.create(
        source=f"/private/scan/{section}", words=_scan_words(), sends=sends, asks=WizardState.scanned
    )


def client_fields_of(
    section: Section, *, source: rx.Var[str] | str, client: rx.Var[str] | str, scanned: rx.Var[bool] | bool
) -> list[rx.Component]:
    """The fields of a section as an operator keys them in; `source` says what the client's scanned passport offers."""
    marked = [
        field(spec, below=scan_mark(spec) if _is_read(section, spec) else None) for spec in wizard.fields(section)
    ]
    if section not in suggesting.READ_AS:
        return marked
    words = _scan_words({**scan_texts.WORDS, **doubt_words(), **scan_texts.CLIENT_WORDS})
    sends = section is not Section.ADDRESS
    return [ScanFiller.create(source=source, words=words, sends=sends, asks=scanned, client=client), *marked]


def scan_mark(spec: Field) -> rx.Component:
    """Beside a field: whether its value was read off the scan, and what proves it."""
    return ScanMark.create(
        name=spec.name, words=_scan_words(), choices={value: words.pair() for value, words in spec.choices}
    )


def _is_read(section: Section, spec: Field) -> bool:
    return spec.name in suggesting.READ_AS.get(section, {})


def _scan_words(table: Mapping[str, Text] | None = None) -> rx.Var[dict[str, object]]:
    # A sentence with a number in it is put together in the browser: it goes there as a pair.
    words = table or {**scan_texts.WORDS, **doubt_words()}
    return rx.Var.create({name: text.pair() if "{" in text.ru else say(text) for name, text in words.items()})


def message() -> rx.Component:
    """What a refusal said that belongs to no field."""
    return rx.cond(
        WizardState.message["ru"] != "",
        notice(say(WizardState.message), tone="danger", role="alert"),
    )


def refreshed() -> rx.Component:
    """Looks again when something about the person changed elsewhere: a link opened, a check answered."""
    return Nudged.create(count=Session.nudges, on_nudge=WizardState.refresh)
