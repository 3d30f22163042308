from dataclasses import replace

import pytest
from sqlmodel import select

from medportal.features.accounts import rules, service, store
from medportal.features.accounts.models import Account, Consent, LoginName
from medportal.features.accounts.schemas import AccountState, LoginKind
from medportal.features.notifications import service as notifications
from medportal.features.notifications.schemas import Channel
from medportal.infra import jobs, vault
from medportal.infra.db import unit_of_work
from medportal.kernel.actor import Role
from medportal.kernel.errors import ConflictError, InvalidError, NotFoundError, RefusedError, TooOftenError
from tests.features.accounts.people import ANNA, FIREFOX, HOME, VISITOR, Doctor, deeds, draft, letters, sign_in

pytestmark = pytest.mark.usefixtures("portal")
OTHER = replace(ANNA, snils="087-654-303 00", phone="+79000000000", email="boris@example.ru")


def activate(account_id):
    with unit_of_work() as uow:
        return service.activate(uow, VISITOR, account_id)


def state_of(account_id):
    with unit_of_work() as uow:
        return service.get_account(uow, account_id).state


def name(account_id, snils):
    with unit_of_work() as uow:
        service.name_login(uow, account_id, LoginKind.SNILS, snils)


def test_consent_opens_a_draft_and_is_kept_with_its_version_hour_and_sealed_address(hands):
    account_id, _ = draft(ANNA)
    with unit_of_work() as uow:
        consent = uow.session.exec(select(Consent)).one()
    assert (consent.account_id, consent.version, consent.text_hash) == (account_id, "1", "hash-of-the-text")
    assert consent.given_at == hands.at
    assert vault.reveal("consent.sealed_address", consent.id, consent.sealed_address) == HOME
    assert {"accounts.draft_opened", "accounts.consent_given"} <= set(deeds())


def test_an_applicant_keeps_the_draft_for_thirty_days_without_a_sign_of_life(hands):
    account_id, token = draft(ANNA)
    hands.move(days=29)
    actor = service.resolve(token)
    assert (actor.role, actor.account_id) == (Role.APPLICANT, account_id)
    hands.move(days=1)
    assert service.resolve(token) is None


@pytest.mark.both_databases
def test_a_finished_registration_signs_the_doctor_in_and_ends_the_applicant():
    account_id, applicant = draft(ANNA)
    ticket = activate(account_id)
    assert service.resolve(applicant) is None
    actor = service.resolve(service.redeem(ticket.code, FIREFOX, HOME).token)
    assert (actor.role, actor.account_id) == (Role.DOCTOR, account_id)
    assert {letter.channel for letter in letters("registration")} == {Channel.EMAIL, Channel.SMS}
    assert letters("security") == []


def test_a_registration_is_finished_once():
    account_id, _ = draft(ANNA)
    activate(account_id)
    with pytest.raises(ConflictError):
        activate(account_id)


def test_what_is_missing_for_the_end_is_named():
    account_id, token = draft(ANNA)
    with unit_of_work() as uow:
        uow.session.delete(store.find_credential(uow, account_id))
    with pytest.raises(InvalidError) as refused:
        activate(account_id)
    assert refused.value.problems[0].field == "password"
    service.set_password(service.resolve(token), "Correct-Horse-7")
    with unit_of_work() as uow:
        notifications.put_contact(uow, VISITOR, account_id, Channel.SMS, "+79000000001")
        notifications.put_contact(uow, VISITOR, account_id, Channel.EMAIL, "new@example.ru")
    with pytest.raises(InvalidError) as refused:
        activate(account_id)
    assert refused.value.problems[0].code == "contact_unconfirmed"


@pytest.mark.both_databases
def test_a_registered_snils_is_refused_in_neutral_words_however_it_is_spelled():
    activate(draft(ANNA)[0])
    other, _ = draft(OTHER)
    with pytest.raises(ConflictError) as refused:
        name(other, "11223344595")
    assert "восстановите доступ" in refused.value.text.ru
    assert "СНИЛС" not in refused.value.text.ru


def test_nobody_holds_a_persons_snils_by_starting_a_registration_with_it():
    squatter, _ = draft(ANNA)
    owner, _ = draft(OTHER)
    name(owner, ANNA.snils)
    activate(owner)
    with pytest.raises(ConflictError):
        activate(squatter)


