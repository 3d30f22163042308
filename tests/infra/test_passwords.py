"""Passwords: Argon2id, and nothing in the time or the answer tells more than yes or no."""

import time

import pytest
from passlib.hash import argon2

from medportal.infra import passwords


def test_a_password_is_known_again_and_another_is_not():
    hashed = passwords.hash_password("Верный пароль 7")
    assert passwords.verify(hashed, "Верный пароль 7")
    assert not passwords.verify(hashed, "Верный пароль 8")
    assert not passwords.needs_rehash(hashed)


def test_the_hash_is_argon2id_with_at_least_the_recommended_cost():
    parsed = argon2.from_string(passwords.hash_password("x"))
    assert parsed.type.lower() == "id"
    assert (parsed.memory_cost >= 19456, parsed.rounds >= 2, parsed.parallelism) == (True, True, 1)


def test_two_hashes_of_one_password_differ():
    assert passwords.hash_password("x") != passwords.hash_password("x")


def test_a_composed_letter_and_its_parts_are_the_same_password():
    assert passwords.verify(passwords.hash_password("чай"), "чаи\u0306")


def test_a_password_too_long_is_refused_for_keeping_and_is_nobodys():
    with pytest.raises(ValueError, match="too long"):
        passwords.hash_password("x" * 257)
    hashed = passwords.hash_password("x" * 256)
    assert passwords.verify(hashed, "x" * 256)
    assert not passwords.verify(hashed, "x" * 257)


def test_an_older_cheaper_hash_is_to_be_made_anew():
    old = argon2.using(type="ID", memory_cost=8192, time_cost=1, parallelism=1).hash("x")
    assert passwords.verify(old, "x")
    assert passwords.needs_rehash(old)


def test_a_name_that_nobody_bears_costs_what_a_wrong_password_costs():
    hashed = passwords.hash_password("x")
    passwords.verify_nobody("warm up")

    def cost(deed) -> float:
        spent = []
        for _ in range(5):
            start = time.process_time()
            deed()
            spent.append(time.process_time() - start)
        return min(spent)

    wrong, nobody, too_long = (
        cost(lambda: passwords.verify(hashed, "y")),
        cost(lambda: passwords.verify_nobody("y")),
        cost(lambda: passwords.verify(hashed, "y" * 300)),
    )
    assert nobody == pytest.approx(wrong, rel=0.5)
    assert too_long == pytest.approx(wrong, rel=0.5)
