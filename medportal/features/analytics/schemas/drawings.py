"""Charts placed on the screen. Across is measured in per cent of the chart's width, down in points from its top."""

from dataclasses import dataclass

from medportal.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the chart and what it stands for."""

    y: float
    label: Text


@dataclass(frozen=True, slots=True)
class Piece:
    """One rectangle of a column; `tone` names its colour: `now`, `before`, `first`, `repeat`."""

    x: float
    y: float
    width: float
    height: float
    tone: str


@dataclass(frozen=True, slots=True)
class Column:
    """One month or year. `label` is missing where there is no room for it. `said` tells the whole to a screen reader."""

    key: str
    middle: float
    label: Text | None
    name: Text
    said: Text
    pieces: tuple[Piece, ...]
    values: tuple[int, ...]
    is_partial: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """A chart of columns; `by_years` when months were too many and were joined."""

    height: float
    base: float
    ticks: tuple[Tick, ...]
    columns: tuple[Column, ...]
    by_years: bool


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One hour of a weekday; `tone` goes from 0, nothing, to 6, the most."""

    tone: int
    value: int
    said: Text
    hour: int


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One weekday."""

    weekday: int
    name: Text
    short: Text
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class Heat:
    """The week by hours, as far as there are any."""

    hours: tuple[int, ...]
    rows: tuple[HeatRow, ...]


@dataclass(frozen=True, slots=True)
class Spark:
    """A small trend line in a box of 100 × 24: a path, and where its last point stands."""

    path: str
    last_x: float
    last_y: float
