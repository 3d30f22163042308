"""A report out of its template and the figures of its period: plain values in one language."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from medportal.features.analytics.rules.charts import numbers
from medportal.features.analytics.rules.charts.table_sheets import column_title
from medportal.features.analytics.schemas.asking import Period, Span
from medportal.features.analytics.schemas.dimensions import Dimension
from medportal.features.analytics.schemas.figures import Column, Dashboard, Table, Unit
from medportal.features.analytics.schemas.reports import (
    Content,
    FiguresPart,
    ReportPart,
    ReportSpan,
    RowOrder,
    Start,
    TablePart,
    Template,
    WordsPart,
)
from medportal.features.analytics.texts import dimensions, reports
from medportal.kernel.text import Locale, Text

_CODED = {Dimension.SERVICE, Dimension.DIAGNOSIS, Dimension.DIAGNOSIS_CLASS}


def period_of(span: ReportSpan, day: date) -> Period:
    """The days a report covers: the month, quarter or year of a day; three whole years end with the day's year."""
    if span is ReportSpan.THREE_YEARS:
        return Period(date(day.year - 2, 1, 1), date(day.year, 12, 31))
    return Period.around(Span(span.value), day)


def content(
    template: Template,
    period: Period,
    tables: Mapping[Dimension, Table],
    board: Dashboard,
    *,
    fields: Mapping[str, str],
    locale: Locale,
) -> Content:
    """Everything that the files of a report are made of.

    Args:
        template: what is asked for.
        period: its days.
        tables: a table for each dimension that the template names.
        board: the dashboard of the same days.
        fields: what the doctor typed, by names of fields.
        locale: the language of the paper.
    """
    return Content(
        title=template.title.within(locale),
        source=template.source.within(locale),
        period=numbers.period(period).within(locale),
        locale=locale,
        is_wide=template.is_wide,
        fields=tuple(
            (one.label.within(locale), fields.get(one.name, "").strip())
            for one in template.fields
            if not one.is_long and fields.get(one.name, "").strip()
        ),
        parts=tuple(_part(one, tables, board, fields, locale) for one in template.parts),
    )


def known(answers: Mapping[str, Mapping[str, str]], employer: str) -> dict[Start, str]:
    """What fields begin with, from the groups of a profile and the name of the institution, where a paper tells it."""
    person, work = answers.get("person", {}), answers.get("work", {})
    names = (person.get(one, "") for one in ("surname", "given_name", "patronymic"))
    number = _number(work)
    return {
        Start.FULL_NAME: " ".join(name for name in names if name),
        Start.POSITION: work.get("position", ""),
        Start.SPECIALITY: work.get("speciality", ""),
        Start.WORKPLACE: f"{employer} ({number})" if employer and number else employer,
    }


def number_alone(start: Start, answers: Mapping[str, Mapping[str, str]]) -> str:
    """The number of an institution that has no name yet."""
    return _number(answers.get("work", {})) if start is Start.WORKPLACE else ""


def _number(work: Mapping[str, str]) -> str:
    if ogrn := work.get("employer_ogrn", ""):
        return (reports.OGRN if len(ogrn) == 13 else reports.OGRNIP).fill(number=ogrn).ru
    licence = work.get("licence_number", "")
    return reports.LICENCE.fill(number=licence).ru if licence else ""


def digest(made: Content) -> str:
    """What tells whether the numbers of two reports are the same; what was typed does not count."""
    counted = [part for part in made.parts if part["kind"] != "words"]
    return hashlib.sha256(json.dumps(counted, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def shown(value: object, kind: str, locale: Locale) -> str:
    """A cell as it is read."""
    if value is None:
        return "—"
    if isinstance(value, str) or not isinstance(value, int | float):
        return str(value)
    match kind:
        case "share":
            return numbers.per_cent(value).within(locale)
        case "tenths":
            return numbers.decimal(value, 1).within(locale)
        case _:
            return numbers.count(value).within(locale)


def _part(
    part: ReportPart, tables: Mapping[Dimension, Table], board: Dashboard, fields: Mapping[str, str], locale: Locale
) -> dict[str, Any]:
    match part:
        case TablePart():
            return _table(part, tables[part.by], locale)
        case FiguresPart():
            return _figures(part, board, locale)
        case WordsPart():
            return {"kind": "words", "title": part.title.within(locale), "body": fields.get(part.field, "").strip()}


def _table(part: TablePart, table: Table, locale: Locale) -> dict[str, Any]:
    coded = part.by in _CODED
    places = [table.columns.index(one) for one in part.columns if one in table.columns]
    columns = [one for one in part.columns if one in table.columns]
    rows = list(table.rows)
    if part.order is RowOrder.LARGEST:
        visits = table.columns.index(Column.VISITS)
        rows.sort(key=lambda row: (-(row.cells[visits] or 0), row.key))
    elif part.order is RowOrder.CODE:
        rows.sort(key=lambda row: (row.code or "\N{REPLACEMENT CHARACTER}", row.key))
    left_out = len(rows) - part.limit
    head = [dimensions.DIMENSIONS[part.by.value], *(column_title(one) for one in columns)]
    return {
        "kind": "table",
        "title": part.title.within(locale),
        "head": [*([reports.CODE.within(locale)] if coded else []), *(one.within(locale) for one in head)],
        "kinds": [*(["words"] if coded else []), "words", *(_kind(one) for one in columns)],
        "rows": [
            [
                *([row.code or "—"] if coded else []),
                row.label.within(locale),
                *(_plain(row.cells[place]) for place in places),
            ]
            for row in rows[: part.limit]
        ],
        "total": [
            *([""] if coded else []),
            reports.TOTAL.within(locale),
            *(_plain(table.totals[place]) for place in places),
        ],
        "note": reports.LEFT_OUT.fill(rows=reports.ROWS.of(left_out)).within(locale) if left_out > 0 else "",
    }


def _figures(part: FiguresPart, board: Dashboard, locale: Locale) -> dict[str, Any]:
    tiles = {one.metric: one for one in board.tiles}
    rows: list[list[object]] = []
    kinds: list[str] = []
    for metric in part.metrics:
        tile = tiles[metric]
        rows.append([tile.title.within(locale), _plain(tile.value), tile.definition.formula.within(locale)])
        kinds.append({Unit.SHARE: "share", Unit.COUNT: "count"}.get(tile.unit, "tenths"))
    head: tuple[Text, ...] = (reports.FIGURE, reports.VALUE, reports.FORMULA)
    return {
        "kind": "figures",
        "title": part.title.within(locale),
        "head": [one.within(locale) for one in head],
        "kinds": ["words", "figure", "words"],
        "row_kinds": kinds,
        "rows": rows,
        "total": None,
        "note": "",
    }


def _kind(column: Column) -> str:
    return {Column.SHARE: "share", Column.MEAN_MINUTES: "tenths"}.get(column, "count")


def _plain(value: float | None) -> float | int | None:
    return int(value) if value is not None and float(value).is_integer() else value
