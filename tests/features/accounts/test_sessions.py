from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import select

from medportal.features.accounts import service
from medportal.features.accounts.models import Account, AuthSession, SignInCode
from medportal.features.accounts.schemas import AccountState
from medportal.features.accounts.service import remembered
from medportal.infra import nudges, tokens
from medportal.infra.db import unit_of_work
from medportal.kernel.actor import Role
from medportal.kernel.errors import ForbiddenError, NotFoundError, RefusedError
from tests.features.accounts.people import ANNA, AWAY, FIREFOX, HOME, VISITOR, deeds, draft, sign_in


def ticket():
    return sign_in(ANNA.email, ANNA.password)


def row_of(session_id: UUID):
    with unit_of_work() as uow:
        return uow.session.get(AuthSession, session_id)


@pytest.mark.both_databases
def test_a_ticket_is_exchanged_once(anna):
    code = ticket()
    assert service.redeem(code, FIREFOX, HOME).token
    with pytest.raises(RefusedError):
        service.redeem(code, FIREFOX, HOME)


def test_a_ticket_lives_a_minute(anna, hands):
    code = ticket()
    hands.move(seconds=60)
    with pytest.raises(RefusedError):
        service.redeem(code, FIREFOX, HOME)


@pytest.mark.parametrize("code", ["", "x" * 10_000, "\ud800", None, {"a": 1}])
def test_invented_tickets_open_nothing(anna, code):
    with pytest.raises(RefusedError):
        service.redeem(code, FIREFOX, HOME)


def test_a_ticket_of_an_account_closed_meanwhile_opens_nothing(anna):
    code = ticket()
    with unit_of_work() as uow:
        uow.session.get(Account, anna.id).state = AccountState.LOCKED
    with pytest.raises(RefusedError):
        service.redeem(code, FIREFOX, HOME)


def test_a_session_is_always_a_new_one_and_the_browsers_old_one_ends(anna):
    before = anna.actor
    opened = service.redeem(ticket(), FIREFOX, HOME, replacing=anna.token)
    assert opened.session_id != before.session_id
    assert service.resolve(anna.token) is None
    assert service.resolve(opened.token).account_id == anna.id


def test_tickets_tokens_and_browsers_are_not_kept_in_the_open(anna):
    code = ticket()
    opened = service.redeem(code, FIREFOX, HOME)
    with unit_of_work() as uow:
        kept = [row.model_dump_json() for table in (SignInCode, AuthSession) for row in uow.session.exec(select(table))]
    assert not any(secret in row for row in kept for secret in (code, opened.token, HOME, "Firefox"))
    assert opened.token not in repr(opened)


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "я", "x" * 5000])
def test_an_invented_token_names_nobody(anna, token):
    assert service.resolve(token) is None
    assert service.rotate(token) is None


def test_a_token_of_another_kind_or_for_another_account_names_nobody(anna, register):
    boris = register(snils="087-654-303 00", phone="+79000000000", email="boris@example.ru")
    sid = str(anna.actor.session_id)
    ttl = service.redeem(ticket(), FIREFOX, HOME).lifetime
    life = timedelta(seconds=ttl)
    assert service.resolve(tokens.issue("recovery", str(anna.id), life, sid=sid, rot=1)) is None
    assert service.resolve(tokens.issue("session", str(boris.id), life, sid=sid, rot=1)) is None
    assert service.resolve(tokens.issue("session", str(anna.id), life, sid=sid)) is None
    assert service.resolve(tokens.issue("session", str(anna.id), life, sid="x", rot=1)) is None
    assert service.rotate(tokens.issue("session", str(boris.id), life, sid=sid, rot=1)) is None


def test_twelve_idle_hours_end_a_session(anna, hands):
    for _ in range(3):
        hands.move(hours=11, minutes=59)
        assert service.resolve(anna.token) is not None
    hands.move(hours=12)
    assert service.resolve(anna.token) is None
    assert service.rotate(anna.token) is None


def test_seven_days_end_a_session_however_busy(anna, hands):
    for _ in range(15):
        hands.move(hours=11)
        assert service.resolve(anna.token) is not None
    hands.move(hours=3)
    assert service.resolve(anna.token) is None


def test_a_session_of_a_closed_account_ends_within_five_seconds(anna, hands):
    assert anna.actor
    with unit_of_work() as uow:
        uow.session.get(Account, anna.id).state = AccountState.LOCKED
    hands.move(seconds=5)
    assert service.resolve(anna.token) is None


def test_remembered_sessions_cost_no_query_and_ended_ones_are_forgotten_at_once(anna, hands):
    actor = anna.actor
    assert remembered.find(actor.session_id) is not None
    service.sign_out(actor)
    assert remembered.find(actor.session_id) is None
    assert service.resolve(anna.token) is None


def test_what_another_process_ended_is_forgotten_by_its_nudge(anna):
    actor = anna.actor
    with unit_of_work() as uow:
        nudges.nudge(uow, anna.id)
    assert remembered.find(actor.session_id) is None


def test_a_session_read_before_it_ended_is_not_remembered_after(anna):
    assert anna.actor
    known, mark = remembered.find(anna.actor.session_id), remembered.mark()
    remembered.forget(known.session_id)
    remembered.keep(known, mark)
    assert remembered.find(known.session_id) is None


