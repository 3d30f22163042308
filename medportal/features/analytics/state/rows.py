"""Rows of the dashboard and the tables: words in both languages and places on the screen, nothing else."""

from dataclasses import dataclass, field

Pair = dict[str, str]


@dataclass
class ChoiceRow:
    """One way to look, and the address under which it is seen."""

    key: str
    href: str
    chosen: bool


@dataclass
class ChipRow:
    """One condition, and the address without it."""

    key: str
    text: Pair
    href: str


@dataclass
class TileRow:
    """One figure."""

    key: str
    title: Pair
    value: Pair
    change: Pair
    direction: str  # up, down, same, or empty without a comparison
    before: Pair
    spark: str
    spark_x: float
    spark_y: float
    formula: Pair
    source: Pair
    left_out: Pair
    goal: Pair
    progress: float


@dataclass
class BarRow:
    """One bar of a breakdown."""

    key: str
    href: str
    label: Pair
    code: str
    value: Pair
    share: Pair
    before: Pair
    width: str
    before_width: str
    chosen: bool
    known: bool


@dataclass
class ChartRow:
    """One chart of bars."""

    name: str
    title: Pair
    unit: Pair
    summary: Pair
    bars: list[BarRow] = field(default_factory=list)
    rest: Pair = field(default_factory=lambda: {"ru": "", "en": ""})
    empty: bool = False
    compared: bool = False
    save: str = ""
    drill: str = ""


@dataclass
class PieceRow:
    """One rectangle of a column."""

    x: str
    y: str
    width: str
    height: str
    tone: str


@dataclass
class ColumnRow:
    """One column; where it is hatched when its data are incomplete: not over that of a year before."""

    key: str
    href: str
    middle: str
    hit_x: str
    hit_width: str
    label: Pair
    name: Pair
    said: Pair
    one: Pair
    other: Pair
    pieces: list[PieceRow] = field(default_factory=list)
    chosen: bool = False
    partial: bool = False
    hatch_x: str = "0"
    hatch_y: str = "0"
    hatch_width: str = "0"
    hatch_height: str = "0"


@dataclass
class TickRow:
    """One line across a chart."""

    y: str
    label: Pair


@dataclass
class ColumnsRow:
    """A chart of columns."""

    name: str
    title: Pair
    summary: Pair
    head: Pair
    ticks: list[TickRow] = field(default_factory=list)
    columns: list[ColumnRow] = field(default_factory=list)
    empty: bool = False
    partial: bool = False
    save: str = ""


@dataclass
class HeatCellRow:
    """One hour of a weekday."""

    key: str
    tone: str
    value: str
    said: Pair


@dataclass
class HeatRowRow:
    """One weekday."""

    key: str
    name: Pair
    short: Pair
    href: str
    chosen: bool
    cells: list[HeatCellRow] = field(default_factory=list)


@dataclass
class HeadRow:
    """The head of one column of a table."""

    key: str
    title: Pair
    href: str
    sorted: str  # ascending, descending or none, as `aria-sort` says it


@dataclass
class LineRow:
    """One row of a table."""

    key: str
    label: Pair
    code: str
    known: bool
    cells: list[Pair] = field(default_factory=list)


@dataclass
class TemplateRow:
    """A template that may be chosen."""

    key: str
    title: Pair
    lead: Pair
    source: Pair
    span: str
    own: bool
    href: str


@dataclass
class ReportRow:
    """A report that is kept."""

    key: str
    title: Pair
    period: Pair
    made: Pair
    current: bool
    save: str


@dataclass
class PartRow:
    """One part of a report before it is made."""

    key: str
    kind: str
    title: Pair
    head: list[Pair] = field(default_factory=list)
    rows: list[list[Pair]] = field(default_factory=list)
    note: Pair = field(default_factory=lambda: {"ru": "", "en": ""})


@dataclass
class GoalRow:
    """One goal and how far it is."""

    key: str
    title: Pair
    said: Pair
    way: Pair
    progress: float


@dataclass
class CellRow:
    """One figure beside colleagues'; places on its scale are in per cent, `own_at` is empty without an own figure."""

    key: str
    title: Pair
    own: Pair
    middle: Pair
    half: Pair
    behind: Pair
    low_at: str
    width: str
    middle_at: str
    own_at: str
