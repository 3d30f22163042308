"""The level of an account: computed from what is true, and from nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medportal.features.cabinet.rules import ASKS, standing
from medportal.features.cabinet.schemas import Condition, Facets, Level

SIMPLE = frozenset(ASKS[Level.SIMPLE])
STANDARD = SIMPLE | frozenset(ASKS[Level.STANDARD])
CONFIRMED = STANDARD | frozenset(ASKS[Level.CONFIRMED])
some = st.frozensets(st.sampled_from(list(Condition)))


@pytest.mark.parametrize(
    ("met", "level", "following"),
    [
        (frozenset(), Level.NONE, Level.SIMPLE),
        (SIMPLE - {Condition.CONSENT}, Level.NONE, Level.SIMPLE),
        (SIMPLE, Level.SIMPLE, Level.STANDARD),
        (STANDARD - {Condition.PASSPORT_SCAN}, Level.SIMPLE, Level.STANDARD),
        (STANDARD - {Condition.ANY_CONTACT}, Level.NONE, Level.SIMPLE),
        (STANDARD, Level.STANDARD, Level.CONFIRMED),
        (CONFIRMED - {Condition.IDENTITY_PROOF}, Level.STANDARD, Level.CONFIRMED),
        (CONFIRMED - {Condition.PHONE}, Level.SIMPLE, Level.STANDARD),
        (CONFIRMED, Level.CONFIRMED, None),
    ],
)
def test_the_level_and_the_next_one(met, level, following):
    found = standing(Facets(met))
    assert (found.level, found.next_level) == (level, following)


def test_what_is_missing_is_listed_in_the_order_of_the_rules():
    found = standing(Facets(SIMPLE | {Condition.PASSPORT, Condition.PASSWORD}))
    assert found.conditions == tuple(
        (one, one in {Condition.PASSPORT, Condition.PASSWORD}) for one in ASKS[Level.STANDARD]
    )


def test_at_the_top_nothing_is_missing():
    assert standing(Facets(CONFIRMED)).conditions == ()


def test_every_condition_is_asked_for_once():
    asked = [one for conditions in ASKS.values() for one in conditions]
    assert sorted(asked) == sorted(Condition)


@given(met=some, more=some)
def test_more_conditions_never_lower_the_level(met, more):
    assert standing(Facets(met | more)).level >= standing(Facets(met)).level


@given(met=some)
def test_the_list_says_exactly_what_stands_between_the_person_and_the_next_level(met):
    found = standing(Facets(met))
    if found.next_level is None:
        assert found.level is Level.CONFIRMED
        return
    missing = {one for one, holds in found.conditions if not holds}
    assert missing
    assert standing(Facets(met | missing)).level >= found.next_level
    for one in missing:
        assert standing(Facets(met | missing - {one})).level < found.next_level


@given(met=some, waiting=some)
def test_waiting_is_not_having(met, waiting):
    assert standing(Facets(met, waiting)) == standing(Facets(met))
