from datetime import UTC, datetime, timedelta

import pytest

from medportal.features.accounts import rules
from medportal.features.accounts.rules import Rotation
from medportal.features.accounts.schemas import AccountState, LoginKind
from medportal.kernel.actor import Role

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def kinds(typed):
    return {(name.kind, name.value) for name in rules.names(typed)}


@pytest.mark.parametrize(
    "typed", ["11223344595", "112-233-445 95", " 112-233-445-95 ", "112 233 445 95", "１１２２３３４４５９５"]
)
def test_a_snils_is_known_in_every_spelling(typed):
    assert kinds(typed) == {(LoginKind.SNILS, "11223344595")}


@pytest.mark.parametrize("typed", ["+79123456789", "+7 (912) 345-67-89", "9123456789"])
def test_a_phone_is_known_in_every_spelling(typed):
    assert kinds(typed) == {(LoginKind.PHONE, "+79123456789")}


def test_eleven_digits_may_be_a_snils_and_a_phone_at_once():
    assert kinds("89123456789") == {(LoginKind.SNILS, "89123456789"), (LoginKind.PHONE, "+79123456789")}


def test_an_address_is_known_whatever_its_capitals():
    assert kinds(" Anna@Example.RU") == {(LoginKind.EMAIL, "anna@example.ru")}


@pytest.mark.parametrize("typed", ["", "Анна", "1234", "\x00", "'; DROP TABLE account; --", "9" * 10_000])
def test_everything_else_means_nobody(typed):
    assert rules.names(typed) == ()


def test_all_spellings_of_a_name_count_as_one():
    assert rules.name_key("112-233-445 95") == rules.name_key("11223344595")
    assert rules.name_key("8 912 345-67-89") == rules.name_key("+79123456789") == rules.name_key("891-234-567 89")
    assert rules.name_key("Кто-то ") == rules.name_key("кто-то")
    assert rules.name_key("a@b.ru") != rules.name_key("c@b.ru")


@pytest.mark.parametrize("sent", [None, 7, {"$gt": 0}, ["x"], b"x"])
def test_what_is_not_text_is_empty_text(sent):
    assert rules.plain(sent) == ""


def test_half_a_character_does_not_break_anything():
    assert rules.plain("a\ud800b") == "a?b"


def test_waits_double_from_half_a_minute_to_an_hour():
    waits = [rules.wait_after(failures, 5).total_seconds() for failures in (4, 5, 6, 7, 11, 12, 500)]
    assert waits == [0, 30, 60, 120, 1920, 3600, 3600]


def test_only_an_active_account_has_a_role_and_only_an_unfinished_one_an_applicant():
    for state in AccountState:
        signed_in = rules.role_within(state, Role.OPERATOR, applicant=False, proven=True)
        assert (signed_in is Role.OPERATOR) == (state is AccountState.ACTIVE)
        applicant = rules.role_within(state, Role.DOCTOR, applicant=True, proven=False)
        assert (applicant is Role.APPLICANT) == (state in {"draft", "contacts_pending", "blocked_duplicate"})


def test_staff_without_the_second_factor_are_visitors_and_doctors_need_none():
    for role in Role:
        known = rules.role_within(AccountState.ACTIVE, role, applicant=False, proven=False)
        assert known is (Role.VISITOR if role in rules.STAFF else role)


def test_a_session_ends_after_twelve_idle_hours_or_at_its_end_and_an_applicants_only_at_its_end():
    end = NOW + timedelta(days=7)
    assert rules.session_alive(NOW, NOW - timedelta(hours=11), end, applicant=False)
    assert not rules.session_alive(NOW, NOW - timedelta(hours=12), end, applicant=False)
    assert rules.session_alive(NOW, NOW - timedelta(days=20), end, applicant=True)
    assert not rules.session_alive(end, end, end, applicant=True)


@pytest.mark.parametrize(
    ("held", "seen", "verdict"),
    [
        (5, None, Rotation.CURRENT),
        (4, None, Rotation.PREVIOUS),
        (4, timedelta(seconds=60), Rotation.PREVIOUS),
        (4, timedelta(seconds=61), Rotation.STOLEN),
        (3, None, Rotation.STOLEN),
        (6, None, Rotation.STOLEN),
    ],
)
def test_a_token_is_judged_by_its_number(held, seen, verdict):
    assert rules.rotation(held, 5, NOW - seen if seen else None, NOW) is verdict


def test_addresses_of_one_network_are_neighbours():
    assert rules.neighbourhood("192.0.2.10") == rules.neighbourhood("192.0.2.200")
    assert rules.neighbourhood("192.0.2.10") != rules.neighbourhood("192.0.3.10")
    assert rules.neighbourhood("2001:db8:1:2::1") == rules.neighbourhood("2001:db8:1:9::1")
    assert rules.neighbourhood("testclient") == "testclient"


@pytest.mark.parametrize(
    ("origin", "host", "public", "allowed"),
    [
        ("https://portal.ru", "portal.ru", "https://portal.ru", True),
        ("https://evil.ru", "portal.ru", "https://portal.ru", False),
        ("http://portal.ru", "portal.ru", "https://portal.ru", False),
        ("https://portal.ru.evil.ru", "portal.ru", "https://portal.ru", False),
        ("null", "portal.ru", "https://portal.ru", False),
        (None, "portal.ru", "https://portal.ru", False),
        ("http://127.0.0.1:8000", "127.0.0.1:8000", "http://localhost:8000", True),
        ("http://localhost:9999", "localhost:8000", "http://localhost:8000", False),
        ("http://evil.ru:8000", "evil.ru:8000", "http://localhost:8000", False),
        ("http://localhost:8000", "portal.ru", "https://portal.ru", False),
        ("http://[::1", "x", "https://portal.ru", False),
    ],
)
def test_only_our_own_pages_may_change_something(origin, host, public, allowed):
    assert rules.origin_allowed(origin, host, public) is allowed


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 YaBrowser/26.1 Safari/537.36",
            "Yandex Browser, Windows",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1", "Safari, iOS"),
        ("Mozilla/5.0 (Linux; Android 16) Chrome/140.0 Mobile Safari/537.36", "Chrome, Android"),
        ("", "Unknown browser, unknown system"),
        ("<script>" * 1000, "Unknown browser, unknown system"),
    ],
)
def test_of_a_browser_only_its_kind_is_kept(agent, words):
    assert rules.agent_words(rules.agent_key(agent)).en == words


@pytest.mark.parametrize(
    ("password", "codes"),
    [
        ("Correct-Horse-7", []),
        ("Пароль-из-букв-7", []),
        ("", ["password_short", "password_digit", "password_lower", "password_upper"]),
        ("Short-7", ["password_short"]),
        ("X" + "x7" * 200, ["password_long"]),
        ("lowercase-7", ["password_upper"]),
        ("UPPERCASE-7", ["password_lower"]),
        ("No-digits-here", ["password_digit"]),
        ("Line\nbreak-7", ["password_signs"]),
        ("Password1", ["password_common"]),
        ("Qwerty123456", ["password_common"]),
        ("Aaaaaaaa1", ["password_common"]),
        ("Ivanova-12ab", ["password_personal"]),
        ("x112.233.445.95Q", ["password_personal"]),
        ("Алёна-1980-q", ["password_personal"]),
    ],
)
def test_a_password_is_judged_and_every_fault_is_named(password, codes):
    personal = ("Ivanova", "112-233-445 95", "Алена", "Ян")
    problems = rules.password_problems(password, personal, "new_password")
    assert [problem.code for problem in problems] == codes
    assert {problem.field for problem in problems} <= {"new_password"}
