from datetime import timedelta

import pytest

from medportal.features.notifications import rules
from medportal.features.notifications.schemas import Channel


@pytest.mark.parametrize(
    "typed",
    ["+79123456789", "89123456789", "8 (912) 345-67-89", "7 912 345 67 89", "9123456789", " +7 912 345‑67‑89 "],
)
def test_every_usual_spelling_of_a_mobile_number_is_one_number(typed):
    assert rules.mobile_phone(typed) == "+79123456789"


@pytest.mark.parametrize(
    "typed", ["", "+74951234567", "912345678", "+1 912 345 67 89", "８９１２３４５６７８９", "8" * 1000]
)
def test_other_numbers_are_no_mobile_numbers(typed):
    assert rules.mobile_phone(typed) is None


def test_the_domain_of_an_address_loses_its_capitals_and_the_rest_is_kept():
    assert rules.email_address(" Anna.Ivanova@EXAMPLE.ru ") == "Anna.Ivanova@example.ru"


def test_an_address_in_a_cyrillic_domain_is_taken():
    assert rules.email_address("anna@почта.рф") == "anna@почта.рф"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "anna",
        "anna@",
        "@example.ru",
        "a b@example.ru",
        "anna@example.ru\nBcc: x@y.ru",
        "a@b@c.ru",
        "x" * 300 + "@a.ru",
    ],
)
def test_what_is_no_address_is_refused(typed):
    assert rules.email_address(typed) is None


def test_masks_let_the_owner_recognise_a_contact_and_nobody_use_it():
    assert rules.masked(Channel.SMS, "+79123456789") == "+7 *** ***-**-89"
    assert rules.masked(Channel.EMAIL, "anna@example.ru") == "a***@example.ru"


def test_letters_case_does_not_make_another_address():
    one, other = (rules.identity(Channel.EMAIL, spelled) for spelled in ("Anna@example.ru", "aNNa@example.ru"))
    assert one == other


def test_waits_between_tries_grow_and_end():
    waits = [rules.next_try(attempts) for attempts in range(1, 10)]
    assert waits[0] == timedelta(seconds=30)
    assert waits[:-1] == sorted(waits[:-1])
    assert waits[-1] is None


@pytest.mark.parametrize(
    ("seconds", "russian"),
    [(1, "1 секунду"), (42, "42 секунды"), (240, "4 минуты"), (3541, "60 минут"), (7200, "2 часа")],
)
def test_a_wait_is_said_in_words_and_rounded_up(seconds, russian):
    assert rules.wait_in_words(seconds).ru == russian


def test_a_subject_is_one_line_whatever_was_put_into_it():
    assert rules.one_line("Тема\r\nBcc: x@y.ru\x00") == "Тема Bcc: x@y.ru"


def test_the_html_of_a_letter_escapes_everything_and_makes_links():
    page = rules.as_html("<b>", "Привет <script>\n\nhttps://portal.ru/x?a=1&b=2#t", "ru")
    assert "<script>" not in page
    assert "<title>&lt;b&gt;</title>" in page
    assert '<a href="https://portal.ru/x?a=1&amp;b=2#t">' in page
