"""Whether answers, their wording or their time tell who has an account; and whether guessing pays."""

import time
from statistics import median
from typing import Any

import pytest

from tests.attacks import served
from tests.attacks.served import ANNA, VERA, Target
from tests.attacks.wire import Tab, opened
from tests.support import portal

ROUNDS = 4


@pytest.fixture(scope="module")
def quiet() -> Any:
    """A portal of its own: attempts counted here slow nobody else down."""
    portal.build_frontend()
    with served.target() as made:
        yield made


def attempt(target: Target, handler: str, values: dict[str, str]) -> tuple[float, Any, Any]:
    """Time, words and tone of one attempt."""
    with opened(target.url, path="/login") as tab:
        before = time.perf_counter()
        tab.ask(handler, {"event": {"section": "login", "values": values}})
        took = time.perf_counter() - before
        shown = tab.values("login")
    return took, shown["message"], shown["tone"]


def similar(first: list[float], second: list[float]) -> bool:
    slow, fast = sorted((median(first), median(second)), reverse=True)
    return slow < fast * 1.5 + 0.03


def test_a_wrong_password_and_an_unknown_name_are_answered_alike_and_as_fast(quiet: Target) -> None:
    known, unknown, said = [], [], []
    for n in range(ROUNDS):
        name = quiet.people[(ANNA, VERA)[n % 2]].typed["email"]
        for login, times in ((name, known), (f"nobody.known{n % 2}@example.com", unknown)):
            took, *words = attempt(quiet, "login.sign_in", {"login": login, "password": "Неверный-Пароль-1"})
            times.append(took)
            said.append(words)
    assert all(words == said[0] for words in said), said
    assert similar(known, unknown), (known, unknown)


def test_the_same_holds_for_numbers(quiet: Target) -> None:
    known, unknown, said = [], [], []
    for n in range(ROUNDS):
        name = quiet.people[(ANNA, VERA)[n % 2]].typed["snils"]
        for login, times in ((name, known), (("11223344595", "08765430300")[n % 2], unknown)):
            took, *words = attempt(quiet, "login.sign_in", {"login": login, "password": "Неверный-Пароль-1"})
            times.append(took)
            said.append(words)
    assert all(words == said[0] for words in said), said
    assert similar(known, unknown), (known, unknown)


def test_recovery_is_answered_alike_and_as_fast_whether_or_not_there_is_an_account(quiet: Target) -> None:
    known, unknown, said = [], [], []
    for n in range(3):
        for login, times in ((quiet.people[ANNA].typed["email"], known), (f"nobody{n}@example.com", unknown)):
            took, *words = attempt(quiet, "login.recover", {"login": login})
            times.append(took)
            said.append(words)
    assert all(words == said[0] for words in said), said
    assert similar(known, unknown), (known, unknown)


def test_five_wrong_passwords_slow_down_the_sixth_even_if_it_is_right_and_whatever_the_address_header_says(
    quiet: Target,
) -> None:
    person = quiet.people[VERA]
    wrong = {"login": person.typed["phone"], "password": "Неверный-Пароль-1"}
    for n in range(5):
        with opened(quiet.url, path="/login", headers={"X-Forwarded-For": f"198.51.100.{n}"}) as tab:
            tab.ask("login.sign_in", {"event": {"section": "login", "values": wrong}})
    with opened(quiet.url, path="/login", headers={"X-Forwarded-For": "198.51.100.99"}) as tab:
        right = {**wrong, "password": person.password}
        answer = "".join(tab.ask("login.sign_in", {"event": {"section": "login", "values": right}}))
        assert "секунд" in tab.values("login")["message"]["ru"]
    assert '"code"' not in answer


def test_an_unknown_name_is_slowed_down_in_the_same_words(quiet: Target) -> None:
    values = {"login": "nobody.at.all@example.com", "password": "Неверный-Пароль-1"}
    for _ in range(5):
        attempt(quiet, "login.sign_in", values)
    _, words, _ = attempt(quiet, "login.sign_in", values)
    assert "секунд" in words["ru"]


def test_guessing_the_code_from_an_sms_stops_after_five_attempts(quiet: Target) -> None:
    session, letters = applicant_with_contacts(quiet, "+79001234567", "guessed@example.com")
    with opened(quiet.url, session=session, path="/register/confirm") as tab:
        tab.ask("contacts.send_code")
        code = right_code(quiet, letters)
        said = []
        for n in range(6):
            guess = f"{(int(code) + 1 + n) % 1_000_000:06d}"
            tab.ask("contacts.confirm_phone", {"event": {"section": "contacts", "values": {"sms_code": guess}}})
            said.append([one["code"] for one in tab.values("contacts")["problems"]])
        tab.ask("contacts.confirm_phone", {"event": {"section": "contacts", "values": {"sms_code": code}}})
        assert tab.values("contacts")["phone_confirmed"] is False, "the right code came too late"
        assert said[0] == ["wrong"]
        assert said[-1] != ["wrong"]
        tab.ask("contacts.send_code")
        assert "секунд" in tab.values("contacts")["phone_message"]["ru"], "and a new one is not sent at once"


def right_code(target: Target, to: str) -> str:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        for letter in target.letters(to):
            found = [word for word in letter["body"].replace(".", " ").split() if word.isdigit() and len(word) == 6]
            if found:
                return found[0]
        time.sleep(0.1)
    raise AssertionError("no code was sent")


def applicant_with_contacts(target: Target, phone: str, email: str) -> tuple[str, str]:
    """Somebody who registers through the socket, as far as his contacts."""
    with opened(target.url, path="/register/consent") as tab:
        session = begun(target, tab)
    with opened(target.url, session=session, path="/register/person") as tab:
        person = {
            "surname": "Угадаев",
            "given_name": "Пётр",
            "no_patronymic": "on",
            "birth_date": "01.02.1980",
            "sex": "M",
        }
        tab.ask("wizard.hand_in", {"event": {"section": "person", "values": person}})
        tab.ask("wizard.hand_in", {"event": {"section": "contacts", "values": {"phone": phone, "email": email}}})
        assert tab.values("wizard")["problems"] == []
    return session, phone


def begun(target: Target, tab: Tab) -> str:
    """Agree, and exchange the ticket for a session."""
    tab.event("wizard.begin", {"event": {"section": "consent", "values": {"consent": "on"}}})
    tab.wait_for('"code"')
    codes = [
        update["delta"][state]["command_rx_state_"].get("code")
        for update in tab.updates()
        for state in update.get("delta", {})
        if "command_rx_state_" in update["delta"][state]
    ]
    with target.client(**served.OURS, origin=target.url) as client:
        answer = client.post("/auth/session", json={"code": next(code for code in codes if code)})
        return answer.cookies["mp_session"]
