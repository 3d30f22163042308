"""An invented practice: years of a physician's work that look like work, with seasons, leave, and a pandemic spring.

Nothing here is anybody's: numbers are drawn from a seed. Rows come as columns of plain values, one row a visit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from medportal.features.analytics.rules import facts
from medportal.kernel import working_days

Generator: TypeAlias = np.random.Generator
# Visits by month against the mean: colds in winter and autumn, a quiet summer.
_SEASONS = (1.10, 1.16, 1.10, 1.03, 0.92, 0.86, 0.80, 0.82, 1.02, 1.10, 1.12, 1.07)
_HOURS = ((8, 0.14), (9, 0.19), (10, 0.19), (11, 0.16), (12, 0.10), (13, 0.06), (14, 0.09), (15, 0.07))
# Code, share of visits, how much more of it there is in winter, and the age at which it is commonest.
_DIAGNOSES = (
    ("J06.9", 0.20, 0.9, 34),
    ("J20.9", 0.05, 0.7, 48),
    ("I10", 0.13, 0.05, 62),
    ("I11.9", 0.06, 0.05, 68),
    ("I20.8", 0.03, 0.1, 70),
    ("I25.1", 0.03, 0.0, 72),
    ("E11.9", 0.07, 0.0, 62),
    ("E66.0", 0.02, 0.0, 46),
    ("K29.5", 0.05, 0.0, 42),
    ("K21.9", 0.02, 0.0, 45),
    ("M54.5", 0.07, 0.05, 47),
    ("M42.1", 0.03, 0.0, 55),
    ("M17.0", 0.02, 0.0, 68),
    ("N30.0", 0.02, 0.2, 36),
    ("G43.0", 0.015, 0.0, 33),
    ("D50.9", 0.015, 0.0, 38),
    ("R51", 0.015, 0.0, 40),
    ("Z00.0", 0.09, -0.3, 45),
    ("Z10.8", 0.05, -0.2, 40),
    ("Z25.1", 0.02, 1.5, 58),
)
_FIRST = "B01.047.001"
_REPEAT = "B01.047.002"
_FOLLOW_UP = "B04.047.001"
_PREVENTIVE = "B04.047.002"
_CHRONIC = ("I", "E", "M17")
_MAY_YEAR = 2020


@dataclass(frozen=True, slots=True)
class Visits:
    """Visits as columns; codes of services and diagnoses as they are written."""

    numbers: dict[str, NDArray[Any]]
    services: list[str]
    diagnoses: list[str]


def practice(seed: int, last: date, years: int = 20, a_day: float = 25) -> Iterator[Visits]:
    """Visits of the years up to a day, a year at a time; the same seed and day give the same visits."""
    source = np.random.default_rng(seed)
    for year in range(last.year - years, last.year + 1):
        until = min(last, date(year, 12, 31))
        # The first year begins where twenty years ago the last day was.
        since = max(
            date(year, 1, 1), last.replace(year=year, day=min(last.day, 28)) if year == last.year - years else date.min
        )
        days = [since + timedelta(days=n) for n in range((until - since).days + 1)]
        worked = [day for day in days if working_days.is_working_day(day) and not _on_leave(day)]
        if worked:
            yield _visits(source, worked, a_day * (0.9 + 0.2 * (year - last.year + years) / years))


def _on_leave(day: date) -> bool:
    start = date(day.year, 7 + day.year % 2, 3)
    return start <= day < start + timedelta(days=28)


def _visits(source: Generator, worked: list[date], a_day: float) -> Visits:
    expected = np.array(
        [a_day * _SEASONS[day.month - 1] * _pandemic(day) * (1.08 if day.weekday() == 0 else 1) for day in worked]
    )
    counts = source.poisson(expected)
    days = np.repeat(np.array([facts.day_number(day) for day in worked]), counts)
    winters = np.repeat(np.array([_SEASONS[day.month - 1] - 0.95 for day in worked]), counts)
    size = len(days)
    picked = _diagnoses(source, winters)
    chronic = np.array([code.startswith(_CHRONIC) for code, *_ in _DIAGNOSES])[picked]
    healthy = np.array([code.startswith("Z") for code, *_ in _DIAGNOSES])[picked]
    follow_up = chronic & (source.random(size) < 0.35)
    first = source.random(size) < np.where(chronic, 0.28, 0.62)
    missed = source.random(size) < 0.06 + 0.02 * (winters > 0.1)
    home = ~healthy & ~missed & (source.random(size) < 0.06 + 0.06 * (winters > 0.1))
    minutes = np.clip(source.normal(np.where(first, 17, 13) + 14 * home, 3.5), 4, 60).astype(np.int64)
    hours = np.array([hour for hour, _ in _HOURS])[source.choice(len(_HOURS), size, p=np.array([p for _, p in _HOURS]))]
    middle = np.array([age for *_, age in _DIAGNOSES])[picked]
    ages = np.clip(source.normal(middle, 15), 18, 96)
    sick = (picked <= 1) & ~missed & (source.random(size) < 0.22)
    there = (~missed).astype(np.int64)
    services = np.select([missed, follow_up, healthy, first], [0, 3, 4, 1], 2)
    numbers = {
        "day": days,
        "hour": np.where(home, np.minimum(hours + 5, 18), hours),
        "payment": np.where(healthy & (source.random(size) < 0.2), 3, np.where(source.random(size) < 0.05, 4, 1)),
        "place": np.where(home, 2, np.where(source.random(size) < 0.03, 3, 1)),
        "age": np.searchsorted(np.array([1, 15, 18, 40, 55, 65, 80]), ages, side="right") + 1,
        "kind": np.where(first, 1, 2),
        "reason": np.where(healthy, 2, np.where(follow_up, 3, 1)),
        "visits": there,
        "no_shows": 1 - there,
        "minutes": minutes * there,
        "timed": there,
        "services": there,
        "rural": there * (source.random(size) < 0.12),
        "sick_opened": (sick & first).astype(np.int64),
        "sick_closed": (sick & ~first).astype(np.int64),
    }
    names = ("", _FIRST, _REPEAT, _FOLLOW_UP, _PREVENTIVE)
    written = [code for code, *_ in _DIAGNOSES]
    return Visits(numbers, [names[one] for one in services], [written[one] for one in picked])


def _diagnoses(source: Generator, winters: NDArray[np.float64]) -> NDArray[np.int64]:
    """A diagnosis for each visit: its share, more or less of it by season."""
    shares = np.array([share for _, share, *_ in _DIAGNOSES])
    seasonal = np.array([season for _, _, season, _ in _DIAGNOSES])
    weights = np.clip(shares[None, :] * (1 + seasonal[None, :] * winters[:, None] * 5), 0.001, None)
    heights = np.cumsum(weights, axis=1)
    drawn = source.random(len(winters)) * heights[:, -1]
    return (heights < drawn[:, None]).sum(axis=1)


def _pandemic(day: date) -> float:
    """The spring of 2020, when clinics saw only the urgent."""
    return 0.45 if day.year == _MAY_YEAR and 4 <= day.month <= 6 else 1.0
