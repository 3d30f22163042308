"""The rules by which dates are reckoned: read by everybody, changed by staff version by version."""

from typing import Any

import reflex as rx

from medportal.features.attestations.components import tabs
from medportal.features.attestations.state.staff import RulesState
from medportal.features.attestations.texts import parts as words
from medportal.features.attestations.texts import screen
from medportal.ui.components.basics import notice, tag, textual_button
from medportal.ui.page import SIGNED_IN, Page
from medportal.ui.plain import plain, plain_form
from medportal.ui.say import say


def _body() -> rx.Component:
    return rx.el.div(
        tabs("/calendar/rules"),
        rx.el.h1(say(words.RULES_TITLE)),
        rx.el.p(say(words.RULES_LEAD), class_name="lead"),
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
            rx.cond(row["valid"] != "", rx.el.div(rx.el.dt(say(words.R_VALID)), rx.el.dd(row["valid"].to(str)))),
            rx.el.div(rx.el.dt(say(words.R_NUMBER)), rx.el.dd(row["version"].to(str))),
            class_name="answers",
        ),
        rx.cond(
            RulesState.may_edit,
            rx.cond(
                RulesState.editing == row["key"],
                _form(row["key"].to(str), row["form"].to(str)),
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
        _FIELDS,
        submit=words.R_SAVE,
        source=row_source,
        problems=RulesState.problems,
        attempt=RulesState.attempt,
        extra={"id": key},
        on_send=RulesState.save,
    )


_FIELDS = [
    plain("version", words.R_NUMBER, width="w-xs"),
    plain("is_verified", words.R_VERIFIED, "checkbox"),
    plain("verified", words.R_CHECKED, length=600),
    plain("source", words.R_SOURCE, length=1000, half=True),
    plain("source_en", words.R_SOURCE_EN, length=1000, half=True),
    plain("consequence", words.R_CONSEQUENCE, "textarea", length=1000, half=True),
    plain("consequence_en", words.R_CONSEQUENCE_EN, "textarea", length=1000, half=True),
    plain("valid_from", words.R_FROM, "date", half=True),
    plain("valid_to", words.R_TO, "date", half=True),
    plain("ladder", words.R_LADDER, length=100),
    plain("hours", words.R_HOURS, "number", half=True),
    plain("cpd", words.R_CPD, "number", half=True),
]
PAGE = Page("/calendar/rules", words.RULES_TITLE, _body, door=SIGNED_IN, on_load=RulesState.arrive)