def test_from_memory_alone_comes_what_is_fresh_and_nothing_else(anna, hands):
    assert service.at_hand("invented") is None
    assert service.at_hand(anna.token) is None
    actor = anna.actor
    assert service.at_hand(anna.token, HOME) == actor
    hands.move(seconds=5)
    assert service.at_hand(anna.token) is None
    assert anna.actor
    service.sign_out(actor)
    assert service.at_hand(anna.token) is None


def test_a_sign_of_life_is_written_every_five_minutes_and_never_from_memory(anna, hands):
    assert anna.actor
    before = row_of(anna.actor.session_id).seen_at
    for _ in range(75):
        hands.move(seconds=4)
        assert service.at_hand(anna.token) or service.resolve(anna.token)
    assert row_of(anna.actor.session_id).seen_at == hands.at > before


@pytest.mark.both_databases
def test_a_renewed_token_replaces_the_old_one(anna, hands):
    old = anna.token
    new = service.rotate(old).token
    assert service.resolve(new, check_rotation=True) == service.resolve(old, check_rotation=True)
    hands.move(seconds=61)
    assert service.resolve(new, check_rotation=True) is not None
    assert service.resolve(old, check_rotation=True) is None
    assert service.resolve(new) is None
    assert "accounts.session_token_reused" in deeds()


def test_two_tabs_that_renew_at_once_both_live_on(anna):
    first, second = service.rotate(anna.token), service.rotate(anna.token)
    for opened in (first, second):
        assert service.resolve(opened.token, check_rotation=True) is not None


def test_an_answer_that_never_arrived_costs_nobody_their_session(anna, hands):
    service.rotate(anna.token)
    hands.move(hours=3)
    again = service.rotate(anna.token)
    assert again is not None
    assert service.resolve(again.token, check_rotation=True) is not None


def test_a_stolen_old_token_ends_the_session_for_thief_and_owner(anna, hands):
    stolen, session_id = anna.token, anna.actor.session_id
    current = stolen
    for _ in range(2):
        current = service.rotate(current).token
        assert service.resolve(current, check_rotation=True) is not None
        hands.move(minutes=10)
    assert service.rotate(stolen) is None
    assert service.resolve(current) is None
    assert row_of(session_id).revoked_at is not None


def test_an_open_socket_lives_on_with_the_token_it_was_opened_with(anna, hands):
    current = anna.token
    for _ in range(5):
        current = service.rotate(current).token
        assert service.resolve(current, check_rotation=True) is not None
        hands.move(minutes=10)
    assert service.resolve(anna.token) is not None


def test_the_list_of_sessions_shows_ones_own_with_the_present_one_marked(anna, register, hands):
    register(snils="087-654-303 00", phone="+79000000000", email="boris@example.ru")
    hands.move(minutes=1)
    other = anna.come_in(AWAY)
    shown = service.sessions_of(other.actor)
    assert [(view.agent.en, view.current) for view in shown] == [("Firefox, Linux", True), ("Firefox, Linux", False)]
    assert shown[0].created_at == hands.at
    hands.move(hours=12)
    assert service.resolve(other.token) is None


def test_one_session_is_ended_from_another_and_nobody_elses_ever(anna, register):
    boris = register(snils="087-654-303 00", phone="+79000000000", email="boris@example.ru")
    other = anna.come_in()
    with pytest.raises(NotFoundError):
        service.sign_out_session(boris.actor, anna.actor.session_id)
    service.sign_out_session(anna.actor, other.actor.session_id)
    assert service.resolve(other.token) is None
    assert service.resolve(anna.token) is not None


@pytest.mark.both_databases
def test_signing_out_everywhere_ends_all_and_tells_open_tabs(anna, register):
    boris = register(snils="087-654-303 00", phone="+79000000000", email="boris@example.ru")
    others = [anna.come_in(), anna.come_in(AWAY)]
    heard = []
    nudges.listen(heard.append)
    assert service.sign_out_everywhere(anna.actor, keep_this=True) == 2
    nudges.forget(heard.append)
    assert all(service.resolve(other.token) is None for other in others)
    assert anna.id in heard
    assert service.sign_out_everywhere(anna.actor) == 1
    assert service.resolve(anna.token) is None
    assert service.resolve(boris.token) is not None


def test_a_visitor_has_no_sessions(portal):
    with pytest.raises(ForbiddenError):
        service.sessions_of(VISITOR)
    service.sign_out(VISITOR)


def test_old_sessions_and_codes_are_thrown_away(anna, hands):
    service.sign_out(anna.actor)
    hands.move(days=91)
    service.throw_away_old()
    with unit_of_work() as uow:
        assert uow.session.exec(select(AuthSession)).all() == []
        assert uow.session.exec(select(SignInCode)).all() == []


def test_an_applicants_ticket_gives_no_doctors_session(portal):
    account_id, token = draft(ANNA)
    assert service.resolve(token).role is Role.APPLICANT
    with unit_of_work() as uow:
        doctor_ticket = service.give_ticket(uow, account_id)
    with pytest.raises(RefusedError):
        service.redeem(doctor_ticket.code, FIREFOX, HOME)
