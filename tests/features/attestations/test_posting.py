"""Posts of staff: to those addressed, once, under the bell and in the calendar; and taken back."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import select

from medportal.features.attestations import service
from medportal.features.attestations.schemas.kinds import EventKind, Origin
from medportal.features.attestations.schemas.posts import Post, PostKind
from medportal.features.attestations.service import posting
from medportal.features.notifications import service as notifications
from medportal.features.profile.models import Profile
from medportal.infra import facts, jobs
from medportal.infra.db import reading, unit_of_work
from medportal.kernel.actor import SYSTEM, Actor, Role
from medportal.kernel.errors import ForbiddenError, InvalidError
from medportal.kernel.text import Text

from .conftest import someone

STAFF = Actor(Role.OPERATOR)
POST = Post(
    PostKind.INSPECTION, Text(ru="Проверка Росздравнадзора", en="Inspection"), Text(ru="Подготовьте журналы.", en="Prepare."),
    date(2027, 2, 1),
)  # fmt: skip


def lines(actor):
    return [line.title.ru for line in notifications.bell(actor).lines]


def events(actor):
    return [
        one for day in service.month(actor, date(2027, 2, 1)).days for one in day.events if one.origin is Origin.STAFF
    ]


@pytest.mark.both_databases
def test_a_post_reaches_everybody_once_whatever_runs_and_how_often(anna, boris):
    post_id = service.publish(STAFF, POST)
    jobs.work_off()
    for _ in range(2):
        service.fan_out(SYSTEM, post_id)
        service.sweep_posts(SYSTEM)
        jobs.work_off()
    for actor in (anna, boris):
        assert lines(actor) == ["Проверка Росздравнадзора"]
        (event,) = events(actor)
        assert (event.kind, event.title, event.movable) == (EventKind.INSPECTION, POST.title, False)
    (shown,) = service.published(STAFF)
    assert (shown.reached, shown.done, shown.withdrawn) == (2, True, False)


@pytest.mark.both_databases
def test_a_fan_out_that_was_cut_off_goes_on_where_it_was(anna, boris, monkeypatch, hands):
    monkeypatch.setattr(posting, "BATCH", 1)
    given = posting._give
    told = []

    def breaks(uow, row, account_id):
        told.append(account_id)
        if len(told) == 2:
            raise RuntimeError("the power went")
        return given(uow, row, account_id)

    monkeypatch.setattr(posting, "_give", breaks)
    post_id = service.publish(STAFF, POST)
    with pytest.raises(RuntimeError):
        service.fan_out(SYSTEM, post_id)
    assert sorted(lines(anna) + lines(boris)) == ["Проверка Росздравнадзора"]
    hands.move(minutes=5)
    service.sweep_posts(SYSTEM)
    jobs.work_off()
    assert (len(lines(anna)), len(lines(boris))) == (1, 1)
    assert len(told) == 3


@pytest.mark.parametrize(
    ("to", "reached"),
    [
        ({"region": "Казань"}, []),
        ({"region": "Москва"}, ["anna", "boris"]),
        ({"speciality": "Хирургия"}, ["boris"]),
        ({"level": 3}, []),
    ],
)
def test_only_those_addressed_are_told(anna, boris, to, reached):
    with unit_of_work() as uow:
        uow.session.exec(select(Profile).where(Profile.account_id == boris.account_id)).one().speciality = "Хирургия"
    service.publish(STAFF, replace(POST, **to))
    jobs.work_off()
    assert [name for name, actor in (("anna", anna), ("boris", boris)) if lines(actor)] == reached
    assert [name for name, actor in (("anna", anna), ("boris", boris)) if events(actor)] == reached


def test_a_post_without_a_date_goes_under_the_bell_only(anna):
    service.publish(STAFF, replace(POST, kind=PostKind.REGULATION, on_date=None))
    jobs.work_off()
    assert (lines(anna), events(anna)) == (["Проверка Росздравнадзора"], [])


def test_a_post_taken_back_leaves_the_calendars(anna, boris):
    post_id = service.publish(STAFF, POST)
    jobs.work_off()
    service.withdraw_post(STAFF, post_id)
    assert (events(anna), events(boris)) == ([], [])
    service.fan_out(SYSTEM, post_id)
    assert events(anna) == []
    assert service.published(STAFF)[0].withdrawn


def test_doctors_and_verifiers_do_not_post(anna):
    for actor in (anna, Actor(Role.VERIFIER), Actor(Role.VISITOR)):
        with pytest.raises(ForbiddenError):
            service.publish(actor, POST)
        with pytest.raises(ForbiddenError):
            service.published(actor)
    with pytest.raises(InvalidError) as refused:
        service.publish(STAFF, replace(POST, title=Text(ru="—", en="—")))
    assert refused.value.problems[0].field == "title_ru"


def test_reminders_by_letter_end_by_one_post_without_signing_in(anna, boris, hands):
    address = service.unsubscribe  # the service behind the page
    from medportal.features.attestations.service import unsubscribing

    token = unsubscribing.address_of(anna.account_id).rpartition("/")[2]
    visitor = Actor(Role.VISITOR)
    for wrong in ("", "x", token[:-1], token.replace(".", ""), f"{boris.account_id.hex}.{token.partition('.')[2]}"):
        assert not address(visitor, wrong)
    assert service.reminder_choices(anna).email
    assert address(visitor, token)
    assert address(visitor, token)
    assert not service.reminder_choices(anna).email
    assert service.reminder_choices(boris).email


@pytest.mark.both_databases
def test_whoever_comes_later_gets_what_is_still_current_and_gets_it_once(anna, monkeypatch, hands):
    monkeypatch.setattr(facts, "watchers", ["attestations.replan"])
    service.publish(STAFF, POST)
    service.publish(STAFF, replace(POST, title=Text(ru="Новый порядок", en="A new order"), on_date=None))
    service.publish(STAFF, replace(POST, title=Text(ru="Уже прошло", en="Over"), on_date=date(2026, 11, 24)))
    withdrawn = service.publish(STAFF, replace(POST, title=Text(ru="Отменено", en="Taken back")))
    elsewhere = replace(POST, title=Text(ru="Для Томска", en="For Tomsk"), region="Томская область")
    service.publish(STAFF, elsewhere)
    jobs.work_off()
    service.withdraw_post(STAFF, withdrawn)
    hands.move(days=2)

    boris = someone(1)
    for _ in range(2):
        stir(boris)
    assert sorted(lines(boris)) == ["Новый порядок", "Проверка Росздравнадзора"]
    assert [one.title for one in events(boris)] == [POST.title]
    move_to(boris, "Томская область")
    assert sorted(lines(boris)) == ["Для Томска", "Новый порядок", "Проверка Росздравнадзора"]
    assert {one.post.title.ru: one.reached for one in service.published(STAFF)}["Проверка Росздравнадзора"] == 2

    hands.move(days=70)
    latecomer = someone(2)
    stir(latecomer)
    assert lines(latecomer) == []


def test_a_level_that_rises_brings_the_posts_of_that_level(anna, monkeypatch):
    monkeypatch.setattr(facts, "watchers", ["attestations.replan"])
    service.publish(STAFF, replace(POST, level=3))
    jobs.work_off()
    assert lines(anna) == []
    with reading() as uow:
        risen = replace(posting.levels.standing_of(uow, anna.account_id), level=3)
    monkeypatch.setattr(posting.levels, "standing_of", lambda _uow, _account_id: risen)
    stir(anna)
    assert lines(anna) == ["Проверка Росздравнадзора"]


def stir(actor: Actor) -> None:
    """Some fact of the account changes."""
    with unit_of_work() as uow:
        facts.changed(uow, actor.account_id)
    jobs.work_off()


def move_to(actor: Actor, region: str) -> None:
    with unit_of_work() as uow:
        row = uow.session.exec(select(Profile).where(Profile.account_id == actor.account_id)).one()
        row.region = region
    stir(actor)
