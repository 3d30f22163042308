"""Doubts about a person on the desk's screen: his passport, his numbers, and the other account, each in a table of its own."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from medportal.features.desk import service
from medportal.features.desk.schemas import Screen, Values
from medportal.features.profile.models import Profile
from medportal.features.reviews import service as reviews
from medportal.features.reviews.schemas import Subject, Wanted
from medportal.infra import facts, jobs
from medportal.infra.audit import AuditEntry
from medportal.infra.db import reading, unit_of_work
from medportal.kernel import clock
from medportal.kernel.actor import Actor, Role
from tests.features.levels.proven import Doctor
from tests.features.registration.applicants import Applicant

VERIFIER = Actor(Role.VERIFIER, uuid4())
pytestmark = pytest.mark.both_databases


def changes(account_id: UUID, hands: clock.Hands, **columns: object) -> None:
    """The person corrects himself."""
    hands.move(minutes=5)
    with unit_of_work() as uow:
        row = uow.session.exec(select(Profile).where(Profile.account_id == account_id)).one()
        for name, value in columns.items():
            setattr(row, name, value)
        row.changed_at = clock.now()
        facts.changed(uow, account_id)
    jobs.work_off()


def opened() -> tuple[Screen, Values]:
    (row,) = reviews.queue(VERIFIER, Wanted(subject=Subject.IDENTITY)).rows
    screen = service.open_case(VERIFIER, row.id)
    return screen, service.values(VERIFIER, row.id)[1]


def test_a_lost_proof_is_named_with_its_day_and_way_beside_the_numbers_of_today(
    doctor: Doctor, hands: clock.Hands
) -> None:
    doctor.seen_in_person()
    day = f"{clock.today():%d.%m.%Y}"
    changes(doctor.id, hands, snils_fingerprint="another")
    screen, values = opened()
    [failed] = screen.file.failed_rules
    assert (
        failed.text.ru == f"СНИЛС изменён после того, как {day} личность была подтверждена (лично, в сервисном центре)"
    )
    [numbers] = values.beside
    assert [(row.name, row.typed != "", row.register is not None) for row in numbers.rows] == [
        ("snils", True, True),
        ("inn", True, True),
    ]
    assert (numbers.columns, values.role) == (None, None)


def test_who_names_the_same_passport_stands_in_a_table_of_his_own_and_the_look_is_on_record(
    doctor: Doctor, someone: Callable[..., Applicant], hands: clock.Hands
) -> None:
    other = someone(1, "192.0.2.88").registered()
    jobs.work_off()
    with reading() as uow:
        shared = uow.session.exec(select(Profile).where(Profile.account_id == other.id)).one().passport_fingerprint
    changes(doctor.id, hands, passport_fingerprint=shared)
    _, values = opened()
    assert values.who == doctor.applicant.who.full_name
    # What another account says never stands under «read in the document».
    assert all(row.read != other.who.surname for row in values.rows)
    theirs = values.beside[-1]
    surname = next(row for row in theirs.rows if row.name == "surname")
    assert (surname.read, surname.typed) == (other.who.surname, doctor.applicant.who.surname)
    assert [one.ru for one in theirs.columns or ()] == ["Другая запись", "Эта запись", "Реестр о другой записи"]
    with reading() as uow:
        seen = select(AuditEntry.subject_id).where(AuditEntry.deed == "desk.double_shown")
        assert other.id in uow.session.exec(seen).all()
