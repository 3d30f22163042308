"""Goals, the norm of the post, and colleagues."""

import reflex as rx

from medportal.features.analytics.components.asking import heading, sections
from medportal.features.analytics.rules.aims import AIMED
from medportal.features.analytics.state.goals import GoalsState
from medportal.features.analytics.state.rows import CellRow, GoalRow
from medportal.features.analytics.texts import goals as texts
from medportal.features.analytics.texts import screens
from medportal.kernel.actor import Role
from medportal.ui.components.basics import link, notice, tag
from medportal.ui.page import Page
from medportal.ui.plain import plain, plain_form
from medportal.ui.say import say

_GOALS = [plain(one.value, texts.NAMES[one.value], length=20, width="w-sm", half=True) for one in AIMED]
_NORM = [
    plain("minutes", texts.MINUTES, hint=texts.MINUTES_HINT, length=20, width="w-sm", half=True),
    plain("hours_a_day", texts.HOURS, hint=texts.HOURS_HINT, length=20, width="w-sm", half=True),
    plain("share_of_post", texts.SHARE, hint=texts.SHARE_HINT, length=20, width="w-sm", half=True),
]


def _body() -> rx.Component:
    return rx.el.div(
        heading(texts.TITLE, texts.LEAD),
        sections("/analytics/goals"),
        rx.el.div(
            rx.cond(GoalsState.message["ru"] != "", notice(rx.el.p(say(GoalsState.message)), tone="ok")),
            rx.cond(GoalsState.refusal["ru"] != "", notice(rx.el.p(say(GoalsState.refusal)), tone="warn")),
            role="status",
        ),
        rx.cond(
            GoalsState.loaded,
            rx.cond(
                GoalsState.has_data,
                rx.el.p(say(GoalsState.period), class_name="soft small"),
                notice(rx.el.p(say(texts.NO_DATA)), link(screens.BRING_IN, "/analytics/import")),
            ),
        ),
        _goals(),
        _norm(),
        _colleagues(),
        class_name="stack practice",
        style={"--gap": "1.5rem"},
    )


def _goals() -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(texts.GOALS)),
        rx.cond(
            GoalsState.goals.length() > 0,
            rx.el.ul(rx.foreach(GoalsState.goals, _goal), class_name="goals"),
            rx.cond(GoalsState.loaded, rx.el.p(say(texts.NO_GOALS))),
        ),
        rx.el.details(
            rx.el.summary(say(texts.SET_GOALS)),
            rx.el.p(say(texts.GOALS_LEAD), class_name="soft"),
            plain_form(
                _GOALS,
                submit=texts.KEEP_GOALS,
                id="goals",
                source="/private/practice/goals",
                problems=GoalsState.goal_problems,
                attempt=GoalsState.goal_attempt,
                on_send=GoalsState.keep_goals,
            ),
            class_name="own-period",
        ),
        class_name="card stack",
    )


def _goal(row: rx.Var[GoalRow]) -> rx.Component:
    return rx.el.li(
        rx.el.strong(say(row.title)),
        rx.el.div(rx.el.i(style={"width": row.progress.to_string() + "%"}), class_name="meter", aria_hidden="true"),
        rx.el.p(rx.el.strong(say(row.way)), " · ", say(row.said), class_name="small number"),
        key=row.key,
        custom_attrs={"data-goal": row.key},
    )


def _norm() -> rx.Component:
    return rx.el.section(
        rx.el.h2(say(texts.NORM)),
        rx.el.p(say(texts.NORM_LEAD), class_name="soft"),
        rx.cond(
            GoalsState.listed_norm["ru"] != "",
            rx.el.div(
                rx.el.p(say(GoalsState.listed_norm), " ", tag(texts.NOT_CHECKED, "warn")),
                rx.el.p(say(texts.NOT_CHECKED_HINT), class_name="soft small"),
            ),
            rx.cond(GoalsState.loaded, rx.el.p(say(texts.NOT_LISTED))),
        ),
        rx.cond(GoalsState.planned["ru"] != "", rx.el.p(say(GoalsState.planned), id="planned")),
        plain_form(
            _NORM,
            submit=texts.KEEP_NORM,
            id="norm",
            source="/private/practice/norm",
            problems=GoalsState.norm_problems,
            attempt=GoalsState.norm_attempt,
            on_send=GoalsState.keep_norm,
        ),
        class_name="card stack",
    )


def _colleagues() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.h2(say(texts.COLLEAGUES)),
            rx.cond(
                GoalsState.loaded, rx.cond(GoalsState.takes_part, tag(texts.IS_ON, "ok"), tag(texts.IS_OFF, "plain"))
            ),
            class_name="row",
        ),
        *(rx.el.p(say(text)) for text in texts.SHARED),
        rx.cond(
            GoalsState.loaded,
            # One button whose words change, so that focus stays on it.
            rx.el.div(
                rx.el.button(
                    rx.cond(GoalsState.takes_part, say(texts.SWITCH_OFF), say(texts.SWITCH_ON)),
                    type="button",
                    id="take-part",
                    class_name="button button-second",
                    on_click=GoalsState.take_part({"wanted": ~GoalsState.takes_part}),
                )
            ),
        ),
        rx.cond(GoalsState.takes_part, _compared()),
        class_name="card stack",
        id="colleagues",
    )


def _compared() -> rx.Component:
    return rx.el.div(
        rx.el.p(say(GoalsState.who), id="who"),
        rx.cond(
            GoalsState.cells.length() > 0,
            rx.fragment(
                rx.el.p(say(texts.LEGEND), class_name="soft small"),
                rx.el.ul(rx.foreach(GoalsState.cells, _cell), class_name="peers"),
                rx.cond(
                    GoalsState.hidden["ru"] != "", rx.el.p(say(GoalsState.hidden), class_name="soft small", id="hidden")
                ),
            ),
            notice(rx.el.p(say(texts.NOBODY))),
        ),
        rx.el.p(say(texts.MOVED), class_name="soft small"),
        class_name="stack",
    )


def _cell(row: rx.Var[CellRow]) -> rx.Component:
    return rx.el.li(
        rx.el.h3(say(row.title)),
        rx.el.p(rx.el.span(say(row.own), class_name="figure"), " ", say(texts.YOURS), class_name="number"),
        rx.el.div(
            rx.el.i(class_name="peer-half", style={"left": row.low_at, "width": row.width}),
            rx.el.i(class_name="peer-middle", style={"left": row.middle_at}),
            rx.cond(row.own_at != "", rx.el.i(class_name="peer-own", style={"left": row.own_at})),
            class_name="peer-scale",
            aria_hidden="true",
        ),
        rx.el.p(say(row.middle), class_name="small number"),
        rx.el.p(say(row.half), class_name="small number"),
        rx.el.p(say(row.behind), class_name="soft small number"),
        key=row.key,
        custom_attrs={"data-peer": row.key},
    )


PAGE = Page("/analytics/goals", texts.TITLE, _body, door=frozenset({Role.DOCTOR}), on_load=GoalsState.open)
