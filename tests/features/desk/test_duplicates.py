"""Numbers of another account: a person compares the two, and either side hears what was decided."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from sqlmodel import select

from medportal.features.accounts import service as accounts
from medportal.features.accounts.schemas import LoginKind
from medportal.features.desk import service
from medportal.features.notifications import service as notifications
from medportal.features.profile import service as profile
from medportal.features.registration import jobs as _registration  # noqa: F401
from medportal.features.registration import service as registration
from medportal.features.registration.schemas import Section
from medportal.features.reviews import service as reviews
from medportal.features.reviews.schemas import CaseState, Shelf, Subject, Wanted
from medportal.features.verification.models import VerificationCheck
from medportal.features.verification.schemas import Kind, State
from medportal.infra import jobs
from medportal.infra.db import reading, unit_of_work
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ConflictError, ForbiddenError, NotFoundError
from tests.features.registration.applicants import Applicant

VERIFIER = Actor(Role.VERIFIER, uuid4())
NEUTRAL = "С этими данными уже есть учётная запись"
pytestmark = pytest.mark.both_databases


@pytest.fixture
def holder(someone: Callable[..., Applicant]) -> Applicant:
    return someone(0).registered()


@pytest.fixture
def newcomer(holder: Applicant, someone: Callable[..., Applicant]) -> Applicant:
    """Somebody who types the SNILS of the first."""
    accounts.erasers.append(reviews.erase)
    made = someone(1, "192.0.2.77").begin()
    made.up_to_numbers()
    return made


def _claims(newcomer: Applicant, holder: Applicant) -> None:
    assert newcomer.hand_in(Section.NUMBERS, snils=holder.who.snils).taken


def _queue() -> list:
    return list(reviews.queue(VERIFIER, Wanted(Shelf.OPEN, Subject.DUPLICATE)).rows)


def _unproven(holder: Applicant) -> None:
    """No register knows the number as the holder's."""
    with unit_of_work() as uow:
        checks = select(VerificationCheck).where(VerificationCheck.account_id == holder.id)
        for check in uow.session.exec(checks.where(VerificationCheck.kind == Kind.SNILS)):
            check.state = State.INVALID


def _told(who: Applicant) -> list[str]:
    return [one.body.ru for one in notifications.bell(who.actor).lines if "СНИЛС и ИНН" in one.title.ru]


def test_a_number_of_another_account_comes_to_a_person_who_sees_both(newcomer, holder):
    _claims(newcomer, holder)
    _claims(newcomer, holder)
    (row,) = _queue()
    screen = service.open_case(VERIFIER, row.id)
    assert [one.code for one in screen.file.failed_rules] == ["SNILS_TAKEN"]
    _, values = service.values(VERIFIER, row.id)
    assert values.who == newcomer.who.full_name
    snils = next(one for one in values.rows if one.name == "snils")
    assert snils.read == snils.typed != ""
    assert snils.register is not None
    surname = next(one for one in values.rows if one.name == "surname")
    assert (surname.read, surname.typed) == (holder.who.surname, newcomer.who.surname)


def test_corrected_numbers_take_the_case_back(newcomer, holder):
    _claims(newcomer, holder)
    (row,) = _queue()
    assert not newcomer.hand_in(Section.NUMBERS).taken
    assert _queue() == []
    with pytest.raises(ConflictError):
        reviews.confirm(VERIFIER, row.id, reviews.open_case(VERIFIER, row.id).version)


def test_a_refusal_tells_nothing_about_the_holder_and_is_not_asked_twice(newcomer, holder):
    _claims(newcomer, holder)
    (row,) = _queue()
    file = reviews.open_case(VERIFIER, row.id)
    reviews.refuse(VERIFIER, row.id, file.version, ("SAME_PERSON",))
    jobs.work_off()
    (told,) = _told(newcomer)
    assert told.startswith(NEUTRAL)
    assert holder.who.surname not in told
    assert _told(holder) == []
    _claims(newcomer, holder)
    assert _queue() == []


def test_two_people_and_a_number_of_the_newcomer_s_takes_it_from_the_holder(newcomer, holder):
    _unproven(holder)
    _claims(newcomer, holder)
    (row,) = _queue()
    reviews.confirm(VERIFIER, row.id, reviews.open_case(VERIFIER, row.id).version)
    jobs.work_off()
    assert "Номера можно использовать" in _told(newcomer)[0]
    assert "принадлежит другому человеку" in _told(holder)[0]
    with reading() as uow:
        assert profile.holders_of(uow, snils=holder.who.snils, inn="") == frozenset()
        assert accounts.bearer_of(uow, LoginKind.SNILS, holder.who.snils) is None
    assert not newcomer.hand_in(Section.NUMBERS, snils=holder.who.snils).taken
    # Told again by a sweep, nothing happens twice.
    with reading() as uow:
        about = reviews.find(uow, Subject.DUPLICATE, row.subject_id)
    assert about.state is CaseState.DECIDED
    registration.follow_duplicate(VERIFIER, row.subject_id)
    assert len(_told(newcomer)) == 1


def test_a_number_that_a_register_knows_as_the_holder_s_is_not_handed_over(newcomer, holder):
    _claims(newcomer, holder)
    (row,) = _queue()
    reviews.confirm(VERIFIER, row.id, reviews.open_case(VERIFIER, row.id).version)
    jobs.work_off()
    assert _told(newcomer)[0].startswith(NEUTRAL)
    with reading() as uow:
        assert profile.holders_of(uow, snils=holder.who.snils, inn="") == {holder.id}


def test_neither_side_decides_about_itself_nor_sees_the_other(newcomer, holder):
    _claims(newcomer, holder)
    (row,) = _queue()
    version = reviews.open_case(VERIFIER, row.id).version
    for role in (Role.VERIFIER, Role.ADMINISTRATOR):
        with pytest.raises(ForbiddenError):
            reviews.confirm(Actor(role, holder.id), row.id, version)
        with pytest.raises((ForbiddenError, NotFoundError)):
            service.values(Actor(role, newcomer.id), row.id)
    for role in (Role.OPERATOR, Role.SUPPORT, Role.DOCTOR, Role.APPLICANT):
        with pytest.raises(ForbiddenError):
            service.values(Actor(role, uuid4()), row.id)
