"""The tiles: each figure's definition and, beside it, the way it is reckoned from sums."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from medportal.features.analytics.rules import facts
from medportal.features.analytics.rules.metrics.frame import Frame
from medportal.features.analytics.schemas.dimensions import Place, Reason, VisitKind
from medportal.features.analytics.schemas.figures import Definition, Metric, Unit
from medportal.features.analytics.texts import definitions as texts


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums of a period or of a month, from which every figure is reckoned. Roll-ups keep exactly these."""

    visits: int = 0
    no_shows: int = 0
    minutes: int = 0
    timed: int = 0
    services: int = 0
    rural: int = 0
    sick_opened: int = 0
    sick_closed: int = 0
    first: int = 0
    repeat: int = 0
    disease: int = 0
    preventive: int = 0
    dispensary: int = 0
    reasoned: int = 0
    home: int = 0
    placed: int = 0

    @classmethod
    def total(cls, several: Sequence["Sums"]) -> "Sums":
        """Several sums added up."""
        return cls(*map(sum, zip(*map(_numbers, several), strict=True)))


@dataclass(frozen=True, slots=True)
class Plan:
    """What the post asks: working days that lie within the data, and visits planned for one of them."""

    working_days: int
    visits_a_day: float | None


SUM_NAMES = tuple(one.name for one in fields(Sums))
_numbers = attrgetter(*SUM_NAMES)
Reckoned = Callable[[Sums, Plan], float | None]


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _load(sums: Sums, plan: Plan) -> float | None:
    return _ratio(sums.visits, plan.working_days * plan.visits_a_day) if plan.visits_a_day else None


# In this order the tiles stand. A figure is what its line says, and its words stand in texts.definitions.
_FIGURES: Mapping[Metric, tuple[Unit, Reckoned]] = {
    Metric.VISITS: (Unit.COUNT, lambda s, _: float(s.visits)),
    Metric.PER_DAY: (Unit.PER_DAY, lambda s, plan: _ratio(s.visits, plan.working_days)),
    Metric.LOAD: (Unit.SHARE, _load),
    Metric.FIRST_SHARE: (Unit.SHARE, lambda s, _: _ratio(s.first, s.first + s.repeat)),
    Metric.PREVENTIVE_SHARE: (Unit.SHARE, lambda s, _: _ratio(s.preventive, s.reasoned)),
    Metric.NO_SHOWS: (Unit.SHARE, lambda s, _: _ratio(s.no_shows, s.visits + s.no_shows)),
    Metric.MEAN_MINUTES: (Unit.MINUTES, lambda s, _: _ratio(s.minutes, s.timed)),
    Metric.HOME_SHARE: (Unit.SHARE, lambda s, _: _ratio(s.home, s.placed)),
    Metric.DISPENSARY_SHARE: (Unit.SHARE, lambda s, _: _ratio(s.dispensary, s.reasoned)),
    Metric.SERVICES: (Unit.COUNT, lambda s, _: float(s.services)),
    Metric.RURAL_SHARE: (Unit.SHARE, lambda s, _: _ratio(s.rural, s.visits)),
}
DEFINITIONS: Mapping[Metric, Definition] = {
    metric: Definition(
        metric, texts.TITLES[metric], unit, texts.FORMULAS[metric], texts.SOURCES[metric], texts.LEFT_OUT[metric]
    )
    for metric, (unit, _) in _FIGURES.items()
}


def reckon(metric: Metric, sums: Sums, plan: Plan) -> float | None:
    """One figure; None when there is nothing to reckon it from."""
    return _FIGURES[metric][1](sums, plan)


def change(metric: Metric, value: float | None, before: float | None) -> float | None:
    """How a figure changed: in points for a share, relative for the rest."""
    if value is None or before is None:
        return None
    if _FIGURES[metric][0] is Unit.SHARE:
        return value - before
    return value / before - 1 if before else None


def sums_by(frame: Frame, add: Callable[[NDArray[Any]], facts.Ints]) -> list[Sums]:
    """Every sum of a frame, added up by what is given: for each value of a dimension, or for each month."""
    columns = {name: add(frame.column(name)) for name in facts.SUMS}
    visits = frame.column("visits")
    kind, reason, place = (frame.column(name) for name in ("kind", "reason", "place"))
    chosen = {
        "first": kind == VisitKind.FIRST,
        "repeat": kind == VisitKind.REPEAT,
        "disease": reason == Reason.DISEASE,
        "preventive": reason == Reason.PREVENTIVE,
        "dispensary": reason == Reason.DISPENSARY,
        "reasoned": reason != Reason.UNKNOWN,
        "home": place == Place.HOME,
        "placed": place != Place.UNKNOWN,
    }
    for name, these in chosen.items():
        columns[name] = add(visits * these)
    ordered = np.stack([columns[name] for name in SUM_NAMES], axis=1).tolist()
    return [Sums(*row) for row in ordered]


def sums_of(frame: Frame) -> Sums:
    """The sums of a whole frame."""
    return sums_by(frame, lambda weights: weights.sum(dtype=np.int64, keepdims=True))[0]


def sums_by_month(frame: Frame) -> dict[int, Sums]:
    """The sums of each month that has facts; facts of a frame stand month by month."""
    days = frame.column("day")
    if not len(days):
        return {}
    first, last = facts.months_of(days[[0, -1]]).tolist()
    edges = frame.pool.starts_of(range(first, last + 2)) - frame.part.start
    held = edges[:-1] < edges[1:]
    starts, numbers = edges[:-1][held], (first + np.flatnonzero(held)).tolist()
    sums = sums_by(frame, lambda weights: np.add.reduceat(weights, starts, dtype=np.int64))
    return dict(zip(numbers, sums, strict=True))
