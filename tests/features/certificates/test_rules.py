"""Numbers nobody guesses, ends that are the earliest, tokens found in files."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medportal.features.certificates import rules
from medportal.features.certificates.schemas import Verdict

TODAY = date(2026, 11, 23)


def test_a_number_has_a_hundred_bits_and_no_letters_that_are_misread():
    numbers = {rules.new_number() for _ in range(500)}
    assert len(numbers) == 500
    assert all(len(one) == 20 and not set(one) & set("ILOU") for one in numbers)
    assert len(rules.ALPHABET) ** rules.SIGNS >= 2**80


@given(st.text(alphabet=rules.ALPHABET, min_size=20, max_size=20), st.sampled_from(["", " ", "-", "—", " - "]))
def test_a_number_is_read_however_it_is_written(number, between):
    groups = between.join(number[at : at + 5] for at in range(0, 20, 5))
    assert rules.read_number(groups) == rules.read_number(groups.lower()) == number
    assert rules.read_number(rules.shown(number)) == number


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("OIL11-00000-00000-0000о", "01111000000000000000"),
        ("СЕАВК-МНРТХ-00000-00000", "CEABKMHPTX0000000000"),
        ("", None),
        ("7K3QF", None),
        ("U" * 20, None),
        ("1" * 21, None),
        ("'; DROP TABLE --", None),
        ("😀" * 20, None),
        ("1" * 100_000, None),
    ],
)
def test_look_alikes_are_forgiven_and_nonsense_is_not(typed, read):
    assert rules.read_number(typed) == read


def test_a_certificate_ends_with_the_first_thing_that_ends_and_within_a_year():
    assert rules.valid_until(TODAY, (date(2027, 3, 1), None, date(2027, 1, 9))) == date(2027, 1, 9)
    assert rules.valid_until(TODAY, (None, date(2040, 1, 1))) == TODAY + timedelta(days=365)
    assert rules.valid_until(TODAY, ()) == TODAY + timedelta(days=365)


def test_the_last_day_counts_whole_in_moscow():
    until = rules.end_of(date(2027, 1, 9))
    before, after = datetime(2027, 1, 9, 20, 59, tzinfo=UTC), datetime(2027, 1, 9, 21, 0, tzinfo=UTC)
    assert rules.verdict(revoked=False, until=until, now=before) is Verdict.VALID
    assert rules.verdict(revoked=False, until=until, now=after) is Verdict.EXPIRED
    assert rules.verdict(revoked=True, until=until, now=before) is Verdict.REVOKED


def test_the_published_hash_does_not_open_the_number():
    number = rules.new_number()
    assert number not in rules.number_hash(number)
    assert rules.number_hash(number) == rules.number_hash(number)


@given(st.binary(max_size=3000))
def test_any_bytes_are_looked_through(data):
    assert rules.token_in(data) is None
