"""Confirming phone and e-mail: a code, a link, and both states as they change."""

import reflex as rx

from medportal.features.registration import texts
from medportal.features.registration.rules import wizard
from medportal.features.registration.schemas import Section
from medportal.features.registration.state import ContactsState
from medportal.kernel.actor import Role
from medportal.kernel.text import Text
from medportal.ui import form_texts
from medportal.ui.browser import Nudged
from medportal.ui.components.basics import link, link_button, notice, tag
from medportal.ui.components.fields import field, form_top
from medportal.ui.forms import Again, Form, Submit, rules_of
from medportal.ui.page import ANYONE, Page
from medportal.ui.say import say
from medportal.ui.session import Session


def _body() -> rx.Component:
    return rx.el.div(
        link(texts.TITLE, "/register", class_name="soft"),
        rx.el.h1(say(texts.CONFIRM_TITLE)),
        _card(texts.PHONE, ContactsState.phone, ContactsState.phone_confirmed, ContactsState.phone_message, _phone()),
        _card(texts.EMAIL, ContactsState.email, ContactsState.email_confirmed, ContactsState.email_message, _email()),
        rx.el.div(
            rx.cond(
                ContactsState.phone_confirmed,
                rx.cond(
                    Session.role == str(Role.APPLICANT),
                    link_button(texts.GO_ON, "/register/numbers", id="go-on"),
                    link_button(texts.TO_CABINET, "/cabinet", id="go-on"),
                ),
                rx.el.p(say(texts.PHONE_TO_GO_ON), class_name="soft"),
            ),
            link(texts.CHANGE_CONTACTS, "/register/contacts"),
            class_name="row",
        ),
        Nudged.create(count=Session.nudges, on_nudge=ContactsState.refresh),
        class_name="stack column",
    )


def _card(
    title: Text, masked: rx.Var[str], confirmed: rx.Var[bool], message: rx.Var[dict[str, str]], way: rx.Component
) -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2(say(title)),
            rx.el.span(
                rx.cond(confirmed, tag(texts.CONFIRMED, "ok"), tag(texts.NOT_CONFIRMED, "warn")),
                role="status",
            ),
            class_name="row",
        ),
        rx.el.p(masked, class_name="number"),
        rx.cond(~confirmed, way),
        rx.cond((message["ru"] != "") & ~confirmed, notice(say(message), role="status")),
        class_name="card stack",
        style={"--gap": "0.9rem"},
    )


def _phone() -> rx.Component:
    code = next(spec for spec in wizard.fields(Section.CONTACTS) if spec.name == "sms_code")
    return rx.el.div(
        rx.el.div(
            Again.create(
                text=say(texts.SEND_CODE),
                again=say(texts.SEND_CODE_AGAIN),
                wait=say(texts.AGAIN_IN),
                seconds=ContactsState.code_wait,
                stamp=ContactsState.code_stamp,
                on_press=ContactsState.send_code,
            )
        ),
        Form.create(
            form_top(),
            field(code, asked=True),
            rx.el.div(
                Submit.create(text=say(texts.CONFIRM_CODE), wait=say(form_texts.WAIT)),
                class_name="row",
            ),
            section="contacts",
            schema=rules_of("wizard", "contacts"),
            only=["sms_code"],
            keeps=False,
            problems=ContactsState.problems,
            attempt=ContactsState.attempt,
            on_hand_in=ContactsState.confirm_phone,
        ),
        class_name="stack",
    )


def _email() -> rx.Component:
    again = Again.create(
        text=say(texts.SEND_LINK),
        again=say(texts.SEND_LINK_AGAIN),
        wait=say(texts.AGAIN_IN),
        seconds=ContactsState.link_wait,
        stamp=ContactsState.link_stamp,
        on_press=ContactsState.send_link,
    )
    return rx.el.div(again)


PAGE = Page("/register/confirm", texts.CONFIRM_TITLE, _body, door=ANYONE, on_load=ContactsState.open)
