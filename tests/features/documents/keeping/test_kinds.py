"""Kinds are data: each is whole, and every word they need exists."""

import pytest

from medportal.features.documents.rules import keeping, showing
from medportal.features.documents.schemas.documents import HOLDING, DocumentState, Waits
from medportal.features.documents.schemas.intake import Scan
from medportal.features.documents.schemas.kinds import KINDS, Checker, Expiry, KindKey, Opens
from medportal.features.documents.texts import documents as texts
from medportal.features.documents.texts import kinds as kind_texts
from medportal.kernel.actor import Role


def test_every_name_of_a_kind_has_its_entry():
    assert set(KINDS) == set(KindKey)


@pytest.mark.parametrize("spec", KINDS.values(), ids=str)
def test_a_kind_is_whole(spec):
    fewest, most = spec.pages
    assert 1 <= fewest <= most <= 10
    names = [one.name for one in spec.fields]
    assert len(names) == len(set(names))
    # Who types the last day needs the field for it, and nobody else has it.
    assert ("expires_on" in names) == (spec.expiry is Expiry.ENTERED)


@pytest.mark.parametrize(
    ("table", "values"),
    [
        (texts.STATES, DocumentState),
        (texts.WAITS, Waits),
        (texts.SCANS, Scan),
        (kind_texts.CHECKERS, Checker),
        (kind_texts.EXPIRIES, Expiry),
        (kind_texts.OPENS, Opens),
        (texts.ACTORS, [*Role, "own"]),
        (showing.TONES, DocumentState),
    ],
)
def test_a_table_of_words_has_a_word_for_every_value_and_no_other(table, values):
    assert set(table) == {str(value) for value in values}


def test_what_holds_is_kept_until_its_owner_says_otherwise():
    assert not set(keeping.AFTER) & HOLDING
