"""Own goals and norms, and colleagues: only together, only ten and more, and never oneself among them."""

from datetime import date
from uuid import uuid4

import pytest
from sqlmodel import select

from medportal.features.analytics import service
from medportal.features.analytics.jobs import FOLLOW
from medportal.features.analytics.models import Practice
from medportal.features.analytics.schemas.asking import Period, Query, Span
from medportal.features.analytics.schemas.figures import Metric
from medportal.features.analytics.schemas.standing import Norm
from medportal.features.profile import service as profile
from medportal.features.profile.schemas import (
    AddressAnswers,
    Identity,
    NumberAnswers,
    PassportAnswers,
    PersonAnswers,
    WorkAnswers,
)
from medportal.infra import facts, jobs
from medportal.infra.audit import AuditEntry
from medportal.infra.db import unit_of_work
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import InvalidError
from tests.features.analytics.conftest import bring, fact
from tests.features.attestations.conftest import someone

MONTH = Period.around(Span.MONTH, date(2026, 3, 1))
DAYS = [date(2026, 3, day) for day in (2, 3, 4, 5, 6)]


def stands(actor: Actor, speciality: str = "Терапия", region: str = "Москва") -> None:
    """Stands among colleagues, as one with a profile of that speciality and region does."""
    with unit_of_work() as uow:
        row = uow.session.exec(select(Practice).where(Practice.account_id == actor.account_id)).one()
        row.compared, row.speciality, row.region = True, speciality, region


def colleague(visits: int, kind: int = 1, **place: str) -> Actor:
    actor = Actor(Role.DOCTOR, uuid4())
    bring(actor, [fact(day, visits=visits, kind=kind) for day in DAYS])
    stands(actor, **place)
    return actor


@pytest.mark.both_databases
def test_ten_colleagues_are_shown_and_nine_are_not(doctor):
    bring(doctor, [fact(day, visits=20, kind=1) for day in DAYS])
    stands(doctor)
    for visits in range(1, 10):
        colleague(visits)
    colleague(99, speciality="Хирургия")
    colleague(99, region="Казань")
    found = service.among_colleagues(doctor, MONTH)
    assert (found.takes_part, found.doctors, found.cells) == (True, 9, ())
    assert Metric.PER_DAY in found.hidden
    colleague(10)
    cells = {cell.definition.metric: cell for cell in service.among_colleagues(doctor, MONTH).cells}
    per_day = cells[Metric.PER_DAY]
    assert (per_day.own, per_day.middle, per_day.low, per_day.high, per_day.doctors) == (20, 5.5, 3.25, 7.75, 10)
    assert Metric.MEAN_MINUTES not in cells, "nobody told minutes: nobody stands behind that figure"


@pytest.mark.both_databases
def test_who_does_not_take_part_sees_nobody_and_is_seen_by_nobody(doctor):
    bring(doctor, [fact(DAYS[0])])
    for visits in range(1, 12):
        colleague(visits)
    found = service.among_colleagues(doctor, MONTH)
    assert (found.takes_part, found.doctors, found.cells) == (False, 0, ())
    with pytest.raises(InvalidError):
        service.take_part(doctor, True)
    other = colleague(5)
    assert service.among_colleagues(other, MONTH).doctors == 11


@pytest.mark.both_databases
def test_a_goal_shows_how_far_it_is(doctor):
    bring(doctor, [fact(day, visits=10, kind=1 + place % 2) for place, day in enumerate(DAYS)])
    service.put_goal(doctor, Metric.VISITS, 100)
    service.put_goal(doctor, Metric.FIRST_SHARE, 0.5)
    tiles = {tile.metric: tile for tile in service.dashboard(doctor, Query(MONTH)).tiles}
    assert (tiles[Metric.VISITS].goal, tiles[Metric.VISITS].progress) == (100, 0.5)
    assert tiles[Metric.FIRST_SHARE].progress == pytest.approx(1.2)
    service.put_goal(doctor, Metric.VISITS, None)
    assert service.goals(doctor) == {Metric.FIRST_SHARE: 0.5}
    for metric, goal in ((Metric.VISITS, 0), (Metric.FIRST_SHARE, 1.1), (Metric.NO_SHOWS, -1)):
        with pytest.raises(InvalidError):
            service.put_goal(doctor, metric, goal)


def test_a_norm_makes_the_load(doctor):
    bring(doctor, [fact(day, visits=20) for day in DAYS])
    load = next(tile for tile in service.dashboard(doctor, Query(MONTH)).tiles if tile.metric is Metric.LOAD)
    assert load.value is None
    service.put_norm(doctor, Norm(15, 6, 1))
    load = next(tile for tile in service.dashboard(doctor, Query(MONTH)).tiles if tile.metric is Metric.LOAD)
    assert load.value == pytest.approx(100 / (5 * 6 * 60 / 15))
    assert service.norm_of(doctor) == Norm(15, 6, 1, None)
    with pytest.raises(InvalidError):
        service.put_norm(doctor, Norm(0.5, 6, 1))


