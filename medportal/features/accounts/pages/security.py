"""One's sessions, password and consent."""

import reflex as rx

from medportal.features.accounts import field_texts as words
from medportal.features.accounts.components import account_form, said
from medportal.features.accounts.state import Device, SecurityState
from medportal.ui.browser import Nudged
from medportal.ui.components.basics import button, notice, tag, textual_button
from medportal.ui.page import SIGNED_IN, Page
from medportal.ui.say import either, say
from medportal.ui.session import Session


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(words.SECURITY_TITLE)),
        said(SecurityState.message, SecurityState.tone),
        _sessions(),
        _password(),
        # Whoever works here was invited and gave no consent to withdraw; he has a second step instead.
        rx.cond(SecurityState.second_step, _second_step(), _consent()),
        Nudged.create(count=Session.nudges, on_nudge=SecurityState.refresh),
        class_name="stack",
        style={"--gap": "2rem"},
    )


def _sessions() -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(words.SESSIONS_TITLE)),
        rx.el.ul(rx.foreach(SecurityState.devices, _device), class_name="tasks"),
        rx.el.div(
            button(words.SIGN_OUT_OTHERS, weight="second", on_click=SecurityState.end_others),
            button(
                words.SIGN_OUT_EVERYWHERE, weight="danger", on_click=SecurityState.end_all, id="sign-out-everywhere"
            ),
            class_name="row",
        ),
        class_name="stack",
    )


def _device(device: rx.Var[Device]) -> rx.Component:
    agent = either(device.agent_ru, device.agent_en)
    return rx.el.li(
        rx.el.div(
            rx.el.div(
                rx.el.strong(agent),
                " ",
                rx.cond(device.current, tag(words.SESSION_CURRENT, "ok")),
                rx.el.div(say(words.SESSION_BEGUN), ": ", device.begun, class_name="soft small number"),
                rx.el.div(say(words.SESSION_SEEN), ": ", device.seen, class_name="soft small number"),
            ),
            rx.cond(
                ~device.current,
                rx.el.button(
                    say(words.SESSION_END),
                    rx.el.span(" ", say(words.SESSION_END_UNSEEN), " ", agent, class_name="unseen"),
                    type="button",
                    class_name="textual",
                    on_click=SecurityState.end(device.id),
                ),
            ),
            class_name="task",
        ),
        key=device.id,
    )


def _password() -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(words.CHANGE_TITLE)),
        rx.el.p(say(words.CHANGE_LEAD), class_name="soft"),
        account_form("change", button=words.CHANGE_SAVE, state=SecurityState, on_hand_in=SecurityState.change_password),
        class_name="card stack column",
    )


def _second_step() -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(words.SECOND_STEP_TITLE)),
        rx.el.p(say(words.SECOND_STEP_LEAD), class_name="soft"),
        rx.el.p(
            say(words.SPARES_LEFT), ": ", rx.el.strong(SecurityState.spares, id="spares-left"), class_name="number"
        ),
        rx.cond(SecurityState.spares < 3, notice(say(words.SPARES_FEW), tone="warn")),
        class_name="stack column",
    )


def _consent() -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(words.WITHDRAW_TITLE)),
        rx.el.p(say(words.WITHDRAW_LEAD), class_name="soft"),
        rx.cond(
            SecurityState.withdrawing,
            notice(
                rx.el.p(say(words.WITHDRAW_SURE)),
                rx.el.div(
                    button(words.YES_WITHDRAW, weight="danger", on_click=SecurityState.withdraw),
                    button(words.NO_KEEP, weight="second", on_click=SecurityState.ask_withdraw(False)),
                    class_name="row",
                ),
                tone="warn",
                role="alert",
            ),
            rx.el.div(textual_button(words.WITHDRAW, on_click=SecurityState.ask_withdraw(True))),
        ),
        class_name="stack column",
    )


PAGE = Page("/security", words.SECURITY_TITLE, _body, door=SIGNED_IN, on_load=SecurityState.open)
