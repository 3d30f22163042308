"""One screen for goals, the norm and colleagues, and its forms as they are written."""

from collections.abc import Mapping
from datetime import date, timedelta

from medportal.features.analytics.rules import aims as rules
from medportal.features.analytics.rules.facts import first_of_month, month_number
from medportal.features.analytics.schemas.asking import Compare, Period, Query
from medportal.features.analytics.schemas.figures import Tile
from medportal.features.analytics.schemas.standing import Aims
from medportal.features.analytics.service.looking import dashboard, doctor_of, visits_a_day
from medportal.features.analytics.service.standing import among_colleagues, goals, norm_of, put_norm
from medportal.features.analytics.store import practices
from medportal.features.analytics.texts import service as texts
from medportal.infra import audit
from medportal.infra.db import reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor
from medportal.kernel.errors import InvalidError

MONTHS = 12


def aims(actor: Actor) -> Aims:
    """Goals with progress, the norm and the comparison.

    Raises:
        ForbiddenError: the actor is no doctor.
    """
    account_id = doctor_of(actor)
    with reading() as uow:
        practice = practices.find(uow, account_id)
        days = practices.days_with_data(uow, practices.number_of(practice)) if practice else None
        planned = visits_a_day(uow, account_id, practice)
    period = _months_over(days, clock.today())
    wished = goals(actor)
    tiles: tuple[Tile, ...] = ()
    if wished:
        found = dashboard(actor, Query(period, Compare.NONE)).tiles
        tiles = tuple(tile for tile in found if tile.metric in wished)
    return Aims(period, days is not None, tiles, norm_of(actor), planned, among_colleagues(actor, period))


def written_goals(actor: Actor) -> dict[str, str]:
    """The goals as their form begins: shares in per cent."""
    known = goals(actor)
    return {metric.value: rules.written_goal(metric, known.get(metric)) for metric in rules.AIMED}


def written_norm(actor: Actor) -> dict[str, str]:
    """The norm as its form begins."""
    norm = norm_of(actor)
    return {name: rules.written(getattr(norm, name)) for name in rules.NORM_BOUNDS}


def put_goals(actor: Actor, values: Mapping[str, str]) -> None:
    """Keep goals as they were written, all of them or none; an empty one is taken away.

    Raises:
        InvalidError: some cannot be goals; its problems say which.
    """
    account_id = doctor_of(actor)
    wanted, problems = rules.read_goals(values)
    if problems:
        raise InvalidError(texts.BAD_GOAL, problems)
    with unit_of_work() as uow:
        number = practices.number_of(practices.make(uow, account_id))
        known = practices.goals(uow, number)
        for metric, goal in wanted.items():
            if known.get(metric) != goal:
                practices.put_goal(uow, number, metric, goal)
                audit.record(uow, actor, "analytics.goal_set", account_id, metric=metric, is_set=goal is not None)


def put_written_norm(actor: Actor, values: Mapping[str, str]) -> None:
    """Keep the norm as it was written.

    Raises:
        InvalidError: a part of it is out of bounds; its problems say which.
    """
    doctor_of(actor)
    norm, problems = rules.read_norm(values)
    if problems:
        raise InvalidError(texts.BAD_NORM, problems)
    put_norm(actor, norm)


def _months_over(days: tuple[date, date] | None, today: date) -> Period:
    """Up to twelve whole months up to the last one with data that is over; the present one when there is no other."""
    over = month_number(today) - 1
    if days is None:
        return _months(over - MONTHS + 1, over)
    first, last = month_number(days[0]), month_number(days[1])
    last = max(min(last, over), first)
    return _months(max(first, last - MONTHS + 1), last)


def _months(first: int, last: int) -> Period:
    return Period(first_of_month(first), first_of_month(last + 1) - timedelta(days=1))
