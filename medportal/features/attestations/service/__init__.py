"""The face of attestations: the plan that rules yield, own events, reminders, the bell and the feed."""

from medportal.features.attestations.service.facts import facts, forget_fact, moves, tell_fact, what_if
from medportal.features.attestations.service.planning import erase, replan, replan_account, replan_rule
from medportal.features.attestations.service.regulations import change_rule, rule_versions, rules

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
