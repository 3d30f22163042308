"""Charts: a title that says what is shown, the picture, the same in a sentence and as a table, and files."""

from typing import Any

import reflex as rx

from medportal.features.analytics.state.rows import BarRow, ChartRow, ColumnRow, ColumnsRow, PieceRow, TickRow
from medportal.features.analytics.texts import screens
from medportal.kernel.text import Text
from medportal.ui.browser import SaveFile, ViewLink
from medportal.ui.say import say


def chart_frame(
    name: rx.Var[str] | str,
    title: rx.Var,
    unit: Text | rx.Var,
    summary: rx.Var,
    *parts: rx.Component,
    twin: rx.Component | None,
    save: rx.Var[str],
    **props: Any,
) -> rx.Component:
    """What stands around every chart."""
    title_id = "title-" + name if isinstance(name, str) else "title-" + name.to(str)
    return rx.el.figure(
        rx.el.figcaption(
            rx.el.h3(say(title), id=title_id),
            rx.el.p(say(unit), class_name="soft small"),
            rx.el.p(say(summary), class_name="small chart-summary"),
        ),
        *parts,
        rx.el.div(
            twin or rx.fragment(),
            rx.el.div(
                rx.el.span(say(screens.SAVE), ":", class_name="soft"),
                *(_save(save, title, form, label, as_picture=picture) for form, label, picture in _FORMS),
                class_name="row small",
            ),
            class_name="chart-tools",
        ),
        class_name="card chart",
        aria_labelledby=title_id,
        **props,
    )


_FORMS = (("csv", "CSV", False), ("svg", "SVG", False), ("svg", "PNG", True))


def _save(source: rx.Var[str], title: rx.Var, form: str, label: str, *, as_picture: bool) -> rx.Component:
    return SaveFile.create(
        source=source,
        form=form,
        label=label,
        about=say(title),
        trouble=say(screens.SAVE_FAILED),
        as_picture=as_picture,
    )


def bars(row: rx.Var[ChartRow]) -> rx.Component:
    """A chart of bars: each is a link that keeps only it, or lets it go again."""
    return chart_frame(
        row.name,
        row.title,
        row.unit,
        row.summary,
        # That there is nothing, the summary says already.
        rx.cond(row.empty, rx.fragment(), rx.el.ul(rx.foreach(row.bars, _bar), class_name="bars")),
        rx.cond(row.rest["ru"] != "", rx.el.p(say(row.rest), class_name="soft small")),
        rx.cond(row.drill != "", rx.el.a(say(screens.DRILL), href=row.drill, class_name="small")),
        twin=_bars_twin(row),
        save=row.save,
        id="chart-" + row.name.to(str),
        key=row.name,
    )


def _bars_twin(row: rx.Var[ChartRow]) -> rx.Component:
    heads = (screens.NAME, screens.VALUE, screens.SHARE)
    return rx.el.details(
        rx.el.summary(say(screens.AS_TABLE)),
        rx.el.div(
            rx.el.table(
                rx.el.caption(say(row.title), class_name="unseen"),
                rx.el.thead(
                    rx.el.tr(
                        *(rx.el.th(say(text), scope="col") for text in heads),
                        rx.cond(row.compared, rx.el.th(say(screens.BEFORE_PERIOD), scope="col")),
                    )
                ),
                rx.el.tbody(rx.foreach(row.bars, lambda bar: _bar_twin(bar, row.compared))),
                class_name="table number",
            ),
            class_name="scroll",
            tab_index=0,
        ),
    )


def _bar_twin(row: rx.Var[BarRow], compared: rx.Var[bool]) -> rx.Component:
    return rx.el.tr(
        rx.el.th(rx.cond(row.code != "", rx.el.span(row.code, " ")), say(row.label), scope="row"),
        rx.el.td(say(row.value)),
        rx.el.td(say(row.share)),
        rx.cond(compared, rx.el.td(say(row.before))),
        key=row.key,
    )


def _bar(row: rx.Var[BarRow]) -> rx.Component:
    return rx.el.li(
        ViewLink.create(
            rx.el.span(
                rx.cond(row.code != "", rx.el.span(row.code, " ", class_name="soft mono")),
                say(row.label),
                rx.cond(row.known, "", rx.el.span(" (", say(screens.UNKNOWN_CODE), ")", class_name="soft")),
                class_name="bar-name",
            ),
            rx.el.span(
                rx.el.strong(say(row.value)),
                rx.el.span(" · ", say(row.share), class_name="soft"),
                rx.cond(
                    row.before["ru"] != "",
                    rx.el.span(". ", say(screens.BEFORE_PERIOD), ": ", say(row.before), class_name="unseen"),
                ),
                class_name="bar-value number",
            ),
            rx.el.svg(
                rx.el.svg.rect(width=row.before_width, height="100%", rx="3", class_name="tone-before"),
                rx.el.svg.rect(width=row.width, y="4", height="8", rx="2", class_name="tone-now"),
                class_name="bar",
                custom_attrs={"aria-hidden": "true"},
            ),
            to=row.href,
            class_name="bar-row",
            custom_attrs={"aria-current": rx.cond(row.chosen, "true", "false"), "data-key": row.key},
        ),
        key=row.key,
    )


