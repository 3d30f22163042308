"""Tiles: one figure each, how it moved, its trend, and what stands behind it."""

import reflex as rx

from medportal.features.analytics.state.rows import TileRow
from medportal.features.analytics.texts import screens
from medportal.kernel.text import Text
from medportal.ui.say import say


def tiles(rows: rx.Var[list[TileRow]]) -> rx.Component:
    """All figures."""
    return rx.el.section(
        rx.el.h2(say(screens.FIGURES), class_name="unseen"),
        rx.el.div(rx.foreach(rows, _tile), class_name="tiles"),
    )


def _tile(row: rx.Var[TileRow]) -> rx.Component:
    return rx.el.article(
        rx.el.h3(say(row.title)),
        rx.el.p(say(row.value), class_name="figure", custom_attrs={"data-metric": row.key}),
        rx.cond(
            row.direction != "",
            rx.el.p(
                rx.match(
                    row.direction,
                    ("up", _moved("▲", screens.MORE)),
                    ("down", _moved("▼", screens.LESS)),
                    _moved("", screens.SAME),
                ),
                rx.cond(row.direction != "same", rx.el.span(say(row.change))),
                rx.cond(row.before["ru"] != "", rx.el.span(" · ", say(row.before), class_name="soft")),
                class_name="small number",
            ),
        ),
        rx.cond(row.goal["ru"] != "", _goal(row)),
        rx.cond(row.spark != "", _spark(row)),
        rx.el.details(
            rx.el.summary(say(screens.HOW_RECKONED)),
            rx.el.dl(
                _behind(screens.FORMULA, row.formula),
                _behind(screens.SOURCE, row.source),
                _behind(screens.LEFT_OUT, row.left_out),
            ),
            class_name="behind small",
        ),
        key=row.key,
        class_name="card tile",
    )


def _moved(sign: str, words: Text) -> rx.Component:
    # The arrow is for eyes; the word is for everybody who does not see it.
    if not sign:
        return rx.el.span(say(words))
    return rx.el.span(rx.el.span(sign, " ", aria_hidden="true"), rx.el.span(say(words), " ", class_name="unseen"))


def _goal(row: rx.Var[TileRow]) -> rx.Component:
    return rx.el.div(
        rx.el.p(say(row.goal), class_name="small"),
        rx.el.div(rx.el.i(style={"width": row.progress.to_string() + "%"}), class_name="meter"),
    )


def _spark(row: rx.Var[TileRow]) -> rx.Component:
    return rx.el.svg(
        rx.el.svg.path(d=row.spark, custom_attrs={"vectorEffect": "non-scaling-stroke"}),
        view_box="0 0 100 24",
        class_name="spark",
        custom_attrs={"preserveAspectRatio": "none", "aria-hidden": "true"},
    )


def _behind(title: Text, words: rx.Var) -> rx.Component:
    return rx.el.div(rx.el.dt(say(title)), rx.el.dd(say(words)))
