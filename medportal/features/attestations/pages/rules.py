"""The rules by which dates are reckoned: read by everybody, changed by staff version by version."""

from typing import Any

import reflex as rx

from medportal.features.attestations.components import head
from medportal.features.attestations.state.staff import RulesState
from medportal.features.attestations.texts import parts as words
from medportal.features.attestations.texts import screen
from medportal.ui.components.basics import notice, tag, textual_button
from medportal.ui.page import SIGNED_IN, Page
from medportal.ui.plain import plain_form
from medportal.ui.say import say


def _body() -> rx.Component:
    return rx.el.div(
        head("/calendar/rules", words.RULES_TITLE, words.RULES_LEAD),
        rx.cond(RulesState.done["ru"] != "", notice(say(RulesState.done), tone="ok", role="status")),
        rx.foreach(RulesState.rows, _rule),
        class_name="stack column",
    )


def _rule(row: rx.Var[dict[str, Any]]) -> rx.Component:
    lines = (
        (words.R_PERIOD, "period"),
        (words.R_DEMAND, "demand"),
        (words.R_CONSEQUENCE, "consequence"),
        (words.R_SOURCE, "source"),
    )
    return rx.el.article(
        rx.el.div(
            rx.el.h2(say(row["title"])),
            rx.cond(
                row["verified"].to(bool), tag(screen.SHEET["verified"], "ok"), tag(screen.SHEET["notVerified"], "warn")
            ),
            class_name="row",
        ),
        rx.el.dl(
            *(
                rx.cond(
                    row[name].to(dict[str, str])["ru"] != "",
                    rx.el.div(rx.el.dt(say(title)), rx.el.dd(say(row[name]))),
                )
                for title, name in lines
            ),
            rx.cond(
                row["valid"].to(dict[str, str])["ru"] != "",
                rx.el.div(rx.el.dt(say(words.R_VALID)), rx.el.dd(say(row["valid"]))),
            ),
            rx.el.div(rx.el.dt(say(words.R_CHECKED)), rx.el.dd(say(row["checked"].to(dict[str, str])))),
            rx.el.div(
                rx.el.dt(say(words.R_STEPS)),
                rx.el.dd(rx.el.ul(rx.foreach(row["steps"].to(list[dict[str, Any]]), _step), class_name="grid gap-1")),
            ),
            rx.el.div(rx.el.dt(say(words.R_NUMBER)), rx.el.dd(row["version"].to(str))),
            class_name="answers",
        ),
        rx.cond(
            RulesState.may_edit,
            rx.cond(
                RulesState.editing == row["key"],
                rx.el.div(
                    _form(row["key"].to(str), row["form"].to(str)),
                    textual_button(words.R_CANCEL, on_click=RulesState.edit("")),
                    class_name="stack",
                ),
                rx.el.div(textual_button(words.R_EDIT, on_click=RulesState.edit(row["key"].to(str)))),
            ),
        ),
        key=row["key"].to(str),
        class_name="card stack",
        style={"--gap": "0.7rem"},
        custom_attrs={"data-rule": row["key"].to(str)},
    )


def _form(key: rx.Var[str], row_source: rx.Var[str]) -> rx.Component:
    return plain_form(
        RulesState.fields,
        submit=words.R_SAVE,
        source=row_source,
        problems=RulesState.problems,
        attempt=RulesState.attempt,
        extra={"id": key},
        on_send=RulesState.save,
    )


def _step(step: rx.Var[dict[str, Any]]) -> rx.Component:
    return rx.el.li(rx.el.strong(say(step["title"])), ": ", say(step["words"]))


PAGE = Page("/calendar/rules", words.RULES_TITLE, _body, door=SIGNED_IN, on_load=RulesState.arrive)
