"""A client at the table who is not registered yet: keyed in from the originals, scanned, and sent a letter."""

import reflex as rx

from medportal.features.desk.components import DecisionForm
from medportal.features.desk.pages.table import message, papers
from medportal.features.desk.state.centre import CENTRE, CentreState
from medportal.features.desk.texts import centre as texts
from medportal.features.registration.components import client_fields_of
from medportal.features.registration.schemas import Section
from medportal.ui.browser import RouterLink
from medportal.ui.components.basics import button, notice, tag
from medportal.ui.components.fields import form_bottom, form_top
from medportal.ui.forms import Form, rules_of
from medportal.ui.page import Page
from medportal.ui.say import say

S = CentreState


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(texts.CLIENT_TITLE)),
        message(),
        rx.cond(S.client != "", _client(), rx.el.div(_other(), class_name="row")),
        class_name="stack",
    )


def _client() -> rx.Component:
    return rx.el.div(
        rx.cond(
            S.agreed,
            notice(rx.cond(S.finished, say(texts.FINISHED), say(texts.AGREED)), tone="ok", role="status"),
            rx.cond(S.colleague, _colleagues(), rx.el.div(
                rx.el.nav(
                    rx.el.ol(*(_step(name, words) for name, words in texts.SECTIONS.items()), class_name="sorts"),
                    aria_label=say(texts.CLIENT_TITLE),
                ),
                rx.el.div(rx.match(S.section, *((name, _section(name)) for name in texts.SECTIONS), rx.fragment()), papers(), _letter(), class_name="stack"),
                class_name="desk",
            )),
        ),
        rx.el.div(_other(), class_name="row"),
        class_name="stack",
    )  # fmt: skip


def _colleagues() -> rx.Component:
    return rx.el.section(
        rx.el.p(say(texts.AT_COLLEAGUE)),
        rx.el.div(button(texts.TAKE_OVER, on_click=S.take_over, id="take-over"), class_name="row"),
        class_name="card stack",
    )


def _step(name: str, words: object) -> rx.Component:
    return rx.el.li(
        rx.el.button(
            rx.el.span(say(words)),  # pyright: ignore[reportArgumentType]
            rx.cond(S.done.contains(name), tag(texts.SECTION_DONE, "ok")),
            type="button",
            class_name="step",
            on_click=S.choose(name),
            custom_attrs={"aria-current": rx.cond(S.section == name, "step", "false"), "data-section": name},
        )
    )


def _section(name: str) -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(texts.SECTIONS[name])),
        Form.create(
            form_top(),
            *client_fields_of(
                Section(name),
                source="/private/desk/scan?section=" + name + "&id=" + S.client,
                client=S.client,
                scanned=S.scanned,
            ),
            form_bottom(text=texts.SAVE_SECTION, saves=False),
            section=name,
            schema=rules_of("wizard"),
            source="/private/desk/answers?section=" + name + "&id=" + S.client,
            keeps=False,
            problems=S.problems,
            attempt=S.attempt,
            on_hand_in=S.hand_in,
        ),
        key=name,
        class_name="card stack",
    )


def _letter() -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(texts.LETTER_TITLE)),
        rx.el.p(say(texts.LETTER_LEAD)),
        rx.cond(
            S.invited != "",
            notice(
                rx.el.span(say(texts.INVITED), " ", S.email, ", ", say(texts.INVITED_UNTIL), " ", S.until, id="invited", tab_index=-1),
                tone="ok",
                role="status",
            ),
        ),
        rx.cond(
            S.ready,
            DecisionForm.create(
                rx.el.fieldset(
                    rx.el.legend(say(texts.PAPERS_SEEN), class_name="label"),
                    *(
                        rx.el.div(
                            rx.el.label(
                                rx.el.input(type="checkbox", name="reason", value=kind),
                                rx.el.span(say(words)),
                                class_name="choice",
                            )
                        )
                        for kind, words in texts.PAPER_KINDS.items()
                    ),
                    class_name="field",
                ),
                rx.el.div(button(texts.SEND_LETTER, kind="submit", id="send-letter"), class_name="row"),
                panel="invite",
                on_hand_in=S.invite,
            ),
        ),
        rx.el.a(say(texts.INSTRUCTION), href="/desk/centre/instruction.pdf", target="_blank"),
        class_name="card stack",
    )  # fmt: skip


def _other() -> rx.Component:
    return RouterLink.create(say(texts.OTHER_CLIENT), to="/desk/centre", reload_document=True)


PAGE = Page("/desk/centre/client", texts.CLIENT_TITLE, _body, door=frozenset(CENTRE), on_load=CentreState.open_client)
