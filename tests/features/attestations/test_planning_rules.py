"""What facts and rules yield: tables for the law, properties for everything else."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medportal.features.attestations.rules import outage, planning
from medportal.features.attestations.schemas.kinds import EventState, FactKind, MoveWhy, Right
from medportal.features.attestations.schemas.planning import Fact
from medportal.features.attestations.store.rules import read, seeds, write

RULES = seeds()
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
FACTS = st.lists(
    st.builds(Fact, st.sampled_from(FactKind), DAYS, st.sampled_from("abcd"), st.none() | DAYS), max_size=8
)
TODAY = date(2026, 11, 23)


def due(*facts: Fact, day: date = TODAY) -> dict[str, date]:
    return {event.key: event.due_on for event in planning.plan(facts, RULES, day)}


@pytest.mark.parametrize(
    ("fact", "key", "expected"),
    [
        (Fact(FactKind.ACCREDITATION, date(2022, 5, 31), "a"), "accreditation_periodic:a:end", date(2027, 5, 31)),
        (Fact(FactKind.ACCREDITATION, date(2022, 5, 31), "a"), "accreditation_periodic:a:opens", date(2026, 5, 31)),
        (Fact(FactKind.ACCREDITATION, date(2024, 2, 29), "a"), "accreditation_periodic:a:end", date(2029, 2, 28)),
        (
            Fact(FactKind.ACCREDITATION, date(2022, 5, 31), "a", date(2027, 6, 15)),
            "accreditation_periodic:a:end",
            date(2027, 6, 15),
        ),
        (Fact(FactKind.CERTIFICATE, date(2020, 6, 1), "a"), "specialist_certificate:a:end", date(2027, 1, 1)),
        (Fact(FactKind.CERTIFICATE, date(2021, 6, 1), "a"), "specialist_certificate:a:end", date(2026, 6, 1)),
        (Fact(FactKind.CATEGORY, date(2023, 8, 31), "a"), "qualification_category:a:papers", date(2028, 4, 30)),
        (Fact(FactKind.BIRTH, date(1982, 1, 10), "p"), "passport_age:p:age45", date(2027, 4, 10)),
        (Fact(FactKind.DATA_ASKED, date(2025, 12, 30), "a"), "pd_request:a:end", date(2026, 1, 23)),
        (Fact(FactKind.ACCREDITATION, date(2024, 5, 31), "a"), "nmo_year:a:year:2026", date(2026, 12, 31)),
    ],
)
def test_a_fact_yields_its_dates(fact, key, expected):
    assert due(fact)[key] == expected


def test_a_passport_changed_after_the_birthday_yields_nothing_for_that_age():
    born = Fact(FactKind.BIRTH, date(1990, 3, 15), "profile")
    assert "passport_age:profile:age20" in due(born, Fact(FactKind.PASSPORT_ISSUED, date(2010, 3, 14), "profile"))
    assert list(due(born, Fact(FactKind.PASSPORT_ISSUED, date(2010, 3, 15), "profile"))) == [
        "passport_age:profile:age45"
    ]


def test_a_newer_accreditation_takes_the_place_of_the_older_one_but_not_of_another_speciality():
    older = Fact(FactKind.ACCREDITATION, date(2019, 5, 1), "old", topic="31.08.49")
    newer = Fact(FactKind.ACCREDITATION, date(2024, 5, 1), "new", topic="31.08.49")
    other = Fact(FactKind.ACCREDITATION, date(2023, 5, 1), "other", topic="31.08.45")
    assert {key.split(":")[1] for key in due(older, newer, other)} == {"new", "other"}


def test_mentoring_has_no_rule_before_its_law_was_in_force():
    fact = Fact(FactKind.MENTORING, date(2025, 7, 1), "a")
    assert due(fact, day=date(2026, 2, 28)) == {}
    assert due(fact, day=date(2026, 3, 1)) == {"mentoring:a:end": date(2028, 7, 1)}


def test_a_rule_that_ran_out_goes_on_as_an_unverified_one():
    fact = Fact(FactKind.ACCREDITATION, date(2026, 5, 1), "a")
    before, after = (
        next(e for e in planning.plan([fact], RULES, day) if e.step == "end")
        for day in (date(2028, 12, 31), date(2029, 1, 1))
    )
    assert (before.is_verified, after.is_verified) == (True, False)
    assert before.due_on == after.due_on


def test_every_rule_names_its_source_and_on_what_it_was_checked_in_both_languages():
    assert len(RULES) == 20
    for rule in RULES:
        assert rule.verified.ru != rule.verified.en
        assert rule.source.ru
        assert rule.source.en
        assert read(__import__("json").loads(write(rule)), 1) == rule
        assert ("unverified" in rule.verified.en) <= (not rule.is_verified)


@given(FACTS, DAYS)
def test_the_same_facts_on_the_same_day_yield_the_same_in_whatever_order(facts, day):
    unique = list({(fact.kind, fact.on): fact for fact in facts}.values())
    found = planning.plan(unique, RULES, day)
    assert found == planning.plan(list(reversed(unique)), tuple(reversed(RULES)), day)
    assert len({event.key for event in found}) == len(found)
    assert all(event.due_on <= planning.LATEST for event in found)


@given(FACTS, st.dates(date(1950, 1, 1), date(2026, 1, 1)), st.dates(date(1950, 1, 1), date(2026, 1, 1)))
def test_a_change_moves_only_what_hangs_on_it(facts, on, other):
    rest = [fact for fact in facts if fact.kind is not FactKind.CATEGORY]
    before, after = (planning.plan([*rest, Fact(FactKind.CATEGORY, day, "x")], RULES, TODAY) for day in (on, other))
    found = planning.moves(before, after, TODAY)
    assert {move.key for move in found} <= {"qualification_category:x:papers", "qualification_category:x:end"}
    assert len(found) == (0 if on == other else len(found))
    assert all(move.why is MoveWhy.FACT_CHANGED for move in found)


@given(DAYS, DAYS)
def test_a_state_goes_from_ahead_to_soon_to_overdue(day, due_on):
    state = planning.state_on(day, due_on, None, done=False)
    left = (due_on - day).days
    assert state is (EventState.OVERDUE if left < 0 else EventState.SOON if left <= 30 else EventState.AHEAD)
    assert planning.state_on(day, due_on, day - timedelta(days=1), done=True) is EventState.DONE


def test_one_act_keeps_most_of_what_would_go_out():
    facts = [
        Fact(FactKind.ACCREDITATION, date(2022, 5, 31), "a"),
        Fact(FactKind.CATEGORY, date(2022, 3, 1), "c"),
        Fact(FactKind.MEDICAL_EXAM, date(2026, 3, 1), "m"),
    ]
    plan = planning.plan(facts, RULES, TODAY)
    found = outage.what_if(plan, date(2027, 5, 1))
    assert [(out.right, out.since) for out in found.outages] == [
        (Right.ADMISSION, date(2027, 3, 2)),
        (Right.CATEGORY_PAY, date(2027, 3, 2)),
    ]
    later = outage.what_if(plan, date(2027, 6, 1), done={"qualification_category:c:end"})
    assert later.best_act_key == "accreditation_periodic:a:end"
    assert later.best_act_keeps == (Right.CATEGORY_PAY, Right.PRACTISE)
    assert outage.what_if(plan, date(2026, 12, 1)).outages == ()


def test_one_speciality_may_be_lost_and_another_kept():
    facts = [
        Fact(FactKind.ACCREDITATION, date(2022, 5, 31), topic="Терапия"),
        Fact(FactKind.ACCREDITATION, date(2022, 3, 1), topic="Кардиология"),
        Fact(FactKind.CATEGORY, date(2022, 6, 30), topic="Терапия"),
    ]
    found = outage.what_if(planning.plan(facts, RULES, TODAY), date(2027, 8, 1))
    assert [(out.right, out.title.ru) for out in found.outages] == [
        (Right.PRACTISE, "Окончание аккредитации: Кардиология"),
        (Right.CATEGORY_PAY, "Окончание аккредитации: Терапия"),
        (Right.PRACTISE, "Окончание аккредитации: Терапия"),
    ]
    # By August the category has ended by itself: each act keeps one right, the first is named.
    assert found.best_act.ru == "Окончание аккредитации: Кардиология"
    assert found.best_act_keeps == (Right.PRACTISE,)
    earlier = outage.what_if(planning.plan(facts, RULES, TODAY), date(2027, 6, 15))
    assert earlier.best_act.ru == "Окончание аккредитации: Терапия"
    assert earlier.best_act_keeps == (Right.CATEGORY_PAY, Right.PRACTISE)


def test_where_no_single_act_keeps_a_right_none_is_named():
    facts = [Fact(FactKind.MEDICAL_EXAM, date(2026, 3, 1)), Fact(FactKind.HYGIENE, date(2026, 3, 5))]
    found = outage.what_if(planning.plan(facts, RULES, TODAY), date(2027, 5, 1))
    assert [out.right for out in found.outages] == [Right.ADMISSION]
    assert (found.best_act, found.best_act_keeps) == (None, ())