def columns(row: rx.Var[ColumnsRow], one: Text, other: Text, tones: tuple[str, str]) -> rx.Component:
    """A chart of columns with its legend and its twin."""
    return chart_frame(
        row.name,
        row.title,
        screens.UNIT_VISITS,
        row.summary,
        rx.cond(
            row.empty,
            rx.fragment(),
            rx.el.div(
                rx.el.ul(_legend(one, tones[0]), _legend(other, tones[1]), class_name="legend small"),
                _picture(row),
                rx.cond(row.partial, rx.el.p(say(screens.PARTIAL_NOTE), class_name="soft small")),
            ),
        ),
        twin=rx.el.details(
            rx.el.summary(say(screens.AS_TABLE)),
            rx.el.div(
                rx.el.table(
                    rx.el.caption(say(row.title), class_name="unseen"),
                    rx.el.thead(
                        rx.el.tr(
                            *(rx.el.th(say(text), scope="col") for text in (row.head, one, other)),
                        )
                    ),
                    rx.el.tbody(rx.foreach(row.columns, _twin_row)),
                    class_name="table number",
                ),
                class_name="scroll",
                tab_index=0,
            ),
        ),
        save=row.save,
        id="chart-" + row.name.to(str),
    )


def _picture(row: rx.Var[ColumnsRow]) -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.foreach(row.ticks, lambda tick: rx.el.span(say(tick.label), style={"top": tick.y.to(str) + "px"})),
            class_name="tick-labels number",
            aria_hidden="true",
        ),
        _drawn(row),
        class_name="columns-box",
    )


def _drawn(row: rx.Var[ColumnsRow]) -> rx.Component:
    return rx.el.svg(
        rx.el.svg.defs(
            rx.el.svg.pattern(
                rx.el.svg.path(d="M-1 1l2-2M0 6l6-6M5 7l2-2", class_name="hatch"),
                id="hatch-" + row.name.to(str),
                width="6",
                height="6",
                custom_attrs={"patternUnits": "userSpaceOnUse"},
            )
        ),
        rx.foreach(row.ticks, _tick),
        rx.foreach(row.columns, lambda column: _column(column, row.name)),
        rx.el.svg.line(x1="0", x2="100%", y1="190", y2="190", class_name="axis"),
        class_name="columns",
        role="group",
        custom_attrs={"aria-labelledby": "title-" + row.name.to(str)},
    )


def _tick(row: rx.Var[TickRow]) -> rx.Component:
    return rx.el.svg.line(x1="0", x2="100%", y1=row.y, y2=row.y, class_name="grid-line")


def _column(row: rx.Var[ColumnRow], name: rx.Var[str]) -> rx.Component:
    return ViewLink.create(
        rx.el.svg.title(say(row.said)),
        rx.el.svg.rect(x=row.hit_x, y="0", width=row.hit_width, height="220", class_name="hit"),
        rx.foreach(row.pieces, _piece),
        rx.cond(
            row.partial,
            rx.el.svg.rect(
                x=row.hatch_x,
                y=row.hatch_y,
                width=row.hatch_width,
                height=row.hatch_height,
                fill="url(#hatch-" + name.to(str) + ")",
            ),
        ),
        rx.cond(
            row.label["ru"] != "",
            rx.el.svg.text(
                say(row.label), x=row.middle, y="208", class_name="tick", custom_attrs={"textAnchor": "middle"}
            ),
        ),
        to=row.href,
        class_name="column",
        custom_attrs={"aria-label": say(row.said), "aria-current": rx.cond(row.chosen, "true", "false")},
        key=row.key,
    )


def _piece(row: rx.Var[PieceRow]) -> rx.Component:
    return rx.el.svg.rect(x=row.x, y=row.y, width=row.width, height=row.height, class_name="tone-" + row.tone.to(str))


def _legend(text: Text, tone: str) -> rx.Component:
    return rx.el.li(rx.el.span(class_name=f"swatch swatch-{tone}", aria_hidden="true"), say(text))


def _twin_row(row: rx.Var[ColumnRow]) -> rx.Component:
    return rx.el.tr(
        rx.el.th(say(row.name), scope="row"),
        rx.el.td(say(row.one)),
        rx.el.td(say(row.other)),
        key=row.key,
    )