@pytest.mark.both_databases
def test_goals_and_the_norm_are_kept_as_they_are_written_all_or_none(doctor):
    service.put_goals(doctor, {"visits": "1 200", "first_share": "12,5 %", "load": "120", "no_shows": ""})
    assert service.goals(doctor) == {Metric.VISITS: 1200, Metric.FIRST_SHARE: 0.125, Metric.LOAD: 1.2}
    written = service.written_goals(doctor)
    assert (written["visits"], written["first_share"], written["load"]) == ("1200", "12,5", "120")
    assert service.written_goals(doctor)["no_shows"] == ""
    with pytest.raises(InvalidError) as refused:
        service.put_goals(doctor, {"visits": "7", "first_share": "100,1", "per_day": "nan", "home_share": "-1"})
    assert [one.field for one in refused.value.problems] == ["per_day", "first_share", "home_share"]
    service.put_goals(doctor, {"visits": "", "rural_share": "50", "nothing": "1"})
    assert service.goals(doctor) == {Metric.FIRST_SHARE: 0.125, Metric.LOAD: 1.2}
    service.put_written_norm(doctor, {"minutes": "12,5", "hours_a_day": "", "share_of_post": "0.5"})
    assert service.norm_of(doctor) == Norm(12.5, None, 0.5)
    assert service.written_norm(doctor) == {"minutes": "12,5", "hours_a_day": "", "share_of_post": "0,5"}
    for name, wrong in (("minutes", "0"), ("hours_a_day", "25"), ("share_of_post", "1e1"), ("minutes", "٣")):
        with pytest.raises(InvalidError) as refused:
            service.put_written_norm(doctor, {name: wrong})
        assert [one.field for one in refused.value.problems] == [name]


def test_a_goal_of_counts_is_for_a_month_and_grows_with_the_period(doctor):
    bring(doctor, [fact(day, visits=10, kind=1) for day in DAYS])
    service.put_goals(doctor, {"visits": "100", "per_day": "20"})
    year = Query(Period.around(Span.YEAR, DAYS[0]))
    tiles = {tile.metric: tile for tile in service.dashboard(doctor, year).tiles}
    assert (tiles[Metric.VISITS].goal, tiles[Metric.PER_DAY].goal) == (1200, 20)
    week = Query(Period(DAYS[0], DAYS[-1]))
    goal = next(tile.goal for tile in service.dashboard(doctor, week).tiles if tile.metric is Metric.VISITS)
    assert goal == pytest.approx(100 * 5 / (365.2425 / 12))


def test_the_screen_of_goals_looks_at_months_that_are_over(doctor):
    nothing = service.aims(doctor)
    assert (nothing.has_data, nothing.tiles, nothing.planned) == (False, (), None)
    assert (nothing.period.first, nothing.period.last) == (date(2025, 11, 1), date(2026, 10, 31))
    service.put_goals(doctor, {"visits": "100"})
    bring(doctor, [fact(day, visits=10, kind=1) for day in (*DAYS, date(2026, 11, 3))])
    found = service.aims(doctor)
    assert (found.period.first, found.period.last) == (date(2026, 3, 1), date(2026, 10, 31)), "November is not over"
    assert [(tile.metric, tile.value, tile.goal) for tile in found.tiles] == [(Metric.VISITS, 50, 800)]
    service.put_written_norm(doctor, {"minutes": "15", "hours_a_day": "6", "share_of_post": "1"})
    assert service.aims(doctor).planned == 24


def moves_to(actor: Actor, region: str, speciality: str) -> None:
    """Corrects his profile, as the registration does it."""
    with unit_of_work() as uow:
        told = profile.answers_of(uow, actor.must_be_known())
        identity = Identity(
            PersonAnswers(**told["person"]),
            NumberAnswers(**told["numbers"]),
            PassportAnswers(**told["passport"]),
            AddressAnswers(**(told["address"] | {"region": region})),
            WorkAnswers(**(told["work"] | {"speciality": speciality})),
        )
        profile.settle(uow, actor, actor.must_be_known(), identity)
    jobs.work_off()


@pytest.fixture
def watched(monkeypatch) -> None:
    """Every change of a fact is followed, as the wiring does it."""
    monkeypatch.setattr(facts, "watchers", [FOLLOW])


@pytest.mark.both_databases
def test_who_moves_or_changes_his_speciality_stands_among_others_from_then_on(doctor, watched):
    anna = someone()
    bring(anna, [fact(DAYS[0])])
    service.take_part(anna, True)
    colleague(5, speciality="Хирургия", region="Республика Татарстан")
    assert service.among_colleagues(anna, MONTH).doctors == 0
    moves_to(anna, "Республика Татарстан", "Хирургия")
    found = service.among_colleagues(anna, MONTH)
    assert (found.speciality, found.region, found.doctors) == ("Хирургия", "Республика Татарстан", 1)
    with unit_of_work() as uow:
        deeds = uow.session.exec(select(AuditEntry.deed)).all()
    assert deeds.count("analytics.followed") == 1
    # What has nothing to do with the work changes nothing.
    with unit_of_work() as uow:
        facts.changed(uow, anna.must_be_known())
    jobs.work_off()
    with unit_of_work() as uow:
        assert uow.session.exec(select(AuditEntry.deed)).all().count("analytics.followed") == 1


def test_who_does_not_take_part_is_not_followed(doctor, watched):
    anna = someone()
    bring(anna, [fact(DAYS[0])])
    moves_to(anna, "Республика Татарстан", "Хирургия")
    with unit_of_work() as uow:
        row = uow.session.exec(select(Practice).where(Practice.account_id == anna.account_id)).one()
        assert (row.compared, row.speciality, row.region) == (False, "", "")