def test_a_snils_may_be_mended_and_is_kept_as_a_fingerprint_only():
    account_id, _ = draft(ANNA)
    name(account_id, OTHER.snils)
    with unit_of_work() as uow:
        [login] = uow.session.exec(select(LoginName)).all()
    assert rules.snils_digits(OTHER.snils) not in login.model_dump_json()
    with pytest.raises(InvalidError):
        name(account_id, "чепуха")
    with unit_of_work() as uow, pytest.raises(ValueError, match="confirmed"):
        service.name_login(uow, account_id, LoginKind.EMAIL, "anna@example.ru")


def test_a_draft_walks_between_unfinished_states_only():
    account_id, token = draft(ANNA)
    for state in (AccountState.CONTACTS_PENDING, AccountState.BLOCKED_DUPLICATE, AccountState.DRAFT):
        with unit_of_work() as uow:
            service.move(uow, VISITOR, account_id, state)
        assert state_of(account_id) is state
        assert service.resolve(token).role is Role.APPLICANT
    with unit_of_work() as uow, pytest.raises(ConflictError):
        service.move(uow, VISITOR, account_id, AccountState.ACTIVE)


def test_a_blocked_duplicate_is_not_finished():
    account_id, _ = draft(ANNA)
    with unit_of_work() as uow:
        service.move(uow, VISITOR, account_id, AccountState.BLOCKED_DUPLICATE)
    with pytest.raises(ConflictError):
        activate(account_id)


def test_too_many_drafts_from_one_address_are_refused(monkeypatch):
    monkeypatch.setattr(rules, "DRAFTS_PER_ADDRESS", 3)
    for _ in range(3):
        service.open_draft_session(VISITOR, "1", "h")
    with pytest.raises(TooOftenError) as refused:
        service.open_draft_session(VISITOR, "1", "h")
    assert refused.value.wait_seconds == 3600


def test_unfinished_registrations_are_forgotten_after_thirty_days_everywhere(hands):
    unfinished, token = draft(OTHER)
    finished = Doctor.registered(ANNA)
    erased = []
    service.erasers.append(lambda uow, account_id: erased.append(account_id))
    hands.move(days=30, seconds=1)
    jobs.work_off()
    assert erased == [unfinished]
    assert (state_of(unfinished), state_of(finished.id)) == (AccountState.ERASED, AccountState.ACTIVE)
    assert service.resolve(token) is None
    with unit_of_work() as uow:
        assert notifications.contacts_of(uow, unfinished) == {}
        assert [row.account_id for row in uow.session.exec(select(Consent)).all()] == [finished.id]
        assert [row.account_id for row in uow.session.exec(select(LoginName)).all()] == [finished.id]
    assert "accounts.erased" in deeds()


def test_when_a_higher_slice_cannot_erase_nothing_is_erased(hands):
    account_id, _ = draft(ANNA)

    def broken(uow, account_id):
        raise ZeroDivisionError

    service.erasers.append(broken)
    hands.move(days=31)
    with pytest.raises(ZeroDivisionError):
        service.forget_drafts()
    assert state_of(account_id) is AccountState.DRAFT


def test_a_withdrawn_consent_closes_the_account_and_tells_its_owner():
    anna = Doctor.registered(ANNA)
    other_browser = anna.come_in()
    service.withdraw_consent(anna.actor)
    assert service.resolve(anna.token) is None
    assert service.resolve(other_browser.token) is None
    assert state_of(anna.id) is AccountState.LOCKED
    with pytest.raises(RefusedError):
        sign_in(ANNA.email, ANNA.password)
    with unit_of_work() as uow:
        assert uow.session.exec(select(Consent)).one().withdrawn_at is not None
    assert "Согласие отозвано" in {letter.subject for letter in letters("security")}
    assert "accounts.consent_withdrawn" in deeds()


def test_a_consent_withdrawn_in_the_middle_erases_the_draft_at_once():
    account_id, token = draft(ANNA)
    service.withdraw_consent(service.resolve(token))
    assert state_of(account_id) is AccountState.ERASED
    assert service.resolve(token) is None


def test_an_account_speaks_and_is_written_to_in_its_language(anna):
    service.set_language(anna.actor, "en")
    assert service.account_of(anna.actor).language == "en"
    with unit_of_work() as uow:
        assert notifications.language_of(uow, anna.id) == "en"


def test_an_unknown_account_is_not_found(portal):
    with unit_of_work() as uow, pytest.raises(NotFoundError):
        service.get_account(uow, Account().id)
