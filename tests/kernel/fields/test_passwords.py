"""Passwords: what is too common, too simple, too personal, and how strong the rest is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medportal.kernel.fields.passwords import is_common, password_strength, personal, weight

FACTS = {
    "surname": "Щукин-Юрьев",
    "given_name": "Пётр",
    "birth_date": "07.03.1985",
    "email": "wukin77@mail.ru",
    "snils": "11223344595",
    "phone": "+79001234567",
}


@pytest.mark.parametrize(
    "password",
    ["Password1", "P@ssw0rd", "Пароль2024", "Gfhjkm123", "Qwerty123!", "Ghbdtn2020", "MoscowMoscow1", "Doctor77", "!Privet!1", "ЙЦУКЕН123", "Zenit1234", "12345678", "Анна1990"],
)  # fmt: skip
def test_a_dressed_up_common_word_is_common(password):
    assert is_common(password)


@pytest.mark.parametrize(
    "password", ["Гречка4Луна", "correct Horse 7 battery", "Vq8-tRz2", "Password-83f1-k", "Трамвай№9едет"]
)
def test_other_passwords_are_not(password):
    assert not is_common(password)


@pytest.mark.parametrize(
    "password",
    ["Щукин2024x", "shchukinQ7", "xxЮРЬЕВ9", "Petr4ever", "a07031985B", "W850307a1985", "070385Qw", "Wukin77pass", "Q223344z", "Ab1234567", "Oerby-9x"],
)  # fmt: skip
def test_names_numbers_and_dates_of_the_person_are_found(password):
    facts = {**FACTS, "birth_date": "07.03.1985"}
    expected = password != "W850307a1985"  # a date in this order is not looked for
    assert personal(password, facts) is expected


def test_nothing_known_means_nothing_personal():
    assert not personal("Щукин1985", {})
    assert not personal("Гречка4Луна", FACTS | {"patronymic": "", "inn": ""})


@pytest.mark.parametrize(
    ("password", "counts"),
    [("", 0), ("aaaaaaaa", 2), ("abcdefgh", 2), ("87654321", 2), ("qwertyui", 2), ("1qaz2wsx", 2), ("Qwe123", 4), ("fjdkslaq", 8), ("ababab", 4)],
)  # fmt: skip
def test_runs_and_repeats_count_as_two_characters(password, counts):
    assert weight(password) == counts


@pytest.mark.parametrize(
    ("password", "score"),
    [
        ("short1A", 0),
        ("Password1", 0),
        ("Qwerty12", 0),
        ("Щукин-Юрьев77", 0),
        ("greenlamp", 1),
        ("Vq8tRz2m", 2),
        ("Vq8tRz2mKe", 3),
        ("Гречка 4 луны и трамвай", 4),
    ],
)
def test_the_score_grows_with_what_must_be_guessed(password, score):
    assert password_strength(password, FACTS).score == score


@given(st.text(max_size=300))
def test_any_text_has_a_strength(password):
    assert 0 <= password_strength(password, FACTS).score <= 4
