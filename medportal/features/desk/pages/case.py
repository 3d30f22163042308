"""One case: the scan beside what was read, typed and answered, and the decision."""

from typing import Any

import reflex as rx

from medportal.features.desk import texts
from medportal.features.desk.components import DecisionForm, area, comparison, keys, scan, undo_bar
from medportal.features.desk.state.asked import DESK
from medportal.features.desk.state.case import DeskCaseState, Event, ReasonLine
from medportal.features.desk.state.undo import UndoState
from medportal.kernel.text import Text
from medportal.ui.browser import Nudged, RouterLink
from medportal.ui.components.basics import button, notice, tag, textual_button
from medportal.ui.page import Page
from medportal.ui.say import say
from medportal.ui.session import Session

S = DeskCaseState


def _body() -> rx.Component:
    return rx.el.div(
        rx.el.div(RouterLink.create(say(texts.BACK), to=S.queue), keys(S.press, S.looks), class_name="row spread"),
        undo_bar(UndoState.offers, UndoState.now, UndoState.message, UndoState.undo, UndoState.pass_by, listens=False),
        Nudged.create(count=Session.nudges, on_nudge=S.glance),
        rx.cond(S.done["ru"] != "", notice(say(S.done), tone="ok")),
        rx.cond(
            S.message["ru"] != "",
            notice(
                rx.el.span(say(S.message)),
                rx.cond(S.stale, rx.el.div(textual_button(texts.LOOK_AGAIN, on_click=S.open))),
                tone="danger",
                role="alert",
            ),
        ),
        rx.cond(S.case != "", _case(), rx.el.h1(say(texts.CASE_TITLE))),
        class_name="stack",
    )


def _case() -> rx.Component:
    return rx.el.div(
        _head(),
        rx.el.div(
            rx.cond(
                S.neutral,
                rx.fragment(),
                rx.el.section(rx.el.h2(say(texts.SCAN), class_name="unseen"), scan(S.pages), class_name="case-scan"),
            ),
            rx.el.div(
                _decision(),
                _failed(),
                rx.el.section(
                    rx.el.h2(say(texts.COMPARISON)),
                    comparison("/private/desk/case?id=" + S.case, S.looks, S.people),
                    class_name="card stack",
                ),
                _history(),
                class_name="stack case-side",
            ),
            class_name=rx.cond(S.pages.length() > 0, "case", "case case-alone"),
        ),
        class_name="stack",
    )


def _head() -> rx.Component:
    return rx.el.div(
        rx.el.h1(say(S.title), id="case-title"),
        rx.el.div(
            tag(S.state_text, "info"),
            rx.match(S.tone, ("warn", tag(S.limit_text, "warn")), ("danger", tag(S.limit_text, "danger")), tag(S.limit_text)),
            rx.cond(S.appeal, tag(texts.APPEAL, "warn")),
            rx.el.span(
                say(texts.DUE), ": ", S.due, rx.cond(S.left["ru"] != "", rx.el.span(" · ", say(S.left))),
                class_name="soft small number",
            ),
            rx.el.span(say(texts.WITH), ": ", say(S.holder), class_name="soft small"),
            class_name="row",
        ),
        class_name="stack",
        style={"--gap": "0.5rem"},
    )  # fmt: skip


