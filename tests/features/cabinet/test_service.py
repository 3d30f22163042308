"""The cabinet gathers what the slices below it know, at this moment."""

import pytest

from medportal.demonstration.invented import Proof
from medportal.demonstration.people import proving
from medportal.features.accounts import service as accounts
from medportal.features.cabinet import service
from medportal.features.levels import service as levels
from medportal.features.levels.schemas import Condition, Level
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel
from medportal.features.verification.schemas import ABOUT_RECORDS, Kind, State
from medportal.infra import jobs
from medportal.infra.db import reading, unit_of_work
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ForbiddenError, NotFoundError, TooOftenError


def test_a_visitor_has_no_cabinet(portal):
    with pytest.raises(ForbiddenError):
        service.overview(Actor(Role.VISITOR))


def test_someone_who_has_only_begun_has_no_level(anna):
    anna.begin()
    view = service.overview(anna.actor)
    assert view.way.standing.level is Level.NONE
    assert (Condition.CONSENT, True) in view.way.standing.conditions
    assert view.checks == ()


@pytest.mark.both_databases
def test_a_registered_doctor_sees_masks_states_and_what_is_missing(anna):
    view = service.overview(anna.registered().actor)
    assert view.way.standing.level is Level.SIMPLE
    assert [one for one, met in view.way.standing.conditions if not met] == [
        Condition.PASSPORT_SCAN,
        Condition.QUALIFICATION_SCAN,
    ]
    assert [check.kind for check in view.checks] == [kind for kind in Kind if kind not in ABOUT_RECORDS]
    assert all(check.state is State.OK and check.demonstration for check in view.checks)
    assert view.phone_confirmed
    assert view.email_confirmed
    assert anna.who.phone not in view.phone
    assert anna.who.email not in view.email


def test_a_register_that_is_down_is_waited_for_and_asked_again_by_itself(someone, hands):
    doctor = someone(0)
    doctor.who = proving(Proof.REGISTER_DOWN)
    doctor.registered()
    view = service.overview(doctor.actor)
    waiting = next(check for check in view.checks if check.kind is Kind.SNILS)
    assert waiting.state is State.UNAVAILABLE
    assert waiting.next_try_at is not None
    for _ in range(12):
        hands.move(minutes=10)
        jobs.run_sweeps()
        jobs.work_off()
    view = service.overview(doctor.actor)
    assert {check.state for check in view.checks} == {State.OK}


def test_a_contact_that_is_lost_lowers_the_level_and_nothing_else(anna):
    doctor = anna.registered()
    actor = doctor.actor
    with unit_of_work() as uow:
        notifications.put_contact(uow, actor, doctor.id, Channel.SMS, "+79000000997")
        notifications.put_contact(uow, actor, doctor.id, Channel.EMAIL, "elsewhere@example.com")
    view = service.overview(doctor.actor)
    assert view.way.standing.level is Level.NONE
    assert not view.phone_confirmed
    assert {check.state for check in view.checks} == {State.OK}


def test_a_withdrawn_consent_lowers_the_level(anna):
    doctor = anna.registered()
    account_id = doctor.id
    accounts.withdraw_consent(doctor.actor)
    with reading() as uow:
        assert levels.standing_of(uow, account_id).level is Level.NONE


def test_nothing_is_asked_again_that_was_never_asked(anna):
    anna.begin()
    with pytest.raises(NotFoundError):
        service.ask_again(anna.actor, Kind.SNILS)


def test_a_register_is_asked_again_only_so_often(someone):
    doctor = someone(0)
    doctor.who = proving(Proof.NAME_MISMATCH)
    doctor.registered()
    with pytest.raises(TooOftenError):
        for _ in range(30):
            service.ask_again(doctor.actor, Kind.SNILS)
            jobs.work_off()
