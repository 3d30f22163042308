"""Columns by month: this year beside the last one, and first visits upon repeat ones."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from medportal.features.analytics.rules.charts import numbers
from medportal.features.analytics.schemas.drawings import Column, Columns, Piece, Tick
from medportal.features.analytics.schemas.figures import MonthPoint
from medportal.features.analytics.texts import dimensions, screens
from medportal.kernel.text import Text

HEIGHT, TOP, BASE = 220.0, 18.0, 190.0
MOST_MONTHS = 36
LABELS = 12
_STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a column stands, in per cent of the width: its place among all, and how wide it is."""

    left: float
    width: float

    @property
    def middle(self) -> float:
        return self.left + self.width / 2


# What draws one column: its pieces, its values in the order of the table, and what a screen reader says.
_Drawn = Callable[[MonthPoint, _Place], tuple[tuple[Piece, ...], tuple[int, ...], Text]]


def against_last_year(points: Sequence[MonthPoint]) -> Columns:
    """Visits of each month; behind them, lighter and wider, those of the same month a year before."""
    shown, by_years = joined(points)
    top = nice_top(max((max(one.visits, one.last_year) for one in shown), default=0))

    def column(one: MonthPoint, place: _Place) -> tuple[tuple[Piece, ...], tuple[int, ...], Text]:
        pieces = (
            _piece((place.left + place.width * 0.08, place.width * 0.84), one.last_year, 0, top, "before"),
            _piece((place.left + place.width * 0.24, place.width * 0.52), one.visits, 0, top, "now"),
        )
        said = screens.MONTH_SAID.fill(visits=numbers.count(one.visits), before=numbers.count(one.last_year))
        return pieces, (one.visits, one.last_year), said

    return _columns(shown, column, top, by_years=by_years)


def first_and_repeat(points: Sequence[MonthPoint]) -> Columns:
    """First visits of each month, with the repeat ones upon them."""
    shown, by_years = joined(points)
    top = nice_top(max((one.first + one.repeat for one in shown), default=0))

    def column(one: MonthPoint, place: _Place) -> tuple[tuple[Piece, ...], tuple[int, ...], Text]:
        across = (place.left + place.width * 0.2, place.width * 0.6)
        pieces = (
            _piece(across, one.repeat, one.first, top, "repeat"),
            _piece(across, one.first, 0, top, "first"),
        )
        said = screens.FIRST_SAID.fill(first=numbers.count(one.first), repeat=numbers.count(one.repeat))
        return pieces, (one.first, one.repeat), said

    return _columns(shown, column, top, by_years=by_years)


def nice_top(most: int) -> int:
    """The least round number that is not below the highest column: four equal steps of one or two digits."""
    if most <= 4:
        return 4
    power = 10 ** math.floor(math.log10(most / 4))
    return next(int(step * power * 4) for step in _STEPS if step * power * 4 >= most and (step * power) % 1 == 0)


def _columns(points: Sequence[MonthPoint], column: _Drawn, top: int, *, by_years: bool) -> Columns:
    width = 100 / max(len(points), 1)
    # Columns of a short period do not swell over the whole width.
    inner = min(width, 14.0)
    every = -(-len(points) // LABELS)
    drawn: list[Column] = []
    for at, one in enumerate(points):
        place = _Place(at * width + (width - inner) / 2, inner)
        pieces, values, said = column(one, place)
        name = screens.YEAR.fill(year=one.month.year) if by_years else numbers.month(one.month)
        drawn.append(
            Column(
                key=f"{one.month:%Y}" if by_years else f"{one.month:%Y-%m}",
                middle=place.middle,
                label=_label(one.month, by_years=by_years) if at % every == 0 else None,
                said=_said(name, said, is_partial=one.is_partial),
                pieces=tuple(piece for piece in pieces if piece.height > 0),
                values=values,
                name=name,
                # A month that has not begun has nothing to be incomplete.
                is_partial=one.is_partial and any(values[:1]),
            )
        )
    ticks = tuple(Tick(_down(top * part // 4, top), numbers.count(top * part // 4)) for part in range(1, 5))
    return Columns(HEIGHT, BASE, ticks, tuple(drawn), by_years)


def joined(points: Sequence[MonthPoint]) -> tuple[list[MonthPoint], bool]:
    """The months, or the years that they make when they are too many; and whether they are years."""
    if len(points) <= MOST_MONTHS:
        return list(points), False
    years: list[MonthPoint] = []
    for year, group in groupby(points, lambda one: one.month.year):
        months = list(group)
        whole = replace(months[0], month=date(year, 1, 1))
        for one in months[1:]:
            whole = replace(
                whole,
                visits=whole.visits + one.visits,
                last_year=whole.last_year + one.last_year,
                first=whole.first + one.first,
                repeat=whole.repeat + one.repeat,
                is_partial=whole.is_partial or one.is_partial,
            )
        years.append(replace(whole, is_partial=whole.is_partial or len(months) < 12))
    return years, True


def _piece(across: tuple[float, float], value: int, under: int, top: int, tone: str) -> Piece:
    left, width = across
    y = _down(value + under, top)
    return Piece(round(left, 3), round(y, 2), round(width, 3), round(_down(under, top) - y, 2), tone)


def _down(value: float, top: int) -> float:
    return BASE - (BASE - TOP) * value / top


def _label(month: date, *, by_years: bool) -> Text:
    if by_years:
        return Text(ru=f"{month.year}", en=f"{month.year}")
    return dimensions.MONTHS_SHORT[month.month - 1]


def _said(name: Text, said: Text, *, is_partial: bool) -> Text:
    return (screens.PARTIAL_SAID if is_partial else screens.WHOLE_SAID).fill(name=name, said=said)
