import threading

import pytest
from pyotp.totp import TOTP
from sqlalchemy import text

from medportal.features.accounts import service
from medportal.features.accounts.schemas import FactorNeed
from medportal.infra.db import reading
from medportal.kernel.actor import SYSTEM, Actor, Role
from medportal.kernel.errors import ForbiddenError, NotFoundError, RefusedError, TooOftenError
from tests.features.accounts.people import AWAY, FIREFOX, HOME, VISITOR, deeds, sign_in

pytestmark = pytest.mark.both_databases
EMAIL, PASSWORD = "verifier@example.ru", "Staff-Horse-Battery-9"


class Colleague:
    """A member of staff with a password, and the phone that makes codes."""

    def __init__(self, hands, role=Role.VERIFIER, email=EMAIL):
        self.hands, self.email, self.secret, self.spares = hands, email, "", ()
        token = service.add_staff(SYSTEM, email, role).link.rpartition("#")[2]
        service.finish_recovery(VISITOR, token, "", PASSWORD)

    def halfway(self, address=HOME) -> Actor:
        token = service.redeem(sign_in(self.email, PASSWORD, address), FIREFOX, address).token
        return service.resolve(token, address)

    def enrolled(self) -> "Colleague":
        actor = self.halfway()
        service.enrol(actor)
        shown = service.enrolment(actor)
        self.secret, self.spares = shown.secret, shown.spare_codes
        service.prove_factor(actor, self.code())
        self.hands.move(seconds=30)
        return self

    def code(self, steps=0) -> str:
        return TOTP(self.secret).generate_otp(int(self.hands.at.timestamp()) // 30 + steps)


@pytest.fixture
def colleague(portal, hands):
    return Colleague(hands)


def test_a_password_alone_makes_nobody_a_member_of_staff(colleague):
    actor = colleague.halfway()
    assert (actor.role, actor.account_id) == (Role.VISITOR, None)
    assert service.factor_need(actor) is FactorNeed.ENROLMENT
    for use in (service.sessions_of, service.sign_out_everywhere):
        with pytest.raises(ForbiddenError):
            use(actor)
    with pytest.raises(ForbiddenError):
        service.change_password(actor, PASSWORD, "Another-Horse-Battery-9")


def test_the_first_right_code_proves_the_device_and_opens_a_session_that_counts(colleague):
    actor = colleague.halfway()
    service.enrol(actor)
    shown = service.enrolment(actor)
    colleague.secret = shown.secret
    assert shown.secret in shown.address
    assert "verifier%40example.ru" in shown.address
    assert shown.picture.startswith("<svg")
    assert len(set(shown.spare_codes)) == 10
    assert shown.secret not in repr(shown)
    proof = service.prove_factor(actor, f" {colleague.code()[:3]} {colleague.code()[3:]} ")
    opened = service.redeem(proof.ticket.code, FIREFOX, HOME)
    known = service.resolve(opened.token, HOME)
    assert (known.role, proof.role) == (Role.VERIFIER, Role.VERIFIER)
    assert service.spare_codes_left(known) == 10
    for use in (service.enrolment, service.enrol):
        with pytest.raises(ForbiddenError):
            use(actor)
    assert {"accounts.factor_begun", "accounts.factor_confirmed", "accounts.factor_proved"} <= set(deeds())


def test_every_sign_in_asks_anew_and_a_code_works_once(colleague, hands):
    colleague.enrolled()
    first, second = colleague.halfway(), colleague.halfway()
    assert service.factor_need(first) is FactorNeed.CODE
    code = colleague.code()
    service.prove_factor(first, code)
    with pytest.raises(RefusedError):
        service.prove_factor(second, code)
    with pytest.raises(RefusedError):
        service.prove_factor(second, colleague.code(-1))
    hands.move(seconds=30)
    service.prove_factor(second, colleague.code())


def test_of_two_who_use_one_code_at_once_one_is_refused(colleague):
    colleague.enrolled()
    actors, code, told, start = [colleague.halfway(), colleague.halfway()], colleague.code(), [], threading.Barrier(2)

    def use(actor):
        start.wait()
        try:
            service.prove_factor(actor, code)
            told.append("in")
        except RefusedError:
            told.append("refused")

    threads = [threading.Thread(target=use, args=(actor,)) for actor in actors]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert sorted(told) == ["in", "refused"]


def test_a_clock_may_be_wrong_by_half_a_minute_and_no_more(colleague, hands):
    colleague.enrolled()
    hands.move(minutes=5)
    actor = colleague.halfway()
    for steps in (-2, 2):
        with pytest.raises(RefusedError):
            service.prove_factor(actor, colleague.code(steps))
    service.prove_factor(actor, colleague.code(1))


def test_wrong_codes_are_slowed_down_and_the_right_one_waits_too(colleague):
    colleague.enrolled()
    actor = colleague.halfway()
    for _ in range(5):
        with pytest.raises(RefusedError):
            service.prove_factor(actor, "000000")
    with pytest.raises(TooOftenError):
        service.prove_factor(actor, colleague.code())
    assert deeds().count("accounts.factor_refused") == 5
    # Another address is not shut out with the guesser.
    service.prove_factor(colleague.halfway(AWAY), colleague.code())


def test_a_spare_code_stands_in_for_the_phone_once(colleague):
    colleague.enrolled()
    service.prove_factor(colleague.halfway(), colleague.spares[3].lower())
    with pytest.raises(RefusedError):
        service.prove_factor(colleague.halfway(), colleague.spares[3])
    with reading() as uow:
        kept = uow.session.execute(text("select code_fingerprint from spare_code")).scalars().all()
    assert len(kept) == 10
    assert not set(kept) & {one.replace("-", "") for one in colleague.spares}


def test_spare_codes_do_not_prove_a_device_that_never_made_a_code(colleague):
    actor = colleague.halfway()
    service.enrol(actor)
    spare = service.enrolment(actor).spare_codes[0]
    with pytest.raises(RefusedError):
        service.prove_factor(actor, spare)
    assert service.factor_need(actor) is FactorNeed.ENROLMENT


def test_secret_and_spare_codes_are_sealed(colleague):
    colleague.enrolled()
    with reading() as uow:
        row = uow.session.execute(text("select sealed_secret, sealed_spare_codes from staff_factor")).one()
    assert colleague.secret not in row[0]
    assert row[1] is None


def test_who_lost_the_phone_is_set_up_anew_by_an_administrator(colleague, hands):
    colleague.enrolled()
    opened = service.redeem(service.prove_factor(colleague.halfway(), colleague.code()).ticket.code, FIREFOX, HOME)
    himself = service.resolve(opened.token, HOME)
    with pytest.raises(ForbiddenError):
        service.reset_factor(himself, EMAIL)
    with pytest.raises(NotFoundError):
        service.reset_factor(SYSTEM, "nobody@example.ru")
    service.reset_factor(SYSTEM, EMAIL)
    assert service.resolve(opened.token, HOME) is None
    assert service.factor_need(colleague.halfway()) is FactorNeed.ENROLMENT


def test_a_doctor_owes_no_second_factor_and_cannot_use_one(anna, portal):
    assert service.factor_need(anna.actor) is FactorNeed.NOTHING
    for actor in (anna.actor, VISITOR):
        with pytest.raises(ForbiddenError):
            service.prove_factor(actor, "000000")
        with pytest.raises(ForbiddenError):
            service.enrol(actor)


def test_a_halfway_session_ends_after_a_quarter_of_an_hour_and_can_be_left(colleague, hands):
    actor = colleague.halfway()
    service.sign_out(actor)
    with pytest.raises(ForbiddenError):
        service.prove_factor(actor, "000000")
    actor = colleague.halfway()
    hands.move(minutes=15)
    with pytest.raises(ForbiddenError):
        service.enrol(actor)
