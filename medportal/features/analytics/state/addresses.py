"""Addresses of views: every condition and every way to look stands in the address, so that a view can be kept."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlencode

from pydantic import Field, StringConstraints

from medportal.features.analytics.rules.charts import words
from medportal.features.analytics.schemas.asking import Compare, Period, Query, Span
from medportal.features.analytics.state.rows import ChipRow, ChoiceRow
from medportal.ui.incoming import Incoming, read

_Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class _Days(Incoming):
    first: Annotated[_Day, Field(alias="from")]
    last: Annotated[_Day, Field(alias="to")]


DASHBOARD = "/analytics"
TABLES = "/analytics/tables"
REPORTS = "/analytics/reports"
MAKE = "/analytics/reports/make"


def address(page: str, query: Query, more: Mapping[str, str] | None = None) -> str:
    """The address of a question on a page."""
    return f"{page}?{urlencode({**query.params(), **(more or {})}, safe='~')}"


def spans(page: str, query: Query, more: Mapping[str, str] | None = None) -> list[ChoiceRow]:
    """Month, quarter and year around the last day that is looked at."""
    day = query.period.last
    return [
        ChoiceRow(
            str(span), address(page, replace(query, period=Period.around(span, day)), more), query.period.span is span
        )
        for span in (Span.MONTH, Span.QUARTER, Span.YEAR)
    ]


def compares(page: str, query: Query, more: Mapping[str, str] | None = None) -> list[ChoiceRow]:
    """With what to compare."""
    return [
        ChoiceRow(str(one), address(page, replace(query, compare=one), more), query.compare is one)
        for one in (Compare.LAST_YEAR, Compare.PREVIOUS, Compare.NONE)
    ]


def chips(page: str, query: Query, more: Mapping[str, str] | None = None) -> list[ChipRow]:
    """The conditions, each with the address without it."""
    return [
        ChipRow(f"{dimension}-{value}", text.pair(), address(page, query.toggled(dimension, value), more))
        for dimension, value, text in words.conditions(query)
    ]


def stepped(page: str, query: Query, by: int, more: Mapping[str, str] | None = None) -> str:
    """The period of the same kind so many steps away."""
    return address(page, replace(query, period=query.period.step(by)), more)


def chosen_days(page: str, query: Query, today: date, event: Any, more: Mapping[str, str] | None = None) -> str | None:
    """The address of the days that were typed, the conditions kept; None when they are no days."""
    given = read(_Days, event)
    if given is None:
        return None
    period = Query.read({"from": given.first, "to": given.last}, today).period
    return address(page, replace(query, period=period), more)
