import pytest
from sqlmodel import select

from medportal.features.accounts import service
from medportal.features.accounts.models import Credential
from medportal.features.notifications.schemas import Channel
from medportal.infra.db import unit_of_work
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ConflictError, ForbiddenError, InvalidError, RefusedError, TooOftenError
from tests.features.accounts.people import ANNA, AWAY, VISITOR, deeds, draft, letters, sign_in

NEW, WRONG = "Another-Horse-8", "Wrong-Horse-7"


def test_an_applicant_sets_a_password_and_may_set_another(portal):
    account_id, token = draft(ANNA)
    actor = service.resolve(token)
    service.set_password(actor, NEW)
    with unit_of_work() as uow:
        kept = uow.session.exec(select(Credential)).one().password_hash
        assert service.has_password(uow, account_id)
    assert kept.startswith("$argon2id$")
    assert NEW not in kept


def test_a_password_that_does_not_fit_is_refused_with_every_fault_and_kept_nowhere(portal):
    actor = service.resolve(draft(ANNA)[1])
    with unit_of_work() as uow:
        before = uow.session.exec(select(Credential)).one().password_hash
    with pytest.raises(InvalidError) as refused:
        service.set_password(actor, "anna", ["Анна", "anna"])
    codes = {problem.code for problem in refused.value.problems}
    assert codes == {"password_short", "password_digit", "password_upper", "password_personal"}
    assert "anna" not in str(refused.value)
    with unit_of_work() as uow:
        assert uow.session.exec(select(Credential)).one().password_hash == before


def test_a_registered_doctor_does_not_set_a_password_without_the_old_one(anna):
    with pytest.raises(ConflictError):
        service.set_password(anna.actor, NEW)


def test_a_visitor_has_no_password_to_set_or_change(portal):
    for deed in (
        lambda: service.set_password(VISITOR, NEW),
        lambda: service.change_password(VISITOR, ANNA.password, NEW),
        lambda: service.confirm_password(VISITOR, ANNA.password),
    ):
        with pytest.raises(ForbiddenError):
            deed()


@pytest.mark.both_databases
def test_a_changed_password_ends_other_sessions_and_is_told_on_every_channel(anna):
    other = anna.come_in()
    service.change_password(anna.actor, ANNA.password, NEW)
    assert service.resolve(other.token) is None
    assert service.resolve(anna.token) is not None
    assert sign_in(ANNA.email, NEW)
    with pytest.raises(RefusedError):
        sign_in(ANNA.email, ANNA.password)
    told = letters("security")
    assert {letter.channel for letter in told} == {Channel.EMAIL, Channel.SMS}
    assert "23.11.2026 в 10:00 (МСК)" in told[0].body
    assert "accounts.password_changed" in deeds()


def test_a_password_is_not_changed_without_the_old_one_nor_into_itself(anna):
    with pytest.raises(RefusedError) as refused:
        service.change_password(anna.actor, WRONG, NEW)
    assert refused.value.problems[0].field == "old_password"
    with pytest.raises(InvalidError) as refused:
        service.change_password(anna.actor, ANNA.password, ANNA.password)
    assert refused.value.problems[0].code == "password_same"
    with pytest.raises(InvalidError) as refused:
        service.change_password(anna.actor, ANNA.password, "weak")
    assert {problem.field for problem in refused.value.problems} == {"new_password"}
    assert sign_in(ANNA.email, ANNA.password)


def test_a_new_password_holds_nothing_of_its_owner(anna):
    service.personal_words.append(lambda uow, account_id: ("Иванова", ANNA.snils) if account_id == anna.id else ())
    for personal in ("Иванова-Horse-8", "Horse-11223344595"):
        with pytest.raises(InvalidError) as refused:
            service.change_password(anna.actor, ANNA.password, personal)
        assert [problem.code for problem in refused.value.problems] == ["password_personal"]


def test_who_sits_at_an_open_session_cannot_guess_the_password_for_long(anna, hands):
    for _ in range(5):
        with pytest.raises(RefusedError):
            service.change_password(anna.actor, WRONG, NEW)
    with pytest.raises(TooOftenError) as slowed:
        service.confirm_password(anna.actor, ANNA.password)
    assert slowed.value.wait_seconds == 30
    hands.move(seconds=30)
    service.confirm_password(anna.actor, ANNA.password)
    service.confirm_password(anna.actor, ANNA.password)


def test_a_password_typed_again_lets_this_session_reveal_for_thirty_seconds(anna, hands):
    other = anna.come_in(AWAY)
    assert not service.may_reveal(anna.actor)
    service.confirm_password(anna.actor, ANNA.password)
    assert service.may_reveal(anna.actor)
    assert not service.may_reveal(other.actor)
    hands.move(seconds=29)
    assert service.may_reveal(anna.actor)
    hands.move(seconds=1)
    assert not service.may_reveal(anna.actor)
    assert "accounts.password_confirmed" in deeds()


def test_a_wrong_password_reveals_nothing(anna):
    with pytest.raises(RefusedError) as refused:
        service.confirm_password(anna.actor, WRONG)
    assert refused.value.problems[0].code == "password_wrong"
    assert not service.may_reveal(anna.actor)
    assert "accounts.password_refused" in deeds()


def test_the_right_to_reveal_ends_with_the_session_and_belongs_to_its_account(anna, register):
    boris = register(snils="087-654-303 00", phone="+79000000000", email="boris@example.ru")
    actor = anna.actor
    service.confirm_password(actor, ANNA.password)
    assert not service.may_reveal(Actor(Role.DOCTOR, boris.id, actor.session_id))
    assert not service.may_reveal(Actor(Role.DOCTOR, anna.id))
    service.sign_out(actor)
    assert not service.may_reveal(actor)
    with pytest.raises(ForbiddenError):
        service.confirm_password(actor, ANNA.password)
