"""The fields of a rule's next version: the same for every rule, and then step by step. What stands here is public."""

from typing import Any

from medportal.features.attestations.rules.revising import LONGEST, SPANS
from medportal.features.attestations.schemas.planning import Rule
from medportal.features.attestations.texts import parts as words
from medportal.ui.plain import plain


def fields(rule: Rule) -> list[dict[str, Any]]:
    """The fields of the form of a rule."""
    return [*_of_rule(rule), *(field for step in rule.steps for field in _of_step(step.name, step.title.pair()))]


def _of_rule(rule: Rule) -> list[dict[str, Any]]:
    demand = [
        plain("demand", words.R_DEMAND, "textarea", length=1000, half=True),
        plain("demand_en", words.R_DEMAND_EN, "textarea", length=1000, half=True),
    ]
    hours = [
        plain("hours", words.R_HOURS, "number", half=True, min=0),
        plain("cpd", words.R_CPD, "number", half=True, min=0),
    ]
    return [
        # Which version was seen: whoever was faster is not overwritten.
        plain("version", words.R_NUMBER, "hidden"),
        plain("is_verified", words.R_VERIFIED, "checkbox"),
        plain("verified", words.R_CHECKED, length=1000, half=True),
        plain("verified_en", words.R_CHECKED_EN, length=1000, half=True),
        plain("source", words.R_SOURCE, length=1000, half=True),
        plain("source_en", words.R_SOURCE_EN, length=1000, half=True),
        plain("period", words.R_PERIOD, length=1000, half=True),
        plain("period_en", words.R_PERIOD_EN, length=1000, half=True),
        *(demand if rule.demand else []),
        plain("consequence", words.R_CONSEQUENCE, "textarea", length=1000, half=True),
        plain("consequence_en", words.R_CONSEQUENCE_EN, "textarea", length=1000, half=True),
        plain("valid_from", words.R_FROM, "date", half=True),
        plain("valid_to", words.R_TO, "date", half=True),
        *(hours if rule.asks else []),
        plain("ladder", words.R_LADDER, length=100),
    ]


def _of_step(name: str, title: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {"name": f"step_{name}", "kind": "heading", "label": title},
        plain(f"title_{name}", words.R_STEP_TITLE, length=LONGEST, half=True),
        plain(f"title_{name}_en", words.R_STEP_TITLE_EN, length=LONGEST, half=True),
        *(
            plain(f"{part}_{name}", words.R_SPANS[part], "numbers", choices=words.R_UNITS.items(), half=True)
            for part in SPANS
        ),
        plain(f"ladder_{name}", words.R_STEP_LADDER, hint=words.R_STEP_LADDER_HINT, length=100),
    ]
