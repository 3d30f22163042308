"""Rules of verification."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medportal.features.verification import rules
from medportal.features.verification.schemas import Circuit, Difference, Reason, State


@pytest.mark.parametrize(
    ("own", "held"),
    [
        ("Ёлочкин", "ЕЛОЧКИН"),
        ("Сказкина-Небывалова", "СКАЗКИНА НЕБЫВАЛОВА"),
        ("Сказкина - Небывалова", "Сказкина\u2013Небывалова"),
        ("О'Примеров", "О’ПРИМЕРОВ"),
        ("Семе\u0308н", "Семен"),
        ("Андреи\u0306", "АНДРЕЙ"),
        (None, None),
        (None, ""),
    ],
)
def test_the_same_name_written_otherwise_is_no_difference(own: str | None, held: str | None) -> None:
    assert rules.difference("surname", own, held) is None


@pytest.mark.parametrize(
    ("own", "held", "positions"),
    [
        ("Наталья", "Наталия", (5,)),
        ("Примеррова", "Примерова", (6,)),
        ("Примеова", "Примерова", (5,)),
        ("Сказкина-Небывалова", "Сказкина-Бывалова", (9, 10)),
        ("Примеро", "Примеров", (6,)),
        ("12.03.1979", "21.03.1979", (0, 1)),
        ("01.03.1979", "01.04.1979", (4,)),
        ("11223344595", "11223344596", (10,)),
    ],
)
def test_a_slip_is_shown_character_by_character_on_the_persons_side(
    own: str, held: str, positions: tuple[int, ...]
) -> None:
    assert rules.difference("any", own, held) == Difference("any", positions)


@pytest.mark.parametrize(
    ("own", "held"),
    [("Примерова", "Выдумкина"), ("11223344595", "98700010100"), (None, "Сергеевна"), ("Сергеевна", None)],
)
def test_beyond_a_slip_only_the_field_is_named(own: str | None, held: str | None) -> None:
    assert rules.difference("any", own, held) == Difference("any")


NAMES = st.text("АБВГДЕЁЖабвгдеёж -'", max_size=20)
NUMBERS = st.text("0123456789", min_size=12, max_size=12)


@given(own=NAMES, held=NAMES)
def test_positions_stand_within_ones_own_value(own: str, held: str) -> None:
    found = rules.difference("surname", own, held)
    if found is not None:
        assert all(0 <= position < len(own) for position in found.positions)
        assert list(found.positions) == sorted(set(found.positions))


@given(guess=NUMBERS, secret=NUMBERS)
def test_a_guesser_sees_no_digit_until_two_thirds_are_right(guess: str, secret: str) -> None:
    found = rules.difference("inn", guess, secret)
    right = sum(mine == theirs for mine, theirs in zip(guess, secret, strict=True))
    if found is not None and found.positions:
        assert right >= 8
        assert len(found.positions) == 12 - right


def test_waits_grow_spread_and_never_end() -> None:
    def seconds(attempts: int, *, demonstration: bool, chance: float = 0.5) -> float:
        return rules.wait_before_next(attempts, demonstration=demonstration, chance=chance).total_seconds()

    assert [seconds(n, demonstration=True) for n in (1, 2, 3, 4, 5)] == pytest.approx([2, 5, 10, 30, 60])
    assert seconds(1, demonstration=False) == pytest.approx(60)
    assert seconds(9, demonstration=False) == seconds(5000, demonstration=False) == pytest.approx(6 * 3600)
    assert seconds(1, demonstration=False, chance=0) == pytest.approx(48)
    assert seconds(1, demonstration=False, chance=1) == pytest.approx(72)


def test_the_breaker_opens_after_five_faults_or_one_failed_trial() -> None:
    assert rules.circuit_after_fault(Circuit.CLOSED, 4) is Circuit.CLOSED
    assert rules.circuit_after_fault(Circuit.CLOSED, 5) is Circuit.OPEN
    assert rules.circuit_after_fault(Circuit.HALF_OPEN, 1) is Circuit.OPEN


def test_a_long_queue_is_not_held_against_the_register() -> None:
    assert not rules.is_fault(Reason.NO_ANSWER_YET)
    assert not rules.is_fault(Reason.FAILED_HERE)
    assert rules.is_fault(Reason.TIMED_OUT)


def test_a_message_is_kept_until_it_is_spoilt_or_stale() -> None:
    assert not rules.needs_new_message(Reason.TIMED_OUT, timedelta(hours=1))
    assert not rules.needs_new_message(Reason.OUT_OF_ORDER, timedelta(hours=1))
    assert rules.needs_new_message(Reason.GARBLED, timedelta(0))
    assert rules.needs_new_message(Reason.TIMED_OUT, timedelta(days=1))


def test_a_state_either_waits_or_settles() -> None:
    waiting = {State.QUEUED, State.ASKING, State.UNAVAILABLE}
    assert {state for state in State if not rules.settles(state)} == waiting
