"""The form of a rule's next version: between its fields (texts) and the change (typed)."""

import re
from collections.abc import Mapping
from dataclasses import replace

from medportal.features.attestations import texts
from medportal.features.attestations.rules.answers import read_day
from medportal.features.attestations.schemas.planning import Rule, RuleChange, Span, Step
from medportal.features.attestations.texts import parts
from medportal.kernel.problem import Problem
from medportal.kernel.text import Text

# The lengths of a step, and what one is made of: years, months, days, working days.
SPANS = ("after", "plus", "minus", "opens_before")
UNITS = ("years", "months", "days", "working_days")
MOST = (100, 1_200, 36_500, 2_000)
LONGEST = 200
_LADDER = re.compile(r"\s*-?\d{1,3}\s*(,\s*-?\d{1,3}\s*)*")


def read(values: Mapping[str, str], last: Rule) -> tuple[RuleChange, tuple[Problem, ...]]:
    """What staff changed, and what of it cannot be read."""
    found: list[Problem] = []
    ladder = _ladder(values, "ladder", found)
    days = {name: read_day(values.get(name, "")) for name in ("valid_from", "valid_to")}
    for name, day in days.items():
        if values.get(name, "").strip() and day is None:
            found.append(Problem(name, "date_wrong", texts.DATE_WRONG))
    steps = {step.name: _step(values, step, found) for step in last.steps}
    asks = _asks(values, last, found)
    if found:
        return RuleChange(), tuple(found)
    change = RuleChange(
        is_verified=values.get("is_verified") == "on",
        verified=_pair(values, "verified", last.verified),
        ladder=ladder,
        steps=steps,
        period=_pair(values, "period", last.period),
        demand=_pair(values, "demand", last.demand) if last.demand else None,
        consequence=_pair(values, "consequence", last.consequence),
        source=_pair(values, "source", last.source),
        valid_from=days["valid_from"],
        valid_to=days["valid_to"],
        asks=asks,
    )
    return change, ()


def written(rule: Rule) -> dict[str, str]:
    """A rule as the form of its next version takes it."""
    written = {
        "version": str(rule.version),
        "is_verified": "on" if rule.is_verified else "",
        "ladder": ", ".join(map(str, rule.ladder)),
        "valid_from": rule.valid_from.isoformat() if rule.valid_from else "",
        "valid_to": rule.valid_to.isoformat() if rule.valid_to else "",
        "hours": str(rule.asks[0]) if rule.asks else "",
        "cpd": str(rule.asks[1]) if rule.asks else "",
    }
    pairs = {
        "period": rule.period,
        "demand": rule.demand,
        "consequence": rule.consequence,
        "source": rule.source,
        "verified": rule.verified,
    }
    for name, text in pairs.items():
        written |= {name: text.ru, f"{name}_en": text.en} if text else {}
    for step in rule.steps:
        written |= {f"title_{step.name}": step.title.ru, f"title_{step.name}_en": step.title.en}
        written[f"ladder_{step.name}"] = ", ".join(map(str, step.ladder or ()))
        for part in SPANS:
            span: Span = getattr(step, part) or Span()
            written[f"{part}_{step.name}"] = ",".join(str(getattr(span, unit)) for unit in UNITS)
    return written


def _step(values: Mapping[str, str], step: Step, found: list[Problem]) -> Step:
    spans = {part: _span(values, f"{part}_{step.name}", found) for part in SPANS}
    told = {part: span if span is not None else getattr(step, part) for part, span in spans.items()}
    if told["after"] == Span() != step.after:
        found.append(Problem(f"after_{step.name}", "span_empty", parts.SPAN_EMPTY))
    ladder = step.ladder
    if f"ladder_{step.name}" in values:
        empty = not values[f"ladder_{step.name}"].strip()
        ladder = None if empty else _ladder(values, f"ladder_{step.name}", found)
    return replace(
        step,
        title=_pair(values, f"title_{step.name}", step.title, LONGEST),
        after=told["after"],
        plus=told["plus"],
        minus=told["minus"],
        opens_before=told["opens_before"] if told["opens_before"] != Span() else None,
        ladder=ladder,
    )


def _span(values: Mapping[str, str], name: str, found: list[Problem]) -> Span | None:
    """A length of time; None when the form does not ask for it, or it cannot be read."""
    told = values.get(name)
    if told is None:
        return None
    counts = [one.strip() or "0" for one in told.split(",")]
    fits = len(counts) == len(UNITS) and all(re.fullmatch(r"[0-9]{1,5}", one) for one in counts)
    numbers = [int(one) for one in counts] if fits else []
    if not fits or any(number > most for number, most in zip(numbers, MOST, strict=True)):
        found.append(Problem(name, "span_wrong", parts.SPAN_WRONG))
        return None
    return Span(*numbers)


def _ladder(values: Mapping[str, str], name: str, found: list[Problem]) -> tuple[int, ...] | None:
    told = values.get(name, "")
    if _LADDER.fullmatch(told):
        return tuple(int(one) for one in told.split(","))
    found.append(Problem(name, "ladder_wrong", parts.LADDER_WRONG))
    return None


def _asks(values: Mapping[str, str], last: Rule, found: list[Problem]) -> tuple[int, int] | None:
    if last.asks is None:
        return None
    hours, cpd = values.get("hours", ""), values.get("cpd", "")
    if re.fullmatch(r"\d{1,4}", hours) and re.fullmatch(r"\d{1,4}", cpd) and int(cpd) <= int(hours):
        return int(hours), int(cpd)
    found.append(Problem("hours", "number_wrong", parts.HOURS_WRONG))
    return None


def _pair(values: Mapping[str, str], name: str, before: Text, longest: int = 1_000) -> Text:
    ru, en = values.get(name, "").strip()[:longest], values.get(f"{name}_en", "").strip()[:longest]
    return Text(ru=ru or before.ru, en=en or before.en)
