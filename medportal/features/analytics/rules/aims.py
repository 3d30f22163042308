"""Goals and norms as a person writes them: «12,5», shares in per cent, nothing for none; and goals for a period."""

import re
from collections.abc import Mapping

from medportal.features.analytics.rules.metrics.figures import DEFINITIONS
from medportal.features.analytics.schemas.asking import Period
from medportal.features.analytics.schemas.figures import Metric, Unit
from medportal.features.analytics.schemas.standing import Norm
from medportal.features.analytics.texts import goals as texts
from medportal.kernel.problem import Problem

# How many country people come is nobody's goal.
AIMED = tuple(one for one in Metric if one is not Metric.RURAL_SHARE)
LESS_IS_BETTER = frozenset({Metric.NO_SHOWS})
MOST = 1_000_000.0
NORM_BOUNDS = {"minutes": (1.0, 240.0), "hours_a_day": (0.5, 24.0), "share_of_post": (0.1, 2.0)}
_NUMBER = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,4})?")
_SPACES = re.compile(r"[\s\u00a0\u202f]")
_MEAN_MONTH = 365.2425 / 12


def most(metric: Metric) -> float:
    """The highest goal a figure can have; the load alone is a share that may be above one."""
    return 1.0 if DEFINITIONS[metric].unit is Unit.SHARE and metric is not Metric.LOAD else MOST


def for_period(metric: Metric, goal: float, period: Period) -> float:
    """A goal as it stands for a period: counts are set for a month and grow with the period, the rest stays."""
    if DEFINITIONS[metric].unit is not Unit.COUNT:
        return goal
    if period.holds_whole_months:
        months = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1
        return goal * months
    return goal * ((period.last - period.first).days + 1) / _MEAN_MONTH


def progress(metric: Metric, value: float | None, goal: float | None) -> float | None:
    """How far a figure is on its way, 1 being there; None without a figure or a goal."""
    if value is None or not goal:
        return None
    if metric in LESS_IS_BETTER:
        return 1.0 if value <= goal else goal / value
    return value / goal


def read_goals(values: Mapping[str, str]) -> tuple[dict[Metric, float | None], list[Problem]]:
    """Goals out of a form, and what is wrong with it; a figure the form does not name is left alone."""
    goals: dict[Metric, float | None] = {}
    problems: list[Problem] = []
    for metric in AIMED:
        if metric not in values:
            continue
        try:
            goals[metric] = _goal(metric, values[metric])
        except ValueError:
            words = texts.BAD_SHARE if most(metric) == 1 else texts.BAD_NUMBER
            problems.append(Problem(metric, "bad_goal", words.fill(title=DEFINITIONS[metric].title)))
    return goals, problems


def read_norm(values: Mapping[str, str]) -> tuple[Norm, list[Problem]]:
    """The norm out of a form, and what is wrong with it."""
    found: dict[str, float | None] = {}
    problems: list[Problem] = []
    for name, (low, high) in NORM_BOUNDS.items():
        try:
            value = _number(values.get(name, ""))
        except ValueError:
            value = 0.0
        if value is not None and not low <= value <= high:
            problems.append(Problem(name, "bad_norm", texts.BAD_NORM[name]))
        found[name] = value
    return Norm(found["minutes"], found["hours_a_day"], found["share_of_post"]), problems


def written(value: float | None) -> str:
    """A number as a form begins with it."""
    return "" if value is None else f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")


def written_goal(metric: Metric, goal: float | None) -> str:
    """A goal as a form begins with it; shares in per cent."""
    return written(goal * 100 if goal is not None and DEFINITIONS[metric].unit is Unit.SHARE else goal)


def _goal(metric: Metric, text: str) -> float | None:
    value = _number(text.replace("%", ""))
    if value is None:
        return None
    goal = value / 100 if DEFINITIONS[metric].unit is Unit.SHARE else value
    if not 0 < goal <= most(metric):
        raise ValueError(metric)
    return goal


def _number(text: str) -> float | None:
    """A number, or None for nothing.

    Raises:
        ValueError: it is no number.
    """
    plain = _SPACES.sub("", text)
    if not plain:
        return None
    if not _NUMBER.fullmatch(plain):
        raise ValueError(len(plain))
    return float(plain.replace(",", "."))
