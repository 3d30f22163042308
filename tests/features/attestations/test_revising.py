"""The form of a rule's next version: what stands in it comes back as it was, and every part of a step can be changed."""

from dataclasses import replace
from datetime import date

import pytest

from medportal.features.attestations import service
from medportal.features.attestations.rules import revising, spelling
from medportal.features.attestations.schemas.kinds import FactKind, MoveWhy
from medportal.features.attestations.schemas.planning import Span
from medportal.features.attestations.state import rule_form
from medportal.features.attestations.state.staff import shown
from medportal.features.attestations.store import rules as book
from medportal.features.attestations.store.rules import seeds
from medportal.infra import jobs
from medportal.infra.db import new_id
from medportal.kernel.actor import Actor, Role
from medportal.kernel.errors import ConflictError, InvalidError
from medportal.kernel.text import Text

STAFF = Actor(Role.OPERATOR, new_id())
RULES = {rule.key: rule for rule in seeds()}


@pytest.mark.parametrize("rule", seeds(), ids=lambda rule: rule.key)
def test_a_form_that_was_only_looked_at_changes_nothing(rule):
    change, found = revising.read(revising.written(rule), rule)
    assert found == ()
    assert {step.name: step for step in rule.steps} == change.steps
    assert (change.ladder, change.period, change.demand, change.asks) == (
        rule.ladder, rule.period, rule.demand, rule.asks,
    )  # fmt: skip


def test_staff_change_how_long_a_step_is_and_its_own_ladder_and_versions_stay(anna):
    service.tell_fact(anna, FactKind.CATEGORY, date(2024, 1, 10))
    form = revising.written(RULES["qualification_category"])
    changed = form | {
        "minus_papers": "0,2,0,10", "ladder_papers": "", "title_papers": "Сдать документы", "period": "5 лет",
    }  # fmt: skip
    made = service.revise_rule(STAFF, "qualification_category", changed)
    papers = made.steps[0]
    assert (papers.minus, papers.ladder, papers.title.ru, made.period.ru) == (
        Span(months=2, working_days=10), None, "Сдать документы", "5 лет",
    )  # fmt: skip
    jobs.work_off()
    (move,) = [one for one in service.moves(anna, 40) if one.why is MoveWhy.RULE_CHANGED]
    assert (move.title.ru, move.before) == ("Сдать документы", date(2028, 9, 10))
    with pytest.raises(ConflictError):
        service.revise_rule(STAFF, "qualification_category", changed)
    assert [rule.steps[0].minus for rule in service.rule_versions(STAFF, "qualification_category")] == [
        Span(months=4), Span(months=2, working_days=10),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"after_end": "0,0,0,0"}, "after_end"),
        ({"after_end": "5,0,0"}, "after_end"),
        ({"after_end": "-5,0,0,0"}, "after_end"),
        ({"after_end": "101,0,0,0"}, "after_end"),
        ({"minus_papers": "лет"}, "minus_papers"),
        ({"ladder_papers": "скоро"}, "ladder_papers"),
        ({"ladder": ""}, "ladder"),
        ({"valid_to": "31.02.2027"}, "valid_to"),
    ],
)
def test_what_cannot_be_a_length_is_refused_at_its_field(portal, values, field):
    form = revising.written(RULES["qualification_category"]) | values
    with pytest.raises(InvalidError) as refused:
        service.revise_rule(STAFF, "qualification_category", form)
    assert [one.field for one in refused.value.problems] == [field]


def test_a_ladder_of_a_step_is_judged_like_that_of_a_rule(portal):
    form = revising.written(RULES["qualification_category"]) | {"ladder_papers": "999"}
    with pytest.raises(InvalidError):
        service.revise_rule(STAFF, "qualification_category", form)


@pytest.mark.parametrize("rule", seeds(), ids=lambda rule: rule.key)
def test_every_rule_has_its_place_on_the_page_and_a_form(rule):
    row, form = shown(rule), rule_form.fields(rule)
    assert all(row["steps"])
    assert bool(row["valid"]["ru"]) == bool(rule.valid_from or rule.valid_to)
    asked = {one["name"] for one in form if one["kind"] != "heading"}
    assert asked <= revising.written(rule).keys()
    assert {f"after_{step.name}" for step in rule.steps} <= asked


def test_steps_are_said_in_words_that_follow_the_numbers():
    rule = RULES["qualification_category"]
    assert spelling.step_in_words(rule.steps[0], rule).ru == "через 5 лет; за 4 месяца до этого; напоминания: за 60, 30, 7, 1 день, на следующий день"  # fmt: skip
    longer = replace(rule.steps[1], after=Span(months=1, working_days=2), ladder=())
    assert spelling.step_in_words(longer, rule).en == "after 1 month 2 working days"
    assert spelling.step_in_words(RULES["paper_end"].steps[0], RULES["paper_end"]).ru.startswith("день, указанный")
    assert spelling.step_in_words(RULES["nmo_year"].steps[0], RULES["nmo_year"]).ru.startswith("в конце каждого года")


@pytest.mark.both_databases
def test_a_newer_portal_brings_its_rules_along_and_leaves_those_of_staff(anna, monkeypatch):
    service.tell_fact(anna, FactKind.MEDICAL_EXAM, date(2026, 6, 1))
    form = revising.written(RULES["licence"]) | {"after_confirmation": "2,0,0,0"}
    ours = service.revise_rule(STAFF, "licence", form)
    jobs.work_off()
    exam = RULES["medical_exam"]
    sooner = replace(exam, steps=(replace(exam.steps[0], after=Span(months=6)),))
    bodies = {rule.key: book.write(rule) for rule in seeds()} | {
        "medical_exam": book.write(sooner),
        "licence": book.write(replace(RULES["licence"], verified=Text(ru="новее", en="newer"))),
    }
    monkeypatch.setattr(book, "_bodies", lambda: bodies)
    for _ in range(2):
        service.replan(anna)
        jobs.work_off()
    assert [rule.version for rule in service.rule_versions(STAFF, "medical_exam")] == [1, 2]
    assert service.rule_versions(STAFF, "licence")[-1] == ours
    moved = [move for move in service.moves(anna, 40) if move.why is MoveWhy.RULE_CHANGED]
    assert [(move.before, move.after) for move in moved] == [(date(2027, 6, 1), date(2026, 12, 1))]
