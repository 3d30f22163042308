"""The engine: tidy, judge, offer; never raise, never change a value behind somebody's back."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medportal.features.registration import fields as wizard
from medportal.kernel.fields import Field, Schema, Section, check, evaluate, evaluate_field, warn
from medportal.kernel.fields.characters import SPACES, fold, lower, refused, upper
from medportal.kernel.fields.checks import OPERATIONS
from medportal.kernel.fields.cleaning import CLEAN, SHOW
from medportal.kernel.fields.mending import MENDS
from medportal.kernel.fields.texts import COMMON, MEND_TEXTS
from medportal.kernel.text import Text

TODAY = date(2026, 11, 22)
NAMES = sorted(wizard.schema().fields)


def _both(words):
    return Text(ru=words, en=words)


def _form(*fields, **texts):
    return Schema((Section("one", _both("One"), fields),), {code: _both(text) for code, text in texts.items()})


@given(
    name=st.sampled_from(NAMES),
    value=st.one_of(st.text(max_size=300), st.booleans(), st.none(), st.integers(), st.lists(st.text())),
    other=st.text(max_size=30),
)
@settings(max_examples=400, deadline=None)
def test_no_input_makes_the_engine_raise(name, value, other):
    values = {**dict.fromkeys(NAMES, other), name: value}
    outcome = evaluate_field(wizard.schema(), name, values, TODAY)
    assert len(outcome.problems) <= 1
    for problem in (*outcome.problems, *outcome.warnings, *outcome.notices):
        assert not re.search(r"\{[a-z]+\}", problem.text.ru + problem.text.en)


@given(name=st.sampled_from(NAMES), value=st.text(alphabet="0123456789.-+ ()ЛИвановAZ@g/", max_size=24))
@settings(max_examples=400, deadline=None)
def test_a_good_value_stays_good_and_the_same_when_judged_again(name, value):
    outcome = evaluate_field(wizard.schema(), name, {name: value}, TODAY)
    if outcome.ok:
        for again in (outcome.value, outcome.shown):
            repeated = evaluate_field(wizard.schema(), name, {name: again, "password": again}, TODAY)
            assert repeated.ok or name == "password_again"
            assert repeated.value == outcome.value


@pytest.mark.parametrize("value", ["x" * 1_000_000, " " * 1_000_000, "😀" * 200_000, "1." * 300_000])
@pytest.mark.parametrize("name", NAMES)
def test_a_megabyte_is_answered_at_once_and_not_kept(name, value):
    outcome = evaluate_field(wizard.schema(), name, {name: value}, TODAY)
    assert len(outcome.value) <= 300
    assert len(outcome.mends) == 0


@pytest.mark.parametrize(
    ("value", "code", "sign"),
    [
        ("Ива\x00нов", "control_character", "U+0000"),
        ("Ива\tнов", "control_character", "U+0009"),
        ("Иванов\u202e", "direction_mark", "U+202E"),
        ("\u200fИванов", "direction_mark", "U+200F"),
        ("Ива\u2067нов", "direction_mark", "U+2067"),
        ("Ива\u200bнов", "hidden_character", "U+200B"),
        ("Ива\u00adнов", "hidden_character", "U+00AD"),
        ("Иванов\ufe0f", "emoji", "U+FE0F"),
        ("Иванов❤", "emoji", "U+2764"),
        ("Иванов👩", "emoji", "U+1F469"),
        ("Иванов\ud83d", "broken_character", "U+D83D"),
    ],
)
def test_strange_characters_are_refused_by_name_and_taken_out_in_one_click(value, code, sign):
    outcome = evaluate_field(wizard.schema(), "surname", {"surname": value}, TODAY)
    assert [problem.code for problem in outcome.problems] == [code]
    assert sign in outcome.problems[0].text.ru
    assert sign in outcome.problems[0].text.en
    assert [(mend.code, mend.value) for mend in outcome.mends] == [("strip_refused", "Иванов")]


def test_edge_spaces_go_with_a_notice():
    outcome = evaluate_field(wizard.schema(), "surname", {"surname": "\u00a0 Иванов\n"}, TODAY)
    assert (outcome.value, outcome.ok) == ("Иванов", True)
    assert [notice.code for notice in outcome.notices] == ["trimmed"]


def test_a_password_keeps_its_spaces_and_is_never_mended():
    outcome = evaluate_field(wizard.schema(), "password", {"password": " Гречка 4 луны "}, TODAY)
    assert outcome.value == " Гречка 4 луны "
    assert evaluate_field(wizard.schema(), "password", {"password": "Гречка4Луна\u200b"}, TODAY).mends == ()


def test_a_correction_is_offered_only_when_the_value_is_right_with_it():
    surname = evaluate_field(wizard.schema(), "surname", {"surname": "Wолков"}, TODAY)
    assert surname.problems
    assert surname.mends == ()


def test_several_small_corrections_are_offered_together_when_one_is_not_enough():
    outcome = evaluate_field(wizard.schema(), "surname", {"surname": "Щукин  Петрoв"}, TODAY)
    assert [(mend.code, mend.value) for mend in outcome.mends] == [("cyrillic+single_spaces", "Щукин Петров")]


def test_the_first_broken_rule_is_told_and_warnings_wait():
    form = _form(
        Field(
            "a",
            _both("A"),
            checks=(warn("match", "soft", re="x"), check("match", "hard", re="y"), check("match", "never", re="z")),
        ),
        soft="s",
        hard="{label}: h",
        never="n",
    )
    outcome = evaluate_field(form, "a", {"a": "q"}, TODAY)
    assert [problem.code for problem in outcome.problems] == ["hard"]
    assert outcome.problems[0].text.ru == "A: h"
    assert outcome.warnings == ()


def test_a_ticked_box_lifts_a_requirement():
    form = _form(Field("a", _both("A"), unless="b"), Field("b", _both("B"), clean=("tick",), required=False))
    assert not evaluate(form, "one", {"a": ""}, TODAY).ok
    assert evaluate(form, "one", {"a": "", "b": True}, TODAY).ok


def test_own_values_win_over_facts():
    outcome = wizard.evaluate("passport", {"passport_issued_on": "1.6.1999"}, TODAY, {"birth_date": "2.6.1985"})
    assert outcome.fields["passport_issued_on"].problems[0].code == "issued_too_early"


def test_neither_outcomes_nor_corrections_show_values():
    outcome = evaluate_field(wizard.schema(), "snils", {"snils": "112-233-445 95"}, TODAY)
    assert "11223344595" not in repr(outcome)
    outcome = evaluate_field(wizard.schema(), "snils", {"snils": "112 233 445 95"}, TODAY)
    assert "112" not in repr(outcome).replace("123-456-789", "")


def test_every_name_in_the_schema_is_known_to_the_engine():
    texts = {**COMMON, **wizard.schema().texts}
    for one in wizard.schema().fields.values():
        assert set(one.clean) <= {*CLEAN, "pick"}
        assert set(one.mends) <= set(MENDS)
        assert one.show in {*SHOW, ""}
        assert one.required_code in texts
        for rule in one.checks:
            assert rule.op in OPERATIONS
            assert rule.code in texts
            assert rule.mend in {*MENDS, ""}
    assert set(MEND_TEXTS) == set(MENDS)


def test_patterns_stay_within_what_both_languages_read_alike():
    for one in wizard.schema().fields.values():
        for rule in one.checks:
            pattern = re.sub(r"\[[^\]]+\]", "", str(rule.params.get("re", "")))
            assert not re.search(r"\\[dwsbDWSBAZ]|\(\?P|\(\?<|\$|\(\?[aiLmsux]", pattern), one.name


def test_letters_fold_the_same_way_everywhere():
    assert lower("ЁЖАБZ İſ") == "ёжабz İſ"
    assert upper("ёжабz ß") == "ЁЖАБZ ß"
    assert fold("Осетия — Алания  Ёлка-палка") == "осетия алания елка палка"


@given(st.text(alphabet="абв ё-ABC1", max_size=20))
def test_ordinary_text_has_no_strange_characters(text):
    assert refused(text, multiline=False) is None


def test_every_kind_of_space_is_trimmed():
    assert evaluate_field(wizard.schema(), "city", {"city": SPACES + "Казань" + SPACES}, TODAY).value == "Казань"
