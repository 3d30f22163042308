"""Reminders as they are given: marked once, under the bell, by letter; whatever runs and how often."""

# ruff: noqa: DTZ001 (a person enters local times)

import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import delete, select

from medportal.features.attestations import service
from medportal.features.attestations.models import ReminderLetter, ReminderMark, ReminderPlan
from medportal.features.attestations.schemas.calendar import OwnEvent
from medportal.features.attestations.schemas.kinds import EventKind, FactKind
from medportal.features.attestations.schemas.reminders import Choices, Digest
from medportal.features.notifications import service as notifications
from medportal.infra import jobs, nudges
from medportal.infra.db import reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import SYSTEM
from medportal.kernel.errors import InvalidError

DAY = datetime(2026, 12, 24)
EVENT = OwnEvent("Приём секции", DAY, DAY, ladder=(30, 7, 1, 0, -1))
CALM = Choices(quiet_from=0, quiet_to=0)


def marks():
    with reading() as uow:
        return sorted((mark.rung for mark in uow.session.exec(select(ReminderMark)).all()), key=lambda one: -int(one))


def letters():
    return [(letter.channel, letter.subject) for letter in notifications.demonstration_outbox()]


@pytest.mark.both_databases
def test_a_ladder_is_climbed_day_by_day_once_each(anna, hands):
    hands.move(days=1)  # 24 November: 30 days before
    event_id = service.create_event(anna, EVENT)
    for _ in range(33):
        jobs.work_off()
        service.remind(SYSTEM)
        hands.move(days=1)
    assert marks() == ["30", "7", "1", "0", "-1"]
    jobs.work_off()
    assert len(letters()) == 4  # the outbox throws letters away after thirty days
    assert notifications.bell(anna).unread == 5
    assert notifications.bell(anna).lines[0].title.ru == "Приём секции"
    with reading() as uow:
        assert uow.session.get(ReminderPlan, event_id) is None


@pytest.mark.both_databases
def test_a_missed_week_is_caught_up_by_one_reminder(anna, hands):
    service.create_event(anna, EVENT)
    hands.move(days=26)
    assert service.remind(SYSTEM).reminded == 1
    assert marks() == ["7"]
    assert notifications.bell(anna).lines[0].body.ru == "Через 5 дней, 24.12.2026."


def test_running_a_day_by_hand_is_harmless_twice_and_in_any_order(anna, hands):
    service.create_event(anna, EVENT)
    found = [service.remind(SYSTEM, date(2026, 12, day)).reminded for day in (17, 17, 10, 23, 17, 23)]
    assert found == [1, 0, 0, 1, 0, 0]
    assert marks() == ["7", "1"]


@pytest.mark.both_databases
def test_schedulers_at_once_send_one(anna, hands):
    for number in range(8):
        service.create_event(anna, replace(EVENT, title=f"Событие {number}"))
    hands.move(days=24, hours=2)
    start, reports = threading.Barrier(4), []

    def run():
        start.wait()
        reports.append(service.remind(SYSTEM))

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    service.remind(SYSTEM)
    jobs.work_off()
    assert sum(report.reminded for report in reports) == 8
    assert notifications.unread(anna) == 8
    assert len(letters()) == 8
    assert sum(report.failed for report in reports) == 0


def test_what_is_done_deleted_or_moved_is_not_reminded_of(anna, hands):
    done, gone, moved = (service.create_event(anna, replace(EVENT, title=str(n))) for n in range(3))
    service.mark_done(anna, done)
    service.delete_event(anna, gone)
    service.move_event(anna, moved, date(2027, 1, 24))
    hands.move(days=24)
    assert service.remind(SYSTEM).reminded == 0
    hands.move(days=8)
    assert service.remind(SYSTEM).reminded == 1


def test_a_series_is_reminded_of_before_each_occurrence(anna, hands):
    service.create_event(anna, replace(EVENT, repeat="FREQ=WEEKLY;COUNT=3", ladder=(1,)))
    given = 0
    for _ in range(60):
        given += service.remind(SYSTEM).reminded
        hands.move(days=1)
    assert given == 3


