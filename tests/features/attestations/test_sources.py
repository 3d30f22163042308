"""Which source of a date is believed: a table for the law of it, properties for everything else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medportal.features.attestations.rules import planning, sources
from medportal.features.attestations.schemas.kinds import FactKind, FactOrigin, MoveWhy
from medportal.features.attestations.schemas.planning import Fact
from medportal.features.attestations.store.rules import seeds

TODAY = date(2026, 11, 23)
A = FactKind.ACCREDITATION
DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
TOPICS = st.sampled_from(["", "Терапия", "терапия ", "Кардиология"])
PAPERS = st.builds(
    Fact,
    st.sampled_from([A, FactKind.CERTIFICATE, FactKind.CATEGORY, FactKind.LICENCE, FactKind.OMS_TEMPORARY]),
    DAYS,
    st.just(""),
    st.none() | DAYS,
    st.just(FactOrigin.DOCUMENT),
    TOPICS,
    st.booleans(),
    st.uuids().map(lambda one: f"document:{one}"),
)
WORDS = st.builds(
    Fact, st.sampled_from([A, FactKind.CATEGORY]), DAYS, st.just(""), st.none() | DAYS, topic=TOPICS,
    told_by=st.uuids().map(lambda one: one.hex),
)  # fmt: skip


def paper(on: date, until: date | None, topic: str = "", *, confirmed: bool = True, kind: FactKind = A) -> Fact:
    return Fact(kind, on, "", until, FactOrigin.DOCUMENT, topic, confirmed, f"record:{on}")


def word(on: date, topic: str = "", kind: FactKind = A) -> Fact:
    return Fact(kind, on, topic=topic, told_by=str(on))


OLD, RUNNING, NEWER = date(2019, 5, 1), date(2023, 5, 1), date(2026, 5, 1)


@pytest.mark.parametrize(
    ("facts", "counts"),
    [
        # A confirmed paper in force goes before any word, older or newer.
        ([paper(RUNNING, date(2028, 5, 1)), word(NEWER)], [RUNNING]),
        ([paper(RUNNING, date(2028, 5, 1)), word(OLD)], [RUNNING]),
        # And before a paper that is still being checked: its end is not forgotten for a scan nobody has seen.
        ([paper(RUNNING, date(2028, 5, 1)), paper(NEWER, date(2031, 5, 1), confirmed=False)], [RUNNING]),
        # Of two that are confirmed the newer one counts.
        ([paper(RUNNING, date(2028, 5, 1)), paper(NEWER, date(2031, 5, 1))], [NEWER]),
        # One that has ended, or is not confirmed, is no more than a date: the newest counts, on the same day the paper.
        ([paper(OLD, date(2024, 5, 1)), word(NEWER)], [NEWER]),
        ([paper(RUNNING, date(2028, 5, 1), confirmed=False), word(NEWER)], [NEWER]),
        ([paper(NEWER, date(2031, 5, 1), confirmed=False), word(RUNNING)], [NEWER]),
        # A word that names no subject is about the only one there is.
        ([paper(RUNNING, date(2028, 5, 1), "Терапия"), word(NEWER)], [RUNNING]),
        ([word(RUNNING, "Терапия"), word(NEWER, " терапия")], [NEWER]),
        ([paper(RUNNING, date(2028, 5, 1), "Терапия"), word(NEWER, "Кардиология")], [RUNNING, NEWER]),
    ],
)
def test_of_several_sources_of_one_date_one_counts(facts, counts):
    assert sorted(one.on for one in sources.chosen(facts, TODAY)) == counts


def test_a_licence_without_an_end_gives_way_to_a_newer_confirmation():
    facts = [
        paper(OLD, None, kind=FactKind.LICENCE),
        word(NEWER, kind=FactKind.LICENCE),
    ]
    assert [one.on for one in sources.chosen(facts, TODAY)] == [NEWER]


def test_a_word_is_told_which_paper_stands_in_for_it():
    running = paper(RUNNING, date(2028, 5, 1), "Терапия")
    (beaten,) = [one for one in sources.weighed([running, word(NEWER)], TODAY) if one.beaten_by]
    assert beaten.fact == word(NEWER)
    assert beaten.beaten_by is not None
    assert (beaten.beaten_by.paper, beaten.beaten_by.topic) == (running.paper, "Терапия")


def test_among_several_specialities_a_scan_of_the_same_day_is_that_paper():
    facts = [
        paper(RUNNING, date(2028, 5, 1), "Терапия"),
        paper(OLD, date(2027, 5, 1), "Кардиология"),
        paper(RUNNING, date(2028, 6, 1)),
        word(NEWER),
    ]
    assert sorted(one.topic for one in sources.chosen(facts, TODAY)) == ["Кардиология", "Терапия"]


def test_every_course_certificate_has_an_end_of_its_own_and_a_newer_version_takes_its_place():
    def course(ref: str, until: date) -> Fact:
        return Fact(FactKind.TRAINING, RUNNING, ref, until, FactOrigin.DOCUMENT, paper=f"document:{ref}{until}")

    facts = [course("a", date(2028, 1, 1)), course("a", date(2029, 1, 1)), course("b", date(2028, 6, 1))]
    assert [(one.ref, one.until) for one in sources.chosen(facts, TODAY)] == [
        ("a", date(2029, 1, 1)),
        ("b", date(2028, 6, 1)),
    ]


def test_an_accreditation_settles_the_certificate_of_its_speciality_and_no_word_settles_a_paper():
    certificate = paper(date(2022, 5, 1), date(2027, 5, 1), "Терапия", kind=FactKind.CERTIFICATE)

    def ends(*facts: Fact) -> bool:
        plan = planning.plan([certificate, *facts], seeds(), TODAY)
        return any(one.rule_key == "specialist_certificate" for one in plan)

    assert not ends(paper(NEWER, date(2031, 5, 1), "Терапия"))
    assert ends(paper(NEWER, date(2031, 5, 1), "Кардиология"))
    assert ends(paper(OLD, date(2024, 5, 1), "Терапия"))
    assert ends(word(NEWER, "Терапия"))


def test_a_permanent_policy_settles_the_temporary_certificate():
    temporary = paper(RUNNING, date(2026, 12, 30), kind=FactKind.OMS_TEMPORARY)
    assert planning.plan([temporary], seeds(), TODAY)
    assert not planning.plan([temporary, paper(NEWER, None, kind=FactKind.OMS_POLICY)], seeds(), TODAY)


@given(st.lists(PAPERS | WORDS, max_size=8), DAYS)
def test_no_two_events_are_about_the_same_and_the_order_told_is_irrelevant(facts, day):
    found = planning.plan(facts, seeds(), day)
    assert found == planning.plan(list(reversed(facts)), seeds(), day)
    assert len({event.key for event in found}) == len(found)
    assert len({(event.rule_key, event.step, sources.folded(event.topic)) for event in found}) == len(found)


@given(st.lists(PAPERS | WORDS, max_size=8), DAYS)
def test_every_fact_counts_or_another_one_does_in_its_stead(facts, day):
    found = sources.weighed(facts, day)
    counting = [one.fact for one in found if one.beaten_by is None]
    assert len(found) == len(facts)
    assert all(one.beaten_by in counting for one in found if one.beaten_by is not None)


@given(st.lists(PAPERS, max_size=6), WORDS, DAYS)
def test_no_word_moves_what_a_confirmed_paper_in_force_says(papers, told, day):
    trusted = {one.paper for one in sources.chosen(papers, day) if sources.in_force(one, day)}

    def said(*facts: Fact) -> set[tuple[str, str, date]]:
        plan = planning.plan(facts, seeds(), day)
        return {(one.paper, one.step, one.due_on) for one in plan if one.paper in trusted}

    assert said(*papers) <= said(*papers, told)


@given(DAYS, st.sampled_from(["Терапия", "Кардиология"]))
def test_a_subject_that_is_added_moves_the_event_and_makes_no_second_one(on, topic):
    before = planning.plan([word(on)], seeds(), TODAY)
    after = planning.plan([word(on, topic)], seeds(), TODAY)
    again = planning.known_again(before, after, {event.key for event in before})
    assert again == {old.key: new.key for old, new in zip(before, after, strict=True)}


def test_why_an_event_moved_names_the_paper():
    def plan(*facts: Fact):
        return planning.plan(facts, seeds(), TODAY)

    running = paper(RUNNING, date(2028, 5, 1))
    whys = [
        {move.why for move in planning.moves(before, after, TODAY)}
        for before, after in (
            (plan(word(OLD.replace(year=2025))), plan(running)),
            (plan(running), plan(paper(NEWER, date(2031, 5, 1)))),
            (plan(running), plan(word(NEWER))),
            (plan(running), ()),
        )
    ]
    assert whys == [{MoveWhy.BY_PAPER}, {MoveWhy.PAPER_CHANGED}, {MoveWhy.BY_WORD}, {MoveWhy.PAPER_GONE}]  # fmt: skip
