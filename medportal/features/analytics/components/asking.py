"""The row above the figures: which period, compared with what, and under which conditions."""

import reflex as rx

from medportal.features.analytics.rules.charts import numbers
from medportal.features.analytics.state.rows import ChipRow, ChoiceRow
from medportal.features.analytics.texts import bringing as bringing_texts
from medportal.features.analytics.texts import days as day_texts
from medportal.features.analytics.texts import goals as goal_texts
from medportal.features.analytics.texts import screens
from medportal.kernel.text import Text
from medportal.ui.browser import RouterLink, ViewLink
from medportal.ui.components.basics import icon, link_button
from medportal.ui.forms import DayInput
from medportal.ui.say import say

_LEFT, _RIGHT = "M15 5l-7 7 7 7", "M9 5l7 7-7 7"


SECTIONS: dict[str, Text] = {
    "/analytics": screens.TO_DASHBOARD,
    "/analytics/tables": screens.TO_TABLES,
    "/analytics/reports": screens.TO_REPORTS,
    "/analytics/goals": goal_texts.TITLE,
    "/analytics/day": day_texts.TITLE,
    "/analytics/import": bringing_texts.TITLE,
}


def heading(title: Text, lead: Text) -> rx.Component:
    """What a page of the practice is called, and what it is for."""
    return rx.el.div(
        rx.el.h1(say(title)), rx.el.p(say(lead), class_name="soft"), class_name="stack", style={"--gap": "0.3rem"}
    )


def sections(here: str, asked_elsewhere: dict[str, rx.Var[str]] | None = None) -> rx.Component:
    """The pages of the practice.

    Args:
        here: the address of the page on which this stands.
        asked_elsewhere: addresses that carry the question of this page over to others.
    """
    carried = asked_elsewhere or {}
    return rx.el.nav(
        *(
            RouterLink.create(
                say(text),
                to=rx.cond(carried[page] != "", carried[page], page) if page in carried else page,
                custom_attrs={"aria-current": "page"} if page == here else {},
            )
            for page, text in SECTIONS.items()
        ),
        aria_label=say(screens.SECTIONS),
        class_name="menu sections",
    )


def asked(state: type[rx.State]) -> rx.Component:
    """Period and comparison."""
    return rx.el.section(
        rx.el.div(
            rx.el.div(
                _step(state.earlier, screens.EARLIER, _LEFT),
                rx.el.h2(say(state.period), id="period", aria_live="polite"),
                _step(state.later, screens.LATER, _RIGHT),
                class_name="period-step",
            ),
            _choices(screens.PERIOD, state.spans, screens.SPANS),
            _choices(screens.COMPARE, state.compares, screens.COMPARES),
            class_name="asked",
        ),
        rx.el.details(
            rx.el.summary(say(screens.OWN_PERIOD)),
            rx.el.form(
                _day("from", screens.OWN_FROM, state.first_day),
                _day("to", screens.OWN_TO, state.last_day),
                rx.el.button(say(screens.OWN_SHOW), type="submit", class_name="button button-second"),
                on_submit=state.choose_days,
                class_name="row items-end",
            ),
            class_name="own-period",
        ),
        class_name="stack",
        style={"--gap": "0.6rem"},
        aria_label=say(screens.PERIOD),
    )


def compared_with(state: type[rx.State]) -> rx.Component:
    """Of which days the figures are that stand for comparison; nothing when there are none."""
    return rx.cond(
        state.compared["ru"] != numbers.NOTHING.ru,
        rx.el.p(say(state.compared), class_name="soft small", id="compared-with"),
    )


def conditions(chips: rx.Var[list[ChipRow]], clear: rx.Var[str]) -> rx.Component:
    """Conditions as chips; each is taken out by itself."""
    return rx.cond(
        chips.length() > 0,
        rx.el.div(
            rx.el.ul(rx.foreach(chips, _chip), class_name="chips", aria_label=say(screens.CONDITIONS)),
            ViewLink.create(say(screens.CLEAR), to=clear),
            class_name="row",
            id="conditions",
        ),
    )


def nothing_yet() -> rx.Component:
    """What stands in place of figures until there are data: where they come from."""
    return rx.el.section(
        rx.el.h2(say(screens.EMPTY_TITLE)),
        rx.el.p(say(screens.EMPTY_BODY)),
        rx.el.div(
            link_button(screens.BRING_IN, "/analytics/import"),
            link_button(screens.DAY_SHEET, "/analytics/day", weight="second"),
            class_name="row",
        ),
        class_name="card stack",
    )


def _chip(row: rx.Var[ChipRow]) -> rx.Component:
    return rx.el.li(
        ViewLink.create(
            say(row.text),
            rx.el.span("×", aria_hidden="true", class_name="cross"),
            rx.el.span(". ", say(screens.TAKE_OUT), class_name="unseen"),
            to=row.href,
            class_name="chip",
        ),
        key=row.key,
    )


def _step(href: rx.Var[str], text: Text, path: str) -> rx.Component:
    return ViewLink.create(icon(path), to=href, class_name="quiet", aria_label=say(text), title=say(text))


def _choices(title: Text, choices: rx.Var[list[ChoiceRow]], names: dict[str, Text]) -> rx.Component:
    def choice(row: rx.Var[ChoiceRow]) -> rx.Component:
        known = [(key, say(text)) for key, text in names.items()]
        return rx.el.li(
            ViewLink.create(
                rx.match(row.key, *known, ""),
                to=row.href,
                custom_attrs={"aria-current": rx.cond(row.chosen, "true", "false")},
            ),
            key=row.key,
        )

    return rx.el.ul(rx.foreach(choices, choice), class_name="segments", aria_label=say(title))


def _day(name: str, text: Text, value: rx.Var[str]) -> rx.Component:
    return rx.el.div(
        rx.el.label(say(text), html_for=f"own-{name}"),
        DayInput.create(id=f"own-{name}", name=name, start=value, required=True, key=value),
        class_name="field",
    )