def test_quiet_hours_keep_the_letter_and_not_the_bell(anna, hands):
    service.create_event(anna, EVENT)
    hands.at = datetime(2026, 12, 17, 20, 30, tzinfo=UTC)  # 23:30 in Moscow; the portal was down since morning
    assert service.remind(SYSTEM).posted == 0
    assert notifications.unread(anna) == 1
    jobs.work_off()
    assert letters() == []
    hands.at = datetime(2026, 12, 18, 5, 1, tzinfo=UTC)
    assert service.remind(SYSTEM).posted == 1
    assert service.remind(SYSTEM).posted == 0


def test_a_digest_gathers_what_would_be_many_letters(anna, hands):
    service.choose_reminders(anna, replace(CALM, digest=Digest.DAILY, sms=True))
    for number in range(3):
        service.create_event(anna, replace(EVENT, title=f"Событие {number}"))
    hands.at = datetime(2026, 12, 17, 6, 30, tzinfo=UTC)
    assert service.remind(SYSTEM).reminded == 3
    jobs.work_off()
    assert sorted(str(channel) for channel, _ in letters()) == ["email", "sms"]
    assert {subject for _, subject in letters()} == {"Напоминания: 3 даты"}


def test_an_absence_is_silent_and_what_was_done_meanwhile_is_not_written_of(anna, hands):
    service.choose_reminders(anna, replace(CALM, absent_from=date(2026, 12, 10), absent_to=date(2026, 12, 20)))
    kept, done = (service.create_event(anna, replace(EVENT, title=title)) for title in ("Осталось", "Сделано"))
    hands.move(days=24, hours=2)
    assert (service.remind(SYSTEM).posted, notifications.unread(anna)) == (0, 2)
    service.mark_done(anna, done)
    hands.at = datetime(2026, 12, 21, 7, tzinfo=UTC)
    service.remind(SYSTEM)
    jobs.work_off()
    assert [subject for _, subject in letters()] == ["Напоминание: Осталось"]
    assert kept


def test_a_snooze_is_silent_until_its_day(anna, hands):
    event_id = service.create_event(anna, EVENT)
    service.snooze_event(anna, event_id, date(2026, 12, 20))
    given = []
    for _ in range(40):
        if service.remind(SYSTEM).reminded:
            given.append(hands.at.date())
        hands.move(days=1)
    assert given == [date(2026, 12, 20), date(2026, 12, 23), date(2026, 12, 24), date(2026, 12, 25)]
    with pytest.raises(InvalidError):
        service.snooze_event(anna, event_id, date(2020, 1, 1))


def test_one_persons_trouble_does_not_stop_the_others(anna, boris, hands):
    for actor in (anna, boris):
        service.create_event(actor, EVENT)
    with unit_of_work() as uow:
        # A setting that no version of the portal writes.
        service_row = uow.session.exec(select(ReminderPlan).where(ReminderPlan.account_id == anna.account_id)).one()
        from medportal.features.attestations.models import ReminderSettings

        uow.session.add(ReminderSettings(account_id=service_row.account_id, zone="Mars/Olympus"))
    hands.move(days=24, hours=2)
    report = service.remind(SYSTEM)
    assert (report.reminded, report.failed) == (1, 1)
    assert notifications.unread(boris) == 1
    with unit_of_work() as uow:
        uow.session.exec(delete(ReminderSettings))
    assert service.remind(SYSTEM).reminded == 1


def test_an_unconfirmed_contact_gets_nothing(anna, hands):
    from medportal.features.notifications.schemas import Channel

    with unit_of_work() as uow:
        notifications.put_contact(uow, SYSTEM, anna.account_id, Channel.EMAIL, "new@example.ru")
    service.create_event(anna, EVENT)
    hands.move(days=24, hours=2)
    assert service.remind(SYSTEM).posted == 0
    assert notifications.unread(anna) == 1


