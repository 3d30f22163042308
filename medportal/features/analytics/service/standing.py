"""A doctor's own norms and goals, and the comparison with colleagues, which each switches on for himself."""

from statistics import median, quantiles
from uuid import UUID

from medportal.features.analytics.rules import aims, codes, facts
from medportal.features.analytics.rules.metrics.figures import DEFINITIONS, Plan, Sums, reckon
from medportal.features.analytics.schemas.asking import Period
from medportal.features.analytics.schemas.figures import Metric
from medportal.features.analytics.schemas.standing import Cell, Comparison, Norm
from medportal.features.analytics.service.looking import doctor_of, working_days_between
from medportal.features.analytics.store import practices
from medportal.features.analytics.texts import service as texts
from medportal.features.profile import service as profile
from medportal.infra import audit, nudges
from medportal.infra.db import UnitOfWork, reading, unit_of_work
from medportal.kernel.actor import SYSTEM, Actor
from medportal.kernel.errors import InvalidError

# Fewer than this many other doctors behind a figure, and it could be guessed whose it is.
FEWEST = 10
COMPARED = (
    Metric.PER_DAY, Metric.FIRST_SHARE, Metric.PREVENTIVE_SHARE, Metric.NO_SHOWS, Metric.MEAN_MINUTES,
    Metric.HOME_SHARE, Metric.DISPENSARY_SHARE,
)  # fmt: skip


def put_goal(actor: Actor, metric: Metric, goal: float | None) -> None:
    """Set an own goal for a figure, or take it away with None; shares are 0..1, counts are for a month.

    Raises:
        InvalidError: the goal is not above zero, or a share above one that can have none.
    """
    account_id = doctor_of(actor)
    if goal is not None and not 0 < goal <= aims.most(metric):
        raise InvalidError(texts.BAD_GOAL)
    with unit_of_work() as uow:
        number = practices.number_of(practices.make(uow, account_id))
        practices.put_goal(uow, number, metric, goal)
        audit.record(uow, actor, "analytics.goal_set", account_id, metric=metric, is_set=goal is not None)


def goals(actor: Actor) -> dict[Metric, float]:
    """The doctor's own goals; how far he is stands in the tiles of the dashboard."""
    account_id = doctor_of(actor)
    with reading() as uow:
        practice = practices.find(uow, account_id)
        return practices.goals(uow, practices.number_of(practice)) if practice else {}


def norm_of(actor: Actor) -> Norm:
    """The norm of the doctor's post, as he set it, with what the list of norms says."""
    account_id = doctor_of(actor)
    with reading() as uow:
        practice = practices.find(uow, account_id)
        place = profile.workplace_of(uow, account_id)
        listed = (codes.norm_of_post(place.position) if place else None) or (None, "")
    if practice is None:
        return Norm(None, None, None, *listed)
    return Norm(practice.norm_minutes, practice.hours_a_day, practice.share_of_post, *listed)


def put_norm(actor: Actor, norm: Norm) -> None:
    """Set the norm of the own post; None leaves a part to the list.

    Raises:
        InvalidError: minutes are not 1..240, hours not 0.5..24, the share not 0.1..2.
    """
    account_id = doctor_of(actor)
    values = (norm.minutes, norm.hours_a_day, norm.share_of_post)
    bounds = zip(values, aims.NORM_BOUNDS.values(), strict=True)
    if any(value is not None and not low <= value <= high for value, (low, high) in bounds):
        raise InvalidError(texts.BAD_NORM)
    with unit_of_work() as uow:
        practice = practices.make(uow, account_id)
        practice.norm_minutes, practice.hours_a_day = norm.minutes, norm.hours_a_day
        practice.share_of_post = norm.share_of_post
        audit.record(uow, actor, "analytics.norm_set", account_id)


def take_part(actor: Actor, wanted: bool) -> None:
    """Stand among colleagues, and see them; or no longer. Speciality and region are those of the profile,
    and follow it (`follow`).

    Raises:
        InvalidError: there is no profile yet.
    """
    account_id = doctor_of(actor)
    with unit_of_work() as uow:
        place = profile.workplace_of(uow, account_id)
        if wanted and place is None:
            raise InvalidError(texts.NO_PROFILE)
        practice = practices.make(uow, account_id)
        practice.compared = wanted
        practice.speciality = place.speciality if wanted and place else ""
        practice.region = place.region if wanted and place else ""
        audit.record(uow, actor, "analytics.compared", account_id, takes_part=wanted)


def follow(uow: UnitOfWork, account_id: UUID) -> None:
    """Have a doctor who takes part stand among those of the speciality and region that his profile names now."""
    practice = practices.find(uow, account_id)
    if practice is None or not practice.compared:
        return
    place = profile.workplace_of(uow, account_id)
    if place is None or (practice.speciality, practice.region) == (place.speciality, place.region):
        return
    practice.speciality, practice.region = place.speciality, place.region
    audit.record(uow, SYSTEM, "analytics.followed", account_id)
    nudges.nudge(uow, account_id)


def among_colleagues(actor: Actor, period: Period) -> Comparison:
    """The doctor's figures of the months of a period beside those of colleagues: same speciality, same region.

    Who does not take part sees nothing. The doctor himself is not among his colleagues.
    """
    account_id = doctor_of(actor)
    with reading() as uow:
        practice = practices.find(uow, account_id)
        if practice is None or not practice.compared:
            return Comparison(False, "", "", 0, (), ())
        own = practices.number_of(practice)
        months = facts.month_number(period.first), facts.month_number(period.last)
        found = practices.sums_of_colleagues(uow, practice, *months)
    figures = {number: (sums, Plan(working_days_between(*days), None)) for number, (sums, days) in found.items()}
    mine = figures.pop(own, (Sums(), Plan(0, None)))
    cells: list[Cell] = []
    hidden: list[Metric] = []
    for metric in COMPARED:
        told = [value for one in figures.values() if (value := reckon(metric, *one)) is not None]
        if len(told) < FEWEST:
            hidden.append(metric)
            continue
        low, _, high = quantiles(told, n=4, method="inclusive")
        cells.append(Cell(DEFINITIONS[metric], reckon(metric, *mine), median(told), low, high, len(told)))
    return Comparison(True, practice.speciality, practice.region, len(figures), tuple(cells), tuple(hidden))
