"""The judge against the worked examples, and against everything else that can be typed."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medportal.kernel import clock
from medportal.kernel.identifiers import KINDS, as_json, judge, passport, sums
from medportal.kernel.identifiers.kinds import validity_dates
from medportal.kernel.identifiers.texts import TEXTS

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)
NASTY = [
    "",
    " ",
    "\x00",
    "9" * 1_000_000,
    "😀" * 40,
    "\u202e112-233-445 95",
    "١١٢٢٣٣٤٤٥٩٥",
    "112-233-445\u200b 95",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "\ud800",
    "birth=2000-02-30;issued=2020-01-01",
    "birth=1999-01-01;issued=2020-01-01;birth=1999-01-01",
]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: f"{v['kind']}-{v['why'][:40]}")
def test_every_worked_example_gets_its_verdict(vector):
    facts = {name: vector[name] for name in ("birth", "sex") if name in vector}
    verdict = judge(vector["kind"], vector["value"], today=TODAY, **facts)
    assert verdict.valid is vector["valid"]
    assert (verdict.code == "ok") is vector["valid"]


def test_a_verdict_does_not_repeat_the_number():
    for vector in VECTORS:
        if vector["kind"] in ("snils", "inn12", "enp", "passport_rf", "card_pan"):
            assert vector["value"] not in judge(vector["kind"], vector["value"], today=TODAY).text.ru


def test_every_kind_of_the_examples_is_known():
    assert {vector["kind"] for vector in VECTORS} == set(KINDS)


@pytest.mark.parametrize("vector", [v for v in VECTORS if v["kind"] == "passport_validity"], ids=lambda v: v["value"])
def test_the_last_day_of_a_passport_is_the_one_worked_out_by_hand(vector):
    birth, issued, _today = validity_dates(vector["value"], TODAY)
    until = passport.valid_until(birth, issued)
    assert (until.isoformat() if until else None) == vector["valid_until"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", NASTY, ids=range(len(NASTY)))
def test_nasty_input_is_refused_in_words(kind, value):
    verdict = judge(kind, value, today=TODAY)
    assert not verdict.valid
    assert verdict.text.ru
    assert verdict.text.en


@given(kind=st.sampled_from(KINDS), value=st.text(max_size=120), birth=st.text(max_size=12), sex=st.text(max_size=2))
@settings(max_examples=300, deadline=None)
def test_the_judge_never_raises(kind, value, birth, sex):
    verdict = judge(kind, value, birth=birth, sex=sex, today="2026-11-22")
    assert verdict.valid is (verdict.code == "ok")


@given(kind=st.sampled_from(KINDS), value=st.from_regex(r"[0-9A-ZЛОФС<\-/. №+]{1,50}", fullmatch=True))
@settings(max_examples=300, deadline=None)
def test_the_judge_never_raises_on_what_looks_like_a_number(kind, value):
    assert judge(kind, value, today=TODAY).code


def test_an_unknown_kind_is_refused():
    assert judge("shoe_size", "43").code == "unknown_kind"


def test_today_is_the_clock_unless_given():
    line = "birth=1981-05-10;issued=2001-06-01"
    with clock.stopped(datetime(2026, 8, 8, 12, tzinfo=UTC)):
        assert judge("passport_validity", line).valid
    with clock.stopped(datetime(2026, 8, 9, 12, tzinfo=UTC)):
        verdict = judge("passport_validity", line)
    assert verdict.code == "passport_expired"
    assert "08.08.2026" in verdict.text.ru


def test_a_passport_issued_before_fourteen_or_tomorrow_is_refused():
    assert judge("passport_validity", "birth=2010-06-02;issued=2024-06-01;today=2026-01-01").code == "issued_too_early"
    assert judge("passport_validity", "birth=2000-06-02;issued=2026-01-02;today=2026-01-01").code == "issued_in_future"


def test_somebody_born_on_29_february_turns_on_1_march():
    assert passport.birthday(date(2004, 2, 29), 14) == date(2018, 3, 1)
    assert passport.age(date(2004, 2, 29), date(2018, 2, 28)) == 13
    assert passport.age(date(2004, 2, 29), date(2018, 3, 1)) == 14
    assert passport.age(date(2004, 2, 29), date(2020, 2, 29)) == 16


def test_a_sole_trader_with_a_remainder_above_nine_is_accepted():
    body = next(n for n in range(30400000000000, 30400000000100) if n % 13 > 9)
    assert judge("ogrnip", f"{body}{body % 13 % 10}").valid


@given(
    birth=st.dates(min_value=date(1926, 1, 1), max_value=date(2008, 1, 1)),
    sex=st.sampled_from("MF"),
    serial=st.integers(0, 99999),
)
@settings(max_examples=100, deadline=None)
def test_a_policy_tells_birth_date_and_sex(birth, sex, serial):
    body = f"77{sums.enp_birth_code(birth, sex)}{serial:05}"
    policy = next(body + digit for digit in "0123456789" if sums.luhn_holds(body + digit))
    assert judge("enp", policy, birth=birth, sex=sex, today=TODAY).valid
    assert judge("enp", policy, birth=birth, sex="F" if sex == "M" else "M", today=TODAY).code == "enp_sex"
    assert sums.enp_birth(policy[2:10]) == (birth, sex)


@given(body=st.integers(1_001_999, 999_999_999), wrong=st.integers(1, 99))
@settings(max_examples=200, deadline=None)
def test_exactly_one_control_number_fits_a_snils(body, wrong):
    right = next(c for c in range(100) if sums.snils_holds(f"{body:09}{c:02}"))
    assert not sums.snils_holds(f"{body:09}{(right + wrong) % 100:02}")


def test_the_command_line_shape():
    assert as_json(judge("snils", "112-233-445 95")) == {"valid": True, "code": "ok", "message": TEXTS["ok"].ru}


@pytest.mark.parametrize("kind", KINDS)
def test_spaces_at_the_ends_are_left_out_of_account(kind):
    vector = next(v for v in VECTORS if v["kind"] == kind and v["valid"])
    facts = {name: vector[name] for name in ("birth", "sex") if name in vector}
    assert judge(kind, f"  {vector['value']}\n", today=TODAY, **facts).valid
