"""Where a doctor stands: own norms and goals, and among colleagues."""

from dataclasses import dataclass

from medportal.features.analytics.schemas.asking import Period
from medportal.features.analytics.schemas.figures import Definition, Metric, Tile


@dataclass(frozen=True, slots=True)
class Norm:
    """What a post asks for: minutes a visit, hours a day, share of the post. None: as the list of norms has it.

    `listed_minutes` is what the list of norms says for the doctor's post, by `listed_order`; it was not compared with the
    orders' text.
    """

    minutes: float | None
    hours_a_day: float | None
    share_of_post: float | None
    listed_minutes: float | None = None
    listed_order: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure beside colleagues': the middle one, and between which the middle half lies; `doctors` stand behind it."""

    definition: Definition
    own: float | None
    middle: float
    low: float
    high: float
    doctors: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """A doctor among colleagues of his speciality and region who take part. Cells with fewer than ten are left out.

    `hidden` names the figures that too few stand behind.
    """

    takes_part: bool
    speciality: str
    region: str
    doctors: int
    cells: tuple[Cell, ...]
    hidden: tuple[Metric, ...]


@dataclass(frozen=True, slots=True)
class Aims:
    """Goals with progress, the norm and the comparison, all for one period: up to twelve months that are over.

    `planned` is how many visits the norm makes for a working day; None without a norm of minutes.
    """

    period: Period
    has_data: bool
    tiles: tuple[Tile, ...]
    norm: Norm
    planned: float | None
    comparison: Comparison
