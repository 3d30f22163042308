"""Nothing personal stands in a State: not even under a private name, for states are kept in memory or in Redis."""

from collections.abc import Iterator
from typing import Any

import pytest
import reflex as rx

import medportal.app  # noqa: F401

SECRET_WORDS = {
    "address", "agent", "answer", "answers", "birth", "code", "email", "given", "inn", "link", "mail", "mrz", "name",
    "number", "ogrn", "passport", "password", "patronymic", "phone", "secret", "snils", "surname", "token", "value", "values",
}  # fmt: skip
# What says that a var is about a secret and does not hold it.
ABOUT = {"confirmed", "done", "masked", "message", "needs", "stamp", "wait"}
KNOWN = {
    ("CentreState", "email"): "a mask, made by notifications",
    ("CabinetState", "phone"): "a mask, made by notifications",
    ("CabinetState", "email"): "a mask, made by notifications",
    ("ContactsState", "phone"): "a mask, made by notifications",
    ("ContactsState", "email"): "a mask, made by notifications",
    ("Mishap", "number"): "the number of an incident",
}


def _states(of: type[Any] = rx.State) -> Iterator[type[Any]]:
    for state in of.__subclasses__():
        if state.__module__.startswith("medportal."):
            yield state
        yield from _states(state)


def _own_vars(state: type[Any]) -> list[str]:
    inherited = set(rx.State.get_fields())
    return [name for name in state.get_fields() if name not in inherited]


STATES = sorted(_states(), key=lambda state: state.__name__)


def test_there_are_states_to_look_at():
    assert {"Session", "WizardState", "CabinetState", "LoginState"} <= {state.__name__ for state in STATES}


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_no_var_is_named_after_a_secret_a_number_or_a_name(state):
    for name in _own_vars(state):
        words = set(name.strip("_").split("_"))
        if words & SECRET_WORDS and not words & ABOUT:
            assert (state.__name__, name) in KNOWN, f"{state.__name__}.{name} looks like a secret"


def test_every_known_exception_still_exists():
    there = {(state.__name__, name) for state in STATES for name in _own_vars(state)}
    assert set(KNOWN) <= there


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_a_state_is_empty_before_anybody_comes(state):
    """A default is what every visitor's prerendered page holds."""
    for name in _own_vars(state):
        field = state.get_fields()[name]
        value = field.default_factory() if callable(field.default_factory) else field.default
        assert not isinstance(value, str) or len(value) <= 12, f"{state.__name__}.{name}"
