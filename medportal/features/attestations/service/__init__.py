"""The face of attestations: the plan that rules yield, own events, reminders, the bell and the feed."""

from medportal.features.attestations.service.planning import (
    change_rule,
    erase,
    facts,
    forget_fact,
    moves,
    replan,
    replan_account,
    replan_rule,
    rule_versions,
    rules,
    tell_fact,
    what_if,
)

__all__ = [
    "change_rule",
    "erase",
    "facts",
    "forget_fact",
    "moves",
    "replan",
    "replan_account",
    "replan_rule",
    "rule_versions",
    "rules",
    "tell_fact",
    "what_if",
]
