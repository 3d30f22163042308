"""The level of an account: computed from what is true, and from nothing else."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medportal.features.levels.rules import move, only_waits, refusal, standing, steps, wording
from medportal.features.levels.schemas import ASKS, NEEDS, Condition, Facets, Level, Right, Usual, Waits

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


def test_every_condition_is_asked_for_by_one_level_or_by_a_right():
    asked = [one for conditions in ASKS.values() for one in conditions]
    assert len(asked) == len(set(asked))
    beside = {one for _, conditions in NEEDS.values() for one in conditions}
    assert {*asked, *beside} == set(Condition)


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
    assert standing(Facets(met, waiting, waiting)) == standing(Facets(met))


def test_each_step_says_whose_turn_it_is():
    facets = Facets(
        STANDARD | {Condition.BOTH_CONTACTS},
        register=frozenset({Condition.SNILS_CHECK}),
        desk=frozenset({Condition.QUALIFICATION}),
    )
    turns = {step.condition: step.waits for step in steps(facets)}
    assert turns[Condition.BOTH_CONTACTS] is None
    assert turns[Condition.SNILS_CHECK] is Waits.REGISTER
    assert turns[Condition.QUALIFICATION] is Waits.DESK
    assert turns[Condition.IDENTITY_PROOF] is Waits.YOU


@pytest.mark.parametrize(
    ("met", "right", "missing"),
    [
        (frozenset(), Right.NOTICES, {Condition.ANY_CONTACT}),
        (frozenset({Condition.ANY_CONTACT}), Right.NOTICES, set()),
        (STANDARD, Right.SCHEDULE, set()),
        (STANDARD, Right.RECORDS_ACCESS, set()),
        (STANDARD - {Condition.PASSPORT_SCAN}, Right.SCHEDULE, {Condition.PASSPORT_SCAN}),
        (STANDARD, Right.TRAINING_APPLICATION, {Condition.POLICY_CHECK}),
        (SIMPLE | {Condition.POLICY_CHECK}, Right.TRAINING_APPLICATION, set()),
        (CONFIRMED - {Condition.POLICY_CHECK}, Right.LICENCE_APPLICATION, {Condition.POLICY_CHECK}),
        (CONFIRMED - {Condition.IDENTITY_PROOF}, Right.ACCREDITATION_APPLICATION, {Condition.IDENTITY_PROOF}),
        (CONFIRMED, Right.LICENCE_APPLICATION, set()),
        (CONFIRMED, Right.PATIENT_BOOKING, {Condition.PACK}),
        (SIMPLE | {Condition.PACK}, Right.PRESCRIPTIONS, set()),
        (CONFIRMED, Right.ACTIVE_PROFILE, {Condition.EDUCATION}),
        (SIMPLE | {Condition.EDUCATION}, Right.ACTIVE_PROFILE, {Condition.PASSPORT_CHECK}),
        (CONFIRMED - {Condition.SNILS_CHECK}, Right.CERTIFICATE, {Condition.SNILS_CHECK}),
    ],
)
def test_a_right_is_closed_by_exactly_what_is_missing(met, right, missing):
    refused = refusal(Facets(met), right)
    assert (set(refused.missing) if refused else set()) == missing
    if refused:
        assert all(one.words.ru in refused.text.ru and one.words.en in refused.text.en for one in missing)


@given(met=some, more=some, right=st.sampled_from(list(Right)))
def test_more_conditions_never_close_a_right(met, more, right):
    if refusal(Facets(met), right) is None:
        assert refusal(Facets(met | more), right) is None


def test_a_rise_names_what_was_gained_and_what_it_opens():
    found = move(Level.SIMPLE, STANDARD - {Condition.PASSPORT_SCAN}, Facets(STANDARD))
    assert (found.before, found.after, found.conditions) == (Level.SIMPLE, Level.STANDARD, (Condition.PASSPORT_SCAN,))
    told = wording.notice(found)
    assert told.title.ru == "Уровень учётной записи: Стандартная"
    assert "«Подтверждённый скан паспорта»" in told.body.ru
    assert "расписание" in told.body.ru


def test_a_fall_names_what_was_lost_and_what_to_do():
    found = move(Level.CONFIRMED, CONFIRMED, Facets(CONFIRMED - {Condition.QUALIFICATION, Condition.PASSPORT_SCAN}))
    assert (found.after, found.conditions) == (Level.SIMPLE, (Condition.PASSPORT_SCAN, Condition.QUALIFICATION))
    told = wording.letter(found, "https://portal.example/cabinet")
    assert Condition.QUALIFICATION.cure.ru in told.body.ru
    assert "https://portal.example/cabinet" in told.body.ru
    assert "понижен" in told.subject.ru


def test_a_fall_that_waits_for_a_register_is_told_from_one_that_does_not():
    waits = Facets(CONFIRMED - {Condition.SNILS_CHECK}, register=frozenset({Condition.SNILS_CHECK}))
    assert only_waits(move(Level.CONFIRMED, CONFIRMED, waits), waits)
    lost = Facets(waits.met - {Condition.PHONE}, waits.register)
    assert not only_waits(move(Level.CONFIRMED, CONFIRMED, lost), lost)


@given(met=some, before=some)
def test_a_level_that_stands_has_not_moved(met, before):
    facets = Facets(met)
    assert move(standing(facets).level, before, facets) is None


@pytest.mark.parametrize(
    ("median", "p90", "count", "words"),
    [
        (timedelta(minutes=21), timedelta(hours=5), 40, "за 21 минуту, девять случаев из десяти — за 5 часов"),
        (timedelta(hours=26), timedelta(days=4), 5, "за 26 часов, девять случаев из десяти — за 4 дня"),
        (timedelta(hours=1), timedelta(hours=2), 4, "мало данных"),
    ],
)
def test_the_desk_s_own_times_are_told_unless_they_are_too_few(median, p90, count, words):
    assert words in Usual(median, p90, count).words.ru