def _decision() -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(texts.ACTIONS)),
        rx.cond(S.barred["ru"] != "", notice(say(S.barred), tone="warn")),
        rx.foreach(S.meanings, lambda one: rx.el.p(say(one), class_name="soft small")),
        rx.el.div(
            rx.cond(
                S.may,
                rx.fragment(
                    rx.el.button(
                        say(texts.CONFIRM),
                        rx.el.kbd("C", custom_attrs={"aria-hidden": "true"}),
                        type="button",
                        class_name="button button-main",
                        on_click=S.confirm,
                        custom_attrs={"data-act": "confirm"},
                    ),
                    _act(texts.REFUSE, "R", "refuse", "danger"),
                    _act(texts.ASK, "A", "ask", "second"),
                    rx.cond(S.held, button(texts.RESUME, weight="second", on_click=S.resume), _act(texts.HOLD, "H", "hold", "second")),
                ),
            ),
            _act(texts.NOTE, "N", "note", "second"),
            rx.cond(S.takeable, button(texts.TAKE, weight="second", on_click=S.take)),
            rx.cond(S.mine & S.may, textual_button(texts.RELEASE, on_click=S.release)),
            class_name="row acts",
        ),
        rx.match(
            S.panel,
            ("refuse", _panel("refuse", texts.SEND_REFUSAL, _reasons("checkbox", texts.REASONS), _words())),
            ("ask", _panel("ask", texts.SEND_ASK, _reasons("radio", texts.REASON), _days(), _words())),
            ("hold", _panel("hold", texts.SAVE_HOLD, area("words", texts.NOTE_LABEL, required=True))),
            ("note", _panel("note", texts.SAVE_NOTE, area("words", texts.NOTE_LABEL, required=True))),
            rx.fragment(),
        ),
        class_name="card stack",
    )  # fmt: skip


def _act(text: Text, key: str, panel: str, weight: Any) -> rx.Component:
    return rx.el.button(
        say(text),
        rx.el.kbd(key, custom_attrs={"aria-hidden": "true"}),
        type="button",
        class_name=f"button button-{weight}",
        on_click=S.choose(panel),
        custom_attrs={"aria-expanded": rx.cond(S.panel == panel, "true", "false"), "data-act": panel},
    )


def _panel(name: str, go: Text, *parts: rx.Component) -> rx.Component:
    return rx.el.div(
        DecisionForm.create(
            *parts,
            rx.el.div(button(go, kind="submit"), textual_button(texts.CANCEL, on_click=S.choose("")), class_name="row"),
            panel=name,
            on_hand_in=S.hand_in,
        ),
        id="panel",
        tab_index=-1,
        class_name="notice notice-info",
    )


def _reasons(kind: str, title: Text) -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(say(title), class_name="label"),
        rx.foreach(S.reasons, lambda one: _reason(one, kind)),
        class_name="field reason-choices",
    )


def _reason(one: rx.Var[ReasonLine], kind: str) -> rx.Component:
    return rx.el.label(
        rx.el.input(type=kind, name="reason", value=one.code),
        rx.el.span(
            rx.el.strong(say(one.staff)),
            rx.cond(one.doctor["ru"] != "", rx.el.span(say(one.doctor), class_name="hint")),
        ),
        class_name="choice",
        key=one.code,
    )


def _words() -> rx.Component:
    return rx.cond(
        S.neutral,
        area("words", texts.WORDS, texts.WORDS_HINT_NEUTRAL),
        area("words", texts.WORDS, texts.WORDS_HINT),
    )


def _days() -> rx.Component:
    return rx.el.label(
        rx.el.span(say(texts.DAYS_LABEL), class_name="label"),
        rx.el.input(name="days", type="number", min="1", max="30", default_value="5", class_name="input w-xs"),
        class_name="field",
    )


def _failed() -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(texts.FAILED_RULES)),
        rx.cond(
            S.failed.length() > 0,
            rx.el.ul(rx.foreach(S.failed, lambda one: rx.el.li(say(one))), class_name="failed-rules"),
            rx.el.p(say(texts.NO_FAILED), class_name="soft"),
        ),
        class_name="card stack",
    )


def _history() -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(texts.HISTORY)),
        rx.el.ol(rx.foreach(S.events, _event), class_name="timeline"),
        class_name="card stack",
    )


def _event(event: rx.Var[Event]) -> rx.Component:
    return rx.el.li(
        rx.el.span(event.at, class_name="soft small number"),
        rx.el.span(say(event.deed), rx.cond(event.reasons["ru"] != "", rx.el.span(": ", say(event.reasons)))),
        rx.el.span(say(event.who), class_name="soft small"),
    )


PAGE = Page("/desk/case", texts.CASE_TITLE, _body, door=frozenset(DESK), on_load=S.open)
