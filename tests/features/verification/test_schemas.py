"""The words of verification: they hide what is personal, and have a sentence for everything."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from medportal.demonstration.invented import Proof
from medportal.demonstration.people import proving
from medportal.features.verification import texts
from medportal.features.verification.schemas import (
    CheckView,
    Claim,
    Difference,
    Evidence,
    Kind,
    Reason,
    State,
    Verdict,
)
from tests.features.verification.claims import claim


def test_a_claim_and_a_verdict_show_nothing_personal() -> None:
    someone, written = proving(Proof.ALL_GOOD), repr(claim())
    shown = written + repr(Verdict(State.OK, Evidence("secret-question", "secret-answer")))
    for personal in (someone.surname, someone.given_name, someone.snils, someone.passport.number, "1994", "secret"):
        assert personal not in shown


def test_only_the_social_fund_does_without_a_passport() -> None:
    person = claim().person
    assert Claim(Kind.SNILS, person, "98700010100").passport is None
    for kind in (Kind.INN, Kind.PASSPORT):
        with pytest.raises(ValueError, match="needs the passport") as refused:
            Claim(kind, person, "1234567890")
        assert "1234567890" not in str(refused.value)


def test_every_kind_state_and_reason_has_words() -> None:
    assert set(texts.REGISTERS) == set(texts.KINDS) == set(Kind)
    assert set(texts.STATES) == set(texts.EXPLANATIONS) == set(State)
    assert set(texts.REASONS) == set(Reason)


def test_a_view_says_which_fields_differ() -> None:
    view = CheckView(
        id=uuid4(),
        kind=Kind.SNILS,
        state=State.MISMATCH,
        reason=None,
        differences=(Difference("surname", (1,)), Difference("birth_date")),
        demonstration=True,
        requested_at=datetime(2026, 11, 23, tzinfo=UTC),
        asked_at=None,
        answered_at=None,
        next_try_at=None,
    )
    assert view.difference_text is not None
    assert view.difference_text.pair() == {
        "ru": "Отличается: фамилия, дата рождения.",
        "en": "Differs: surname, birth date.",
    }
    assert view.register_name.ru == "Социальный фонд России (СФР)"
    assert view.reason_text is None
    assert not view.waiting