def test_the_bell_nudges_is_read_and_read_by_its_owner_alone(anna, boris, hands):
    told = []
    nudges.listen(told.append)
    try:
        service.create_event(anna, EVENT)
        hands.move(days=24, hours=2)
        told.clear()
        service.remind(SYSTEM)
        assert anna.account_id in told
        line = notifications.bell(anna).lines[0]
        notifications.read_line(boris, line.id)
        assert notifications.unread(anna) == 1
        told.clear()
        notifications.read_line(anna, line.id)
        notifications.read_all(anna)
        assert notifications.unread(anna) == 0
        assert told == [anna.account_id]
    finally:
        nudges.forget(told.append)


def test_reminders_of_rules_follow_the_persons_own_ladder_and_zone(anna, hands):
    chosen = Choices(zone="Asia/Vladivostok", hour=8, ladders=((EventKind.MEDICAL_EXAM, (10,)),), sms=True)
    service.choose_reminders(anna, chosen)
    assert service.reminder_choices(anna) == chosen
    service.tell_fact(anna, FactKind.MEDICAL_EXAM, date(2026, 1, 31))
    with reading() as uow:
        plan = uow.session.exec(select(ReminderPlan)).all()
    assert sorted(one.next_at for one in plan)[:1] == [datetime(2027, 1, 20, 22, tzinfo=UTC)]
    with pytest.raises(InvalidError):
        service.choose_reminders(anna, replace(chosen, zone="Mars/Olympus"))


def test_a_killed_process_leaves_nothing_half_done(anna, hands):
    """Mark, bell and letter stand in one transaction each: what was not committed is done by the next run."""
    service.create_event(anna, EVENT)
    hands.move(days=24, hours=2)
    service.remind(SYSTEM)
    jobs.engine().forget()
    hands.move(minutes=5)
    jobs.run_sweeps()
    jobs.work_off()
    assert len(letters()) == 1
    with reading() as uow:
        assert len(uow.session.exec(select(ReminderLetter)).all()) == 1


@pytest.mark.both_databases
def test_reminders_of_a_version_with_a_bell_of_its_own_move_under_the_bell_of_all_once(anna, hands):
    """The migration leaves them untold: their words are sealed by the portal, not by the migration."""
    event_id, gone = service.create_event(anna, EVENT), service.create_event(anna, EVENT)
    service.delete_event(anna, gone)
    with unit_of_work() as uow:
        for number, of in enumerate((event_id, gone, event_id)):
            told = clock.now() if number == 2 else None
            row = ReminderLetter(
                account_id=anna.account_id, key=f"reminder:{of}:{number}", event_id=of, due_on=DAY.date(), rung="7", told_at=told
            )  # fmt: skip
            uow.session.add(row)
    for _ in range(2):
        service.remind(SYSTEM)
    assert [line.title.ru for line in notifications.bell(anna).lines] == ["Приём секции"]
    assert notifications.bell(anna).lines[0].link == f"/calendar#event-{event_id}"


def test_a_letter_goes_in_the_pass_that_gave_the_reminder_and_until_it_does_its_hour_is_shown(anna, hands):
    service.choose_reminders(anna, replace(CALM, digest=Digest.DAILY, hour=12))
    event_id = service.create_event(anna, replace(EVENT, ladder=(31,)))
    service.remind(SYSTEM, date(2026, 11, 23))
    ((_, given),) = service.reminders_given(anna)
    assert (given.posts_at, given.letters) == (datetime(2026, 11, 23, 9, 0, tzinfo=UTC), ())
    assert service.event_story(anna, event_id).reminders[0].posts_at == given.posts_at
    hands.move(hours=2)
    service.remind(SYSTEM)
    jobs.work_off()
    ((_, given),) = service.reminders_given(anna)
    assert (given.posts_at, [one.state for one in given.letters]) == (None, ["sent"])


def test_a_real_clock_does_not_leave_the_letter_to_the_next_pass(anna, monkeypatch):
    service.choose_reminders(anna, CALM)
    service.create_event(anna, replace(EVENT, ladder=(31,)))
    ticks = iter(range(1_000_000))
    still = clock.now()
    monkeypatch.setattr(clock, "now", lambda: still + timedelta(hours=5, milliseconds=next(ticks)))
    assert (service.remind(SYSTEM).reminded, service.remind(SYSTEM).posted) == (1, 0)
    assert [one.letters != () for _, one in service.reminders_given(anna)] == [True]
